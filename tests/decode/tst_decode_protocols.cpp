#include "outline.h"
#include "protocol_samples.h"
#include "runner/register.h"

#include <QSet>
#include <QTest>

using namespace pipecore;

/// Messages of protocols with their fields, each with the bytes that it came from; whole, cut anywhere, and
/// damaged.
class DecodeProtocolsTest : public QObject
{
    Q_OBJECT

private slots:
    void Fields_data();
    void Fields();
    void EveryProtocolDecoderHasASample();
    void CutAnywhereIsSaid_data();
    void CutAnywhereIsSaid();
    void LargerThanTheLimitIsSaid_data();
    void LargerThanTheLimitIsSaid();
    void OneWrongByteKeepsThePromises_data();
    void OneWrongByteKeepsThePromises();
    void Mistakes_data();
    void Mistakes();
    void DeepValuesStop_data();
    void DeepValuesStop();
    void PrivateKeysAreHiddenUnlessAskedFor();
    void FrameWithoutItsLengthIsTheSame();
};

namespace {

Decoded decoded(DecoderId decoder, const QByteArray& payload)
{
    return decode(viewOf(payload), decoder);
}

void addSampleRows()
{
    QTest::addColumn<int>("decoder");
    QTest::addColumn<QByteArray>("payload");
    for (const ProtocolSample& sample : protocolSamples()) {
        QTest::newRow(sample.name) << int(sample.decoder) << sample.payload;
    }
}

/// The last line of an outline, without its indent.
QByteArray lastLine(const Decoded& decoded)
{
    return outline(decoded).trimmed().split('\n').last().trimmed();
}

} // namespace

