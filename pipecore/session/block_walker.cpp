#include "block_walker.h"

#include "pipecore/base/translatable.h"
#include "pipecore/pcapng/pcapng_format.h"
#include "pipecore/pcapng/pcapng_reader.h"

#include <algorithm>
#include <array>

namespace pipecore {

namespace {

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
    const auto start = m_window.at(0, 4);
    if (!start) {
        return std::unexpected(start.error());
    }
    if (start->size() < 4
        || load<std::uint32_t>(start->data(), ByteOrder::Little) != pcapng::sectionHeaderBlock) {
        return refusePhrase(whyNot(*start), ErrorKind::Corrupt);
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
    m_offset = m_end;
    const std::uint64_t left = m_fileSize - m_offset;
    // Made only where it is said: this runs for every block.
    const auto offset = [&] { return std::to_string(m_offset); };
    const auto bytesLeft = [&] { return std::to_string(left); };
    if (left == 0) {
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
                          "Invalid block length %1 at offset %2; %3 bytes are not read"),
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
    if (!loadBlock(block)) {
        return std::nullopt;
    }
    m_end = m_offset + block.length;
    return block;
}

/// Reads the needed part of a block, and checks that its two lengths agree.
bool BlockWalker::loadBlock(Block& block)
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
    if (load<std::uint32_t>(trailer.data(), m_order) != block.length) {
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
