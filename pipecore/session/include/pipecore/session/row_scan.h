#pragma once

#include "pipecore/session/session.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>

namespace pipecore {

/// A row in a scan. Message bytes are not copied.
struct ScannedRow
{
    Record record;    ///< all but the payload, which is empty in it
    ByteView payload; ///< up to the number of bytes asked for
};

/// Reads many rows of a session, fast when they come in ascending order: the file is read in large
/// pieces, not a system call a row. What is not asked for is skipped. Memory does not grow with the
/// session. One thread; several scans of one source may run at once.
class RowScan
{
public:
    /// `source` is not owned. `payloadLimit` is the number of bytes of each payload that is wanted.
    explicit RowScan(const RecordSource& source,
                     std::size_t payloadLimit = std::numeric_limits<std::size_t>::max());
    RowScan(const RowScan&) = delete;
    RowScan& operator=(const RowScan&) = delete;
    ~RowScan();

    /// The row with that number, valid until the next call; rows that were added after the scan
    /// began are there too. Errors as RecordSource::read.
    [[nodiscard]] Result<const ScannedRow*> read(std::uint64_t row);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace pipecore
