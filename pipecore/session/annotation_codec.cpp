#include "pipecore/session/annotation_codec.h"

#include "interface_codec.h"
#include "pipecore/base/clean_text.h"
#include "pipecore/base/json.h"
#include "pipecore/base/json_value.h"
#include "pipecore/pcapng/pcapng_format.h"
#include "pipecore/pcapng/pcapng_writer.h"
#include "pipecore/session/message_codec.h"
#include "platform_text.h"

#include <chrono>
#include <string>

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

bool AnnotationCollector::take(WrittenAnnotation what, std::uint64_t rowsSoFar)
{
    if (what.back == 0 || what.back > rowsSoFar) {
        return false;
    }
    what.row = rowsSoFar - what.back;
    const auto known = m_found.find(what.row);
    const bool isNew = known == m_found.end();
    const std::size_t before = isNew ? 0 : known->second.annotation.comment.size();
    const std::size_t bytes = m_bytes - before + what.annotation.comment.size();
    if ((isNew && m_found.size() >= Annotations::maxRows) || bytes > Annotations::maxBytes) {
        return false;
    }
    m_bytes = bytes;
    const std::uint64_t row = what.row;
    m_found.insert_or_assign(row, std::move(what));
    return true;
}

std::uint64_t AnnotationCollector::resolve(const RowIndex& index, Annotations& into)
{
    std::uint64_t leftOut = 0;
    for (auto& [row, what] : m_found) {
        if (!into.at(row).isEmpty()) {
            continue; // set by the user while the file was still being opened: newer
        }
        if (index.row(row).wallNs != what.timeNs || !into.set(row, std::move(what.annotation))) {
            ++leftOut;
        }
    }
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
