#include "record_encoder.h"

#include "pipecore/pcapng/pcapng_format.h"
#include "pipecore/pcapng/pcapng_writer.h"
#include "pipecore/session/lifecycle_codec.h"
#include "pipecore/session/message_codec.h"
#include "platform_text.h"

#include <algorithm>
#include <iterator>
#include <random>

namespace pipecore {

namespace {

InterfaceInfo ownInterface(bool events, std::uint64_t offset)
{
    InterfaceInfo info;
    info.linkType = pcapng::linkTypeUpperPdu;
    info.timeResolution = 9;
    info.ours = true;
    info.events = events;
    info.version = sessionVersion;
    info.offset = offset;
    return info;
}

/// A number that no other recording has, never 0. Always of 19 digits, so that the size of a file does
/// not depend on it.
std::uint64_t newRecording()
{
    std::random_device random;
    const std::uint64_t number = (std::uint64_t{random()} << 32U) | random();
    return (std::uint64_t{1} << 62U) | (number >> 2U);
}

} // namespace

RecordEncoder::RecordEncoder(RowIndex& index) : m_index(index), m_recording(newRecording()) {}

void RowNumbers::add(std::uint64_t ofEvents, std::uint64_t ofFile)
{
    if (!m_runs.empty()) {
        Run& last = m_runs.back();
        if (ofEvents == last.ofEvents + last.count && ofFile == last.ofFile + last.count) {
            ++last.count;
            return;
        }
    }
    m_runs.push_back({.ofEvents = ofEvents, .ofFile = ofFile, .count = 1});
}

std::uint64_t RowNumbers::inFile(std::uint64_t ofEvents) const
{
    if (ofEvents == 0) {
        return 0; // as most messages ask
    }
    const auto behind = std::ranges::upper_bound(m_runs, ofEvents, {}, &Run::ofEvents);
    if (behind == m_runs.begin()) {
        return 0;
    }
    const Run& run = *std::prev(behind);
    const std::uint64_t place = ofEvents - run.ofEvents;
    return place < run.count ? run.ofFile + place : 0;
}

void RowNumbers::commit()
{
    m_keptRuns = m_runs.size();
    m_keptCount = m_runs.empty() ? 0 : m_runs.back().count;
}

void RowNumbers::rollback()
{
    m_runs.resize(m_keptRuns);
    if (!m_runs.empty()) {
        m_runs.back().count = m_keptCount;
    }
}

void RecordEncoder::begin(ByteBuffer& out)
{
    const std::string hardware = hardwareText();
    const std::string system = systemText();
    pcapng::writeSection(
        out, {.hardware = hardware, .system = system, .program = "PipeScope " PIPESCOPE_VERSION});
    const std::uint64_t offset = out.size();
    const InterfaceNaming naming = namingForEvents(m_recording);
    pcapng::writeInterface(
        out, pcapng::linkTypeUpperPdu,
        {.name = naming.name, .description = naming.description, .comment = naming.comment});
    m_index.addInterface(ownInterface(true, offset));
}

void RecordEncoder::encode(const Event& event, GatheredBytes& out, std::uint64_t base)
{
    const std::uint64_t row = m_index.addedRows();
    if (event.row != 0) {
        m_numbers.add(event.row, row + 1);
    }
    if (const auto* const message = std::get_if<Message>(&event.body)) {
        Connection& connection = connectionOf(event);
        if (connection.interface == noInterface) {
            writeInterface(event, connection, out, base);
        }
        const std::uint64_t offset = base + out.size();
        writeMessage(out,
                     {.interface = connection.interface,
                      .wallNs = event.wallNs,
                      .row = row,
                      .partner = m_numbers.inFile(message->partner),
                      .relay = connection.relay},
                     *message, event.payload, event.fragments);
        m_index.addRow({.offset = offset,
                        .wallNs = event.wallNs,
                        .length = writtenLength(*message, event.payload),
                        .track = connection.track,
                        .kind = RecordKind::Message,
                        .split = isSplit(event.payload),
                        .direction = message->direction,
                        .continues = message->continues});
        return;
    }

    observe(event);
    if (!isRow(event.body)) {
        return;
    }
    std::string json;
    if (const auto* const settled = std::get_if<HeldSettled>(&event.body)) {
        Event named = event;
        named.body = HeldSettled{settled->outcome, m_numbers.inFile(settled->partner)};
        json = lifecycleJson(named);
    } else {
        json = lifecycleJson(event);
    }
    const std::uint64_t offset = base + out.size();
    pcapng::Packet packet;
    packet.interface = eventsInterface;
    packet.wallNs = event.wallNs;
    packet.id = row;
    packet.head = lifecyclePduHead();
    packet.payload = asBytes(json);
    pcapng::writePacket(out.buffer(), packet); // copied: the text is gone before the file has it
    m_index.addRow({.offset = offset,
                    .wallNs = event.wallNs,
                    .track = m_index.trackFor({.interface = eventsInterface,
                                               .endpoint = event.endpoint,
                                               .connection = event.connection,
                                               .recording = 0}),
                    .kind = kindOf(event.body)});
}

void RecordEncoder::observe(const Event& event)
{
    if (const auto* opened = std::get_if<EndpointOpened>(&event.body)) {
        m_endpoints.insert_or_assign(event.endpoint, Endpoint{*opened, event.wallNs});
    } else if (std::holds_alternative<EndpointClosed>(event.body)) {
        m_endpoints.erase(event.endpoint);
    } else if (const auto* connected = std::get_if<PeerConnected>(&event.body)) {
        Connection& connection = connectionOf(event);
        connection.sinceNs = event.wallNs;
        connection.peer = connected->peer;
    } else if (const auto* target = std::get_if<TargetConnected>(&event.body)) {
        connectionOf(event).target = target->peer;
    } else if (std::holds_alternative<Disconnected>(event.body)) {
        m_connections.erase(event.connection);
        m_lastId = {};
    }
}

void RecordEncoder::commit()
{
    m_numbers.commit();
    m_index.publish();
}

void RecordEncoder::rollback()
{
    m_numbers.rollback();
    m_index.rollback();
    const std::uint32_t written = m_index.addedInterfaces();
    for (auto& [id, connection] : m_connections) {
        if (connection.interface != noInterface && connection.interface >= written) {
            connection.interface = noInterface;
        }
    }
}

RecordEncoder::Connection& RecordEncoder::connectionOf(const Event& event)
{
    if (event.connection == m_lastId && m_lastId) {
        return *m_last;
    }
    const auto [entry, isNew] = m_connections.try_emplace(event.connection);
    if (isNew) {
        entry->second.endpoint = event.endpoint;
        entry->second.sinceNs = event.wallNs;
    }
    // References into an unordered_map stay valid until their element is erased.
    m_lastId = event.connection;
    m_last = &entry->second;
    return entry->second;
}

void RecordEncoder::writeInterface(const Event& event, Connection& connection, GatheredBytes& out,
                                   std::uint64_t base)
{
    ConnectionHeader header;
    header.recording = m_recording;
    header.endpoint = connection.endpoint;
    header.connection = event.connection;
    header.sinceNs = connection.sinceNs;
    header.peer = connection.peer;
    header.target = connection.target;
    if (const auto endpoint = m_endpoints.find(connection.endpoint);
        endpoint != m_endpoints.end()) {
        header.opened = endpoint->second.opened;
        connection.relay = !header.opened.target.empty();
        header.openedNs = endpoint->second.openedNs;
    } else {
        header.opened.name = std::make_shared<std::string>();
    }
    const std::uint64_t offset = base + out.size();
    const InterfaceNaming naming = namingFor(header);
    pcapng::writeInterface(
        out.buffer(), pcapng::linkTypeUpperPdu,
        {.name = naming.name, .description = naming.description, .comment = naming.comment});
    InterfaceInfo info = ownInterface(false, offset);
    info.relay = connection.relay;
    connection.interface = m_index.addInterface(info);
    connection.track = m_index.trackFor({.interface = connection.interface,
                                         .endpoint = connection.endpoint,
                                         .connection = event.connection,
                                         .recording = 0});
}

} // namespace pipecore
