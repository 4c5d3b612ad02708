#include "html_timeline.h"

#include "html_text.h"
#include "pipecore/base/figure_text.h"
#include "pipecore/base/time_text.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace pipecore {

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
