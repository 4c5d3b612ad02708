#pragma once

#include "pipecore/session/session.h"

#include <QtGlobal>

#include <algorithm>
#include <atomic>
#include <memory>
#include <optional>

namespace pipescope {

/// The rows of a LogView, numbered from 0 without gaps, whatever their source: a growing session, a
/// file, or a selection of either.
class LogRows
{
public:
    LogRows() = default;
    LogRows(const LogRows&) = delete;
    LogRows& operator=(const LogRows&) = delete;
    virtual ~LogRows() = default;

    /// Number of rows. Rows are only added, at the end. Any thread.
    [[nodiscard]] virtual quint64 count() const = 0;
    /// Reads a row with up to `payloadLimit` bytes of its payload; Record::row is its place in the session,
    /// which may differ from `row`. Any thread. Errors as RecordSource::read().
    [[nodiscard]] virtual pipecore::Result<pipecore::Record>
    read(quint64 row, std::size_t payloadLimit) const = 0;
    /// The index entry of an existing row, without disk access. Any thread.
    [[nodiscard]] virtual pipecore::RecordSource::RowHead head(quint64 row) const = 0;
    /// The peer, or null while unknown. Any thread.
    [[nodiscard]] virtual std::shared_ptr<const pipecore::PeerInfo>
    peer(pipecore::ConnectionId connection) const = 0;
    /// The server or client of a row. Any thread.
    [[nodiscard]] virtual std::optional<pipecore::EndpointFacts>
    endpoint(pipecore::EndpointId id) const = 0;

    /// The session of the rows, or null if none. Any thread.
    [[nodiscard]] virtual const pipecore::RecordSource* source() const { return nullptr; }
    /// The session row of an existing row. Any thread.
    [[nodiscard]] virtual quint64 sourceRow(quint64 row) const { return row; }
    /// The row that shows this session row, if any. Any thread.
    [[nodiscard]] virtual quint64 firstFrom(quint64 sourceRow) const { return sourceRow; }
    /// The row that shows this session row, if any. Any thread.
    [[nodiscard]] std::optional<quint64> rowOf(quint64 sourceRow) const;
};

/// Rows of a record source from `first` on, up to a count set by setCount(): later rows stay hidden
/// until then.
class SourceRows final : public LogRows
{
public:
    /// `source` is not owned and must outlive this object.
    SourceRows(const pipecore::RecordSource& source, quint64 first);

    /// Shows the source's rows below `sourceRows`.
    void setCount(quint64 sourceRows);
    /// First shown row of the source.
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
