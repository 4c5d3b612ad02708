#pragma once

#include "rows/place_text.h"
#include "tasks/task.h"

#include <QObject>

#include "pipecore/model/ids.h"

class QWidget;

namespace pipescope {

class LogView;
class ShownRows;

/// Goes to rows by number, time, or relation to the current one. GUI thread only.
class PlaceController : public QObject
{
    Q_OBJECT

public:
    /// `rows` and `view` are not owned. Dialogs are children of `panel`.
    PlaceController(ShownRows& rows, LogView& view, QWidget* panel);

    /// Opens the dialog for a row or a time.
    void start();
    void goTo(const Place& place);
    /// Goes to the reply to the current row, or to the request that it answers (pipecore::Pairing).
    void goToPartner(bool reply);
    /// Goes to the last row of a connection in the session.
    void goToNewest(pipecore::ConnectionId connection);
    /// True while the target is searched on another thread.
    [[nodiscard]] bool isSearching() const { return m_search.isRunning(); }
    /// Returns when no rows are used any more.
    void stop();

signals:
    void rowRequested(quint64 sessionRow);
    void noticed(const QString& text);

private:
    void goToTime(qint64 wallNs);

    ShownRows& m_rows;
    LogView& m_view;
    QWidget* const m_panel;
    Task m_search{"place search"}; ///< a new search cancels the previous one
};

} // namespace pipescope
