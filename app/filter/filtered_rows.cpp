#include "filter/filtered_rows.h"

namespace pipescope {

FilteredRows::FilteredRows(std::shared_ptr<const SourceRows> all, const pipecore::Filter& filter)
    : PartOfRows(std::move(all))
    , m_run(*source(), filter,
            {.first = whole().first(), .rowCount = whole().first() + whole().count()})
{}

void FilteredRows::includeNewRows()
{
    m_run.extendTo(whole().first() + whole().count());
}

pipecore::Result<pipecore::Record> FilteredRows::read(quint64 row, std::size_t payloadLimit) const
{
    if (row >= count()) {
        return pipecore::refuse("No such row: " + std::to_string(row));
    }
    return source()->read(m_run.matches().at(row), payloadLimit);
}

quint64 FilteredRows::sourceRow(quint64 row) const
{
    // Beyond the last row: the end of the session.
    return row < count() ? m_run.matches().at(row) : whole().sourceRow(whole().count());
}

} // namespace pipescope
