#pragma once

#include <QObject> // before ids.h: moc cannot read <compare> as the first header

#include "pipecore/model/ids.h"

#include <optional>

class QWidget;

namespace pipescope {

class FollowBar;
class LogView;
class ShownRows;

/// Limits the log to the rows of one connection, with a bar above the log. GUI thread only.
class FollowController : public QObject
{
    Q_OBJECT

public:
    /// `rows` and `view` are not owned. The bar becomes a hidden child of `panel`.
    FollowController(ShownRows& rows, LogView& view, QWidget* panel);

    [[nodiscard]] FollowBar* bar() const { return m_bar; }
    /// Shows only the connection of the current row; without one, emits a notice.
    void followCurrentRow();
    /// Updates the text of the bar.
    void updateBar();

signals:
    /// The user requests this connection only, or all.
    void connectionRequested(std::optional<pipecore::ConnectionId> connection);
    void noticed(const QString& text);

private:
    ShownRows& m_rows;
    LogView& m_view;
    FollowBar* m_bar;
};

} // namespace pipescope
