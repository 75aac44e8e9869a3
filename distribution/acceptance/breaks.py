# Licensed under the Apache License, Version 2.0; see LICENSE.
"""The faults of the trial: how each is brought about and mended, what must be seen of it, and how the operation ends."""
import re
import time
import urllib.request

from trial import until
from truth import held

NO_ANSWER = "no answer, no id"


class Trouble:
    """A fault. `words` must be among what the operation shows; `decision` is due, or it goes on by itself."""

    no_request = ""
    decision = ""
    may_retry = False
    ends = "COMPLETED"
    lasts = 0
    patience = 90

    def __init__(self, name, words, **more):
        self.name, self.words = name, words
        self.__dict__.update(more)

    def before(self, bed):
        """Breaks it before the order."""

    def after(self, bed):
        """Breaks it when the order is accepted."""

    def mend(self, bed):
        bed.cloud.fault("clear")

    def check(self, bed, instance, order):
        """What is wrong besides."""
        return []


class Service(Trouble):
    """A service of the cloud that does not answer at all, or does not listen."""

    no_request = NO_ANSWER
    may_retry = True

    def after(self, bed):
        bed.cloud.fault(self.how, self.service)

    def mend(self, bed):
        bed.cloud.fault({"hang": "resume", "kill": "start"}[self.how], self.service)


class Answer(Trouble):
    """Answers that are errors."""

    def before(self, bed):
        bed.cloud.fault("http", self.rule)


class Lost(Answer):
    """The cloud does it, and the answer gets lost on its way."""

    def check(self, bed, instance, order):
        servers = [i for kind, _, i in held(bed.cloud) if kind == "server"]
        return [] if len(servers) == 1 else [f"{len(servers)} machines for one"]


class Throttled(Answer):
    """The cloud says when to come again."""

    def check(self, bed, instance, order):
        gaps = []
        for task in bed.orders.tasks(order.rsplit("/", 1)[1]):
            tries = task["attempts"]
            for early, late in zip(tries, tries[1:]):
                if re.search(self.words, (early.get("problem") or {}).get("detail", "")):
                    gaps.append(seconds(late["started"]) - seconds(early["ended"]))
        return [f"asked again after {gap:.1f} s" for gap in gaps if gap < self.rule["retry_after"] - 0.05]


class Expiring(Trouble):
    """All tokens of the account die, and those that come live for some seconds only."""

    no_request = "not an error"

    def before(self, bed):
        self.lifetime(bed, 9)
        bed.cloud.fault("virt", {"testbed:spawn_delay": 12})

    def after(self, bed):
        self.begun = time.time()
        user = bed.cloud.get("identity", f"/users?name={bed.cloud.user}")["users"][0]["id"]
        # a password that is set anew, be it the same, revokes all tokens; services believe them until they ask again
        bed.cloud.send("PATCH", "identity", f"/users/{user}", {"user": {"password": bed.cloud.secret}})
        time.sleep(1.5)
        bed.cloud.fault("kill", "memcached")
        bed.cloud.fault("start", "memcached")

    def mend(self, bed):
        end = time.time() + 40
        while time.time() < end and not self.working(bed.cloud):
            time.sleep(1)
        self.logins = logins(bed.cloud, self.begun)
        bed.cloud.fault("clear")
        self.lifetime(bed, 14400)

    @staticmethod
    def working(cloud):
        """Whether a server works; the cloud may refuse this question too while tokens expire."""
        found = cloud.get("compute", "/servers/detail").get("servers", [])
        return any(server["status"] == "ACTIVE" for server in found)

    def check(self, bed, instance, order):
        return [] if self.logins > 2 else [f"{self.logins} tokens were fetched"]

    @staticmethod
    def lifetime(bed, seconds_):
        """Keystone reads its settings when it starts."""
        file = bed.cloud.folder / "etc/keystone.conf"
        file.write_text(re.sub(r"(?m)^expiration = .*", f"expiration = {seconds_}", file.read_text()))
        bed.cloud.fault("kill", "keystone")
        bed.cloud.fault("start", "keystone")
        until("keystone answers", lambda: answers(bed.cloud.keystone), 60)
        bed.cloud.login()
        bed.cloud.until = time.time() + seconds_ / 2


