#pragma once

#include "pipecore/session/annotations.h"
#include "pipecore/session/session.h"

#include "pipecore/files/file.h"
#include "pipecore/session/row_index.h"

#include <QTemporaryDir>

#include <memory>

namespace pipescope {

/// A session of any number of rows with a real index and a real file: the index has every row of
/// its own, the file is short, and rows of the same kind lie at the same place in it. What a row
/// costs in memory and to read is what it costs in a session of that size.
class IndexRows final : public pipecore::RecordSource
{
public:
    /// Different blocks in the file that rows refer to.
    static constexpr std::uint64_t blocks = 1024;

    IndexRows();
    /// Adds rows to the index and publishes them. False when the file could not be made.
    [[nodiscard]] bool add(std::uint64_t rows);

    [[nodiscard]] std::uint64_t rowCount() const override { return m_index->rowCount(); }
    [[nodiscard]] pipecore::Result<pipecore::Record> read(std::uint64_t row,
                                                          std::size_t payloadLimit) const override;
    [[nodiscard]] RowHead head(std::uint64_t row) const override;
    [[nodiscard]] const pipecore::SessionFacts& facts() const override
    {
        return m_session->facts();
    }
    [[nodiscard]] pipecore::Annotations* annotations() const override { return &m_annotations; }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<pipecore::SessionFile> m_session; ///< the short file as it is
    std::unique_ptr<pipecore::ReadableFile> m_file;
    std::unique_ptr<pipecore::RowIndex> m_index;
    std::vector<pipecore::RowIndex::Row> m_blocks; ///< the rows of the short file
    mutable pipecore::Annotations m_annotations;
};

/// Bytes of memory that programs can still have; 0 when the system does not say.
[[nodiscard]] std::uint64_t availableMemory();

} // namespace pipescope
