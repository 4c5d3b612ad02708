#pragma once

#include "pipecore/bytes.h"
#include "pipecore/error.h"
#include "pipecore/row_list.h"
#include "pipecore/session.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace pipecore {

/// What a session can be written as. docs/MANUAL.md says what is in each.
enum class ExportFormat : std::uint8_t {
    Pcapng,    ///< the session file itself, or a session file of some of its rows
    JsonLines, ///< a JSON object a row
    Csv,       ///< RFC 4180, with a header line
    Text,      ///< a line of facts and a hex dump a row
    Html,      ///< a page that needs nothing else: summary, connections, timeline, messages
    Raw,       ///< messages only: their length as a little-endian u32, then their bytes
};

/// A format and how it is called.
struct ExportFormatName
{
    ExportFormat format;
    std::string_view word;      ///< on the command line
    std::string_view extension; ///< of its files, without the dot
};
/// All of them.
[[nodiscard]] std::span<const ExportFormatName> exportFormats();
/// The format that a file's ending asks for; empty when it is none of ours.
[[nodiscard]] std::optional<ExportFormat> exportFormatOf(const std::filesystem::path& file);

/// Numbers of rows in ascending order. A value; neighbours take no more memory than one.
class RowRanges
{
public:
    /// Rows from `first` on, up to and without `end`.
    struct Range
    {
        std::uint64_t first = 0;
        std::uint64_t end = 0;

        friend bool operator==(const Range&, const Range&) = default;
    };
    RowRanges() = default;
    [[nodiscard]] static RowRanges between(std::uint64_t first, std::uint64_t end);

    /// What a filter found.
    [[nodiscard]] static RowRanges of(const RowList& rows);

    /// Adds rows behind those that are there; what is not behind them is left out.
    void add(Range rows);
    void add(std::uint64_t row) { add({row, row + 1}); }
    /// The same with those rows of a list that are among `among`.
    void add(const RowList& rows, Range among);
    [[nodiscard]] std::uint64_t count() const { return m_count; }
    [[nodiscard]] std::span<const Range> ranges() const { return m_ranges; }

private:
    std::vector<Range> m_ranges;
    std::uint64_t m_count = 0;
};

/// Takes what is exported, piece by piece, in order. An error ends the export.
using ExportSink = std::function<Result<void>(ByteView)>;
/// As in SessionFile::open.
using ExportProgress = std::function<bool(double)>;
/// Told what is no failure but should be known.
using ExportNotice = std::function<void(const Error&)>;

/// Writes rows of a session, by default all that there are when it begins; numbers beyond the last
/// row are passed over. Returns how many rows were written. The source is read forwards in large
/// pieces, twice for Html; memory does not grow with the session. Any thread. Errors: those of the
/// source and of `sink`, Cancelled, NotSupported (Pcapng of a session that is in no file).
[[nodiscard]] Result<std::uint64_t> exportRows(const RecordSource& source,
                                               const std::optional<RowRanges>& rows,
                                               ExportFormat format, const ExportSink& sink,
                                               const ExportProgress& progress = {});
/// The same into a file, which is replaced only when all is written, and keeps its owner, mode and
/// access list: `notice` is told when the system did not permit that. InvalidArgument when it is the
/// file that the source is read from, or no file, or an output that is open already (/dev/stdout).
[[nodiscard]] Result<std::uint64_t>
exportRows(const RecordSource& source, const std::optional<RowRanges>& rows, ExportFormat format,
           const std::filesystem::path& target, const ExportProgress& progress = {},
           const ExportNotice& notice = {});

} // namespace pipecore
