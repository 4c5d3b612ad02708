"""Sessions and pcapng files that other programs made, merged or damaged."""

import subprocess

from case_tools import SAMPLES, case, equal, expect, json_lines, need


def rows(where, sample):
    """The messages of a sample, as JSON Lines."""
    done = where.run("convert", str(SAMPLES / sample), "-", "--format", "jsonl")
    equal("status", done.returncode, 0)
    return [row for row in json_lines(done.stdout) if row["event"] == "message"]


def wireshark_reads(path):
    """The payload count that Wireshark reads, which must not complain."""
    done = subprocess.run(["tshark", "-r", path], capture_output=True, text=True, check=False)
    expect("pcapng:" not in done.stderr and "isn't" not in done.stderr, done.stderr.strip())
    equal("status of tshark", done.returncode, 0)
    return len(done.stdout.splitlines())


@case
def convert_damaged(where):
    """convert DAMAGED OUT.pcapng copies only what it understood."""
    need("tshark")
    for sample, packets in (("badepb", 3), ("undescribed", 2)):
        out = where.path(sample + ".pcapng")
        done = where.run("convert", str(SAMPLES / f"{sample}.pcapng"), out)
        equal(f"{sample}: status", done.returncode, 0)
        expect(done.stderr, f"{sample}: the damage is not reported")
        equal(f"{sample}: packets", wireshark_reads(out), packets)


@case
def mergecap(where):
    """Two sessions that mergecap joined stay two connections."""
    need("mergecap")
    files = []
    for name in ("orders", "payments"):
        files.append(where.path(f"{name}.pcapng"))
        server = where.serve(name, "--echo", "--record", files[-1],
                             "--exit-after-disconnects", "1")
        text = f"hello {name}"
        done = where.run("connect", name, "--send-text", text, "--expect-text", text)
        equal("status", done.returncode, 0)
        server.wait()
    merged = where.path("both.pcapng")
    subprocess.run(["mergecap", "-w", merged, *files], check=True)
    done = where.run("convert", merged, "-", "--format", "jsonl", "--filter", "kind == message")
    lines = json_lines(done.stdout)
    equal("connections", len({line["connection"] for line in lines}), 2)
    for name in ("orders", "payments"):
        texts = {line["text"] for line in lines if line["pipe"].endswith(name)}
        equal(f"messages of {name}", texts, {f"hello {name}"})


@case
def clock_set_back(where):
    """A reply that is earlier than its request, since the clock was set back, has no reply time."""
    done = where.run("stats", str(SAMPLES / "clock-set-back.pcapng"), "--json")
    equal("status", done.returncode, 0)
    expect('"max":0' not in done.stdout.replace(" ", ""), done.stdout)


@case
def simple_packets(where):
    """A Simple Packet has no time: nothing says 1970."""
    sample = str(SAMPLES / "simple-packets.pcapng")
    for form in ("jsonl", "csv", "text", "html"):
        done = where.run("convert", sample, "-", "--format", form)
        expect("1970" not in done.stdout, f"{form} says 1970")


@case
def times_with_an_offset(where):
    """An offset that leads out of 64 bits on the way there, but not in the result."""
    texts = [row["time"][:4] for row in rows(where, "offset-minus-1.pcapng")]
    equal("years", texts, ["2201", "1960"])


@case
def unpadded_block_length(where):
    """A block length that is no multiple of 4 is read as Wireshark reads it."""
    texts = [row["text"] for row in rows(where, "unpadded-length.pcapng")]
    equal("payloads", texts, ["first", "abcde", "last"])
