#include "runner/register.h"
#include "streams.h"

#include <QTest>

using namespace pipecore;

/// Frames with a header that has their length.
class LengthFramerTest : public QObject
{
    Q_OBJECT

private slots:
    void EveryFormOfALength_data();
    void EveryFormOfALength();
    void WrongLengthsAreSaidAndPassed_data();
    void WrongLengthsAreSaidAndPassed();
    void ChecksumsAreVerified_data();
    void ChecksumsAreVerified();
};

namespace {

QByteArray bytes(const char* hex)
{
    return QByteArray::fromHex(hex);
}

} // namespace

void LengthFramerTest::EveryFormOfALength_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* rule, const char* hex, const char* expected) {
        QTest::newRow(rule) << QByteArray(rule) << bytes(hex) << QByteArray(expected);
    };
    row("u8", "02 6162 00 01 63", "[ab][][c]");
    row("u16le", "0200 6162 0000 0100 63", "[ab][][c]");
    row("u16be", "0002 6162 0000 0001 63", "[ab][][c]");
    row("u24le", "020000 6162 000000 010000 63", "[ab][][c]");
    row("u24be", "000002 6162 000000 000001 63", "[ab][][c]");
    row("u32le", "02000000 6162 00000000 01000000 63", "[ab][][c]");
    row("u32be", "00000002 6162 00000000 00000001 63", "[ab][][c]");
    row("u64le", "0200000000000000 6162 0000000000000000 0100000000000000 63", "[ab][][c]");
    row("u64be", "0000000000000002 6162 0000000000000000 0000000000000001 63", "[ab][][c]");
    row("varint", "02 6162 00 8100 63 8180", "[ab][][c]…");
    row("hex4", "30303032 6162 30303030 30303031 63", "[ab][][c]");
    row("u8,offset=2", "ffff02 6162 fefe00 fdfd01 63", "[ab][][c]");
    row("u16be,counts=self", "0004 6162 0002 0003 63", "[ab][][c]");
    row("u16be,offset=1,counts=self", "41 0004 6162 42 0002 43 0003 63", "[ab][][c]");
    row("u16be,offset=1,counts=header", "41 0005 6162 42 0003 43 0004 63", "[ab][][c]");
    row("u8,extra=2", "02 ffff 6162 00 fefe 01 fdfd 63", "[ab][][c]");
    row("u8,extra=2,counts=header", "05 ffff 6162 03 fefe 04 fdfd 63", "[ab][][c]");
    row("u8,extra=2,counts=self", "03 ffff 6162 01 fefe 02 fdfd 63", "[ab][][c]");
    row("varint,counts=self", "03 6162 01 02 63", "[ab][][c]");
    row("varint,counts=header,offset=1", "41 04 6162 42 02 43 03 63", "[ab][][c]");
    row("u8,add=1", "01 6162 00 63", "[ab][c]");
    row("u8,add=-1", "03 6162 01 02 63", "[ab][][c]");
    row("hex4,counts=self,small", "30303036 6162 30303030 30303035 63 30303034", "[ab][][c][]");
    row("u8,offset=1,mark=41", "41 02 6162 41 00 41 01 63", "[ab][][c]");
}

void LengthFramerTest::EveryFormOfALength()
{
    QFETCH(QByteArray, rule);
    QFETCH(QByteArray, stream);
    QTEST(framed(rule.toStdString(), stream), "expected");
    QCOMPARE(problems(rule.toStdString(), stream), "");
    // And each of these frames is put together again as it was.
    FramedStream whole(rule.toStdString());
    whole.add(0, stream);
    QByteArray again;
    for (const Frame& frame : whole.frames) {
        const auto encoded = encodeFrame(ruleOf(rule.toStdString()), frame, frame.content());
        QVERIFY(encoded && encoded->corrections.empty());
        again += qBytes(ByteView(encoded->bytes));
    }
    QCOMPARE(again, stream.first(again.size()));
}

