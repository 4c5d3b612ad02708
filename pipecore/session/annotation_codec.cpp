#include "pipecore/session/annotation_codec.h"

#include "interface_codec.h"
#include "pipecore/base/clean_text.h"
#include "pipecore/base/json.h"
#include "pipecore/base/json_value.h"
#include "pipecore/pcapng/pcapng_format.h"
#include "pipecore/pcapng/pcapng_writer.h"
#include "pipecore/session/message_codec.h"
#include "platform_text.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <string>
#include <utility>

namespace pipecore {

namespace {

constexpr std::string_view eventName = "annotation";

std::int64_t nowNs()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
}

/// Comment of the packet in Wireshark: for people, and not read back.
std::string sentence(const WrittenAnnotation& what)
{
    const std::string row = "Row " + std::to_string(what.row + 1);
    if (!what.annotation.comment.empty()) {
        return row + ": " + what.annotation.comment;
    }
    return row + (what.annotation.marked ? " is marked" : " has no mark and no comment any more");
}

} // namespace

void writeAnnotation(ByteBuffer& out, std::uint32_t interface, const WrittenAnnotation& what)
{
    JsonWriter json;
    json.text("event", eventName)
        .number("back", what.back)
        .number("time", what.timeNs)
        .boolean("marked", what.annotation.marked)
        .text("comment", what.annotation.comment);
    const std::string text = json.take();
    const std::string comment = sentence(what);
    pcapng::Packet packet;
    packet.interface = interface;
    packet.wallNs = nowNs();
    packet.id = what.row;
    packet.head = lifecyclePduHead();
    packet.payload = asBytes(text);
    packet.comments = std::span(&comment, 1);
    pcapng::writePacket(out, packet);
}

std::optional<WrittenAnnotation> annotationFrom(std::string_view text)
{
    const auto json = JsonValue::parse(text);
    if (!json || !json->isObject() || json->text("event") != eventName) {
        return std::nullopt;
    }
    WrittenAnnotation what;
    what.back = json->number<std::uint64_t>("back");
    what.timeNs = json->number<std::int64_t>("time");
    what.annotation.marked = json->boolean("marked");
    what.annotation.comment = toValidUtf8(json->text("comment"), Annotations::maxCommentBytes);
    return what;
}

bool AnnotationCollector::take(WrittenAnnotation what, std::uint64_t rowsSoFar,
                               std::span<const RowsOfRecording> recordings)
{
    Found found;
    found.isInFile = what.back != 0 && what.back <= rowsSoFar;
    for (const RowsOfRecording& so : recordings) {
        if (what.back != 0 && what.back <= so.rows) {
            found.places.push_back({.recording = so.recording, .rows = so.rows - what.back});
        }
    }
    if (!found.isInFile && found.places.empty()) {
        return false;
    }
    what.row = found.isInFile ? rowsSoFar - what.back : 0;
    constexpr std::uint32_t noRecording = std::numeric_limits<std::uint32_t>::max();
    const Key key{.place = found.places.empty()
                               ? RowsOfRecording{.recording = noRecording, .rows = what.row}
                               : found.places.front(),
                  .timeNs = what.timeNs};
    const auto known = m_found.find(key);
    const bool isNew = known == m_found.end();
    const std::size_t before = isNew ? 0 : known->second.what.annotation.comment.size();
    const std::size_t bytes = m_bytes - before + what.annotation.comment.size();
    if ((isNew && m_found.size() >= Annotations::maxRows) || bytes > Annotations::maxBytes) {
        return false;
    }
    m_bytes = bytes;
    found.what = std::move(what);
    found.order = ++m_order;
    m_found.insert_or_assign(key, std::move(found));
    return true;
}

/// The later one of a row counts.
void AnnotationCollector::propose(ByRow& rows, std::uint64_t row, Found& found)
{
    found.hasRow = true;
    Found*& chosen = rows[row];
    if (chosen == nullptr || chosen->order < found.order) {
        chosen = &found;
    }
}

/// Finds the rows of merged recordings: others are between them in the file.
void AnnotationCollector::findInRecordings(const RowIndex& index, std::span<Found* const> wanted,
                                           ByRow& rows)
{
    std::multimap<RowsOfRecording, Found*> places;
    for (Found* const found : wanted) {
        for (const RowsOfRecording& place : found->places) {
            places.emplace(place, found);
        }
    }
    std::vector<std::uint64_t> passed; ///< rows of each recording
    for (std::uint64_t row = 0; row < index.rowCount() && !places.empty(); ++row) {
        const RowIndex::Row entry = index.row(row);
        const std::uint32_t recording = index.track(entry.track).recording;
        if (recording >= passed.size()) {
            passed.resize(std::size_t{recording} + 1);
        }
        const auto [first, behind] =
            places.equal_range({.recording = recording, .rows = passed[recording]++});
        for (auto place = first; place != behind; ++place) {
            if (place->second->what.timeNs == entry.wallNs) {
                propose(rows, row, *place->second);
            }
        }
        places.erase(first, behind);
    }
}

std::uint64_t AnnotationCollector::resolve(const RowIndex& index, Annotations& into)
{
    ByRow rows;
    std::vector<Found*> others;
    for (auto& [key, found] : m_found) {
        if (found.isInFile && index.row(found.what.row).wallNs == found.what.timeNs) {
            propose(rows, found.what.row, found);
        } else {
            others.push_back(&found);
        }
    }
    findInRecordings(index, others, rows);
    std::uint64_t leftOut = 0;
    for (const auto& [row, found] : rows) {
        if (!into.at(row).isEmpty()) {
            continue; // set by the user while the file was still being opened: newer
        }
        leftOut += into.set(row, std::move(found->what.annotation)) ? 0U : 1U;
    }
    leftOut += static_cast<std::uint64_t>(
        std::ranges::count_if(others, [](const Found* found) { return !found->hasRow; }));
    m_found.clear();
    m_bytes = 0;
    return leftOut;
}

void encodeNotes(ByteBuffer& out, const AppendPlace& place,
                 std::span<const WrittenAnnotation> notes)
{
    if (notes.empty()) {
        return;
    }
    if (!place.events) {
        const std::string hardware = hardwareText();
        const std::string system = systemText();
        pcapng::writeSection(
            out,
            {.hardware = hardware, .system = system, .program = "PipeScope " PIPESCOPE_VERSION});
        const InterfaceNaming naming = namingForEvents();
        pcapng::writeInterface(
            out, pcapng::linkTypeUpperPdu,
            {.name = naming.name, .description = naming.description, .comment = naming.comment});
    }
    for (const WrittenAnnotation& note : notes) {
        writeAnnotation(out, place.events.value_or(0), note);
    }
}

void encodeAnnotations(ByteBuffer& out, const AppendPlace& place, const RecordSource& source,
                       std::uint64_t rows, std::span<const Annotations::Entry> changed)
{
    std::vector<WrittenAnnotation> notes;
    for (const Annotations::Entry& entry : changed) {
        if (entry.row < rows) {
            notes.push_back({.row = entry.row,
                             .back = rows - entry.row,
                             .timeNs = source.head(entry.row).wallNs,
                             .annotation = entry.annotation});
        }
    }
    encodeNotes(out, place, notes);
}

} // namespace pipecore
