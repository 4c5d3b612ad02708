#pragma once

#include "pipecore/model/row_set.h"

#include <QObject>

#include <vector>

namespace pipescope {

class FindController;
class HeadScan;
class LogView;
class ShownRows;

/// The lanes beside the log's scroll bar: errors, search matches and marks. Scans for errors
/// itself. GUI thread only.
class OverviewController : public QObject
{
    Q_OBJECT

public:
    /// None is owned.
    OverviewController(ShownRows& rows, LogView& view, const FindController& find, QObject* parent);
    /// Waits for the scan.
    ~OverviewController() override;

    /// Cancels the scan for errors: the rows are about to be destroyed.
    void stop();
    /// Scans all rows since the log was cleared for errors.
    void startErrors();
    /// Scans rows that were added.
    void includeNewRows();
    /// Repaints: rows, matches or marks have changed.
    void update();

private:
    void errorsFound(const std::vector<quint64>& rows);

    ShownRows& m_rows;
    LogView& m_view;
    HeadScan* m_errors;
    pipecore::RowSet m_errorRows; ///< of the session
};

} // namespace pipescope
