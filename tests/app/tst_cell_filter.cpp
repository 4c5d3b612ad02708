#include "filter/cell_filter.h"
#include "memory_records.h"
#include "pipecore/filter/filter.h"
#include "rows/log_rows.h"
#include "runner/register.h"

#include <QTest>

using namespace pipescope;

/// Filters that the log writes itself.
class CellFilterTest : public QObject
{
    Q_OBJECT

private slots:
    void FilterLikeACell_data()
    {
        QTest::addColumn<quint64>("row");
        QTest::addColumn<LogColumn>("column");
        QTest::addColumn<QString>("filter");
        const auto row = [](quint64 number, LogColumn column, const char* filter) {
            QTest::addRow("%s", filter) << number << column << QString::fromUtf8(filter);
        };
        row(3, LogColumn::Connection, "conn == 1");
        row(3, LogColumn::Direction, "dir == in");
        row(4, LogColumn::Direction, "dir == out");
        row(3, LogColumn::Peer, "image == \"app.exe\"");
        row(3, LogColumn::Length, "len == 10");
        row(3, LogColumn::Preview, "text contains \"question 0\"");
        row(3, LogColumn::Number, "time >= \"2024-05-01T12:00:00.126456000Z\"");
        row(4, LogColumn::Latency, "latency >= 1000000ns");
        row(0, LogColumn::Preview, "kind == opened");
        row(1, LogColumn::Direction, "kind == connected");
        row(5, LogColumn::Preview, "data startswith 00:01:ff:80:00:00:00:00");
        row(6, LogColumn::Preview, "text contains \"two \\\"quoted\\\"\"");
        row(7, LogColumn::Preview, "len == 0");
    }

    void FilterLikeACell()
    {
        QFETCH(quint64, row);
        QFETCH(LogColumn, column);
        QFETCH(QString, filter);
        MemoryRecords records;
        const auto server = records.openEndpoint(pipecore::Role::Server, "\\\\.\\pipe\\orders");
        const auto app = records.connectPeer(server, 4120, "C:\\app\\app.exe");
        records.connectPeer(server, 988, "C:\\node\\node.exe");
        records.received(app, "question 0");
        records.sent(app, "answer 0");
        records.received(app, std::string_view("\x00\x01\xFF\x80\0\0\0\0\0\0", 10));
        records.received(app, "\r\ntwo \"quoted\"\nlines");
        records.received(app, "");
        SourceRows rows(records, 0);
        rows.setCount(records.rowCount());
        QCOMPARE(cellFilter(rows, row, column), filter);
        // It is right, lets the row pass, and its opposite does not.
        const auto parsed = pipecore::Filter::parse(filter.toStdString());
        QVERIFY(parsed);
        QVERIFY(parsed->matches(records, row));
        const auto opposite = pipecore::Filter::parse(negatedFilter(filter).toStdString());
        QVERIFY(opposite);
        QVERIFY(!opposite->matches(records, row));
    }

    void FiltersArePutTogether()
    {
        QCOMPARE(bothFilters(QString(), QStringLiteral("conn == 1")), QStringLiteral("conn == 1"));
        QCOMPARE(bothFilters(QStringLiteral("dir == in"), QStringLiteral("conn == 1")),
                 QStringLiteral("dir == in && conn == 1"));
        QCOMPARE(bothFilters(QStringLiteral("dir == in || mark"), QStringLiteral("conn == 1")),
                 QStringLiteral("(dir == in || mark) && conn == 1"));
        QCOMPARE(bothFilters(QStringLiteral("dir == in or mark"), QStringLiteral("conn == 1")),
                 QStringLiteral("(dir == in or mark) && conn == 1"));
    }
};

PIPESCOPE_GUI_TEST(CellFilterTest)
#include "tst_cell_filter.moc"
