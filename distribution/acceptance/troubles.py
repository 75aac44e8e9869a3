# Licensed under the Apache License, Version 2.0; see LICENSE.
"""Breaks one of two clouds in every way its test bed knows, while services come there and the other cloud works on."""
import pathlib
import re
import statistics
import threading
import time

import breaks
from orders import ENDED
from truth import settled

COLUMNS = ("name", "cause shown", "request id", "way out", "state", "others", "threads", "seconds")
REQUEST = re.compile(r"req-[0-9a-f]{8}-[0-9a-f-]{27}")
SPARE_THREADS = 24


class Beat(threading.Thread):
    """Scales a service on the other cloud out and in for as long as it is told to; how long each took."""

    def __init__(self, orders, instance, least):
        super().__init__(daemon=True)
        self.orders, self.instance, self.least = orders, instance, least
        self.took, self.bad, self.done = [], [], threading.Event()

    def run(self):
        while not self.done.is_set() or len(self.took) < self.least or len(self.took) % 2:
            begun = time.time()
            try:
                state = self.orders.rest(self.orders.scale(self.instance, "only", 1 - 2 * (len(self.took) % 2)), 120)
            except SystemExit as late:
                state = str(late)
            if state != "COMPLETED":
                self.bad.append(state)
                return
            self.took.append(time.time() - begun)

    def end(self):
        self.done.set()
        self.join(300)
        return self.took


class Threads(threading.Thread):
    """Samples how many threads the container has, and how many of them are calls to clouds."""

    def __init__(self, telamon):
        super().__init__(daemon=True)
        self.folder = pathlib.Path(f"/proc/{telamon.pid()}/task")
        self.most, self.calls, self.done = 0, 0, threading.Event()

    def run(self):
        while not self.done.wait(0.2):
            names = []
            for task in self.folder.iterdir():
                try:
                    names.append((task / "comm").read_text())
                except OSError:
                    continue
            self.most = max(self.most, len(names))
            self.calls = max(self.calls, sum(name.startswith("ro-call") for name in names))

    def end(self):
        self.done.set()
        self.join()
        return self.most, self.calls