void DecodeProtocolsTest::Fields_data()
{
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("LSP request") << QByteArray("[0]: request initialize, id 1 <message> @0+87\n"
                                               " Content-Length: 65 <header> @0+20\n"
                                               " body <object> @22+65\n"
                                               "  jsonrpc: 2.0 <string> @33+5\n"
                                               "  id: 1 <number> @44+1\n"
                                               "  method: initialize <string> @55+12\n"
                                               "  params <object> @77+9\n"
                                               "   a <array> @82+3\n"
                                               "    [0]: 1 <number> @83+1\n");
    QTest::newRow("DAP event") << QByteArray("[0]: event stopped <message> @0+86\n"
                                             " Content-Length: 64 <header> @0+20\n"
                                             " body <object> @22+64\n"
                                             "  seq: 2 <number> @29+1\n"
                                             "  type: event <string> @38+7\n"
                                             "  event: stopped <string> @54+9\n"
                                             "  body <object> @71+14\n"
                                             "   threadId: 1 <number> @83+1\n");
    QTest::newRow("varlink") << QByteArray("[0]: request org.x.Get <object> @0+22\n"
                                           " method: org.x.Get <string> @10+11\n"
                                           "[1]: response <object> @23+22\n"
                                           " parameters <object> @37+7\n"
                                           "  a: 1 <number> @42+1\n");
    QTest::newRow("HTTP/1 request")
        << QByteArray("[0]: POST /v1/x <message> @0+95\n"
                      " method: POST <text> @0+4\n"
                      " target: /v1/x <text> @5+5\n"
                      " version: HTTP/1.1 <text> @11+8\n"
                      " Host: docker <header> @21+14\n"
                      " Content-Type: application/json <header> @35+32\n"
                      " Content-Length: 7 <header> @67+19\n"
                      " body <object> @88+7\n"
                      "  a: 1 <number> @93+1\n");
    QTest::newRow("HTTP/1 chunks") << QByteArray("[0]: 200 OK <message> @0+114\n"
                                                 " version: HTTP/1.1 <text> @0+8\n"
                                                 " status: 200 <number> @9+3\n"
                                                 " reason: OK <text> @13+2\n"
                                                 " Transfer-Encoding: chunked <header> @17+28\n"
                                                 " Content-Type: application/json <header> @45+32\n"
                                                 " chunk[0] <chunk> @79+16\n"
                                                 "  size: 7 <hex> @79+7\n"
                                                 "  data <object> @86+7\n"
                                                 "   a: 1 <number> @91+1\n"
                                                 " chunk[1] <chunk> @95+8\n"
                                                 "  size: 3 <hex> @95+3\n"
                                                 "  data: abc <text> @98+3\n"
                                                 " last chunk: 0 <hex> @103+3\n"
                                                 " X: y <header> @106+6\n");
    QTest::newRow("D-Bus start") << QByteArray("start: 00 <NUL> @0+1\n"
                                               "authentication: AUTH EXTERNAL 30 <line> @1+18\n"
                                               "authentication: BEGIN <line> @19+7\n");
    QTest::newRow("D-Bus call") << QByteArray("[0]: method_call Ping, serial 2 <message> @0+110\n"
                                              " byte order: little-endian <character> @0+1\n"
                                              " type: 1 (method_call) <u8> @1+1\n"
                                              " flags: 0x00 <u8> @2+1\n"
                                              " version: 1 <u8> @3+1\n"
                                              " body length: 30 <u32> @4+4\n"
                                              " serial: 2 <u32> @8+4\n"
                                              " fields length: 61 <u32> @12+4\n"
                                              " path: /a/bc <header field> @16+14\n"
                                              "  code: 1 (path) <u8> @16+1\n"
                                              "  value: /a/bc <variant> @17+13\n"
                                              "   signature: o <signature> @17+3\n"
                                              "   value: /a/bc <object path> @20+10\n"
                                              " member: Ping <header field> @32+13\n"
                                              "  code: 3 (member) <u8> @32+1\n"
                                              "  value: Ping <variant> @33+12\n"
                                              "   signature: s <signature> @33+3\n"
                                              "   value: Ping <string> @36+9\n"
                                              " destination: a.bc <header field> @48+13\n"
                                              "  code: 6 (destination) <u8> @48+1\n"
                                              "  value: a.bc <variant> @49+12\n"
                                              "   signature: s <signature> @49+3\n"
                                              "   value: a.bc <string> @52+9\n"
                                              " signature: sva{sy} <header field> @64+13\n"
                                              "  code: 8 (signature) <u8> @64+1\n"
                                              "  value: sva{sy} <variant> @65+12\n"
                                              "   signature: g <signature> @65+3\n"
                                              "   value: sva{sy} <signature> @68+9\n"
                                              " body: sva{sy} <values> @80+30\n"
                                              "  [0]: abc <string> @80+8\n"
                                              "  [1]: -5 <variant> @88+6\n"
                                              "   signature: n <signature> @88+3\n"
                                              "   value: -5 <i16> @92+2\n"
                                              "  [2] <dictionary> @96+14\n"
                                              "   length: 6 <u32> @96+4\n"
                                              "   [0] <entry> @104+6\n"
                                              "    key <string> @104+5\n"
                                              "    value: 7 <u8> @109+1\n");
    QTest::newRow("ssh-agent list") << QByteArray("[0]: REQUEST_IDENTITIES <message> @0+5\n"
                                                  " length: 1 <u32> @0+4\n"
                                                  " type: 11 (REQUEST_IDENTITIES) <u8> @4+1\n"
                                                  "[1]: IDENTITIES_ANSWER <message> @5+39\n"
                                                  " length: 35 <u32> @5+4\n"
                                                  " type: 12 (IDENTITIES_ANSWER) <u8> @9+1\n"
                                                  " nkeys: 1 <u32> @10+4\n"
                                                  " identity[0] @14+30\n"
                                                  "  key length: 19 <u32> @14+4\n"
                                                  "  key <blob> @18+19\n"
                                                  "   algorithm length: 11 <u32> @18+4\n"
                                                  "   algorithm: ssh-ed25519 <text> @22+11\n"
                                                  "   data: 00 00 00 00 <bytes> @33+4\n"
                                                  "  comment length: 3 <u32> @37+4\n"
                                                  "  comment: a@m <text> @41+3\n");
    QTest::newRow("ssh-agent add") << QByteArray("[0]: ADD_IDENTITY <message> @0+28\n"
                                                 " length: 24 <u32> @0+4\n"
                                                 " type: 17 (ADD_IDENTITY) <u8> @4+1\n"
                                                 " key type length: 11 <u32> @5+4\n"
                                                 " key type: ssh-ed25519 <text> @9+11\n"
                                                 " key and comment: hidden <secret> @20+8\n");
    QTest::newRow("Redis") << QByteArray("[0]: SET <array> @0+28\n"
                                         " [0]: SET <bulk string> @4+9\n"
                                         " [1]: k <bulk string> @13+7\n"
                                         " [2]: FF FE <bulk string> @20+8\n"
                                         "[1] <map> @28+23\n"
                                         " a: 1 <integer> @36+4\n"
                                         " key[1] <array> @40+8\n"
                                         "  [0]: x <simple string> @44+4\n"
                                         " value[1]: null <null> @48+3\n"
                                         "[2]: ERR no <error> @51+9\n"
                                         "[3]: PING <inline command> @60+6\n");
    QTest::newRow("MessagePack-RPC") << QByteArray("[0]: request nvim_, id 1 <fixarray> @0+10\n"
                                                   " type: 0 <positive fixint> @1+1\n"
                                                   " msgid: 1 <positive fixint> @2+1\n"
                                                   " method: nvim_ <fixstr> @3+6\n"
                                                   " params <fixarray> @9+1\n"
                                                   "[1]: response, id 1 <fixarray> @10+5\n"
                                                   " type: 1 <positive fixint> @11+1\n"
                                                   " msgid: 1 <positive fixint> @12+1\n"
                                                   " error: nil <nil> @13+1\n"
                                                   " result: 1 <positive fixint> @14+1\n"
                                                   "[2]: notification abc <fixarray> @15+8\n"
                                                   " type: 2 <positive fixint> @16+1\n"
                                                   " method: abc <fixstr> @17+4\n"
                                                   " params <fixarray> @21+2\n"
                                                   "  [0]: 1 <positive fixint> @22+1\n");
    QTest::newRow("Discord") << QByteArray("[0]: HANDSHAKE <frame> @0+35\n"
                                           " opcode: 0 <u32> @0+4\n"
                                           " length: 27 <u32> @4+4\n"
                                           " data <object> @8+27\n"
                                           "  v: 1 <number> @13+1\n"
                                           "  client_id: 12345 <string> @27+7\n"
                                           "[1]: request SET_ACTIVITY, id 1 <frame> @35+50\n"
                                           " opcode: 1 <u32> @35+4\n"
                                           " length: 42 <u32> @39+4\n"
                                           " data <object> @43+42\n"
                                           "  cmd: SET_ACTIVITY <string> @50+14\n"
                                           "  args <object> @72+2\n"
                                           "  nonce: 1 <number> @83+1\n");
    QTest::newRow(".NET ProcessInfo")
        << QByteArray("[0]: Process ProcessInfo <message> @0+20\n"
                      " magic: DOTNET_IPC_V1 <mark> @0+14\n"
                      " size: 20 <u16> @14+2\n"
                      " command set: 4 (Process) <u8> @16+1\n"
                      " command: 0 (ProcessInfo) <u8> @17+1\n"
                      " reserved: 0 <u16> @18+2\n"
                      "[1]: Server OK <message> @20+84\n"
                      " magic: DOTNET_IPC_V1 <mark> @20+14\n"
                      " size: 84 <u16> @34+2\n"
                      " command set: 255 (Server) <u8> @36+1\n"
                      " command: 0 (OK) <u8> @37+1\n"
                      " reserved: 0 <u16> @38+2\n"
                      " process ID: 42 <u64> @40+8\n"
                      " runtime cookie: 33221100-5544-7766-8899-aabbccddeeff <GUID> @48+16\n"
                      " command line length: 4 <u32> @64+4\n"
                      " command line: app <UTF-16> @68+8\n"
                      " OS length: 6 <u32> @76+4\n"
                      " OS: Linux <UTF-16> @80+12\n"
                      " architecture length: 4 <u32> @92+4\n"
                      " architecture: x64 <UTF-16> @96+8\n");
    QTest::newRow(".NET CollectTracing2")
        << QByteArray("[0]: EventPipe CollectTracing2 <message> @0+79\n"
                      " magic: DOTNET_IPC_V1 <mark> @0+14\n"
                      " size: 79 <u16> @14+2\n"
                      " command set: 2 (EventPipe) <u8> @16+1\n"
                      " command: 3 (CollectTracing2) <u8> @17+1\n"
                      " reserved: 0 <u16> @18+2\n"
                      " buffer, MB: 256 <u32> @20+4\n"
                      " format: 1 <u32> @24+4\n"
                      " rundown: 1 <u8> @28+1\n"
                      " providers: 1 <u32> @29+4\n"
                      " provider[0] @33+46\n"
                      "  keywords: 0x00000000ffffffff <u64> @33+8\n"
                      "  level: 4 <u32> @41+4\n"
                      "  name length: 12 <u32> @45+4\n"
                      "  name: Microsoft-X <UTF-16> @49+24\n"
                      "  filter length: 1 <u32> @73+4\n"
                      "  filter <UTF-16> @77+2\n");
    QTest::newRow(".NET advertisement")
        << QByteArray("[0]: Advertise <message> @0+34\n"
                      " magic: ADVR_V1 <mark> @0+8\n"
                      " runtime cookie: 33221100-5544-7766-8899-aabbccddeeff <GUID> @8+16\n"
                      " process ID: 42 <u64> @24+8\n"
                      " reserved: 0 <u16> @32+2\n");
    QTest::newRow("sway") << QByteArray("[0]: RUN_COMMAND <message> @0+18\n"
                                        " magic: i3-ipc <mark> @0+6\n"
                                        " length: 4 <u32> @6+4\n"
                                        " type: 0 (RUN_COMMAND) <u32> @10+4\n"
                                        " payload: exit <text> @14+4\n"
                                        "[1]: RUN_COMMAND <message> @18+32\n"
                                        " magic: i3-ipc <mark> @18+6\n"
                                        " length: 18 <u32> @24+4\n"
                                        " type: 0 (RUN_COMMAND) <u32> @28+4\n"
                                        " payload <array> @32+18\n"
                                        "  [0] <object> @33+16\n"
                                        "   success: true <boolean> @44+4\n"
                                        "[2]: window event <message> @50+16\n"
                                        " magic: i3-ipc <mark> @50+6\n"
                                        " length: 2 <u32> @56+4\n"
                                        " type: 2147483651 (window event) <u32> @60+4\n"
                                        " payload <object> @64+2\n");
    QTest::newRow("NamedPipeWrapper")
        << QByteArray("[0] <message> @0+67\n"
                      " length: 63 <u32> @0+4\n"
                      " BinaryFormatter: Chat.Msg <object> @4+63\n"
                      "  record: 0 (SerializedStreamHeader) <u8> @4+1\n"
                      "  RootId: 1 <u32> @5+4\n"
                      "  HeaderId: 0xffffffff <u32> @9+4\n"
                      "  MajorVersion: 1 <u32> @13+4\n"
                      "  MinorVersion: 0 <u32> @17+4\n"
                      "  record: 12 (BinaryLibrary) <u8> @21+1\n"
                      "  LibraryId: 2 <u32> @22+4\n"
                      "  library length: 8 <varint> @26+1\n"
                      "  library: Chat, V1 <text> @27+8\n"
                      "  record: 5 (ClassWithMembersAndTypes) <u8> @35+1\n"
                      "  ObjectId: 1 <u32> @36+4\n"
                      "  class length: 8 <varint> @40+1\n"
                      "  class: Chat.Msg <text> @41+8\n"
                      "  members: 1 <u32> @49+4\n"
                      "  member[0] length: 4 <varint> @53+1\n"
                      "  member[0]: Text <text> @54+4\n"
                      "  not deserialized: 01 02 00 00 00 06 03 00 00 <bytes> @58+9\n");
    QTest::newRow("Docker output") << QByteArray("[0]: stdout <frame> @0+11\n"
                                                 " stream: 1 (stdout) <u8> @0+1\n"
                                                 " padding: 00 00 00 <bytes> @1+3\n"
                                                 " length: 3 <u32> @4+4\n"
                                                 " data: hi\n"
                                                 " <text> @8+3\n"
                                                 "[1]: stderr <frame> @11+10\n"
                                                 " stream: 2 (stderr) <u8> @11+1\n"
                                                 " padding: 00 00 00 <bytes> @12+3\n"
                                                 " length: 2 <u32> @15+4\n"
                                                 " data: FF FE <bytes> @19+2\n");
}

