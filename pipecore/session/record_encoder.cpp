#include "record_encoder.h"

#include "pipecore/pcapng/pcapng_format.h"
#include "pipecore/pcapng/pcapng_writer.h"
#include "pipecore/session/lifecycle_codec.h"
#include "pipecore/session/message_codec.h"
#include "platform_text.h"

namespace pipecore {

namespace {

InterfaceInfo ownInterface(bool events, std::uint64_t offset)
{
    InterfaceInfo info;
    info.linkType = pcapng::linkTypeUpperPdu;
    info.timeResolution = 9;
    info.ours = true;
    info.events = events;
    info.offset = offset;
    return info;
}

} // namespace

void RecordEncoder::begin(ByteBuffer& out)
{
    const std::string hardware = hardwareText();
    const std::string system = systemText();
    pcapng::writeSection(
        out, {.hardware = hardware, .system = system, .program = "PipeScope " PIPESCOPE_VERSION});
    const std::uint64_t offset = out.size();
    const InterfaceNaming naming = namingForEvents();
    pcapng::writeInterface(
        out, pcapng::linkTypeUpperPdu,
        {.name = naming.name, .description = naming.description, .comment = naming.comment});
    m_index.addInterface(ownInterface(true, offset));
}

void RecordEncoder::encode(const Event& event, ByteBuffer& out, std::uint64_t base)
{
    if (const auto* data = std::get_if<Data>(&event.body); data != nullptr) {
        Connection& connection = connectionOf(event);
        if (connection.interface == noInterface) {
            writeInterface(event, data->direction, connection, out, base);
        }
        const std::uint64_t offset = base + out.size();
        writeMessage(
            out,
            {.interface = connection.interface, .wallNs = event.wallNs, .row = m_index.addedRows()},
            *data);
        m_index.addRow({.offset = offset,
                        .wallNs = event.wallNs,
                        .length = writtenLength(*data),
                        .track = connection.track,
                        .kind = RecordKind::Message,
                        .split = isSplit(*data),
                        .direction = data->direction,
                        .continues = data->continues});
        return;
    }

    observe(event);
    const auto kind = recordKindOf(event);
    const auto json = lifecycleJson(event);
    if (!kind || !json) {
        return;
    }
    const std::uint64_t offset = base + out.size();
    pcapng::Packet packet;
    packet.interface = eventsInterface;
    packet.wallNs = event.wallNs;
    packet.id = m_index.addedRows();
    packet.head = lifecyclePduHead();
    packet.payload = asBytes(*json);
    pcapng::writePacket(out, packet);
    m_index.addRow({.offset = offset,
                    .wallNs = event.wallNs,
                    .track = m_index.trackFor({.interface = eventsInterface,
                                               .endpoint = event.endpoint,
                                               .connection = event.connection,
                                               .asking = {}}),
                    .kind = *kind});
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
    } else if (std::holds_alternative<Disconnected>(event.body)) {
        m_connections.erase(event.connection);
        m_lastId = {};
    }
}

void RecordEncoder::commit()
{
    m_index.publish();
}

void RecordEncoder::rollback()
{
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

void RecordEncoder::writeInterface(const Event& event, Direction asking, Connection& connection,
                                   ByteBuffer& out, std::uint64_t base)
{
    ConnectionHeader header;
    header.endpoint = connection.endpoint;
    header.connection = event.connection;
    header.sinceNs = connection.sinceNs;
    header.peer = connection.peer;
    if (const auto endpoint = m_endpoints.find(connection.endpoint);
        endpoint != m_endpoints.end()) {
        header.opened = endpoint->second.opened;
        header.openedNs = endpoint->second.openedNs;
    } else {
        header.opened.name = std::make_shared<std::string>();
    }
    const std::uint64_t offset = base + out.size();
    const InterfaceNaming naming = namingFor(header);
    pcapng::writeInterface(
        out, pcapng::linkTypeUpperPdu,
        {.name = naming.name, .description = naming.description, .comment = naming.comment});
    connection.interface = m_index.addInterface(ownInterface(false, offset));
    connection.track = m_index.trackFor({.interface = connection.interface,
                                         .endpoint = connection.endpoint,
                                         .connection = event.connection,
                                         .asking = asking});
}

} // namespace pipecore
