#include "outline.h"
#include "payload/random_bytes.h"
#include "pipecore/framing/framing.h"
#include "runner/register.h"

#include <QTest>

using namespace pipecore;

/// A stream of bytes is parted into messages, and each knows which rows it came from.
class FramingTest : public QObject
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
    void KeysAreFoundAgain();
};

namespace {

struct Stream
{
    std::vector<Frame> frames;
    Reassembler reassembler;

    explicit Stream(const Framing& framing)
        : reassembler(framing, [this](Frame frame) { frames.push_back(std::move(frame)); })
    {}
    void add(std::uint64_t row, const QByteArray& bytes) { reassembler.add(row, viewOf(bytes)); }
};

QByteArray contents(const Stream& stream)
{
    QByteArray text;
    for (const Frame& frame : stream.frames) {
        text += '[' + qBytes(ByteView(frame.content)) + (frame.problem ? "!]" : "]");
    }
    if (const auto rest = stream.reassembler.unfinished()) {
        text += qBytes(ByteView(rest->content)) + (rest->problem ? "!…" : "…");
    }
    return text;
}

} // namespace

void FramingTest::Frames_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, FramingKind kind, const QByteArray& stream,
                        const char* expected) {
        QTest::newRow(name) << int(kind) << stream << QByteArray(expected);
    };
    row("none", FramingKind::None, "a\nb", "[a\nb]");
    row("lines", FramingKind::Line, "a\nb\r\n\nc\rd\n", "[a][b][][c\rd]");
    row("line not ended", FramingKind::Line, "a\nb\r", "[a]b\r…");
    row("zero bytes", FramingKind::Nul, QByteArray("a\0\0b\nc\0", 7), "[a][][b\nc]");
    row("u16 le", FramingKind::U16Le, QByteArray("\2\0ab\0\0\1\0c", 9), "[ab][][c]");
    row("u16 be", FramingKind::U16Be, QByteArray("\0\2ab\0\0\0\1c", 9), "[ab][][c]");
    row("u32 le", FramingKind::U32Le, QByteArray("\1\0\0\0a\0\0\0\0", 9), "[a][]");
    row("u32 be", FramingKind::U32Be, QByteArray("\0\0\0\1a\0\0\0\2b", 10), "[a]b…");
    row("half a length", FramingKind::U32Be, QByteArray("\0\0", 2), "…");
    row("fixed", FramingKind::Fixed, "abcdefgh", "[abc][def]gh…");
}

void FramingTest::Frames()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, stream);
    Stream whole({static_cast<FramingKind>(kind), 3});
    whole.add(7, stream);
    QTEST(contents(whole), "expected");
}

void FramingTest::PartsSayRowsAndOffsets()
{
    Stream stream({FramingKind::U16Be});
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

void FramingTest::UnfinishedFrameIsShown()
{
    Stream stream({FramingKind::Line});
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

void FramingTest::TooLargeIsSaidAndTheNextIsFound_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArray>("problem");
    QTest::newRow("line") << int(FramingKind::Line) << QByteArray("0123456789\nok\n")
                          << QByteArray("frame truncated to 8 bytes");
    QTest::newRow("nul") << int(FramingKind::Nul) << QByteArray("0123456789\0ok\0", 14)
                         << QByteArray("frame truncated to 8 bytes");
    QTest::newRow("u16") << int(FramingKind::U16Be)
                         << QByteArray("\0\x0a"
                                       "0123456789\0\2ok",
                                       16)
                         << QByteArray("frame of 10 bytes truncated to 8 bytes");
}

void FramingTest::TooLargeIsSaidAndTheNextIsFound()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, stream);
    QFETCH(QByteArray, problem);
    Stream small({static_cast<FramingKind>(kind), 1, 8});
    for (const char c : stream) {
        small.add(0, QByteArray(1, c));
    }
    QCOMPARE(contents(small), "[01234567!][ok]");
    const QByteArray text = QByteArray::fromStdString(small.frames[0].problem->text());
    QVERIFY2(text.startsWith(problem), text);
    QCOMPARE(small.frames[0].parts.size(), std::size_t(stream.size() - small.frames[1].size));
}

void FramingTest::HowTheStreamWasCutMakesNoDifference()
{
    RandomBytes random(99);
    for (int round = 0; round < 400; ++round) {
        // Small numbers, so that frames end and lengths fit.
        QByteArray bytes;
        for (std::uint32_t count = random.below(120); count > 0; --count) {
            bytes += char(random.below(12));
        }
        for (const FramingInfo& info : framings()) {
            if (info.kind == FramingKind::None) {
                continue;
            }
            Stream whole({info.kind, 5, 64});
            whole.add(0, bytes);
            Stream pieces({info.kind, 5, 64});
            std::uint64_t row = 0;
            for (qsizetype at = 0; at < bytes.size(); ++row) {
                const auto size = qsizetype(random.below(7));
                pieces.add(row, bytes.mid(at, size));
                at += size;
            }
            QCOMPARE(contents(pieces), contents(whole));
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

void FramingTest::KeysAreFoundAgain()
{
    for (const FramingInfo& info : framings()) {
        QVERIFY(framingByKey(info.key) == info.kind);
    }
    QVERIFY(!framingByKey("none of them"));
}

PIPESCOPE_APPLESS_TEST(FramingTest)

#include "tst_framing.moc"
