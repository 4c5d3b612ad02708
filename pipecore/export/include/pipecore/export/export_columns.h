#pragma once

#include "pipecore/filter/decoded_values.h"
#include "pipecore/filter/filter.h"

#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace pipecore {

/// What an export tells of a row. docs/CLI.md describes them.
enum class RowColumn : std::uint8_t {
    Row,
    Time,
    Event,
    Endpoint,
    Pipe,
    Connection,
    Pid,
    Image,
    User,
    Direction,
    Length,
    Text,
    Hex,
    Info,
    Origin,
    Partner,
    Marked,
    Comment,
    LastUsual = Comment, ///< the columns of a CSV table when none were chosen
    Problem,             ///< of a malformed frame
    Latency,             ///< of a reply: seconds since its request, with nine decimals
    LatencyNs,           ///< the same in nanoseconds
    ReplyTo,             ///< number of the request's row
};

/// A column and how it is called.
struct RowColumnName
{
    RowColumn column = RowColumn::Row;
    std::string_view name;
};
/// All of them, in order; the word that a filter has for the same thing is understood as well.
[[nodiscard]] std::span<const RowColumnName> rowColumns();

/// Columns of a CSV table, members of JSON Lines: of the row, or fields of its decoded message. A value.
class ExportColumns
{
public:
    struct Column
    {
        std::string name; ///< as it was typed
        std::variant<RowColumn, DecodedName> what;
    };

    /// The usual ones.
    ExportColumns() = default;
    /// Reads names with commas between them: `row,latency,json.method`. `all` stands for the usual columns. Blank text:
    /// the usual ones.
    [[nodiscard]] static std::expected<ExportColumns, FilterError> parse(std::string_view text);

    /// Nothing was chosen.
    [[nodiscard]] bool isUsual() const { return m_columns.empty(); }
    /// The chosen ones; without those that `all` stands for where hasAll().
    [[nodiscard]] const std::vector<Column>& columns() const { return m_columns; }
    /// `all` was among them: the usual columns come first.
    [[nodiscard]] bool hasAll() const { return m_hasAll; }

private:
    void removeRepeated();

    std::vector<Column> m_columns;
    bool m_hasAll = false;
};

} // namespace pipecore
