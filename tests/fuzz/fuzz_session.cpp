// Files that are, or pretend to be, pcapng sessions: each opens or says why not, every row of it can be
// asked for, filtered and exported.
#include "fuzz.h"
#include "pipecore/base/elapsed.h"
#include "pipecore/export/export.h"
#include "pipecore/filter/filter_run.h"
#include "pipecore/session/session.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <vector>

using namespace pipecore;

namespace {

/// A file of this process; fuzz.sh puts temporary files into memory.
const std::filesystem::path& caseFile()
{
    static const std::filesystem::path path =
        std::filesystem::temp_directory_path()
        / ("pipescope-fuzz-" + std::to_string(std::random_device{}()) + ".pcapng");
    return path;
}

struct RemoveAtEnd
{
    /// The path is made first, so that it is still there at the end.
    RemoveAtEnd() { static_cast<void>(caseFile()); }
    ~RemoveAtEnd()
    {
        std::error_code ignored;
        std::filesystem::remove(caseFile(), ignored);
    }
};

void readRows(const SessionFile& session)
{
    constexpr std::uint64_t rowsRead = 300;
    const std::uint64_t rows = session.rowCount();
    for (std::uint64_t row = 0; row < std::min(rows, rowsRead); ++row) {
        const auto head = session.head(row);
        const auto record = session.read(row, 1000);
        if (record) {
            require(record->row == row && record->kind() == head.kind,
                    "the row that was asked for");
            const auto* const message = record->as<Message>();
            require(record->wallNs == head.wallNs
                        && (message == nullptr
                            || (message->length == head.length
                                && message->continues == head.continues)),
                    "the index and the file say the same");
            require(record->payload.size() <= 1000, "no more payload than asked for");
        }
    }
    require(!session.read(rows, 0), "no row behind the last");
}

constexpr std::uint64_t rowsUsed = 100;

/// All formats, counted and thrown away. Errors are fine: what a row says may be damaged.
void exportAll(const SessionFile& session)
{
    const RowRanges some = RowRanges::between(0, std::min(session.rowCount(), rowsUsed));
    for (const ExportFormatName& format : exportFormats()) {
        std::uint64_t bytes = 0;
        const auto written = exportRows(session, some, format.format, [&bytes](ByteView piece) {
            bytes += piece.size();
            return Result<void>();
        });
        if (written) {
            require(*written <= some.count(), "no more rows than asked for");
            require(bytes > 0 || *written == 0, "bytes for the rows");
        } else {
            require(!describe(written.error()).empty(), "a reason");
        }
    }
}

/// Filters that look at times, connections, latencies and payloads, against one row at a time.
void filterRows(const SessionFile& session)
{
    static const std::vector<Filter> filters = [] {
        std::vector<Filter> all;
        for (const std::string_view text :
             {"time > \"2000-01-01\" || time < \"07:30\"", "delta > 1s || latency >= 2ms",
              "text ~ \"a+b\" || data contains 00:01", "!(conn == 1) && len > 3"}) {
            const auto filter = Filter::parse(text);
            require(filter.has_value(), text);
            all.push_back(*filter);
        }
        return all;
    }();
    const std::uint64_t rows = std::min(session.rowCount(), rowsUsed);
    for (const Filter& filter : filters) {
        RowFilter run(session, filter);
        const auto found = run.rows(0, rows);
        require(std::ranges::is_sorted(found), "rows in order");
        require(found.empty() || found.back() < rows, "rows that are there");
    }
    for (std::uint64_t row = 0; row < rows; ++row) {
        if (const auto record = session.read(row, 0); record && record->wallNs != noTime) {
            const std::string time = filterTime(record->wallNs);
            require(time.size() > 2 && time.front() == '"' && time.back() == '"', "a time");
        }
    }
}

} // namespace

static int fuzzSession(const std::uint8_t* data, std::size_t size)
{
    static const RemoveAtEnd remover;
    {
        std::ofstream file(caseFile(), std::ios::binary | std::ios::trunc);
        file.write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
    }
    const auto session = SessionFile::open(caseFile());
    if (!session) {
        require(!describe(session.error()).empty(), "a reason");
        return 0;
    }
    const OpenReport& report = (*session)->report();
    require(report.fileBytes == size && report.goodBytes <= size, "sizes of the report");
    require(report.records == (*session)->rowCount(), "records of the report");
    readRows(**session);
    exportAll(**session);
    filterRows(**session);
    const auto facts = (*session)->facts().snapshot();
    require(facts.connections.size() <= size && facts.endpoints.size() <= size, "facts");
    return 0;
}

PIPESCOPE_FUZZ_TARGET(session, fuzzSession)
