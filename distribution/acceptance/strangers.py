# Licensed under the Apache License, Version 2.0; see LICENSE.
"""Strangers at the ports of an edge with mutual TLS and a token: each kind of stranger at each port, by curl."""
import re
import subprocess
import time

from roles import WORK, Edge, Role, endpoint, tool
from trial import until

FOLDER = WORK / "certificates"
TOKEN = "open sesame, of the trial"
NAME = "subjectAltName=IP:127.0.0.1\n"
SERVER, CALLER = "extendedKeyUsage=serverAuth\n", "extendedKeyUsage=clientAuth\n"


def openssl(*words, text=None):
    done = subprocess.run(["openssl", *map(str, words)], capture_output=True, text=True, input=text, cwd=FOLDER)
    if done.returncode:
        raise SystemExit(f"openssl {words}: {done.stderr}")


def authority(name):
    openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", 2, "-subj", f"/CN={name}",
            "-keyout", f"{name}.key", "-out", f"{name}.crt")


def certificate(name, ca, usage, role, days=2):
    """A key in PKCS#8 and a certificate that the authority signed."""
    (FOLDER / f"{name}.ext").write_text(NAME + usage)
    openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", f"/OU={role}/CN={name}",
            "-keyout", f"{name}.key", "-out", f"{name}.csr")
    openssl("x509", "-req", "-in", f"{name}.csr", "-CA", f"{ca}.crt", "-CAkey", f"{ca}.key", "-CAcreateserial", "-days", days,
            "-extfile", f"{name}.ext", "-out", f"{name}.crt")


def prepare():
    FOLDER.mkdir(exist_ok=True)
    for name in ("ca", "other"):
        authority(name)
    certificate("server", "ca", SERVER, "edge")
    certificate("client", "ca", CALLER, "edge")
    certificate("foreign", "other", CALLER, "edge")
    for role in ("client", "computer", "broker", "controller"):
        certificate(role, "ca", CALLER, f"telamon-{role}")
    certificate("expired", "ca", CALLER, "edge", days=-1)
    (FOLDER / "token").write_text(TOKEN + "\n")


def field(number, text):
    """A field of a message, short."""
    data = text.encode()
    return bytes([number << 3 | 2, len(data)]) + data


def shows(name):
    return ["--cert", f"{FOLDER}/{name}.crt", "--key", f"{FOLDER}/{name}.key"]


def bears(token):
    return ["-H", f"authorization: Bearer {token}"]


KINDS = {
    "plain": (None, []),
    "no certificate": ("https", bears(TOKEN)),
    "another authority": ("https", shows("foreign") + bears(TOKEN)),
    "expired": ("https", shows("expired") + bears(TOKEN)),
    "a server's certificate": ("https", shows("server") + bears(TOKEN)),
    "no token": ("https", shows("client")),
    "wrong token": ("https", shows("client") + bears("open barley")),
}
FRIEND = ("https", shows("client") + bears(TOKEN))


def served(at, method, message, kind):
    """Whether a port does what it is asked by somebody of this kind."""
    scheme, words = kind
    body = WORK / "body"
    body.write_bytes(b"\0" + len(message).to_bytes(4, "big") + message)
    way = ["--http2-prior-knowledge", f"http://{at}/uiiit.rpc.{method}"] if scheme is None else [
        "--http2", "--cacert", f"{FOLDER}/ca.crt", f"https://{at}/uiiit.rpc.{method}"]
    done = subprocess.run(["curl", "-s", "-i", "-m", "3", "-X", "POST", "-H", "content-type: application/grpc", "-H",
                           "te: trailers", "--data-binary", f"@{body}", *words, *way, "-o", str(WORK / "answer")],
                          capture_output=True, timeout=20)
    answer = (WORK / "answer").read_bytes() if (WORK / "answer").exists() else b""
    (WORK / "answer").unlink(missing_ok=True)
    status = re.search(rb"grpc-status: (\d+)", answer)
    # a stream has no status before it ends
    return status.group(1) == b"0" if status else done.returncode == 28 and len(answer.partition(b"\r\n\r\n")[2]) > 5


# by port, the roles it is not for
WRONG = {
    "computer's requests": ("controller",),
    "broker's requests": ("controller",),
    "broker's tables: take a route away": ("client", "computer", "broker"),
    "controller: remove a computer": ("client", "controller"),
    "controller: announce a router": ("client", "controller"),
    "computer's utilization": (),
    "computer's states": ("broker", "controller"),
    "client's callback": ("client", "broker", "controller"),
}


