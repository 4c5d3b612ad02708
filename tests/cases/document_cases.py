"""docs/CLI.md against the program: every option and every example."""

import contextlib
import os
import re
import signal
import socket
import subprocess

from case_tools import (PATIENCE, SAMPLES, case, equal, expect, in_background, listener, need,
                        wait_until)

DOCUMENT = SAMPLES.parent.parent / "docs" / "CLI.md"
TALKS = ("serve", "connect", "call", "transact")
COMMANDS = TALKS + ("proxy", "list", "inspect", "explain", "check", "convert", "stats")

EXAMPLES = SAMPLES.parent.parent / "resources" / "examples"
DECODER = str(EXAMPLES / "chat.lua")
TYPES = str(EXAMPLES / "health.proto")

# A value that each option takes, and what it needs beside it.
VALUES = {
    "--mode": ["byte"], "--access": ["duplex"], "--buffer": ["4096"], "--read-size": ["4096"],
    "--write-queue-limit": ["4096"], "--message-limit": ["4096"], "--drain-time": ["100"],
    "--record": ["new.pcapng"], "--backpressure": ["drop"], "--exit-after-disconnects": ["1"],
    "--instances": ["2"], "--out-buffer": ["4096"], "--in-buffer": ["4096"],
    "--read-mode": ["message"], "--default-timeout": ["50"], "--first-instance": ["on"],
    "--sddl": ["D:(A;;FA;;;WD)"], "--file-mode": ["0660"], "--backlog": ["5"],
    "--wait": ["fail-at-once"], "--sqos": ["anonymous"], "--timeout": ["0"],
    "--reply-limit": ["10"], "--send-text": ["hi"], "--send-hex": ["00"],
    "--expect-text": ["hi"], "--expect-hex": ["00"], "--stay": ["100"],
    "--proto": [TYPES], "--proto-path": [str(EXAMPLES), "--proto", TYPES],
    "--proto-type": ["grpc.health.v1.HealthCheckRequest", "--proto", TYPES],
    "--decoder": [DECODER], "--framing": ["line"], "--raw": ["--stdin"], "--keep-line-ends": ["--stdin"],
}
# Options of Windows: each is refused here, with the reason.
OF_WINDOWS = {"--read-mode", "--default-timeout", "--first-instance", "--allow-remote", "--reuse",
              "--sddl", "--sync", "--write-through", "--sqos", "--effective-only",
              "--context-tracking", "--share-read", "--share-write"}


def document():
    return DOCUMENT.read_text(encoding="utf-8")


def tables(text):
    """The rows of each table, as lists of cells."""
    rows = []
    for line in text.splitlines() + [""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]])
        elif rows:
            yield rows
            rows = []


def documented_options():
    """The options of the tables that name commands of talks, with these commands."""
    found = {}
    for rows in tables(document().split("## list")[0]):
        head = [word for word in re.findall(r"`(\w+)`", rows[0][0]) if word in COMMANDS]
        commands = head or (list(TALKS) if rows[0][0] in (
            "option", "script step, run in the given order") else [])
        for row in rows[2:] if commands else []:
            for option in re.findall(r"`(--[\w-]+)", row[0]):
                found.setdefault(option, set()).update(commands)
    return found


def help_options(where, command):
    done = where.run(command, "--help")
    equal(f"{command} --help", done.returncode, 0)
    return set(re.findall(r"^\s+(?:-\w,\s*)?(--[\w-]+)", done.stdout, re.MULTILINE))


@case
def options_of_the_document(where):
    """CLI.md has every option of serve, connect, call and transact, and no other."""
    documented = documented_options()
    expect(len(documented) > 40, f"only {len(documented)} options were found in CLI.md")
    listed = {command: help_options(where, command) for command in COMMANDS}
    everything = set().union(*listed.values())
    equal("options in CLI.md that no command has",
          sorted(set(documented) - everything), [])
    missing = sorted(option for command in TALKS for option in listed[command] - set(documented))
    equal("options that CLI.md lacks", missing, [])
    for option, commands in documented.items():
        takers = {command for command in commands if option in listed[command]}
        expect(takers, f"{option} is documented for {sorted(commands)}, which do not take it")


@case
def every_option_does_something(where):
    """Each option is taken, or refused as one of the other system."""
    for command in ("serve", "connect"):
        for option in sorted(help_options(where, command) - {"--help", "--version"}):
            arguments = [option, *VALUES.get(option, [])]
            where.environment["TMPDIR"] = where.path(f"{command}{option}")
            os.mkdir(where.environment["TMPDIR"])
            if option in OF_WINDOWS:
                done = where.run(command, "name", *arguments)
                equal(f"{command} {option}", done.returncode, 2)
                expect("Windows" in done.stderr, f"{command} {option}: {done.stderr}")
            elif command == "serve":
                if option == "--record":
                    arguments[1] = where.path(arguments[1])
                equal(f"serve {option}", where.end(where.serve("name", *arguments)), 0)
            else:
                if option == "--record":
                    arguments[1] = where.path("other.pcapng")
                done = where.run("connect", "name", "--timeout", "0", *arguments)
                equal(f"connect {option}: {done.stderr}", done.returncode, 3)


@case
def usage_of_the_document(where):
    """The usage lines at the top of CLI.md name the commands that exist."""
    usage = re.findall(r"^pipescope-cli (\w+)", document().split("```")[1], re.MULTILINE)
    equal("commands", sorted(usage), sorted(COMMANDS))
    for command in usage:
        equal(f"{command} --help", where.run(command, "--help").returncode, 0)


def commands_of_recipes():
    text = document().split("## Recipes")[1]
    return [re.sub(r"\s*\n\s*", " ", command)
            for command in re.findall(r"`(pipescope-cli [^`]*)`", text)]


def answer_once(server):
    connection, _ = server.accept()
    with connection:
        equal("request", connection.recv(100), b"ping\n")
        connection.sendall(b"pong\n")


@case
def recipes(where):
    """Every recipe runs as it is written."""
    need("bash", "jq")
    commands = commands_of_recipes()
    expect(len(commands) >= 6, f"only {len(commands)} recipes were found")
    os.mkdir(where.path("bin"))
    os.symlink(os.path.abspath(where.cli), where.path("bin/pipescope-cli"))
    where.environment["PATH"] = f"{where.path('bin')}:{where.environment['PATH']}"
    where.environment["SDDL"] = "O:SYG:SYD:P(A;;FA;;;SY)"
    for command in commands:
        with contextlib.ExitStack() as beside:
            if " connect orders" in command:
                server = beside.enter_context(
                    listener(where.path("CoreFxPipe_orders"), socket.SOCK_SEQPACKET))
                beside.callback(os.unlink, where.path("CoreFxPipe_orders"))
                beside.enter_context(in_background(answer_once, server))
            shell = subprocess.Popen(["bash", "-c", command], cwd=where.folder, text=True,
                                     env=where.environment, stdin=subprocess.DEVNULL,
                                     stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                     start_new_session=True)
            beside.callback(shell.kill)
            if " serve " in command:
                # It serves until it is interrupted: a client shows that it does.
                client = where.run("connect", "orders", "--send-text", "ping",
                                   "--timeout", "10000")
                equal(f"a client of {command}", (client.returncode, client.stderr), (0, ""))
                os.killpg(shell.pid, signal.SIGINT)
                wait_until(lambda: not os.path.exists(where.path("CoreFxPipe_orders")),
                           "the end of the server")
            errors = shell.communicate(timeout=PATIENCE)[1]
            equal(f"message of {command}", errors, "")
            if " serve " not in command:
                equal(f"status of {command}", shell.returncode, 0)
