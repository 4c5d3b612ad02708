#include "rows/log_rows.h"
#include "rows/row_text.h"
#include "rows/time_format.h"
#include "runner/register.h"
#include "test_paths.h"

#include "pipecore/analysis/framed_rows.h"
#include "pipecore/analysis/pairing.h"
#include "pipecore/analysis/session_stats.h"
#include "pipecore/base/elapsed.h"
#include "pipecore/base/figure_text.h"
#include "pipecore/export/export.h"
#include "pipecore/filter/filter.h"

#include <QTest>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>

using namespace pipecore;

/// The log, the filter, the statistics and the report have the same replies with the same times, in the recorded
/// conversation of a language server that answers out of order.
class LogLatencyTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        const QString path = QStringLiteral(PIPESCOPE_TESTS_DIR "/recordings/lsp-clangd.pcapng");
        auto file = SessionFile::open(std::filesystem::path(path.toStdU16String()));
        QVERIFY(file);
        m_file = std::move(*file);
        m_frames = std::make_unique<FramedRows>(*m_file, [](const EndpointFacts&) {
            return std::optional(FramingRule::parse("headers").value());
        });
        QVERIFY(m_frames->update());
        m_frames->finish();
        for (std::uint64_t row = 0; row < m_frames->rowCount(); ++row) {
            if (const auto request = requestOf(*m_frames, row)) {
                m_times[row] =
                    elapsedNs(m_frames->head(*request).wallNs, m_frames->head(row).wallNs);
            }
        }
        QCOMPARE(m_times.size(), std::size_t(5));
    }
    void cleanup()
    {
        m_times.clear();
        m_frames.reset();
        m_file.reset();
    }

    void Log()
    {
        pipescope::SourceRows rows(*m_frames, 0);
        rows.setCount(m_frames->rowCount());
        for (std::uint64_t row = 0; row < m_frames->rowCount(); ++row) {
            const auto time = m_times.find(row);
            const QString latency = pipescope::describeRow(rows, row, {}).latency;
            QCOMPARE(latency,
                     time == m_times.end() ? QString() : pipescope::formatDuration(time->second));
        }
    }

    void FilterByLatency()
    {
        for (std::uint64_t row = 0; row < m_frames->rowCount(); ++row) {
            const auto time = m_times.find(row);
            const bool isReply = time != m_times.end();
            QCOMPARE(Filter::parse("latency")->matches(*m_frames, row), isReply);
            if (isReply) {
                const std::string ns = std::to_string(time->second) + "ns";
                QVERIFY(Filter::parse("latency == " + ns)->matches(*m_frames, row));
                QVERIFY(!Filter::parse("latency > " + ns)->matches(*m_frames, row));
            }
        }
    }

    void StatisticsAndReport()
    {
        const auto longest =
            std::ranges::max_element(m_times, {}, [](const auto& time) { return time.second; });
        SessionStats stats(*m_frames);
        QVERIFY(addRows(stats, *m_frames));
        QCOMPARE(stats.connections().size(), std::size_t(1));
        const ConnectionStats::Latency latency = stats.connections().front().latency;
        QCOMPARE(latency.replies, std::uint64_t(m_times.size()));
        QCOMPARE(latency.unanswered, std::uint64_t(0));
        QCOMPARE(latency.longest, longest->second);

        QByteArray report;
        QVERIFY(exportRows(*m_frames, {}, ExportFormat::Html, [&report](ByteView part) {
            report.append(reinterpret_cast<const char*>(part.data()), qsizetype(part.size()));
            return Result<void>();
        }));
        // The percentiles of the connection end with the longest time.
        QVERIFY(report.contains('>' + QByteArray::fromStdString(durationText(longest->second))
                                + "</td></tr>"));
    }

private:
    std::unique_ptr<SessionFile> m_file;
    std::unique_ptr<FramedRows> m_frames;
    std::map<std::uint64_t, std::int64_t> m_times; ///< of the replies
};

PIPESCOPE_APPLESS_TEST(LogLatencyTest)

#include "tst_log_latency.moc"
