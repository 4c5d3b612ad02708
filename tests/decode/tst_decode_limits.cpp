#include "outline.h"
#include "payload/random_bytes.h"
#include "runner/register.h"

#include <QElapsedTimer>
#include <QTest>

using namespace pipecore;

/// Whatever the payload is, decoding ends soon, takes little, and stays inside of it.
class DecodeLimitsTest : public QObject
{
    Q_OBJECT

private slots:
    void DeepNestingStops_data();
    void DeepNestingStops();
    void ManyFieldsStop_data();
    void ManyFieldsStop();
    void LongValuesAreShortened();
    void PayloadBeyondTheLimitIsSaid_data();
    void PayloadBeyondTheLimitIsSaid();
    void LaidOutTextIsCut();
    void ManyMistakesAreFew();
    void RandomAndDamagedDataKeepThePromises();
};

namespace {

const Field& lastField(const Field& field)
{
    return field.children.empty() ? field : lastField(field.children.back());
}

void addRow(const char* name, DecoderId decoder, const QByteArray& payload)
{
    QTest::newRow(name) << int(decoder) << payload;
}

} // namespace

void DecodeLimitsTest::DeepNestingStops_data()
{
    QTest::addColumn<int>("decoder");
    QTest::addColumn<QByteArray>("payload");
    constexpr int deep = 100'000;
    addRow("json arrays", DecoderId::Json, QByteArray(deep, '['));
    addRow("json objects", DecoderId::Json, QByteArray(R"({"a":)").repeated(deep));
    addRow("xml", DecoderId::Xml, QByteArray("<a>").repeated(deep));
    addRow("msgpack arrays", DecoderId::MessagePack, QByteArray(deep, '\x91'));
    addRow("msgpack keys", DecoderId::MessagePack, QByteArray(deep, '\x81'));
    addRow("protobuf groups", DecoderId::Protobuf, QByteArray(deep, '\x0b'));
}

void DecodeLimitsTest::DeepNestingStops()
{
    QFETCH(int, decoder);
    QFETCH(QByteArray, payload);
    const Decoded decoded = decode(viewOf(payload), static_cast<DecoderId>(decoder));
    QVERIFY(decoded.end == DecodeEnd::Limit);
    QVERIFY(lastField(decoded.root).kind == FieldKind::Notice);
    QVERIFY(lastField(decoded.root).problem.text().starts_with("nested deeper than 64 levels"));
    QCOMPARE(brokenInvariant(decoded, std::size_t(payload.size())), std::string());
}

void DecodeLimitsTest::ManyFieldsStop_data()
{
    QTest::addColumn<int>("decoder");
    QTest::addColumn<QByteArray>("payload");
    constexpr int many = 1'000'000;
    addRow("json", DecoderId::Json, '[' + QByteArray("1,").repeated(many));
    addRow("json values", DecoderId::Json, QByteArray("[]").repeated(many));
    addRow("xml", DecoderId::Xml, "<a>" + QByteArray("<b/>").repeated(many));
    addRow("lines", DecoderId::Lines, QByteArray(many, '\n'));
    addRow("msgpack", DecoderId::MessagePack, QByteArray(many, '\x01'));
    addRow("protobuf", DecoderId::Protobuf, QByteArray("\x08\x01").repeated(many));
    addRow("frames", DecoderId::FramesU16Le, QByteArray(many, '\0'));
    addRow("dcerpc", DecoderId::DceRpc,
           fromHex("05001103 10000000 1000 0000 03000000").repeated(many / 16));
}

void DecodeLimitsTest::ManyFieldsStop()
{
    QFETCH(int, decoder);
    QFETCH(QByteArray, payload);
    const Decoded decoded = decode(viewOf(payload), static_cast<DecoderId>(decoder));
    QVERIFY(decoded.end == DecodeEnd::Limit);
    QCOMPARE(QByteArray::fromStdString(lastField(decoded.root).problem.text()),
             "truncated: showing the first 20000 fields");
    QCOMPARE(brokenInvariant(decoded, std::size_t(payload.size())), std::string());
}