class Quota(Trouble):
    """Somebody else uses up the quota after the plan was made: what comes before the machine is slow meanwhile."""

    decision, ends = "rollback", "ROLLED_BACK"
    slow, delay, usual = "/networks$", 3, -1

    def before(self, bed):
        bed.cloud.fault("http", {"service": "neutron", "method": "POST", "path": self.slow, "delay": self.delay,
                                 "count": 1})

    def after(self, bed):
        self.limit(bed, 0)

    def mend(self, bed):
        bed.cloud.fault("clear")
        self.limit(bed, self.usual)

    @staticmethod
    def limit(bed, instances):
        # by force: nova takes no limit below what is in use otherwise
        quota = {"instances": instances, "force": True}
        bed.cloud.send("PUT", "compute", f"/os-quota-sets/{bed.cloud.project}", {"quota_set": quota})


class NoHost(Trouble):
    """No host takes new machines."""

    decision, ends = "fail", "FAILED"

    def before(self, bed):
        self.let(bed, "disable")

    def mend(self, bed):
        self.let(bed, "enable")

    @staticmethod
    def let(bed, word):
        for service in bed.cloud.get("compute", "/os-services?binary=nova-compute")["services"]:
            bed.cloud.send("PUT", "compute", f"/os-services/{word}", {
                "host": service["host"], "binary": "nova-compute"})


class Broken(Trouble):
    """The machine is taken and ends in ERROR."""

    decision = "skip"

    def before(self, bed):
        bed.cloud.fault("virt", {"testbed:spawn_error": "abort"})


def answers(address):
    try:
        urllib.request.urlopen(address, timeout=5).close()
    except OSError:
        return False
    return True


def logins(cloud, since):
    """Tokens that clients without a name fetched from keystone; services and tools tell theirs."""
    lines = (cloud.folder / "access.log").read_text().splitlines()
    return sum(1 for line in lines if " keystone POST /v3/auth/tokens " in line and line.endswith(" -")
               and float(line.split()[0]) > since)


def seconds(text):
    hours, minutes, rest = text.rstrip("Z").split("T")[1].split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


def servers(**more):
    return dict({"service": "nova", "method": "POST", "path": "/servers$"}, **more)


def networks(**more):
    return dict({"service": "neutron", "method": "POST", "path": "/networks$"}, **more)


SILENT = "(?i)time|no answer|refused|connect|reset|broken"
ALL = {trouble.name: trouble for trouble in (
    Service("nova stopped", SILENT, how="kill", service="nova-api"),
    Service("neutron stopped", SILENT, how="kill", service="neutron"),
    Service("nova hangs", SILENT, how="hang", service="nova-api", lasts=20),
    Service("neutron hangs", SILENT, how="hang", service="neutron", lasts=20),
    Answer("500", "injected by the testbed", rule=servers(status=500), decision="retry", patience=60),
    Throttled("503", "injected by the testbed", rule=networks(status=503, retry_after=3, count=2)),
    Throttled("429", "injected by the testbed", rule=servers(status=429, retry_after=3, count=2)),
    Expiring("token expires", ""),
    Quota("quota exceeded", "Quota exceeded"),
    NoHost("no valid host", "No valid host was found"),
    Broken("server goes to ERROR", "Build of instance \\S+ aborted"),
    Lost("answer lost", "injected by the testbed", rule=servers(status=504, after=True, count=1)),
    Lost("answer cut off", "(?i)end|cut|broken|closed|short", rule=servers(drop=True, after=True, count=1),
         no_request=NO_ANSWER),
)}
