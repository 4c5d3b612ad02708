"""The command line beside other programs: half-close, files and names of others, hints."""

import os
import pwd
import signal
import socket
import stat
import subprocess
import time

from case_tools import (PATIENCE, SAMPLES, Skip, case, equal, expect, in_background, json_lines,
                        listener, need, read_all, wait_until)


@case
def half_close(where):
    """A server that greets and ends its sending half still takes what the client sends."""
    for number, extra in enumerate((["--expect-text", "hello\\n", "--send-text", "one"],
                                    ["--stdin"])):
        path, got = where.path(f"s{number}"), []

        def greet(server):
            connection, _ = server.accept()
            with connection:
                connection.sendall(b"hello\n")
                connection.shutdown(socket.SHUT_WR)
                got.append(read_all(connection))

        with listener(path) as server, in_background(greet, server):
            client = where.start("connect", path, "--mode", "byte", "--jsonl", *extra,
                                 stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            if "--stdin" in extra:
                wait_until(lambda: b'"inputEnded"' in client.stdout.readline(), "the end of input")
            errors = client.communicate(b"late line\n", PATIENCE)[1]
        equal(f"{extra[0]}: status", (client.returncode, errors), (0, b""))
        equal(f"{extra[0]}: server got", got, [b"late line" if number else b"one"])


@case
def end_sending(where):
    """Every line of standard input comes back from an echo server, however late it is read."""
    lines = "".join(f"{n}\n" for n in range(1, 2501))
    for mode in ("message", "byte"):
        where.serve(mode, "--mode", mode, "--echo")
        done = where.run("connect", mode, "--mode", mode, "--stdin", "--end-sending", "--jsonl",
                         input=lines)
        equal(f"{mode}: status", (done.returncode, done.stderr), (0, ""))
        came = [e for e in json_lines(done.stdout) if e.get("direction") == "received"]
        data = b"".join(bytes.fromhex(e["hex"]) for e in came)
        equal(f"{mode}: bytes", data.decode(), lines.replace("\n", ""))
        if mode == "message":
            equal("replies", len(came), 2500)


@case
def dev_stdout(where):
    """/dev/stdout is refused as OUT, also when it leads to a file."""
    for out in ("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"):
        log = where.path("log")
        with open(log, "w", encoding="utf-8") as stream:
            stream.write("line before\n")
            stream.flush()
            done = where.run("convert", str(SAMPLES / "simple-packets.pcapng"), out, "--format",
                             "csv", stdout=stream)
            os.write(stream.fileno(), b"line after\n")
        equal(f"{out}: status", done.returncode, 3)
        with open(log, encoding="utf-8") as stream:
            equal(out, stream.read(), "line before\nline after\n")


@case
def out_mode(where):
    """A replaced OUT keeps its mode and owner; a new one follows the umask."""
    out, new = where.path("o.csv"), where.path("new.csv")
    with open(out, "w", encoding="utf-8") as stream:
        stream.write("old")
    os.chmod(out, 0o664)
    owner = os.stat(out).st_uid
    if os.geteuid() == 0:
        owner = pwd.getpwnam("nobody").pw_uid
        os.chown(out, owner, -1)
    for target in (out, new):
        done = where.run("convert", str(SAMPLES / "simple-packets.pcapng"), target,
                         preexec_fn=lambda: os.umask(0o027))
        equal("status", (done.returncode, done.stderr), (0, ""))
    found = os.stat(out)
    equal("mode and owner", (oct(stat.S_IMODE(found.st_mode)), found.st_uid), ("0o664", owner))
    equal("mode of a new file", oct(stat.S_IMODE(os.stat(new).st_mode)), "0o640")


@case
def out_of_handles(where):
    """A server that has no descriptor left for a client says so once, and once when it is over."""
    server = where.start("serve", "e", "--mode", "byte", "--jsonl", stdout=subprocess.PIPE,
                         preexec_fn=lambda: __import__("resource").setrlimit(
                             __import__("resource").RLIMIT_NOFILE, (24, 24)))
    server.stdout.readline()
    path = where.path("CoreFxPipe_e")
    clients = [socket.socket(socket.AF_UNIX) for _ in range(60)]
    for client in clients:
        client.connect(path)
    lines = []
    while not lines or b"EMFILE" not in lines[-1]:
        lines.append(server.stdout.readline())
        expect(lines[-1], "no error of the system was reported")
    time.sleep(1.6)  # three further attempts
    for client in clients:
        client.close()
    with socket.socket(socket.AF_UNIX) as late:
        late.connect(path)
        late.sendall(b"late")
        while b'"late"' not in lines[-1]:
            lines.append(server.stdout.readline())
            expect(lines[-1], "the server did not recover")
    equal("status", where.end(server), 0)
    lines += server.stdout.readlines()
    equal("rows with EMFILE", sum(b"EMFILE" in line for line in lines), 1)


@case
def hex_dumps(where):
    """Offsets of other programs' dumps are never sent: they are recognised, or the dump refused."""
    server = where.path("out")
    where.serve("h", "--record", server)
    payload = "48656c6c6f2c2077c3b6726c64210a00010203"
    dumps = {
        "tcpdump -x": ("\t0x0000:  4865 6c6c 6f2c 2077 c3b6 726c 6421 0a00\n\t0x0010:  0102 03",
                       payload),
        "tcpdump -X": ("\t0x0000:  4865 6c6c 6f2c 2077 c3b6 726c 6421 0a00  Hello,.w..rld!..\n"
                       "\t0x0010:  0102 03                                  ...", payload),
        "Wireshark, bytes only": ("0000   48 65 6c 6c 6f 2c 20 77 c3 b6 72 6c 64 21 0a 00\n"
                                  "0010   01 02 03", payload),
        "xxd": ("00000000: 4865 6c6c 6f2c 2077 c3b6 726c 6421 0a00  Hello, w..rld!..\n"
                "00000010: 0102 03                                  ...", payload),
        "hexdump -C": ("00000000  48 65 6c 6c 6f 2c 20 77  c3 b6 72 6c 64 21 0a 00  |Hello, w..|\n"
                       "00000010  01 02 03                                          |...|\n"
                       "00000013", payload),
        "gdb x/19xb": ("0x7fffffffe0c0:\t0x48\t0x65\t0x6c\t0x6c\t0x6f\t0x2c\t0x20\t0x77\n"
                       "0x7fffffffe0c8:\t0xc3\t0xb6\t0x72\t0x6c\t0x64\t0x21\t0x0a\t0x00\n"
                       "0x7fffffffe0d0:\t0x01\t0x02\t0x03", payload),
        "gdb, with a symbol": ("0x4010 <buffer>:\t0x48\t0x65\t0x6c\t0x6c\t0x6f\t0x2c\t0x20\t0x77\n"
                               "0x4018 <buffer+8>:\t0xc3\t0xb6", payload[:20]),
        "xxd -e (words swapped)": (
            "00000000: 6c6c6548                               Hell", None),
        "od -x (words swapped)": ("0000000 6548 6c6c 2c6f 7720 b6c3 6c72 2164 000a\n"
                                  "0000020 0201 0003\n0000023", None),
        "od -t x1": ("0000000 48 65 6c 6c 6f 2c 20 77 c3 b6 72 6c 64 21 0a 00\n"
                     "0000020 01 02 03\n0000023", payload),
        "gdb x/4xw (words)": ("0x7fffffffe0c0:\t0x6c6c6548\t0x77202c6f\t0x6c72b6c3\t0x000a2164",
                              None),
    }
    for name, (dump, right) in dumps.items():
        done = where.run("connect", "h", "--jsonl", "--send-hex", dump)
        sent = [e["hex"] for e in json_lines(done.stdout) if e.get("direction") == "sent"]
        if right is None:
            equal(f"{name}: status", (done.returncode, sent), (2, []))
            expect("--send-hex" in done.stderr, f"{name}: {done.stderr}")
        else:
            equal(name, (sent, done.returncode), ([right], 0))


@case
def hints(where):
    """Hints use what is known."""
    plain = where.path("plain")
    with open(plain, "w", encoding="utf-8") as stream:
        stream.write("precious")

    done = where.run("connect", plain, "--timeout", "0")
    equal("status", done.returncode, 3)
    expect("left" not in done.stderr and "not a socket" in done.stderr,
           f"connect to a plain file: {done.stderr}")

    done = where.run("serve", plain)
    equal("status", done.returncode, 3)
    expect("another server listens" not in done.stderr.lower() and "not a socket" in done.stderr,
           f"serve on a plain file: {done.stderr}")
    with open(plain, encoding="utf-8") as stream:
        equal("the plain file", stream.read(), "precious")

    where.serve("big")
    done = where.run("connect", "big", "--stdin", input="A" * 5_000_000)
    equal("status", done.returncode, 3)
    expect("wmem_max" not in done.stderr and "kernel" in done.stderr,
           f"a message of 5 MB: {done.stderr}")


@case
def hint_of_a_probe_that_was_denied(where):
    """Another user's socket that may not be connected to: nobody knows whether a server listens."""
    need("setpriv")
    if os.geteuid() != 0:
        raise Skip("only root can become another user")
    where.folder.chmod(0o755)
    with socket.socket(socket.AF_UNIX) as stale:
        stale.bind(where.path("stale"))
    os.chmod(where.path("stale"), 0o700)
    done = subprocess.run(["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups",
                           where.cli, "serve", where.path("stale")], text=True, check=False,
                          capture_output=True, env=where.environment, timeout=PATIENCE)
    if done.returncode == 126 or "setpriv" in done.stderr:
        raise Skip("the program cannot be started by another user here")
    equal("status", done.returncode, 3)
    expect("another server listens" not in done.stderr.lower() and "EACCES" in done.stderr,
           done.stderr)


@case
def inspect_other_spelling(where):
    """Sockets that were bound under another spelling are found; list offers only what is there."""
    os.chdir(where.folder)
    kept = []

    def bind(name, kind=socket.SOCK_STREAM):
        server = socket.socket(socket.AF_UNIX, kind)
        server.bind(name)
        if kind != socket.SOCK_DGRAM:
            server.listen(3)
        kept.append(server)

    try:
        bind("relative")
        bind("./dot")
        bind(f"{where.folder}//double")
        bind("before")
        os.rename("before", "renamed")
        bind("removed")
        os.unlink("removed")
        os.mkdir("other")
        bind("gone")
        os.rename("gone", "other/gone")
        bind("replaced")
        os.unlink("replaced")
        with socket.socket(socket.AF_UNIX) as dead:
            dead.bind("replaced")
        bind("line\nbreak")
        bind("datagrams", socket.SOCK_DGRAM)
        for name in ("relative", "dot", "double", "renamed", "line\nbreak"):
            done = where.run("inspect", where.path(name), "--json")
            facts = json_lines(done.stdout)[0]
            equal(f"inspect {name!r}", (facts.get("type"), facts.get("pid")),
                  ("byte", os.getpid()))
        for name in ("replaced", "datagrams"):
            done = where.run("inspect", where.path(name), "--json")
            facts = json_lines(done.stdout)[0] if done.stdout else {}
            expect("pid" not in facts and "connected" not in facts, f"inspect {name!r}: {facts}")
        for name in ("removed", "before"):
            equal(f"inspect {name}", where.run("inspect", where.path(name)).returncode, 3)

        listed = [json_lines(line)[0] for line in
                  where.run("list", "--json").stdout.splitlines()]
        ours = [row for row in listed if row.get("pid") == os.getpid()]
        offered = {row["name"]: row["path"] for row in ours if row["connectable"]}
        for name, path in offered.items():
            expect(os.path.exists(path), f"list offers {path!r}, which does not exist")
            done = where.run("connect", name, "--mode", "byte", "--timeout", "300", "--send-text",
                             "x")
            equal(f"connect {name!r}, which list offers", done.returncode, 0)
        for name in ("relative", "dot", "double", "renamed"):
            expect(where.path(name) in offered.values(), f"list does not offer {name}")
        for name in ("removed", "gone", "replaced"):
            equal(f"the place of {name}", [row.get("pathError") for row in ours
                                           if row["path"] == name], ["moved or removed"])
        expect(not any(row["path"].endswith("break") and "\n" not in row["path"]
                       for row in listed), "a name with a line break forged a row")
    finally:
        os.chdir("/")
        for server in kept:
            server.close()


@case
def lock_files_of_others(where):
    """PATH.lock belongs to other programs: it stays, and a held one hangs nothing."""
    need("flock")
    theirs = where.path("mysqld.sock.lock")
    with open(theirs, "w", encoding="utf-8") as stream:
        stream.write("12345")
    equal("status", where.end(where.serve(where.path("mysqld.sock"), "--mode", "byte")), 0)
    with open(theirs, encoding="utf-8") as stream:
        equal("PATH.lock", stream.read(), "12345")

    held = where.path("wayland-9.lock")
    for dead in (False, True):
        if dead:
            with socket.socket(socket.AF_UNIX) as left:
                left.bind(where.path("wayland-9"))
        with open(held, "w", encoding="utf-8") as stream:
            __import__("fcntl").flock(stream, __import__("fcntl").LOCK_EX)
            begin = time.monotonic()
            equal("status", where.end(where.serve(where.path("wayland-9"), "--mode", "byte")), 0)
            expect(time.monotonic() - begin < 3, "serve waited for the lock of another program")


@case
def reader_left(where):
    """An idle program notices that nobody reads its output any more, and ends with 0."""
    for arguments in (("serve", "orders", "--jsonl"), ("serve", "payments")):
        server = where.start(*arguments, stdout=subprocess.PIPE)
        server.stdout.readline()
        server.stdout.close()
        try:
            status = server.wait(5)
        except subprocess.TimeoutExpired:
            status = "still running"
        equal(" ".join(arguments), status, 0)
        equal("message", server.stderr.read(), b"")


@case
def spurious_error(where):
    """A script that succeeded leaves no error row, also when the peer closes at the same time."""
    bad = []
    for number in range(60):
        path = where.path(str(number))

        def answer(server):
            connection, _ = server.accept()
            with connection:
                connection.recv(9)
                connection.sendall(b"pong")

        with listener(path) as server, in_background(answer, server):
            done = where.run("connect", path, "--mode", "byte", "--send-text", "ping",
                             "--expect-text", "pong", "--jsonl")
        equal("status", done.returncode, 0)
        bad += [e for e in json_lines(done.stdout) if e["event"] == "failed"]
    equal("error rows of 60 successful runs", bad, [])


@case
def stdin_unsent(where):
    """Standard input that was not sent to its end, or cannot be read, is status 3."""
    path = where.path("s")

    def leave(server):
        connection, _ = server.accept()
        with connection:
            connection.recv(10)

    with listener(path) as server, in_background(leave, server):
        client = where.start("connect", path, "--mode", "byte", "--stdin", "--jsonl",
                             stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        client.stdin.write(b"a\n")
        client.stdin.flush()
        while line := client.stdout.readline():
            if b"disconnected" in line:
                break
        errors = client.communicate(b"b\nc\n", PATIENCE)[1]
    equal("peer left before b and c: status", client.returncode, 3)
    expect(errors, "the reason is missing")

    with listener(path + "2") as server, in_background(leave, server):
        client = where.start("connect", path + "2", "--mode", "byte", "--stdin",
                             stdin=subprocess.PIPE)
        client.stdin.write(b"a\n")
        client.stdin.close()
        equal("everything was sent: status", client.wait(PATIENCE), 0)

    where.serve("t", "--mode", "byte")
    folder = os.open(where.folder, os.O_RDONLY)
    try:
        done = where.run("connect", "t", "--mode", "byte", "--stdin", stdin=folder)
    finally:
        os.close(folder)
    equal("standard input is a folder: status", done.returncode, 3)
    expect("EISDIR" in done.stderr and "Give it a file" in done.stderr, done.stderr)

    done = where.run("connect", "t", "--mode", "byte", "--stdin",
                     preexec_fn=lambda: os.close(0))
    equal("standard input is closed: status", done.returncode, 3)
    expect("standard input" in done.stderr.lower(), done.stderr)


@case
def ctrl_c(where):
    """Ctrl+C before a connection exists is 130; a conversation that was recorded ends with 0."""
    client = where.start("connect", "nobody", "--timeout", "60000")
    time.sleep(0.3)
    client.send_signal(signal.SIGINT)
    equal("while connecting", client.wait(PATIENCE), 130)
    where.serve("talk")
    client = where.start("connect", "talk", stdout=subprocess.PIPE)
    while b"connected" not in client.stdout.readline():
        expect(client.poll() is None, "it ended")
    equal("while connected", where.end(client), 0)


@case
def check_with_full_output(where):
    """A finding does not hide that nobody could read it."""
    open_to_all = "D:(A;;FA;;;WD)"
    equal("a finding", where.run("check", "--sddl", open_to_all).returncode, 1)
    with open("/dev/full", "wb") as full:
        done = where.run("check", "--sddl", open_to_all, stdout=full)
    equal("a finding that cannot be written", done.returncode, 3)
    expect("ENOSPC" in done.stderr, done.stderr)


@case
def negative_hresult(where):
    """An HRESULT as .NET prints it, with and without --."""
    for arguments in (["-2147024665"], ["--", "-2147024665"]):
        done = where.run("explain", *arguments, "--json") if arguments[0] != "--" else where.run(
            "explain", "--json", *arguments)
        equal("status", done.returncode, 0)
        equal("code", json_lines(done.stdout)[0]["code"], 231)
