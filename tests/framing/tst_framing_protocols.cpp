#include "runner/register.h"
#include "streams.h"

#include <QFile>
#include <QSet>
#include <QTest>

using namespace pipecore;

/// The protocols of docs/FRAMING.md: each rule of its table frames the bytes of such a conversation.
class FramingProtocolsTest : public QObject
{
    Q_OBJECT

private slots:
    void Protocols_data();
    void Protocols();
    void EveryRuleOfTheDocumentIsTested();
};

namespace {

struct Protocol
{
    const char* name;
    const char* rule;
    QByteArray stream;
    const char* expected;
};

QByteArray hex(const char* digits)
{
    return QByteArray::fromHex(digits);
}

QList<Protocol> protocols()
{
    const QByteArray dotnet = "DOTNET_IPC_V1" + QByteArray(1, '\0');
    return {
        {"LSP", "headers",
         "Content-Length: 40\r\n\r\n{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"exit\"}"
         "Content-Length: 2\r\n\r\n{}",
         "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"exit\"}][{}]"},
        {"ssh-agent: list and its answer", "u32be", hex("00000001 0b 00000005 0c 00000000"),
         "[\\x0b][\\x0c\\x00\\x00\\x00\\x00]"},
        {"QMP", "line", "{\"QMP\": {}}\r\n{\"return\": {}}\r\n",
         "[{\"QMP\": {}}][{\"return\": {}}]"},
        {"JSON without lines", "json", "{\"a\":1}{\"b\":2}", "[{\"a\":1}][{\"b\":2}]"},
        {"docker_engine", "http1",
         "GET /_ping HTTP/1.1\r\nHost: docker\r\n\r\nGET /info HTTP/1.1\r\nHost: docker\r\n\r\n",
         "[][]"},
        {"docker attach", "http1,upgrade=(u32be,offset=4),requests=(message)",
         "HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n"
             + hex("01000000 00000003 68690a 02000000 00000001 21"),
         "[][hi\\x0a][!]"},
        {"gRPC", "http2",
         "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + hex("000000 04 00 00000000")
             + hex("000007 00 01 00000001 0000000002 0801"),
         "[][][\\x00\\x00\\x00\\x00\\x02\\x08\\x01]"},
        {"GrpcDotNetNamedPipes", "message", "packet", "different when cut"},
        {"Chrome native messaging", "u32le", hex("02000000 7b7d 02000000 7b7d"), "[{}][{}]"},
        {"Discord RPC", "u32le,offset=4",
         hex("00000000 07000000") + "{\"v\":1}" + hex("01000000 02000000") + "{}",
         "[{\"v\":1}][{}]"},
        {".NET diagnostics: ProcessInfo",
         "u16le,offset=14,counts=header,extra=4,mark=444f544e45545f4950435f563100",
         dotnet + hex("1400 04 00 0000") + dotnet + hex("1800 ff 00 0000 01020304"),
         "[][\\x01\\x02\\x03\\x04]"},
        {"DCE/RPC bind", "u16le,offset=8,counts=header,extra=6,mark=05",
         hex("05 00 0b 03 10000000 1400 0000 01000000 b810b810 05 00 00 03 10000000 1200 0000 "
             "02000000 abcd"),
         "[\\xb8\\x10\\xb8\\x10][\\xab\\xcd]"},
        {"D-Bus", "dbus",
         QByteArray("\0AUTH EXTERNAL 31303030\r\nBEGIN\r\n", 32)
             + hex("6c010001 00000000 01000000 00000000"),
         "[][AUTH EXTERNAL 31303030][BEGIN][]"},
        {"Wayland: wl_display.sync", "u16le,offset=6,counts=header",
         hex("01000000 0000 0c00 02000000 01000000 0100 0c00 03000000"),
         "[\\x02\\x00\\x00\\x00][\\x03\\x00\\x00\\x00]"},
        {"Neovim", "msgpack", hex("94 00 01 a5 6e76696d5f 90 94 01 01 c0 01"),
         "[\\x94\\x00\\x01\\xa5nvim_\\x90][\\x94\\x01\\x01\\xc0\\x01]"},
        {"varlink", "nul", QByteArray("{\"method\":\"a.B\"}\0{\"parameters\":{}}\0", 35),
         "[{\"method\":\"a.B\"}][{\"parameters\":{}}]"},
        {"TDS", "u16be,offset=2,counts=header,extra=4",
         hex("12 01 000a 0000 01 00 ff00 04 01 0008 0000 01 00"), "[\\xff\\x00][]"},
        {"MySQL: COM_PING and OK", "u24le,extra=1", hex("010000 00 0e 070000 01 00000002000000"),
         "[\\x0e][\\x00\\x00\\x00\\x02\\x00\\x00\\x00]"},
        {"PostgreSQL, client", "u32be,counts=self then u32be,offset=1,counts=self",
         hex("00000009 00030000 00 51 0000000d 53454c45435420 3100 58 00000004"),
         "[\\x00\\x03\\x00\\x00\\x00][SELECT 1\\x00][]"},
        {"PostgreSQL, server", "u32be,offset=1,counts=self",
         hex("52 00000008 00000000 5a 00000005 49"), "[\\x00\\x00\\x00\\x00][I]"},
        {"ttrpc", "u32be,extra=6,max=4194304",
         hex("00000002 00000001 01 00 0801 00000000 00000001 02 00"), "[\\x08\\x01][]"},
        {"WireGuard", "delimiter:0a0a", "get=1\n\nlisten_port=51820\nerrno=0\n\n",
         "[get=1][listen_port=51820\\x0aerrno=0]"},
        {"sway", "u32le,offset=6,extra=4,mark=69332d697063",
         "i3-ipc" + hex("00000000 07000000") + "i3-ipc" + hex("02000000 07000000") + "{}",
         "[][{}]"},
        {"Redis", "resp",
         "*2\r\n$3\r\nGET\r\n$1\r\nk\r\n$-1\r\n+OK\r\nPING\r\n>2\r\n+a\r\n%1\r\n:1\r\n#t\r\n",
         "[*2\\x0d\\x0a$3\\x0d\\x0aGET\\x0d\\x0a$1\\x0d\\x0ak\\x0d\\x0a][$-1\\x0d\\x0a][+"
         "OK\\x0d\\x0a]"
         "[PING\\x0d\\x0a][>2\\x0d\\x0a+a\\x0d\\x0a%1\\x0d\\x0a:1\\x0d\\x0a#t\\x0d\\x0a]"},
        {"Git simple-ipc", "hex4,counts=self,small", "000cversion\n00000006hi0000",
         "[version\\x0a][][hi][]"},
    };
}

} // namespace

