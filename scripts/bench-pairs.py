#!/usr/bin/env python3
"""Compares this tree's speed with an older revision's, in pairs; see docs/BENCHMARKS.md.

  scripts/bench-pairs.py --base REV [--pairs N] [--program NAME]... [--values FILE] [--collect]

Builds the benchmarks of both, and runs them in turn, N times (20), each time in the other order. A line
is judged by the median over all pairs of (its cost now / its cost at REV), above 1 is slower, with the
95 % interval of that median: "slower" only if the whole interval is above 1.03, "faster" if it is all below 0.97.

--base REV      revision to compare with; it is built in build/bench/base-REV
--program NAME  only this one, may be said again: pipes, recorder, open, filter
--values FILE   keeps the values of each pair, and goes on with those that it has already
--collect       measures nothing, prints the table of --values
Exit status: 0 no line is slower, 1 some are, 2 something failed.
"""
import argparse
import json
import math
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OPTIONS = {
    "pipes": ["--repeats", "1", "--seconds", "0.05", "--pinned"],
    "recorder": ["--repeats", "1", "--messages", "100000", "--only", "ingest"],
    "open": ["--repeats", "1", "--messages", "200000"],
    "filter": ["--repeats", "1", "--messages", "200000"],
}


def build(tree, programs):
    folder = tree / "build/linux"
    if not (folder / "build.ninja").exists():
        subprocess.run(["cmake", "--preset", "linux"], cwd=tree, check=True, stdout=sys.stderr)
    targets = ["bench_" + program for program in programs]
    subprocess.run(["cmake", "--build", folder, "--target", *targets], check=True, stdout=sys.stderr)
    return folder / "bin"


def base_tree(revision):
    commit = subprocess.run(["git", "rev-parse", "--short", revision + "^{commit}"], cwd=ROOT, check=True,
                            capture_output=True, text=True).stdout.strip()
    tree = ROOT / "build/bench" / ("base-" + commit)
    if not tree.exists():
        subprocess.run(["git", "worktree", "prune"], cwd=ROOT, check=True)
        subprocess.run(["git", "worktree", "add", "--detach", tree, commit], cwd=ROOT, check=True,
                       stdout=sys.stderr, stderr=sys.stderr)
    return tree


def costs(program, binaries):
    """Seconds of each line of one run; of a rate, the seconds for one message."""
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        done = subprocess.run([binaries / ("bench_" + program), *OPTIONS[program], "--json", file.name],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
        if done.returncode not in (0, 1):  # 1: a line misses its aim, which is not asked here
            sys.exit(f"bench_{program} failed: {done.stderr}{done.stdout}")
        lines = json.load(open(file.name))["lines"]
    found = {}
    for line in lines:
        if program == "pipes":
            name = " ".join(str(line[key]) for key in ("test", "mode", "size", "processes"))
            value = line.get("engine", [])
            is_rate = line["test"] == "stream"
        else:
            name, value = line["name"], line["values"]
            is_rate = line["unit"].endswith("/s")
        if value and not name.startswith("bare"):
            found[f"{program}: {name}"] = 1 / value[0] if is_rate else value[0]
    return found


def interval(ratios):
    """Median of the ratios and the ranks around it that hold the true one in 95 of 100 cases."""
    ordered = sorted(ratios)
    count = len(ordered)
    outside = 0.0
    rank = 0
    while outside + math.comb(count, rank) / 2**count <= 0.025:
        outside += math.comb(count, rank) / 2**count
        rank += 1
    rank = max(rank - 1, 0)
    return statistics.median(ordered), ordered[rank], ordered[count - 1 - rank]


def verdict(low, high):
    if low > 1.03:
        return "slower"
    if high < 0.97:
        return "faster"
    return "same" if low > 0.97 and high < 1.03 else "not slower"


def print_table(pairs):
    slower = 0
    print("| line | now / then | 95 % interval | pairs | |")
    print("|---|---|---|---|---|")
    names = [name for name in pairs[0][0] if all(name in side for pair in pairs for side in pair)]
    for name in names:
        median, low, high = interval([now[name] / then[name] for then, now in pairs])
        judged = verdict(low, high)
        slower += judged == "slower"
        print(f"| {name} | {median:.3f} | {low:.3f} to {high:.3f} | {len(pairs)} | {judged} |")
    return 1 if slower else 0


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--base", required=True)
    parser.add_argument("--pairs", type=int, default=20)
    parser.add_argument("--program", action="append", choices=sorted(OPTIONS))
    parser.add_argument("--values", type=Path)
    parser.add_argument("--collect", action="store_true")
    arguments = parser.parse_args()
    programs = arguments.program or list(OPTIONS)
    pairs = []
    if arguments.values and arguments.values.exists():
        pairs = json.loads(arguments.values.read_text())
    if not arguments.collect:
        then, now = build(base_tree(arguments.base), programs), build(ROOT, programs)
        for number in range(len(pairs), arguments.pairs):
            pair = [{}, {}]
            for program in programs:
                for side in ((0, 1) if number % 2 == 0 else (1, 0)):
                    pair[side] |= costs(program, (then, now)[side])
            pairs.append(pair)
            print(f"pair {number + 1} of {arguments.pairs}", file=sys.stderr)
            if arguments.values:
                arguments.values.write_text(json.dumps(pairs))
    return print_table(pairs)


if __name__ == "__main__":
    sys.exit(main())
