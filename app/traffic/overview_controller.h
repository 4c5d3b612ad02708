#pragma once

#include "pipecore/model/row_set.h"

#include <QObject>

#include <vector>

namespace pipescope {

class FindController;
class HeadScan;
class LogView;
class ShownRows;

/// The lanes beside the log's scroll bar: where errors, matches of the search and marks are. Looks
/// for the errors itself. GUI thread only.
class OverviewController : public QObject
{
    Q_OBJECT

public:
    /// None is owned.
    OverviewController(ShownRows& rows, LogView& view, const FindController& find, QObject* parent);
    /// Waits for the search.
    ~OverviewController() override;

    /// Ends the search for errors: the rows go.
    void stop();
    /// Looks for errors in all rows since the log was cleared.
    void startErrors();
    /// Looks into rows that were added.
    void lookOn();
    /// Paints anew: rows, matches or marks are others.
    void update();

private:
    void errorsFound(const std::vector<quint64>& rows);

    ShownRows& m_rows;
    LogView& m_view;
    HeadScan* m_errors;
    pipecore::RowSet m_errorRows; ///< of the session
};

} // namespace pipescope
