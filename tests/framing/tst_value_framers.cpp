#include "runner/register.h"
#include "streams.h"

#include <QTest>

using namespace pipecore;

/// Values that say themselves where they end (JSON, MessagePack, RESP), and D-Bus.
class ValueFramersTest : public QObject
{
    Q_OBJECT

private slots:
    void Json_data();
    void Json();
    void GapBetweenJsonValuesIsNoFrame();
    void EveryTypeOfMessagePack();
    void MessagePack_data();
    void MessagePack();
    void Resp_data();
    void Resp();
    void Dbus_data();
    void Dbus();
};

void ValueFramersTest::Json_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QByteArray>("problem");
    const auto row = [](const char* name, const QByteArray& stream, const char* expected,
                        const char* problem = "") {
        QTest::newRow(name) << stream << QByteArray(expected) << QByteArray(problem);
    };
    row("one after the other", "{\"a\":1}{\"b\":[{},[]]}[]", "[{\"a\":1}][{\"b\":[{},[]]}][[]]");
    row("lines", "{}\n[]\r\n \"s\"\n", "[{}][[]][\"s\"]");
    row("brackets and escapes in strings", R"({"a":"}\"{[\\"}{"}":"\\\"]"}[1])",
        R"([{"a":"}\"{[\\"}][{"}":"\\\"]"}][[1]])");
    row("numbers need an end", "1 -2.5e+3\ntrue null", "[1][-2.5e+3][true]null…");
    row("number before a bracket", "12{}", "[12][{}]");
    row("sequences (RFC 7464)", "\x1e{}\n\x1e[1]\n", "[{}][[1]]");
    row("varlink", QByteArray("{}\0{}\0", 6), "[{}][{}]");
    row("UTF-8", "[\"\xc3\xbc\"]", "[[\"\\xc3\\xbc\"]]");
    row("wrong bracket", "{\"a\":[1}\n{\"b\":2}", "[{\"a\":[1}\\x0a!][{\"b\":2}]",
        "0: no JSON value; skipped to the next line\n");
    row("no JSON", "Listening...\n{}", "[Listening...\\x0a!][{}]",
        "0: no JSON value; skipped to the next line\n");
    row("not complete", "{\"a\":", "{\"a\":…");
}

void ValueFramersTest::Json()
{
    QFETCH(QByteArray, stream);
    QTEST(framed("json", stream), "expected");
    QTEST(problems("json", stream), "problem");
}

void ValueFramersTest::GapBetweenJsonValuesIsNoFrame()
{
    FramedStream stream("json");
    stream.add(0, "{}\r\n");
    QVERIFY(!stream.reassembler.unfinished());
    stream.add(1, "[]");
    QCOMPARE(stream.frames.size(), std::size_t(2));
    QCOMPARE(printable(stream.frames[1].header()), "\\x0d\\x0a");
    QVERIFY(stream.frames[1].parts == (std::vector<FramePart>{{0, 2, 2}, {1, 0, 2}}));
}

void ValueFramersTest::EveryTypeOfMessagePack()
{
    const char* values[] = {"00",
                            "7f",
                            "80",
                            "81a16101",
                            "8f",
                            "90",
                            "9101",
                            "a0",
                            "a3616263",
                            "c0",
                            "c2",
                            "c3",
                            "c4026162",
                            "c500016100",
                            "c60000000161",
                            "c7010161",
                            "c80001 0161",
                            "c900000001 0161",
                            "ca00000000",
                            "cb0000000000000000",
                            "cc01",
                            "cd0001",
                            "ce00000001",
                            "cf0000000000000001",
                            "d001",
                            "d10001",
                            "d200000001",
                            "d30000000000000001",
                            "d40161",
                            "d5016161",
                            "d60161616161",
                            "d7016161616161616161",
                            "d80161616161616161616161616161616161",
                            "d90161",
                            "da000161",
                            "db0000000161",
                            "dc0001 01",
                            "dd00000001 01",
                            "de0001 a161 01",
                            "df00000001 a161 01",
                            "e0",
                            "ff"};
    for (const char* hex : values) {
        QByteArray value = QByteArray::fromHex(hex);
        // 15 members, and a byte too many, need their own ends.
        if (value.startsWith("\x8f")) {
            value += QByteArray(30, '\1');
        }
        if (value.startsWith("\xc5")) {
            value.chop(1);
        }
        FramedStream stream("msgpack");
        stream.add(0, value + value);
        QVERIFY2(stream.frames.size() == 2 && !stream.reassembler.unfinished(), hex);
        QCOMPARE(qBytes(stream.frames[1].content()), value);
        const auto framedBytes = framed("msgpack", value + value + "\xc0");
        QVERIFY2(!framedBytes.startsWith("different"), framedBytes);
    }
}

