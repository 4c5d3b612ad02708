#include "payload/hex_dump_reader.h"
#include "random_bytes.h"
#include "runner/register.h"

#include <QTest>

#include <ctime>

using namespace pipecore;

namespace {

/// As `xxd -c width -g group` prints it; the text column is what makes it hard to read back.
std::string xxd(ByteView bytes, std::size_t width, std::size_t group)
{
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += width) {
        const ByteView line = bytes.subspan(at, std::min(width, bytes.size() - at));
        text += QByteArray::number(qulonglong(at), 16).rightJustified(8, '0').toStdString() + ":";
        std::size_t column = 0;
        for (std::size_t i = 0; i < width; ++i) {
            if (i % group == 0) {
                text += ' ', ++column;
            }
            text += i < line.size() ? QByteArray(1, char(line[i])).toHex().toStdString()
                                    : std::string("  ");
        }
        text += "  ";
        for (const std::byte byte : line) {
            text += byte >= std::byte{0x20} && byte < std::byte{0x7f} ? char(byte) : '.';
        }
        text += '\n';
    }
    return text;
}

/// A row of a table: the input, and what comes of it.
void row(const char* name, const char* input, const char* result)
{
    QTest::newRow(name) << QByteArray(input) << QByteArray(result);
}

} // namespace

class HexDumpTest : public QObject
{
    Q_OBJECT

private slots:
    void LooksLikeHexdumpC();
    void Dumps_data();
    void Dumps();
    void Mistakes_data();
    void Mistakes();
    void NothingToRepeat();
    void OwnDumpReadsBack();
    void XxdReadsBack();
    void SixteenMebibytesAreQuick();
};

void HexDumpTest::LooksLikeHexdumpC()
{
    QCOMPARE(qBytes(hexDump({})), QByteArray());
    const std::string text("Hello, world!\n\0\0ab cd  |x| ef", 29);
    QCOMPARE(qBytes(hexDump(asBytes(text))),
             QByteArray(
                 "00000000  48 65 6c 6c 6f 2c 20 77  6f 72 6c 64 21 0a 00 00  |Hello, world!...|\n"
                 "00000010  61 62 20 63 64 20 20 7c  78 7c 20 65 66           |ab cd  |x| ef|\n"));
}

