"""The place between two programs in which scripts/record-protocols.py records what they say."""

import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import threading
import time

WORK = pathlib.Path("/tmp/pipescope-rec")
SHOWN = b"/home/ann/projectX"  # as long as WORK: recordings have this in its place
PATIENCE = 20  # seconds


RECORDINGS = {}  # functions that make one in a place, by its name


def recording(function):
    RECORDINGS[function.__name__.replace("_", "-")] = function
    return function


class Missing(Exception):
    """A program that is not installed."""


def need(program):
    found = shutil.which(program)
    if found is None:
        raise Missing(program)
    return found


def need_module(name, python=sys.executable):
    if subprocess.run([python, "-c", f"import {name}"], capture_output=True).returncode != 0:
        raise Missing(f"Python module {name}")


def wait_for(path):
    end = time.monotonic() + PATIENCE
    while not path.exists():
        if time.monotonic() > end:
            raise TimeoutError(path)
        time.sleep(0.02)


class Place:
    """A folder for one recording, with the processes that it starts."""

    def __init__(self, cli, out):
        self.cli = cli
        self.out = out
        self.folder = WORK
        self.processes = []
        shutil.rmtree(WORK, ignore_errors=True)
        WORK.mkdir(mode=0o700)
        self.env = {
            "PATH": os.environ["PATH"], "HOME": str(WORK), "TMPDIR": str(WORK), "LANG": "C.UTF-8",
            "XDG_RUNTIME_DIR": str(WORK), "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
            "PYTHONDONTWRITEBYTECODE": "1"}

    def start(self, *command, **options):
        process = subprocess.Popen(
            command, env=self.env | options.pop("env", {}), cwd=self.folder,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, **options)
        self.processes.append(process)
        return process

    def run(self, *command, **options):
        return subprocess.run(
            command, env=self.env | options.pop("env", {}), cwd=self.folder, timeout=PATIENCE,
            capture_output=True, check=options.pop("check", True), **options)

    def path(self, name):
        return self.folder / name

    def bridge(self, name, *command):
        """A socket whose client talks to a program's standard input and output."""
        listener = socket.socket(socket.AF_UNIX)
        listener.bind(str(self.path(name)))
        listener.listen()

        def serve():
            client, _ = listener.accept()
            program = subprocess.Popen(
                command, env=self.env, cwd=self.folder, stdin=client, stdout=client, stderr=subprocess.DEVNULL)
            client.close()
            self.processes.append(program)

        threading.Thread(target=serve, daemon=True).start()

    def answer(self, name, replies):
        """A server that sends the next reply when so many bytes have come: (bytes, reply)."""
        listener = socket.socket(socket.AF_UNIX)
        listener.bind(str(self.path(name)))
        listener.listen()

        def serve():
            client, _ = listener.accept()
            for size, reply in replies:
                while size > 0:
                    size -= len(client.recv(size))
                client.sendall(reply)
            client.recv(1)
            client.close()

        threading.Thread(target=serve, daemon=True).start()

    def between(self, server, name):
        """A path that leads to `server` through pipescope-cli, which records. Its pipe is called `name`."""
        wait_for(self.path(server))
        self.path(f"CoreFxPipe_{name}").symlink_to(self.path(server))
        path = self.path(f"{name}.middle")
        listener = socket.socket(socket.AF_UNIX)
        listener.bind(str(path))
        listener.listen()
        self.middle = threading.Thread(target=self._record, args=(listener, name))
        self.middle.start()
        return path

    def _record(self, listener, name):
        listener.settimeout(PATIENCE)
        client, _ = listener.accept()
        client.settimeout(None)
        listener.close()
        self.out.unlink(missing_ok=True)
        process = subprocess.Popen(
            [self.cli, "connect", name, "--mode", "byte", "--stdin", "--raw", "--jsonl", "--stay", "400",
             "--record", str(self.out)],
            env=self.env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.processes.append(process)

        def forward():
            try:
                while data := client.recv(65536):
                    process.stdin.write(data)
                    process.stdin.flush()
                process.stdin.close()
            except OSError:
                pass

        threading.Thread(target=forward, daemon=True).start()
        for line in process.stdout:
            event = json.loads(line)
            if event["event"] == "message" and event["direction"] == "received":
                try:
                    client.sendall(bytes.fromhex(event["hex"]))
                except OSError:
                    pass
        client.close()

    def stop(self):
        """Ends what was started, also after a failure."""
        while self.processes:
            process = self.processes.pop()
            process.terminate()
            process.wait(PATIENCE)

    def finish(self):
        self.middle.join(PATIENCE)
        self.stop()
        # The places and the system of this computer are nobody's business; the lengths stay.
        data = self.out.read_bytes().replace(str(WORK).encode(), SHOWN)
        system = f"{os.uname().sysname} {os.uname().release}".encode()
        data = data.replace(system, b"Linux".ljust(len(system)))
        release = os.uname().release.encode()
        data = data.replace(release, b"6.1.0".ljust(len(release), b"0"))
        self.out.write_bytes(data)
        self.out.chmod(0o644)
        shutil.rmtree(WORK, ignore_errors=True)


class Talk:
    """A client that this script plays."""

    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.settimeout(PATIENCE)
        self.socket.connect(str(path))
        self.file = self.socket.makefile("rb")

    def send(self, data):
        self.socket.sendall(data)

    def send_headed(self, **message):
        body = json.dumps(message).encode()
        self.send(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    def read_headed(self):
        length = 0
        while (line := self.file.readline()) not in (b"\r\n", b""):
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        return json.loads(self.file.read(length))

    def read_headed_until(self, wanted):
        while not wanted(message := self.read_headed()):
            pass
        return message

    def send_line(self, **message):
        self.send(json.dumps(message).encode() + b"\r\n")

    def read_line(self):
        return json.loads(self.file.readline())

    def close(self):
        self.socket.close()