void FramingProtocolsTest::Protocols_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArray>("expected");
    for (const Protocol& protocol : protocols()) {
        QTest::newRow(protocol.name)
            << QByteArray(protocol.rule) << protocol.stream << QByteArray(protocol.expected);
    }
}

void FramingProtocolsTest::Protocols()
{
    QFETCH(QByteArray, rule);
    QFETCH(QByteArray, stream);
    QFETCH(QByteArray, expected);
    // Messages are parted where they were sent.
    const QByteArray frames = framed(rule.toStdString(), stream);
    QVERIFY2(frames == expected || (rule == "message" && frames.startsWith(expected)), frames);
    QCOMPARE(problems(rule.toStdString(), stream), "");
    QCOMPARE(QByteArray::fromStdString(ruleOf(rule.toStdString()).text()), rule);
}

void FramingProtocolsTest::EveryRuleOfTheDocumentIsTested()
{
    QFile file(QStringLiteral(PIPESCOPE_FRAMING_DOCUMENT));
    QVERIFY2(file.open(QIODevice::ReadOnly), PIPESCOPE_FRAMING_DOCUMENT);
    const QByteArray text = file.readAll();
    const qsizetype begin = text.indexOf("\n## Protocols\n");
    const qsizetype end = text.indexOf("\n## ", begin + 1);
    QVERIFY(begin > 0 && end > begin);
    QSet<QByteArray> documented;
    for (const QByteArray& line : text.sliced(begin, end - begin).split('\n')) {
        const auto columns = line.split('|');
        if (columns.size() == 4 && columns[2].contains('`')) {
            documented.insert(columns[2].split('`').at(1));
        }
    }
    QSet<QByteArray> tested;
    for (const Protocol& protocol : protocols()) {
        tested.insert(protocol.rule);
    }
    QCOMPARE(documented - tested, QSet<QByteArray>());
    QCOMPARE(tested - documented, QSet<QByteArray>());
}

PIPESCOPE_APPLESS_TEST(FramingProtocolsTest)

#include "tst_framing_protocols.moc"
