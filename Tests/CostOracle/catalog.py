"""The tables of catalog/, read plainly: every row, no search."""
import os
from decimal import Decimal


def decimal(text):
    return Decimal(text) if text else None


class Type:
    """One row of instance-types.tsv with what the other tables say of the type."""

    def __init__(self, row):
        self.name, self.arch = row["instance-type"], row["architecture"]
        self.vcpus, self.memory = int(row["vcpus"]), int(row["memory-mib"])
        self.gpus = int(row["gpus"]) if row["gpus"] else None
        self.gpu_memory = int(row["gpu-memory-mib"] or 0)
        self.bare_metal = {"y": True, "n": False, "": None}[row["bare-metal"]]
        enis = int(row["max-enis"]) - 1 if row["max-enis"] else None
        self.slots = int(row["awsvpc-tasks"]) if row["awsvpc-tasks"] else enis
        self.trunked = int(row["awsvpc-tasks-with-trunking"]) if row["awsvpc-tasks-with-trunking"] else self.slots
        self.registered = None
        self.credits = None


class Catalog:
    def __init__(self, folder):
        self.folder = folder
        self.types = {row["instance-type"]: Type(row) for row in self.rows("instance-types.tsv")}
        measured = {row["instance-type"]: int(row["memory-mib"]) for row in self.rows("registered-memory.tsv")}
        losses = {row["instance-type or nominal/MiB"]: int(row["lost-of-10000"]) for row in self.rows("registered-memory-bounds.tsv")}
        bounds = sorted((int(name[8:]), loss) for name, loss in losses.items() if name.startswith("nominal/"))
        for kind in self.types.values():
            loss = losses.get(kind.name, [loss for size, loss in bounds if size <= kind.memory][-1])
            kind.registered = measured.get(kind.name, kind.memory * (10_000 - loss) // 10_000)
        for row in self.rows("cpu-credits.tsv"):
            if row["instance-type"] in self.types:
                self.types[row["instance-type"]].credits = row
        self.fargate = {row["region/architecture"]: row for row in self.rows("fargate-rates.tsv")}
        self.sizes = sorted({
            (int(row["cpu-units"]), int(row["memory-mib"])) for row in self.rows("fargate-sizes.tsv")
            if "linux" in row["operating-systems"]})
        self.other = {row["item/region"]: Decimal(row["usd"]) for row in self.rows("other-prices.tsv")}
        self.regions = sorted(name[:-4] for name in os.listdir(os.path.join(folder, "ec2-prices")))
        self.ec2 = {
            region: {row["instance-type"]: row for row in self.rows(f"ec2-prices/{region}.tsv")} for region in self.regions}

    def rows(self, name):
        with open(os.path.join(self.folder, name), encoding="utf-8") as file:
            header = file.readline()[1:].rstrip("\n").split("\t")
            for line in file:
                yield dict(zip(header, line.rstrip("\n").split("\t")))

    def on_demand(self, region, name):
        row = self.ec2[region].get(name)
        return decimal(row["on-demand-usd-hour"]) if row else None

    def spot(self, region, name):
        """The on-demand price less the Spot Advisor's saving; the prices of the past are none to reckon with."""
        row = self.ec2[region].get(name)
        price = self.on_demand(region, name)
        if row is None or price is None or not row["spot-saving-percent"]:
            return None
        return price * (100 - Decimal(row["spot-saving-percent"])) / 100
