#include "rows/log_rows.h"

namespace pipescope {

std::optional<quint64> LogRows::rowOf(quint64 wanted) const
{
    const quint64 row = firstFrom(wanted);
    return row < count() && sourceRow(row) == wanted ? std::optional(row) : std::nullopt;
}

SourceRows::SourceRows(const pipecore::RecordSource& source, quint64 first)
    : m_source(source)
    , m_first(first)
{}

void SourceRows::setCount(quint64 sourceRows)
{
    m_count.store(sourceRows - std::min(sourceRows, m_first));
}

pipecore::Result<pipecore::Record> SourceRows::read(quint64 row, std::size_t payloadLimit) const
{
    return m_source.read(m_first + row, payloadLimit);
}

pipecore::RecordSource::RowHead SourceRows::head(quint64 row) const
{
    return m_source.head(m_first + row);
}

std::shared_ptr<const pipecore::PeerInfo> SourceRows::peer(pipecore::ConnectionId connection) const
{
    const auto facts = m_source.facts().connection(connection);
    return facts ? facts->peer : nullptr;
}

std::optional<pipecore::EndpointFacts> SourceRows::endpoint(pipecore::EndpointId id) const
{
    return m_source.facts().endpoint(id);
}

} // namespace pipescope
