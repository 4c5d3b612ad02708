#include "memory_records.h"
#include "rows/head_scan.h"
#include "rows/place_text.h"
#include "rows/row_subset.h"
#include "rows/row_text.h"
#include "rows/time_search.h"
#include "runner/register.h"
#include "widgets/formatting.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <limits>
#include <numeric>
#include <random>
#include <thread>

using namespace pipescope;

namespace {

/// Rows that have nothing but a time.
class TimedRows final : public LogRows
{
public:
    explicit TimedRows(std::vector<qint64> times) : m_times(std::move(times)) {}

    [[nodiscard]] quint64 count() const override { return m_times.size(); }
    [[nodiscard]] pipecore::Result<pipecore::Record> read(quint64 row, std::size_t) const override
    {
        pipecore::Record record;
        record.row = row;
        record.wallNs = m_times.at(row);
        return record;
    }
    [[nodiscard]] pipecore::RecordSource::RowHead head(quint64 row) const override
    {
        ++looks;
        pipecore::RecordSource::RowHead head;
        head.wallNs = m_times.at(row);
        return head;
    }
    [[nodiscard]] std::shared_ptr<const pipecore::PeerInfo>
    peer(pipecore::ConnectionId) const override
    {
        return nullptr;
    }
    [[nodiscard]] std::optional<pipecore::EndpointFacts>
    endpoint(pipecore::EndpointId) const override
    {
        return std::nullopt;
    }

    mutable int looks = 0;

private:
    std::vector<qint64> m_times;
};

/// A session of rows that are known by their heads only.
class HeadRecords final : public pipecore::RecordSource
{
public:
    explicit HeadRecords(std::uint64_t rows) : m_rows(rows) {}
    void grow(std::uint64_t rows) { m_rows += rows; }

    [[nodiscard]] std::uint64_t rowCount() const override { return m_rows; }
    [[nodiscard]] pipecore::Result<pipecore::Record> read(std::uint64_t row,
                                                          std::size_t) const override
    {
        pipecore::Record record;
        record.row = row;
        record.wallNs = static_cast<std::int64_t>(row) * 1000;
        record.connection = head(row).connection;
        return record;
    }
    [[nodiscard]] RowHead head(std::uint64_t row) const override
    {
        RowHead head;
        head.wallNs = static_cast<std::int64_t>(row) * 1000;
        head.connection.value = row % 3 + 1;
        head.direction =
            row / 3 % 2 == 0 ? pipecore::Direction::Received : pipecore::Direction::Sent;
        return head;
    }
    [[nodiscard]] const pipecore::SessionFacts& facts() const override { return m_facts; }

private:
    std::atomic<std::uint64_t> m_rows;
    pipecore::SessionFacts m_facts;
};

Place place(const char* text)
{
    return parsePlace(QString::fromUtf8(text), QDate(2026, 11, 22))
        .value_or(Place{Place::Kind::Row, -1, 0});
}

qint64 localNs(int hour, int minute, int second, qint64 ns)
{
    return QDateTime(QDate(2026, 11, 22), QTime(hour, minute, second)).toMSecsSinceEpoch()
               * 1'000'000
           + ns;
}

} // namespace

/// Parts below the log: sets of rows, places, times.
class LogRowsTest : public QObject
{
    Q_OBJECT

private slots:
    void SubsetNumbersItsRowsWithoutGaps()
    {
        HeadRecords records(1'000'000);
        auto all = std::make_shared<SourceRows>(records, 100);
        all->setCount(records.rowCount());
        RowSubset subset(all);
        std::vector<quint64> members;
        // A dense block, blocks left out, a sparse one, and the very last row.
        for (quint64 row = 0; row < 60'000; row += 2) {
            members.push_back(row);
        }
        for (const quint64 row : {400'000ULL, 400'001ULL, 470'000ULL, 999'899ULL}) {
            members.push_back(row);
        }
        subset.add(std::span(members).first(1000));
        subset.add(std::span(members).subspan(1000));
        QCOMPARE(subset.count(), quint64(members.size()));
        for (std::size_t row = 0; row < members.size(); ++row) {
            QCOMPARE(subset.sourceRow(row), members[row] + 100);
            QCOMPARE(subset.rowOf(members[row] + 100), std::optional<quint64>(row));
            const auto record = subset.read(row, 0);
            QVERIFY(record);
            QCOMPARE(record->row, members[row] + 100);
        }
        // Rows that are not in it: the next one is told.
        QCOMPARE(subset.firstFrom(0), quint64(0));
        QCOMPARE(subset.firstFrom(103), quint64(2));
        QCOMPARE(subset.firstFrom(300'000), quint64(30'000));
        QCOMPARE(subset.firstFrom(400'102), quint64(30'002));
        QCOMPARE(subset.firstFrom(2'000'000), subset.count());
        QVERIFY(!subset.rowOf(101));
        QVERIFY(!subset.rowOf(99));
        QVERIFY(!subset.read(subset.count(), 0));
    }

