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
class PairFinder;

/// The rows of a session that the log shows: all since it was cleared, those that match a filter,
/// or those of one connection, as they are found. "Row" alone is a shown row; "session row" is a
/// row of the record source. GUI thread only.
class ShownRows : public QObject
{
    Q_OBJECT

public:
    explicit ShownRows(QObject* parent = nullptr);
    /// Waits for running searches.
    ~ShownRows() override;

    /// Shows the rows of this session from `firstRow` on, of one connection or of any; not owned, null
    /// for none. When this returns, the previous source is no longer used.
    void setSource(const pipecore::RecordSource* source, quint64 firstRow = 0,
                   std::optional<pipecore::ConnectionId> connection = {});
    [[nodiscard]] const pipecore::RecordSource* source() const { return m_source; }
    /// The session's marks and comments; null if none.
    [[nodiscard]] pipecore::Annotations* annotations() const;

    /// Hides the session's rows before this one.
    void showFrom(quint64 firstRow);
    /// Shows matching rows, evaluated again; an empty filter shows all.
    void setFilter(const pipecore::Filter& filter);
    [[nodiscard]] const pipecore::Filter& filter() const { return m_wantedFilter; }
    /// Shows the rows of a connection, or all again. Uses the index only.
    void setConnection(std::optional<pipecore::ConnectionId> connection);
    [[nodiscard]] std::optional<pipecore::ConnectionId> connection() const { return m_connection; }

    enum class Growth { None, Shown, LookedAt };
    /// Includes rows recorded since: shown immediately, or filtered first.
    Growth grow();

    /// The shown rows; null without a session.
    [[nodiscard]] const std::shared_ptr<const LogRows>& rows() const { return m_shown; }
    /// All rows since the log was cleared; null without a session.
    [[nodiscard]] const std::shared_ptr<SourceRows>& all() const { return m_rows; }
    /// True if neither a filter nor a connection hides rows.
    [[nodiscard]] bool isAll() const { return m_shown == m_rows; }
    [[nodiscard]] bool isFiltered() const { return !m_wantedFilter.isEmpty(); }
    [[nodiscard]] quint64 count() const { return m_shown ? m_shown->count() : 0; }
    /// Number of session rows when the shown rows were last set.
    [[nodiscard]] quint64 known() const { return m_known; }
    /// The session row of a row.
    [[nodiscard]] std::optional<quint64> sessionRow(std::optional<quint64> row) const;
    /// True if a session row is or will be shown.
    [[nodiscard]] bool passesFilter(quint64 sessionRow) const;

    /// Adds rows [first, end), as session rows.
    void addTo(pipecore::RowRanges& rows, quint64 first, quint64 end) const;
    /// Visible session rows; empty if all are.
    [[nodiscard]] std::optional<pipecore::RowRanges> visibleRanges() const;
    /// True while rows are still searched.
    [[nodiscard]] bool isSearching() const;
    /// True while rows are still searched among the session's first `rows`.
    [[nodiscard]] bool isSearchingAmong(quint64 rows) const;
    /// Progress of the filter; empty without one.
    [[nodiscard]] std::optional<pipecore::FilterRun::Progress> filterProgress() const;

    /// Finds the nearest row in the session from a row on.
    using NextRow = std::function<std::optional<quint64>(quint64 sessionRow)>;
    /// The first of rows [first, behind) that `next` finds. Skips hidden rows `hops` times at most.
    [[nodiscard]] std::optional<quint64>
    firstFound(quint64 first, quint64 behind, const NextRow& next,
               int hops = std::numeric_limits<int>::max()) const;
    /// The last of them that `previous` finds.
    [[nodiscard]] std::optional<quint64> lastFound(quint64 first, quint64 behind,
                                                   const NextRow& previous) const;

signals:
    /// The shown rows are about to change: they must not be used any more.
    void changing();
    /// rows() has changed.
    void changed();
    /// The filter has evaluated more rows.
    void filtered();
    /// More rows of the connection were found.
    void followed();
    /// More is known of which rows answer which.
    void paired();

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
    PairFinder* m_pairs;
};

} // namespace pipescope
