#include "pipecore/pcapng/block_check.h"

#include "pipecore/pcapng/pcapng_format.h"

#include <algorithm>
#include <array>

namespace pipecore::pcapng {

namespace {

constexpr std::uint32_t nameBlock = 4;
constexpr std::uint32_t statisticsBlock = 5;
constexpr std::uint32_t secretsBlock = 10;
constexpr std::array<std::uint32_t, 2> customBlocks = {0x00000BAD, 0x40000BAD};
/// Wireshark takes these apart, too, and PipeScope cannot judge whether they are whole.
constexpr std::array<std::uint32_t, 15> othersBlocks = {
    7, 8, 9, 0x201, 0x202, 0x203, 0x204, 0x205, 0x206, 0x207, 0x208, 0x209, 0x216, 0x221, 0x222};
/// Wireshark refuses larger ones.
constexpr std::size_t largestBlock = std::size_t{16} * 1024 * 1024;
/// Enterprises whose data Wireshark takes apart (Netflix, Vector).
constexpr std::array<std::uint32_t, 2> knownEnterprises = {10949, 46254};

bool isCustom(std::uint16_t code)
{
    return code == 2988 || code == 2989 || code == 19372 || code == 19373;
}

bool isSoundCustom(ByteView value, ByteOrder order)
{
    return value.size() >= 4
           && std::ranges::find(knownEnterprises, load<std::uint32_t>(value.data(), order))
                  == knownEnterprises.end();
}

/// Of options of one length; empty for texts.
struct OptionLength
{
    OptionsOf block;
    std::uint16_t code;
    std::size_t length;
};
constexpr std::array<OptionLength, 24> optionLengths = {{
    {OptionsOf::Interface, 4, 8},  {OptionsOf::Interface, 5, 17}, {OptionsOf::Interface, 6, 6},
    {OptionsOf::Interface, 7, 8},  {OptionsOf::Interface, 8, 8},  {OptionsOf::Interface, 9, 1},
    {OptionsOf::Interface, 10, 4}, {OptionsOf::Interface, 13, 1}, {OptionsOf::Interface, 14, 8},
    {OptionsOf::Interface, 16, 8}, {OptionsOf::Interface, 17, 8}, {OptionsOf::Packet, 2, 4},
    {OptionsOf::Packet, 4, 8},     {OptionsOf::Packet, 5, 8},     {OptionsOf::Packet, 6, 4},
    {OptionsOf::Statistics, 2, 8}, {OptionsOf::Statistics, 3, 8}, {OptionsOf::Statistics, 4, 8},
    {OptionsOf::Statistics, 5, 8}, {OptionsOf::Statistics, 6, 8}, {OptionsOf::Statistics, 7, 8},
    {OptionsOf::Statistics, 8, 8}, {OptionsOf::Names, 3, 4},      {OptionsOf::Names, 4, 16},
}};

/// All options of a block, up to the end of its room: each sound, and nothing behind them.
bool areSoundOptions(ByteView options, OptionsOf block, ByteOrder order)
{
    while (!options.empty()) {
        if (options.size() < 4) {
            return false;
        }
        const Option option{.code = load<std::uint16_t>(options.data(), order), .value = {}};
        const std::size_t length = load<std::uint16_t>(options.data() + 2, order);
        if (option.code == optionEnd) {
            return length == 0 && options.size() == 4;
        }
        const auto padded = static_cast<std::size_t>(length + padding(length));
        if (padded > options.size() - 4
            || !isSoundOption({.code = option.code, .value = options.subspan(4, length)}, block,
                              order)) {
            return false;
        }
        options = options.subspan(4 + padded);
    }
    return true;
}

bool isSoundSection(ByteView block, ByteOrder order)
{
    return block.size() >= smallestSection && sectionOrder(block) == order
           && load<std::uint16_t>(block.data() + 12, order) == majorVersion
           && load<std::uint16_t>(block.data() + 14, order) == 0
           && areSoundOptions(block.subspan(24, block.size() - smallestSection), OptionsOf::Section,
                              order);
}

/// Records of addresses with names, and then options.
bool isSoundNames(ByteView block, ByteOrder order)
{
    ByteView rest = block.subspan(8, block.size() - blockOverhead);
    while (rest.size() >= 4) {
        const auto type = load<std::uint16_t>(rest.data(), order);
        const std::size_t length = load<std::uint16_t>(rest.data() + 2, order);
        const auto padded = static_cast<std::size_t>(length + padding(length));
        if (padded > rest.size() - 4) {
            return false;
        }
        const ByteView value = rest.subspan(4, length);
        rest = rest.subspan(4 + padded);
        if (type == 0) {
            return length == 0 && areSoundOptions(rest, OptionsOf::Names, order);
        }
        const std::size_t address = type == 1 ? 4 : 16;
        if (type > 2 || length <= address || value.back() != std::byte{0}) {
            return false;
        }
    }
    return false;
}

bool isSoundSecrets(ByteView block, ByteOrder order)
{
    constexpr std::size_t head = 16;
    if (block.size() < head + 4) {
        return false;
    }
    const std::size_t room = block.size() - head - 4;
    const std::size_t length = load<std::uint32_t>(block.data() + 12, order);
    const auto padded = static_cast<std::size_t>(length + padding(length));
    return padded == room;
}

template <std::unsigned_integral T>
void put(std::string& out, T value, ByteOrder order)
{
    for (std::size_t i = 0; i < sizeof(T); ++i) {
        const std::size_t shift = 8 * (order == ByteOrder::Little ? i : sizeof(T) - 1 - i);
        out += static_cast<char>((value >> shift) & 0xFFU);
    }
}

void putPadded(std::string& out, ByteView bytes)
{
    out += asText(bytes);
    out.append(static_cast<std::size_t>(padding(bytes.size())), '\0');
}

/// A block whose lengths are filled in when it is complete.
class Block
{
public:
    Block(std::string& out, std::uint32_t type, ByteOrder order)
        : m_out(out)
        , m_start(out.size())
        , m_order(order)
    {
        put(out, type, order);
        put(out, std::uint32_t{0}, order);
    }
    Block(const Block&) = delete;
    Block& operator=(const Block&) = delete;
    ~Block()
    {
        std::string length;
        put(length, static_cast<std::uint32_t>(m_out.size() - m_start + 4), m_order);
        m_out.replace(m_start + 4, length.size(), length);
        m_out += length;
    }

