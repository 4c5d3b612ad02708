#pragma once

#include "field_reader.h"
#include "pipecore/decode/hpack.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pipecore {

/// Reads a whole block of HTTP/2 header fields into the open field of a tree, as far as the block and those
/// before it say them.
class HeaderBlock
{
public:
    /// `table` has the fields that earlier blocks of this direction have set, and gets those of this one.
    HeaderBlock(FieldReader& reader, HpackTable& table) : m_reader(reader), m_table(table) {}

    void read();
    /// "POST /x" or "200"; empty when no field says it.
    [[nodiscard]] std::string summary() const;
    /// Of a request; empty when no field says it.
    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    std::optional<std::uint64_t> number(unsigned prefix, std::size_t& at);
    std::optional<std::string> text(std::size_t& at);
    void readIndexed();
    void readLiteral(unsigned prefix, bool isAdded, std::string_view type);
    void readTableSize();
    void addUnknown(std::uint64_t index, std::size_t size);
    void add(const HpackTable::Entry& entry, std::size_t size, std::string_view type);

    FieldReader& m_reader;
    HpackTable& m_table;
    std::string m_status;
    std::string m_method;
    std::string m_path;
};

} // namespace pipecore
