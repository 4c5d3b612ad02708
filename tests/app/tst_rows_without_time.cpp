#include "filter/cell_filter.h"
#include "pipecore/base/elapsed.h"
#include "pipecore/session/session.h"
#include "rows/row_text.h"
#include "rows/time_search.h"
#include "runner/register.h"
#include "widgets/formatting.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pipescope;

/// Rows of a file that does not say when they were: the log shows no time, in any format.
class RowsWithoutTimeTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        // A section, an interface, two Simple Packets.
        const QByteArray bytes =
            QByteArray::fromHex("0a0d0d0a1c0000004d3c2b1a01000000ffffffffffffffff"
                                "1c000000"
                                "01000000140000009300000000000000"
                                "14000000"
                                "03000000140000000300000061736b00"
                                "14000000"
                                "03000000140000000300000061736b00"
                                "14000000");
        const QString path = m_folder.filePath(QStringLiteral("simple.pcapng"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        auto opened = pipecore::SessionFile::open(path.toStdU16String());
        QVERIFY(opened);
        m_session = std::move(*opened);
        QCOMPARE(m_session->rowCount(), std::uint64_t(2));
    }

    void NoFormatShowsATime_data()
    {
        QTest::addColumn<int>("format");
        QTest::newRow("absolute") << int(TimeFormat::Absolute);
        QTest::newRow("since the first row") << int(TimeFormat::Relative);
        QTest::newRow("since the row before") << int(TimeFormat::Delta);
    }
    void NoFormatShowsATime()
    {
        QFETCH(const int, format);
        SourceRows rows(*m_session, 0);
        rows.setCount(2);
        for (const quint64 row : {0U, 1U}) {
            const RowText text = describeRow(rows, row, static_cast<TimeFormat>(format));
            QCOMPARE(text.time, QString());
            QCOMPARE(text.preview, QStringLiteral("ask"));
        }
    }

    void NothingComparesWithIt()
    {
        SourceRows rows(*m_session, 0);
        rows.setCount(2);
        QCOMPARE(cellFilter(rows, 0, LogColumn::Time), QString());
        QCOMPARE(rowAtTime(rows, 0, nullptr), std::optional<quint64>());
        QCOMPARE(formatClock(pipecore::noTime), QString());
        QCOMPARE(formatDateTime(pipecore::noTime), QString());
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<pipecore::SessionFile> m_session;
};

PIPESCOPE_GUI_TEST(RowsWithoutTimeTest)
#include "tst_rows_without_time.moc"