    /// Those that are sound, and their end.
    void options(ByteView options, OptionsOf block)
    {
        bool any = false;
        for (OptionReader reader(options, m_order); const auto option = reader.next();) {
            if (isSoundOption(*option, block, m_order)) {
                put(m_out, option->code, m_order);
                put(m_out, static_cast<std::uint16_t>(option->value.size()), m_order);
                putPadded(m_out, option->value);
                any = true;
            }
        }
        if (any) {
            put(m_out, std::uint32_t{0}, m_order);
        }
    }

private:
    std::string& m_out;
    std::size_t m_start;
    ByteOrder m_order;
};

/// Bytes between `begin` and the length at the end.
ByteView optionsOf(ByteView block, std::size_t begin)
{
    return block.size() < begin + 4 ? ByteView{} : block.subspan(begin, block.size() - begin - 4);
}

} // namespace

std::size_t shortestPacket(std::uint16_t linkType)
{
    struct Shortest
    {
        std::uint16_t linkType;
        std::size_t bytes;
    };
    // The pseudo headers of wiretap/pcap-common.c.
    constexpr std::array<Shortest, 14> all = {{{123, 4},
                                               {139, 4},
                                               {144, 16},
                                               {177, 16},
                                               {187, 4},
                                               {189, 48},
                                               {196, 5},
                                               {197, 64},
                                               {201, 4},
                                               {204, 1},
                                               {209, 5},
                                               {220, 64},
                                               {245, 2},
                                               {254, 4}}};
    const auto found = std::ranges::find(all, linkType, &Shortest::linkType);
    return found == all.end() ? 0 : found->bytes;
}

bool isSoundOption(const Option& option, OptionsOf block, ByteOrder order)
{
    if (option.code == optionComment) {
        return true;
    }
    if (isCustom(option.code)) {
        return isSoundCustom(option.value, order);
    }
    const auto length = std::ranges::find_if(optionLengths, [&](const OptionLength& one) {
        return one.block == block && one.code == option.code;
    });
    if (length != optionLengths.end()) {
        return option.value.size() == length->length;
    }
    // Wireshark leaves out what it does not know.
    if (block == OptionsOf::Interface && option.code == interfaceFilter) {
        return option.value.size() > 1 && option.value.front() == std::byte{0}; // a text
    }
    // These have lengths of many kinds.
    return block != OptionsOf::Packet
           || (option.code != packetHash && option.code != packetVerdict);
}

bool isSoundPacket(ByteView block, std::uint32_t type, ByteOrder order, std::uint16_t linkType,
                   std::uint32_t snapLength)
{
    PacketHead head;
    if (!parsePacketHead(block, type, static_cast<std::uint32_t>(block.size()), order, snapLength,
                         head)
        || block.size() > largestBlock || head.captured > maxPacketSize
        || head.captured < shortestPacket(linkType)
        || head.captured + padding(head.captured) > head.optionsEnd - head.dataBegin) {
        return false;
    }
    if (type == simplePacketBlock) {
        return head.captured + padding(head.captured) == head.optionsEnd - head.dataBegin;
    }
    return areSoundOptions(
        block.subspan(static_cast<std::size_t>(head.optionsBegin),
                      static_cast<std::size_t>(head.optionsEnd - head.optionsBegin)),
        OptionsOf::Packet, order);
}

bool BlockCheck::acceptsInterface(ByteView block, ByteOrder order)
{
    constexpr std::size_t head = 16;
    if (block.size() < head + 4
        || !areSoundOptions(optionsOf(block, head), OptionsOf::Interface, order)) {
        return false;
    }
    m_interfaces.push_back({.linkType = load<std::uint16_t>(block.data() + 8, order),
                            .snapLength = load<std::uint32_t>(block.data() + 12, order)});
    return true;
}

bool BlockCheck::acceptsPacket(ByteView block, std::uint32_t type, ByteOrder order) const
{
    const std::uint32_t snapLength = m_interfaces.empty() ? 0 : m_interfaces.front().snapLength;
    PacketHead head;
    return parsePacketHead(block, type, static_cast<std::uint32_t>(block.size()), order, snapLength,
                           head)
           && head.interface < m_interfaces.size()
           && isSoundPacket(block, type, order, m_interfaces[head.interface].linkType, snapLength);
}

bool BlockCheck::accepts(ByteView block, ByteOrder order)
{
    constexpr std::size_t statisticsHead = 20;
    if (block.size() < blockOverhead || block.size() > largestBlock) {
        return false;
    }
    const auto type = load<std::uint32_t>(block.data(), order);
    if (type == sectionHeaderBlock) {
        m_interfaces.clear();
        return isSoundSection(block, order);
    }
    if (type == interfaceBlock) {
        return acceptsInterface(block, order);
    }
    if (isPacketBlock(type)) {
        return acceptsPacket(block, type, order);
    }
    if (type == statisticsBlock) {
        return block.size() >= statisticsHead + 4
               && load<std::uint32_t>(block.data() + 8, order) < m_interfaces.size()
               && areSoundOptions(optionsOf(block, statisticsHead), OptionsOf::Statistics, order);
    }
    if (type == nameBlock) {
        return isSoundNames(block, order);
    }
    if (type == secretsBlock) {
        return isSoundSecrets(block, order);
    }
    if (std::ranges::find(customBlocks, type) != customBlocks.end()) {
        return isSoundCustom(optionsOf(block, 8), order);
    }
    return std::ranges::find(othersBlocks, type) == othersBlocks.end();
}

void appendSection(std::string& out, ByteView block, ByteOrder order)
{
    Block copy(out, sectionHeaderBlock, order);
    put(out, byteOrderMagic, order);
    put(out, majorVersion, order);
    put(out, std::uint16_t{0}, order);
    put(out, ~std::uint64_t{0}, order);
    copy.options(optionsOf(block, smallestSection - 4), OptionsOf::Section);
}

void appendInterface(std::string& out, ByteView block, ByteOrder order, std::uint16_t linkType)
{
    constexpr std::size_t head = 16;
    const bool isWhole = block.size() >= head + 4;
    Block copy(out, interfaceBlock, order);
    put(out, linkType, order);
    put(out, std::uint16_t{0}, order);
    put(out, isWhole ? load<std::uint32_t>(block.data() + 12, order) : 0, order);
    copy.options(optionsOf(block, head), OptionsOf::Interface);
}

bool appendPacket(std::string& out, ByteView block, const PacketHead& head, std::uint32_t type,
                  ByteOrder order, std::uint32_t interface, std::uint16_t linkType)
{
    if (head.captured < shortestPacket(linkType)) {
        return false;
    }
    const auto data = block.subspan(
        static_cast<std::size_t>(head.dataBegin),
        static_cast<std::size_t>(std::min<std::uint64_t>(head.captured, maxPacketSize)));
    const auto original = static_cast<std::uint32_t>(std::max(head.captured, head.original));
    if (type == simplePacketBlock) {
        // The interface limits the captured length: the packet cannot be cut further.
        if (data.size() < head.captured) {
            return false;
        }
        const Block copy(out, simplePacketBlock, order);
        put(out, static_cast<std::uint32_t>(head.original), order);
        putPadded(out, data);
        return true;
    }
    Block copy(out, enhancedPacketBlock, order);
    put(out, interface, order);
    put(out, static_cast<std::uint32_t>(head.ticks >> 32U), order);
    put(out, static_cast<std::uint32_t>(head.ticks & 0xFFFFFFFFU), order);
    put(out, static_cast<std::uint32_t>(data.size()), order);
    put(out, original, order);
    putPadded(out, data);
    copy.options(block.subspan(static_cast<std::size_t>(head.optionsBegin),
                               static_cast<std::size_t>(head.optionsEnd - head.optionsBegin)),
                 OptionsOf::Packet);
    return true;
}

} // namespace pipecore::pcapng