    void SubsetIsReadWhileItGrows()
    {
        HeadRecords records(2'000'000);
        auto all = std::make_shared<SourceRows>(records, 0);
        all->setCount(records.rowCount());
        RowSubset subset(all);
        std::thread writer([&subset] {
            std::vector<quint64> piece(1000);
            for (quint64 first = 0; first < 2'000'000; first += 2000) {
                for (quint64 place = 0; place < 1000; ++place) {
                    piece[place] = first + 2 * place;
                }
                subset.add(piece);
            }
        });
        quint64 wrong = 0;
        while (subset.count() < 1'000'000) {
            const quint64 count = subset.count();
            if (count > 0 && subset.sourceRow(count - 1) != 2 * (count - 1)) {
                ++wrong;
            }
        }
        writer.join();
        QCOMPARE(wrong, quint64(0));
    }

    void ScanFindsAllAndGoesOn()
    {
        HeadRecords records(300'000);
        auto all = std::make_shared<SourceRows>(records, 1);
        all->setCount(records.rowCount());
        HeadScan scan;
        std::vector<quint64> found;
        connect(&scan, &HeadScan::found, this, [&found](const std::vector<quint64>& rows) {
            found.insert(found.end(), rows.begin(), rows.end());
        });
        const auto isSecond = [](const auto& head) { return head.connection.value == 2; };
        scan.start(all, isSecond);
        QTRY_COMPARE(found.size(), std::size_t{100'000});
        // Row 1 of the session is the first that is shown.
        QCOMPARE(found.front(), quint64(0));
        QVERIFY(std::is_sorted(found.begin(), found.end()));
        QTRY_VERIFY(!scan.isRunning());
        records.grow(300);
        all->setCount(records.rowCount());
        scan.scanNewRows();
        QTRY_COMPARE(found.size(), std::size_t{100'100});
        // Another scan forgets the one before at once.
        scan.start(all, isSecond);
        found.clear();
        scan.start(all, [](const auto&) { return false; });
        QTRY_VERIFY(!scan.isRunning());
        QCOMPARE(found.size(), std::size_t{0});
    }

    void TimeIsFoundAmongAscendingTimes()
    {
        std::vector<qint64> times(1'000'000);
        for (std::size_t row = 0; row < times.size(); ++row) {
            times[row] = static_cast<qint64>(row) * 10;
        }
        const TimedRows rows(times);
        QCOMPARE(rowAtTime(rows, 0), std::optional<quint64>(0));
        QCOMPARE(rowAtTime(rows, 5'000'000), std::optional<quint64>(500'000));
        QCOMPARE(rowAtTime(rows, 5'000'001), std::optional<quint64>(500'001));
        QCOMPARE(rowAtTime(rows, 9'999'990), std::optional<quint64>(999'999));
        // Before the first and behind the last row.
        QCOMPARE(rowAtTime(rows, -7), std::optional<quint64>(0));
        QCOMPARE(rowAtTime(rows, 1'000'000'000), std::optional<quint64>(999'999));
        rows.looks = 0;
        static_cast<void>(rowAtTime(rows, 7'654'321));
        QVERIFY2(rows.looks < 3000, qPrintable(QString::number(rows.looks)));
    }

    /// Someone sets the clock back in the middle, and one message has a time far ahead.
    void TimeIsFoundAfterTheClockWasSetBack()
    {
        std::vector<qint64> times;
        for (qint64 row = 0; row < 100'000; ++row) {
            times.push_back(1'000'000 + row);
        }
        for (qint64 row = 0; row < 100'000; ++row) {
            times.push_back(500'000 + row);
        }
        times[50'000] = 90'000'000;
        const TimedRows rows(times);
        // Only in the second half.
        QCOMPARE(rowAtTime(rows, 550'000), std::optional<quint64>(150'000));
        // In the first.
        QCOMPARE(rowAtTime(rows, 1'020'000), std::optional<quint64>(20'000));
        // A place is always one where the time is passed.
        std::mt19937 random(7);
        for (int round = 0; round < 500; ++round) {
            const qint64 time = std::uniform_int_distribution<qint64>(400'000, 1'200'000)(random);
            const auto found = rowAtTime(rows, time);
            QVERIFY(found);
            const bool passed = *found > 0 && times[*found] >= time && times[*found - 1] < time;
            // Times that no row passes.
            const bool isOutside =
                time <= 500'000 || (time > 599'999 && time <= 1'000'000) || time > 1'099'999;
            QVERIFY2(passed || isOutside, qPrintable(QString::number(time)));
        }
        QVERIFY(!rowAtTime(TimedRows({}), 5));
        QCOMPARE(rowAtTime(TimedRows({3}), 5), std::optional<quint64>(0));
    }

    void PlacesAreReadAsPeopleWriteThem()
    {
        const QByteArray narrowSpace = QByteArray("12") + "\xE2\x80\xAF" + "345";
        for (const char* text :
             {"12345", " 12345 ", "12 345", "12,345", "12.345", narrowSpace.constData()}) {
            QCOMPARE(place(text).kind, Place::Kind::Row);
            QCOMPARE(place(text).number, qint64(12'345));
        }
        QCOMPARE(place("9102334567").number, qint64(9'102'334'567));
        QCOMPARE(place("+100").kind, Place::Kind::Step);
        QCOMPARE(place("+100").number, qint64(100));
        QCOMPARE(place("-1,000").number, qint64(-1000));
        QCOMPARE(place("14:03").wallNs, localNs(14, 3, 0, 0));
        QCOMPARE(place("14:03:07").wallNs, localNs(14, 3, 7, 0));
        QCOMPARE(place("14:03:07.5").wallNs, localNs(14, 3, 7, 500'000'000));
        QCOMPARE(place("14:03:07,123456789").wallNs, localNs(14, 3, 7, 123'456'789));
        QCOMPARE(place("2026-11-22 14:03:07").wallNs, localNs(14, 3, 7, 0));
        QCOMPARE(place("2026-11-22T14:03:07").wallNs, localNs(14, 3, 7, 0));
        QCOMPARE(place("14:03").kind, Place::Kind::Time);
        for (const char* wrong :
             {"", " ", "abc", "1 2", "12,34", "0x10", "24:00", "14:60", "14:03:07.", "+14:03",
              "2026-13-01 14:03", "9999999999999999999999", "999999-01-01 00:00", "--5", "+"}) {
            QVERIFY2(!parsePlace(QString::fromUtf8(wrong), QDate(2026, 11, 22)), wrong);
        }
    }

    void DurationsHaveTheUnitThatSuitsThem()
    {
        const QChar space(0x202F);
        const auto spaced = [space](const char* text) {
            return QString::fromUtf8(text).replace(QLatin1Char(' '), space);
        };
        QLocale::setDefault(QLocale::c());
        QCOMPARE(formatDuration(0), spaced("0 µs"));
        QCOMPARE(formatDuration(417'999), spaced("417 µs"));
        QCOMPARE(formatDuration(1'234'567), spaced("1.234 ms"));
        QCOMPARE(formatDuration(999'999'000), spaced("999.999 ms"));
        QCOMPARE(formatDuration(1'234'567'000), spaced("1.234567 s"));
        QCOMPARE(formatDuration(61'234'567'000), spaced("61.235 s"));
        QCOMPARE(formatDuration(-5'000), QChar(u'−') + spaced("5 µs"));
        // Times of files may be anything.
        constexpr auto least = std::numeric_limits<qint64>::min();
        QVERIFY(formatDuration(least).startsWith(QChar(u'−')));
        QCOMPARE(formatSeconds(least), QStringLiteral("−9223372036.854775"));
        QVERIFY(formatClock(least + 1).endsWith(QStringLiteral(".145224")));
        QVERIFY(formatClock(-1).endsWith(QStringLiteral(".999999")));
    }

    void LatencyIsTheTimeSinceTheRequest()
    {
        MemoryRecords records;
        const auto server = records.openEndpoint(pipecore::Role::Server, "orders");
        const auto first = records.connectPeer(server, 1, "a");
        const auto second = records.connectPeer(server, 2, "b");
        records.received(first, "question"); // row 3
        records.received(second, "another"); // row 4
        records.sent(first, "answer");       // row 5: 2 ms after row 3
        records.sent(first, "more of it");   // row 6: no answer to anything
        records.sent(second, "its answer");  // row 7: 3 ms after row 4
        records.received(first, "next");     // row 8: asks again, after a pause
        records.sent(first, "and again");    // row 9: 1 ms after row 8
        const auto rows = std::make_shared<SourceRows>(records, 0);
        rows->setCount(records.rowCount());
        const auto latency = [&](quint64 row) { return describeRow(*rows, row, {}).latency; };
        for (const quint64 row : {0, 1, 2, 3, 4, 6, 8}) {
            QVERIFY2(latency(row).isEmpty(), qPrintable(QString::number(row)));
        }
        QCOMPARE(latency(5), formatDuration(2'000'000));
        QCOMPARE(latency(7), formatDuration(3'000'000));
        QCOMPARE(latency(9), formatDuration(1'000'000));
        RowStyle without;
        without.withLatency = false;
        QVERIFY(describeRow(*rows, 5, without).latency.isEmpty());
    }
};

PIPESCOPE_GUILESS_TEST(LogRowsTest)
#include "tst_log_rows.moc"
