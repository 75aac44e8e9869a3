# Licensed under the Apache License, Version 2.0; see LICENSE.
"""What breaks an edge, and what must hold all the same. Each function gives rows: fault, what was seen, whether it holds."""
import json
import random
import re
import signal
import time

from roles import LEASE, WORK, Edge, Load, Role, SUMMARY, endpoint, tool
from trial import until

# by name: the broker and what it is told
POLICIES = {
    "random": ("router", "--table-conf", "type=random"),
    "random, async": ("router", "--table-conf", "type=random", "--optimizer-conf", "type=async,alpha=0.95"),
    "least-impedance": ("router", "--table-conf", "type=least-impedance", "--optimizer-conf", "type=async,alpha=0.95"),
    "round-robin": ("router", "--table-conf", "type=round-robin", "--optimizer-conf", "type=async,alpha=0.95"),
    "proportional-fairness": ("router", "--table-conf", "type=proportional-fairness", "--optimizer-conf", "type=asyncPF"),
    "two-choices": ("router", "--table-conf", "type=two-choices", "--optimizer-conf", "type=none"),
    "rtt": ("dispatcher", "--ptimeest-conf", "type=rtt"),
    "util": ("dispatcher", "--ptimeest-conf", "type=util"),
    "delay": ("dispatcher", "--ptimeest-conf", "type=delay"),
    "probe": ("dispatcher", "--ptimeest-conf", "type=probe"),
}
IN_TIME, ENOUGH, HERD = 5.0, 0.8, 2.4
# no call may hang: a deadline is 5 s, what a computer does takes a tenth of a second at most
STUCK = 4.9


def cycles(policy, number, seed):
    """Kills and restarts a computer again and again under load, then lets another one join."""
    dice = random.Random(f"{seed}/{policy}")
    edge = Edge(broker=POLICIES[policy], lease=10).up()
    load = Load(edge)
    until("both have work", lambda: all(load.share(at) >= ENOUGH / 2 for at in edge.computers), 10)
    took = []
    for cycle in range(number):
        at, computer = list(edge.computers.items())[cycle % 2]
        computer.kill()
        time.sleep(dice.uniform(0.2, 1.2))
        computer.start()
        took.append(load.restored(at, computer, 1 / 2))
    newcomer = joins(edge, load)
    sent, failed, why = load.stop()
    edge.close()
    return [(f"{policy}: {number} x kill -9, restart",
             f"{sent} requests, {failed} failed {why}; slowest {load.slowest:.2f} s; back at its share after"
             f" {sorted(took)[len(took) // 2]:.1f} s, at worst {max(took):.1f} s",
             failed == 0 and load.slowest < STUCK and max(took) <= IN_TIME), (f"{policy}: a newcomer", *newcomer)]


def joins(edge, load):
    """A third computer comes: its fair share soon, and no herd."""
    at = edge.computer("three")
    until("the newcomer listens", edge.computers[at].ready, 40)
    until("the newcomer is served", lambda: load.share(at) > 0, 30)
    first = time.time()
    most, after = 0.0, None
    while time.time() - first < IN_TIME + 1:
        share = load.share(at)
        if time.time() - first >= 1:
            most = max(most, share)
        if after is None and share >= ENOUGH / 3:
            after = time.time() - first
        time.sleep(0.1)
    seen = f"at its share {after or 99:.1f} s after its first request, at most {most:.2f} of the requests of a second"
    return seen, after is not None and after <= IN_TIME and most <= HERD / 3


def leaves(_seed):
    """SIGTERM drains and deregisters."""
    edge = Edge().up()
    load = Load(edge)
    one = next(iter(edge.computers))
    begun = time.time()
    edge.computers[one].signal(signal.SIGTERM)
    gone = time.time() - begun
    known = one in edge.routes()
    time.sleep(1)
    sent, failed, why = load.stop()
    rows = [("SIGTERM to a computer under load",
             f"ended after {gone:.1f} s, route {'still there' if known else 'withdrawn'}; {sent} requests, {failed} failed {why}",
             failed == 0 and not known and gone < 15)]
    begun = time.time()
    other = next(at for at in edge.computers if at != one)
    edge.computers[other].kill()
    until("the lease runs out", lambda: not edge.routes(), 4 * LEASE + 5)
    rows.append(("a computer that never comes back", f"forgotten after {time.time() - begun:.1f} s, lease {3 * LEASE} s",
                 time.time() - begun < 3 * LEASE + 3))
    good, failed, _ = edge.few(2)
    rows.append(("nobody is left", f"{failed} of 2 requests told so at once", good == 0 and failed == 2))
    edge.close()
    return rows