void HexDumpTest::Dumps_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("bytes");
    row("hexdump -C",
        "00000000  48 65 6c 6c 6f 2c 20 77  6f 72 6c 64 21 0a 00 00  |Hello, world!...|\n"
        "00000010  61 62 20 63 64 20 20 7c  78 7c 20 65 66           |ab cd  |x| ef|\n"
        "0000001d\n",
        "48 65 6c 6c 6f 2c 20 77 6f 72 6c 64 21 0a 00 00 61 62 20 63 64 20 20 7c 78 7c 20 65 66");
    row("hexdump -C with repeated lines",
        "00000000  00 01 02 03 04 05 06 07  08 09 0a 0b 0c 0d 0e 0f  |................|\n"
        "*\n"
        "00000030  ff                                                |.|\n"
        "00000031\n",
        "00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f 00 01 02 03 04 05 06 07 08 09 0a 0b 0c "
        "0d 0e 0f 00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f ff");
    row("repeated up to the end",
        "00000000  2a 2a 2a 2a 2a 2a 2a 2a  2a 2a 2a 2a 2a 2a 2a 2a  |****************|\n"
        "*\n00000015\n",
        "2a 2a 2a 2a 2a 2a 2a 2a 2a 2a 2a 2a 2a 2a 2a 2a 2a 2a 2a 2a 2a");
    row("xxd",
        "00000000: 4865 6c6c 6f2c 2077 6f72 6c64 210a 0000  Hello, world!...\n"
        "00000010: 6162 2063 6420 207c 787c 2065 66         ab cd  |x| ef\n",
        "48 65 6c 6c 6f 2c 20 77 6f 72 6c 64 21 0a 00 00 61 62 20 63 64 20 20 7c 78 7c 20 65 66");
    row("xxd whose text looks like hex", "00000000: 6162 2063 64  ab cd", "61 62 20 63 64");
    row("a part from the middle",
        "00000010: 6162 6364 6566 6768 696a 6b6c 6d6e 6f70  abcdefghijklmnop\r\n"
        "00000020: 71                                       q\r\n",
        "61 62 63 64 65 66 67 68 69 6a 6b 6c 6d 6e 6f 70 71");
    row("indented, with empty lines", "\n    00000000  61 62  |ab|\n\n    00000002  63  |c|\n\n",
        "61 62 63");
    row("without the text column", "00000000  61 62 63\n00000003  64", "61 62 63 64");
    row("tcpdump -x", "\t0x0000:  4865 6c6c 6f2c 2077 6f72 6c64 210a 0000\n\t0x0010:  0102 03",
        "48 65 6c 6c 6f 2c 20 77 6f 72 6c 64 21 0a 00 00 01 02 03");
    row("tcpdump -X", "\t0x0000:  4865 6c6c 6f                             Hello\n",
        "48 65 6c 6c 6f");
    row("Wireshark, bytes only",
        "0000   48 65 6c 6c 6f 2c 20 77 6f 72 6c 64 21 0a 00 00\n0010   01 02 03",
        "48 65 6c 6c 6f 2c 20 77 6f 72 6c 64 21 0a 00 00 01 02 03");
    row("Wireshark, one line", "0000   48 65", "48 65");
    row("Wireshark, a later line", "0010   48 65 6c", "48 65 6c");
    row("Wireshark, bytes and text",
        "0000   48 65 61 64 21 0a   Head!.\n0006   61 62               ab",
        "48 65 61 64 21 0a 61 62");
    row("four digits, and the next offset follows", "0000 48 65\n0002 66 67", "48 65 66 67");
    row("gdb", "0x7fffffffe0c0:\t0x48\t0x65\n0x7fffffffe0c2:\t0x6c", "48 65 6c");
    row("gdb with symbols", "0x4010 <buffer>:\t0x48\t0x65\n0x4012 <buffer+2>:\t0x6c", "48 65 6c");
    row("lldb", "0x100003f50: 48 65 6c 6c  Hell\n0x100003f54: 6f  o", "48 65 6c 6c 6f");
    row("od -t x1",
        "0000000 48 65 6c 6c 6f 2c 20 77 6f 72 6c 64 21 0a 00 00\n0000020 01 02\n0000022",
        "48 65 6c 6c 6f 2c 20 77 6f 72 6c 64 21 0a 00 00 01 02");
    row("od -t x1z", "0000000 48 65  >He<\n0000002", "48 65");
    row("od -A x -t x1", "000000 48 65 6c\n000003", "48 65 6c");
    row("od -A d -t x1", "0000016 48 65 6c 6c 6f 2c 20 77 6f 72\n0000026 01\n0000027",
        "48 65 6c 6c 6f 2c 20 77 6f 72 01");
    row("offset or bytes: a word and pairs", "0000 48 65", "00 00 48 65");
    row("offset or bytes: with a colon", "4865: 6c6c", "48 65 6c 6c");
    row("xxd whose text was edited", "00000000: 6162 6364  xyz!", "61 62 63 64");
    row("long offsets", "000000000000: 6162  ab\n000000000002: 63  c\n", "61 62 63");
}

void HexDumpTest::Dumps()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, bytes);
    QCOMPARE(outcome(parseHex(input.toStdString())), bytes);
}

