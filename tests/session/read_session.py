#!/usr/bin/env python3
"""Reads a PipeScope session and prints one JSON object a row. See docs/SESSION_FORMAT.md.

    python3 read_session.py FILE.pcapng
"""
import json
import re
import struct
import sys

PAIR = re.compile(r'([a-z0-9-]+)=(?:"((?:[^"\\]|\\["\\]|\\x[0-9a-f]{2})*)"|([A-Za-z0-9.,:/_-]*))(?: |$)')


def unquote(text):
    """The bytes of a value in quotes, as text; bytes that are not UTF-8 become surrogates."""
    raw = re.sub(rb'\\(?:x([0-9a-f]{2})|(.))',
                 lambda m: bytes([int(m[1], 16)]) if m[1] else m[2], text.encode())
    return raw.decode("utf-8", "surrogateescape")


def pairs(comment):
    """The key=value pairs of a comment; empty when it is somebody else's."""
    found, place = {}, 0
    while place < len(comment):
        match = PAIR.match(comment, place)
        if not match:
            return {}
        value = match[3] if match[2] is None else unquote(match[2])
        found.setdefault(match[1], value)
        place = match.end()
    return found


def options(data, order):
    """Yields (code, value) of the options at the end of a block."""
    while len(data) >= 4:
        code, length = struct.unpack_from(order + "HH", data)
        if code == 0:
            return
        yield code, data[4:4 + length]
        data = data[4 + (length + 3) // 4 * 4:]


def blocks(file):
    """Yields (type, byte order, body) of each complete block."""
    order = "<"
    while len(head := file.read(8)) == 8:
        if head[:4] == b"\x0a\x0d\x0d\x0a":
            magic = file.read(4)
            order = "<" if magic == b"\x4d\x3c\x2b\x1a" else ">"
            file.seek(-4, 1)
        kind, length = struct.unpack(order + "II", head)
        rest = file.read(length - 8) if length >= 12 and length % 4 == 0 else b""
        if len(rest) != length - 8:
            return  # the file ends here
        yield kind, order, rest[:-4]


def message_of(data):
    """What follows the tags of an exported PDU."""
    place = 0
    while True:
        tag, length = struct.unpack_from(">HH", data, place)
        place += 4 + length
        if tag == 0:
            return data[place:]


def fragments_of(comments):
    sizes = []
    for comment in comments:
        for item in filter(None, comment.get("fragments", "").split(",")):
            size, _, count = item.partition("x")
            sizes += [int(size)] * int(count or 1)
    return sizes


def rows(file):
    interfaces, message, count = [], None, 0
    for kind, order, body in blocks(file):
        if kind == 0x0A0D0D0A:
            interfaces = []
        elif kind == 1:
            comments = [value.decode() for code, value in options(body[8:], order) if code == 1]
            ours = [pairs(text[10:]) for text in comments if text.startswith("PipeScope ")]
            interfaces.append(ours[0] if ours else {})
        elif kind == 6:
            number, high, low, size, original = struct.unpack_from(order + "IIIII", body)
            about = interfaces[number]
            time = struct.unpack("<q", struct.pack("<Q", high << 32 | low))[0]
            data = message_of(body[20:20 + size])
            if "events" in about:
                event = json.loads(data)
                if event["event"] == "annotation":  # no row: a note about one that was before
                    yield {**event, "row": count - event["back"]}
                    continue
                count += 1
                yield {"time": time, **event}
                continue
            found = list(options(body[20 + (size + 3) // 4 * 4:], order))
            comments = [pairs(value.decode()) for code, value in found if code == 1]
            flags = [struct.unpack(order + "I", value)[0] for code, value in found if code == 2]
            said = {key: value for comment in reversed(comments) for key, value in comment.items()}
            part, parts = map(int, said.get("part", "1/1").split("/"))
            if part == 1:
                count += 1
                message = {"time": time, "event": "message", "endpoint": int(about["endpoint"]),
                           "connection": int(about["connection"]),
                           "direction": "sent" if flags and flags[0] & 3 == 2 else "received",
                           "continues": "continues" in said, "fragments": fragments_of(comments)}
                if "origin" in said:
                    message["origin"] = said["origin"]
                elif int(about.get("version", 1)) >= 2:  # what needs no words
                    message["origin"] = "user" if message["direction"] == "sent" else "peer"
                if "partner" in said:
                    message["partner"] = int(said["partner"])
                if "user" in about:  # not known of every connection, and not to older versions
                    message["user"] = about["user"]
                payload = bytearray()
            if original > size:
                message["notKept"] = original - size
            payload += data
            if part == parts:
                message["hex"] = payload.hex()
                yield message


if __name__ == "__main__":
    with open(sys.argv[1], "rb") as session:
        for row in rows(session):
            print(json.dumps(row))
