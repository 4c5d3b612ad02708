#pragma once

#include "pipecore/model/row_body.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Fields of rows as values, for all who show, compare or count them without knowing the kind of row.
namespace pipecore {

/// A value of a field. A word is of the vocabulary ("peerClosed").
struct RowWord
{
    std::string_view word{};
    friend bool operator==(const RowWord&, const RowWord&) = default;
};
struct RowValue
{
    RowField field;
    std::variant<std::uint64_t, bool, RowWord, std::string> value;
    bool isFirst = false; ///< the value that the field begins with
    /// Nothing to report: JSON omits it.
    [[nodiscard]] bool isLeftOut() const { return field.isOptional && isFirst; }
};

/// The plain fields of a row in their order: numbers, yes or no, words and texts. An error is its parts
/// (`error.kind`, `error.code`, `error.api`, `error.detail`). Who is at the other end and identities are
/// not plain: see PeerInfo and factsOf(). Any thread.
[[nodiscard]] std::vector<RowValue> valuesOf(const RowBody& body);

/// A field that filters know, of any kind of row.
struct FilteredField
{
    std::string_view name; ///< RowField::key, or the part of an error
    enum class Type : std::uint8_t { Number, Flag, Word, Text };
    Type type = Type::Number;
};
/// All of them, each once, sorted by name. Static.
[[nodiscard]] std::span<const FilteredField> filteredFields();

/// Whether rows of that kind have the field.
[[nodiscard]] bool hasField(RecordKind kind, std::string_view name);

/// RowWords::sentence with the values in it, in English: the text of a row other than a message in texts and
/// tables.
[[nodiscard]] std::string sentenceOf(const RowBody& body);

/// A value in English: "peerClosed", "12", "yes".
[[nodiscard]] std::string textOf(const RowValue& value);

} // namespace pipecore
