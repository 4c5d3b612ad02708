#pragma once

#include "rows/log_rows.h"

#include <concepts>
#include <memory>
#include <utility>

namespace pipescope {

/// Base of rows that are a subset of others and delegate to them.
template <std::derived_from<LogRows> All>
class PartOfRows : public LogRows
{
public:
    explicit PartOfRows(std::shared_ptr<const All> all) : m_all(std::move(all)) {}

    [[nodiscard]] pipecore::RecordSource::RowHead head(quint64 row) const final
    {
        return source()->head(sourceRow(row));
    }
    [[nodiscard]] std::shared_ptr<const pipecore::PeerInfo>
    peer(pipecore::ConnectionId connection) const final
    {
        return m_all->peer(connection);
    }
    [[nodiscard]] std::optional<pipecore::EndpointFacts>
    endpoint(pipecore::EndpointId id) const final
    {
        return m_all->endpoint(id);
    }
    [[nodiscard]] const pipecore::RecordSource* source() const final { return m_all->source(); }

protected:
    [[nodiscard]] const All& whole() const { return *m_all; }

private:
    const std::shared_ptr<const All> m_all;
};

} // namespace pipescope
