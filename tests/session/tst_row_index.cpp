#include "pipecore/session/row_index.h"
#include "runner/register.h"

#include <QTest>

#include <atomic>
#include <limits>
#include <thread>
#include <vector>

using namespace pipecore;

namespace {

using Row = RowIndex::Row;
constexpr std::int64_t second = 1'000'000'000;

/// A row of an ordinary session: 132 bytes a message, half a microsecond apart.
Row ordinaryRow(std::uint64_t number)
{
    return {.offset = 400 + number * 200,
            .wallNs = 1'700'000'000 * second + static_cast<std::int64_t>(number) * 500,
            .length = 132,
            .track = static_cast<std::uint32_t>(number % 3),
            .kind = RecordKind::Message,
            .direction = number % 2 == 0 ? Direction::Received : Direction::Sent,
            .continues = number % 5 == 0};
}

/// A random row, possibly far from its neighbours.
Row anyRow(std::uint64_t number)
{
    const std::uint64_t noise = (number + 1) * 0x9E3779B97F4A7C15U;
    Row row = ordinaryRow(number);
    row.kind = static_cast<RecordKind>(noise % RowIndex::maxKinds);
    row.split = (noise >> 8U) % 2 == 0;
    switch ((noise >> 16U) % 8) {
    case 0: row.offset = noise; break;
    case 1: row.wallNs = static_cast<std::int64_t>(noise); break;
    case 2: row.length = noise; break;
    case 3: row.track = static_cast<std::uint32_t>(noise >> 32U); break;
    default: break;
    }
    return row;
}

Track trackOf(std::uint64_t connection)
{
    Track track;
    track.connection.value = connection;
    return track;
}

std::uint64_t firstWrong(const RowIndex& index, Row (*expected)(std::uint64_t))
{
    for (std::uint64_t number = 0; number < index.rowCount(); ++number) {
        if (index.row(number) != expected(number)) {
            return number;
        }
    }
    return index.rowCount();
}

void add(RowIndex& index, std::uint64_t rows, Row (*which)(std::uint64_t))
{
    for (const std::uint64_t end = index.addedRows() + rows; index.addedRows() < end;) {
        index.addRow(which(index.addedRows()));
    }
}

} // namespace

/// Memory of each row.
class RowIndexTest : public QObject
{
    Q_OBJECT

private slots:
    void RowTakesLessThanSixteenBytes()
    {
        QCOMPARE(RowIndex::bytesPerRow, 15.25);
        RowIndex index;
        constexpr std::uint64_t rows = 64 * 1000;
        add(index, rows, ordinaryRow);
        index.publish();
        QCOMPARE(firstWrong(index, ordinaryRow), rows);
        QCOMPARE(static_cast<double>(index.bytesOfRows()), RowIndex::bytesPerRow * double(rows));
    }

    void WhatDoesNotFitIsKeptAllTheSame_data()
    {
        QTest::addColumn<quint64>("offset");
        QTest::addColumn<qint64>("wallNs");
        QTest::addColumn<quint64>("length");
        QTest::addColumn<quint32>("track");
        QTest::addColumn<bool>("fits");
        using Times = std::numeric_limits<qint64>;
        constexpr quint64 start = 4096;
        constexpr quint64 maxOffset = quint64{4} << 24U;
        constexpr quint64 maxLength = quint64{1} << 23U;
        constexpr qint64 maxTime = qint64{1} << 39U;
        const auto row = [](const char* name, quint64 offset, qint64 wallNs, quint64 length,
                            quint32 track, bool fits) {
            QTest::newRow(name) << offset << wallNs << length << track << fits;
        };
        row("the same", start, 0, 0, 0, true);
        row("far away", start + maxOffset - 4, 0, 0, 0, true);
        row("too far away", start + maxOffset, 0, 0, 0, false);
        row("in front", start - 4, 0, 0, 0, false);
        row("no multiple of four", start + 6, 0, 0, 0, false);
        row("at the end of the world", ~quint64{0} - 3, 0, 0, 0, false);
        row("nine minutes later", start, maxTime - 1, 0, 0, true);
        row("longer later", start, maxTime, 0, 0, false);
        row("nine minutes earlier", start, 1 - maxTime, 0, 0, true);
        row("longer earlier", start, -maxTime, 0, 0, false);
        row("still longer earlier", start, -maxTime - 1, 0, 0, false);
        row("the last of all times", start, Times::max(), 0, 0, false);
        row("the first of all times", start, Times::min(), 0, 0, false);
        row("8 MiB", start, 0, maxLength - 1, 0, true);
        row("more than 8 MiB", start, 0, maxLength, 0, false);
        row("the longest of all", start, 0, ~quint64{0}, 0, false);
        row("16 million tracks", start, 0, 0, (quint32{1} << 24U) - 1, true);
        row("more tracks", start, 0, 0, quint32{1} << 24U, false);
        row("nothing fits", ~quint64{0}, Times::min(), ~quint64{0}, ~quint32{0}, false);
    }
    void WhatDoesNotFitIsKeptAllTheSame()
    {
        QFETCH(quint64, offset);
        QFETCH(qint64, wallNs);
        QFETCH(quint64, length);
        QFETCH(quint32, track);
        QFETCH(bool, fits);
        RowIndex index;
        index.addRow({.offset = 4096});
        const Row row{.offset = offset,
                      .wallNs = wallNs,
                      .length = length,
                      .track = track,
                      .kind = static_cast<RecordKind>(RowIndex::maxKinds - 1),
                      .split = true,
                      .direction = Direction::Sent,
                      .continues = true};
        index.addRow(row);
        index.publish();
        const std::uint64_t packed = index.bytesOfRows();
        QVERIFY(index.row(1) == row);
        // Of the same size as two rows that fit, or not.
        RowIndex ordinary;
        add(ordinary, 2, ordinaryRow);
        ordinary.publish();
        QCOMPARE(packed == ordinary.bytesOfRows(), fits);
        QVERIFY(packed <= ordinary.bytesOfRows() + 32);
    }

