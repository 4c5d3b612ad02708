#include "random_bytes.h"
#include "runner/register.h"

#include <QTest>

using namespace pipecore;

class HexTest : public QObject
{
    Q_OBJECT

private slots:
    void Spellings_data();
    void Spellings();
    void Mistakes_data();
    void Mistakes();
    void FormatHexWrapsLines();
    void FormatCArrayWrapsLines();
    void FormatAndParseLoseNothing();
    void AnyInputIsReadOrRefusedInPlace();
};

void HexTest::Spellings_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char* name, const char* input, const char* bytes) {
        QTest::newRow(name) << QByteArray(input) << QByteArray(bytes);
    };

    row("nothing", "", "");
    row("only blanks", " \r\n\t ", "");
    row("pairs", "0A 0b", "0a 0b");
    row("0x with commas", "0x0A, 0x0B", "0a 0b");
    row("0X", "0X0a", "0a");
    row("0x without a gap", "0x0A0x0B", "0a 0b");
    row("0x with many digits", "0x0A0B0C", "0a 0b 0c");
    row("0x with one digit", "0x5, 0x0", "05 00");
    row("backslash x", R"(\x0a\x0b)", "0a 0b");
    row("string of C", "\"\\x0a\\x0b\"\n  \"\\x0c\"", "0a 0b 0c");
    row("string that goes on", "\\x0a\\\n\\x0b", "0a 0b");
    row("run", "0a0b", "0a 0b");
    row("colons", "0a:0b", "0a 0b");
    row("hyphens", "0a-0b", "0a 0b");
    row("semicolons", "0a;0b;", "0a 0b");
    row("line breaks", "0a0b\n0c 0d\r\n0e", "0a 0b 0c 0d 0e");
    row("mixed", "0a0b,0x0c \\x0d:0e", "0a 0b 0c 0d 0e");
    row("begins with zeros", "00 0x00 00", "00 00 00");
    row("eight digits twice", "deadbeef  cafebabe", "de ad be ef ca fe ba be");
    row("eight digits and pairs", "deadbeef  ca fe", "de ad be ef ca fe");
    row("array", "{ 0x0a, 0x0B }", "0a 0b");
    row("array with one digit", "{0x1,0x2}", "01 02");
    row("array with declaration", "unsigned char data[2] = { 0x0a, 0x0b };", "0a 0b");
    row("array of C++", "const std::array<std::byte, 1> x = {0xff,};", "ff");
    row("array of C#", "new byte[] { 0x0A, 0x0B }", "0a 0b");
    row("empty array", "unsigned char data[0] = { };", "");
    row("xxd -i",
        "unsigned char file_bin[] = {\n  0x0a, 0x0b,\n  0x0c\n};\n"
        "unsigned int file_bin_len = 3;\n",
        "0a 0b 0c");
}

void HexTest::Spellings()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, bytes);
    QCOMPARE(outcome(parseHex(input.toStdString())), bytes);
}

