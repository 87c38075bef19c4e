"""``python3 -m soak [PROOF ...] [--scale PERCENT]``: print a table, fail on a loss."""

from __future__ import annotations

import argparse
import sys

from soak.proofs import FULL_SCALE, PROOFS

_SHOWN = 5


def main() -> int:
    """Exit code 1 when anything was lost."""
    parser = argparse.ArgumentParser(prog="soak")
    parser.add_argument("proofs", nargs="*", help=f"some of {', '.join(PROOFS)}; all by default")
    parser.add_argument(
        "--scale", type=float, default=FULL_SCALE, help="percent of the full figures"
    )
    options = parser.parse_args()
    lost = 0
    for name in options.proofs or PROOFS:
        prove, full = PROOFS[name]
        outcome = prove(max(1, round(full * options.scale / FULL_SCALE)))
        print(outcome.line(), flush=True)
        for loss in outcome.losses[:_SHOWN]:
            print(f"    {loss}")
        lost += len(outcome.losses)
    print("nothing lost" if not lost else f"{lost} LOST")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
