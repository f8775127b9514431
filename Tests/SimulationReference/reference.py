#!/usr/bin/env python3
"""An SQS queue, the ECS tasks that empty it and the scaling of Application Auto Scaling, written from AWS's documents before and
without the Swift that it is compared with. It is slow and plain on purpose: every choice is a scan over a list.

    reference.py FILE        plays each line, a configuration as JSON; prints a JSON line an event, then a line of totals;
    --plain prints them in the shape that the tests compare

Times are whole milliseconds. Sources:
- SQS developer guide, "Visibility timeout", "Delay queues", "Dead-letter queues" (a message is moved when its receive count
  exceeds maxReceiveCount), "Quotas" (120,000 in flight); API DeleteMessage (the newest receipt handle deletes).
- Application Auto Scaling user guide, "How target tracking scaling works" and "How step scaling works"; API
  StepScalingPolicyConfiguration (what a scale-out added counts during its cooldown; a scale-in rests for the cooldown, and a
  scale-out ends that rest); ECS developer guide, "Target tracking" (the base is the running count).
- The alarms of target tracking (3 of 3 samples above, 15 of 15 below 90 %) as exported from accounts; AWS does not document them.
- ECS developer guide: SIGTERM, and SIGKILL after stopTimeout.

What happens at one moment happens in this order: work ends, timeouts and delays end, messages arrive, messages expire, tasks become
ready, tasks are killed, schedules change bounds; then free workers take messages, oldest task first; then metrics are sampled; then
policies are evaluated.
"""
import json
import sys

from generator import Generator, exponential, logarithm

END, SHOW, ARRIVE, EXPIRE, READY, KILL, SCHEDULE, SAMPLE, EVALUATE = range(9)
TOTALS = ("sent", "deleted", "expired", "dead", "redelivered", "lost", "waiting", "flight", "desired")
Z99 = 2.3263478740408408  # the 99th percentile of the normal distribution


