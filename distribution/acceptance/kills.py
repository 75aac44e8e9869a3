# Licensed under the Apache License, Version 2.0; see LICENSE.
"""Kills the container at named points and at seeded random moments of operations on real clouds."""
import datetime
import random
import threading
import time
import urllib.error

from orders import ENDED
from trial import until
from truth import audit, held, settled

COLUMNS = ("name", "hit", "after", "in flight", "operations", "decided", "ended", "twice", "strays", "leftovers", "seconds")
POINTS = ("before-commit", "committed-not-sent", "sent-not-arrived", "done-not-answered", "answered-not-recorded",
          "recorded-not-released", "in-rollback", "in-expansion")
# what the cloud does with the create of a server: it lies before nova's door, or it is done and the answer held
AT_CLOUD = {"sent-not-arrived": {"delay": 14}, "done-not-answered": {"hold": 14}}
STANDING = 2
LAST = 9.0


class Kills:
    """One bed: a running Telamon, its orders and the clouds by the names of their accounts."""

    def __init__(self, orders, clouds):
        self.orders = orders
        self.telamon = orders.telamon
        self.clouds = clouds
        self.accepted = []
        self.unheard = []
        self.marker = self.telamon.home / "crash-point"

    def named(self, name, seed):
        """A kill at a named point, the n-th time the container gets there."""
        point, dice = name.split("#")[0], random.Random(f"{seed}/{name}")
        begun = time.time()
        if point not in AT_CLOUD:
            self.marker.unlink(missing_ok=True)
            count = 1 if point.startswith("in-") else 1 + dice.randrange(6)
            failing = self.failing() if point == "in-rollback" else ""
            self.telamon.kill()
            self.telamon.start(f"-Dtelamon.crash={point}:{count}:{self.marker}")
        if point == "in-rollback":
            self.accepted.append(failing)
            self.orders.decide(failing, "rollback")
        elif point == "in-expansion":
            outer = self.orders.create(self.orders.outer, "nesting")
            self.accepted.append(self.orders.instantiate(outer, dice.choice(self.orders.accounts)))
        else:
            self.two_new(point)
        return self.kill(self.reached(point), begun)

    def two_new(self, point):
        """Two services at once, a call of which lies at one of the clouds."""
        for cloud in self.clouds.values():
            if point in AT_CLOUD:
                cloud.fault("http", {"service": "nova", "method": "POST", "path": "/servers$", "count": 1,
                                     **AT_CLOUD[point]})
        for number in range(2):
            instance = self.orders.create(self.orders.nsd, f"{point}-{number}")
            self.accepted.append(self.orders.instantiate(instance))

    def failing(self):
        """A service one machine of which cannot be made; it waits for a decision."""
        self.clouds[self.orders.accounts[-1]].fault("http", {
            "service": "nova", "method": "POST", "path": "/servers$", "status": 400, "body": "refused by the trial"})
        instance = self.orders.create(self.orders.nsd, "failing")
        order = self.orders.instantiate(instance)
        state = self.orders.rest(order)
        self.clear()
        if state != "FAILED_TEMP":
            raise SystemExit(f"A service that cannot be made is {state}")
        return order

    def reached(self, point):
        """Waits until it is there; false when it never is."""
        begun = time.time()
        while time.time() < begun + 60:
            if point in AT_CLOUD:
                used = [f for c in self.clouds.values() for f in c.folder.glob("faults.json.used-*/nova-0-0")]
                if used and (point != "done-not-answered" or any(self.servers_by_now())):
                    return True
            elif self.marker.exists():
                return True
            time.sleep(0.05)
        return False

    def servers_by_now(self):
        known = {i for account in self.clouds for i in self.known.get(account, ())}
        return [server for cloud in self.clouds.values() for server in cloud.servers().values()
                if server["id"] not in known]

    def remember(self):
        """Which machines were there before the moment began."""
        self.accepted, self.unheard = [], []
        self.known = {account: [i for kind, _, i in held(cloud) if kind == "server"]
                      for account, cloud in self.clouds.items()}

    def stand(self):
        """Sees to it that some services stand before a random moment."""
        there = [one for one in self.orders.instances() if one["nsState"] == "INSTANTIATED"]
        fresh = [self.orders.create(self.orders.nsd, f"stands-{time.time():.3f}")
                 for _ in range(STANDING + 1 - len(there))]
        for order in [self.orders.instantiate(instance) for instance in fresh]:
            if self.orders.rest(order) != "COMPLETED":
                raise SystemExit(f"A service that is to stand is not well: {self.telamon.state(order)}")
        return [one["id"] for one in there] + fresh

    def seeded(self, name, seed):
        """A kill while one service comes, one grows or shrinks, one is healed and one goes."""
        dice, begun = random.Random(f"{seed}/{name}"), time.time()
        stand = self.stand()
        dice.shuffle(stand)
        self.remember()
        goes, changes, heals = stand[:3]
        self.lose_one(dice, heals)
        comes = self.orders.create(self.orders.nsd, name)
        member = dice.choice(("near", "far"))
        more = self.size(changes, member) < 2
        mine = self.own_of(goes)
        orders = [(comes, "INSTANTIATE", lambda: self.orders.instantiate(comes)),
                  (changes, "SCALE", lambda: self.orders.scale(changes, member, 1 if more else -1)),
                  (heals, "HEAL", lambda: self.orders.heal(heals)),
                  (goes, "TERMINATE", lambda: self.orders.terminate(goes))]
        threads = [threading.Thread(target=self.order, args=(*order, dice.random() * 1.5), daemon=True)
                   for order in orders]
        moment = 0.1 + dice.random() * LAST
        for thread in threads:
            thread.start()
        until("an order is accepted", lambda: self.accepted, 60)
        time.sleep(moment)
        row = self.kill(True, begun, threads, heals)
        states = {one["id"]: one["nsState"] for one in self.orders.instances()}
        here = {i for cloud in self.clouds.values() for _, _, i in held(cloud)}
        left = sorted(mine & here) if states[goes] == "NOT_INSTANTIATED" else []
        for instance in (goes, comes):
            if states[instance] == "NOT_INSTANTIATED":
                self.telamon.send("DELETE", f"/nslcm/v1/ns_instances/{instance}")
        row["wrong"] += left
        return dict(row, **{"after": round(moment, 1), "leftovers": len(left)})

    def own_of(self, instance):
        """Ids of what an instance has on the clouds and shares with nobody."""
        own = set()
        for thing in self.telamon.send("GET", f"/api/v1/ns-instances/{instance}/resources?page_size=1000")[0]:
            if thing["kind"] in ("server", "network"):
                own.add(thing["handle"])
                own.update(v for k, v in thing["attributes"].items() if k.startswith("port/") or k == "subnet")
        return own

    def size(self, instance, member):
        things = self.telamon.send("GET", f"/api/v1/ns-instances/{instance}/resources?page_size=1000")[0]
        return len([t for t in things if t["kind"] == "server" and t["key"].startswith(f"vnf/{member}/")])

    def lose_one(self, dice, instance):
        """Deletes a machine behind Telamon's back and lets it notice."""
        things = self.telamon.send("GET", f"/api/v1/ns-instances/{instance}/resources?page_size=1000")[0]
        lost = dice.choice([t for t in things if t["kind"] == "server"])
        cloud = self.clouds[lost["account"]]
        cloud.send("DELETE", "compute", f"/servers/{lost['handle']}")
        # not only on its way out: the audit would still find it
        until("the machine is gone", lambda: lost["handle"] not in [
            server["id"] for server in cloud.get("compute", "/servers/detail")["servers"]], 60)
        audit(self.orders)

    def order(self, instance, kind, give, wait):
        time.sleep(wait)
        try:
            self.accepted.append(give())
        except (urllib.error.URLError, ConnectionError, OSError):
            self.unheard.append((instance, kind))
        except SystemExit as refused:
            self.accepted.append(f"refused: {refused}")

    def kill(self, hit, begun, threads=(), ill=""):
        """Kills, starts again, and looks at what came of it. What is ill and was not to be healed is healed then."""
        self.telamon.kill()
        killed = datetime.datetime.now(datetime.timezone.utc)
        for thread in threads:
            thread.join(70)
        self.telamon.start()
        refused = [o for o in self.accepted if o.startswith("refused")]
        unended, decided = self.orders.settle()
        self.clear()
        healed = [o["instance"] for o in self.orders.operations() if o["kind"] == "HEAL" and time_of(o["started"])
                  > killed - datetime.timedelta(seconds=60)]
        if ill and ill not in healed:
            self.orders.rest(self.orders.heal(ill))
        accepted = {o.rsplit("/", 1)[1] for o in self.accepted if not o.startswith("refused")}
        flight = 0
        for one in self.orders.operations():
            if (one["instance"], one["kind"]) in self.unheard and time_of(one["started"]) < killed:
                accepted.add(one["id"])
            if time_of(one["changed"]) > killed:
                flight += sum(time_of(task["changed"]) > killed for task in self.orders.tasks(one["id"]))
            if one["id"] in accepted and one["state"] not in ENDED:
                unended.append(one["id"])
        (twice, strays), first = settled(self.orders, self.clouds)
        wrong = refused + unended + twice + strays
        return {"hit": hit, "in flight": flight, "operations": len(accepted), "decided": decided,
                "ended": not unended and not refused, "twice": len(twice), "strays": len(strays),
                "at once": len(first[0]) + len(first[1]), "wrong": wrong, "seconds": round(time.time() - begun)}

    def left(self):
        """Takes all services down; what is left on the clouds."""
        wrong = self.orders.take_down()
        end = time.time() + 30
        while time.time() < end and any(held(cloud) for cloud in self.clouds.values()):
            time.sleep(1)
        return wrong + [f"{account}: {kind} {i}" for account, cloud in self.clouds.items()
                        for kind, _, i in held(cloud)]

    def clear(self):
        for cloud in self.clouds.values():
            cloud.fault("clear")


def time_of(text):
    """Java leaves digits out or gives nine of them."""
    whole, _, part = text.rstrip("Z").partition(".")
    moment = datetime.datetime.fromisoformat(whole + "+00:00")
    return moment + datetime.timedelta(microseconds=int((part + "000000")[:6]))
