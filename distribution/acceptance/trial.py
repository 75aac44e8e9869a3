# Licensed under the Apache License, Version 2.0; see LICENSE.
"""Telamon and the clouds of distribution/testbeds/openstack as trials on real clouds see them: over REST, from outside."""
import base64
import gzip
import hashlib
import io
import json
import os
import pathlib
import re
import socket
import subprocess
import tarfile
import time
import urllib.error
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BED = ROOT / "distribution/testbeds/openstack"
HOME = HERE / "target/trial-home"
KINDS = ("port_pairs", "port_pair_groups", "flow_classifiers", "port_chains")
HTTP, SSH = os.environ.get("TRIAL_HTTP_PORT", "9281"), os.environ.get("TRIAL_SSH_PORT", "9222")
MOVING = ("PROCESSING", "STARTING", "ROLLING_BACK")


def run(*command, good=True, **options):
    """Output of a command; it must succeed unless told otherwise."""
    done = subprocess.run(command, capture_output=True, text=True, **options)
    if good and done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))}: {done.stdout}{done.stderr}")
    return done


def until(claim, ask, seconds=120):
    """Asks until the answer is true."""
    end = time.time() + seconds
    while True:
        answer = ask()
        if answer:
            return answer
        if time.time() > end:
            raise SystemExit(f"Not within {seconds} s: {claim}")
        time.sleep(0.3)


def call(method, address, body=None, headers=None, heard=None):
    """Status, headers and JSON of an answer, which is kept in a file for who wants to hear it again."""
    request = urllib.request.Request(address, method=method, headers=dict(headers or {}))
    if isinstance(body, (dict, list)):
        body = json.dumps(body).encode()
        request.add_header("Content-Type", "application/json")
    try:
        with urllib.request.urlopen(request, body, timeout=60) as answer:
            text, status, head = answer.read(), answer.status, answer.headers
    except urllib.error.HTTPError as refused:
        text, status, head = refused.read(), refused.code, refused.headers
    if heard:
        with heard.open("ab") as file:
            file.write(f"{method} {address} {status} {dict(head)}\n".encode() + text + b"\n")
    return status, head, json.loads(text) if text.strip().startswith((b"{", b"[")) else {}


def free_port():
    """A port that nobody listens on; connections out begin above 32767."""
    while True:
        port = 20000 + int.from_bytes(os.urandom(2), "big") % 12000
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
                return str(port)
            except OSError:
                continue


def package(name, text, **more):
    """A package in OSM's old form; more files by their path."""
    files = {f"{name}.yaml": text.encode(), **more}
    sums = "".join(f"{hashlib.md5(c).hexdigest()}\t{p}\n" for p, c in files.items())
    files["checksums.txt"] = sums.encode()
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for path, content in files.items():
            info = tarfile.TarInfo(f"{name}/{path}")
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
    return gzip.compress(out.getvalue())


