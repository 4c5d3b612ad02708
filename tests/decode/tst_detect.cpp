#include "outline.h"
#include "runner/register.h"

#include <QTest>

using namespace pipecore;

/// Which decoder a payload is given to when nobody chose one.
class DetectTest : public QObject
{
    Q_OBJECT

private slots:
    void Best_data();
    void Best();
    void LongPayloadsAreDetectedByTheirBeginning_data();
    void LongPayloadsAreDetectedByTheirBeginning();
};

namespace {

QByteArray bestOf(const QByteArray& payload)
{
    const auto guesses = detect(viewOf(payload));
    if (guesses.empty()) {
        return "none";
    }
    const std::string_view key = decoderInfo(guesses.front().decoder).key;
    return {key.data(), qsizetype(key.size())};
}

void addRow(const char* name, const QByteArray& payload, const char* best)
{
    QTest::newRow(name) << payload << QByteArray(best);
}

} // namespace

void DetectTest::Best_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("best");
    addRow("nothing", "", "none");
    addRow("random", fromHex("9f8b00ff13f10de7aa"), "none");
    addRow("zeros", QByteArray(64, '\0'), "none");
    addRow("small numbers", fromHex("0001020304"), "none");
    addRow("object", R"({"id": 1})", "json");
    addRow("json lines", "{\"a\":1}\n{\"a\":2}\n", "json");
    addRow("json that is cut", R"({"id": 1, "name": "x)", "json");
    addRow("number", "42", "utf-8");
    addRow("json with a mistake", "{\"id\": 1, \"list\": [1,, 2]}", "json");
    addRow("brace", "{ hello }", "utf-8");
    addRow("xml", "<?xml version='1.0'?>\n<a/>\n", "xml");
    addRow("html that is not xml", "<p>one<br>two</p>", "utf-8");
    addRow("text", "hello", "utf-8");
    addRow("text with umlauts and its end", QByteArray("Gr\xc3\xbc\xc3\x9f\x65\0", 8), "utf-8");
    addRow("http", "GET / HTTP/1.1\r\nHost: x\r\n\r\n", "http1");
    addRow("one line", "hello\n", "utf-8");
    addRow("utf-16", fromHex("680065006c006c006f00"), "utf-16le");
    addRow("utf-16 with its end", fromHex("6800650068006900 0000"), "utf-16le");
    addRow("utf-16 with a mark", fromHex("fffe 3dd800de"), "utf-16le");
    addRow("utf-16 be", fromHex("00680065006c"), "utf-16be");
    addRow("u32 le frame of text", fromHex("05000000 68656c6c6f"), "frames-u32le");
    addRow("u32 be frame of text", fromHex("00000005 68656c6c6f"), "frames-u32be");
    addRow("u32 le frame of json", fromHex("08000000") + R"({"a": 1})", "frames-u32le");
    addRow("u16 be frames", fromHex("0003 ffeedd 0002 fefe"), "frames-u16be");
    addRow("u16 le frames", fromHex("0300 ffeedd 0200 fefe"), "frames-u16le");
    addRow("msgpack map", fromHex("82 a2 6964 01 a4 6e616d65 a1 78"), "msgpack");
    addRow("msgpack-rpc", fromHex("94 00 01 a3 616464 92 01 02"), "msgpack-rpc");
    addRow("msgpack array", fromHex("94 00 01 02 a3 616464"), "msgpack");
    addRow("LSP", "Content-Length: 2\r\n\r\n{}", "json-messages");
    addRow("JSON-RPC", R"({"jsonrpc":"2.0","id":1,"method":"ping"})", "json-messages");
    addRow("http reply", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", "http1");
    addRow("d-bus, the first bytes", QByteArray("\0AUTH EXTERNAL 30\r\n", 19), "dbus");
    addRow("d-bus signal", fromHex("6c040001 00000000 01000000 00000000"), "dbus");
    addRow("ssh-agent list", fromHex("00000001 0b"), "ssh-agent");
    addRow("one byte in a frame", fromHex("00000001 fe"), "frames-u32be");
    addRow("redis command", "*1\r\n$4\r\nPING\r\n", "resp");
    addRow("redis answer", "+PONG\r\n", "resp");
    addRow("plus sign", "+1 for this\n", "utf-8");
    addRow("discord", fromHex("00000000 02000000 7b7d"), "discord");
    addRow(".NET diagnostics", "DOTNET_IPC_V1" + fromHex("00 1400 0400 0000"),
           "dotnet-diagnostics");
    addRow("i3", "i3-ipc" + fromHex("00000000 01000000"), "i3");
    addRow("BinaryFormatter", fromHex("00000011 00 01000000 ffffffff 01000000 00000000"),
           "dotnet-wrapper");
    addRow("docker output", fromHex("01000000 00000003") + "hi\n", "docker-stream");
    addRow("protobuf", fromHex("08 9601 12 07 74657374696e67"), "protobuf");
    addRow("protobuf with a message", fromHex("0a 04 08 01 10 02 10 05"), "protobuf");
    addRow("dcerpc bind",
           fromHex("05000b03 10000000 4800 0000 01000000 b810 b810 00000000 "
                   "01000000 0000 01 00 c84f324b7016d30112785a47bf6ee188 03000000 "
                   "045d888aeb1cc9119fe808002b104860 02000000"),
           "dcerpc");
    addRow("a part of a dcerpc request",
           fromHex("05000003 10000000 ff00 0000 01000000 04000000 0000 0f00 dead"), "dcerpc");
}

void DetectTest::Best()
{
    QFETCH(QByteArray, payload);
    QTEST(bestOf(payload), "best");
}

void DetectTest::LongPayloadsAreDetectedByTheirBeginning_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("best");
    constexpr int many = 20'000;
    addRow("json", '[' + QByteArray(R"({"a": "ä"}, )").repeated(many) + "1]", "json");
    addRow("xml", "<a>" + QByteArray("<b>ä</b>").repeated(many) + "</a>", "xml");
    addRow("text", QByteArray("aä").repeated(many), "utf-8");
    addRow("lines", QByteArray("ää\n").repeated(many), "lines");
    addRow("utf-16", fromHex("680065006c006c006f00").repeated(many), "utf-16le");
    addRow("one frame", fromHex("80841e00") + QByteArray("ab\xff\xfe").repeated(500'000),
           "frames-u32le");
    addRow("msgpack", fromHex("81 a1 78 dc 4e20") + fromHex("cd 0101").repeated(many), "msgpack");
    addRow("protobuf", fromHex("12 07 74657374696e67").repeated(many), "protobuf");
}

void DetectTest::LongPayloadsAreDetectedByTheirBeginning()
{
    QFETCH(QByteArray, payload);
    QTEST(bestOf(payload), "best");
}

PIPESCOPE_APPLESS_TEST(DetectTest)

#include "tst_detect.moc"
