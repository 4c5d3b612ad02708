#include "runner/register.h"
#include "streams.h"

#include <QTest>

using namespace pipecore;

/// A stream of bytes is parted into messages, and each knows which rows it came from.
class ReassemblerTest : public QObject
{
    Q_OBJECT

private slots:
    void Frames_data();
    void Frames();
    void PartsSayRowsAndOffsets();
    void UnfinishedFrameIsShown();
    void TooLargeIsSaidAndTheNextIsFound_data();
    void TooLargeIsSaidAndTheNextIsFound();
    void HowTheStreamWasCutMakesNoDifference();
    void SeveralFramesInOneRead();
    void OneFrameOverAThousandReads();
    void FourGigabytesClaimedTakeNoMemory();
    void EmptyMessagesAreFrames();
    void PhasesFollowEachOther_data();
    void PhasesFollowEachOther();
};

void ReassemblerTest::Frames_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const char* rule, const QByteArray& stream,
                        const char* expected) {
        QTest::newRow(name) << QByteArray(rule) << stream << QByteArray(expected);
    };
    row("none", "none", "a\nb", "[a\\x0ab]");
    row("lines", "line", "a\nb\r\n\nc\rd\n", "[a][b][][c\\x0dd]");
    row("line not ended", "line", "a\nb\r", "[a]b\\x0d…");
    row("zero bytes", "nul", QByteArray("a\0\0b\nc\0", 7), "[a][][b\\x0ac]");
    row("u16 le", "u16le", QByteArray("\2\0ab\0\0\1\0c", 9), "[ab][][c]");
    row("u16 be", "u16be", QByteArray("\0\2ab\0\0\0\1c", 9), "[ab][][c]");
    row("u32 le", "u32le", QByteArray("\1\0\0\0a\0\0\0\0", 9), "[a][]");
    row("u32 be", "u32be", QByteArray("\0\0\0\1a\0\0\0\2b", 10), "[a]b…");
    row("half a length", "u32be", QByteArray("\0\0", 2), "…");
    row("fixed", "fixed:3", "abcdefgh", "[abc][def]gh…");
}

void ReassemblerTest::Frames()
{
    QFETCH(QByteArray, rule);
    QFETCH(QByteArray, stream);
    FramedStream whole(rule.toStdString());
    whole.add(7, stream);
    QTEST(contents(whole), "expected");
}

void ReassemblerTest::PartsSayRowsAndOffsets()
{
    FramedStream stream("u16be");
    stream.add(10, QByteArray("\0", 1));
    stream.add(12, QByteArray("\3a", 2));
    stream.add(15, "");
    stream.add(16, QByteArray("bc\0\1x\0", 6));
    QCOMPARE(contents(stream), "[abc][x]…");
    using Parts = std::vector<FramePart>;
    QVERIFY(stream.frames[0].parts == (Parts{{10, 0, 1}, {12, 0, 2}, {16, 0, 2}}));
    QVERIFY(stream.frames[1].parts == (Parts{{16, 2, 3}}));
    QCOMPARE(stream.frames[0].start, 0U);
    QCOMPARE(stream.frames[0].size, 5U);
    QCOMPARE(stream.frames[1].start, 5U);
    QCOMPARE(stream.frames[1].number, 1U);
    QVERIFY(stream.frames[1].complete);
    const auto rest = stream.reassembler.unfinished();
    QVERIFY(rest && !rest->complete && rest->number == 2);
    QVERIFY(rest->parts == (Parts{{16, 5, 1}}));
}

void ReassemblerTest::UnfinishedFrameIsShown()
{
    FramedStream stream("line");
    QVERIFY(!stream.reassembler.unfinished());
    stream.add(0, "ab");
    stream.add(1, "c\r");
    const auto rest = stream.reassembler.unfinished();
    QVERIFY(rest);
    QCOMPARE(rest->size, 4U);
    stream.add(2, "\n");
    QVERIFY(!stream.reassembler.unfinished());
    QCOMPARE(contents(stream), "[abc]");
}

void ReassemblerTest::TooLargeIsSaidAndTheNextIsFound_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArray>("problem");
    QTest::newRow("line") << QByteArray("line") << QByteArray("0123456789\nok\n")
                          << QByteArray("frame truncated to 8 bytes");
    QTest::newRow("nul") << QByteArray("nul") << QByteArray("0123456789\0ok\0", 14)
                         << QByteArray("frame truncated to 8 bytes");
    QTest::newRow("u16") << QByteArray("u16be")
                         << QByteArray("\0\x0a"
                                       "0123456789\0\2ok",
                                       16)
                         << QByteArray("frame of 10 bytes truncated to 8 bytes");
}

void ReassemblerTest::TooLargeIsSaidAndTheNextIsFound()
{
    QFETCH(QByteArray, rule);
    QFETCH(QByteArray, stream);
    QFETCH(QByteArray, problem);
    FramedStream small(rule.toStdString() + ",max=8");
    for (const char c : stream) {
        small.add(0, QByteArray(1, c));
    }
    QCOMPARE(contents(small), "[01234567!][ok]");
    const QByteArray text = QByteArray::fromStdString(small.frames[0].problem->text());
    QVERIFY2(text.startsWith(problem), text);
    QCOMPARE(small.frames[0].parts.size(), std::size_t(stream.size() - small.frames[1].size));
}

