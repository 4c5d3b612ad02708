#include "header_block.h"

#include "pipecore/base/translatable.h"

namespace pipecore {

namespace {

std::string unknownName(std::uint64_t index)
{
    return '#' + std::to_string(index);
}

} // namespace

void HeaderBlock::read()
{
    while (m_reader.hasMore()) {
        const auto first = m_reader.peek<std::uint8_t>();
        if ((first & 0x80U) != 0) {
            readIndexed();
        } else if ((first & 0xC0U) == 0x40) {
            readLiteral(6, true, "literal, indexed");
        } else if ((first & 0xE0U) == 0x20) {
            readTableSize();
        } else {
            readLiteral(4, false, (first & 0x10U) != 0 ? "literal, never indexed" : "literal");
        }
    }
}

std::string HeaderBlock::summary() const
{
    return !m_status.empty()                    ? m_status
           : m_method.empty() || m_path.empty() ? m_method + m_path
                                                : m_method + ' ' + m_path;
}

/// A number whose first byte has `prefix` bits of it; moves `at` behind it. Reports a mistake.
std::optional<std::uint64_t> HeaderBlock::number(unsigned prefix, std::size_t& at)
{
    if (!m_reader.has(at + 1)) {
        return std::nullopt;
    }
    const std::uint64_t max = (1U << prefix) - 1;
    std::uint64_t value = std::to_integer<std::uint64_t>(m_reader.rest()[at++]) & max;
    if (value < max) {
        return value;
    }
    constexpr unsigned maxShift = 28;
    for (unsigned shift = 0; shift <= maxShift; shift += 7) {
        if (!m_reader.has(at + 1)) {
            return std::nullopt;
        }
        const auto byte = std::to_integer<std::uint64_t>(m_reader.rest()[at++]);
        value += (byte & 0x7FU) << shift;
        if (byte < 0x80) {
            return value;
        }
    }
    m_reader.fail(at, PIPECORE_TR("Decode", "invalid number"));
    return std::nullopt;
}

/// A text after its length.
std::optional<std::string> HeaderBlock::text(std::size_t& at)
{
    if (!m_reader.has(at + 1)) {
        return std::nullopt;
    }
    const bool isHuffman = (std::to_integer<unsigned>(m_reader.rest()[at]) & 0x80U) != 0;
    const auto length = number(7, at);
    if (!length || !m_reader.has(at + *length)) {
        return std::nullopt;
    }
    const ByteView bytes = m_reader.rest().subspan(at, static_cast<std::size_t>(*length));
    at += bytes.size();
    if (!isHuffman) {
        return std::string(asText(bytes));
    }
    auto decoded = huffmanText(bytes);
    if (!decoded) {
        m_reader.fail(at, PIPECORE_TR("Decode", "invalid Huffman code"));
    }
    return decoded;
}

void HeaderBlock::readIndexed()
{
    std::size_t size = 0;
    const auto index = number(7, size);
    if (!index) {
        return;
    }
    if (const auto entry = m_table.find(*index)) {
        add(*entry, size, "indexed");
    } else {
        addUnknown(*index, size);
    }
}

void HeaderBlock::readLiteral(unsigned prefix, bool isAdded, std::string_view type)
{
    std::size_t size = 0;
    const auto index = number(prefix, size);
    if (!index) {
        return;
    }
    HpackTable::Entry entry;
    if (*index == 0) {
        auto name = text(size);
        if (!name) {
            return;
        }
        entry.first = std::move(*name);
    } else if (auto known = m_table.find(*index)) {
        entry.first = std::move(known->first);
    } else {
        entry.first = unknownName(*index);
    }
    auto value = text(size);
    if (!value) {
        return;
    }
    entry.second = std::move(*value);
    add(entry, size, type);
    if (isAdded) {
        m_table.add(std::move(entry));
    }
}

void HeaderBlock::readTableSize()
{
    std::size_t size = 0;
    if (const auto bytes = number(5, size)) {
        m_reader.spelled("table size", std::to_string(*bytes), size, "update", FieldKind::Number);
    }
}

void HeaderBlock::addUnknown(std::uint64_t index, std::size_t size)
{
    m_reader.spelled(unknownName(index), "set by an earlier header block", size, "indexed",
                     FieldKind::Word);
}

void HeaderBlock::add(const HpackTable::Entry& entry, std::size_t size, std::string_view type)
{
    m_reader.spelled(entry.first, entry.second, size, type);
    if (entry.first == ":status") {
        m_status = entry.second;
    } else if (entry.first == ":method") {
        m_method = entry.second;
    } else if (entry.first == ":path") {
        m_path = entry.second;
    }
}

} // namespace pipecore
