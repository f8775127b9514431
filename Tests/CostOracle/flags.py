"""Questions from flags: what is asked, and what the answer has to be."""
from decimal import Decimal

from rules import Task, fargate_hours, fargate_size, instances, money, purchase, tasks_per_instance

RANGE = ("min", "desired", "max")


class Question:
    """`arguments` for ecslint; `expected` holds paths into its JSON; `exit` is the status, `None` where any will do."""

    def __init__(self, arguments):
        self.arguments, self.expected, self.exit, self.files = arguments, {}, None, {}
        self.check, self.label = None, "flags"

    def expect(self, path, value):
        self.expected[path] = value


class Fleet:
    """Everything of a question but the instance type."""

    def __init__(self, random, catalog):
        self.catalog = catalog
        self.region = random.choice(catalog.regions)
        low = random.randint(1, 60)
        desired = low + random.choice([0, 0, 1, random.randint(0, 40)])
        self.tasks = (low, desired, desired + random.choice([0, 1, random.randint(0, 300)]))
        self.zones = random.choice([1, 1, 2, 3])
        self.target = random.choice([100, 100, 90, 80, 73])
        self.distribution = (0, 100)
        self.hours = random.choice([730, 730, 730, 744, 100])
        self.awsvpc, self.trunking = random.random() < 0.25, random.random() < 0.4
        self.host_memory = random.choice([None, None, None, 0, 512, 2048])
        self.daemons = random.choice([None, None, [], [(256, 512)], [(128, 256), (64, 100)]])
        self.spot = None
        self.arguments = ["--region", self.region, "--tasks", ":".join(map(str, self.tasks)), "--zones", str(self.zones)]
        if self.target != 100:
            self.arguments += ["--target-capacity", str(self.target)]
        if self.hours != 730:
            self.arguments += ["--hours", str(self.hours)]
        if self.awsvpc:
            self.arguments += ["--network-mode", "awsvpc"]
        if self.trunking:
            self.arguments += ["--trunking"]
        if self.host_memory is not None:
            self.arguments += ["--host-memory", str(self.host_memory)]
        for daemon in (self.daemons if self.daemons != [] else [(0, 0)]) or []:
            self.arguments += ["--daemon", "%d:%d" % daemon]
        if random.random() < 0.6:
            self.distribution = (random.choice([0, 0, 1, 3, 10]), random.choice([0, 30, 50, 100]))
            self.arguments += ["--on-demand-base", str(self.distribution[0]), "--on-demand-percent", str(self.distribution[1])]
            if random.random() < 0.3:
                self.spot = ("price", Decimal(random.choice(["0.0075", "0.035", "1.2"])))
                self.arguments += ["--spot-price", str(self.spot[1])]
            elif random.random() < 0.3:
                self.spot = ("discount", Decimal(random.choice(["60", "33.5", "0", "100"])))
                self.arguments += ["--spot-discount", str(self.spot[1])]

    def spot_hour(self, name):
        on_demand = self.catalog.on_demand(self.region, name)
        if self.spot is None:
            return self.catalog.spot(self.region, name)
        if self.spot[0] == "price":
            return self.spot[1]
        return None if on_demand is None else on_demand * (100 - self.spot[1]) / 100

    def answer(self, task, kind):
        """(tasks an instance, placed by ECS, instances, on-demand ones, money), the last three for each of the range."""
        daemons = [(128, 256)] if self.daemons is None else self.daemons
        each, placed = tasks_per_instance(task, kind, daemons, self.trunking, self.host_memory)
        counts = [instances(tasks, each, self.zones, self.target) for tasks in self.tasks]
        splits = [None if count is None else purchase(count, *self.distribution) for count in counts]
        price, spot = self.catalog.on_demand(self.region, kind.name), self.spot_hour(kind.name)
        costs = [None if split is None else money(split, price, spot, self.hours) for split in splits]
        return each, placed, counts, [split and split[0] for split in splits], costs


