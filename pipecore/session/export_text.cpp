#include "pipecore/payload.h"
#include "pipecore/session.h"
#include "session/event_text.h"
#include "session/partial_file.h"

#include <algorithm>
#include <chrono>
#include <limits>

namespace pipecore {

namespace {

std::string digits(std::uint64_t number, std::size_t width)
{
    const std::string text = std::to_string(number);
    return std::string(width - std::min(width, text.size()), '0') + text;
}

/// `2025-01-31 23:59:59.123456789 UTC`
std::string timeText(std::int64_t wallNs)
{
    using namespace std::chrono;
    const sys_time<nanoseconds> moment{nanoseconds(wallNs)};
    const auto day = floor<days>(moment);
    const year_month_day date(day);
    const hh_mm_ss time(moment - day);
    const auto number = [](auto duration) { return static_cast<std::uint64_t>(duration.count()); };
    return std::to_string(static_cast<int>(date.year())) + "-"
           + digits(static_cast<unsigned>(date.month()), 2) + "-"
           + digits(static_cast<unsigned>(date.day()), 2) + " " + digits(number(time.hours()), 2)
           + ":" + digits(number(time.minutes()), 2) + ":" + digits(number(time.seconds()), 2) + "."
           + digits(number(time.subseconds()), 9) + " UTC";
}

std::string rowText(const RecordSource& source, const Record& record)
{
    std::string line = "#" + std::to_string(record.row) + "  " + timeText(record.wallNs);
    if (record.endpoint) {
        const auto endpoint = source.facts().endpoint(record.endpoint);
        if (endpoint && !endpoint->name.empty()) {
            line += "  " + endpoint->name;
        }
    }
    if (record.connection) {
        line += "  connection " + std::to_string(record.connection.value);
        const auto connection = source.facts().connection(record.connection);
        if (record.kind == RecordKind::Message && connection && connection->peer) {
            line += "  " + peerText(*connection->peer);
        }
    }
    line += "  " + eventText(record) + "\n";
    // One line of facts stays one line, whatever a name or an error holds.
    std::ranges::replace_if(
        line.begin(), line.end() - 1, [](char c) { return c >= 0 && c < ' '; }, ' ');
    if (record.kind == RecordKind::Message && !record.payload.empty()) {
        line += hexDump(record.payload);
        if (!line.ends_with('\n')) {
            line += '\n';
        }
    }
    return line;
}

} // namespace

Result<void> exportText(const RecordSource& source, std::uint64_t first, std::uint64_t last,
                        const std::filesystem::path& target,
                        const std::function<bool(double)>& progress)
{
    constexpr std::size_t sliceSize = std::size_t{256} * 1024;
    last = std::min(last, source.rowCount());
    auto file = PartialFile::create(target);
    if (!file) {
        return std::unexpected(file.error());
    }
    std::string text;
    for (std::uint64_t row = first; row < last; ++row) {
        const auto record = source.read(row, std::numeric_limits<std::size_t>::max());
        if (!record) {
            return std::unexpected(record.error());
        }
        text += rowText(source, *record);
        if (text.size() < sliceSize) {
            continue;
        }
        if (const auto written = file->append(asBytes(text)); !written) {
            return written;
        }
        text.clear();
        if (progress
            && !progress(static_cast<double>(row - first) / static_cast<double>(last - first))) {
            return refuse("Exporting was stopped", ErrorKind::Cancelled);
        }
    }
    if (const auto written = file->append(asBytes(text)); !written) {
        return written;
    }
    return file->finish();
}

} // namespace pipecore
