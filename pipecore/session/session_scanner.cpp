#include "session_scanner.h"

#include "pipecore/base/elapsed.h"
#include "pipecore/base/translatable.h"
#include "pipecore/pcapng/pcapng_format.h"
#include "pipecore/session/lifecycle_codec.h"
#include "pipecore/session/row_reader.h"

#include <algorithm>
#include <array>

namespace pipecore {

namespace {

constexpr std::uint64_t firstStep = std::uint64_t{256} * 1024;
constexpr std::uint64_t maxStep = std::uint64_t{4} * 1024 * 1024;

PeerInfo unknownPeer()
{
    const Error error{
        .kind = ErrorKind::NotSupported, .api = {}, .detail = "the file does not say"};
    return {.processId = std::unexpected(error),
            .image = std::unexpected(error),
            .user = std::unexpected(error)};
}

} // namespace

OpenReport SessionScanner::run(const std::function<bool(double)>& progress, std::uint64_t maxRows)
{
    const std::uint64_t size = m_walker.fileSize();
    std::uint64_t nextStep = 0;
    while (m_walker.end() < size && m_index.addedRows() < maxRows) {
        if (m_walker.end() >= nextStep) {
            publish();
            const std::uint64_t done = m_walker.end();
            if (progress && !progress(static_cast<double>(done) / static_cast<double>(size))) {
                m_report.stopped = true;
                break;
            }
            // The first rows are wanted at once, and from then on a picture now and then.
            nextStep = done + std::clamp(done, firstStep, maxStep);
        }
        const auto block = m_walker.next();
        if (!block) {
            break;
        }
        if (m_index.isFull()) {
            skip(*block,
                 PIPECORE_TR("ErrorDetail",
                             "The file has too many rows; those from offset %1 on are omitted"));
            break;
        }
        take(*block);
    }
    finish();
    return m_report;
}

void SessionScanner::take(const BlockWalker::Block& block)
{
    if (block.type == pcapng::sectionHeaderBlock) {
        m_firstInterface = m_index.addedInterfaces();
        m_skipsInterfaces = false;
        m_appendPlace = {};
        m_section = block.offset;
        m_recordings.beginSection();
    } else if (block.type == pcapng::interfaceBlock) {
        takeInterface(block);
    } else if (pcapng::isPacketBlock(block.type)) {
        takePacket(block);
    } else {
        ++m_report.skippedBlocks;
    }
}

void SessionScanner::takeInterface(const BlockWalker::Block& block)
{
    InterfaceInfo info;
    info.order = m_walker.order();
    info.section = m_section;
    info.offset = block.offset;
    info.first = m_firstInterface;
    Described described;
    if (describe(block, info, described)) {
        addInterface(block, info, std::move(described));
    }
}

/// False when it could not be read.
bool SessionScanner::describe(const BlockWalker::Block& block, InterfaceInfo& info,
                              Described& described)
{
    constexpr std::uint32_t headSize = 16;
    if (block.length < headSize + 4 || block.length > maxOptionsSize) {
        skip(block, PIPECORE_TR("ErrorDetail", "Skipped an unreadable interface at offset %1"));
        return true; // it counts all the same: packets name interfaces by number
    }
    const auto view = m_walker.part(block, 0, block.length - 4);
    if (!view) {
        return false;
    }
    InterfaceMeaning& meaning = described.meaning;
    info.linkType = load<std::uint16_t>(view->data() + 8, m_walker.order());
    info.snapLength = load<std::uint32_t>(view->data() + 12, m_walker.order());
    pcapng::OptionReader options(view->subspan(headSize), m_walker.order());
    while (const auto option = options.next()) {
        if (option->code == pcapng::interfaceTimeResolution && option->value.size() == 1) {
            info.timeResolution = std::to_integer<std::uint8_t>(option->value[0]);
        } else if (option->code == pcapng::interfaceTimeOffset && option->value.size() == 8) {
            info.timeOffset = static_cast<std::int64_t>(
                load<std::uint64_t>(option->value.data(), m_walker.order()));
        } else if (option->code == pcapng::interfaceName) {
            described.name = asText(option->value);
        } else if (option->code == pcapng::optionComment && !meaning.ours) {
            meaning = meaningOf(asText(option->value));
        }
    }
    info.ours = meaning.ours;
    info.events = meaning.events;
    info.relay = !meaning.header.opened.target.empty();
    info.version = meaning.version;
    return true;
}

void SessionScanner::addInterface(const BlockWalker::Block& block, const InterfaceInfo& info,
                                  Described described)
{
    m_foreign += info.ours ? 0 : 1;
    // Interfaces after an omitted one have no number of their own.
    m_skipsInterfaces = m_skipsInterfaces || (!info.ours && m_foreign > maxInterfaces);
    if (m_skipsInterfaces) {
        return skip(block,
                    PIPECORE_TR("ErrorDetail", "The file has too many interfaces; those from "
                                               "offset %1 on and their packets are omitted"));
    }
    if (info.events && m_walker.order() == ByteOrder::Little && info.timeResolution == 9) {
        m_appendPlace.events = m_index.addedInterfaces() - m_firstInterface;
    }
    if (info.events) {
        m_recordings.addEvents(m_index.addedInterfaces(), described.meaning.header.recording);
    }
    if (info.ours && !info.events && described.meaning.header.recording == 0) {
        m_recordings.addHeader(described.meaning.header);
    }
    m_index.addInterface(info);
    Interface interface;
    interface.nearestEvents = m_recordings.nearest();
    if (info.ours || !described.name.empty()) {
        interface.described = std::make_unique<Described>(std::move(described));
    }
    m_interfaces.push_back(std::move(interface));
}

void SessionScanner::takePacket(const BlockWalker::Block& block)
{
    const std::uint32_t interfaces = m_index.addedInterfaces() - m_firstInterface;
    const std::uint32_t snapLength =
        interfaces == 0 ? 0 : m_index.interface(m_firstInterface).snapLength;
    pcapng::PacketHead head;
    if (!pcapng::parsePacketHead(block.start, block.type, block.length, m_walker.order(),
                                 snapLength, head)) {
        return skip(block,
                    PIPECORE_TR("ErrorDetail",
                                "Skipped a packet that does not fit its block at offset %1"));
    }
    if (head.interface >= interfaces) {
        return skip(block,
                    PIPECORE_TR("ErrorDetail",
                                "Skipped a packet of the undefined interface %2 at offset %1"),
                    {std::to_string(head.interface)});
    }
    const std::uint32_t number = m_firstInterface + head.interface;
    if (m_index.interface(number).events) {
        takeLifecycle(block, head, number);
    } else {
        takeMessage(block, head, number);
    }
}

void SessionScanner::takeLifecycle(const BlockWalker::Block& block, const pcapng::PacketHead& head,
                                   std::uint32_t number)
{
    const std::size_t begin = lifecyclePduHead().size();
    if (head.captured < begin || head.captured > pcapng::maxPacketSize) {
        return skip(block,
                    PIPECORE_TR("ErrorDetail", "Skipped a row of invalid length at offset %1"));
    }
    const auto json = m_walker.part(block, head.dataBegin + begin, head.captured - begin);
    if (!json) {
        return;
    }
    if (auto annotation = annotationFrom(asText(*json))) {
        m_report.lostAnnotations += m_annotations.take(std::move(*annotation), m_index.addedRows(),
                                                       m_recordings.rowsOn(number))
                                        ? 0U
                                        : 1U;
        return;
    }
    auto record = lifecycleRecord(asText(*json));
    if (!record) {
        return skip(block, PIPECORE_TR("ErrorDetail", "Skipped an unknown row at offset %1"));
    }
    const InterfaceInfo& info = m_index.interface(number);
    record->wallNs = timeOf(head, info);
    std::optional<std::uint64_t> packetId;
    if (const std::uint64_t size = head.optionsEnd - head.optionsBegin;
        m_recordings.isShared(number) && size != 0 && size <= maxOptionsSize) {
        if (const auto options = m_walker.part(block, head.optionsBegin, size)) {
            readMessageOptions(*options, info, false, m_options);
            packetId = m_options.packetId;
        }
    }
    const Recordings::Place place = m_recordings.ofRow(number, *record, packetId);
    m_recordings.countRow(place.recording);
    record->endpoint = place.endpoint;
    record->connection = place.connection;
    m_facts.apply(*record);
    m_index.addRow({.offset = block.offset,
                    .wallNs = record->wallNs,
                    .track = m_index.trackFor({.interface = number,
                                               .endpoint = record->endpoint,
                                               .connection = record->connection,
                                               .recording = place.recording}),
                    .kind = record->kind()});
}

void SessionScanner::takeMessage(const BlockWalker::Block& block, const pcapng::PacketHead& head,
                                 std::uint32_t number)
{
    const InterfaceInfo& info = m_index.interface(number);
    const std::int64_t wallNs = timeOf(head, info);
    const auto data = m_walker.part(block, head.dataBegin,
                                    std::min<std::uint64_t>(head.captured, maxPduHeadSize));
    if (!data) {
        return;
    }
    const MessageBegin begin = messageBegin(*data, head, info);
    // Includes bytes missing in the file: they were sent, too.
    const std::uint64_t size = std::max(head.captured, head.original) - begin.original;
    const std::uint64_t optionsSize = head.optionsEnd - head.optionsBegin;
    ByteView optionBytes;
    if (optionsSize != 0 && optionsSize <= maxOptionsSize) {
        const auto view = m_walker.part(block, head.optionsBegin, optionsSize);
        if (!view) {
            return;
        }
        optionBytes = *view;
    }
    const MessageOptions& options = m_options;
    readMessageOptions(optionBytes, info, false, m_options);

    registerInterface(number, wallNs);
    const bool isNew = !continuesMessage(number, options);
    count(number, options, size, isNew);
    const bool split = isNew && options.part == 1;
    if (isNew) {
        m_recordings.countRow(m_interfaces[number].recording);
        m_index.addRow({.offset = block.offset,
                        .wallNs = wallNs,
                        .length = split ? std::max(options.of, head.captured - begin.inFile) : size,
                        .track = m_interfaces[number].track,
                        .kind = RecordKind::Message,
                        .split = split,
                        .direction = options.direction,
                        .continues = options.continues});
    }
    if (split) {
        m_unfinished = {
            .interface = number, .options = options, .offset = block.offset, .active = true};
    }
}

void SessionScanner::count(std::uint32_t number, const MessageOptions& options, std::uint64_t size,
                           bool isNew)
{
    Interface& interface = m_interfaces[number];
    SessionFacts::Traffic& traffic = interface.traffic;
    const std::uint64_t messages = isNew && !options.continues ? 1 : 0;
    if (options.direction == Direction::Received) {
        traffic.messagesReceived += messages;
        traffic.bytesReceived += size;
    } else {
        traffic.messagesSent += messages;
        traffic.bytesSent += size;
    }
    if (!interface.hasTraffic) {
        interface.hasTraffic = true;
        m_busy.push_back(number);
    }
}

/// Whether this packet belongs to the message before it; ends the message when it does not.
bool SessionScanner::continuesMessage(std::uint32_t number, const MessageOptions& options)
{
    if (!m_unfinished.active) {
        return false;
    }
    MessageOptions& before = m_unfinished.options;
    if (number != m_unfinished.interface || options.part != before.part + 1
        || options.parts != before.parts || options.of != before.of) {
        m_unfinished.active = false;
        noteMissingParts();
        return false;
    }
    before.part = options.part;
    m_unfinished.active = options.part < options.parts;
    return true;
}

/// The first message of an interface: its connection gets its numbers and its place in the facts.
void SessionScanner::registerInterface(std::uint32_t number, std::int64_t firstNs)
{
    Interface& interface = m_interfaces[number];
    if (interface.seen) {
        return;
    }
    interface.seen = true;
    const auto described =
        interface.described ? std::move(interface.described) : std::make_unique<Described>();
    ConnectionHeader header = std::move(described->meaning.header);
    const Recordings::Place place = described->meaning.ours
                                        ? m_recordings.ofInterface(interface.nearestEvents, header)
                                        : m_recordings.ofOthers();
    header.endpoint = place.endpoint;
    header.connection = place.connection;
    if (!described->meaning.ours) {
        header.opened.name = std::make_shared<std::string>(
            described->name.empty() ? "interface " + std::to_string(number) : described->name);
        header.openedNs = firstNs == noTime ? 0 : firstNs;
        header.sinceNs = header.openedNs;
        header.peer = std::make_shared<PeerInfo>(unknownPeer());
    }

    Record record;
    record.endpoint = header.endpoint;
    record.connection = header.connection;
    if (!m_facts.endpoint(header.endpoint)) {
        record.body = header.opened;
        record.wallNs = header.openedNs;
        m_facts.apply(record);
    }
    const auto known = m_facts.connection(header.connection);
    if (header.peer && (!known || !known->peer)) {
        record.body = PeerConnected{header.peer};
        record.wallNs = header.sinceNs;
        m_facts.apply(record);
    }
    if (header.target && (!known || !known->target)) {
        record.body = TargetConnected{header.target};
        record.wallNs = header.sinceNs;
        m_facts.apply(record);
    }
    interface.traffic.endpoint = header.endpoint;
    interface.traffic.connection = header.connection;
    interface.traffic.firstNs = header.sinceNs;
    m_facts.apply(interface.traffic);
    interface.recording = place.recording;
    interface.track = m_index.trackFor({.interface = number,
                                        .endpoint = header.endpoint,
                                        .connection = header.connection,
                                        .isForeign = !described->meaning.ours,
                                        .recording = place.recording});
}

void SessionScanner::skip(const BlockWalker::Block& block, std::string_view pattern,
                          std::vector<std::string> more)
{
    ++m_report.skippedBlocks;
    more.insert(more.begin(), std::to_string(block.offset));
    m_walker.note({pattern, std::move(more)});
}

void SessionScanner::noteMissingParts()
{
    m_walker.note(
        {PIPECORE_TR("ErrorDetail", "The message at offset %1 has only %2 of its %3 parts"),
         {std::to_string(m_unfinished.offset), std::to_string(m_unfinished.options.part),
          std::to_string(m_unfinished.options.parts)}});
}

/// Publishes the rows found so far.
void SessionScanner::publish()
{
    for (const std::uint32_t number : m_busy) {
        Interface& interface = m_interfaces[number];
        SessionFacts::Traffic& traffic = interface.traffic;
        m_facts.apply(traffic);
        traffic = {.endpoint = traffic.endpoint,
                   .connection = traffic.connection,
                   .firstNs = traffic.firstNs};
        interface.hasTraffic = false;
    }
    m_busy.clear();
    m_index.publish();
}

void SessionScanner::finish()
{
    if (m_unfinished.active && !m_report.stopped) {
        noteMissingParts();
    }
    publish();
    m_report.records = m_index.rowCount();
    m_report.fileBytes = m_walker.fileSize();
    m_report.goodBytes = m_walker.end();
    m_report.problem = m_walker.problem();
}

} // namespace pipecore
