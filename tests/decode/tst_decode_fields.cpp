#include "outline.h"
#include "protocol_samples.h"
#include "runner/register.h"

#include <QSet>
#include <QTest>

using namespace pipecore;

/// Messages of protocols with their fields, each with the bytes that it came from.
class DecodeFieldsTest : public QObject
{
    Q_OBJECT

private slots:
    void Fields_data();
    void Fields();
    void EveryProtocolDecoderHasASample();
};

void DecodeFieldsTest::Fields_data()
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
    QTest::newRow("HTTP/2") << QByteArray("preface: PRI * HTTP/2.0 <text> @0+24\n"
                                          "[1]: SETTINGS <frame> @24+15\n"
                                          " length: 6 <u24> @24+3\n"
                                          " type: 4 (SETTINGS) <u8> @27+1\n"
                                          " flags: 0x00 <u8> @28+1\n"
                                          " stream: 0 <u32> @29+4\n"
                                          " MAX_CONCURRENT_STREAMS: 100 <setting> @33+6\n"
                                          "  identifier: 3 (MAX_CONCURRENT_STREAMS) <u16> @33+2\n"
                                          "  value: 100 <u32> @35+4\n"
                                          "[2]: HEADERS GET /, stream 1 <frame> @39+26\n"
                                          " length: 17 <u24> @39+3\n"
                                          " type: 1 (HEADERS) <u8> @42+1\n"
                                          " flags: 0x05 END_STREAM END_HEADERS <u8> @43+1\n"
                                          " stream: 1 <u32> @44+4\n"
                                          " :method: GET <indexed> @48+1\n"
                                          " :scheme: http <indexed> @49+1\n"
                                          " :path: / <indexed> @50+1\n"
                                          " :authority: www.example.com <literal, indexed> @51+14\n"
                                          "[3]: HEADERS GET, stream 3 <frame> @65+13\n"
                                          " length: 4 <u24> @65+3\n"
                                          " type: 1 (HEADERS) <u8> @68+1\n"
                                          " flags: 0x05 END_STREAM END_HEADERS <u8> @69+1\n"
                                          " stream: 3 <u32> @70+4\n"
                                          " :method: GET <indexed> @74+1\n"
                                          " :authority: www.example.com <indexed> @75+1\n"
                                          " #64: set by an earlier header block <indexed> @76+1\n"
                                          " #65: set by an earlier header block <indexed> @77+1\n"
                                          "[4]: DATA, stream 1 <frame> @78+20\n"
                                          " length: 11 <u24> @78+3\n"
                                          " type: 0 (DATA) <u8> @81+1\n"
                                          " flags: 0x09 END_STREAM PADDED <u8> @82+1\n"
                                          " stream: 1 <u32> @83+4\n"
                                          " pad length: 2 <u8> @87+1\n"
                                          " message[0] <gRPC> @88+8\n"
                                          "  compressed: 0 <u8> @88+1\n"
                                          "  length: 3 <u32> @89+4\n"
                                          "  message <Protocol Buffers> @93+3\n"
                                          "   1: x <LEN: text> @93+3\n"
                                          " padding: 00 00 <bytes> @96+2\n"
                                          "[5]: RST_STREAM, stream 1 <frame> @98+13\n"
                                          " length: 4 <u24> @98+3\n"
                                          " type: 3 (RST_STREAM) <u8> @101+1\n"
                                          " flags: 0x00 <u8> @102+1\n"
                                          " stream: 1 <u32> @103+4\n"
                                          " error code: 8 (CANCEL) <u32> @107+4\n"
                                          "[6]: GOAWAY <frame> @111+17\n"
                                          " length: 8 <u24> @111+3\n"
                                          " type: 7 (GOAWAY) <u8> @114+1\n"
                                          " flags: 0x00 <u8> @115+1\n"
                                          " stream: 0 <u32> @116+4\n"
                                          " last stream: 3 <u32> @120+4\n"
                                          " error code: 0 (NO_ERROR) <u32> @124+4\n");
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

void DecodeFieldsTest::Fields()
{
    QFETCH(QByteArray, expected);
    const QByteArray name = QTest::currentDataTag();
    for (const ProtocolSample& sample : protocolSamples()) {
        if (name == sample.name) {
            const QByteArray actual = outline(decode(viewOf(sample.payload), sample.decoder));
            QVERIFY2(actual == expected, actual);
            return;
        }
    }
    QFAIL("no such sample");
}

void DecodeFieldsTest::EveryProtocolDecoderHasASample()
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

PIPESCOPE_APPLESS_TEST(DecodeFieldsTest)

#include "tst_decode_fields.moc"