void ValueFramersTest::MessagePack_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QByteArray>("problem");
    QTest::newRow("RPC") << QByteArray("94 00 01 a474657374 90  93 02 a16e 81 a16b c0")
                         << QByteArray("[\\x94\\x00\\x01\\xa4test\\x90]"
                                       "[\\x93\\x02\\xa1n\\x81\\xa1k\\xc0]")
                         << QByteArray();
    QTest::newRow("nested") << QByteArray("92 92 01 02 91 91 03  04")
                            << QByteArray("[\\x92\\x92\\x01\\x02\\x91\\x91\\x03][\\x04]")
                            << QByteArray();
    QTest::newRow("never used") << QByteArray("92 01 c1 05")
                                << QByteArray("[\\x92\\x01\\xc1!][\\x05]")
                                << QByteArray("0: no MessagePack value: 0xC1; goes on with the "
                                              "next byte\n");
    QTest::newRow("not complete") << QByteArray("dd ffffffff 01")
                                  << QByteArray("\\xdd\\xff\\xff\\xff\\xff\\x01…") << QByteArray();
}

void ValueFramersTest::MessagePack()
{
    QFETCH(QByteArray, hex);
    QTEST(framed("msgpack", QByteArray::fromHex(hex)), "expected");
    QTEST(problems("msgpack", QByteArray::fromHex(hex)), "problem");
}

void ValueFramersTest::Resp_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QByteArray>("problem");
    const auto row = [](const char* name, const char* stream, const char* expected,
                        const char* problem = "") {
        QTest::newRow(name) << QByteArray(stream) << QByteArray(expected) << QByteArray(problem);
    };
    row("text with the end of a line in it", "$4\r\na\r\nb\r\n:1\r\n",
        "[$4\\x0d\\x0aa\\x0d\\x0ab\\x0d\\x0a][:1\\x0d\\x0a]");
    row("nulls and empty lists", "$-1\r\n*-1\r\n*0\r\n_\r\n",
        "[$-1\\x0d\\x0a][*-1\\x0d\\x0a][*0\\x0d\\x0a][_\\x0d\\x0a]");
    row("lists in lists", "*2\r\n*1\r\n+a\r\n*1\r\n+b\r\n+c\r\n",
        "[*2\\x0d\\x0a*1\\x0d\\x0a+a\\x0d\\x0a*1\\x0d\\x0a+b\\x0d\\x0a][+c\\x0d\\x0a]");
    row("attribute goes with its value", "|1\r\n+ttl\r\n:9\r\n+a\r\n+b\r\n",
        "[|1\\x0d\\x0a+ttl\\x0d\\x0a:9\\x0d\\x0a+a\\x0d\\x0a][+b\\x0d\\x0a]");
    row("command as people type it", "set k v\r\n+OK\r\n", "[set k v\\x0d\\x0a][+OK\\x0d\\x0a]");
    row("no type", "?x\r\n+a\r\n", "[?x\\x0d\\x0a!][+a\\x0d\\x0a]",
        "0: no RESP value; skipped to the next line\n");
    row("no length", "*2\r\n$x\r\n+a\r\n", "[*2\\x0d\\x0a$x\\x0d\\x0a!][+a\\x0d\\x0a]",
        "0: no RESP value; skipped to the next line\n");
    row("too many elements", "*9999999999999999999\r\n+a\r\n",
        "[*9999999999999999999\\x0d\\x0a!][+a\\x0d\\x0a]",
        "0: no RESP value; skipped to the next line\n");
    row("not complete", "*2\r\n+a\r\n", "*2\\x0d\\x0a+a\\x0d\\x0a…");
}

void ValueFramersTest::Resp()
{
    QFETCH(QByteArray, stream);
    QTEST(framed("resp", stream), "expected");
    QTEST(problems("resp", stream), "problem");
}

void ValueFramersTest::Dbus_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QByteArray>("problem");
    // Type 1, one field of four bytes with padding, and a body of two.
    const QByteArray little =
        QByteArray::fromHex("6c010001 02000000 07000000 04000000 01016f00 00000000") + "hi";
    const QByteArray big = QByteArray::fromHex("42020001 00000003 00000007 00000000") + "abc";
    QTest::newRow("client") << QByteArray("\0AUTH EXTERNAL 31\r\nNEGOTIATE_UNIX_FD\r\nBEGIN\r\n",
                                          45)
                                   + little + big
                            << QByteArray("[][AUTH EXTERNAL 31][NEGOTIATE_UNIX_FD][BEGIN][hi][abc]")
                            << QByteArray();
    QTest::newRow("server") << QByteArray("OK 1234\r\nAGREE_UNIX_FD\r\n") + big + little
                            << QByteArray("[OK 1234][AGREE_UNIX_FD][abc][hi]") << QByteArray();
    QTest::newRow("in the middle") << little + little << QByteArray("[hi][hi]") << QByteArray();
    QTest::newRow("out of step") << little + "xl\1" + little << QByteArray("[hi][l\\x01!][hi]")
                                 << QByteArray("1: no D-Bus message: wrong head; skipped to the "
                                               "next one\n");
    QTest::newRow("too many fields")
        << little + QByteArray::fromHex("6c010001 00000000 01000000 ffffffff") + little
        << QByteArray("[hi][!][hi]")
        << QByteArray("1: no D-Bus message: wrong head; skipped to the next one\n");
}

void ValueFramersTest::Dbus()
{
    QFETCH(QByteArray, stream);
    QTEST(framed("dbus", stream), "expected");
    QTEST(problems("dbus", stream), "problem");
}

PIPESCOPE_APPLESS_TEST(ValueFramersTest)

#include "tst_value_framers.moc"