void DecodeLimitsTest::LongValuesAreShortened()
{
    const QByteArray text = QByteArray("ä").repeated(10'000);
    const Decoded decoded = decode(viewOf("{\"" + text + "\":\"" + text + "\"}"), DecoderId::Json);
    const Field& member = decoded.root.children.at(0).children.at(0);
    QCOMPARE(member.value.size(), std::size_t(4096) + std::string_view("…").size());
    QCOMPARE(member.name.size(), member.value.size());
    QCOMPARE(member.length, std::size_t(20'002));
    QVERIFY(decoded.end == DecodeEnd::Good);
    QCOMPARE(brokenInvariant(decoded, 50'000), std::string());
}

void DecodeLimitsTest::PayloadBeyondTheLimitIsSaid_data()
{
    QTest::addColumn<int>("decoder");
    QTest::addColumn<QByteArray>("payload");
    addRow("json text", DecoderId::Json, "[\"" + QByteArray(200, 'x') + "\"]");
    addRow("json number", DecoderId::Json, "[" + QByteArray(200, '1') + "]");
    addRow("json in a character", DecoderId::Json, "[\"" + QByteArray("ä").repeated(100) + "\"]");
    addRow("json between values", DecoderId::Json, QByteArray("[]  ").repeated(100));
    addRow("xml text", DecoderId::Xml, "<a>" + QByteArray(200, 'x') + "</a>");
    addRow("xml comment", DecoderId::Xml, "<!--" + QByteArray(200, 'x') + "--><a/>");
    addRow("utf-8", DecoderId::Utf8, QByteArray("ä").repeated(100));
    addRow("utf-8 in a character", DecoderId::Utf8, 'x' + QByteArray("ä").repeated(100));
    addRow("utf-16", DecoderId::Utf16Le, QByteArray("x\0", 2).repeated(100));
    addRow("lines", DecoderId::Lines, QByteArray("abc\n").repeated(100));
    addRow("msgpack text", DecoderId::MessagePack, fromHex("d9c8") + QByteArray(200, 'x'));
    addRow("protobuf text", DecoderId::Protobuf, fromHex("0ac801") + QByteArray(200, 'x'));
    addRow("frame", DecoderId::FramesU16Le, fromHex("c800") + QByteArray(200, 'x'));
    addRow("dcerpc", DecoderId::DceRpc,
           fromHex("05001003 10000000 d800 0000 03000000") + QByteArray(200, 'x'));
}

void DecodeLimitsTest::PayloadBeyondTheLimitIsSaid()
{
    QFETCH(int, decoder);
    QFETCH(QByteArray, payload);
    DecodeLimits limits;
    limits.bytes = 100;
    const Decoded cut = decode(viewOf(payload), static_cast<DecoderId>(decoder), limits);
    QCOMPARE(outline(cut).trimmed().split('\n').last().trimmed(),
             "… truncated: decoding the first 100 bytes @100+0");
    QVERIFY(cut.end == DecodeEnd::Limit);
    QCOMPARE(brokenInvariant(cut, 100, limits), std::string());
    const Decoded whole = decode(viewOf(payload), static_cast<DecoderId>(decoder));
    QVERIFY(whole.end == DecodeEnd::Good);
}

void DecodeLimitsTest::LaidOutTextIsCut()
{
    DecodeLimits limits;
    limits.prettyBytes = 10;
    const Decoded decoded = decode(viewOf("[1,2,3,4,5]"), DecoderId::Json, limits);
    QVERIFY(decoded.prettyCut);
    QCOMPARE(QByteArray::fromStdString(decoded.pretty), "[\n  1,\n  2");
    QVERIFY(decoded.end == DecodeEnd::Good);
    const Decoded text = decode(viewOf("0123456ä89"), DecoderId::Utf8, limits);
    QVERIFY(text.prettyCut);
    QCOMPARE(QByteArray::fromStdString(text.pretty), "0123456ä8");
}

void DecodeLimitsTest::ManyMistakesAreFew()
{
    const QByteArray payload = QByteArray("a\xff").repeated(100'000);
    const Decoded decoded = decode(viewOf(payload), DecoderId::Utf8);
    QCOMPARE(decoded.root.children.size(), std::size_t(1 + 101));
    QVERIFY(decoded.end == DecodeEnd::Mistake);
}

void DecodeLimitsTest::RandomAndDamagedDataKeepThePromises()
{
    const QByteArray samples[] = {
        R"([{"a": [1, -2.5e3, true, null, "x\u00e4\ud83d\ude00\n"], "b":{}}])",
        "<?xml version='1.0'?><a x=\"1\"><b>t</b><!-- c --><![CDATA[x]]><d/></a>",
        fromHex("83 a1 61 01 a4 6c697374 93 ff d1 ff38 cb 3ff8000000000000 c3 d6 ff 6662e980"),
        fromHex("08 9601 12 07 74657374696e67 1a 03 08 9601 25 0000803f 2b 0801 2c"),
        fromHex("05000b03 10000000 4800 0000 01000000 b810 b810 00000000 01000000 0000 01 00 "
                "c84f324b7016d30112785a47bf6ee188 03000000 045d888aeb1cc9119fe808002b104860 "
                "02000000"),
        fromHex("05000000 68656c6c6f 02000000 7b7d"),
    };
    RandomBytes random(20240608);
    for (int round = 0; round < 6000; ++round) {
        QByteArray payload = round % 4 == 0 ? qBytes(ByteView(random.take(random.below(300))))
                                            : samples[random.below(6)];
        for (std::uint32_t change = random.below(4); change > 0 && !payload.isEmpty(); --change) {
            payload[random.below(std::uint32_t(payload.size()))] = char(random.below(256));
        }
        payload.truncate(random.below(std::uint32_t(payload.size()) + 1));
        for (const DecoderInfo& info : decoders()) {
            const Decoded decoded = decode(viewOf(payload), info.id);
            const std::string broken = brokenInvariant(decoded, std::size_t(payload.size()));
            QVERIFY2(broken.empty(), (broken + " in " + payload.toHex().toStdString()).c_str());
        }
        for (const Guess& guess : detect(viewOf(payload))) {
            QVERIFY(guess.score > 0 && guess.score <= 100);
        }
    }
}

PIPESCOPE_APPLESS_TEST(DecodeLimitsTest)

#include "tst_decode_limits.moc"
