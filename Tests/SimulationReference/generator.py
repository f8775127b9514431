"""Random numbers that the reference and the Swift draw alike: SplitMix64 (Steele, Lea, Flood, OOPSLA 2014) and functions that
use only the operations that IEEE 754 rounds exactly, so that both sides come to the same bits."""

MASK = (1 << 64) - 1
LN2 = 0.693147180559945309417


def logarithm(x):
    """The natural logarithm of x > 0: x = m * 2^k with m in [0.75, 1.5), then 2 artanh((m - 1) / (m + 1)) as 30 terms."""
    k = 0
    while x >= 1.5:
        x /= 2
        k += 1
    while x < 0.75:
        x *= 2
        k -= 1
    y = (x - 1) / (x + 1)
    square = y * y
    power = y
    total = 0.0
    for n in range(1, 60, 2):
        total += power / n
        power *= square
    return 2 * total + k * LN2


def exponential(x):
    """e to the power of x, |x| up to 40: the series at x / 64, squared six times."""
    small = x / 64
    term = 1.0
    total = 1.0
    for n in range(1, 25):
        term = term * small / n
        total += term
    for _ in range(6):
        total *= total
    return total


class Generator:
    def __init__(self, seed):
        self.state = seed & MASK

    def bits(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def unit(self):
        """Above 0, up to 1, in steps of 2^-53."""
        return ((self.bits() >> 11) + 1) / (1 << 53)

    def standard_exponential(self):
        return -logarithm(self.unit())

    def standard_normal(self):
        """Twelve units less six: mean 0, variance 1 (Irwin-Hall)."""
        total = 0.0
        for _ in range(12):
            total += self.unit()
        return total - 6
