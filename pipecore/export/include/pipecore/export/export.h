#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/base/error.h"
#include "pipecore/export/export_columns.h"
#include "pipecore/files/partial_file.h"
#include "pipecore/session/row_ranges.h"
#include "pipecore/session/session.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace pipecore {

/// Export formats of a session; docs/MANUAL.md describes them.
enum class ExportFormat : std::uint8_t {
    Pcapng,    ///< the session file itself, or a session file of some of its rows
    JsonLines, ///< a JSON object a row
    Csv,       ///< RFC 4180, with a header line
    Text,      ///< a line of facts and a hex dump a row
    Html,      ///< a page that needs nothing else: summary, connections, timeline, messages
    Raw,       ///< messages only: their length as a little-endian u32, then their bytes
};

/// How rows are written.
struct ExportForm
{
    // Implicit: a format alone is one.
    ExportForm(ExportFormat wanted) // NOLINT(google-explicit-constructor)
        : format(wanted)
    {}
    ExportForm(ExportFormat wanted, ExportColumns chosen, bool withDecoded = false)
        : format(wanted)
        , columns(std::move(chosen))
        , isDecoded(withDecoded)
    {}

    ExportFormat format;
    ExportColumns columns{}; ///< of JsonLines and Csv
    bool isDecoded = false;  ///< JsonLines: all fields of decoded messages, in a member `decoded`

    /// Whether the rows of a format have columns to choose.
    [[nodiscard]] static bool hasColumns(ExportFormat of)
    {
        return of == ExportFormat::JsonLines || of == ExportFormat::Csv;
    }
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

/// Receives the export piece by piece, in order. An error ends the export.
using ExportSink = std::function<Result<void>(ByteView)>;
/// As in SessionFile::open.
using ExportProgress = std::function<bool(double)>;
/// Receives warnings that are not failures.
using ExportNotice = std::function<void(const Error&)>;

/// Writes rows of a session, by default all that there are when it begins; numbers beyond the last
/// row are passed over. Returns how many rows were written. The source is read forwards in large
/// pieces, twice for Html; memory does not grow with the session. Any thread. Errors: those of the
/// source and of `sink`, Cancelled, NotSupported (Pcapng of a session that is in no file).
[[nodiscard]] Result<std::uint64_t> exportRows(const RecordSource& source,
                                               const std::optional<RowRanges>& rows,
                                               const ExportForm& form, const ExportSink& sink,
                                               const ExportProgress& progress = {});
/// The same into a file, which is replaced only when all is written, and keeps its owner, mode and
/// access list: `notice` is called if the system did not permit that. InvalidArgument when it is the
/// file that the source is read from, or no file, or an output that is open already (/dev/stdout).
/// `kind` decides who may read a new file.
[[nodiscard]] Result<std::uint64_t>
exportRows(const RecordSource& source, const std::optional<RowRanges>& rows, const ExportForm& form,
           const std::filesystem::path& target, const ExportProgress& progress = {},
           const ExportNotice& notice = {}, NewFile kind = NewFile::Export);

} // namespace pipecore
