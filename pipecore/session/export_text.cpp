#include "pipecore/payload.h"
#include "pipecore/session.h"
#include "session/partial_file.h"
#include "session/vocabulary.h"

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

std::string peerText(const PeerInfo& peer)
{
    const std::string image = imageName(peer);
    std::string text = image.empty() ? "unknown program" : image;
    text += peer.processId ? " (pid " + std::to_string(*peer.processId) + ")"
                           : " (pid unknown: " + describe(peer.processId.error()) + ")";
    return text;
}

std::string messageText(const Record& record)
{
    std::string text = record.direction == Direction::Received ? "<- received " : "-> sent ";
    text += std::to_string(record.length) + (record.length == 1 ? " byte" : " bytes");
    if (record.fragments.size() > 1) {
        text += " in " + std::to_string(record.fragments.size()) + " reads";
    }
    if (record.continues) {
        text += ", goes on in the next row";
    }
    if (record.payload.size() < record.length) {
        text += ", of which " + std::to_string(record.payload.size()) + " are here";
    }
    return text;
}

std::string_view reasonText(CloseReason reason)
{
    switch (reason) {
    case CloseReason::PeerClosed: return "closed by the other end";
    case CloseReason::ClosedByUs: return "closed by us";
    case CloseReason::AbortedByUs: return "aborted by us";
    case CloseReason::EngineStopped: return "stopped";
    case CloseReason::Failed: return "failed";
    }
    return {};
}

std::string eventText(const Record& record)
{
    switch (record.kind) {
    case RecordKind::Message: return messageText(record);
    case RecordKind::EndpointOpened:
        return std::string(wordFor(record.opened.role)) + " opened, "
               + std::string(wordFor(record.opened.mode)) + " mode, "
               + std::string(wordFor(record.opened.access));
    case RecordKind::EndpointClosed: return "closed";
    case RecordKind::Connected: return "connected: " + peerText(*record.peer);
    case RecordKind::Disconnected: {
        std::string text = "disconnected: " + std::string(reasonText(record.reason));
        if (record.discardedBytes != 0) {
            text += ", " + std::to_string(record.discardedBytes) + " bytes were not sent";
        }
        return text;
    }
    case RecordKind::Failed:
        return "error: " + describe(record.error)
               + (record.outcomeUnknown ? "; how much the other end got is not known" : "");
    case RecordKind::Dropped:
        return std::to_string(record.droppedCount) + " records lost, "
               + std::to_string(record.droppedBytes) + " bytes";
    case RecordKind::Throttled: return "reading stopped: the program is behind";
    case RecordKind::Resumed: return "reading goes on";
    case RecordKind::ClientIdentified:
    case RecordKind::AccessChecked:
        return (record.kind == RecordKind::AccessChecked ? "access as this client: " : "client: ")
               + record.text.substr(0, record.text.find('\n'));
    case RecordKind::ReadModeChanged:
        return std::string("reads ") + (record.readMode == PipeMode::Message ? "messages" : "bytes")
               + " from now on";
    }
    return {};
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
