# Licensed under the Apache License, Version 2.0; see LICENSE.
"""Clouds that are started for one trial and taken down after it."""
import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time

from trial import BED, Cloud

SKIPPED = 77
PORTS = (5000, 9292, 8774, 8778, 9696, 8004, 8041, *range(5682, 5688), *range(7400, 7407))


def skip(why):
    print(f"SKIPPED: no real cloud here: {why}", flush=True)
    sys.exit(SKIPPED)


def packaged():
    """What the bed's packages lack, in its own words; empty when they are there."""
    script = f". {BED}/lib/packages.sh; missing_packages"
    return subprocess.run(["bash", "-c", script], capture_output=True, text=True).stdout.split()


def needs():
    """Ends the trial where no cloud can be started."""
    if not shutil.which("dpkg-query") or not shutil.which("apt-get"):
        skip("this is no Debian (dpkg-query, apt-get)")
    missing = packaged()
    if missing and os.geteuid():
        skip(f"not root, and packages are missing: {' '.join(missing)}")


def free(offset):
    for port in PORTS:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port + offset))
            except OSError:
                return False
    return True


def up(name, *options):
    """Starts a cloud beside whatever runs."""
    offset = next(o for o in range(400, 3000, 20) if free(o))
    begun = time.time()
    command = [BED / "up", name, "--offset", str(offset), "--no-check", "--quiet", *options]
    started = subprocess.run(command, capture_output=True, text=True)
    if started.returncode and ("apt-get" in started.stderr or "packages are missing" in started.stderr):
        skip(started.stderr.strip())
    if started.returncode:
        raise SystemExit(started.stdout + started.stderr)
    print(f"{name} is up after {time.time() - begun:.0f} s", flush=True)


def down(name):
    folder = Cloud.home() / name
    subprocess.run([BED / "down", name], capture_output=True, check=False)
    shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def clouds(*names, options=("--with", "")):
    """Fresh clouds, up one after the other and gone at the end."""
    try:
        for name in names:
            up(name, *options)
        yield names
    finally:
        begun = time.time()
        for name in names:
            down(name)
        print(f"taken down after {time.time() - begun:.0f} s", flush=True)
