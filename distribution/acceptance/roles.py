# Licensed under the Apache License, Version 2.0; see LICENSE.
"""Roles of the edge as processes, and load that is watched while it runs."""
import collections
import os
import re
import signal
import subprocess
import time

from trial import HERE, ROOT, free_port, until

WORK = HERE / "target/edge-trial"
LINE = re.compile(r"^(\d+(?:\.\d+)?) (\d+(?:\.\d+)?) (\d+) (127\.0\.0\.1:\d+) (\S+) (\d+)$")
SUMMARY = re.compile(r"(\d+) requests, (\d+) failed(.*)")
# seconds between announcements; they hold for three times as long
LEASE = 2


def endpoint():
    return "127.0.0.1:" + free_port()


def environment(**more):
    """Of a role; the programs are built once, before."""
    return dict(os.environ, TELAMON_HOME=str(WORK / "home"), TELAMON_ARCHIVE_AS_IS="1", **more)


def tool(name, *options, good=True, **more):
    """Runs a client to its end: exit code, output, log."""
    done = subprocess.run([ROOT / "telamon", "edge", name, *map(str, options)], capture_output=True, text=True,
                          env=environment(**more), timeout=60)
    if good and done.returncode:
        raise SystemExit(f"{name} {options}: {done.stdout}{done.stderr}")
    return done.returncode, done.stdout, done.stderr


class Role:
    """A process of `./telamon edge`."""
    all = []

    def __init__(self, role, *options, name=None, **more):
        self.command = [ROOT / "telamon", "edge", role, *map(str, options)]
        self.name = name or role
        self.more = more
        (WORK / f"{self.name}.log").unlink(missing_ok=True)
        self.start()
        Role.all.append(self)

    def start(self):
        self.log_file = WORK / f"{self.name}.log"
        self.out = WORK / f"{self.name}.out"
        with self.out.open("wb") as out, self.log_file.open("ab") as log:
            self.process = subprocess.Popen(self.command, stdout=out, stderr=log, stdin=subprocess.DEVNULL,
                                            env=environment(**self.more))

    def ready(self):
        """Has said where it listens."""
        if self.process.poll() is not None:
            raise SystemExit(f"{self.name} ended: {self.log()[-2000:]}")
        return "127.0.0.1:" in self.out.read_text()

    def log(self):
        return self.log_file.read_text()

    def signal(self, which):
        self.process.send_signal(which)
        self.process.wait(40)

    def kill(self):
        self.signal(signal.SIGKILL)

    def wait(self, seconds=120):
        """Exit code, lines and log."""
        code = self.process.wait(seconds)
        return code, self.out.read_text().splitlines(), self.log()

    @staticmethod
    def end_all():
        for role in Role.all:
            if role.process.poll() is None:
                role.process.kill()
                role.process.wait(10)
        Role.all.clear()


class Edge:
    """A controller, computers and a broker: who listens where."""

    def __init__(self, broker=("router",), computers=("one", "two"), options=(), controller=True, lease=LEASE, **more):
        self.more, self.lease = more, lease
        self.secure = ("--secure",) if "CERT_DIR" in more else ()
        self.options = options
        self.controller_at, self.broker_at, self.table_at = endpoint(), endpoint(), endpoint()
        self.broker_words = broker
        self.computers, self.busy_at = {}, {}
        self.controller = self.broker = None
        if controller:
            self.start_controller()
        for name in computers:
            self.computer(name)
        self.start_broker()

    def start_controller(self):
        self.controller = Role("controller", "--server-endpoint", self.controller_at, *self.secure, **self.more)

    def start_broker(self):
        kind, *words = self.broker_words
        self.broker = Role(kind, "--server-endpoint", self.broker_at, "--configuration-endpoint", self.table_at,
                           "--controller-endpoint", self.controller_at, "--lease", self.lease, *words, *self.secure, **self.more)

    def computer(self, name, *options):
        at, busy = endpoint(), endpoint()
        self.busy_at[at] = busy
        self.computers[at] = Role("computer", "--server-endpoint", at, "--utilization-endpoint", busy,
                                  "--controller-endpoint", self.controller_at, "--lease", self.lease, *self.options, *options,
                                  *self.secure, name=f"computer-{name}", **self.more)
        return at

    def up(self, seconds=60):
        """Waits until all roles listen and the broker knows all computers."""
        until("all roles listen", lambda: all(r.ready() for r in (*self.computers.values(), self.broker)), seconds)
        until("the broker knows all computers", lambda: self.routes() == set(self.computers), 30)
        return self

    def table(self):
        """Lines of the broker's table, as a user sees them."""
        return tool("tableclient", "--server-endpoint", self.table_at, *self.secure, good=False, **self.more)[1]

    def routes(self, number=0):
        """Destinations of clambda0 in a table."""
        tables = self.table().split("Table#")
        if len(tables) < number + 2:
            return set()
        part = tables[number + 1].split("glambda0")[0]
        return set(re.findall(r"127\.0\.0\.1:\d+", part))

    def client(self, name, *options):
        return Role("client", "--server-endpoints", self.broker_at, *options, *self.secure, name=name, **self.more)

    def few(self, number=10):
        """Calls a few times: good ones, failed ones, log."""
        code, out, log = tool("client", "--server-endpoints", self.broker_at, "--max-requests", number, "--deadline", 5,
                              *self.secure, good=False, **self.more)
        return len(out.splitlines()), int(SUMMARY.search(log).group(2)), log

    def close(self):
        Role.end_all()


def shares(lines):
    """Requests by the computer that answered."""
    return collections.Counter(LINE.match(line).group(4) for line in lines)


class Load:
    """Clients in a closed loop; their lines are read as they come."""

    def __init__(self, edge, clients=12, size=5000, name="load"):
        self.role = edge.client(name, "--num-threads", clients, "--sizes", size, "--deadline", 5)
        self.seen = collections.deque()
        self.slowest, self.count = 0, 0
        self.at = 0
        until("the load runs", lambda: self.read() > 50, 30)

    def read(self):
        """Takes what came since the last time; how many there were at all."""
        with self.role.out.open("rb") as out:
            out.seek(self.at)
            text = out.read()
        whole = text[:text.rfind(b"\n") + 1]
        self.at += len(whole)
        now = time.time()
        for line in whole.decode().splitlines():
            word = line.split()
            self.seen.append((now, word[3]))
            self.slowest = max(self.slowest, float(word[1]))
            self.count += 1
        while self.seen and self.seen[0][0] < now - 5:
            self.seen.popleft()
        return self.count

    def share(self, who, seconds=1.0, asked=None):
        """Of a computer among what came in the last seconds, of all or of some computers."""
        self.read()
        since = time.time() - seconds
        recent = [at for moment, at in self.seen if moment >= since and (asked is None or at in asked)]
        return recent.count(who) / len(recent) if recent else 0.0

    def restored(self, who, computer, fair, patience=40):
        """Seconds from when a computer listens until it has 0.8 of its fair share within one, two or three seconds: some
        policies swing, all to one and then all to the other."""
        until(f"{who} listens", computer.ready, patience)
        begun = time.time()
        until(f"{who} has its share", lambda: any(self.share(who, s) >= 0.8 * fair for s in (1, 2, 3)), patience)
        return time.time() - begun

    def stop(self):
        """Ends it: requests, failed ones, the reasons."""
        self.role.process.send_signal(signal.SIGTERM)
        self.role.process.wait(30)
        self.read()
        done = SUMMARY.search(self.role.log().rsplit("latency", 1)[-1])
        return int(done.group(1)), int(done.group(2)), done.group(3).strip("; ")
