#pragma once

#include "pipecore/filter/filter_run.h"
#include "rows/part_of_rows.h"

#include <memory>

namespace pipescope {

/// The rows that match a filter, as the threads of a FilterRun find them.
class FilteredRows final : public PartOfRows<SourceRows>
{
public:
    /// Starts to filter the existing rows of `all`.
    FilteredRows(std::shared_ptr<const SourceRows> all, const pipecore::Filter& filter);

    /// Includes rows added to `all` since. GUI thread.
    void includeNewRows();
    [[nodiscard]] pipecore::FilterRun& run() { return m_run; }

    [[nodiscard]] quint64 count() const override { return m_run.matches().size(); }
    [[nodiscard]] pipecore::Result<pipecore::Record> read(quint64 row,
                                                          std::size_t payloadLimit) const override;
    [[nodiscard]] quint64 sourceRow(quint64 row) const override;
    [[nodiscard]] quint64 firstFrom(quint64 sourceRow) const override
    {
        return m_run.matches().rank(sourceRow);
    }

private:
    pipecore::FilterRun m_run;
};

} // namespace pipescope
