#include "pipecore/model/row_set.h"
#include "runner/register.h"

#include <QTest>

#include <algorithm>
#include <set>
#include <vector>

using namespace pipecore;

/// Numbers of rows, kept small.
class RowSetTest : public QObject
{
    Q_OBJECT

private slots:
    void RowsAtEqualDistancesAreFound_data()
    {
        QTest::addColumn<std::uint64_t>("step");
        QTest::newRow("every row") << std::uint64_t{1};
        QTest::newRow("every third") << std::uint64_t{3};
        QTest::newRow("rare") << std::uint64_t{9973};
    }

    void RowsAtEqualDistancesAreFound()
    {
        QFETCH(const std::uint64_t, step);
        RowSet set;
        const std::uint64_t end = 3 * RowSet::blockRows;
        for (std::uint64_t row = 5; row < end; row += step) {
            set.add(row);
        }
        const std::uint64_t last = 5 + (end - 6) / step * step;
        QCOMPARE(set.size(), (last - 5) / step + 1);
        for (std::uint64_t row = 0; row < end; row += 997) {
            const bool isMember = row >= 5 && (row - 5) % step == 0;
            QCOMPARE(set.contains(row), isMember);
            QCOMPARE(set.rank(row), row <= 5 ? 0 : (row - 6) / step + 1);
            const std::uint64_t behind = row <= 5 ? 5 : 5 + (row - 5 + step - 1) / step * step;
            QCOMPARE(set.next(row), behind <= last ? std::optional(behind) : std::nullopt);
            QCOMPARE(set.previous(row),
                     row < 5 ? std::nullopt
                             : std::optional(std::min(last, row - (row - 5) % step)));
        }
        QCOMPARE(set.next(end), std::nullopt);
        QCOMPARE(set.previous(std::uint64_t{1} << 40U), std::optional(last));
    }

    void AnswersLikeASortedSetAndIsSmall()
    {
        RowSet list;
        std::set<std::uint64_t> expected;
        std::vector<std::uint64_t> rows;
        std::uint64_t row = 0;
        std::uint32_t state = 7;
        // Rare rows, then every row, then every other, across blocks and far apart.
        for (int i = 0; i < 200'000; ++i) {
            state = state * 1664525U + 1013904223U;
            row += i < 5'000 ? 1 + (state >> 20U) : i < 120'000 ? 1 : 2;
            row += i == 150'000 ? std::uint64_t{1} << 40 : 0;
            rows.push_back(row);
            expected.insert(row);
        }
        QCOMPARE(list.next(0), std::nullopt);
        QCOMPARE(list.previous(5), std::nullopt);
        list.add(std::span(rows).first(77'777));
        list.add(std::span(rows).subspan(77'777));
        QCOMPARE(list.size(), std::uint64_t(rows.size()));
        QVERIFY2(list.memory() < 200'000, qPrintable(QString::number(list.memory())));
        for (std::size_t i = 0; i < rows.size(); i += 97) {
            QCOMPARE(list.at(i), rows[i]);
            QCOMPARE(list.rank(rows[i]), std::uint64_t(i));
            QCOMPARE(list.rank(rows[i] + 1), std::uint64_t(i + 1));
            QVERIFY(list.contains(rows[i]));
            QCOMPARE(list.contains(rows[i] + 1), expected.contains(rows[i] + 1));
            QCOMPARE(list.next(rows[i]), std::optional(rows[i]));
            const auto behind = expected.upper_bound(rows[i]);
            QCOMPARE(list.next(rows[i] + 1),
                     behind == expected.end() ? std::nullopt : std::optional(*behind));
            if (i > 0) {
                QCOMPARE(list.previous(rows[i] - 1), std::optional(rows[i - 1]));
            }
        }
        QCOMPARE(list.next(rows.back() + 1), std::nullopt);
        QCOMPARE(list.previous(UINT64_MAX), std::optional(rows.back()));
    }

    /// As a search does that begins in the middle and then goes on at the top.
    void BlocksMayBeFilledInAnyOrder()
    {
        RowSet set;
        std::vector<std::uint64_t> rows;
        for (const std::uint64_t block : {7U, 8U, 12U, 0U, 3U, 9U}) {
            const std::uint64_t first = block * RowSet::blockRows;
            std::vector<std::uint64_t> some;
            for (std::uint64_t row = first; row < first + RowSet::blockRows; row += 1 + block * 5) {
                some.push_back(row);
            }
            // Half of a block at once, the rest one by one.
            set.add(std::span(some).first(some.size() / 2));
            for (const std::uint64_t row : std::span(some).subspan(some.size() / 2)) {
                set.add(row);
            }
            rows.insert(rows.end(), some.begin(), some.end());
            std::ranges::sort(rows);
            QCOMPARE(set.size(), std::uint64_t(rows.size()));
            for (std::size_t place = 0; place < rows.size(); place += 1009) {
                QCOMPARE(set.at(place), rows[place]);
                QCOMPARE(set.rank(rows[place]), std::uint64_t(place));
            }
            QCOMPARE(set.previous(~std::uint64_t{0}), std::optional(rows.back()));
        }
        std::vector<std::uint64_t> all;
        for (auto some = set.stretch(0); !some.empty(); some = set.stretch(some.back() + 1)) {
            all.insert(all.end(), some.begin(), some.end());
        }
        QCOMPARE(all, rows);
        set.clear();
        QCOMPARE(set.size(), std::uint64_t(0));
        QCOMPARE(set.next(0), std::nullopt);
        QVERIFY(!set.contains(7 * RowSet::blockRows));
    }
};

PIPESCOPE_GUILESS_TEST(RowSetTest)
#include "tst_row_set.moc"
