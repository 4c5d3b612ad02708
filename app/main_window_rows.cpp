// Marks, comments, places and pairs: what the Traffic menu does with single rows of the log.
#include "main_window.h"

#include "traffic/traffic_panel.h"
#include "widgets/theme.h"

#include <QMenu>

namespace pipescope {

void MainWindow::fillTrafficMenu()
{
    const WindowActions& act = *m_actions;
    m_trafficMenu->addActions({act[Act::Mark], act[Act::Comment], act[Act::OneConnection]});
    m_goMenu = m_trafficMenu->addMenu(QString());
    m_goMenu->setIcon(Theme::instance().icon(QStringLiteral("goto")));
    m_goMenu->addActions({act[Act::GoTo], act[Act::NextMark], act[Act::PreviousMark],
                          act[Act::GoToRequest], act[Act::GoToReply]});
    m_trafficMenu->addSeparator();
}

void MainWindow::connectRowActions()
{
    const WindowActions& act = *m_actions;
    const auto on = [this, &act](Act name, auto handler) {
        connect(act[name], &QAction::triggered, m_traffic, handler);
    };
    on(Act::Mark, &TrafficPanel::toggleMark);
    on(Act::Comment, &TrafficPanel::editComment);
    on(Act::GoTo, &TrafficPanel::startGoTo);
    on(Act::ZeroRow, &TrafficPanel::toggleZeroRow);
    on(Act::NextMark, [this] { m_traffic->goToMark(true); });
    on(Act::PreviousMark, [this] { m_traffic->goToMark(false); });
    on(Act::GoToReply, [this] { m_traffic->goToPartner(true); });
    on(Act::GoToRequest, [this] { m_traffic->goToPartner(false); });

    const auto showConnection = [this] {
        QAction* action = (*m_actions)[Act::OneConnection];
        action->setChecked(m_traffic->shownConnection().has_value());
    };
    on(Act::OneConnection, [this, showConnection] {
        m_traffic->showConnectionOfRow();
        // Without a connection nothing has changed, and neither must the check mark.
        showConnection();
    });
    connect(m_traffic, &TrafficPanel::shownConnectionChanged, this, showConnection);
    connect(m_traffic, &TrafficPanel::selectionTold, m_status, &StatusLine::setSelection);
    connect(m_traffic, &TrafficPanel::annotated, this, [this] {
        updateActions();
        updateTitle();
    });
}

} // namespace pipescope