class Cloud:
    """The cloud past Telamon, as its administrator."""

    def __init__(self, name):
        self.name = name
        self.user, self.secret, self.used = "admin", "admin", "admin"
        self.folder = self.home() / name
        self.keystone = re.search(r"OS_AUTH_URL=(\S+)", (self.folder / "openrc-admin").read_text()).group(1)
        self.login()

    @staticmethod
    def home():
        """Where the test bed keeps its clouds."""
        return pathlib.Path(os.environ.get("TESTBED_HOME", "/tmp/telamon-testbed-openstack"))

    def login(self):
        """A token for the project that is looked at; the administrator sees all of it."""
        user = {"name": "admin", "password": "admin", "domain": {"name": "Default"}}
        scope = {"project": {"name": self.used, "domain": {"name": "Default"}}}
        body = {"auth": {"identity": {"methods": ["password"], "password": {"user": user}}, "scope": scope}}
        _, head, token = call("POST", self.keystone + "/auth/tokens", body)
        self.token = head["X-Subject-Token"]
        self.until = time.time() + 600
        self.project = token["token"]["project"]["id"]
        self.at = {s["type"]: e["url"].rstrip("/") for s in token["token"]["catalog"]
                   for e in s["endpoints"] if e["interface"] == "public"}

    def send(self, method, service, path, body=None):
        if time.time() > self.until:
            self.login()
        return call(method, self.at[service] + path, body, headers={"X-Auth-Token": self.token})[2]

    def tenant(self, name, secret):
        """A project with a user of its own, who may make flavors; looked at and used from now on."""
        there = self.get("identity", f"/projects?name={name}")["projects"]
        project = there[0] if there else self.send(
            "POST", "identity", "/projects", {"project": {"name": name, "domain_id": "default"}})["project"]
        body = {"user": {"name": name, "password": secret, "domain_id": "default"}}
        users = self.get("identity", f"/users?name={name}")["users"]
        user = (self.send("PATCH", "identity", f"/users/{users[0]['id']}", body) if users
                else self.send("POST", "identity", "/users", body))["user"]
        self.send("PUT", "identity", f"/projects/{project['id']}/users/{user['id']}/roles/{self.admin_role()}")
        self.enter(name, secret)
        for service, path, quota in (
                ("compute", "/os-quota-sets/", {"quota_set": {"instances": -1, "cores": -1, "ram": -1}}),
                ("network", "/v2.0/quotas/", {"quota": {"network": -1, "subnet": -1, "port": -1}})):
            self.send("PUT", service, path + project["id"], quota)

    def enter(self, name, secret):
        """Uses a project as its user of the same name from now on; the administrator may look at it."""
        project = self.get("identity", f"/projects?name={name}")["projects"][0]
        admin = self.get("identity", "/users?name=admin")["users"][0]
        self.send("PUT", "identity", f"/projects/{project['id']}/users/{admin['id']}/roles/{self.admin_role()}")
        self.user, self.secret, self.used = name, secret, name
        self.login()

    def admin_role(self):
        return self.get("identity", "/roles?name=admin")["roles"][0]["id"]

    def fault(self, *words):
        """Breaks or mends something, see `fault` of the test bed."""
        run(BED / "fault", self.name, *(w if isinstance(w, str) else json.dumps(w) for w in words))

    def get(self, service, path):
        return self.send("GET", service, path)

    def sfc(self, kind):
        return self.get("network", f"/v2.0/sfc/{kind}?project_id={self.project}")[kind]

    def counts(self):
        return tuple(len(self.sfc(kind)) for kind in KINDS)

    def servers(self):
        return {s["name"]: s for s in self.get("compute", "/servers/detail")["servers"]}

    def ports(self):
        return self.get("network", f"/v2.0/ports?project_id={self.project}")["ports"]

    def image(self, name):
        """An image of this name, which need not boot."""
        if not self.get("image", f"/v2/images?name={name}")["images"]:
            disk = HERE / "target/disk.img"
            disk.parent.mkdir(exist_ok=True)
            disk.write_bytes(b"\0" * 65536)
            run(BED / "osc", self.name, "image", "create", name, "--file", disk, "--disk-format", "raw",
                "--container-format", "bare", "--public")