void DecodeProtocolsTest::Fields()
{
    QFETCH(QByteArray, expected);
    const QByteArray name = QTest::currentDataTag();
    for (const ProtocolSample& sample : protocolSamples()) {
        if (name == sample.name) {
            const QByteArray actual = outline(decoded(sample.decoder, sample.payload));
            QVERIFY2(actual == expected, actual);
            return;
        }
    }
    QFAIL("no such sample");
}

void DecodeProtocolsTest::EveryProtocolDecoderHasASample()
{
    QSet<int> with;
    for (const ProtocolSample& sample : protocolSamples()) {
        with.insert(int(sample.decoder));
    }
    for (const DecoderInfo& info : decoders()) {
        if (info.id >= DecoderId::JsonMessages) {
            QVERIFY2(with.contains(int(info.id)), info.key.data());
        }
    }
}

void DecodeProtocolsTest::CutAnywhereIsSaid_data()
{
    addSampleRows();
}

void DecodeProtocolsTest::CutAnywhereIsSaid()
{
    QFETCH(int, decoder);
    QFETCH(QByteArray, payload);
    const auto id = static_cast<DecoderId>(decoder);
    QVERIFY(decoded(id, payload).end == DecodeEnd::Good);
    int wholes = 0;
    for (qsizetype size = 0; size < payload.size(); ++size) {
        const Decoded part = decoded(id, payload.first(size));
        const std::string broken = brokenInvariant(part, std::size_t(size));
        QVERIFY2(broken.empty(), broken.c_str());
        // Between two messages, or where a body may end, nothing is missing.
        QVERIFY2(part.end == DecodeEnd::CutOff || part.end == DecodeEnd::Good, outline(part));
        wholes += part.end == DecodeEnd::Good ? 1 : 0;
    }
    // A frame has the lines of the authentication without their ends: any beginning is a line.
    const bool isLines = payload.startsWith('\0');
    QVERIFY2(isLines || wholes <= payload.size() / 4, QByteArray::number(wholes));
}