void HexTest::Mistakes_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("mistake");
    const auto row = [](const char* name, const char* input, const char* mistake) {
        QTest::newRow(name) << QByteArray(input) << QByteArray(mistake);
    };
    constexpr auto noDigit = "invalid hex digit";
    constexpr auto odd = "incomplete byte: one hex digit is missing";
    const auto at = [](const char* place, const char* reason) {
        return QByteArray(place) + ": " + reason;
    };

    row("one digit", "0", at("0+1", odd).constData());
    row("odd digits", "0a 0b0", at("5+1", odd).constData());
    row("odd digits then more", "0a0 0b", at("2+1", odd).constData());
    row("odd digits after 0x", "0x0a0", at("4+1", odd).constData());
    row("one digit after backslash x", R"(\x0a\x5)", at("6+1", odd).constData());
    row("not a digit", "0a 0g", at("4+1", noDigit).constData());
    row("not a digit by itself", "0a zz", at("3+1", noDigit).constData());
    row("two bytes long", "0a ä", at("3+2", noDigit).constData());
    row("four bytes long", "😀", at("0+4", noDigit).constData());
    row("not UTF-8", "0a \xff", at("3+1", noDigit).constData());
    row("nothing after 0x", "0x, 0x0a", "0+2: expected hex digits");
    row("nothing after backslash x", "0a \\x", "3+2: expected hex digits");
    row("backslash", "0a\\n", at("2+1", noDigit).constData());
    row("array with a decimal number", "{ 0x0a, 10 }", "8+2: bytes of an array must begin with 0x");
    row("array with a word", "{ 0x0a, zz }", at("8+1", noDigit).constData());
    row("array of longer numbers", "{ 0x0a0b }", "2+6: the value exceeds one byte");
    row("array not closed", "x[] = { 0x0a", "6+1: missing closing }");
    row("array after bytes", "0a { 0x0b }", "3+1: unexpected brace");
    row("array before bytes", "{ 0x0b } 0a", "9+1: unexpected text after the array");
    row("closing brace alone", "0a }", at("3+1", noDigit).constData());
}

void HexTest::Mistakes()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, mistake);
    QCOMPARE(outcome(parseHex(input.toStdString())), mistake);
}

void HexTest::FormatHexWrapsLines()
{
    const Bytes bytes = RandomBytes(1).take(5);
    QCOMPARE(qBytes(formatHex({})), QByteArray());
    QCOMPARE(qBytes(formatHex(asBytes("\x0a\xff"))), QByteArray("0A FF"));
    QCOMPARE(qBytes(formatHex(asBytes("12345"), 2)), QByteArray("31 32\n33 34\n35"));
    QCOMPARE(qBytes(formatHex(asBytes("1234"), 2)), QByteArray("31 32\n33 34"));
}

void HexTest::FormatCArrayWrapsLines()
{
    QCOMPARE(qBytes(formatCArray(asBytes("He"))),
             QByteArray("unsigned char data[2] = { 0x48, 0x65 };"));
    QCOMPARE(qBytes(formatCArray(asBytes("0123456789abc"), "digits")),
             QByteArray("unsigned char digits[13] = {\n"
                        "    0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0x61, "
                        "0x62,\n"
                        "    0x63\n"
                        "};"));
    QCOMPARE(qBytes(formatCArray({})), QByteArray("unsigned char data[0] = { };"));
}

void HexTest::FormatAndParseLoseNothing()
{
    RandomBytes random(20240607);
    for (int round = 0; round < 2000; ++round) {
        const Bytes bytes = random.take(random.below(200));
        const QByteArray expected = qBytes(ByteView(bytes)).toHex(' ');
        QCOMPARE(outcome(parseHex(formatHex(bytes))), expected);
        QCOMPARE(outcome(parseHex(formatHex(bytes, 1 + random.below(20)))), expected);
        QCOMPARE(outcome(parseHex(formatCArray(bytes))), expected);
    }
}

void HexTest::AnyInputIsReadOrRefusedInPlace()
{
    // Characters that mean something to the reader, in any order.
    constexpr std::string_view alphabet = "0019afxX\\\",;:-{}|*= \n\tzä";
    RandomBytes random(4711);
    for (int round = 0; round < 20000; ++round) {
        std::string input;
        for (auto left = random.below(40); left > 0; --left) {
            input += alphabet[random.below(std::uint32_t(alphabet.size()))];
        }
        const auto parsed = parseHex(input);
        if (parsed) {
            QVERIFY(parsed->size() <= input.size());
        } else {
            QVERIFY2(parsed.error().length > 0, input.c_str());
            QVERIFY2(parsed.error().offset + parsed.error().length <= input.size(), input.c_str());
            QVERIFY2(!parsed.error().reason.empty(), input.c_str());
        }
    }
}

PIPESCOPE_APPLESS_TEST(HexTest)
#include "tst_hex.moc"
