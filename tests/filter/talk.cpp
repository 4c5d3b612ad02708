#include "talk.h"

#include "conversation.h"
#include "exported.h"

#include "pipecore/analysis/framed_rows.h"
#include "pipecore/analysis/pairing.h"
#include "pipecore/analysis/session_stats.h"
#include "pipecore/base/elapsed.h"
#include "pipecore/base/figure_text.h"

#include <algorithm>

using namespace pipecore;

Talk::Talk(Role role)
{
    if (role == Role::Server) {
        script.server(1, "pipe");
    } else {
        script.client(1, "pipe");
    }
}

Talk& Talk::say(std::int64_t when, Direction direction, std::string_view text)
{
    script.at(beginNs + when * ms);
    script.message(1, 1, direction, toBytes(text));
    return *this;
}

QString agreedReplies(const RecordSource& source)
{
    std::vector<std::uint64_t> answers;
    std::int64_t longest = 0;
    QStringList replies;
    for (std::uint64_t row = 0; row < source.rowCount(); ++row) {
        if (const auto request = requestOf(source, row)) {
            const auto latency = elapsedNs(source.head(*request).wallNs, source.head(row).wallNs);
            answers.push_back(row);
            replies += QStringLiteral("%1>%2 %3ms").arg(row).arg(*request).arg(latency / ms);
            longest = std::max(longest, latency);
            if (replyOf(source, *request) != row) {
                return QStringLiteral("forward differs");
            }
            if (!Filter::parse("latency == " + std::to_string(latency) + "ns")
                     ->matches(source, row)) {
                return QStringLiteral("filter differs");
            }
        }
    }
    if (listOf(rowsOf(source, *Filter::parse("latency"))) != listOf(answers)) {
        return QStringLiteral("filter has others");
    }
    SessionStats stats(source);
    if (!addRows(stats, source)) {
        return QStringLiteral("no statistics");
    }
    std::uint64_t counted = 0;
    std::int64_t longestCounted = 0;
    for (const ConnectionStats& connection : stats.connections()) {
        counted += connection.latency.replies;
        longestCounted = std::max(longestCounted, connection.latency.longest);
    }
    if (counted != answers.size() || longestCounted != longest) {
        return QStringLiteral("statistics differ");
    }
    // Four percentiles of a connection are the last cells of its row.
    const QByteArray cell =
        answers.empty() ? "<td class=\"number\"></td></tr>"
                        : ">" + QByteArray::fromStdString(durationText(longest)) + "</td></tr>";
    if (!Exported().bytes(source, ExportFormat::Html).contains(cell)) {
        return QStringLiteral("report differs");
    }
    return replies.join(QStringLiteral(", "));
}

QString repliesOf(const SessionScript& script)
{
    const Recorded session(script);
    return agreedReplies(session.file());
}

QString framedReplies(const SessionScript& script, std::string_view rule)
{
    const Recorded session(script);
    FramedRows rows(session.file(), [rule](const EndpointFacts&) {
        return std::optional(FramingRule::parse(rule).value());
    });
    if (!rows.update()) {
        return QStringLiteral("no frames");
    }
    rows.finish();
    return agreedReplies(rows);
}

std::uint64_t unansweredOf(const RecordSource& source)
{
    SessionStats stats(source);
    return addRows(stats, source) ? stats.connections().at(0).latency.unanswered : 999;
}