    void TimesAreDifferencesAcrossAllOf64Bits()
    {
        using Times = std::numeric_limits<std::int64_t>;
        RowIndex index;
        const std::vector<std::int64_t> times = {Times::max(), Times::min(), Times::max() - 1, 0,
                                                 -1,           Times::min(), Times::max()};
        for (const std::int64_t time : times) {
            index.addRow({.wallNs = time});
        }
        index.publish();
        for (std::size_t row = 0; row < times.size(); ++row) {
            QCOMPARE(index.row(row).wallNs, times[row]);
        }
    }

    void RolledBackRowsLeaveNoTrace()
    {
        // Published and taken back at every place of a group of 64, with rows that do not fit.
        RowIndex index;
        for (std::uint64_t step = 1; step < 200; ++step) {
            add(index, step * 7 % 130, ordinaryRow);
            index.rollback();
            QCOMPARE(index.addedRows(), index.rowCount());
            add(index, step % 67, anyRow);
            index.publish();
        }
        QVERIFY(index.rowCount() > 5000);
        QCOMPARE(firstWrong(index, anyRow), index.rowCount());
    }

    void RowsOfAStreamAreOnlyCounted()
    {
        RowIndex index;
        std::uint64_t rows = 0;
        for (std::uint64_t step = 0; step < 100; ++step) {
            const auto track = index.trackFor(trackOf(step));
            QCOMPARE(track, std::uint32_t(step));
            add(index, step, anyRow);
            rows += step;
            index.publishWithoutRows();
            QCOMPARE(index.addedRows(), rows);
            QCOMPARE(index.rowCount(), std::uint64_t(0));
            QCOMPARE(index.bytesOfRows(), std::uint64_t(0));
        }
        QCOMPARE(index.track(7).connection.value, std::uint64_t(7));
    }

    /// Under ThreadSanitizer this says whether a lock is missing.
    void PublishedRowsAreReadWhileOthersAreAdded()
    {
        RowIndex index;
        std::atomic<bool> done{false};
        std::atomic<std::uint64_t> wrong{0};
        const auto reader = [&](std::uint64_t step) {
            std::uint64_t seen = 0;
            bool last = false;
            do {
                last = done.load();
                const std::uint64_t rows = index.rowCount();
                for (; seen < rows; seen += step) {
                    const Row row = index.row(seen);
                    const auto& track = index.track(static_cast<std::uint32_t>(seen % 100));
                    wrong += row == anyRow(seen) && track.connection.value == seen % 100 ? 0 : 1;
                }
            } while (!last);
        };
        for (std::uint64_t connection = 0; connection < 100; ++connection) {
            static_cast<void>(index.trackFor(trackOf(connection)));
        }
        std::thread all(reader, 1);
        std::thread some(reader, 13);
        for (std::uint64_t step = 0; step < 2000; ++step) {
            add(index, 1 + step % 90, anyRow);
            if (step % 7 == 3) {
                index.rollback();
            } else {
                index.publish();
            }
        }
        done = true;
        all.join();
        some.join();
        QVERIFY(index.rowCount() > 50'000);
        QCOMPARE(wrong.load(), std::uint64_t(0));
    }
};

PIPESCOPE_GUILESS_TEST(RowIndexTest)
#include "tst_row_index.moc"
