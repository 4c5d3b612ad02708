#!/usr/bin/env python3
"""Faults that users reported of this and of similar programs, each with its right value.

run_cases.py PROGRAM [CASE...] runs all cases, or those named, against the pipescope-cli PROGRAM.
"""

import os
import sys
import traceback

import case_tools
import cli_cases  # noqa: F401  registers its cases
import document_cases  # noqa: F401
import file_cases  # noqa: F401


def run(cli, name):
    """True unless the case failed."""
    try:
        with case_tools.place(cli) as where:
            case_tools.ALL[name](where)
    except case_tools.Skip as reason:
        print(f"skip  {name}: {reason}", flush=True)
    except AssertionError as problem:
        print(f"FAIL  {name}: {problem}", flush=True)
        return False
    except Exception:  # pylint: disable=broad-except
        print(f"FAIL  {name}:\n{traceback.format_exc()}", flush=True)
        return False
    else:
        print(f"ok    {name}", flush=True)
    return True


def main():
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    names = sys.argv[2:] or list(case_tools.ALL)
    unknown = [name for name in names if name not in case_tools.ALL]
    if unknown:
        print(f"no such case: {', '.join(unknown)}", file=sys.stderr)
        return 2
    cli = os.path.realpath(sys.argv[1])
    results = [run(cli, name) for name in names]
    print(f"{sum(results)} of {len(results)} cases are as they should be")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
