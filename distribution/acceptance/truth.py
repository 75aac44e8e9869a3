# Licensed under the Apache License, Version 2.0; see LICENSE.
"""What the clouds hold of Telamon's things, by token through their own APIs, beside what the records say."""
import collections
import time

from trial import KINDS

MARK = "telamon:"
OWN = ("server", "network", "subnet", "port")
SHARED = ("flavor", "image")


def held(cloud):
    """Things of ours on a cloud: kind, token, id. Subnets and ports go with what they are made for."""
    found = []
    for server in cloud.get("compute", "/servers/detail")["servers"]:
        token = server["metadata"].get("telamon")
        if token and server.get("OS-EXT-STS:task_state") != "deleting":
            found.append(("server", token, server["id"]))
    project = f"?project_id={cloud.project}"
    for kind in ("network", "subnet", "port"):
        for thing in cloud.get("network", f"/v2.0/{kind}s{project}")[kind + "s"]:
            if thing["description"].startswith(MARK):
                card = "@" + thing["name"].split("@")[0] if kind == "port" else ""
                found.append((kind, thing["description"][len(MARK):] + card, thing["id"]))
    for flavor in cloud.get("compute", "/flavors?is_public=None")["flavors"]:
        if flavor["id"].startswith("telamon-"):
            found.append(("flavor", flavor["id"][len("telamon-"):], flavor["id"]))
    for image in cloud.get("image", f"/v2/images?owner={cloud.project}")["images"]:
        if image.get("telamon_token"):
            found.append(("image", image["telamon_token"], image["id"]))
    return found


def wipe(cloud):
    """Removes what an earlier run left that nobody goes on with."""
    for kind in reversed(KINDS):
        for part in cloud.sfc(kind):
            cloud.send("DELETE", "network", f"/v2.0/sfc/{kind}/{part['id']}")
    things = held(cloud)
    for kind, service, path in (("server", "compute", "/servers/"), ("port", "network", "/v2.0/ports/"),
                                ("network", "network", "/v2.0/networks/"), ("flavor", "compute", "/flavors/"),
                                ("image", "image", "/v2/images/")):
        for found, _, identifier in things:
            if found == kind:
                cloud.send("DELETE", service, path + identifier)
        end = time.time() + 30
        while kind == "server" and cloud.servers() and time.time() < end:
            time.sleep(1)


def doubles(things):
    """Tokens that more than one thing of a kind carries."""
    counts = collections.Counter((kind, token) for kind, token, _ in things)
    return [f"{count} x {kind} {token}" for (kind, token), count in counts.items() if count > 1]


def recorded(orders, account):
    """Ids of what the records say is there on an account, by kind; what they do not know the state of."""
    there, vague = collections.defaultdict(set), []
    for one in orders.instances():
        path = f"/api/v1/ns-instances/{one['id']}/resources?page_size=1000"
        for thing in orders.telamon.send("GET", path)[0]:
            if thing["account"] != account or thing["adopted"] or thing["state"] in ("DELETED", "PLANNED"):
                continue
            there[thing["kind"]].add(thing["handle"])
            there["port"].update(v for k, v in thing["attributes"].items() if k.startswith("port/"))
            if "subnet" in thing["attributes"]:
                there["subnet"].add(thing["attributes"]["subnet"])
            if thing["state"] != "ACTIVE":
                vague.append(f"{thing['key']} {thing['state']}")
    return there, vague


def difference(orders, clouds):
    """Doubles and strays: what is on one side only, in words."""
    twice, strays = [], []
    for account, cloud in clouds.items():
        things = held(cloud)
        twice += [f"{account}: {words}" for words in doubles(things)]
        there, vague = recorded(orders, account)
        strays += [f"{account}: recorded {words}" for words in vague]
        have = collections.defaultdict(set)
        for kind, _, identifier in things:
            have[kind].add(identifier)
        # a machine that never became active does not tell its ports; its token does
        tokens = {token for kind, token, identifier in things if kind == "server" and identifier in there["server"]}
        there["port"].update(i for kind, token, i in things if kind == "port" and token.split("@")[0] in tokens)
        for kind in OWN:
            strays += [f"{account}: {kind} {i} is not recorded" for i in sorted(have[kind] - there[kind])]
            strays += [f"{account}: {kind} {i} is recorded only" for i in sorted(there[kind] - have[kind])]
        # machines of the trial have one shape and one image: of each there is one as long as somebody uses it
        for kind in SHARED:
            if len(have[kind]) != bool(there["server"]):
                strays.append(f"{account}: {len(have[kind])} of {kind} for {len(there['server'])} machines")
    strays += [f"audit of {account}: {words}" for account, found in audit(orders).items() for words in found]
    return twice, strays


def settled(orders, clouds, seconds=30):
    """The difference once the clouds have settled, and what the first look saw."""
    first = difference(orders, clouds)
    now, end = first, time.time() + seconds
    while any(now) and time.time() < end:
        time.sleep(2)
        now = difference(orders, clouds)
    return now, first


def audit(orders):
    """Lets the janitor look now, not at its next round; what it found."""
    return {lane["account"]: orders.telamon.send("POST", f"/api/v1/lanes/{lane['lane']}/audit", {})[0]
            for lane in orders.telamon.send("GET", "/api/v1/lanes")[0] if lane["account"]}
