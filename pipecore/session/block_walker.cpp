#include "block_walker.h"

#include "pipecore/base/translatable.h"
#include "pipecore/pcapng/pcapng_format.h"
#include "pipecore/pcapng/pcapng_reader.h"

#include <algorithm>
#include <array>

namespace pipecore {

namespace {

/// The program that unpacks it, if the file is compressed.
std::optional<std::string_view> compressedWith(ByteView start)
{
    struct Packer
    {
        std::string_view magic;
        std::string_view unpacker;
    };
    constexpr std::array<Packer, 5> packers = {{{"\x1F\x8B", "gunzip"},
                                                {"\x28\xB5\x2F\xFD", "unzstd"},
                                                {"\x04\x22\x4D\x18", "unlz4"},
                                                {"\xFD"
                                                 "7zX",
                                                 "unxz"},
                                                {"BZh", "bunzip2"}}};
    const auto packer = std::ranges::find_if(
        packers, [&](const Packer& one) { return asText(start).starts_with(one.magic); });
    return packer == packers.end() ? std::nullopt : std::optional(packer->unpacker);
}

/// Why a file that does not start with a section header is not read.
Phrase whyNot(ByteView start)
{
    constexpr std::array<std::uint32_t, 4> classicMagics = {0xA1B2C3D4, 0xD4C3B2A1, 0xA1B23C4D,
                                                            0x4D3CB2A1};
    if (start.empty()) {
        return {PIPECORE_TR("ErrorDetail", "Not a pcapng file: it is empty")};
    }
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
    if (const auto packed = compressedWith(start)) {
        return {PIPECORE_TR("ErrorDetail", "The file is compressed: %1 it first"),
                {std::string(*packed)}};
    }
    return {
        PIPECORE_TR("ErrorDetail", "Not a pcapng file: it does not start with a section header")};
}

} // namespace

Result<void> BlockWalker::begin()
{
    const auto fileSize = m_file.size();
    if (!fileSize) {
        return std::unexpected(fileSize.error());
    }
    m_fileSize = *fileSize;
    const auto start = m_window.at(0, pcapng::smallestSection);
    if (!start) {
        return std::unexpected(start.error());
    }
    if (start->size() < 4
        || load<std::uint32_t>(start->data(), ByteOrder::Little) != pcapng::sectionHeaderBlock) {
        return refusePhrase(whyNot(*start), ErrorKind::Corrupt);
    }
    if (const auto order = pcapng::sectionOrder(*start);
        order && start->size() >= pcapng::smallestSection) {
        m_order = *order;
        if (!readsVersion(
                {.offset = 0, .type = pcapng::sectionHeaderBlock, .length = 0, .start = *start})) {
            return refusePhrase(*m_problem, ErrorKind::Corrupt);
        }
    }
    return {};
}

void BlockWalker::note(Phrase problem)
{
    if (!m_problem) {
        m_problem = std::move(problem);
    }
}

std::optional<BlockWalker::Block> BlockWalker::next()
{
    std::optional<Block> found;
    m_offset = m_end;
    const std::uint64_t left = m_fileSize - m_offset;
    // Made only where it is said: this runs for every block.
    const auto offset = [&] { return std::to_string(m_offset); };
    const auto bytesLeft = [&] { return std::to_string(left); };
    if (left == 0) {
        return found;
    }
    if (left < pcapng::blockOverhead) {
        note({PIPECORE_TR("ErrorDetail",
                          "The file ends within a block at offset %1; %2 bytes are lost"),
              {offset(), bytesLeft()}});
        return found;
    }
    const auto start = bytes(m_offset, pcapng::blockOverhead);
    if (!start) {
        return found;
    }
    // Filled where it is returned: copying what was just written field by field stalls the processor.
    Block& block = found.emplace();
    block.offset = m_offset;
    block.type = load<std::uint32_t>(start->data(), m_order);
    if (block.type == pcapng::sectionHeaderBlock) {
        const auto order = pcapng::sectionOrder(*start);
        if (!order) {
            note({PIPECORE_TR("ErrorDetail",
                              "Section header without a byte-order mark at offset %1"),
                  {offset()}});
            found.reset();
            return found;
        }
        m_order = *order;
    }
    const auto told = load<std::uint32_t>(start->data() + 4, m_order);
    const std::uint64_t length = pcapng::paddedLength(told);
    if (told < pcapng::blockOverhead) {
        note({PIPECORE_TR("ErrorDetail",
                          "Invalid block length %1 at offset %2; %3 bytes are not read"),
              {std::to_string(told), offset(), bytesLeft()}});
        found.reset();
        return found;
    }
    if (length > left) {
        note({PIPECORE_TR(
                  "ErrorDetail",
                  "The file ends within a block of %1 bytes at offset %2; %3 bytes are lost"),
              {std::to_string(told), offset(), bytesLeft()}});
        found.reset();
        return found;
    }
    block.length = static_cast<std::uint32_t>(length); // no larger than the rest of the file
    if (!loadBlock(block, told) || !readsVersion(block)) {
        found.reset();
        return found;
    }
    m_end = m_offset + block.length;
    return found;
}

/// Reads the needed part of a block, and checks that its two lengths agree.
bool BlockWalker::loadBlock(Block& block, std::uint32_t told)
{
    const bool isSmall = block.length <= wholeBlock;
    auto view = bytes(m_offset, isSmall ? block.length : pcapng::blockOverhead);
    if (!view) {
        return false;
    }
    const auto trailer =
        isSmall ? view->last(4) : bytes(m_offset + block.length - 4, 4).value_or(ByteView{});
    if (trailer.empty()) {
        return false;
    }
    if (load<std::uint32_t>(trailer.data(), m_order) != told) {
        note({PIPECORE_TR("ErrorDetail",
                          "The two lengths of a block differ at offset %1; %2 bytes are not read"),
              {std::to_string(m_offset), std::to_string(m_fileSize - m_offset)}});
        return false;
    }
    if (!isSmall) {
        view = bytes(m_offset, wholeBlock);
        if (!view) {
            return false;
        }
    }
    block.start = *view;
    return true;
}

/// A section of another major version may mean anything. The rest of the file is left out.
bool BlockWalker::readsVersion(const Block& block)
{
    if (block.type != pcapng::sectionHeaderBlock) {
        return true;
    }
    if (block.start.size() < pcapng::smallestSection) {
        note({PIPECORE_TR("ErrorDetail", "Section header of %1 bytes, too short, at offset %2"),
              {std::to_string(block.length), std::to_string(m_offset)}});
        return false;
    }
    const auto major = load<std::uint16_t>(block.start.data() + 12, m_order);
    if (major == pcapng::majorVersion) {
        return true;
    }
    const auto minor = load<std::uint16_t>(block.start.data() + 14, m_order);
    note(
        {PIPECORE_TR("ErrorDetail",
                     "The section at offset %1 is in version %2.%3 of pcapng; PipeScope reads 1.x"),
         {std::to_string(m_offset), std::to_string(major), std::to_string(minor)}});
    return false;
}

std::optional<ByteView> BlockWalker::readBytes(std::uint64_t offset, std::size_t count)
{
    const auto view = m_window.at(offset, count);
    if (!view || view->size() < count) {
        note(view ? Phrase{PIPECORE_TR("ErrorDetail",
                                       "The file was truncated while it was read at offset %1"),
                           {std::to_string(offset)}}
                  : Phrase{"%1", {describe(view.error())}});
        return std::nullopt;
    }
    return *view;
}

std::optional<ByteView> BlockWalker::part(const Block& block, std::uint64_t begin,
                                          std::uint64_t count)
{
    if (begin + count <= block.start.size()) {
        return block.start.subspan(static_cast<std::size_t>(begin),
                                   static_cast<std::size_t>(count));
    }
    return bytes(block.offset + begin, static_cast<std::size_t>(count));
}

} // namespace pipecore
