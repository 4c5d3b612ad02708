#include "outline.h"
#include "payload/random_bytes.h"
#include "pipecore/analysis/frame_search.h"
#include "runner/register.h"

#include <QTest>

using namespace pipecore;

namespace {

/// Pieces of streams in memory; every message on connection 1 is received unless said otherwise.
class Pieces final : public RecordSource
{
public:
    void add(const QByteArray& payload, std::uint64_t connection = 1,
             Direction direction = Direction::Received)
    {
        Record record;
        record.row = m_records.size();
        record.connection = {connection};
        record.payload = toBytes({payload.constData(), std::size_t(payload.size())});
        record.body = Message{.direction = direction, .length = record.payload.size()};
        m_records.push_back(std::move(record));
    }
    void addEvent()
    {
        add({});
        m_records.back().body = Throttled{};
    }
    /// The last row's payload was dropped.
    void dropLast() { m_records.back().payload.clear(); }

    [[nodiscard]] std::uint64_t rowCount() const override { return m_records.size(); }
    [[nodiscard]] Result<Record> read(std::uint64_t row, std::size_t limit) const override
    {
        ++reads;
        Record record = m_records.at(row);
        record.payload.resize(std::min(record.payload.size(), limit));
        return record;
    }
    [[nodiscard]] RowHead head(std::uint64_t row) const override
    {
        const Record& record = m_records.at(row);
        const auto* const message = record.as<Message>();
        return {.kind = record.kind(),
                .direction = message != nullptr ? message->direction : Direction::Received,
                .connection = record.connection,
                .endpoint = record.endpoint};
    }
    [[nodiscard]] const SessionFacts& facts() const override { return m_facts; }

    mutable int reads = 0;

private:
    std::vector<Record> m_records;
    SessionFacts m_facts;
};

FramingRule ruleOf(std::string_view text)
{
    return FramingRule::parse(text).value();
}

bool always()
{
    return true;
}

QByteArray text(const Result<FramesOfRow>& found)
{
    if (!found) {
        return "error";
    }
    QByteArray result;
    for (const Frame& frame : found->frames) {
        if (found->counted) {
            result += QByteArray::number(qulonglong(frame.number)) + ':';
        }
        result += qBytes(frame.content()) + (frame.complete ? "" : "…") + '@';
        for (const FramePart& part : frame.parts) {
            result += QByteArray::number(qulonglong(part.row)) + ',';
        }
        result.chop(1);
        result += ' ';
    }
    if (found->more > 0) {
        result += "+" + QByteArray::number(qulonglong(found->more));
    }
    if (found->problem) {
        result += QByteArray::fromStdString(found->problem->text());
    }
    return result.trimmed();
}

} // namespace

