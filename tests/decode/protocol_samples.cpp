#include "protocol_samples.h"

#include "outline.h"

using namespace pipecore;

namespace {

/// Bytes after their length.
QByteArray headed(const QByteArray& json)
{
    return "Content-Length: " + QByteArray::number(json.size()) + "\r\n\r\n" + json;
}

QByteArray dotnetMagic()
{
    return QByteArray("DOTNET_IPC_V1\0", 14);
}

QByteArray utf16(const char* text)
{
    QByteArray result;
    const QByteArray with = QByteArray(text) + '\0';
    result += char(with.size());
    result += QByteArray(3, '\0');
    for (const char c : with) {
        result += c;
        result += '\0';
    }
    return result;
}

QByteArray dotnetMessage(const char* command, const QByteArray& payload)
{
    return dotnetMagic() + char(20 + payload.size()) + '\0' + fromHex(command) + QByteArray(2, '\0')
           + payload;
}

QList<ProtocolSample> makeSamples()
{
    const QByteArray keyBlob = fromHex("00000013 0000000b") + "ssh-ed25519" + fromHex("00000000");
    return {
        {"LSP request", DecoderId::JsonMessages,
         headed(R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"a":[1]}})")},
        {"DAP event", DecoderId::JsonMessages,
         headed(R"({"seq":2,"type":"event","event":"stopped","body":{"threadId":1}})")},
        {"mpv", DecoderId::JsonMessages,
         "{\"event\":\"pause\"}\n{\"data\":[1],\"request_id\":1,\"error\":\"success\"}\n"},
        {"QMP", DecoderId::JsonMessages,
         "{\"QMP\": {\"version\": {}}}\r\n{\"return\": {}, \"id\": 1}\r\n"},
        {"StreamJsonRpc in MessagePack", DecoderId::JsonMessages,
         fromHex("84 a7 6a736f6e727063 a3 322e30 a2 6964 01 a6 6d6574686f64 a3 416464 "
                 "a6 706172616d73 92 01 02")},
        {"varlink", DecoderId::JsonMessages,
         QByteArray("{\"method\":\"org.x.Get\"}\0{\"parameters\":{\"a\":1}}\0", 46)},
        {"HTTP/1 request", DecoderId::Http1,
         "POST /v1/x HTTP/1.1\r\nHost: docker\r\nContent-Type: application/json\r\n"
         "Content-Length: 7\r\n\r\n{\"a\":1}"},
        {"HTTP/1 chunks", DecoderId::Http1,
         "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\n"
         "7;x=y\r\n{\"a\":1}\r\n3\r\nabc\r\n0\r\nX: y\r\n\r\n"},
        {"D-Bus start", DecoderId::Dbus, QByteArray("\0AUTH EXTERNAL 30\r\nBEGIN\r\n", 26)},
        {"D-Bus call", DecoderId::Dbus,
         fromHex("6c01 00011e00 00000200 00003d00 00000101 6f000500 00002f61 2f626300 "
                 "00000301 73000400 00005069 6e670000 00000601 73000400 0000612e "
                 "62630000 00000801 67000773 76617b73 797d0000 00000300 00006162 "
                 "6300016e 0000fbff 00000600 00000000 00000000 00000007")},
        {"ssh-agent list", DecoderId::SshAgent,
         fromHex("00000001 0b 00000023 0c 00000001") + keyBlob + fromHex("00000003") + "a@m"},
        {"ssh-agent add", DecoderId::SshAgent,
         fromHex("00000018 11 0000000b") + "ssh-ed25519" + fromHex("00000004 01020304")},
        {"Redis", DecoderId::Resp,
         QByteArray(
             "*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$2\r\n\xff\xfe\r\n%2\r\n+a\r\n:1\r\n*1\r\n+x\r\n_\r\n"
             "-ERR no\r\nPING\r\n")},
        {"MessagePack-RPC", DecoderId::MessagePackRpc,
         fromHex("94 00 01 a5 6e76696d5f 90 94 01 01 c0 01 93 02 a3 616263 91 01")},
        {"Discord", DecoderId::Discord,
         fromHex("00000000 1b000000") + R"({"v":1,"client_id":"12345"})"
             + fromHex("01000000 2a000000") + R"({"cmd":"SET_ACTIVITY","args":{},"nonce":1})"},
        {".NET ProcessInfo", DecoderId::DotnetDiagnostics,
         dotnetMessage("0400", {})
             + dotnetMessage("ff00", fromHex("2a00000000000000 00112233445566778899aabbccddeeff")
                                         + utf16("app") + utf16("Linux") + utf16("x64"))},
        {".NET CollectTracing2", DecoderId::DotnetDiagnostics,
         dotnetMessage("0203", fromHex("00010000 01000000 01 01000000 ffffffff00000000 04000000")
                                   + utf16("Microsoft-X") + utf16(""))},
        {".NET advertisement", DecoderId::DotnetDiagnostics,
         QByteArray("ADVR_V1\0", 8)
             + fromHex("00112233445566778899aabbccddeeff 2a00000000000000 0000")},
        {"sway", DecoderId::I3,
         "i3-ipc" + fromHex("04000000 00000000") + "exit" + "i3-ipc" + fromHex("12000000 00000000")
             + R"([{"success":true}])" + "i3-ipc" + fromHex("02000000 03000080") + "{}"},
        {"NamedPipeWrapper", DecoderId::DotnetWrapper,
         fromHex("0000003f 00 01000000 ffffffff 01000000 00000000 0c 02000000 08") + "Chat, V1"
             + fromHex("05 01000000 08") + "Chat.Msg" + fromHex("01000000 04") + "Text"
             + fromHex("01 02000000 06030000")},
        {"HTTP/2", DecoderId::Http2,
         "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
             + fromHex("000006 04 00 00000000 0003 00000064")
             // RFC 7541, C.4.1: GET http://www.example.com/ in Huffman code; then the same by its number
             + fromHex("000011 01 05 00000001 828684418cf1e3c2e5f23a6ba0ab90f4ff")
             + fromHex("000004 01 05 00000003 82 be c0 c1")
             + fromHex("00000b 00 09 00000001 02 00 00000003 0a0178 00 00")
             + fromHex("000004 03 00 00000001 00000008 000008 07 00 00000000 00000003 00000000")},
        {"DCE/RPC", DecoderId::DceRpc,
         fromHex("05000b03 10000000 4800 0000 01000000 b810b810 00000000 01000000 0000 0100"
                 "c84f324b 7016d301 12785a47 bf6ee188 03000000 045d888a eb1cc911 9fe80800 2b104860"
                 "02000000 05000003 10000000 1c00 0000 02000000 04000000 0000 1500 00000200")},
        {"Docker output", DecoderId::DockerStream,
         fromHex("01000000 00000003") + "hi\n" + fromHex("02000000 00000002 fffe")},
    };
}

} // namespace

const QList<ProtocolSample>& protocolSamples()
{
    static const QList<ProtocolSample> samples = makeSamples();
    return samples;
}
