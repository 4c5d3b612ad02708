#include "log/log_view.h"
#include "memory_records.h"
#include "rows/frame_places.h"
#include "runner/register.h"
#include "test_settings.h"
#include "traffic/selection_controller.h"
#include "traffic/traffic_panel.h"

#include "pipecore/analysis/framed_rows.h"

#include <QTest>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <memory>
#include <string>

using namespace pipescope;
using namespace pipecore;

namespace {

FramedRows::RuleOf rule(const char* text)
{
    const FramingRule parsed = FramingRule::parse(text).value();
    return [parsed](const EndpointFacts&) { return std::optional(parsed); };
}

/// A stream of lines of ten bytes, cut every eight: any number of reads, none of them in memory. Counts
/// what the GUI thread asks for.
class CutLines final : public RecordSource
{
public:
    static constexpr std::uint64_t lineBytes = 10;
    static constexpr std::uint64_t readBytes = 8;

    explicit CutLines(std::uint64_t reads) : m_reads(reads)
    {
        Record opened;
        opened.endpoint = {1};
        EndpointOpened body;
        body.mode = PipeMode::Byte;
        body.name = std::make_shared<const std::string>("lines");
        opened.body = body;
        m_facts.apply(opened);
    }

    [[nodiscard]] std::uint64_t rowCount() const override { return m_reads; }
    [[nodiscard]] Result<Record> read(std::uint64_t row, std::size_t limit) const override
    {
        count();
        Record record;
        record.row = row;
        record.wallNs = timeOf(row);
        record.endpoint = {1};
        record.connection = {1};
        record.body = Message{.direction = Direction::Received, .length = readBytes};
        for (std::uint64_t at = 0; at < std::min<std::uint64_t>(readBytes, limit); ++at) {
            const std::uint64_t place = row * readBytes + at;
            record.payload.push_back(place % lineBytes == lineBytes - 1 ? std::byte{'\n'}
                                                                        : std::byte{'a'});
        }
        return record;
    }
    [[nodiscard]] RowHead head(std::uint64_t row) const override
    {
        count();
        return {.kind = RecordKind::Message,
                .direction = Direction::Received,
                .connection = {1},
                .endpoint = {1},
                .wallNs = timeOf(row),
                .length = readBytes};
    }
    [[nodiscard]] const SessionFacts& facts() const override { return m_facts; }

    mutable std::atomic<std::uint64_t> asked{0}; ///< by the GUI thread

private:
    static std::int64_t timeOf(std::uint64_t row)
    {
        return MemoryRecords::startNs + static_cast<std::int64_t>(row) * 1000;
    }
    void count() const
    {
        if (QThread::currentThread() == QCoreApplication::instance()->thread()) {
            ++asked;
        }
    }

    const std::uint64_t m_reads;
    SessionFacts m_facts;
};

RowMap toFrames(const FramedRows& frames, const RecordSource& session)
{
    return rowMap(session, nullptr, &frames);
}

RowMap toReads(const FramedRows& frames, const RecordSource& session)
{
    return rowMap(session, &frames, nullptr);
}

/// "3-5 7"
QString rowsText(const RowRanges& rows)
{
    QStringList texts;
    for (const auto& range : rows.ranges()) {
        const QString first = QString::number(range.first);
        texts +=
            range.end == range.first + 1 ? first : first + u'-' + QString::number(range.end - 1);
    }
    return texts.join(u' ');
}

} // namespace

