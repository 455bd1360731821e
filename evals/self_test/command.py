"""Prints the self-test: every fault, the measure without and with it, and whether it was seen."""

from rich.console import Console
from rich.progress import track
from rich.table import Table

from assistant.opening import Assistant
from evals.self_test.faults import FAULTS
from evals.self_test.running import self_test


def print_self_test() -> int:
    """Plant every fault; the exit status is 1 where one is not seen."""
    table = Table("inplanterat fel", "svit och mått", "utan", "med", "p", "upptäckt")
    missed = 0
    for seen in track(self_test(Assistant.open()), "självprov", total=len(FAULTS)):
        missed += not seen.caught
        table.add_row(
            seen.fault.name,
            f"{seen.fault.suite}: {seen.fault.measure}",
            f"{seen.without.value:.3f}",
            f"{seen.planted.value:.3f}",
            f"{seen.chance:.4f}",
            "ja" if seen.caught else "nej",
        )
    Console().print(table)
    print(f"{len(FAULTS) - missed} av {len(FAULTS)} inplanterade fel upptäcktes")
    return int(bool(missed))
