# Licensed under the Apache License, Version 2.0; see LICENSE.
"""A service of machines and networks on a bare OpenStack, as somebody careful would write it by hand."""
import concurrent.futures
import json
import time
import urllib.request

PARALLEL = 4
PAUSE = 1.0
TAGS = {"OpenStack-API-Version": "compute 2.90"}


class Bare:
    """One login; every call says who calls, so that it can be counted on the cloud's side."""

    def __init__(self, cloud, image):
        self.cloud, self.image = cloud, image
        user = {"name": cloud.user, "password": cloud.secret, "domain": {"name": "Default"}}
        scope = {"project": {"name": cloud.used, "domain": {"name": "Default"}}}
        body = {"auth": {"identity": {"methods": ["password"], "password": {"user": user}}, "scope": scope}}
        head, answer = self.call("POST", cloud.keystone + "/auth/tokens", body, {})
        self.token, self.project = head["X-Subject-Token"], answer["token"]["project"]["id"]

    def call(self, method, address, body=None, headers=None):
        request = urllib.request.Request(address, method=method, headers={
            "User-Agent": "bare", **({"X-Auth-Token": self.token, **TAGS} if headers is None else headers)})
        data = json.dumps(body).encode() if body is not None else None
        if data:
            request.add_header("Content-Type", "application/json")
        with urllib.request.urlopen(request, data, timeout=60) as answer:
            text = answer.read()
            return answer.headers, json.loads(text) if text else {}

    def ask(self, method, service, path, body=None):
        return self.call(method, self.cloud.at[service] + path, body)[1]

    def bring(self, name, networks, machines):
        """Looks up and checks first, makes networks, then machines with their cards, and waits for all by one list."""
        image = self.ask("GET", "image", f"/v2/images?name={self.image}&status=active")["images"][0]["id"]
        flavor = self.flavor(name)
        limits = self.ask("GET", "compute", "/limits")["limits"]["absolute"]
        quota = self.ask("GET", "network", f"/v2.0/quotas/{self.project}/details.json")["quota"]
        if 0 <= limits["maxTotalInstances"] < limits["totalInstancesUsed"] + len(machines):
            raise SystemExit("The quota of machines does not do")
        if 0 <= quota["network"]["limit"] < quota["network"]["used"] + len(networks):
            raise SystemExit("The quota of networks does not do")
        with concurrent.futures.ThreadPoolExecutor(PARALLEL) as pool:
            made = dict(zip(networks, pool.map(lambda link: self.network(name, link, networks.index(link)), networks)))
            servers = list(pool.map(lambda one: self.server(name, *one, made, image, flavor), machines.items()))
        while True:
            seen = self.ask("GET", "compute", f"/servers/detail?tags={name}")["servers"]
            if all(server["status"] == "ACTIVE" for server in seen) and len(seen) == len(servers):
                break
            if any(server["status"] == "ERROR" for server in seen):
                raise SystemExit(f"A machine is in ERROR: {seen}")
            time.sleep(PAUSE)
        return {"servers": [server for server, _ in servers], "ports": [p["id"] for _, ports in servers for p in ports],
                "networks": list(made.values()), "flavor": flavor}

    def flavor(self, name):
        for one in self.ask("GET", "compute", "/flavors/detail")["flavors"]:
            if one["name"] == name:
                return one["id"]
        body = {"name": name, "vcpus": 1, "ram": 64, "disk": 1}
        return self.ask("POST", "compute", "/flavors", {"flavor": body})["flavor"]["id"]

    def network(self, name, link, number):
        made = self.ask("POST", "network", "/v2.0/networks", {"network": {"name": link, "description": name}})
        subnet = {"network_id": made["network"]["id"], "cidr": f"10.98.{number}.0/24", "ip_version": 4, "name": link,
                  "description": name}
        self.ask("POST", "network", "/v2.0/subnets", {"subnet": subnet})
        return made["network"]["id"]

    def server(self, name, machine, links, made, image, flavor):
        cards = [{"network_id": made[link], "name": f"c{i}@{machine}", "description": name}
                 for i, link in enumerate(links)]
        ports = self.ask("POST", "network", "/v2.0/ports", {"ports": cards})["ports"]
        body = {"name": machine, "imageRef": image, "flavorRef": flavor, "tags": [name], "metadata": {"bench": name},
                "networks": [{"port": port["id"]} for port in ports]}
        return self.ask("POST", "compute", "/servers", {"server": body})["server"]["id"], ports

    def take(self, things):
        """Removes it again; not measured."""
        for server in things["servers"]:
            self.ask("DELETE", "compute", f"/servers/{server}")
        while set(things["servers"]) & {s["id"] for s in self.ask("GET", "compute", "/servers")["servers"]}:
            time.sleep(PAUSE)
        for kind in ("ports", "networks"):
            for one in things[kind]:
                self.ask("DELETE", "network", f"/v2.0/{kind}/{one}")
        self.ask("DELETE", "compute", f"/flavors/{things['flavor']}")
