#pragma once

#include "pipecore/session/session.h"

#include <QtGlobal>

#include <algorithm>
#include <atomic>
#include <memory>
#include <optional>

namespace pipescope {

/// The rows a LogView shows, numbered from 0 without gaps, wherever they come from: a session that
/// grows, a file, a selection of either.
class LogRows
{
public:
    LogRows() = default;
    LogRows(const LogRows&) = delete;
    LogRows& operator=(const LogRows&) = delete;
    virtual ~LogRows() = default;

    /// Rows to show now. Rows are only ever added at the end. Any thread.
    [[nodiscard]] virtual quint64 count() const = 0;
    /// One row with up to `payloadLimit` bytes of its payload; Record::row is its place in the session,
    /// which may differ from `row`. Any thread. Errors as RecordSource::read().
    [[nodiscard]] virtual pipecore::Result<pipecore::Record>
    read(quint64 row, std::size_t payloadLimit) const = 0;
    /// What the index in memory knows of a row that is there, without touching the disk. Any thread.
    [[nodiscard]] virtual pipecore::RecordSource::RowHead head(quint64 row) const = 0;
    /// Who is at the other end, or null while nobody knows. Any thread.
    [[nodiscard]] virtual std::shared_ptr<const pipecore::PeerInfo>
    peer(pipecore::ConnectionId connection) const = 0;
    /// The server or client a row belongs to. Any thread.
    [[nodiscard]] virtual std::optional<pipecore::EndpointFacts>
    endpoint(pipecore::EndpointId id) const = 0;

    /// The session that the rows are of, or null when they are of none. Any thread.
    [[nodiscard]] virtual const pipecore::RecordSource* source() const { return nullptr; }
    /// The place in the session of a row that is there. Any thread.
    [[nodiscard]] virtual quint64 sourceRow(quint64 row) const { return row; }
    /// The row that shows this row of the session; of those that are shown, the first one that is not
    /// before it. May be count(). Any thread.
    [[nodiscard]] virtual quint64 firstFrom(quint64 sourceRow) const { return sourceRow; }
    /// The row that shows this row of the session, if one does. Any thread.
    [[nodiscard]] std::optional<quint64> rowOf(quint64 sourceRow) const;
};

/// Rows of a record source from `first` on, up to a count that is moved on by setCount(): what comes
/// in meanwhile does not show before.
class SourceRows final : public LogRows
{
public:
    /// `source` is not owned and must outlive this object.
    SourceRows(const pipecore::RecordSource& source, quint64 first);

    /// Shows the source's rows below `sourceRows`.
    void setCount(quint64 sourceRows);
    /// Row of the source that is shown first.
    [[nodiscard]] quint64 first() const { return m_first; }

    [[nodiscard]] const pipecore::RecordSource* source() const override { return &m_source; }
    [[nodiscard]] quint64 sourceRow(quint64 row) const override { return m_first + row; }
    [[nodiscard]] quint64 firstFrom(quint64 sourceRow) const override
    {
        return sourceRow - std::min(sourceRow, m_first);
    }
    [[nodiscard]] quint64 count() const override { return m_count.load(); }
    [[nodiscard]] pipecore::Result<pipecore::Record> read(quint64 row,
                                                          std::size_t payloadLimit) const override;
    [[nodiscard]] pipecore::RecordSource::RowHead head(quint64 row) const override;
    [[nodiscard]] std::shared_ptr<const pipecore::PeerInfo>
    peer(pipecore::ConnectionId connection) const override;
    [[nodiscard]] std::optional<pipecore::EndpointFacts>
    endpoint(pipecore::EndpointId id) const override;

private:
    const pipecore::RecordSource& m_source;
    const quint64 m_first;
    std::atomic<quint64> m_count{0};
};

} // namespace pipescope
