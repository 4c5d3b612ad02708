"""What the cases share: the program under test, a folder of their own, servers and clients."""

import contextlib
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time

SAMPLES = pathlib.Path(__file__).resolve().parent
PATIENCE = 20  # seconds that anything may take on a busy computer

ALL = {}


class Skip(Exception):
    """The computer lacks what a case needs."""


def case(function):
    """Registers a case under its name."""
    ALL[function.__name__.replace("_", "-")] = function
    return function


def expect(condition, text):
    if not condition:
        raise AssertionError(text)


def equal(what, actual, right):
    expect(actual == right, f"{what}: {actual!r}, not {right!r}")


def wait_until(condition, what):
    end = time.monotonic() + PATIENCE
    while not condition():
        expect(time.monotonic() < end, f"waited in vain: {what}")
        time.sleep(0.01)


def need(*programs):
    for program in programs:
        if shutil.which(program) is None:
            # scripts/test.sh has installed these.
            required = program in ("tshark", "mergecap") and "PIPESCOPE_REQUIRE_TOOLS" in os.environ
            expect(not required, f"{program} is missing")
            raise Skip(f"{program} is not installed")


class Place:
    """A folder of one case, where the pipes of `serve NAME` are too, and the program under test."""

    def __init__(self, cli, folder):
        self.cli = cli
        self.folder = pathlib.Path(folder)
        self.environment = dict(os.environ, TMPDIR=str(folder), LC_ALL="C.UTF-8")
        self._started = []

    def path(self, name):
        return str(self.folder / name)

    def run(self, *arguments, **options):
        """Runs the program to its end; text=False for bytes."""
        options.setdefault("text", True)
        options.setdefault("timeout", PATIENCE)
        options.setdefault("stdout", subprocess.PIPE)
        options.setdefault("stderr", subprocess.PIPE)
        if "input" not in options:
            options.setdefault("stdin", subprocess.DEVNULL)
        options.setdefault("env", self.environment)
        options.setdefault("cwd", self.folder)
        return subprocess.run([self.cli, *arguments], **options)

    def start(self, *arguments, **options):
        """Starts the program; it is killed with the case at the latest."""
        options.setdefault("stdout", subprocess.DEVNULL)
        options.setdefault("stderr", subprocess.PIPE)
        options.setdefault("stdin", subprocess.DEVNULL)
        process = subprocess.Popen(
            [self.cli, *arguments], env=self.environment, cwd=self.folder, **options
        )
        self._started.append(process)
        return process

    def serve(self, name, *arguments):
        """Starts a server and waits until it says that it listens."""
        process = self.start("serve", name, *arguments, stdout=subprocess.PIPE)
        line = process.stdout.readline()
        expect(line, f"serve {name} did not start: {process.stderr.read() if not line else ''}")
        drain = threading.Thread(target=process.stdout.read, daemon=True)
        drain.start()
        return process

    def end(self, process):
        """Ends a started program as Ctrl+C does, and returns its status."""
        process.send_signal(signal.SIGINT)
        return process.wait(PATIENCE)

    def clean(self):
        for process in self._started:
            if process.poll() is None:
                process.kill()
            process.wait(PATIENCE)
            for stream in (process.stdin, process.stdout, process.stderr):
                if stream is not None:
                    with contextlib.suppress(OSError, ValueError):
                        stream.close()


@contextlib.contextmanager
def place(cli):
    folder = tempfile.mkdtemp(prefix="case-")
    it = Place(cli, folder)
    try:
        yield it
    finally:
        it.clean()
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def listener(path, kind=socket.SOCK_STREAM):
    """A listening socket of this very process."""
    with socket.socket(socket.AF_UNIX, kind) as server:
        server.bind(path)
        server.listen(5)
        server.settimeout(PATIENCE)
        yield server


@contextlib.contextmanager
def in_background(work, *arguments):
    """Runs `work` beside the block and raises what it raised."""
    problem = []

    def run():
        try:
            work(*arguments)
        except BaseException as error:  # pylint: disable=broad-except
            problem.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    yield thread
    thread.join(PATIENCE)
    expect(not thread.is_alive(), "the other end did not finish")
    if problem:
        raise problem[0]


def json_lines(text):
    return [json.loads(line) for line in text.splitlines() if line]


def read_all(connection):
    """Everything up to the end of a connection's input."""
    data = b""
    connection.settimeout(PATIENCE)
    while part := connection.recv(65536):
        data += part
    return data
