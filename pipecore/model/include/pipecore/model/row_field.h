#pragma once

#include <cstdint>
#include <string_view>

namespace pipecore {

/// Unit of a number.
enum class FieldUnit : std::uint8_t { None, ByteCount, RowNumber, Nanoseconds };

/// A field of a row, or of a struct that a field of a row is of. Such a struct describes itself:
///
///     static void fields(auto& self, auto&& visit)
///
/// calls `visit` with a RowField and the member, for each in the order in which people read them. Writing,
/// reading and showing are visitors.
struct RowField
{
    /// Member of the JSON, and its name in filters where `isFiltered`.
    std::string_view key{};
    /// Name for people: a translation source of the context "RowField". Empty: not shown by itself.
    std::string_view label{};
    FieldUnit unit = FieldUnit::None;
    /// Left out of JSON while it has the value it begins with.
    bool isOptional = false;
    bool isFiltered = false;
    /// A limit, where 0 is none: null in JSON, so that no program compares with it.
    bool isLimit = false;
};

/// How much a row should strike the eye.
enum class RowWeight : std::uint8_t { Event, Warning, Error };

/// The words of a kind of row.
struct RowWords
{
    /// In files, in JSON Lines and in filters; never changes once a release wrote it.
    std::string_view word{};
    /// The word in files of version 1, where it was another.
    std::string_view version1{};
    /// "Disconnected": a translation source of the context "RowTitle".
    std::string_view title{};
    /// Sentence of the row, with %1 to %9 for the fields in their order: a translation source of the context
    /// "RowSentence".
    std::string_view sentence{};
    RowWeight weight = RowWeight::Event;
    /// Whether it is a row of a session; otherwise an event that only the program's own parts need.
    bool isRow = true;
};

} // namespace pipecore