class Reference:
    def __init__(self, given):
        self.given = given
        self.random = Generator(given["seed"])
        self.events = []  # (time, phase, number, what)
        self.number = 0
        self.log = []
        self.messages = []  # one dictionary each
        self.visible = []  # indices in the order in which they became visible
        self.tasks = []
        self.desired = given["capacity"]["desired"]
        self.least = given["capacity"]["min"]
        self.most = given["capacity"]["max"]
        self.samples = []
        self.policies = [
            {"last": None, "base": 0, "direction": 0, "added": 0} for _ in given["policies"]
        ]
        self.counts = dict(sent=0, deleted=0, expired=0, dead=0, redelivered=0, lost=0)
        self.waits = []
        self.rest_until = None  # scale-in rests until then
        self.now = 0
        self.busy_time = self.worker_time = 0  # of all receives since the last sample

    def at(self, time, phase, what=None, number=None):
        """Ties are broken by the order of scheduling; timeouts and expiries of one moment by the message."""
        if time <= self.given["duration"]:
            self.events.append((time, phase, self.number if number is None else number, what))
            self.number += 1

    def note(self, kind, **values):
        self.log.append(dict(t=self.now, e=kind, **values))

    # Load

    def next_arrival(self, n, previous):
        load = self.given["load"]
        if "every" in load:
            messages, milliseconds = load["every"]
            return n * milliseconds // messages
        if "poisson" in load:
            messages, milliseconds = load["poisson"]
            self.exact = getattr(self, "exact", 0.0) + self.random.standard_exponential() * milliseconds / messages
            return int(self.exact)
        seen = 0
        for minute, count in enumerate(load.get("counts", [])):
            if n <= seen + count:
                return minute * 60_000 + (n - seen) * 60_000 // count
            seen += count
        return None

    def work(self):
        work = self.given["work"]
        if "constant" in work:
            return max(1, work["constant"])
        if "exponential" in work:
            return max(1, int(self.random.standard_exponential() * work["exponential"]))
        if "uniform" in work:
            least, most = work["uniform"]
            return max(1, least + int(self.random.unit() * (most - least)))
        median, p99 = work["lognormal"]
        sigma = logarithm(p99 / median) / Z99
        return max(1, int(median * exponential(sigma * self.random.standard_normal())))

    # Messages

    def arrive(self, time):
        index = len(self.messages)
        self.messages.append(dict(sent=time, receives=0, state="waiting", task=None))
        self.counts["sent"] += 1
        self.at(time + self.given["queue"]["retention"], EXPIRE, index, number=index)
        delay = self.given["queue"]["delay"]
        if delay == 0:
            self.visible.append(index)
        else:
            self.messages[index]["state"] = "delayed"
            self.at(time + delay, SHOW, (index, 0), number=index)

    def in_flight(self):
        return sum(1 for m in self.messages if m["state"] == "flight")

    def take(self):
        """Free workers receive, oldest task first, until there is no message or no free worker."""
        while self.visible:
            free = [t for t in self.tasks if t["state"] == "running" and len(t["slots"]) < self.given["worker"]["slots"]]
            if not free:
                return
            task = free[0]
            batch = []
            limit = self.given["queue"]["inFlightLimit"]
            flying = self.in_flight()
            while self.visible and len(batch) < self.given["worker"]["batch"] and flying + len(batch) < limit:
                index = self.visible.pop(0)
                message = self.messages[index]
                most = self.given["queue"]["maxReceives"]
                if most and message["receives"] >= most:
                    message["state"] = "dead"
                    self.counts["dead"] += 1
                    self.note("dead", m=index)
                    continue
                message["receives"] += 1
                if message["receives"] > 1:
                    self.counts["redelivered"] += 1
                message["state"] = "flight"
                batch.append(index)
            if not batch:
                if not self.visible or flying >= limit:
                    return
                continue
            self.receive(task, batch)

    def receive(self, task, batch):
        slot = dict(batch=[])
        task["slots"].append(slot)
        start = self.now
        for index in batch:
            message = self.messages[index]
            fails = self.given["fail"] > 0 and int(self.random.unit() * 1_000_000) < self.given["fail"]
            end = start + self.work()
            entry = dict(m=index, r=message["receives"], start=start, end=end, fails=fails)
            slot["batch"].append(entry)
            self.note("take", m=index, k=task["id"])
            self.at(end, END, (task["id"], slot, entry))
            self.at(self.now + self.given["queue"]["visibility"], SHOW, (index, message["receives"]), number=index)
            start = end

    def end_work(self, identifier, slot, entry):
        task = self.tasks_by_id(identifier)
        if task is None or slot not in task["slots"]:
            return
        index = entry["m"]
        message = self.messages[index]
        gone = message["state"] in ("deleted", "dead", "expired")
        newest = message["receives"] == entry["r"]
        if not entry["fails"] and newest and not gone:
            if message["state"] == "waiting":
                self.visible.remove(index)
            message["state"] = "deleted"
            self.counts["deleted"] += 1
            self.waits.append(entry["start"] - message["sent"])
            self.note("delete", m=index)
        if entry is slot["batch"][-1]:
            task["slots"].remove(slot)
            if task["state"] == "stopping" and not task["slots"]:
                self.stop(task)

    def show(self, index, receives):
        message = self.messages[index]
        if message["receives"] != receives:
            return
        if message["state"] == ("delayed" if receives == 0 else "flight"):
            message["state"] = "waiting"
            self.visible.append(index)
            self.note("show", m=index)

    def expire(self, index):
        message = self.messages[index]
        if message["state"] in ("deleted", "dead", "expired"):
            return
        if message["state"] == "waiting":
            self.visible.remove(index)
        message["state"] = "expired"
        self.counts["expired"] += 1
        self.note("expire", m=index)

    # Tasks

    def tasks_by_id(self, identifier):
        for task in self.tasks:
            if task["id"] == identifier:
                return task
        return None

    def start_tasks(self, count, ready_after):
        for _ in range(count):
            identifier = self.next_id = getattr(self, "next_id", -1) + 1
            self.tasks.append(dict(id=identifier, state="starting", slots=[]))
            self.at(self.now + ready_after, READY, identifier)

    def become_ready(self, identifier):
        task = self.tasks_by_id(identifier)
        if task is not None and task["state"] == "starting":
            task["state"] = "running"
            self.note("ready", k=identifier)

    def stop(self, task):
        self.tasks.remove(task)
        self.note("stop", k=task["id"])

    def kill(self, identifier):
        task = self.tasks_by_id(identifier)
        if task is None or task["state"] != "stopping":
            return
        for slot in task["slots"]:
            for entry in slot["batch"]:
                if entry["end"] > self.now:
                    self.counts["lost"] += 1
        task["slots"] = []
        self.stop(task)

    def set_desired(self, wanted, reason):
        before = self.desired
        self.desired = wanted
        self.note("scale", f=before, n=wanted, by=reason)
        alive = [t for t in self.tasks if t["state"] != "stopping"]
        if wanted > len(alive):
            self.start_tasks(wanted - len(alive), self.given["worker"]["start"])
        for task in sorted(alive, key=self.leaving_order)[: max(0, len(alive) - wanted)]:
            if task["state"] == "starting" or not task["slots"]:
                self.stop(task)
            else:
                task["state"] = "stopping"
                if not self.given["worker"]["drain"]:
                    self.at(self.now + self.given["worker"]["stop"], KILL, task["id"])

    def leaving_order(self, task):
        """Tasks that do not run yet go first; then those that are done first where they may finish, else the newest: ECS does
        not know who is busy."""
        if task["state"] == "starting":
            return (0, 0, -task["id"])
        if not self.given["worker"]["drain"]:
            return (1, 0, -task["id"])
        done = max((slot["batch"][-1]["end"] for slot in task["slots"]), default=0)
        return (1, done, task["id"])

    def running(self):
        return sum(1 for t in self.tasks if t["state"] == "running")

    # Metrics and policies

    def pass_time(self, milliseconds):
        there = [t for t in self.tasks if t["state"] in ("running", "stopping")]
        self.busy_time += sum(len(t["slots"]) for t in there) * milliseconds
        self.worker_time += len(there) * self.given["worker"]["slots"] * milliseconds

    def sample(self):
        ages = [m["sent"] for m in self.messages if m["state"] in ("waiting", "flight", "delayed")]
        self.samples.append(
            dict(visible=len(self.visible), flight=self.in_flight(), running=self.running(),
                 busy=self.busy_time, whole=self.worker_time,
                 age=(self.now - min(ages)) // 1000 if ages else 0))
        self.busy_time = self.worker_time = 0
        self.note("sample", v=len(self.visible), i=self.samples[-1]["flight"], r=self.running())

    def value(self, policy, sample):
        """The metric as (numerator, denominator), or None without data."""
        metric = policy["metric"]
        if metric == "visible":
            return (sample["visible"], 1)
        if metric == "use":
            return (sample["busy"] * 80, sample["whole"]) if sample["whole"] else None
        if metric == "age":
            return (sample["age"], 1)
        if metric == "all":
            return (sample["visible"] + sample["flight"], 1)
        if metric == "backlogPerTask":
            return (sample["visible"], sample["running"]) if sample["running"] else None
        return (sample["visible"], max(1, sample["running"]))  # backlogPerTaskGuarded

    @staticmethod
    def above(value, target, tenths=10):
        return value is not None and value[0] * 1_000_000 * 10 > target * tenths * value[1]

    @staticmethod
    def below(value, target, tenths=10):
        return value is not None and value[0] * 1_000_000 * 10 < target * tenths * value[1]

    def target_wish(self, policy, upto):
        target = policy["target"]
        values = [self.value(policy, s) for s in self.samples[:upto]]
        running = self.running()
        if len(values) >= 3 and all(self.above(v, target) for v in values[-3:]):
            top = values[-1][0] * running * 1_000_000
            bottom = target * values[-1][1]
            wish = max(-(-top // bottom), 1 if running == 0 else 0)
            return ("out", wish)
        if len(values) >= 15 and all(self.below(v, target, 9) for v in values[-15:]):
            if policy["disableIn"]:
                return ("ignored", None)
            top = values[-1][0] * running * 1_000_000
            bottom = target * values[-1][1]
            return ("in", -(-top // bottom))
        return ("ignored" if policy["disableIn"] else "hold", None)

    def step_wish(self, policy, state, upto):
        values = [self.value(policy, s) for s in self.samples[:upto]]
        last = values[-policy["of"]:]
        threshold = policy["threshold"]
        test = self.above if policy["above"] else self.below
        other = self.below if policy["above"] else self.above
        breaching = sum(
            1 for v in last
            if v is not None and (not other(v, threshold) if policy["orEqual"] else test(v, threshold)))
        if len(last) < policy["of"] or breaching < policy["datapoints"] or values[-1] is None:
            return None
        distance = values[-1][0] * 1_000_000 - threshold * values[-1][1]  # times the denominator
        bottom = values[-1][1]
        for lower, upper, amount in policy["steps"]:
            if policy["above"]:
                inside = (lower is None or distance >= lower * bottom) and (upper is None or distance < upper * bottom)
            else:
                inside = (lower is None or distance > lower * bottom) and (upper is None or distance <= upper * bottom)
            if inside:
                return self.adjusted(policy, amount, self.step_base(state, policy, amount))
        return None

    def step_base(self, state, policy, amount):
        """During its cooldown what a scale-out added counts as part of the next."""
        cooling = state["last"] is not None and self.now < state["last"] + policy["cooldown"]
        return state["base"] if cooling and state["direction"] > 0 and amount > 0 else self.desired

    def adjusted(self, policy, amount, base):
        if policy["type"] == "ExactCapacity":
            return amount
        if policy["type"] == "ChangeInCapacity":
            return base + amount
        hundredths = base * amount
        change = abs(hundredths) // 100
        if 0 < abs(hundredths) < 100:
            change = 1
        if hundredths:
            change = max(change, policy.get("magnitude", 0))
        return base + (change if hundredths > 0 else -change)

    def evaluate(self, upto):
        outs, ins, holds = [], [], False
        for index, policy in enumerate(self.given["policies"]):
            state = self.policies[index]
            if policy["kind"] == "target":
                kind, wish = self.target_wish(policy, upto)
                if kind == "out":
                    outs.append((wish, index))
                elif kind == "in":
                    ins.append((wish, index))
                elif kind == "hold":
                    holds = True
            else:
                wish = self.step_wish(policy, state, upto)
                if wish is not None and wish > self.desired:
                    outs.append((wish, index))
                elif wish is not None and wish < self.desired:
                    ins.append((wish, index))
        outs = [(min(max(w, self.least), self.most), i) for w, i in outs]
        outs = [(w, i) for w, i in outs if w > self.desired]
        targets_hold = holds or any(
            True for i, p in enumerate(self.given["policies"])
            if p["kind"] == "target" and not p["disableIn"] and self.target_wish(p, upto)[0] == "out")
        if outs:
            if self.given.get("suspendOut"):
                return
            wish, index = max(outs, key=lambda pair: (pair[0], -pair[1]))
            state = self.policies[index]
            policy = self.given["policies"][index]
            cooling = policy["kind"] == "step" and state["last"] is not None and state["direction"] > 0 \
                and self.now < state["last"] + policy["cooldown"]
            if not cooling:
                state["base"] = self.desired
            state["last"], state["direction"] = self.now, 1
            self.rest_until = None
            self.set_desired(wish, index)
            return
        ins = [(w, i) for w, i in ins if not (targets_hold and self.given["policies"][i]["kind"] == "target")]
        if not ins or self.given.get("suspendIn"):
            return
        wish, index = max(ins, key=lambda pair: (pair[0], -pair[1]))
        wish = min(max(wish, self.least), self.most)
        if wish >= self.desired or (self.rest_until is not None and self.now < self.rest_until):
            return
        policy = self.given["policies"][index]
        self.rest_until = self.now + (policy["in"] if policy["kind"] == "target" else policy["cooldown"])
        state = self.policies[index]
        state["last"], state["direction"] = self.now, -1
        self.set_desired(wish, index)

    def change_bounds(self, action):
        if action["min"] is not None:
            self.least = action["min"]
        if action["max"] is not None:
            self.most = action["max"]
        wanted = min(max(self.desired, self.least), self.most)
        if wanted != self.desired:
            self.set_desired(wanted, "schedule")

    # The run

    def run(self):
        given = self.given
        for _ in range(given["load"].get("backlog", 0)):
            self.arrive(0)
        self.start_tasks(self.desired, 0)
        for action in given["schedule"]:
            self.at(action["at"], SCHEDULE, action)
        first = self.next_arrival(1, 0)
        if first is not None:
            self.at(first, ARRIVE, 1)
        self.at(60_000, SAMPLE)
        while self.events:
            event = min(e[:3] for e in self.events)
            if event[0] > self.now or event[1] >= SAMPLE:
                self.take()
                event = min(e[:3] for e in self.events)
            position = next(i for i, e in enumerate(self.events) if e[:3] == event)
            time, phase, _, what = self.events.pop(position)
            self.pass_time(time - self.now)
            self.now = time
            if phase == END:
                self.end_work(*what)
            elif phase == SHOW:
                self.show(*what)
            elif phase == ARRIVE:
                self.arrive(time)
                following = self.next_arrival(what + 1, time)
                if following is not None:
                    self.at(following, ARRIVE, what + 1)
            elif phase == EXPIRE:
                self.expire(what)
            elif phase == READY:
                self.become_ready(what)
            elif phase == KILL:
                self.kill(what)
            elif phase == SCHEDULE:
                self.change_bounds(what)
            elif phase == SAMPLE:
                self.sample()
                self.at(time + given["metrics"]["delay"], EVALUATE, len(self.samples))
                self.at(time + 60_000, SAMPLE)
            else:
                self.evaluate(what)
        self.take()
        waiting = sum(1 for m in self.messages if m["state"] in ("waiting", "delayed"))
        return dict(self.counts, waiting=waiting, flight=self.in_flight(), desired=self.desired)


def written(line):
    """A line for comparison: `60000 take m=3 k=0`."""
    rest = " ".join(f"{key}={value}" for key, value in line.items() if key not in ("t", "e"))
    return f"{line['t']} {line['e']} {rest}" if "t" in line else f"{line['e']} {rest}"


def play(given):
    reference = Reference(given)
    totals = reference.run()
    for line in reference.log:
        print(written(line) if "--plain" in sys.argv else json.dumps(line, separators=(",", ":")))
    line = dict(e="totals", **{key: totals[key] for key in TOTALS})
    print(written(line) if "--plain" in sys.argv else json.dumps(line, separators=(",", ":")))


if __name__ == "__main__":
    # Each line is a configuration; `-` is standard input.
    with sys.stdin if sys.argv[1] == "-" else open(sys.argv[1]) as lines:
        for line in lines:
            if line.strip():
                play(json.loads(line))
