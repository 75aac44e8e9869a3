# Licensed under the Apache License, Version 2.0; see LICENSE.
"""Searches all that Telamon wrote and answered for secrets in clear text."""
import base64
import json
import re
import secrets

from trial import ROOT, call, claim, run

# Keystone's tokens are of this form; none but those that Telamon was given could be in its files.
FERNET = re.compile(rb"gAAAAA[A-Za-z0-9_-]{60,}")
VIEWS = ("/api/v1/vim-accounts", "/api/v1/sdn-accounts", "/api/v1/lanes", "/api/v1/users", "/api/v1/tenants",
         "/api/v1/tokens", "/api/v1/me", "/api/v1/packages?page_size=1000", "/api/v1/operations?page_size=1000",
         "/nslcm/v1/ns_lcm_op_occs", "/nslcm/v1/ns_instances", "/nsd/v1/ns_descriptors",
         "/vnfpkgm/v1/vnf_packages", "/api/v1/plugin-types", "/health/ready", "/metrics")
COMMANDS = ("vim:list --output json", "vim:test one", "config:list", "system:property", "log:display -n 500")


def search(telamon, clouds, known):
    """Ends Telamon; every secret must be in none of its files and answers."""
    account, cloud = next(iter(clouds.items()))
    known = dict(known)
    known["wrong password"] = secrets.token_hex(12)
    known["REST token"] = token(telamon)
    probe(telamon, cloud, known["wrong password"])
    texts = {"REST": answers(telamon), "process": process(telamon), "shell": shell(telamon, account)}
    telamon.stop()
    texts["database"] = export(telamon)
    files = {str(f.relative_to(telamon.home)): f.read_bytes() for f in telamon.home.rglob("*") if looked_at(telamon, f)}
    texts.update(files)
    claim("the search finds what may be there: user and account in the database, kills and faults in the log",
          cloud.user.encode() in texts["database"] and b"one" in texts["database"]
          and b"telamon" in texts["logs/telamon.log"])
    claim("it knows a token when it sees one", FERNET.search(cloud.token.encode()))
    found = [f"{what} in {where}" for what, secret in known.items() for form in forms(secret)
             for where, text in texts.items() if form in text]
    found += [f"a token of keystone in {where}" for where, text in texts.items() if FERNET.search(text)]
    size = sum(map(len, texts.values())) // 2 ** 20
    claim(f"no secret in {len(texts)} files and answers ({size} MiB)", not found, found)


def forms(secret):
    """As it is, and as headers and bodies carry it."""
    coded = base64.b64encode(secret.encode()).rstrip(b"=")
    header = base64.b64encode(f"admin:{secret}".encode()).rstrip(b"=")
    return secret.encode(), coded, header


def token(telamon):
    """A token of Telamon's own, issued and used; the answer that issues it is the one that may say it."""
    _, _, issued = call("POST", telamon.at + "/api/v1/tokens", {"label": "search"}, telamon.headers)
    secret = issued["token"]
    telamon.send("GET", "/api/v1/me", headers={"Authorization": f"Bearer {secret}"})
    return secret


def probe(telamon, cloud, wrong):
    """A connection that is refused: its words are stored nowhere, but logs may have them."""
    body = {"name": "wrong", "type": "openstack", "endpoint": cloud.keystone, "secret": wrong,
            "settings": {"user": cloud.user, "project": cloud.used}}
    status, answer = telamon.send("POST", "/api/v1/vim-accounts/check", body, good=False)
    claim("a wrong password is refused and not repeated", wrong not in json.dumps(answer) and status < 500, answer)


def answers(telamon):
    """All that was heard in this run, and a look at everything there is at its end."""
    for path in VIEWS:
        telamon.send("GET", path, good=False)
    for one in telamon.send("GET", "/api/v1/operations?page_size=1000")[0]:
        telamon.send("GET", f"/api/v1/operations/{one['id']}/tasks?page_size=1000")
    return telamon.heard.read_bytes()


def process(telamon):
    """Command line and environment, which others on the machine may see."""
    folder = f"/proc/{telamon.pid()}/"
    return b"".join(open(folder + name, "rb").read() for name in ("cmdline", "environ"))


def shell(telamon, account):
    return "\n".join(run(ROOT / "telamon", "shell", command.replace("one", account), env=telamon.environment,
                         good=False).stdout for command in COMMANDS).encode()


def export(telamon):
    """The whole database as SQL."""
    jar = next(telamon.home.glob("runtime-*/system/com/h2database/h2/*/h2-*.jar"))
    out = telamon.home.parent / "export.sql"
    run("java", "-cp", jar, "org.h2.tools.Script", "-user", "sa", "-url", f"jdbc:h2:file:{telamon.home}/data/telamon",
        "-script", out)
    text = out.read_bytes()
    out.unlink()
    return text


def looked_at(telamon, file):
    """Not what was shipped, and not the folder that is there to keep secrets."""
    parts = file.relative_to(telamon.home).parts
    shipped = parts[0].startswith("runtime-") and parts[1:2] in (("system",), ("lib",), ("plugins",))
    return file.is_file() and parts[0] != "keys" and not shipped