void LengthFramerTest::WrongLengthsAreSaidAndPassed_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QByteArray>("problem");
    const auto row = [](const char* name, const char* rule, const QByteArray& stream,
                        const char* expected, const char* problem) {
        QTest::newRow(name) << QByteArray(rule) << stream << QByteArray(expected)
                            << QByteArray(problem);
    };
    row("smaller than what it counts", "u16be,counts=self,max=8", bytes("0001 ffff 0003 61 0002"),
        "[\\xff\\xff!][a][]",
        "0: length 1 is not possible; skipped to the next plausible header\n");
    row("believed", "u16be,max=4", bytes("0006 616263646566 0001 7a"), "[abcd!][z]",
        "0: frame of 6 bytes truncated to 4 bytes; check the framing rule\n");
    row("not believed", "u16be,strict,max=4", bytes("ffff 616263 0001 7a"), "[abc!][z]",
        "0: length 65535 is above the maximum of 4 bytes; skipped to the next plausible header\n");
    row("to the next mark", "u8,offset=2,mark=4142", bytes("4142 01 61 7878414178 4142 01 62"),
        "[a][xAAx!][b]", "1: no frame: expected 4142 at its beginning; skipped to the next one\n");
    row("above the maximum with a mark", "u8,offset=2,mark=4142,max=8",
        bytes("4142 ff 61 7878 4142 01 62"), "[axx!][b]",
        "0: length 255 is above the maximum of 8 bytes; skipped to the next plausible header\n");
    row("varint too long", "varint,max=100", bytes("ffffffffffffffffffff 01 61"), "[!][a]",
        "0: length 0 is not possible; skipped to the next plausible header\n");
    row("no hex digits", "hex4", "xyz!0001a", "[!][a]",
        "0: length 0 is not possible; skipped to the next plausible header\n");
    row("never in step again", "u32be,strict,max=8", QByteArray(20, '\x7f'),
        "\\x7f\\x7f\\x7f\\x7f\\x7f\\x7f\\x7f\\x7f!…",
        "0: length 2139062143 is above the maximum of 8 bytes; skipped to the next plausible "
        "header\n");
}

void LengthFramerTest::WrongLengthsAreSaidAndPassed()
{
    QFETCH(QByteArray, rule);
    QFETCH(QByteArray, stream);
    QTEST(framed(rule.toStdString(), stream), "expected");
    QTEST(problems(rule.toStdString(), stream), "problem");
}

void LengthFramerTest::ChecksumsAreVerified_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QByteArray>("problem");
    const auto row = [](const char* rule, const char* hex, const char* expected,
                        const char* problem) {
        QTest::newRow(rule) << QByteArray(rule) << bytes(hex) << QByteArray(expected)
                            << QByteArray(problem);
    };
    // The sums of "123456789" are those of the catalogue of CRC algorithms.
    row("u8,checksum=crc32,from=1", "0d 313233343536373839 cbf43926", "[123456789]", "");
    row("u8,checksum=crc32,from=1,order=le", "0d 313233343536373839 2639f4cb", "[123456789]", "");
    row("u8,checksum=crc32c,from=1", "0d 313233343536373839 e3069283", "[123456789]", "");
    row("u8,checksum=crc16-ccitt,from=1", "0b 313233343536373839 29b1", "[123456789]", "");
    row("u8,checksum=crc16-xmodem,from=1", "0b 313233343536373839 31c3", "[123456789]", "");
    row("u8,checksum=crc16-modbus,from=1", "0b 313233343536373839 4b37", "[123456789]", "");
    row("u8,checksum=adler32,from=1", "0d 313233343536373839 091e01de", "[123456789]", "");
    row("u8,checksum=fletcher16,from=1", "07 6162636465 c8f0", "[abcde]", "");
    row("u8,checksum=sum8,from=1", "0a 313233343536373839 dd", "[123456789]", "");
    row("u8,checksum=sum16,from=1", "0b 313233343536373839 01dd", "[123456789]", "");
    row("u8,checksum=xor8,from=1", "0a 313233343536373839 31", "[123456789]", "");
    row("u8,checksum=xor8", "03 6162 00", "[ab]", "");
    row("u8,add=1,checksum=xor8,from=1", "02 6162 03", "[ab]", "");
    row("u8,offset=1,checksum=sum8,at=0,from=1", "c5 02 6162", "[ab]", "");
    row("u8,checksum=sum8,from=1,to=2,at=2", "03 61 61 7a", "[aaz]", "");
    row("line,checksum=xor8", "6162 03 0a 6162 04 0d0a", "[ab][ab!]",
        "1: wrong checksum: 0x04, expected 0x03\n");
    row("fixed:3,checksum=sum8", "6162 c3 6162 c4", "[ab][ab!]",
        "1: wrong checksum: 0xC4, expected 0xC3\n");
    row("u8,checksum=crc32", "02 6162", "[ab!]",
        "0: no checksum: its range or place is outside of the frame\n");
}

void LengthFramerTest::ChecksumsAreVerified()
{
    QFETCH(QByteArray, rule);
    QFETCH(QByteArray, stream);
    QTEST(framed(rule.toStdString(), stream), "expected");
    QTEST(problems(rule.toStdString(), stream), "problem");
}

PIPESCOPE_APPLESS_TEST(LengthFramerTest)

#include "tst_length_framer.moc"