/// Which frames a row has bytes of, wherever the stream was cut.
class FrameSearchTest : public QObject
{
    Q_OBJECT

private slots:
    void RepliesOfHttpKnowTheirRequests()
    {
        Pieces pieces;
        pieces.add("HEAD / HTTP/1.1\r\n\r\nGET / ", 1, Direction::Sent);
        pieces.add("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");    // of HEAD: without a body
        pieces.add("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", 2); // of another one
        pieces.add("HTTP/1.1\r\n\r\n", 1, Direction::Sent);
        pieces.add("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
        FrameSearch search(pieces, ruleOf("http1"));
        const auto found = search.find(4, always);
        QVERIFY(found);
        QCOMPARE(found->frames.size(), std::size_t(1));
        QCOMPARE(qBytes(found->frames[0].content()), QByteArray("hi"));
        QCOMPARE(found->frames[0].number, std::uint64_t(1));
        const auto request = search.find(0, always);
        QVERIFY(request);
        QCOMPARE(request->frames.size(), std::size_t(2));
        QVERIFY(request->frames[1].complete);
    }

    void LinesAreFoundFromTheDelimiterBefore();
    void LengthsAreCountedFromTheBeginning();
    void OtherStreamsAreNotMixedIn();
    void LastFrameIsNotWholeYet();
    void NextRowIsFoundWithoutReadingAll();
    void LostBytesAreSaid();
    void LimitsAreSaid();
    void CancelledAndWrongRows();
    void AnyRowInAnyOrderGivesTheSame();
    void DelimiterThatOverlapsItselfIsReadFromTheBeginning();
    void RuleWithAMemoryIsReadFromTheBeginning();
};

void FrameSearchTest::LinesAreFoundFromTheDelimiterBefore()
{
    Pieces pieces;
    pieces.add("one\ntw");
    pieces.add("o\nthr");
    pieces.addEvent();
    pieces.add("ee\n");
    FrameSearch search(pieces, ruleOf("line"));
    QCOMPARE(text(search.find(0, always)), "0:one@0 1:two@0,1");
    QCOMPARE(text(search.find(1, always)), "two@0,1 three@1,3");
    QCOMPARE(text(search.find(3, always)), "three@1,3");
}

void FrameSearchTest::LengthsAreCountedFromTheBeginning()
{
    Pieces pieces;
    pieces.add(QByteArray("\3ab", 3).prepend('\0'));
    pieces.add(QByteArray("c\0", 2));
    pieces.add(QByteArray("\1x\0\0", 4));
    FrameSearch search(pieces, ruleOf("u16be"));
    QCOMPARE(text(search.find(1, always)), "0:abc@0,1 1:x@1,2");
    QCOMPARE(text(search.find(2, always)), "1:x@1,2 2:@2");
    QCOMPARE(text(search.find(0, always)), "0:abc@0,1");
}

void FrameSearchTest::OtherStreamsAreNotMixedIn()
{
    Pieces pieces;
    pieces.add("ab");
    pieces.add("XX", 2);
    pieces.add("YY", 1, Direction::Sent);
    pieces.add("c");
    FrameSearch search(pieces, ruleOf("fixed:3"));
    QCOMPARE(text(search.find(0, always)), "0:abc@0,3");
    QCOMPARE(text(search.find(1, always)), "0:XX…@1");
    QCOMPARE(text(search.find(2, always)), "0:YY…@2");
}

void FrameSearchTest::LastFrameIsNotWholeYet()
{
    Pieces pieces;
    pieces.add("abc");
    pieces.add("d");
    FrameSearch search(pieces, ruleOf("fixed:3"));
    QCOMPARE(text(search.find(1, always)), "1:d…@1");
    pieces.add("ef");
    QCOMPARE(text(search.find(1, always)), "1:def@1,2");
}

void FrameSearchTest::NextRowIsFoundWithoutReadingAll()
{
    Pieces pieces;
    for (int row = 0; row < 10'000; ++row) {
        pieces.add("abcd");
    }
    FrameSearch search(pieces, ruleOf("fixed:3"));
    QCOMPARE(text(search.find(9'000, always)), "12000:abc@9000 12001:dab@9000,9001");
    pieces.reads = 0;
    QCOMPARE(text(search.find(9'001, always)), "12001:dab@9000,9001 12002:cda@9001,9002");
    QVERIFY2(pieces.reads < 300, QByteArray::number(pieces.reads));
}

void FrameSearchTest::LostBytesAreSaid()
{
    Pieces pieces;
    pieces.add("ab");
    pieces.add("cd");
    pieces.dropLast();
    pieces.add("ef");
    FrameSearch search(pieces, ruleOf("fixed:3"));
    QVERIFY(text(search.find(2, always)).startsWith("frames not available: the payload of row 2"));
    QVERIFY(text(search.find(0, always)).startsWith("0:ab…@0 frames not available"));
}

void FrameSearchTest::LimitsAreSaid()
{
    Pieces pieces;
    for (int row = 0; row < 100; ++row) {
        pieces.add("abc\n\n\n");
    }
    FrameSearch few(pieces, ruleOf("fixed:7"), {10, 1'000'000, 5});
    QVERIFY(text(few.find(50, always)).contains("the stream begins more than 10 rows"));
    QCOMPARE(text(few.find(3, always)), "2:c\n\n\nabc@2,3 3:\n\n\nabc\n@3,4");
    FrameSearch small(pieces, ruleOf("fixed:7"), {1000, 20, 5});
    QVERIFY(text(small.find(50, always)).contains("requires reading more than 20 bytes"));
    FrameSearch one(pieces, ruleOf("line"), {1000, 1000, 1});
    QCOMPARE(text(one.find(5, always)), "abc@5 +2");
}

void FrameSearchTest::CancelledAndWrongRows()
{
    Pieces pieces;
    pieces.add("abc");
    pieces.addEvent();
    FrameSearch search(pieces, ruleOf("fixed:3"));
    const auto stopped = search.find(0, [] { return false; });
    QVERIFY(!stopped && stopped.error().kind == ErrorKind::Cancelled);
    QVERIFY(!search.find(1, always));
    QVERIFY(!search.find(2, always));
}

void FrameSearchTest::AnyRowInAnyOrderGivesTheSame()
{
    RandomBytes random(11);
    Pieces pieces;
    QByteArray stream;
    for (int frame = 0; frame < 900; ++frame) {
        const auto length = char(random.below(9));
        stream += '\0';
        stream += length;
        stream += qBytes(ByteView(random.take(std::uint32_t(length))));
    }
    for (qsizetype at = 0; at < stream.size();) {
        const auto size = qsizetype(random.below(12)) + 1;
        pieces.add(stream.mid(at, size));
        at += size;
        pieces.add("noise", 2);
    }
    FrameSearch walking(pieces, ruleOf("u16be"));
    for (int round = 0; round < 200; ++round) {
        const std::uint64_t row = 2 * random.below(std::uint32_t(pieces.rowCount() / 2));
        FrameSearch fresh(pieces, ruleOf("u16be"));
        QCOMPARE(text(walking.find(row, always)), text(fresh.find(row, always)));
    }
}

void FrameSearchTest::DelimiterThatOverlapsItselfIsReadFromTheBeginning()
{
    Pieces pieces;
    pieces.add("xab");
    pieces.add("aba"); // no end: its first byte is the end of the one before
    pieces.add("yaba");
    FrameSearch overlapping(pieces, ruleOf("delimiter:616261"));
    QCOMPARE(text(overlapping.find(2, always)), "1:bay@1,2");
    FrameSearch plain(pieces, ruleOf("delimiter:6162"));
    QCOMPARE(text(plain.find(2, always)), "ay@1,2 a…@2");
}

void FrameSearchTest::RuleWithAMemoryIsReadFromTheBeginning()
{
    Pieces pieces;
    pieces.add("hello\n");
    for (int row = 1; row < 600; ++row) {
        pieces.add("\1x");
    }
    FrameSearch search(pieces, ruleOf("line then u8"));
    QCOMPARE(text(search.find(590, always)), "590:x@590");
    QCOMPARE(text(search.find(599, always)), "599:x@599");
}

PIPESCOPE_APPLESS_TEST(FrameSearchTest)

#include "tst_frame_search.moc"
