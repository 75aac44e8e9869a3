# Licensed under the Apache License, Version 2.0; see LICENSE.
"""A service that stands on two clouds, what is ordered of it, and how its operations end."""
import re
import time

from trial import MOVING, package, until

ENDED = ("COMPLETED", "ROLLED_BACK", "FAILED")
IMAGE = "tiny.img"
RANGE = "10.98.{}.0/24"
GROWS = ", scaling-group-descriptor: [{name: more, max-instance-count: 4, vdu: [{vdu-id-ref: srv, count: 1}]}]"


def vnfd(name, cards=1, scaling=True):
    """A VNF of one machine, which brings its image along."""
    outside = ", ".join(f"{{name: c{i}}}" for i in range(cards))
    interfaces = ", ".join(
        f"{{name: c{i}, position: {i}, type: EXTERNAL, virtual-interface: {{type: VIRTIO}}, "
        f"external-connection-point-ref: c{i}}}" for i in range(cards))
    more = GROWS if scaling else ""
    return f"""
vnfd:vnfd-catalog:
    vnfd:
    -   {{id: {name}, name: {name}, version: '1.0', connection-point: [{outside}], mgmt-interface: {{cp: c0}},
         vdu: [{{id: srv, name: srv, image: {IMAGE}, count: 1, interface: [{interfaces}],
                vm-flavor: {{vcpu-count: 1, memory-mb: 64, storage-gb: 1}}}}]{more}}}
"""


def nsd(name, links, graph=""):
    """Links by name, each with its members: index, VNFD and connection point; with a graph on the first of them."""
    members = {m: v for joined in links.values() for m, v, _ in joined}
    parts = ", ".join(f"{{member-vnf-index: {m}, vnfd-id-ref: {v}}}" for m, v in members.items())
    profiles = ", ".join(
        f"{{name: {link}, ip-profile-params: {{ip-version: ipv4, subnet-address: {RANGE.format(i)}}}}}"
        for i, link in enumerate(links))
    vlds = ", ".join(
        "{id: %s, name: %s, type: ELAN, ip-profile-ref: %s, vnfd-connection-point-ref: [%s]}" % (
            link, link, link, ", ".join(
                f"{{member-vnf-index-ref: {m}, vnfd-id-ref: {v}, vnfd-connection-point-ref: {p}}}"
                for m, v, p in joined)) for link, joined in links.items())
    return f"""
nsd:nsd-catalog:
    nsd:
    -   {{id: {name}, name: {name}, version: '1.0', constituent-vnfd: [{parts}], ip-profiles: [{profiles}],
         vld: [{vlds}]{graph}}}
"""


def graph(source, functions):
    """What the source, a VNF and its connection point, pings passes the functions in this order, each by its points."""
    hops = ", ".join(
        f"{{member-vnf-index-ref: {m}, order: {i}, vnfd-id-ref: {v}, vnfd-ingress-connection-point-ref: {p}, "
        f"vnfd-egress-connection-point-ref: {q}}}" for i, (m, v, p, q) in enumerate(functions))
    member, function, point = source
    return f""",
         vnffgd: [{{id: graph, name: graph, rsp: [{{id: path, name: path, vnfd-connection-point-ref: [{hops}]}}],
          classifier: [{{id: pings, name: pings, rsp-id-ref: path, member-vnf-index-ref: {member}, vnfd-id-ref: {function},
           vnfd-connection-point-ref: {point}, match-attributes: [{{id: icmp, ip-proto: 1,
            source-ip-address: {RANGE.format(0)}, destination-ip-address: {RANGE.format(0)},
            source-port: 0, destination-port: 0}}]}}]}}]"""


OUTER = """
nsd:
  nsd:
  - id: outer
    name: outer
    designer: Telamon
    version: '1.0'
    nested-nsd-id:
    - span
    df:
    - id: default
      ns-profile:
      - id: inner
        nsd-id: span
"""


def chained(first, second):
    """A link with a client, a server and two functions, and the graph by which pings pass these in this order."""
    link = [("client", "probe", "eth0"), ("server", "probe", "eth0"), *(
        (member, "fun", point) for member in ("fw", "dpi") for point in ("in", "out"))]
    return {"lan": link}, graph(link[0], [(member, "fun", "in", "out") for member in (first, second)])


