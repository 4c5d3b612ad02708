#include "export_writer.h"
#include "html_text.h"
#include "pipecore/analysis/session_stats.h"
#include "pipecore/base/clean_text.h"
#include "pipecore/base/elapsed.h"
#include "pipecore/base/figure_text.h"
#include "pipecore/base/time_text.h"
#include "pipecore/model/event_text.h"
#include "pipecore/payload/payload.h"
#include "row_names.h"

#include <algorithm>

namespace pipecore {

namespace {

/// Bytes of a message on the page; more slows browsers down.
constexpr std::size_t maxShownBytes = 4096;

/// The text itself where it is one, else a hex dump.
void appendPayload(std::string& page, ByteView payload)
{
    if (payload.empty()) {
        return;
    }
    page += "<pre>";
    std::size_t shown = std::min(payload.size(), maxShownBytes);
    if (const auto text = clipUtf8(asText(payload), maxShownBytes); isPlainText(text)) {
        shown = text.size();
        page += "<bdi>";
        appendHtml(page, text);
        page += "</bdi>";
    } else {
        appendHtml(page, hexDump(payload.first(shown)));
    }
    page += "</pre>\n";
    if (shown < payload.size()) {
        page += "<p class=\"muted\">" + countText(payload.size() - shown)
                + " more bytes not shown</p>\n";
    }
}

void appendNote(std::string& page, const Annotation& note)
{
    if (note.isEmpty()) {
        return;
    }
    page += "<p class=\"note\">";
    page += note.marked ? "\xE2\x98\x85 " : ""; // a star
    page += "<bdi>";
    appendHtml(page, note.comment);
    page += "</bdi></p>\n";
}

void cell(std::string& page, std::string_view text)
{
    page += "<td>";
    appendHtml(page, text);
    page += "</td>";
}

void number(std::string& page, std::string_view text)
{
    page += "<td class=\"number\">";
    appendHtml(page, text);
    page += "</td>";
}

void appendConnection(std::string& page, const ConnectionStats& connection)
{
    page += "<tr>";
    number(page, std::to_string(connection.id.value));
    cell(page, onOneLine(connection.pipe));
    cell(page, connection.peer ? onOneLine(peerText(*connection.peer)) : std::string());
    number(page, countText(connection.messagesReceived));
    number(page, countText(connection.bytesReceived));
    number(page, countText(connection.messagesSent));
    number(page, countText(connection.bytesSent));
    number(page,
           connection.firstNs == noTime ? std::string() : durationText(connection.durationNs));
    const ConnectionStats::Latency& latency = connection.latency;
    for (const std::int64_t ns : {latency.p50, latency.p90, latency.p99, latency.longest}) {
        number(page, latency.timed == 0 ? std::string() : durationText(ns));
    }
    page += "</tr>\n";
}

class HtmlWriter final : public ScanWriter
{
public:
    explicit HtmlWriter(const RecordSource& source)
        : ScanWriter(source)
        , m_names(source.facts())
        , m_stats(source)
    {}

    [[nodiscard]] bool wantsPreview() const override { return true; }
    void preview(const ScannedRow& row) override
    {
        const Record& record = row.record;
        m_stats.add(record);
        if (record.isMessage()) {
            m_timeline.add(record.message().direction, record.wallNs);
        }
        ++m_rows;
        if (m_firstNs == noTime) {
            m_firstNs = m_lastNs = record.wallNs;
        } else if (record.wallNs != noTime) {
            m_firstNs = std::min(m_firstNs, record.wallNs);
            m_lastNs = std::max(m_lastNs, record.wallNs);
        }
    }

