#include "framed_session.h"

#include "runner/register.h"

#include <QTest>

#include <cstdint>
#include <string>
#include <vector>

using namespace pipecore;

namespace {

/// A connection whose peer sends one frame byte by byte: the row of each byte, and rows of another connection
/// between them. Made up as it is read, and counts what is asked for.
class SlowFrame final : public RecordSource
{
public:
    /// `bytes` of a frame with its length in front, as `u32be` has it, with so many rows of others before each.
    SlowFrame(std::uint64_t bytes, std::uint64_t between) : m_bytes(bytes), m_step(between + 1)
    {
        Record opened;
        opened.endpoint = {1};
        EndpointOpened body;
        body.mode = PipeMode::Byte;
        body.name = std::make_shared<const std::string>("slow");
        opened.body = body;
        m_facts.apply(opened);
    }

    mutable std::uint64_t reads = 0;
    mutable std::uint64_t heads = 0;

    [[nodiscard]] std::byte byteAt(std::uint64_t place) const
    {
        const std::uint64_t length = m_bytes - 4;
        return place < 4 ? static_cast<std::byte>(length >> (8 * (3 - place)) & 0xFFU)
                         : static_cast<std::byte>('a' + place % 26);
    }
    [[nodiscard]] std::uint64_t rowOfByte(std::uint64_t place) const
    {
        return place * m_step + m_step - 1;
    }

    [[nodiscard]] std::uint64_t rowCount() const override { return m_bytes * m_step; }
    [[nodiscard]] RowHead head(std::uint64_t row) const override
    {
        ++heads;
        return {.connection = {isOurs(row) ? 1U : 2U}, .endpoint = {1}, .length = 1};
    }
    [[nodiscard]] Result<Record> read(std::uint64_t row, std::size_t limit) const override
    {
        ++reads;
        Record record;
        record.row = row;
        record.endpoint = {1};
        record.connection = head(row).connection;
        record.body = Message{.direction = Direction::Received, .length = 1};
        if (limit > 0) {
            record.payload = {isOurs(row) ? byteAt(row / m_step) : std::byte{0}};
        }
        return record;
    }
    [[nodiscard]] const SessionFacts& facts() const override { return m_facts; }
    void startCounting() const
    {
        reads = 0;
        heads = 0;
    }

private:
    [[nodiscard]] bool isOurs(std::uint64_t row) const { return row % m_step == m_step - 1; }

    const std::uint64_t m_bytes;
    const std::uint64_t m_step;
    SessionFacts m_facts;
};

/// A larger limit than the frames have: nothing is cut.
FramedRows::RuleOf ruleOfSlowFrame()
{
    return byRule("u32be,max=4M");
}

/// The row of the frame, which is the last one that is whole.
std::uint64_t lastFrame(const FramedRows& rows)
{
    for (std::uint64_t row = rows.rowCount(); row-- > 0;) {
        if (rows.isFrame(row) && rows.head(row).connection.value == 1) {
            return row;
        }
    }
    return rows.rowCount();
}

/// What is wrong with the payload; empty if it is that of the frame.
QString wrongIn(const Bytes& payload, const SlowFrame& session, std::uint64_t wanted)
{
    if (payload.size() != wanted) {
        return QStringLiteral("%1 bytes").arg(payload.size());
    }
    for (std::uint64_t at = 0; at < wanted; ++at) {
        if (payload[at] != session.byteAt(4 + at)) {
            return QStringLiteral("byte %1").arg(at);
        }
    }
    return {};
}

} // namespace

/// Frames that many reads brought, or whose reads lie far apart.
class LongFramesTest : public QObject
{
    Q_OBJECT

private slots:
    void AFrameOfAMillionReadsIsOpenedAtOnce()
    {
        constexpr std::uint64_t bytes = 1'000'000;
        const SlowFrame session(bytes, 0);
        FramedRows rows(session, ruleOfSlowFrame());
        QVERIFY(rows.update());
        QCOMPARE(rows.rowCount(), 1U);
        QCOMPARE(rows.head(0).length, bytes - 4);

        session.startCounting();
        const auto preview = rows.read(0, 256);
        QVERIFY(preview);
        QCOMPARE(wrongIn(preview->payload, session, 256), QString());
        QVERIFY2(session.reads < 1000, qPrintable(QString::number(session.reads)));
        QVERIFY2(session.heads < 5000, qPrintable(QString::number(session.heads)));

        session.startCounting();
        const RowSources reads = rows.sources(0, 6);
        QCOMPARE(reads.first.size(), std::size_t(6));
        QCOMPARE(reads.count, bytes);
        QVERIFY((reads.last == FramePart{.row = bytes - 1, .offset = 0, .length = 1}));
        QVERIFY2(session.heads < 5000, qPrintable(QString::number(session.heads)));

        // All of it takes as long as it has bytes.
        session.startCounting();
        const auto whole = rows.read(0, bytes);
        QVERIFY(whole);
        QCOMPARE(wrongIn(whole->payload, session, bytes - 4), QString());
        QVERIFY(session.reads < bytes + 1000);
        QVERIFY(session.heads < 4 * bytes);
    }

