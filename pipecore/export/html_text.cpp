#include "html_text.h"

#include "pipecore/base/clean_text.h"
#include "pipecore/base/figure_text.h"
#include "pipecore/base/time_text.h"
#include "pipecore/base/utf8.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace pipecore {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD

std::string_view entityOf(char c)
{
    switch (c) {
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '&': return "&amp;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return {};
    }
}

} // namespace

void appendHtml(std::string& page, std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        if (const auto entity = entityOf(text[i]); !entity.empty()) {
            page += entity;
            ++i;
            continue;
        }
        if (text.substr(i, 2) == "\r\n") {
            ++i; // one line break, as what follows says
        }
        const Utf8Step step = decodeUtf8(text, i);
        const bool isSpace = text[i] == '\n' || text[i] == '\t';
        page += isSpace || (step.valid && isPrintable(step.codePoint)) ? text.substr(i, step.length)
                                                                       : replacement;
        i += step.length;
    }
}

std::string htmlText(std::string_view text)
{
    std::string escaped;
    appendHtml(escaped, text);
    return escaped;
}

std::string_view htmlHead()
{
    // The policy forbids the page to load or run anything, whatever a message may hold.
    return R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>PipeScope session</title>
<style>
:root { --window: #F5F6F8; --base: #FFFFFF; --text: #1F2430; --muted: #667085; --line: #E2E5EA;
  --received: #0F766E; --received-back: #F0FDFA; --sent: #B45309; --sent-back: #FFFBEB;
  --event: #475467; --error: #B42318; }
@media (prefers-color-scheme: dark) {
  :root { --window: #1B1E23; --base: #15181C; --text: #E6E8EB; --muted: #98A2B3; --line: #2C313A;
    --received: #5EEAD4; --received-back: #10302D; --sent: #FCD34D; --sent-back: #33260C;
    --event: #98A2B3; --error: #F97066; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 24px 16px; background: var(--window);
  color: var(--text); font: 15px/1.5 system-ui, "Segoe UI", sans-serif; }
h1 { font-size: 1.5rem; margin: 0 0 4px; }
h2 { font-size: 1.1rem; margin: 32px 0 8px; }
p { margin: 0 0 8px; }
.muted, th, .time { color: var(--muted); }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 6px;
  background: var(--base); }
table { border-collapse: collapse; width: 100%; }
th, td { padding: 6px 12px; text-align: left; white-space: nowrap;
  border-bottom: 1px solid var(--line); }
tr:last-child td { border-bottom: 0; }
th { font-weight: 500; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
svg { display: block; width: 100%; height: auto; }
svg text { fill: var(--muted); font: 12px system-ui, "Segoe UI", sans-serif; }
svg .received { fill: var(--received); }
svg .sent { fill: var(--sent); }
svg .axis { stroke: var(--line); }
.row { padding: 6px 12px; background: var(--base); border: 1px solid var(--line);
  border-bottom: 0; content-visibility: auto; contain-intrinsic-size: auto 4em; }
.row:last-of-type { border-bottom: 1px solid var(--line); }
.row p { margin: 0; font-variant-numeric: tabular-nums; }
.row.received { background: var(--received-back); }
.row.sent { background: var(--sent-back); }
.row.received .what { color: var(--received); }
.row.sent .what { color: var(--sent); }
.row.event .what { color: var(--event); }
.row.error .what { color: var(--error); }
.row .note { font-weight: 600; white-space: pre-wrap; }
pre { margin: 4px 0; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere;
  font: 13px/1.45 "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace; }
bdi { unicode-bidi: isolate; }
@media print { .row { break-inside: avoid; } }
</style>
</head>
<body>
)";
}

namespace {

// Of the picture, in its own units. Received grows upwards from the middle, sent downwards.
constexpr double pageWidth = 1'000;
constexpr double left = 8;
constexpr double middle = 90;
constexpr double maxBarHeight = 70;
constexpr double height = 190;

std::string figure(double value)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f", value);
    return text.data();
}

void appendBar(std::string& page, std::string_view kind, double x, double y, double barWidth,
               double barHeight)
{
    page += "<rect class=\"";
    page += kind;
    page += "\" x=\"" + figure(x) + "\" y=\"" + figure(y) + "\" width=\"" + figure(barWidth)
            + "\" height=\"" + figure(barHeight) + "\"/>";
}

void appendLabel(std::string& page, double x, double y, std::string_view anchor,
                 std::string_view text)
{
    page += "<text x=\"" + figure(x) + "\" y=\"" + figure(y) + "\" text-anchor=\"";
    page += anchor;
    page += "\">";
    page += text;
    page += "</text>\n";
}

} // namespace

void appendTimeline(std::string& page, const Timeline& timeline)
{
    const auto spans = timeline.spans();
    if (spans.empty()) {
        return;
    }
    std::uint64_t peak = 1;
    for (const Timeline::Span& span : spans) {
        peak = std::max({peak, span.received, span.sent});
    }
    const double step = (pageWidth - 2 * left) / static_cast<double>(spans.size());
    const double barWidth = std::min(step * 0.9, 24.0);

    page += "<div class=\"scroll\"><svg viewBox=\"0 0 1000 190\" role=\"img\" "
            "aria-label=\"Messages over time: received above the line, sent below\">\n";
    page += "<line class=\"axis\" x1=\"0\" x2=\"1000\" y1=\"90\" y2=\"90\"/>\n";
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const double x = left + step * static_cast<double>(i);
        const auto lengthOf = [&](std::uint64_t count) {
            return std::max(1.0,
                            maxBarHeight * static_cast<double>(count) / static_cast<double>(peak));
        };
        if (spans[i].received != 0) {
            const double length = lengthOf(spans[i].received);
            appendBar(page, "received", x, middle - 1 - length, barWidth, length);
        }
        if (spans[i].sent != 0) {
            appendBar(page, "sent", x, middle + 1, barWidth, lengthOf(spans[i].sent));
        }
    }
    page += '\n';
    const std::int64_t end =
        timeline.beginNs() + static_cast<std::int64_t>(spans.size()) * timeline.spanNs();
    appendLabel(page, left, 14, "start",
                "\xE2\x86\x90 received; largest bar: " + countText(peak)
                    + (peak == 1 ? " message in " : " messages in ")
                    + durationText(timeline.spanNs()));
    appendLabel(page, left, height - 22, "start", "\xE2\x86\x92 sent");
    appendLabel(page, left, height - 6, "start", utcText(timeline.beginNs()));
    appendLabel(page, pageWidth - left, height - 6, "end", utcText(end));
    page += "</svg></div>\n";
}

} // namespace pipecore
