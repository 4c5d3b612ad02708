// Files that are, or pretend to be, pcapng sessions: each opens or says why not, and every row of it
// can be asked for.
#include "fuzz.h"
#include "pipecore/session.h"

#include <filesystem>
#include <fstream>
#include <random>

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
            require(record->row == row && record->kind == head.kind, "the row that was asked for");
            require(record->payload.size() <= 1000, "no more payload than asked for");
        }
    }
    require(!session.read(rows, 0), "no row behind the last");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
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
    const auto facts = (*session)->facts().snapshot();
    require(facts.connections.size() <= size && facts.endpoints.size() <= size, "facts");
    return 0;
}
