#pragma once

#include "pipecore/files/file.h"
#include "pipecore/session/annotation_codec.h"
#include "pipecore/session/row_index.h"

#include <cstdint>

namespace pipecore {

/// Storage of the rows of a source. Neither file nor index is owned; both are as old as the
/// source. The rest is how it was when this was asked for.
struct StoredRows
{
    const ReadableFile& file;
    const RowIndex& index;
    /// Whole blocks from the start of the file; 0 while a scan has not come to their end.
    std::uint64_t goodBytes = 0;
    std::uint64_t goodRows = 0;    ///< rows in them
    std::uint64_t notedInFile = 0; ///< revision of the annotations that are in them
    AppendPlace appendPlace;       ///< place for further annotations
    bool isOurs = false;           ///< this program writes the file: its blocks need no check
};

} // namespace pipecore