void DecodeProtocolsTest::LargerThanTheLimitIsSaid_data()
{
    addSampleRows();
}

void DecodeProtocolsTest::LargerThanTheLimitIsSaid()
{
    QFETCH(int, decoder);
    QFETCH(QByteArray, payload);
    DecodeLimits limits;
    limits.bytes = std::size_t(payload.size()) - 1;
    const Decoded cut = decode(viewOf(payload), static_cast<DecoderId>(decoder), limits);
    QCOMPARE(brokenInvariant(cut, limits.bytes, limits), std::string());
    QVERIFY2(cut.end == DecodeEnd::Limit, outline(cut));
    QVERIFY2(lastLine(cut).contains("truncated: decoding the first"), lastLine(cut));
}

void DecodeProtocolsTest::OneWrongByteKeepsThePromises_data()
{
    addSampleRows();
}

void DecodeProtocolsTest::OneWrongByteKeepsThePromises()
{
    QFETCH(int, decoder);
    QFETCH(QByteArray, payload);
    for (qsizetype at = 0; at < payload.size(); ++at) {
        for (const char byte : {'\0', '\1', '\xff', '\x80', '9', '{'}) {
            QByteArray damaged = payload;
            damaged[at] = byte;
            const Decoded result = decoded(static_cast<DecoderId>(decoder), damaged);
            const std::string broken = brokenInvariant(result, std::size_t(damaged.size()));
            QVERIFY2(broken.empty(), (broken + " in " + damaged.toHex().toStdString()).c_str());
        }
    }
}

