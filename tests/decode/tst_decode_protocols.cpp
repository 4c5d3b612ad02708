#include "outline.h"
#include "pipecore/decode/protocols.h"
#include "protocol_samples.h"
#include "runner/register.h"

#include <QTest>

#include <algorithm>

using namespace pipecore;

/// Messages of protocols that are cut anywhere, damaged, too large or too deep.
class DecodeProtocolsTest : public QObject
{
    Q_OBJECT

private slots:
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
    void MessagesInMessagePackAreThoseOfJson();
    void EveryProtocolHasASample();
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

void DecodeProtocolsTest::MessagesInMessagePackAreThoseOfJson()
{
    const auto summary = [](const char* hex) {
        return QByteArray::fromStdString(
            decoded(DecoderId::JsonMessages, fromHex(hex)).root.children.front().value);
    };
    QCOMPARE(summary("83 a7 6a736f6e727063 a3 322e30 a2 6964 05 a6 6d6574686f64 a3 416464"),
             "request Add, id 5");
    QCOMPARE(summary("82 a7 6a736f6e727063 a3 322e30 a6 6d6574686f64 a3 416464"),
             "notification Add");
    QCOMPARE(summary("83 a7 6a736f6e727063 a3 322e30 a2 6964 05 a6 726573756c74 c3"),
             "response, id 5");
}

void DecodeProtocolsTest::EveryProtocolHasASample()
{
    for (const ProtocolInfo& info : protocols()) {
        QVERIFY2(std::ranges::any_of(
                     protocolSamples(),
                     [&](const ProtocolSample& sample) { return sample.decoder == info.decoder; }),
                 info.key.data());
    }
}

PIPESCOPE_APPLESS_TEST(DecodeProtocolsTest)

#include "tst_decode_protocols.moc"
