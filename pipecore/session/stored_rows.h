#pragma once

#include "session/file.h"
#include "session/row_index.h"

namespace pipecore {

/// Where the rows of a source are kept. Neither is owned; both are as old as the source.
struct StoredRows
{
    const ReadableFile& file;
    const RowIndex& index;
};

} // namespace pipecore