class Telamon:
    """The distribution, started in a home of its own: a new one, or one that an earlier run left."""

    def __init__(self, home=HOME, keep=False, settings=None):
        HERE.joinpath("target").mkdir(exist_ok=True)
        self.home = home
        http, ssh = free_port(), free_port()
        self.at = f"http://127.0.0.1:{http}"
        self.heard = home.with_suffix(".heard")
        self.environment = dict(os.environ, TELAMON_HOME=str(home), TELAMON_HTTP_PORT=http,
                                TELAMON_SSH_PORT=ssh, TELAMON_ARCHIVE_AS_IS="1")
        if keep:
            self.kill()
        else:
            self.stop()
            run("rm", "-rf", home, self.heard)
        for pid, words in (settings or {}).items():
            file = home / f"etc/{pid}.cfg"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(words + "\n")
        self.start()
        self.password = (home / "keys/admin-password").read_text().strip()
        self.headers = {"Authorization": "Basic " + base64.b64encode(f"admin:{self.password}".encode()).decode()}

    def start(self, options=""):
        run(ROOT / "telamon", "start", env=dict(self.environment, TELAMON_JAVA_OPTS=options), stdin=subprocess.DEVNULL)

    def pid(self):
        """Number of the container's process; 0 when it does not run."""
        try:
            pid = int((self.home / "telamon.pid").read_text())
            words = pathlib.Path(f"/proc/{pid}/cmdline").read_bytes()
        except (OSError, ValueError):
            return 0
        return pid if f"-Dkaraf.home={self.home}/runtime-".encode() in words else 0

    def kill(self):
        """As a power cut does it."""
        pid = self.pid()
        if pid:
            os.kill(pid, 9)
            until("the container is dead", lambda: not self.pid(), 30)

    def stop(self):
        run(ROOT / "telamon", "stop", env=self.environment, good=False)

    def shell(self, line):
        return run(ROOT / "telamon", "shell", line, env=self.environment).stdout

    def send(self, method, path, body=None, good=True, headers=None):
        status, head, answer = call(method, self.at + path, body, headers or self.headers, self.heard)
        if good and status >= 300:
            raise SystemExit(f"{method} {path}: {status} {answer}")
        return (answer, head) if good else (status, answer)

    def onboard(self, name, content, suffix=".tar.gz"):
        request = urllib.request.Request(f"{self.at}/api/v1/packages", content, dict(
            self.headers, **{"Content-Type": "application/octet-stream",
                             "Content-Disposition": f'attachment; filename="{name}{suffix}"'}))
        try:
            answer = urllib.request.urlopen(request, timeout=60)
        except urllib.error.HTTPError as refused:
            raise SystemExit(f"{name}: {refused.read().decode()}")
        with answer:
            return json.load(answer)["packages"][0]["id"]

    def samples(self, *names):
        """On-boards samples; their ids by name."""
        packed = HERE / "target/samples"
        packed.mkdir(parents=True, exist_ok=True)
        run(ROOT / "distribution/samples/pack", packed)
        return {name: self.onboard(name, next(iter(sorted(packed.rglob(f"osm-im/{name}.tar.gz")))).read_bytes())
                for name in names}

    def install(self, *features):
        """Installs plug-ins and waits for their types."""
        for feature in features:
            self.shell(f"feature:install telamon-{feature}")
        types = {feature.split("-", 1)[1] for feature in features}
        until("the plug-ins are there", lambda: types <= {
            t["type"] for t in self.send("GET", "/api/v1/plugin-types")[0]}, 30)

    def vim(self, name, cloud, settle="5"):
        """An account of a cloud; its id."""
        body = {"name": name, "type": "openstack", "endpoint": cloud.keystone, "secret": cloud.secret,
                "settings": {"user": cloud.user, "project": cloud.used, "settle-seconds": settle}}
        return self.send("POST", "/api/v1/vim-accounts", body)[0]["id"]

    def state(self, occurrence):
        return self.send("GET", occurrence)[0]

    def order(self, instance, verb, body):
        """Orders a change of an instance; the path of the operation."""
        _, head = self.send("POST", f"/nslcm/v1/ns_instances/{instance}/{verb}", body)
        return head["Location"][head["Location"].index("/nslcm"):]

    def change(self, instance, verb, body):
        """Changes an instance and waits until the operation has ended well."""
        self.completed(verb, self.order(instance, verb, body))

    def completed(self, verb, path):
        """Waits until an operation has ended well."""
        ended = until(f"{verb} ends", lambda: (s := self.state(path))["operationState"]
                      not in MOVING and s, 240)
        if ended["operationState"] != "COMPLETED":
            raise SystemExit(f"{verb}: {json.dumps(ended, indent=1)}")

    def instance(self, nsd, name, vim, **more):
        body = {"nsdId": nsd, "nsName": name, "nsDescription": ""}
        instance = self.send("POST", "/nslcm/v1/ns_instances", body)[0]["id"]
        self.change(instance, "instantiate",
                    {"nsFlavourId": "default", "additionalParamsForNs": {"vimAccount": vim, **more}})
        return instance

    def scale(self, instance, member, aspect, steps):
        data = {"vnfInstanceId": member, "scaleVnfType": "SCALE_OUT" if steps > 0 else "SCALE_IN",
                "scaleByStepData": {"aspectId": aspect, "numberOfSteps": abs(steps)}}
        self.change(instance, "scale", {"scaleType": "SCALE_VNF", "scaleVnfData": [data]})


def claim(words, isTrue, seen=""):
    """Prints a claim; a false one ends the trial."""
    print(f"  {'ok ' if isTrue else 'NO '} {words}{'' if isTrue else ': ' + str(seen)}", flush=True)
    if not isTrue:
        raise SystemExit(1)


def empty(cloud, words):
    left = (cloud.counts(), list(cloud.servers()), [port["id"] for port in cloud.ports()])
    claim(words, left == ((0, 0, 0, 0), [], []), left)


def vnfd(name, points, scaling=""):
    """A VNF of one machine with a card at each connection point."""
    outside = ", ".join(f"{{name: {p}}}" for p in points)
    cards = ", ".join(
        f"{{name: {p}, position: {i}, type: EXTERNAL, virtual-interface: {{type: VIRTIO}}, "
        f"external-connection-point-ref: {p}}}" for i, p in enumerate(points))
    return f"""
vnfd:vnfd-catalog:
    vnfd:
    -   {{id: {name}, name: {name}, version: '1.0', connection-point: [{outside}], mgmt-interface: {{cp: {points[0]}}},
         vdu: [{{id: srv, name: srv, image: cirros-like, count: 1, interface: [{cards}],
                vm-flavor: {{vcpu-count: 1, memory-mb: 64, storage-gb: 1}}}}]{scaling}}}
"""
