#pragma once

#include "rows/row_subset.h"

#include "pipecore/export/export.h"
#include "pipecore/filter/filter.h"
#include "pipecore/filter/filter_run.h"
#include "pipecore/session/session.h"

#include <QObject>

#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace pipescope {

class HeadScan;
class LogFilter;

/// Which rows of a session the log shows: all since it was cleared, or those that pass a filter, or
/// those of one connection, as they are found. "Row" alone is one of those that are shown; "session
/// row" is a row of the record source. GUI thread only.
class ShownRows : public QObject
{
    Q_OBJECT

public:
    explicit ShownRows(QObject* parent = nullptr);
    /// Waits for what looks for rows.
    ~ShownRows() override;

    /// Shows all rows of this session, of whatever connection; not owned, null for none. When this
    /// returns, the source before is not used any more.
    void setSource(const pipecore::RecordSource* source);
    [[nodiscard]] const pipecore::RecordSource* source() const { return m_source; }
    /// The session's marks and comments; null when there are none.
    [[nodiscard]] pipecore::Annotations* annotations() const;

    /// Hides the session's rows before this one.
    void showFrom(quint64 firstRow);
    /// Shows what passes, evaluated anew; an empty filter shows all.
    void setFilter(const pipecore::Filter& filter);
    [[nodiscard]] const pipecore::Filter& filter() const { return m_wantedFilter; }
    /// Shows the rows of a connection, or all again. Uses the index only.
    void setConnection(std::optional<pipecore::ConnectionId> connection);
    [[nodiscard]] std::optional<pipecore::ConnectionId> connection() const { return m_connection; }

    enum class Growth { None, Shown, LookedAt };
    /// Takes in what was recorded since: shown at once, or looked at first.
    Growth grow();

    /// What is shown; null without a session.
    [[nodiscard]] const std::shared_ptr<const LogRows>& rows() const { return m_shown; }
    /// All since the log was cleared; null without a session.
    [[nodiscard]] const std::shared_ptr<SourceRows>& all() const { return m_rows; }
    /// Neither a filter nor a connection leaves rows out.
    [[nodiscard]] bool isAll() const { return m_shown == m_rows; }
    [[nodiscard]] bool isFiltered() const { return !m_wantedFilter.isEmpty(); }
    [[nodiscard]] quint64 count() const { return m_shown ? m_shown->count() : 0; }
    /// Rows of the session that were there when what is shown was chosen.
    [[nodiscard]] quint64 known() const { return m_known; }
    /// The session row that a row shows.
    [[nodiscard]] std::optional<quint64> sessionRow(std::optional<quint64> row) const;
    /// Whether a session row will be shown, now or when it is found.
    [[nodiscard]] bool passesFilter(quint64 sessionRow) const;

    /// Adds rows [first, end), as session rows.
    void addTo(pipecore::RowRanges& rows, quint64 first, quint64 end) const;
    /// Session rows that are left in sight; empty when all are.
    [[nodiscard]] std::optional<pipecore::RowRanges> leftInSight() const;
    /// Rows are still looked for.
    [[nodiscard]] bool isLooking() const;
    /// Rows are still looked for among the session's first `rows`.
    [[nodiscard]] bool isLookingAmong(quint64 rows) const;
    /// What the filter has done; empty while there is none.
    [[nodiscard]] std::optional<pipecore::FilterRun::Progress> filterProgress() const;

    /// A search in the session for the nearest row from a row on.
    using NextRow = std::function<std::optional<quint64>(quint64 sessionRow)>;
    /// The first of rows [first, behind) that `next` finds. Rows that are not shown are passed over
    /// `hops` times.
    [[nodiscard]] std::optional<quint64>
    firstFound(quint64 first, quint64 behind, const NextRow& next,
               int hops = std::numeric_limits<int>::max()) const;
    /// The last of them that `previous` finds.
    [[nodiscard]] std::optional<quint64> lastFound(quint64 first, quint64 behind,
                                                   const NextRow& previous) const;

signals:
    /// Other rows are about to be shown: nobody may use these any more.
    void changing();
    /// rows() is another one.
    void changed();
    /// The filter has looked at more rows.
    void filtered();
    /// More rows of the connection were found.
    void followed();

private:
    void choose();
    void followFound(const std::vector<quint64>& rows);

    const pipecore::RecordSource* m_source = nullptr;
    std::shared_ptr<SourceRows> m_rows;
    std::shared_ptr<RowSubset> m_subset; ///< those of m_connection; null while all are shown
    std::shared_ptr<const LogRows> m_shown;
    std::optional<pipecore::ConnectionId> m_connection;
    pipecore::Filter m_wantedFilter;
    quint64 m_known = 0;
    LogFilter* m_filter;
    HeadScan* m_follow;
};

} // namespace pipescope
