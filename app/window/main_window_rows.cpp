// Marks, comments, places and pairs: what the Traffic menu does with single rows of the log.
#include "window/main_window.h"

#include "detail/payload_tools.h"
#include "traffic/traffic_panel.h"
#include "widgets/copy_menu.h"
#include "widgets/formatting.h"
#include "widgets/theme.h"

#include <QDir>
#include <QMenu>
#include <QStatusBar>

#include <vector>

namespace pipescope {

namespace {

/// How long the status line says what was done.
constexpr int tellMs = 5000;

} // namespace

void MainWindow::fillTrafficMenu()
{
    const WindowActions& act = *m_actions;
    m_trafficMenu->addActions(
        {act[Act::Mark], act[Act::Comment], act[Act::OneConnection], act[Act::Highlight]});
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
    on(Act::Highlight, &TrafficPanel::editHighlights);
    on(Act::GoTo, &TrafficPanel::startGoTo);
    on(Act::ZeroRow, &TrafficPanel::toggleZeroRow);
    on(Act::NextMark, [this] { m_traffic->goToMark(true); });
    on(Act::PreviousMark, [this] { m_traffic->goToMark(false); });
    on(Act::GoToReply, [this] { m_traffic->goToPartner(true); });
    on(Act::GoToRequest, [this] { m_traffic->goToPartner(false); });

    connectPayloadActions();

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

void MainWindow::fillCopyMenu()
{
    const WindowActions& act = *m_actions;
    m_copyMenu->clear();
    m_copyMenu->addActions({act[Act::CopyText], act[Act::CopyHex], act[Act::CopyCArray]});
    m_copyMenu->addSeparator();
    std::vector<pipecore::CopyStyleInfo> others;
    for (const pipecore::CopyStyleInfo& info : pipecore::copyStyles()) {
        if (info.style != pipecore::CopyStyle::Text && info.style != pipecore::CopyStyle::Hex
            && info.style != pipecore::CopyStyle::CArray) {
            others.push_back(info);
        }
    }
    addCopyStyles(m_copyMenu, others,
                  [this](pipecore::CopyStyle style) { m_traffic->copySelection({style}); });
}

void MainWindow::connectPayloadActions()
{
    const WindowActions& act = *m_actions;
    m_payloads = new PayloadTools(this);
    connect(m_traffic, &TrafficPanel::savePayloadRequested, m_payloads, &PayloadTools::save);
    connect(m_traffic, &TrafficPanel::compareRequested, m_payloads, &PayloadTools::compare);
    connect(act[Act::SavePayload], &QAction::triggered, this, [this] {
        if (const auto row = m_traffic->currentRow()) {
            m_payloads->save(*row);
        }
    });
    connect(act[Act::Compare], &QAction::triggered, this, [this] {
        if (const auto pair = m_traffic->selectedPair()) {
            m_payloads->compare(pair->first, pair->second);
        } else {
            statusBar()->showMessage(
                tr("Select two messages first: click one, Ctrl+click the other"), tellMs);
        }
    });
    connect(m_payloads, &PayloadTools::saved, this, [this](const QString& path, quint64 bytes) {
        statusBar()->showMessage(
            tr("Saved %1 to %2").arg(formatBytes(bytes), QDir::toNativeSeparators(path)), tellMs);
    });
    connect(m_payloads, &PayloadTools::failed, this,
            [this](const QString& what, const pipecore::Error& error) { showError(what, error); });
}

} // namespace pipescope