void ReassemblerTest::HowTheStreamWasCutMakesNoDifference()
{
    static constexpr std::string_view rules[] = {
        "line",         "nul",          "u8",     "u16le",   "u16be",
        "u32le,max=64", "u32be,max=64", "varint", "fixed:5", "delimiter:0101",
        "json",         "msgpack",      "dbus",   "http2",   "headers"};
    RandomBytes random(99);
    for (int round = 0; round < 400; ++round) {
        // Small numbers, so that frames end and lengths fit.
        QByteArray bytes;
        for (std::uint32_t count = random.below(120); count > 0; --count) {
            bytes += char(random.below(12));
        }
        for (const std::string_view rule : rules) {
            FramedStream whole(rule);
            whole.add(0, bytes);
            FramedStream pieces(rule);
            std::uint64_t row = 0;
            for (qsizetype at = 0; at < bytes.size(); ++row) {
                const auto size = qsizetype(random.below(7));
                pieces.add(row, bytes.mid(at, size));
                at += size;
            }
            QCOMPARE(wholeFrames(pieces), wholeFrames(whole));
            std::uint64_t total = 0;
            for (const Frame& frame : pieces.frames) {
                QCOMPARE(frame.start, total);
                total += frame.size;
                std::uint64_t inParts = 0;
                for (const FramePart& part : frame.parts) {
                    inParts += part.length;
                }
                QCOMPARE(inParts, frame.size);
            }
        }
    }
}

void ReassemblerTest::SeveralFramesInOneRead()
{
    QByteArray stream;
    for (int frame = 0; frame < 1000; ++frame) {
        stream += QByteArray("\0\3abc", 5);
    }
    FramedStream read("u16be");
    read.add(4, stream);
    QCOMPARE(read.frames.size(), std::size_t(1000));
    QCOMPARE(read.frames.back().number, 999U);
    QVERIFY(read.frames.back().parts == (std::vector<FramePart>{{4, 4995, 5}}));
}

void ReassemblerTest::OneFrameOverAThousandReads()
{
    FramedStream read("u32be");
    read.add(0, QByteArray("\0\0\3\xe8", 4));
    for (int row = 1; row <= 1000; ++row) {
        QVERIFY(read.frames.empty());
        read.add(std::uint64_t(row), QByteArray(1, char('a' + row % 26)));
    }
    QCOMPARE(read.frames.size(), std::size_t(1));
    QCOMPARE(read.frames.front().content().size(), std::size_t(1000));
    QCOMPARE(read.frames.front().parts.size(), std::size_t(1001));
    QVERIFY(!read.reassembler.unfinished());
}

void ReassemblerTest::FourGigabytesClaimedTakeNoMemory()
{
    FramedStream read("u32be");
    read.add(0, QByteArray("\xff\xff\xff\xff", 4));
    const QByteArray piece(1024 * 1024, 'x');
    for (std::uint64_t row = 1; row < 64; ++row) {
        read.add(row, piece);
        const Frame* rest = read.reassembler.unfinished();
        QVERIFY(rest != nullptr && rest->problem);
        QVERIFY(rest->bytes.capacity() <= 4 * FramingRule::defaultMax);
    }
    QCOMPARE(read.reassembler.unfinished()->size, 4U + 63U * 1024U * 1024U);
}

void ReassemblerTest::EmptyMessagesAreFrames()
{
    FramedStream messages("message");
    messages.add(0, "");
    messages.add(1, "ab");
    QCOMPARE(contents(messages), "[][ab]");
    FramedStream lines("line");
    lines.add(0, "");
    QCOMPARE(contents(lines), "");
}

void ReassemblerTest::PhasesFollowEachOther_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("lines first") << QByteArray("line*2 then u8") << QByteArray("a\nb\n\3abc\1x")
                                 << QByteArray("[a][b][abc][x]");
    QTest::newRow("until") << QByteArray("until:0a0a then json") << QByteArray("hi\nyou\n\n{}[1]")
                           << QByteArray("[hi\\x0ayou][{}][[1]]");
    QTest::newRow("bytes") << QByteArray("bytes:3 then nul") << QByteArray("abcx\0y\0", 7)
                           << QByteArray("[abc][x][y]");
    QTest::newRow("three") << QByteArray("bytes:1 then line then nul") << QByteArray("ab\nc\0", 5)
                           << QByteArray("[a][b][c]");
}

void ReassemblerTest::PhasesFollowEachOther()
{
    QFETCH(QByteArray, rule);
    QFETCH(QByteArray, stream);
    QTEST(framed(rule.toStdString(), stream), "expected");
    FramedStream read(rule.toStdString());
    read.add(0, stream);
    QCOMPARE(read.frames.front().leaf, 0U);
    QCOMPARE(read.frames.back().leaf + 1, ruleOf(rule.toStdString()).leaves().size());
}

PIPESCOPE_APPLESS_TEST(ReassemblerTest)

#include "tst_reassembler.moc"