/// The log with frames instead of reads.
class LogFramesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_settings.use("log-frames"); }
    void init() { TestSettings::clear(); }

    void APlaceIsFoundInReadsAndFrames()
    {
        MemoryRecords records;
        const auto server = records.openEndpoint(Role::Server, "pipe", PipeMode::Byte);
        const auto first = records.connectPeer(server, 1, "first");
        const auto second = records.connectPeer(server, 2, "second");
        records.received(first, "be");       // row 3
        records.received(second, "whole\n"); // row 4
        records.received(first, "gin\nne");  // row 5
        records.received(first, "xt\n");     // row 6
        FramedRows frames(records, rule("line"));
        QVERIFY(frames.update());
        // Rows 0 to 2 are events; then "whole", "begin", "next".
        QCOMPARE(frames.rowCount(), 6U);
        QCOMPARE(frameOf(frames, 1), quint64(1));
        QCOMPARE(frameOf(frames, 3), quint64(4)); // not the frame of the other connection
        QCOMPARE(frameOf(frames, 4), quint64(3));
        QCOMPARE(frameOf(frames, 5), quint64(4));
        QCOMPARE(frameOf(frames, 6), quint64(5));
        QCOMPARE(sessionRowOf(frames, records, 1), quint64(1));
        QCOMPARE(sessionRowOf(frames, records, 3), quint64(4));
        QCOMPARE(sessionRowOf(frames, records, 4), quint64(5));
        QCOMPARE(sessionRowOf(frames, records, 5), quint64(6));
        // Behind the last row.
        QCOMPARE(sessionRowOf(frames, records, 6), records.rowCount());
        QCOMPARE(frameOf(frames, records.rowCount()), frames.rowCount());
        QCOMPARE(sessionRowsOf(frames, RowRanges::between(4, 6)).count(), 3U);
    }

    void TheCurrentRowStaysWhenFramesReplaceReads()
    {
        MemoryRecords records;
        const auto server = records.openEndpoint(Role::Server, "pipe", PipeMode::Byte);
        const auto client = records.connectPeer(server, 1, "client");
        for (int line = 0; line < 300; ++line) {
            records.received(client, "li");
            records.received(client, "ne " + std::to_string(line) + "\n");
        }
        FramedRows frames(records, rule("line"));
        QVERIFY(frames.update());
        TrafficPanel panel;
        panel.resize(900, 400);
        panel.setSource(&records);
        panel.show();
        panel.goToRow(2 + 2 * 100);
        QVERIFY(!panel.followsTail());
        panel.replaceSource(&frames, toFrames(frames, records));
        QCOMPARE(panel.currentRow(), std::optional<quint64>(2 + 100));
        QVERIFY(!panel.followsTail());
        auto* view = panel.findChild<LogView*>();
        QCOMPARE(view->text(*view->currentRow()).preview, QStringLiteral("line 100"));
        panel.replaceSource(&records, toReads(frames, records));
        QCOMPARE(panel.currentRow(), std::optional<quint64>(2 + 2 * 100 + 1));
        panel.setSource(nullptr);
    }

    void SelectedRowsStaySelected()
    {
        MemoryRecords records;
        const auto server = records.openEndpoint(Role::Server, "pipe", PipeMode::Byte);
        const auto first = records.connectPeer(server, 1, "first");
        const auto second = records.connectPeer(server, 2, "second");
        records.received(first, "one\ntw");     // row 3
        records.received(second, "a\nb\nc");    // row 4
        records.received(first, "o\nth");       // row 5
        records.received(second, "d\n");        // row 6
        records.received(first, "ree\nfour\n"); // row 7
        FramedRows frames(records, rule("line"));
        QVERIFY(frames.update());
        // Rows 0 to 2 are events; then "one", "a", "b", "two", "cd", "three", "four".
        QCOMPARE(frames.rowCount(), 10U);
        TrafficPanel panel;
        panel.resize(900, 400);
        panel.setSource(&records);
        panel.show();
        auto* view = panel.findChild<LogView*>();
        const auto selected = [&panel] { return rowsText(panel.selection().rows()); };
        // Bytes of "one" and "two", and all of the second connection.
        panel.goToRow(4);
        RowSelection rows;
        rows.set({3, 4});
        view->setSelection(rows);
        panel.replaceSource(&frames, toFrames(frames, records));
        QCOMPARE(selected(), QStringLiteral("3-7"));
        QCOMPARE(panel.currentRow(), std::optional<quint64>(4));
        // Back: all reads that brought them.
        panel.replaceSource(&records, toReads(frames, records));
        QCOMPARE(selected(), QStringLiteral("3-6"));
        // Some frames only.
        panel.replaceSource(&frames, toFrames(frames, records));
        panel.goToRow(6);
        rows.set({6, 6});
        rows.add({9, 9});
        view->setSelection(rows);
        panel.replaceSource(&records, toReads(frames, records));
        QCOMPARE(selected(), QStringLiteral("3 5 7"));
        QCOMPARE(panel.currentRow(), std::optional<quint64>(5));
        panel.setSource(nullptr);
    }

    void SelectedRowsOfAFilterStaySelected()
    {
        MemoryRecords records;
        const auto server = records.openEndpoint(Role::Server, "pipe", PipeMode::Byte);
        const auto client = records.connectPeer(server, 1, "client");
        for (int line = 0; line < 50; ++line) {
            records.received(client, "line " + std::to_string(line) + "\n");
        }
        FramedRows frames(records, rule("line"));
        QVERIFY(frames.update());
        TrafficPanel panel;
        panel.resize(900, 400);
        panel.setSource(&records);
        panel.show();
        panel.setFilter(QStringLiteral("text contains \"1\" && dir == in"));
        auto* view = panel.findChild<LogView*>();
        QTRY_COMPARE_WITH_TIMEOUT(view->rowCount(), quint64(14), 20'000); // 1, 10 to 19, 21, 31, 41
        view->setCurrentRow(0);
        view->selectAll();
        panel.replaceSource(&frames, toFrames(frames, records));
        QTRY_COMPARE_WITH_TIMEOUT(view->rowCount(), quint64(14), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(view->selection().count(), quint64(14), 20'000);
        QCOMPARE(panel.currentRow(), std::optional<quint64>(3));
        // The user's own choice is not undone.
        panel.replaceSource(&records, toReads(frames, records));
        view->setCurrentRow(0);
        QTRY_COMPARE_WITH_TIMEOUT(view->rowCount(), quint64(14), 20'000);
        panel.setSource(nullptr);
    }

    void TheCurrentRowStaysWhereItIsInTheView()
    {
        MemoryRecords records;
        const auto server = records.openEndpoint(Role::Server, "pipe", PipeMode::Byte);
        const auto client = records.connectPeer(server, 1, "client");
        for (int line = 0; line < 300; ++line) {
            records.received(client, "li");
            records.received(client, "ne\n");
        }
        FramedRows frames(records, rule("line"));
        QVERIFY(frames.update());
        TrafficPanel panel;
        panel.resize(900, 400);
        panel.setSource(&records);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        auto* view = panel.findChild<LogView*>();
        panel.goToRow(300);
        view->placeCurrent(3 * LogView::rowHeight);
        QCOMPARE(view->placeOfCurrent(), std::optional(3 * LogView::rowHeight));
        panel.replaceSource(&frames, toFrames(frames, records));
        QCOMPARE(view->placeOfCurrent(), std::optional(3 * LogView::rowHeight));
        panel.replaceSource(&records, toReads(frames, records));
        QCOMPARE(view->placeOfCurrent(), std::optional(3 * LogView::rowHeight));
        panel.setSource(nullptr);
    }

    void ConnectionFilterAndClearedRowsStay()
    {
        MemoryRecords records;
        const auto server = records.openEndpoint(Role::Server, "pipe", PipeMode::Byte);
        const auto first = records.connectPeer(server, 1, "first");
        const auto second = records.connectPeer(server, 2, "second");
        for (int line = 0; line < 10; ++line) {
            records.received(line % 2 == 0 ? first : second, "li");
            records.received(line % 2 == 0 ? first : second, "ne\n");
        }
        FramedRows frames(records, rule("line"));
        QVERIFY(frames.update());
        TrafficPanel panel;
        panel.resize(900, 400);
        panel.setSource(&records);
        panel.show();
        panel.showConnection(first);
        auto* view = panel.findChild<LogView*>();
        QTRY_COMPARE_WITH_TIMEOUT(view->rowCount(), quint64(1 + 10), 20'000);
        panel.replaceSource(&frames, toFrames(frames, records));
        QCOMPARE(panel.shownConnection(), std::optional(first));
        QTRY_COMPARE_WITH_TIMEOUT(view->rowCount(), quint64(1 + 5), 20'000);
        panel.showConnection(std::nullopt);
        panel.clearRows();
        QCOMPARE(view->rowCount(), quint64(0));
        panel.replaceSource(&records, toReads(frames, records));
        QCOMPARE(view->rowCount(), quint64(0));
        records.received(first, "more");
        panel.refresh();
        QCOMPARE(view->rowCount(), quint64(1));
        panel.setSource(nullptr);
    }

    void ReplyTimesAreThoseOfFrames()
    {
        MemoryRecords records;
        const auto server = records.openEndpoint(Role::Server, "pipe", PipeMode::Byte);
        const auto client = records.connectPeer(server, 1, "client");
        records.received(client, "que");
        records.received(client, "stion\n");
        records.sent(client, "ans");
        records.sent(client, "wer\n");
        FramedRows frames(records, rule("line"));
        QVERIFY(frames.update());
        TrafficPanel panel;
        panel.resize(1100, 400);
        panel.setSource(&frames);
        panel.show();
        auto* view = panel.findChild<LogView*>();
        QCOMPARE(view->rowCount(), quint64(4));
        // From the end of the question to the end of the answer: two rows of a millisecond.
        QVERIFY2(view->text(3).latency.startsWith(u'2'), qPrintable(view->text(3).latency));
        panel.setSource(nullptr);
    }

    /// However many frames there are, the GUI thread touches those that it shows.
    void AMillionFramesAreNeverWalked()
    {
        constexpr std::uint64_t reads = 1'250'000;
        CutLines records(reads);
        FramedRows frames(records, rule("line"));
        QVERIFY(frames.update());
        QCOMPARE(frames.rowCount(), 1'000'000U);
        TrafficPanel panel;
        panel.resize(1000, 600);
        panel.setSource(&records);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        panel.goToRow(reads / 2);
        (void)panel.grab();
        records.asked = 0;
        (void)panel.grab();
        panel.goToRow(reads / 3);
        (void)panel.grab();
        const std::uint64_t asReads = std::max<std::uint64_t>(records.asked, 100);

        records.asked = 0;
        panel.replaceSource(&frames, toFrames(frames, records));
        (void)panel.grab();
        QVERIFY(panel.currentRow());
        panel.goToRow(frames.rowCount() / 3);
        (void)panel.grab();
        panel.setFollowTail(true);
        panel.refresh();
        (void)panel.grab();
        QVERIFY2(records.asked < 20 * asReads,
                 qPrintable(QStringLiteral("%1, of reads %2").arg(records.asked).arg(asReads)));
        records.asked = 0;
        panel.replaceSource(&records, toReads(frames, records));
        QVERIFY(records.asked < 20 * asReads);
        panel.setSource(nullptr);
    }

private:
    TestSettings m_settings;
};

PIPESCOPE_GUI_TEST(LogFramesTest)
#include "tst_log_frames.moc"
