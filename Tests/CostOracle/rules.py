"""The rules of the calculator's specification, section by section, with whole numbers and decimals only."""
from decimal import Decimal

KEPT_FOR_HOST = 1024


def ceil(dividend, divisor):
    return -(-dividend // divisor)


class Task:
    def __init__(self, cpu, memory, soft=None, gpus=0, awsvpc=False, host_port=False):
        self.cpu, self.memory, self.soft, self.gpus = cpu, memory, soft, gpus
        self.awsvpc, self.host_port = awsvpc, host_port


def fits(task, kind, memory, per_task, daemons, trunking):
    """Section 1.1: the least over all dimensions; `None` where a dimension that is needed is unknown."""
    answers = [max(0, memory - sum(d[1] for d in daemons)) // per_task]
    if task.cpu:
        answers.append(max(0, kind.vcpus * 1024 - sum(d[0] for d in daemons)) // task.cpu)
    unknown = False
    if task.awsvpc:
        slots = kind.trunked if trunking else kind.slots
        if slots is None:
            unknown = True
        else:
            answers.append(max(0, slots))
    if task.gpus:
        if kind.gpus is None:
            unknown = True
        else:
            answers.append(kind.gpus // task.gpus)
    if task.host_port and not task.awsvpc:
        answers.append(1)
    least = min(answers)
    return None if unknown and least > 0 else least


def tasks_per_instance(task, kind, daemons=(), trunking=False, host_memory=None, reserved=0):
    """Section 13.1: (what the sums take, what ECS places). The plan keeps memory for the host and counts hard limits."""
    keep = host_memory if host_memory is not None else (0 if kind.registered <= 1024 else KEPT_FOR_HOST)
    planned = fits(task, kind, kind.memory - keep, task.memory, daemons, trunking)
    placed = fits(task, kind, kind.registered - reserved, task.soft or task.memory, daemons, trunking)
    return (None if planned is None or placed is None else min(planned, placed)), placed


def instances(tasks, each, zones=1, target=100):
    """Sections 1.6 and 2.1: zone by zone, one in each zone at least, then room for managed scaling."""
    if each is None or each == 0:
        return None
    spread = [tasks // zones + (1 if zone < tasks % zones else 0) for zone in range(zones)]
    packed = sum(ceil(part, each) for part in spread)
    if zones > 1 and tasks > 0:
        packed = max(packed, zones)
    return ceil(packed * 100, target)


def bounded(count, least, most):
    return min(max(count, least), most)


def purchase(count, base, percent):
    """Section 2.5: (on demand, Spot)."""
    on_demand = min(base, count) + ceil(max(0, count - base) * percent, 100)
    return on_demand, count - on_demand


def money(split, on_demand_hour, spot_hour, hours):
    total = Decimal(0)
    for count, hour in zip(split, (on_demand_hour, spot_hour)):
        if count:
            if hour is None:
                return None
            total += count * hour * hours
    return total


def strategy(tasks, lines):
    """Section 2.4: tasks of each line (base, weight): base first, the rest by weight, the largest fraction gets what is left."""
    bases = [min(base, tasks) for base, _ in lines]
    rest = tasks - sum(bases)
    weights = sum(weight for _, weight in lines)
    if weights == 0:
        return [tasks if len(lines) == 1 else base for base in bases]
    shares = [rest * weight // weights for _, weight in lines]
    order = sorted(range(len(lines)), key=lambda line: -(rest * lines[line][1] % weights))
    for line in order[:rest - sum(shares)]:
        shares[line] += 1
    return [base + share for base, share in zip(bases, shares)]


def fargate_hours(catalog, region, arch, size, storage=20):
    """Section 3: (on demand, Spot) of one task an hour; a rate that is missing voids its own line."""
    rate = catalog.fargate.get(f"{region}/{arch}")
    if rate is None or not rate["vcpu-usd-hour"]:
        return None, None
    vcpus, gigabytes = Decimal(size[0]) / 1024, Decimal(size[1]) / 1024
    on_demand = vcpus * Decimal(rate["vcpu-usd-hour"]) + gigabytes * Decimal(rate["gb-usd-hour"])
    spot = on_demand * 30 / 100
    if rate["spot-vcpu-usd-hour"]:
        spot = vcpus * Decimal(rate["spot-vcpu-usd-hour"]) + gigabytes * Decimal(rate["spot-gb-usd-hour"])
    extra = Decimal(0)
    if storage > 20 and rate["ephemeral-gb-usd-hour"]:
        extra = (storage - 20) * Decimal(rate["ephemeral-gb-usd-hour"])
    return on_demand + extra, spot + extra


def fargate_size(catalog, region, arch, cpu, memory):
    """The cheapest legal size that holds the task; without a rate the smallest by CPU, then memory."""
    sizes = [size for size in catalog.sizes if size[0] >= cpu and size[1] >= memory]
    return min(sizes, key=lambda size: (fargate_hours(catalog, region, arch, size)[0] or 0, size)) if sizes else None