void DecodeProtocolsTest::Mistakes_data()
{
    QTest::addColumn<int>("decoder");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("last");
    const auto row = [](const char* name, DecoderId decoder, const QByteArray& payload,
                        const char* last) {
        QTest::newRow(name) << int(decoder) << payload << QByteArray(last);
    };
    row("headers without a length", DecoderId::JsonMessages, "Content-Type: x\r\n\r\n{}",
        "! expected a Content-Length @19+0");
    row("header that is none", DecoderId::JsonMessages, "Content-Length: 2\r\nx\r\n\r\n{}",
        "! expected a line \"Name: value\" @19+3");
    row("body shorter than its length", DecoderId::JsonMessages, "Content-Length: 9\r\n\r\n{}",
        "! unexpected end of data @23+0");
    row("no start line", DecoderId::Http1, "hello\r\n\r\n",
        "! expected a start line of HTTP/1 @0+7");
    row("no size of a chunk", DecoderId::Http1,
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "! expected the size of a chunk @47+4");
    row("signature that is none", DecoderId::Dbus,
        fromHex("6c020001 04000000 01000000 07000000 08016700 01 28 0000 01000000"),
        "! invalid signature \"(\" @24+0");
    row("array longer than its message", DecoderId::Dbus,
        fromHex("6c020001 08000000 01000000 08000000 08016700 02 6179 00")
            + fromHex("ff000000 01020304"),
        "! expected 255 bytes, found 4 @28+4");
    row("not D-Bus", DecoderId::Dbus, fromHex("ff000102"), "! expected a D-Bus message @0+4");
    row("key longer than its message", DecoderId::SshAgent, fromHex("00000005 12 000000ff"),
        "! expected 255 bytes, found 0 @9+0");
    row("text without its end", DecoderId::Resp, "$2\r\nabcd", "! expected CR LF @6+2");
    row("no length", DecoderId::Resp, "*x\r\n", "! expected a length @0+2");
    row("no RESP", DecoderId::Resp, fromHex("01020d0a"), "! expected a RESP value @0+4");
    row("array that is no message", DecoderId::MessagePackRpc, fromHex("92 01 02"),
        "! expected a MessagePack-RPC message @0+3");
    row("no opcode of Discord", DecoderId::Discord, fromHex("09000000 00000000"),
        "! unknown opcode 9 @4+0");
    row("no .NET diagnostics", DecoderId::DotnetDiagnostics, "GET / HTTP/1.1",
        "! expected \"DOTNET_IPC_V1\" @0+14");
    row("no i3", DecoderId::I3, "i4-ipc", "! expected \"i3-ipc\" @0+6");
    row("no stream of Docker", DecoderId::DockerStream, fromHex("01ffffff 00000000"),
        "! expected zero bytes @1+3");
}

