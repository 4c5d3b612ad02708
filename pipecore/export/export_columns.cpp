#include "pipecore/export/export_columns.h"

#include "pipecore/base/translatable.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <utility>

namespace pipecore {

namespace {

constexpr auto columnNames = std::to_array<RowColumnName>({
    {RowColumn::Row, "row"},
    {RowColumn::Time, "time"},
    {RowColumn::Event, "event"},
    {RowColumn::Endpoint, "endpoint"},
    {RowColumn::Pipe, "pipe"},
    {RowColumn::Connection, "connection"},
    {RowColumn::Pid, "pid"},
    {RowColumn::Image, "image"},
    {RowColumn::User, "user"},
    {RowColumn::Direction, "direction"},
    {RowColumn::Length, "length"},
    {RowColumn::Text, "text"},
    {RowColumn::Hex, "hex"},
    {RowColumn::Info, "info"},
    {RowColumn::Origin, "origin"},
    {RowColumn::Partner, "partner"},
    {RowColumn::Marked, "marked"},
    {RowColumn::Comment, "comment"},
    {RowColumn::Problem, "problem"},
    {RowColumn::Latency, "latency"},
    {RowColumn::LatencyNs, "latency_ns"},
    {RowColumn::ReplyTo, "reply_to"},
});

/// Words of the filter for the same things.
constexpr auto otherNames = std::to_array<RowColumnName>({
    {RowColumn::Connection, "conn"},
    {RowColumn::Direction, "dir"},
    {RowColumn::Length, "len"},
    {RowColumn::Event, "kind"},
    {RowColumn::Hex, "data"},
    {RowColumn::Marked, "mark"},
});

std::optional<RowColumn> columnNamed(std::string_view name)
{
    for (const std::span<const RowColumnName> names :
         {std::span<const RowColumnName>(columnNames),
          std::span<const RowColumnName>(otherNames)}) {
        const auto found = std::ranges::find(names, name, &RowColumnName::name);
        if (found != names.end()) {
            return found->column;
        }
    }
    return std::nullopt;
}

std::unexpected<FilterError> mistake(std::size_t offset, std::size_t length, Phrase message)
{
    return std::unexpected(FilterError{.offset = offset,
                                       .length = std::max<std::size_t>(length, 1),
                                       .message = std::move(message)});
}

} // namespace

std::span<const RowColumnName> rowColumns()
{
    return columnNames;
}

/// Keeps the first of each name, and none that `all` stands for: names are members of an object.
void ExportColumns::removeRepeated()
{
    std::set<std::string, std::less<>> names;
    std::erase_if(m_columns, [&](const Column& column) {
        const auto* const ofRow = std::get_if<RowColumn>(&column.what);
        const bool isInAll = m_hasAll && ofRow != nullptr && *ofRow <= RowColumn::LastUsual;
        return isInAll || !names.insert(column.name).second;
    });
}

std::expected<ExportColumns, FilterError> ExportColumns::parse(std::string_view text)
{
    ExportColumns parsed;
    constexpr std::string_view blanks = " \t";
    const auto skipBlanks = [&](std::size_t at) {
        return std::min(text.find_first_not_of(blanks, at), text.size());
    };
    if (skipBlanks(0) == text.size()) {
        return parsed;
    }
    for (std::size_t at = 0;;) {
        at = skipBlanks(at);
        const std::string_view rest = text.substr(at);
        const std::string_view word = rest.substr(0, rest.find_first_of(", \t"));
        std::size_t length = word.size();
        if (word == "all") {
            parsed.m_hasAll = true;
        } else if (const auto column = columnNamed(word)) {
            parsed.m_columns.push_back({std::string(word), *column});
        } else if (DecodedName::isBegin(word)) {
            // A name in quotes may have commas.
            auto name = DecodedName::parse(rest);
            if (!name) {
                return mistake(at + name.error().offset, 1, name.error().message);
            }
            length = name->length();
            parsed.m_columns.push_back({name->text(), *name});
        } else {
            return mistake(
                at, length,
                {PIPECORE_TR("ErrorDetail", "Expected a column such as latency, or a decoded field "
                                            "such as json.method, found \"%1\""),
                 {std::string(word)}});
        }
        at = skipBlanks(at + length);
        if (at == text.size()) {
            parsed.removeRepeated();
            return parsed;
        }
        if (text[at] != ',') {
            return mistake(at, 1, {PIPECORE_TR("ErrorDetail", "Expected a comma")});
        }
        ++at;
    }
}

} // namespace pipecore