    void RowsOfOthersBetweenTwoReadsAreNotLookedAt()
    {
        constexpr std::uint64_t bytes = 20;
        constexpr std::uint64_t between = 50'000;
        const SlowFrame session(bytes, between);
        FramedRows rows(session, ruleOfSlowFrame());
        QVERIFY(rows.update());
        const std::uint64_t frame = lastFrame(rows);
        session.startCounting();
        const auto record = rows.read(frame, 100);
        QVERIFY(record);
        QCOMPARE(wrongIn(record->payload, session, bytes - 4), QString());
        QCOMPARE(record->fragments.size(), std::size_t(bytes));
        std::vector<FramePart> expected;
        for (std::uint64_t at = 0; at < bytes; ++at) {
            expected.push_back({.row = session.rowOfByte(at), .offset = 0, .length = 1});
        }
        QVERIFY(rows.parts(frame) == expected);
        QVERIFY2(session.heads < 1000, qPrintable(QString::number(session.heads)));
    }

    void PlacesAreTheSameWhereverMarksAre()
    {
        // Around the distance from which on a frame is long.
        for (const std::uint64_t bytes : {1023U, 1024U, 1025U, 1026U, 3000U}) {
            for (const std::uint64_t between : {0U, 1U, 7U}) {
                const SlowFrame session(bytes, between);
                FramedRows rows(session, ruleOfSlowFrame());
                QVERIFY(rows.update());
                const std::uint64_t frame = lastFrame(rows);
                const auto parts = rows.parts(frame);
                QCOMPARE(parts.size(), std::size_t(bytes));
                for (std::uint64_t at = 0; at < bytes; ++at) {
                    QCOMPARE(parts[at].row, session.rowOfByte(at));
                }
                const auto record = rows.read(frame, bytes);
                QVERIFY(record);
                QCOMPARE(wrongIn(record->payload, session, bytes - 4), QString());
                QCOMPARE(record->fragments.size(), std::size_t(bytes));
                const RowSources reads = rows.sources(frame, 3);
                QCOMPARE(reads.count, bytes);
                QVERIFY(reads.last == parts.back());
            }
        }
    }

    void MoreReadsThanAreRememberedAreStillCounted()
    {
        constexpr std::uint64_t bytes = 1'200'000;
        const SlowFrame session(bytes, 0);
        FramedRows rows(session, ruleOfSlowFrame());
        QVERIFY(rows.update());
        QCOMPARE(rows.rowCount(), 1U);
        const RowSources reads = rows.sources(0, 2);
        QCOMPARE(reads.count, bytes);
        QCOMPARE(reads.last.row, bytes - 1);
        session.startCounting();
        const auto preview = rows.read(0, 100);
        QVERIFY(preview);
        QCOMPARE(wrongIn(preview->payload, session, 100), QString());
        QVERIFY(session.heads < 5000);
    }

    void WhatALongStreamEndsWithIsFoundToo()
    {
        SessionScript script = byteServer();
        for (int at = 0; at < 1500; ++at) {
            say(script, "x");
            say(script, "y\n", fromPeer, 2);
        }
        script.disconnected(1, 1);
        RecordedStreams recorded;
        const auto file = recorded.open(script);
        QVERIFY(file);
        FramedRows rows(*file, byRule("line"));
        QVERIFY(rows.update());
        rows.finish();
        const std::uint64_t frame = rows.rowCount() - 2;
        const auto record = rows.read(frame, 5000);
        QVERIFY(record);
        QVERIFY(record->message().continues);
        QCOMPARE(record->payload, Bytes(1500, std::byte{'x'}));
        const RowSources reads = rows.sources(frame, 1);
        QCOMPARE(reads.count, 1500U);
        QVERIFY((reads.last == FramePart{.row = 2 * 1499 + 1, .offset = 0, .length = 1}));
    }
};

PIPESCOPE_GUILESS_TEST(LongFramesTest)
#include "tst_framed_long.moc"
