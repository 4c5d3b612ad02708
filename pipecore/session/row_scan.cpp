#include "pipecore/session/row_scan.h"

#include "pipecore/session/row_reader.h"
#include "pipecore/session/stored_rows.h"

#include <optional>

namespace pipecore {

class RowScan::Impl
{
public:
    /// Bytes read at the first place, and after each jump.
    static constexpr std::size_t firstWindow = std::size_t{16} * 1024;

    /// Rows in a file.
    struct InFile
    {
        explicit InFile(const StoredRows& stored)
            : rows(stored)
            , window(stored.file, firstWindow, WindowReader::largeWindow)
            , reader(stored.index, window)
        {}

        StoredRows rows;
        WindowReader window;
        RowReader reader;
        std::uint64_t known = 0; ///< rows that were whole in the file when the window was filled
    };

    Impl(const RecordSource& recordSource, std::size_t limit)
        : source(recordSource)
        , payloadLimit(limit)
    {
        if (const auto stored = source.stored()) {
            file.emplace(*stored);
        }
    }

    [[nodiscard]] Result<void> read(std::uint64_t number)
    {
        if (!file) {
            auto record = source.read(number, payloadLimit);
            if (!record) {
                return std::unexpected(record.error());
            }
            row.record = std::move(*record);
            kept = std::move(row.record.payload);
            row.record.payload.clear();
            row.payload = kept;
            return {};
        }
        if (number >= file->known) {
            // The end of the window may be half a row that has been written since.
            file->window.forget();
            file->known = file->rows.index.rowCount();
        }
        return file->reader.read(number, payloadLimit, row);
    }

    const RecordSource& source;
    const std::size_t payloadLimit;
    std::optional<InFile> file;
    ScannedRow row;
    Bytes kept; ///< the payload of a source without a file
};

RowScan::RowScan(const RecordSource& source, std::size_t payloadLimit)
    : m_impl(std::make_unique<Impl>(source, payloadLimit))
{}

RowScan::~RowScan() = default;

Result<const ScannedRow*> RowScan::read(std::uint64_t row)
{
    if (const auto read = m_impl->read(row); !read) {
        return std::unexpected(read.error());
    }
    return &m_impl->row;
}

} // namespace pipecore
