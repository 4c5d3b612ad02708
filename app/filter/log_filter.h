#pragma once

#include "pipecore/filter/filter_run.h"
#include "rows/row_subset.h"

#include <QBasicTimer>
#include <QObject>
#include <memory>
#include <vector>

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

/// Filters the log in the background: one filter at a time; a new one cancels the previous one
/// without waiting for it. GUI thread only.
class LogFilter : public QObject
{
    Q_OBJECT

public:
    explicit LogFilter(QObject* parent = nullptr);
    /// Calls stop().
    ~LogFilter() override;

    /// Starts a filter. The matching rows of `all` are added to the result as they are found.
    [[nodiscard]] std::shared_ptr<const FilteredRows> start(std::shared_ptr<const SourceRows> all,
                                                            const pipecore::Filter& filter);
    /// Cancels the filter, and returns when no thread uses the rows any more.
    void stop();
    /// Cancels the filter without waiting.
    void cancel();
    /// Includes rows that were added since.
    void includeNewRows();

    [[nodiscard]] bool isActive() const { return m_rows != nullptr; }
    [[nodiscard]] pipecore::FilterRun::Progress progress() const;
    /// The rows found so far, while it isActive().
    [[nodiscard]] const pipecore::RowSet& matches() const { return m_rows->run().matches(); }

signals:
    /// More rows were filtered, or all.
    void progressed();

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    void watch();

    std::shared_ptr<FilteredRows> m_rows;
    std::vector<std::shared_ptr<FilteredRows>> m_ending; ///< cancelled, but not ended yet
    QBasicTimer m_timer;
};

} // namespace pipescope
