#pragma once

#include <QObject> // before ids.h: moc cannot read <compare> as the first header

#include "pipecore/model/ids.h"

#include <optional>

class QWidget;

namespace pipescope {

class FollowBar;
class LogView;
class ShownRows;

/// Leaves the rows of one connection in sight, and says so above the log. GUI thread only.
class FollowController : public QObject
{
    Q_OBJECT

public:
    /// `rows` and `view` are not owned. The bar becomes a hidden child of `panel`.
    FollowController(ShownRows& rows, LogView& view, QWidget* panel);

    [[nodiscard]] FollowBar* bar() const { return m_bar; }
    /// The connection of the current row; without one the notice says why there is none.
    void followCurrentRow();
    /// Says again whose rows are shown, and how many.
    void updateBar();

signals:
    /// The user wants to see this connection only, or all again.
    void connectionWanted(std::optional<pipecore::ConnectionId> connection);
    void noticed(const QString& text);

private:
    ShownRows& m_rows;
    LogView& m_view;
    FollowBar* m_bar;
};

} // namespace pipescope