def draw_task(random, fleet, gpus=0):
    cpu = random.choice([64, 100, 128, 200, 256, 333, 512, 1000, 1024, 2048, 4096])
    memory = random.choice([128, 300, 448, 512, 777, 1024, 1500, 2048, 3000, 4096, 7900, 15500, 31300])
    soft = random.choice([None, None, None, memory // 2]) if memory >= 256 else None
    task = Task(cpu, memory, soft, gpus, fleet.awsvpc)
    arguments = ["--cpu", str(cpu), "--memory", str(memory)]
    if soft:
        arguments += ["--soft-memory", str(soft)]
    if gpus:
        arguments += ["--gpus", str(gpus)]
    return task, arguments


def named_type(random, catalog):
    fleet = Fleet(random, catalog)
    names = [name for name in catalog.ec2[fleet.region] if name in catalog.types and catalog.types[name].arch in ("x86_64", "arm64")]
    priced = [name for name in names if catalog.on_demand(fleet.region, name) is not None]
    kind = catalog.types[random.choice(priced if priced and random.random() < 0.97 else names)]
    gpus = random.randint(1, 2) if (kind.gpus or 0) > 0 and random.random() < 0.6 else 0
    task, arguments = draw_task(random, fleet, gpus)
    question = Question(["cost"] + arguments + ["--instance-type", kind.name] + fleet.arguments)
    each, placed, counts, on_demand, costs = fleet.answer(task, kind)
    place = "services.0.placements.0."
    question.expect(place + "tasksPlacedByECS", placed)
    for name, count, bought, cost in zip(RANGE, counts, on_demand, costs):
        if each != 0:
            question.expect(place + f"instances.{name}", count)
            question.expect(place + f"onDemandInstances.{name}", bought)
        question.expect(place + f"monthly.{name}", cost)
    question.exit = 1 if each == 0 else 2 if all(cost is None for cost in costs) else None
    if gpus == 0:
        expect_fargate(question, fleet, task, kind.arch)
    return question


def expect_fargate(question, fleet, task, arch):
    size = fargate_size(fleet.catalog, fleet.region, arch, task.cpu, task.memory)
    if size is None:
        return
    hours = fargate_hours(fleet.catalog, fleet.region, arch, size)
    if hours[0] is None:
        return
    question.expect("services.0.fargate.cpu", size[0])
    question.expect("services.0.fargate.memoryMiB", size[1])
    for purchase_name, hour in zip(("onDemand", "spot"), hours):
        question.expect(f"services.0.fargate.monthly.{purchase_name}.desired", hour * fleet.tasks[1] * fleet.hours)


def ranking(random, catalog):
    """Every type of the ranking has its own figures, holds a task, and no steady type is cheaper than the first."""
    fleet = Fleet(random, catalog)
    fleet.distribution, fleet.spot = (0, 100), None
    while "--on-demand-base" in fleet.arguments:
        start = fleet.arguments.index("--on-demand-base")
        del fleet.arguments[start:]
    arch = random.choice(["x86_64", "arm64"])
    task, arguments = draw_task(random, fleet)
    question = Question(["cost"] + arguments + ["--arch", arch] + fleet.arguments)

    def check(answer):
        placements = answer["services"][0]["placements"]
        steady = []
        for kind in catalog.types.values():
            if kind.arch == arch and kind.bare_metal is False and not kind.gpus and not kind.gpu_memory and not kind.credits:
                each, _, _, _, costs = fleet.answer(task, kind)
                if each and costs[1] is not None:
                    steady.append((costs[1], kind.name))
        if not placements:
            return [("ranking: nothing", sorted(steady)[:1], [])] if steady else []
        faults = []
        for place in placements:
            each, placed, counts, _, costs = fleet.answer(task, catalog.types[place["instanceType"]])
            found = [place["tasksPlacedByECS"], place["instances"]["desired"], Decimal(place["monthly"]["desired"] or 0)]
            if not each or found[:2] != [placed, counts[1]] or abs(found[2] - (costs[1] or 0)) > Decimal("0.005"):
                faults.append((f"ranking: figures of {place['instanceType']}", [placed, counts[1], costs[1]], found))
        first = Decimal(placements[0]["monthly"]["desired"] or 0)
        if steady and first - min(steady)[0] > Decimal("0.005"):
            faults.append(("ranking: a cheaper type is not first", min(steady), (first, placements[0]["instanceType"])))
        return faults

    question.check, question.label = check, "ranking"
    return question