    Result<void> begin(std::string& out) override
    {
        const auto connections = m_stats.connections();
        out += htmlHead();
        out += "<header>\n<h1>PipeScope session</h1>\n";
        if (m_firstNs != noTime) {
            out +=
                "<p class=\"muted\">" + utcText(m_firstNs) + " to " + utcText(m_lastNs) + "</p>\n";
        }
        appendSummary(out, connections);
        out += "</header>\n<main>\n";
        if (!connections.empty()) {
            appendTable(out, connections);
            out += "<h2>Timeline</h2>\n";
            appendTimeline(out, m_timeline);
        }
        out += "<h2>Rows</h2>\n";
        return {};
    }

    Result<void> end(std::string& out) override
    {
        out += "</main>\n</body>\n</html>\n";
        return {};
    }

private:
    void appendSummary(std::string& out, const std::vector<ConnectionStats>& connections) const
    {
        std::uint64_t messages = 0;
        std::uint64_t bytes = 0;
        for (const ConnectionStats& connection : connections) {
            messages += connection.messages();
            bytes += connection.bytes();
        }
        const auto counted = [](std::uint64_t count, std::string_view one, std::string_view more) {
            return countText(count) + " " + std::string(count == 1 ? one : more);
        };
        out += "<p>" + counted(m_rows, "row", "rows") + ": "
               + counted(messages, "message", "messages") + " of " + counted(bytes, "byte", "bytes")
               + " in all, on " + counted(connections.size(), "connection", "connections");
        if (m_stats.errors() != 0) {
            out += ", " + counted(m_stats.errors(), "error", "errors");
        }
        if (m_stats.dropped() != 0) {
            out += ", " + counted(m_stats.dropped(), "record lost", "records lost");
        }
        out += ".</p>\n";
    }

    static void appendTable(std::string& out, const std::vector<ConnectionStats>& connections)
    {
        out += "<h2>Connections</h2>\n<div class=\"scroll\"><table>\n<thead><tr>"
               "<th class=\"number\">#</th><th>Pipe</th><th>Peer</th>"
               "<th class=\"number\">Received</th><th class=\"number\">Bytes</th>"
               "<th class=\"number\">Sent</th><th class=\"number\">Bytes</th>"
               "<th class=\"number\">Time</th><th class=\"number\">Reply p50</th>"
               "<th class=\"number\">p90</th><th class=\"number\">p99</th>"
               "<th class=\"number\">Longest</th></tr></thead>\n<tbody>\n";
        for (const ConnectionStats& connection : connections) {
            appendConnection(out, connection);
        }
        out += "</tbody></table></div>\n";
    }

    Result<bool> add(const ScannedRow& row, std::string& out) override
    {
        const Record& record = row.record;
        const auto* const message = record.as<Message>();
        const std::string_view kind = message != nullptr ? wordFor(message->direction)
                                      : rowWords(record.kind()).weight == RowWeight::Error
                                          ? "error"
                                          : "event";
        out += "<div class=\"row ";
        out += kind;
        out += "\"><p><span class=\"muted\">#" + std::to_string(record.row + 1)
               + "</span> <span class=\"time\">" + utcText(record.wallNs) + "</span> <bdi>";
        appendHtml(out, onOneLine(m_names.pipe(record.endpoint)));
        out += "</bdi>";
        if (record.connection) {
            out += " <span class=\"muted\">connection</span> "
                   + std::to_string(record.connection.value);
        }
        out += " <bdi class=\"what\">";
        appendHtml(out, onOneLine(eventText(RowView(record, row.payload))));
        out += "</bdi></p>\n";
        appendNote(out, noteOf(row));
        if (message != nullptr) {
            appendPayload(out, row.payload);
        }
        out += "</div>\n";
        return true;
    }

    RowNames m_names;
    SessionStats m_stats;
    Timeline m_timeline;
    std::uint64_t m_rows = 0;
    std::int64_t m_firstNs = noTime; ///< of the rows that have a time
    std::int64_t m_lastNs = noTime;
};

} // namespace

std::unique_ptr<ExportWriter> makeHtmlWriter(const RecordSource& source)
{
    return std::make_unique<HtmlWriter>(source);
}

} // namespace pipecore