def asked(edge, victim, states, callback):
    """What strangers ask for, by port."""
    run = ("EdgeServer/RunLambda", field(1, "clambda0") + field(2, "{}"))
    take = ("EdgeRouter/Configure", b"\x08\x02" + field(2, "clambda0") + field(3, victim))
    return {
        "computer's requests": (victim, *run),
        "broker's requests": (edge.broker_at, *run),
        "broker's tables: take a route away": (edge.table_at, *take),
        "controller: remove a computer": (edge.controller_at, "EdgeController/RemoveComputer", field(1, victim)),
        "controller: announce a router": (edge.controller_at, "EdgeController/AnnounceRouter",
                                          field(1, endpoint()) + field(2, endpoint())),
        "computer's utilization": (edge.busy_at[victim], "EdgeComputer/StreamUtil", b""),
        "computer's states": (states, "StateServer/Put", field(1, "s") + field(3, "x")),
        "client's callback": (callback, "CallbackServer/ReceiveResponse", field(1, "OK")),
    }


def refused(_seed):
    """Rows: by kind of stranger how many of the ports refuse it."""
    prepare()
    rows = []
    for broker in ("router", "dispatcher"):
        states, callback = endpoint(), endpoint()
        edge = Edge(broker=(broker,), CERT_DIR=str(FOLDER))
        victim = edge.computer("states", "--state-endpoint", states, "--asynchronous")
        edge.up()
        edge.client("waiting", "--callback-endpoint", callback, "--inter-request-time", 1, "--duration", 100)
        time.sleep(2)
        everything = asked(edge, victim, states, callback)
        before = edge.routes()
        for name, kind in KINDS.items():
            through = [port for port, what in everything.items() if served(*what, kind)]
            rows.append((f"{broker}: {name}", f"refused at {len(everything) - len(through)} of {len(everything)} ports"
                         + "".join(f"; let in: {port}" for port in through), not through))
        rows.append(miscast(everything, broker))
        good, failed, _ = edge.few(10)
        rows.append((f"{broker}: after all strangers", f"{good} good, {failed} failed, {len(before & edge.routes())} of 3"
                     " computers known", (good, failed) == (10, 0) and edge.routes() == before and len(before) == 3))
        rows.append(foreigner(edge, broker))
        friends = [port for port, what in everything.items() if served(*what, FRIEND)]
        rows.append((f"{broker}: a friend", f"let in at {len(friends)} of {len(everything)} ports"
                     + "".join(f"; refused: {port}" for port in everything if port not in friends),
                     len(friends) == len(everything)))
        edge.close()
    return rows


def miscast(everything, broker):
    """Good certificates that name a role, at ports that are not for it."""
    tried = [(port, role) for port, roles in WRONG.items() for role in roles]
    through = [(port, role) for port, role in tried
               if served(*everything[port], ("https", shows(role) + bears(TOKEN)))]
    return (f"{broker}: wrong role (named by the certificate)", f"refused in {len(tried) - len(through)} of {len(tried)} cases"
            + "".join(f"; let in: {role} at {port}" for port, role in through), not through)


def foreigner(edge, broker):
    """A computer with the files of another authority poses as a victim and says goodbye for it."""
    folder = WORK / "foreign"
    folder.mkdir(exist_ok=True)
    for to, source in (("ca.crt", "ca.crt"), ("server.crt", "foreign.crt"), ("server.key", "foreign.key"),
                       ("client.crt", "foreign.crt"), ("client.key", "foreign.key"), ("token", "token")):
        (folder / to).write_bytes((FOLDER / source).read_bytes())
    victim = next(iter(edge.computers))
    poser = Role("computer", "--server-endpoint", endpoint(), "--utilization-endpoint", "", "--announced-endpoint", victim,
                 "--controller-endpoint", edge.controller_at, "--secure", name="poser", CERT_DIR=str(folder))
    until("it listens", poser.ready, 20)
    time.sleep(2)
    poser.process.terminate()
    poser.process.wait(20)
    known = victim in edge.routes()
    code, _, _ = tool("client", "--server-endpoints", edge.broker_at, "--max-requests", 2, "--secure", good=False,
                      CERT_DIR=str(folder))
    return (f"{broker}: our own programs with files of another authority",
            f"victim {'still known' if known else 'removed'}, client's exit code {code}", known and code == 1)