def forgets(_seed):
    """The controller restarts; then brokers and computers that were there before their controller."""
    edge = Edge().up()
    load = Load(edge)
    edge.controller.kill()
    time.sleep(3)
    sent, failed, why = load.stop()
    rows = [("no controller", f"{sent} requests, {failed} failed {why}", failed == 0 and sent > 100)]
    tool("tableclient", "--server-endpoint", edge.table_at, "--action", "flush")
    edge.controller.start()
    until("the controller listens", edge.controller.ready, 20)
    begun = time.time()
    until("all is learned again", lambda: edge.routes() == set(edge.computers) == edge.routes(1), 30)
    learned = time.time() - begun
    good, failed, _ = edge.few(20)
    rows.append(("the controller restarts knowing nothing, tables are empty", f"all routes again after {learned:.1f} s,"
                 f" lease {3 * LEASE} s; then {good} good, {failed} failed", learned <= 3 * LEASE and failed == 0))
    edge.close()
    edge = Edge(controller=False)
    until("all others run", lambda: all(r.ready() for r in (*edge.computers.values(), edge.broker)), 30)
    time.sleep(3)
    edge.start_controller()
    begun = time.time()
    until("they find it", lambda: edge.routes() == set(edge.computers), 30)
    rows.append(("routers and computers before the controller", f"joined {time.time() - begun:.1f} s after its start",
                 time.time() - begun < 15))
    edge.close()
    return rows


POISON = {"functions": [
    {"name": "boom", "type": "process", "command": ["/bin/sh", "-c", "exit 3"], "mode": "raw"},
    {"name": "flood", "type": "process", "command": ["/usr/bin/yes"], "mode": "raw", "max-output": 100000},
    {"name": "hang", "type": "process", "command": ["/bin/sleep", "60"], "mode": "raw", "timeout-millis": 500}],
    "version": "1.0"}


def poisons(_seed):
    """One bad request of each kind while good ones run."""
    files = WORK / "poison.json", WORK / "small.json"
    files[0].write_text(json.dumps(POISON))
    board = json.loads(tool("computer", "--json-example")[1])
    for processor in board["processors"]:
        processor["memory"] = 4_000_000
    files[1].write_text(json.dumps(board))
    name = board["containers"][0]["lambda"]["name"]
    edge = Edge(options=("--functions", files[0], "--conf", f"type=file,path={files[1]}"))
    until("all listen", lambda: all(r.ready() for r in (*edge.computers.values(), edge.broker)), 60)
    until("all is known", lambda: edge.table().count(" (F)\n") >= 4 * len(edge.computers), 30)
    before = re.sub(r"\[[0-9.]+ *\]", "", edge.table())
    load = Role("client", "--server-endpoints", edge.broker_at, "--lambda", name, "--num-threads", 4, "--deadline", 5,
                name="good")
    rows = []
    for what, words in {
            "more memory than there is": ("--lambda", name, "--sizes", 3_000_000),
            "longer than a broker takes": ("--lambda", name, "--sizes", 4_500_000),
            "just what a broker takes": ("--lambda", name, "--sizes", 4_194_304 - 60),
            "just too long for a computer": ("--lambda", name, "--sizes", 4_191_000),
            "a function that fails": ("--lambda", "boom"), "one that gives too much": ("--lambda", "flood"),
            "one that hangs": ("--lambda", "hang"), "one that nobody has": ("--lambda", "nobody")}.items():
        code, lines, log = tool("client", "--server-endpoints", edge.broker_at, "--max-requests", 1, "--deadline", 5, *words,
                                good=False)
        seen = SUMMARY.search(log)
        rows.append((f"poison: {what}", f"{seen.group(2)} failed{seen.group(3)}", (code, lines, seen.group(2)) == (1, "", "1")))
    load.process.send_signal(signal.SIGTERM)
    load.process.wait(20)
    sent, failed = map(int, SUMMARY.search(load.log()).groups()[:2])
    same = re.sub(r"\[[0-9.]+ *\]", "", edge.table()) == before
    rows.append(("after all poison", f"good requests meanwhile: {sent}, {failed} failed; tables"
                 f" {'unchanged' if same else 'changed'}", failed == 0 and sent > 100 and same))
    edge.close()
    return rows


def loops(_seed):
    """Two routers that send to each other."""
    ends = [(endpoint(), endpoint()) for _ in range(2)]
    routers = [Role("router", "--server-endpoint", a, "--configuration-endpoint", t, "--router-conf", "max-pending-clients=2",
                    name=f"router-{n}") for n, (a, t) in enumerate(ends)]
    until("both listen", lambda: all(r.ready() for r in routers), 30)
    for (_, table), (other, _) in zip(ends, reversed(ends)):
        tool("tableclient", "--server-endpoint", table, "--action", "change", "--destination", other, "--final")
    begun = time.time()
    code, _, log = tool("client", "--server-endpoints", ends[0][0], "--max-requests", 20, "--num-threads", 4, good=False)
    seconds = time.time() - begun
    seen = SUMMARY.search(log)
    Role.end_all()
    return [("a loop of routers, 80 requests", f"{seen.group(2)} failed{seen.group(3)}; {seconds:.1f} s",
             code == 1 and seen.group(2) == "80" and "Loop detected" in log and seconds < 10)]