class Orders:
    """What a person orders over REST. Orders that nobody answers are part of the trial, refused ones are not."""

    def __init__(self, telamon, accounts):
        self.telamon = telamon
        self.accounts = accounts
        self.nsd = self.outer = self.small = ""

    def onboard(self, known):
        """Packages by their name; those that a stopped run on-boarded are known."""
        def there(name, content, suffix=".tar.gz"):
            known[name] = known.get(name) or self.telamon.onboard(name, content, suffix)
            return known[name]

        there("spot", package("spot", vnfd("spot"), **{f"images/{IMAGE}": b"\0" * 65536}))
        self.nsd = there("span", package("span", nsd("span", {
            "near": [("near", "spot", "c0")], "far": [("far", "spot", "c0")]})))
        self.small = there("small", package("small", nsd("small", {"only": [("only", "spot", "c0")]})))
        self.outer = there("outer", OUTER.encode(), ".yaml")

    def create(self, nsd, name):
        body = {"nsdId": nsd, "nsName": name, "nsDescription": ""}
        return self.telamon.send("POST", "/nslcm/v1/ns_instances", body)[0]["id"]

    def instantiate(self, instance, everywhere=""):
        """Near stands on the first account, far on the last one, unless all of it goes to one."""
        where = ({"vimAccount": everywhere} if everywhere else
                 {"placement": {"near": self.accounts[0], "far": self.accounts[-1]}})
        return self.order(instance, "instantiate", {"nsFlavourId": "default", "additionalParamsForNs": where})

    def scale(self, instance, member, steps=1):
        data = {"vnfInstanceId": member, "scaleVnfType": "SCALE_OUT" if steps > 0 else "SCALE_IN",
                "scaleByStepData": {"aspectId": "more", "numberOfSteps": abs(steps)}}
        return self.order(instance, "scale", {"scaleType": "SCALE_VNF", "scaleVnfData": [data]})

    def heal(self, instance):
        return self.order(instance, "heal", {"healNsData": {"degreeHealing": "HEAL_RESTORE"}})

    def terminate(self, instance):
        return self.order(instance, "terminate", {})

    def order(self, instance, verb, body):
        return self.telamon.order(instance, verb, body)

    def instances(self):
        return self.telamon.send("GET", "/nslcm/v1/ns_instances?page_size=1000")[0]

    def operations(self):
        return self.telamon.send("GET", "/api/v1/operations?page_size=1000")[0]

    def operation(self, path):
        return self.telamon.send("GET", "/api/v1/operations/" + path.rsplit("/", 1)[1])[0]

    def tasks(self, operation):
        return self.telamon.send("GET", f"/api/v1/operations/{operation}/tasks?page_size=1000")[0]

    def decide(self, path, decision):
        operation = path.rsplit("/", 1)[1]
        if decision != "skip":
            return self.telamon.send("POST", f"/api/v1/operations/{operation}/{decision}")
        for task in self.tasks(operation):
            if task["state"] == "FAILED":
                self.telamon.send("POST", f"/api/v1/operations/{operation}/tasks/{task['id']}/skip")

    def rest(self, path, seconds=240):
        """Waits until an operation has ended or asks for a decision; its state."""
        return until(f"{path} rests", lambda: (
            s := self.telamon.state(path)["operationState"]) not in MOVING and s, seconds)

    def settle(self, seconds=240):
        """Waits until all operations have ended; failed ones are decided as a person would. Those that did not end."""
        end, tries = time.time() + seconds, {}
        while True:
            still = [o for o in self.operations() if o["state"] not in ENDED]
            for one in still:
                if one["state"] == "FAILED_TEMP":
                    tries[one["id"]] = tries.get(one["id"], 0) + 1
                    self.decide("/" + one["id"], "retry" if tries[one["id"]] < 3 else "fail")
            if not still or time.time() > end:
                return [f"{o['kind']} {o['state']}" for o in still], sum(tries.values())
            time.sleep(0.5)

    def take_down(self):
        """Terminates and deletes whatever there is."""
        self.settle()
        ids = {one["id"]: one for one in self.instances()}
        orders = [self.terminate(i) for i, one in ids.items() if one["nsState"] != "NOT_INSTANTIATED"
                  and not re.search(r"\.inner$", one["nsInstanceName"])]
        ends = [self.rest(order) for order in orders]
        unended, _ = self.settle()
        for instance in ids:
            self.telamon.send("DELETE", f"/nslcm/v1/ns_instances/{instance}", good=False)
        return [end for end in ends if end not in ENDED] + unended