void HexDumpTest::Mistakes_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("mistake");
    row("a line is missing", "00000000: 6162  ab\n00000004: 6566  ef\n",
        "19+8: the offset does not match the preceding lines");
    row("offsets go back", "00000002: 6162  ab\n00000000: 6566  ef\n",
        "19+8: the offset does not match the preceding lines");
    row("a line without offset", "00000000: 6162  ab\nhello\n",
        "19+5: expected an offset at the start of the line");
    row("not a digit", "00000000  61 62  |ab|\n00000002  6g 62  |.b|\n", "33+1: invalid hex digit");
    row("a word among the bytes", "00000000: 6162 xy63  ab\n", "15+1: invalid hex digit");
    row("odd digits", "00000000: 6162 636  ab\n",
        "17+1: incomplete byte: one hex digit is missing");
    row("repeats without end", "00000000: 6162  ab\n*\n",
        "19+1: expected a line with an offset after *");
    row("repeats too much", "00000000: 6162  ab\n*\nffffffff: 61\n",
        "21+8: * repeats more than 64 MiB");
    constexpr const char* words =
        "this dump has words whose byte order is not known: make it of single "
        "bytes (xxd, od -t x1, x/xb)";
    const auto refused = [&](const char* name, const char* input, const char* place) {
        row(name, input, (QByteArray(place) + ": " + words).constData());
    };
    refused("xxd -e", "00000000: 6c6c6548                               Hell", "10+43");
    refused("xxd -e whose text ends with a blank", "00000000: 206c6548                   Hel",
            "10+30");
    refused("xxd -e -g 2", "00000000: 6548 6c6c  Hell", "10+15");
    refused("od -x", "0000000 6548 6c6c\n0000004", "8+9");
    refused("od -A x -x", "000000 6548 6c6c\n000004", "7+9");
    refused("hexdump", "0000000 6548 6c6c                              \n0000004", "8+9");
    refused("gdb x/xw", "0x7fffffffe0c0:\t0x6c6c6548\t0x77202c6f", "16+21");
    row("six zeros", "000000 48 65",
        "0+6: this is an offset, or three bytes: remove it, or write 00 00 00");
    row("od whose offset is wrong", "0000000 48 65\n0000020 01",
        "14+7: the offset does not match the preceding lines");
    row("repeats backwards", "00000004: 6162  ab\n*\n00000005: 61\n",
        "21+8: the offset does not match the preceding lines");
}

void HexDumpTest::Mistakes()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, mistake);
    QCOMPARE(outcome(parseHex(input.toStdString())), mistake);
}

void HexDumpTest::NothingToRepeat()
{
    QCOMPARE(outcome(parseHexDump("00000000:\n*\n00000010: 61\n")),
             QByteArray("10+1: no line before * to repeat"));
}

void HexDumpTest::OwnDumpReadsBack()
{
    RandomBytes random(17);
    for (int round = 0; round < 1000; ++round) {
        const Bytes bytes = random.take(random.below(100));
        QCOMPARE(outcome(parseHex(hexDump(bytes))), qBytes(ByteView(bytes)).toHex(' '));
    }
}

void HexDumpTest::XxdReadsBack()
{
    RandomBytes random(18);
    for (int round = 0; round < 1000; ++round) {
        const Bytes bytes = random.take(random.below(100));
        const std::string text = xxd(bytes, 1 + random.below(32), 1 + random.below(4));
        QCOMPARE(outcome(parseHex(text)), qBytes(ByteView(bytes)).toHex(' '));
    }
}

void HexDumpTest::SixteenMebibytesAreQuick()
{
    const Bytes bytes = RandomBytes(19).take(std::size_t{16} * 1024 * 1024);
    // Time of the processor, so that it does not matter how busy the machine is.
    const std::clock_t before = std::clock();
    const std::string text = hexDump(bytes);
    const double seconds = double(std::clock() - before) / CLOCKS_PER_SEC;
    QVERIFY2(seconds < 5, qPrintable(QString::number(seconds)));
    constexpr std::size_t lineLength = 78 + 1;
    QCOMPARE(text.size(), bytes.size() / 16 * lineLength);
    const std::string front = text.substr(0, 1000 * lineLength);
    QVERIFY(parseHex(front) == Bytes(bytes.begin(), bytes.begin() + 16'000));
}

PIPESCOPE_APPLESS_TEST(HexDumpTest)
#include "tst_hex_dump.moc"