def pressed(_seed):
    """Deadlines end work; more requests than there is room for are told so."""
    edge = Edge(computers=("one",), broker=("router", "--router-conf", "max-pending-clients=4,max-queue=8")).up()
    one = next(iter(edge.computers))
    begun = time.time()
    code, _, log = tool("client", "--server-endpoints", edge.broker_at, "--sizes", 1_000_000, "--max-requests", 1,
                        "--num-threads", 3, "--deadline", 0.5, good=False)
    seconds = time.time() - begun
    time.sleep(1.2)
    busy = tool("computerclient", "--server-endpoint", edge.busy_at[one], "--duration", 2.5)[1]
    idle = [float(line.split()[2]) for line in busy.splitlines() if " arm " in line][-1]
    rows = [("deadline of 0.5 s, work of 10 s", f"{SUMMARY.search(log).group(3).strip('; ')} after {seconds:.1f} s with the"
             f" start; the processor then is {idle:.0%} busy", code == 1 and "DEADLINE" in log and seconds < 4 and idle == 0)]
    crowd = edge.client("crowd", "--num-threads", 64, "--sizes", 5000, "--duration", 6, "--deadline", 5)
    code, lines, log = crowd.wait()
    failed = int(SUMMARY.search(log).group(2))
    told = re.findall(r"(\d+) x RESOURCE_EXHAUSTED", log)
    rows.append(("64 clients, room for 12", f"{len(lines)} good, {failed} failed{SUMMARY.search(log).group(3)}",
                 len(lines) > 50 and told and int(told[0]) == failed))
    good, failed, log = edge.few(20)
    rows.append(("right after", f"{good} good, {failed} failed", (good, failed) == (20, 0)))
    edge.close()
    return rows


DAG = {"successors": [[1, 2], [3], [3]], "functionNames": ["clambda0", "glambda0", "clambda0", "clambda0"]}


def graphs(_seed):
    """Joins whose inputs meet different computers, and a computer that dies meanwhile."""
    file = WORK / "dag.json"
    file.write_text(json.dumps(dict(DAG, dependencies={}, **{"state-sizes": {}})))
    router = endpoint()
    edge = Edge(controller=False, computers=())
    edge.broker.process.kill()
    edge.broker_at = router
    edge.options = ("--companion-endpoint", router)
    edge.start_controller()
    for name in ("one", "two"):
        edge.computer(name)
    edge.start_broker()
    edge.up()
    code, lines, log = edge.client("graphs", "--dag-conf", f"type=file,filename={file}", "--callback-endpoint", "127.0.0.1:0",
                                   "--num-threads", 4, "--max-requests", 25, "--deadline", 10).wait()
    ended = {line.split()[3] for line in lines}
    rows = [("100 graphs with joins over two computers",
             f"{len(lines)} good, {SUMMARY.search(log).group(2)} failed, ended on {len(ended)} computers",
             code == 0 and len(lines) == 100 and len(ended) == 2)]
    client = edge.client("graphs-killed", "--dag-conf", f"type=file,filename={file}", "--callback-endpoint", "127.0.0.1:0",
                         "--num-threads", 4, "--max-requests", 10, "--sizes", 20000, "--deadline", 5)
    time.sleep(2.5)
    next(iter(edge.computers.values())).kill()
    begun = time.time()
    code, lines, log = client.wait()
    seconds = time.time() - begun
    rows.append(("a computer is killed while 40 graphs run", f"{len(lines)} good, {SUMMARY.search(log).group(2)} failed"
                 f"{SUMMARY.search(log).group(3)}; over after {seconds:.1f} s", len(lines) >= 20 and seconds < 60))
    edge.close()
    return rows


def ports(_seed):
    """A second process on a port that somebody has."""
    edge = Edge().up()
    one = next(iter(edge.computers))
    taken = {
        "controller": ("controller", "--server-endpoint", edge.controller_at),
        "router's requests": ("router", "--server-endpoint", edge.broker_at, "--configuration-endpoint", endpoint()),
        "router's tables": ("router", "--server-endpoint", endpoint(), "--configuration-endpoint", edge.table_at),
        "dispatcher's requests": ("dispatcher", "--server-endpoint", edge.broker_at, "--configuration-endpoint", endpoint()),
        "computer's requests": ("computer", "--server-endpoint", one, "--utilization-endpoint", ""),
        "computer's utilization": ("computer", "--server-endpoint", endpoint(), "--utilization-endpoint", edge.busy_at[one]),
        "computer's states": ("computer", "--server-endpoint", endpoint(), "--utilization-endpoint", "", "--state-endpoint", one),
    }
    refused = [name for name, words in taken.items() if second(*words)]
    good, failed, _ = edge.few(5)
    edge.close()
    return [("a second process on one port", f"{len(refused)} of {len(taken)} refused; the first: {good} good, {failed} failed",
             len(refused) == len(taken) and failed == 0)]


def second(*words):
    code, _, log = Role(*words, name="second").wait(20)
    return code == 1 and "cannot be had" in log