void DecodeProtocolsTest::Mistakes()
{
    QFETCH(int, decoder);
    QFETCH(QByteArray, payload);
    const Decoded result = decoded(static_cast<DecoderId>(decoder), payload);
    QTEST(lastLine(result), "last");
    QCOMPARE(brokenInvariant(result, std::size_t(payload.size())), std::string());
}

void DecodeProtocolsTest::DeepValuesStop_data()
{
    QTest::addColumn<int>("decoder");
    QTest::addColumn<QByteArray>("payload");
    constexpr int deep = 50'000;
    QTest::newRow("redis lists") << int(DecoderId::Resp) << QByteArray("*1\r\n").repeated(deep);
    QTest::newRow("redis maps") << int(DecoderId::Resp) << QByteArray("%1\r\n").repeated(deep);
    QTest::newRow("json in headers")
        << int(DecoderId::JsonMessages)
        << QByteArray("Content-Length: 50000\r\n\r\n" + QByteArray(deep, '['));
    // A variant in a variant in a variant.
    QTest::newRow("d-bus variants")
        << int(DecoderId::Dbus)
        << fromHex("6c020001 20030000 01000000 07000000 08016700 01 76 00 00")
               + fromHex("017600").repeated(deep);
}

void DecodeProtocolsTest::DeepValuesStop()
{
    QFETCH(int, decoder);
    QFETCH(QByteArray, payload);
    const Decoded result = decoded(static_cast<DecoderId>(decoder), payload);
    QVERIFY2(lastLine(result).contains("nested deeper than 64 levels"), lastLine(result));
    QCOMPARE(brokenInvariant(result, std::size_t(payload.size())), std::string());
}

void DecodeProtocolsTest::PrivateKeysAreHiddenUnlessAskedFor()
{
    const QByteArray lock = fromHex("0000000a 16 00000005") + "hello";
    QVERIFY(!outline(decoded(DecoderId::SshAgent, lock)).contains("hello"));
    DecodeLimits limits;
    limits.showSecrets = true;
    QVERIFY(outline(decode(viewOf(lock), DecoderId::SshAgent, limits)).contains("hello"));
}

void DecodeProtocolsTest::FrameWithoutItsLengthIsTheSame()
{
    // Rows of frames have the content only where the header is a length.
    const QByteArray agent = outline(decoded(DecoderId::SshAgent, fromHex("0c 00000000")));
    QCOMPARE(agent, "[0]: IDENTITIES_ANSWER <message> @0+5\n"
                    " type: 12 (IDENTITIES_ANSWER) <u8> @0+1\n"
                    " nkeys: 0 <u32> @1+4\n");
    const QByteArray body = fromHex("00 01000000 ffffffff 01000000 00000000 06 01000000 02") + "hi";
    QVERIFY(outline(decoded(DecoderId::DotnetWrapper, body)).contains("string: hi <text>"));
    const QByteArray length = fromHex("00000019");
    QVERIFY(
        outline(decoded(DecoderId::DotnetWrapper, length + body)).contains("string: hi <text>"));
}

PIPESCOPE_APPLESS_TEST(DecodeProtocolsTest)

#include "tst_decode_protocols.moc"
