#include "filter/filtered_rows.h"

namespace pipescope {

FilteredRows::FilteredRows(std::shared_ptr<const SourceRows> all, const pipecore::Filter& filter)
    : m_all(std::move(all))
    , m_run(*m_all->source(), filter,
            {.first = m_all->first(), .rowCount = m_all->first() + m_all->count()})
{}

void FilteredRows::lookOn()
{
    m_run.extendTo(m_all->first() + m_all->count());
}

pipecore::Result<pipecore::Record> FilteredRows::read(quint64 row, std::size_t payloadLimit) const
{
    if (row >= count()) {
        return pipecore::refuse("There is no row " + std::to_string(row));
    }
    return m_all->source()->read(m_run.matches().at(row), payloadLimit);
}

quint64 FilteredRows::sourceRow(quint64 row) const
{
    // Behind the last row everything is as far as the session goes.
    return row < count() ? m_run.matches().at(row) : m_all->sourceRow(m_all->count());
}

} // namespace pipescope
