"""Recordings of published examples, for programs that cannot be had: see record-protocols.py."""

import json
import struct

from recording_place import Talk, recording



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
def stream_json_rpc_example(place):
    """A call as the documentation of StreamJsonRpc has it, with its LengthHeaderMessageHandler."""
    def message(**members):
        body = json.dumps(members, separators=(",", ":")).encode()
        return struct.pack(">I", len(body)) + body

    exchange(place, "calculator", [
        (message(jsonrpc="2.0", id=1, method="Add", params=[1, 2]), message(jsonrpc="2.0", id=1, result=3)),
        (message(jsonrpc="2.0", id=2, method="Divide", params=[1, 0]),
         message(jsonrpc="2.0", id=2, error={"code": -32000, "message": "Attempted to divide by zero."}))])
