#pragma once

#include "pipecore/model/row_set.h"
#include "rows/log_rows.h"

#include <concepts>
#include <memory>
#include <span>
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

/// A subset of rows, in their order. One bit a row at most. One thread adds rows; any thread reads.
class RowSubset final : public PartOfRows<LogRows>
{
public:
    using PartOfRows::PartOfRows;

    /// Adds these rows of the other set: ascending, and behind all existing ones.
    void add(std::span<const quint64> rows);

    [[nodiscard]] quint64 count() const override { return m_rows.size(); }
    [[nodiscard]] pipecore::Result<pipecore::Record> read(quint64 row,
                                                          std::size_t payloadLimit) const override;
    [[nodiscard]] quint64 sourceRow(quint64 row) const override;
    [[nodiscard]] quint64 firstFrom(quint64 sourceRow) const override;

private:
    pipecore::RowSet m_rows; ///< by their numbers in the full set
};

} // namespace pipescope
