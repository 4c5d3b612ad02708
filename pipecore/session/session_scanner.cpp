#include "session/session_scanner.h"

#include "engine/translatable.h"
#include "session/lifecycle_codec.h"
#include "session/pcapng_format.h"
#include "session/row_reader.h"

#include <algorithm>
#include <array>

namespace pipecore {

namespace {

/// Why a file that does not start with a section header is not read.
Phrase whyNot(ByteView start)
{
    constexpr std::array<std::uint32_t, 4> classicMagics = {0xA1B2C3D4, 0xD4C3B2A1, 0xA1B23C4D,
                                                            0x4D3CB2A1};
    if (start.size() < 4) {
        return {PIPECORE_TR("ErrorDetail", "The file is too short to be a pcapng file: %1 bytes"),
                {std::to_string(start.size())}};
    }
    if (std::ranges::find(classicMagics, load<std::uint32_t>(start.data(), ByteOrder::Little))
        != classicMagics.end()) {
        return {PIPECORE_TR(
            "ErrorDetail",
            "This is a file in the older pcap format; convert it with: editcap -F pcapng IN OUT")};
    }
    return {
        PIPECORE_TR("ErrorDetail", "Not a pcapng file: it does not start with a section header")};
}

PeerInfo unknownPeer()
{
    const Error error{
        .kind = ErrorKind::NotSupported, .api = {}, .detail = "the file does not say"};
    return {.processId = std::unexpected(error), .image = std::unexpected(error)};
}

} // namespace

Result<OpenReport> SessionScanner::run(const std::function<bool(double)>& progress,
                                       std::uint64_t mostRows)
{
    constexpr std::uint64_t progressStep = std::uint64_t{16} * 1024 * 1024;
    const auto fileSize = m_file.size();
    if (!fileSize) {
        return std::unexpected(fileSize.error());
    }
    m_report.fileBytes = *fileSize;
    const auto start = m_window.at(0, 4);
    if (!start) {
        return std::unexpected(start.error());
    }
    if (start->size() < 4
        || load<std::uint32_t>(start->data(), ByteOrder::Little) != pcapng::sectionHeaderBlock) {
        return refusePhrase(whyNot(*start), ErrorKind::Corrupt);
    }

    std::uint64_t nextProgress = 0;
    while (m_offset < *fileSize && m_index.addedRows() < mostRows) {
        if (progress && m_offset >= nextProgress) {
            if (!progress(static_cast<double>(m_offset) / static_cast<double>(*fileSize))) {
                return refuse("Opening was stopped", ErrorKind::Cancelled);
            }
            nextProgress = m_offset + progressStep;
        }
        const auto block = nextBlock(*fileSize);
        if (!block) {
            break;
        }
        take(*block);
        m_offset += block->length;
    }
    finish();
    return m_report;
}

std::optional<SessionScanner::Block> SessionScanner::nextBlock(std::uint64_t fileSize)
{
    const std::uint64_t left = fileSize - m_offset;
    // Made only where it is said: this runs for every block.
    const auto offset = [&] { return std::to_string(m_offset); };
    const auto bytesLeft = [&] { return std::to_string(left); };
    if (m_offset > RowIndex::maximumOffset) {
        note(
            {PIPECORE_TR("ErrorDetail",
                         "The file is larger than can be shown; the rest is left out at offset %1"),
             {offset()}});
        return std::nullopt;
    }
    if (left < pcapng::blockOverhead) {
        note({PIPECORE_TR("ErrorDetail",
                          "The file ends within a block at offset %1; %2 bytes are lost"),
              {offset(), bytesLeft()}});
        return std::nullopt;
    }
    const auto start = bytes(m_offset, pcapng::blockOverhead);
    if (!start) {
        return std::nullopt;
    }
    Block block;
    block.offset = m_offset;
    block.type = load<std::uint32_t>(start->data(), m_order);
    if (block.type == pcapng::sectionHeaderBlock) {
        const auto order = pcapng::sectionOrder(*start);
        if (!order) {
            note({PIPECORE_TR("ErrorDetail",
                              "Section header without a byte-order mark at offset %1"),
                  {offset()}});
            return std::nullopt;
        }
        m_order = *order;
    }
    block.length = load<std::uint32_t>(start->data() + 4, m_order);
    if (block.length < pcapng::blockOverhead || block.length % 4 != 0) {
        note({PIPECORE_TR("ErrorDetail",
                          "Block of the impossible length %1 at offset %2; %3 bytes are not read"),
              {std::to_string(block.length), offset(), bytesLeft()}});
        return std::nullopt;
    }
    if (block.length > left) {
        note({PIPECORE_TR(
                  "ErrorDetail",
                  "The file ends within a block of %1 bytes at offset %2; %3 bytes are lost"),
              {std::to_string(block.length), offset(), bytesLeft()}});
        return std::nullopt;
    }
    // A small block is wanted whole in the window; of a large one its start and its end.
    if (block.length <= longestPduHead && !bytes(m_offset, block.length)) {
        return std::nullopt;
    }
    const auto trailer = bytes(m_offset + block.length - 4, 4);
    if (!trailer) {
        return std::nullopt;
    }
    if (load<std::uint32_t>(trailer->data(), m_order) != block.length) {
        note({PIPECORE_TR("ErrorDetail",
                          "The two lengths of a block differ at offset %1; %2 bytes are not read"),
              {offset(), bytesLeft()}});
        return std::nullopt;
    }
    return block;
}

std::optional<ByteView> SessionScanner::bytes(std::uint64_t offset, std::size_t count)
{
    const auto view = m_window.at(offset, count);
    if (!view || view->size() < count) {
        note(view ? Phrase{PIPECORE_TR("ErrorDetail",
                                       "The file became shorter while it was read at offset %1"),
                           {std::to_string(offset)}}
                  : Phrase{"%1", {describe(view.error())}});
        return std::nullopt;
    }
    return *view;
}

void SessionScanner::take(const Block& block)
{
    if (block.type == pcapng::sectionHeaderBlock) {
        m_firstInterface = m_index.addedInterfaces();
        m_appendPlace = {};
        m_section = block.offset;
        m_endpointIds.beginSection();
        m_connectionIds.beginSection();
    } else if (block.type == pcapng::interfaceBlock) {
        takeInterface(block);
    } else if (pcapng::isPacketBlock(block.type)) {
        takePacket(block);
    } else {
        ++m_report.skippedBlocks;
    }
}

void SessionScanner::takeInterface(const Block& block)
{
    constexpr std::uint32_t headSize = 16;
    InterfaceInfo info;
    info.order = m_order;
    info.section = m_section;
    info.offset = block.offset;
    info.first = m_firstInterface;
    Interface interface;
    if (block.length >= headSize + 4 && block.length <= longestOptions) {
        const auto view = bytes(block.offset, block.length - 4);
        if (!view) {
            return;
        }
        info.linkType = load<std::uint16_t>(view->data() + 8, m_order);
        info.snapLength = load<std::uint32_t>(view->data() + 12, m_order);
        pcapng::OptionReader options(view->subspan(headSize), m_order);
        while (const auto option = options.next()) {
            if (option->code == pcapng::interfaceTimeResolution && option->value.size() == 1) {
                info.timeResolution = std::to_integer<std::uint8_t>(option->value[0]);
            } else if (option->code == pcapng::interfaceTimeOffset && option->value.size() == 8) {
                info.timeOffset =
                    static_cast<std::int64_t>(load<std::uint64_t>(option->value.data(), m_order));
            } else if (option->code == pcapng::interfaceName) {
                interface.name = asText(option->value);
            } else if (option->code == pcapng::optionComment && !interface.meaning.ours) {
                interface.meaning = meaningOf(asText(option->value));
            }
        }
    } else {
        skip(block,
             PIPECORE_TR("ErrorDetail", "Skipped an interface that cannot be read at offset %1"));
    }
    info.ours = interface.meaning.ours;
    info.events = interface.meaning.events;
    if (info.events && m_order == ByteOrder::Little && info.timeResolution == 9) {
        m_appendPlace.events = m_index.addedInterfaces() - m_firstInterface;
    }
    m_index.addInterface(info);
    m_interfaces.push_back(std::move(interface));
}

void SessionScanner::takePacket(const Block& block)
{
    const auto start =
        bytes(block.offset, std::min<std::size_t>(block.length, pcapng::packetHeadSize));
    if (!start) {
        return;
    }
    const std::uint32_t interfaces = m_index.addedInterfaces() - m_firstInterface;
    const std::uint32_t snapLength =
        interfaces == 0 ? 0 : m_index.interface(m_firstInterface).snapLength;
    const auto head =
        pcapng::parsePacketHead(*start, block.type, block.length, m_order, snapLength);
    if (!head) {
        return skip(block,
                    PIPECORE_TR("ErrorDetail",
                                "Skipped a packet that does not fit its block at offset %1"));
    }
    if (head->interface >= interfaces) {
        return skip(
            block,
            PIPECORE_TR("ErrorDetail",
                        "Skipped a packet of interface %2, which is not described, at offset %1"),
            {std::to_string(head->interface)});
    }
    const std::uint32_t number = m_firstInterface + head->interface;
    if (m_index.interface(number).events) {
        takeLifecycle(block, *head, number);
    } else {
        takeMessage(block, *head, number);
    }
}

void SessionScanner::takeLifecycle(const Block& block, const pcapng::PacketHead& head,
                                   std::uint32_t number)
{
    const std::size_t begin = lifecyclePduHead().size();
    if (head.captured < begin || head.captured > pcapng::largestPacket) {
        return skip(block,
                    PIPECORE_TR("ErrorDetail", "Skipped a row of impossible length at offset %1"));
    }
    const auto json = bytes(block.offset + head.dataBegin + begin,
                            static_cast<std::size_t>(head.captured) - begin);
    if (!json) {
        return;
    }
    auto record = lifecycleRecord(asText(*json));
    if (!record) {
        if (auto annotation = annotationFrom(asText(*json))) {
            m_report.lostAnnotations +=
                m_annotations.take(std::move(*annotation), m_index.addedRows()) ? 0U : 1U;
            return;
        }
        return skip(block,
                    PIPECORE_TR("ErrorDetail",
                                "Skipped a row that says nothing this version knows at offset %1"));
    }
    const InterfaceInfo& info = m_index.interface(number);
    record->wallNs = pcapng::toNanoseconds(head.ticks, info.timeResolution, info.timeOffset);
    record->endpoint.value = m_endpointIds.toSession(record->endpoint.value);
    record->connection.value = m_connectionIds.toSession(record->connection.value);
    m_facts.apply(*record);
    m_index.addRow(
        block.offset, record->kind, Direction::Received, false,
        m_index.trackFor(
            {.interface = number, .endpoint = record->endpoint, .connection = record->connection}));
}

void SessionScanner::takeMessage(const Block& block, const pcapng::PacketHead& head,
                                 std::uint32_t number)
{
    const InterfaceInfo& info = m_index.interface(number);
    const std::int64_t wallNs =
        head.hasTime ? pcapng::toNanoseconds(head.ticks, info.timeResolution, info.timeOffset) : 0;
    meet(number, wallNs);

    const auto data =
        bytes(block.offset + head.dataBegin,
              static_cast<std::size_t>(std::min<std::uint64_t>(head.captured, longestPduHead)));
    if (!data) {
        return;
    }
    const std::uint64_t size = head.captured - messageBegin(*data, info);
    const std::uint64_t optionsSize = head.optionsEnd - head.optionsBegin;
    MessageOptions options;
    if (optionsSize != 0 && optionsSize <= longestOptions) {
        const auto view =
            bytes(block.offset + head.optionsBegin, static_cast<std::size_t>(optionsSize));
        if (!view) {
            return;
        }
        options = readMessageOptions(*view, info, false);
    }

    Interface& interface = m_interfaces[number];
    const bool isNew = !continuesMessage(number, options);
    const std::uint64_t messages = isNew && !options.continues ? 1 : 0;
    if (options.direction == Direction::Received) {
        interface.traffic.messagesReceived += messages;
        interface.traffic.bytesReceived += size;
    } else {
        interface.traffic.messagesSent += messages;
        interface.traffic.bytesSent += size;
    }
    const bool split = isNew && options.part == 1;
    if (isNew) {
        m_index.addRow(block.offset, RecordKind::Message, options.direction, split,
                       interface.track);
    }
    if (split) {
        m_unfinished = {
            .interface = number, .options = options, .offset = block.offset, .active = true};
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
void SessionScanner::meet(std::uint32_t number, std::int64_t firstNs)
{
    Interface& interface = m_interfaces[number];
    if (interface.seen) {
        return;
    }
    interface.seen = true;
    ConnectionHeader header = std::move(interface.meaning.header);
    if (interface.meaning.ours) {
        header.endpoint.value = m_endpointIds.toSession(header.endpoint.value);
        header.connection.value = m_connectionIds.toSession(header.connection.value);
    } else {
        header.endpoint.value = m_endpointIds.fresh();
        header.connection.value = m_connectionIds.fresh();
        header.opened.name = std::make_shared<std::string>(
            interface.name.empty() ? "interface " + std::to_string(number) : interface.name);
        header.openedNs = firstNs;
        header.sinceNs = firstNs;
        header.peer = std::make_shared<PeerInfo>(unknownPeer());
    }
    interface.name.clear();

    Record record;
    record.endpoint = header.endpoint;
    record.connection = header.connection;
    if (!m_facts.endpoint(header.endpoint)) {
        record.kind = RecordKind::EndpointOpened;
        record.opened = header.opened;
        record.wallNs = header.openedNs;
        m_facts.apply(record);
    }
    const auto known = m_facts.connection(header.connection);
    if (header.peer && (!known || !known->peer)) {
        record.kind = RecordKind::Connected;
        record.peer = header.peer;
        record.wallNs = header.sinceNs;
        m_facts.apply(record);
    }
    interface.traffic.endpoint = header.endpoint;
    interface.traffic.connection = header.connection;
    interface.traffic.firstNs = header.sinceNs;
    m_facts.apply(interface.traffic);
    interface.track = m_index.trackFor(
        {.interface = number, .endpoint = header.endpoint, .connection = header.connection});
}

void SessionScanner::skip(const Block& block, std::string_view pattern,
                          std::vector<std::string> more)
{
    ++m_report.skippedBlocks;
    more.insert(more.begin(), std::to_string(block.offset));
    note({pattern, std::move(more)});
}

void SessionScanner::noteMissingParts()
{
    note({PIPECORE_TR("ErrorDetail", "The message at offset %1 has only %2 of its %3 parts"),
          {std::to_string(m_unfinished.offset), std::to_string(m_unfinished.options.part),
           std::to_string(m_unfinished.options.parts)}});
}

void SessionScanner::note(Phrase problem)
{
    // The first one is where it began to go wrong.
    if (!m_report.problem) {
        m_report.problem = std::move(problem);
    }
}

void SessionScanner::finish()
{
    if (m_unfinished.active) {
        noteMissingParts();
    }
    for (const Interface& interface : m_interfaces) {
        if (interface.seen) {
            m_facts.apply(interface.traffic);
        }
    }
    m_index.publish();
    m_report.records = m_index.rowCount();
    m_report.goodBytes = m_offset;
}

} // namespace pipecore
