#include "exported.h"
#include "pcapng_builder.h"
#include "runner/register.h"

#include "pipecore/analysis/session_stats.h"
#include "pipecore/analysis/timeline.h"
#include "pipecore/base/elapsed.h"
#include "pipecore/filter/filter.h"

#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace pipecore;

namespace {

constexpr std::uint16_t user0 = 147;
constexpr std::uint32_t inbound = 1;
constexpr std::uint32_t outbound = 2;
constexpr qint64 second = 1'000'000'000;
constexpr qint64 latest = std::numeric_limits<qint64>::max();

} // namespace

/// Rows without a time, times at the ends of what there is, and clocks that were set back.
class RowTimesTest : public QObject
{
    Q_OBJECT

private slots:
    void NothingSaysATimeThatTheFileDoesNotSay_data()
    {
        QTest::addColumn<int>("format");
        for (const ExportFormatName& format : exportFormats()) {
            if (format.format != ExportFormat::Raw && format.format != ExportFormat::Pcapng) {
                QTest::newRow(std::string(format.word).c_str()) << int(format.format);
            }
        }
    }
    void NothingSaysATimeThatTheFileDoesNotSay()
    {
        QFETCH(const int, format);
        const auto session = open(simplePackets());
        QCOMPARE(session->head(0).wallNs, noTime);
        QCOMPARE(session->read(0, 10)->wallNs, noTime);
        const QByteArray text = m_exported.bytes(*session, static_cast<ExportFormat>(format));
        QVERIFY2(!text.contains("1970") && !text.contains("1677"), text.constData());
        QVERIFY(text.contains("hello"));
    }

    void FilterAndStatisticsLeaveThemOut()
    {
        PcapngBuilder file = simplePackets();
        file.packet(0, 5'000'000, "later");
        const auto session = open(file);
        const auto matches = [&](const char* text, std::uint64_t row) {
            const auto filter = Filter::parse(text);
            return filter && filter->matches(*session, row);
        };
        QVERIFY(!matches("time", 0));
        QVERIFY(!matches("time < \"2024-01-01\"", 0));
        QVERIFY(!matches("time != \"2024-01-01\"", 0));
        QVERIFY(!matches("delta", 1));
        QVERIFY(matches("time", 2));
        SessionStats stats(*session);
        QVERIFY(addRows(stats, *session));
        QCOMPARE(qint64(stats.connections()[0].firstNs), 5 * second);
        QCOMPARE(stats.connections()[0].durationNs, std::int64_t(0));
        Timeline timeline;
        timeline.add(Direction::Received, noTime);
        QVERIFY(timeline.spans().empty());
    }

    void FactsHaveNoTimeEither()
    {
        const auto session = open(simplePackets());
        const auto facts = session->facts().snapshot();
        QCOMPARE(facts.endpoints[0].openedNs, std::int64_t(0));
        QCOMPARE(facts.connections[0].sinceNs, std::int64_t(0));
    }

    void AClockThatWasSetBackGivesNoReplyTime()
    {
        PcapngBuilder file;
        file.section().interface(user0, "pipe", 9);
        file.packet(0, std::uint64_t(20 * second), "ask", inbound);
        file.packet(0, std::uint64_t(15 * second), "answer", outbound);
        file.packet(0, std::uint64_t(16 * second), "ask", inbound);
        file.packet(0, std::uint64_t(18 * second), "answer", outbound);
        const auto session = open(file);
        SessionStats stats(*session);
        QVERIFY(addRows(stats, *session));
        const auto latency = stats.connections()[0].latency;
        QCOMPARE(latency.replies, std::uint64_t(2));
        QCOMPARE(latency.timed, std::uint64_t(1));
        QCOMPARE(latency.unanswered, std::uint64_t(0));
        QCOMPARE(qint64(latency.longest), 2 * second);
        QVERIFY(latency.p50 >= 2 * second);
        const auto filter = Filter::parse("latency");
        QVERIFY(filter && !filter->matches(*session, 1) && filter->matches(*session, 3));
    }

    void TimesWithOffsets_data()
    {
        QTest::addColumn<quint64>("ticks"); // microseconds
        QTest::addColumn<qint64>("offset"); // seconds
        QTest::addColumn<qint64>("wallNs");
        constexpr quint64 us = 1'000'000;
        QTest::newRow("added") << 2 * us << qint64(1'000) << 1'002 * second;
        QTest::newRow("before 1970") << 2 * us << qint64(-3) << -second;
        QTest::newRow("a fraction before 1970")
            << quint64(2'250'000) << qint64(-3) << qint64(-750'000'000);
        // Values that do not fit alone fit as the sum.
        QTest::newRow("far ahead and far back")
            << 17'000'000'000'000 * us / 10'000 << qint64(-1'699'999'999) << second;
        QTest::newRow("more seconds than 292 years")
            << 18'000'000'000 * us << qint64(-18'000'000'000) << qint64(0);
        QTest::newRow("the last second")
            << quint64(775'807) << qint64(9'223'372'036) << latest - 78'968'807;
        QTest::newRow("too late") << 1 * us << qint64(9'223'372'036) << latest;
        QTest::newRow("far too late") << 1 * us << std::numeric_limits<qint64>::max() << latest;
        QTest::newRow("too early") << quint64(0) << qint64(-9'223'372'037) << -latest;
        QTest::newRow("far too early")
            << quint64(0) << std::numeric_limits<qint64>::min() << -latest;
        QTest::newRow("just not too early")
            << quint64(200'000) << qint64(-9'223'372'037) << -9'223'372'036 * second - 800'000'000;
    }
    void TimesWithOffsets()
    {
        QFETCH(const quint64, ticks);
        QFETCH(const qint64, offset);
        QFETCH(const qint64, wallNs);
        PcapngBuilder file;
        file.section().begin(1).u16(user0).u16(0).u32(0);
        file.u16(14).u16(8).u64(std::uint64_t(offset)).u32(0).end();
        file.packet(0, ticks, "x");
        QCOMPARE(qint64(open(file)->head(0).wallNs), wallNs);
    }

private:
    static PcapngBuilder simplePackets()
    {
        PcapngBuilder file;
        file.section().interface(user0);
        file.begin(3).u32(5).text("hello").pad().end();
        file.begin(3).u32(5).text("world").pad().end();
        return file;
    }

    std::unique_ptr<SessionFile> open(const PcapngBuilder& builder)
    {
        const QString path = m_folder.filePath(QStringLiteral("%1.pcapng").arg(++m_number));
        if (!builder.save(path)) {
            qFatal("cannot write the file");
        }
        auto file = SessionFile::open(toPath(path));
        if (!file) {
            qFatal("%s", describe(file.error()).c_str());
        }
        return std::move(*file);
    }

    Exported m_exported;
    QTemporaryDir m_folder;
    int m_number = 0;
};

PIPESCOPE_GUILESS_TEST(RowTimesTest)
#include "tst_row_times.moc"