class Troubles:
    """The cloud that breaks is the first account's; with a second one, that works on meanwhile."""

    def __init__(self, orders, clouds, ledger):
        self.orders, self.clouds, self.ledger = orders, clouds, ledger
        self.telamon = orders.telamon
        self.account, self.cloud = next(iter(clouds.items()))
        self.other = ([a for a in clouds if a != self.account] or [""])[0]
        self.beating, self.alone, self.idle = "", 0.0, 0

    def run(self, wanted):
        names = list(breaks.ALL) if wanted == "all" else wanted.split(",")
        todo = [name for name in names if not self.ledger.row(f"fault {name}")]
        if not todo:
            return
        self.base()
        for name in todo:
            try:
                row = self.one(breaks.ALL[name])
            except SystemExit as stopped:
                self.orders.settle()
                row = {"state": "the trial of it stopped", "wrong": [str(stopped)]}
            good = not row["wrong"]
            print(f"  {'ok ' if good else 'NO '} {name}: " + ", ".join(
                f"{k} {v}" for k, v in row.items() if k != "wrong"), flush=True)
            for words in row["wrong"]:
                print(f"      {words}", flush=True)
            self.ledger.put(f"fault {name}", row)
        self.orders.take_down()

    def base(self):
        """What the other cloud's operations take, and how many threads there are, while nothing is broken."""
        threads = Threads(self.telamon)
        threads.start()
        if self.other:
            self.beating = self.orders.create(self.orders.small, "beats")
            self.well(self.orders.instantiate(self.beating, self.other))
            beat = Beat(self.orders, self.beating, 6)
            beat.start()
            self.alone = statistics.median(beat.end())
            print(f"  the other cloud alone: {self.alone:.1f} s an operation", flush=True)
        warm = self.orders.create(self.orders.small, "warm")
        self.well(self.orders.instantiate(warm, self.account))
        self.well(self.orders.terminate(warm))
        self.idle, _ = threads.end()

    def well(self, order):
        state = self.orders.rest(order)
        if state != "COMPLETED":
            raise SystemExit(f"{order}: {self.telamon.state(order)}")

    def one(self, trouble):
        """One fault: ordered, seen, mended, ended, looked after."""
        begun = time.time()
        beat = Beat(self.orders, self.beating, 2) if self.other else None
        threads = Threads(self.telamon)
        threads.start()
        instance = self.orders.create(self.orders.small, trouble.name)
        try:
            trouble.before(self)
            order = self.orders.instantiate(instance, self.account)
            trouble.after(self)
            if beat:
                beat.start()
            wrong, words = self.see(trouble, order)
            if trouble.decision:
                self.orders.rest(order)
            time.sleep(trouble.lasts)
        finally:
            trouble.mend(self)
        state, way = self.way_out(trouble, order)
        took = beat.end() if beat else []
        wrong += beat.bad if beat else []
        most, calls = threads.end()
        if state != trouble.ends:
            wrong.append(f"ended {state}, not {trouble.ends}: {self.orders.operation(order).get('problem')}")
        if most > self.idle + SPARE_THREADS:
            wrong.append(f"{most} threads, {self.idle} without the fault")
        wrong += trouble.check(self, instance, order) + self.look_after(instance)
        wrong += self.leave(instance)
        return {"cause shown": words[:240], "request id": "yes" if REQUEST.search(words) else trouble.no_request,
                "way out": way, "state": state, "others": self.others(took),
                "threads": f"{most} ({calls} calls; {self.idle} before)", "wrong": wrong,
                "ratio": round(statistics.median(took) / self.alone, 2) if took else None,
                "seconds": round(time.time() - begun)}

    def others(self, took):
        """Time of the other cloud's operations beside what they take alone."""
        if not took:
            return "-"
        return f"{statistics.median(took):.1f} s, x {statistics.median(took) / self.alone:.2f} ({len(took)})"

    def see(self, trouble, order):
        """Waits until the operation or its lane shows the cause in the cloud's words."""
        seen = ""
        end = time.time() + trouble.patience
        while time.time() < end:
            operation = self.orders.operation(order)
            texts = [text(operation.get("problem"))]
            for task in self.orders.tasks(operation["id"]):
                texts += [task.get("waitingFor", ""), text(task.get("problem"))]
                texts += [text(attempt.get("problem")) for attempt in task["attempts"]]
            hits = [t for t in texts if re.search(trouble.words, t)]
            # with a request id, once it is there; without one when the fault has none to tell
            hits.sort(key=lambda t: not REQUEST.search(t))
            if hits and (REQUEST.search(hits[0]) or trouble.no_request):
                return [], hits[0]
            seen = hits[0] if hits else " / ".join(filter(None, texts)) or seen
            if operation["state"] in ENDED and not hits:
                break
            time.sleep(0.3)
        lacking = "shown without the cloud's request id" if re.search(trouble.words, seen) else "the cause is not shown"
        return [f"{lacking}: {seen}"], seen

    def way_out(self, trouble, order):
        """How it ends, and by whose decision. Where a retry may be due, it is when all tries were used up."""
        state, way = self.orders.rest(order), "by itself"
        decision = trouble.decision or ("retry" if trouble.may_retry else "")
        if state == "FAILED_TEMP" and decision:
            self.orders.decide(order, decision)
            state, way = self.orders.rest(order), decision
        elif trouble.decision:
            way = "none was due"
        if state == "FAILED_TEMP":
            self.orders.decide(order, "fail")
            state = "FAILED_TEMP, then " + self.orders.rest(order)
        return state, way

    def look_after(self, instance):
        """The clouds hold what the records say; what a decision left in ERROR is recorded so."""
        (twice, strays), _ = settled(self.orders, self.clouds)
        return twice + [words for words in strays if " recorded vnf/" not in words]

    def leave(self, instance):
        """Takes the service down; nothing may be left but the service that beats."""
        states = {one["id"]: one["nsState"] for one in self.orders.instances()}
        wrong = []
        if states[instance] != "NOT_INSTANTIATED":
            state = self.orders.rest(self.orders.terminate(instance))
            wrong = [] if state == "COMPLETED" else [f"its termination is {state}"]
        self.telamon.send("DELETE", f"/nslcm/v1/ns_instances/{instance}")
        (twice, strays), _ = settled(self.orders, self.clouds)
        return wrong + twice + strays


def text(problem):
    """Words of a problem and the id of the request that it names."""
    if not problem:
        return ""
    return problem["detail"] + (f" [{problem['requestId']}]" if problem.get("requestId") else "")
