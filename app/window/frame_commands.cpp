#include "window/frame_commands.h"

#include "detail/detail_panel.h"
#include "frames/frame_rules.h"
#include "frames/frame_switch.h"
#include "frames/frames_dialog.h"
#include "frames/log_source.h"
#include "frames/rules_dialog.h"
#include "session/session_controller.h"
#include "traffic/filter_controller.h"
#include "traffic/highlight_controller.h"
#include "traffic/traffic_panel.h"
#include "widgets/error_text.h"
#include "widgets/formatting.h"
#include "window/main_window_actions.h"

#include <QList>

namespace pipescope {

FrameCommands::FrameCommands(const Parts& parts, QWidget* window) : m_parts(parts), m_window(window)
{
    QAction* const frames = parts.actions[Action::Frames];
    connect(frames, &QAction::triggered, &parts.log, &LogSource::setWantsFrames);
    connect(&parts.traffic.frameSwitch(), &FrameSwitch::chosen, &parts.log,
            &LogSource::setWantsFrames);
    connect(&parts.log, &LogSource::stateChanged, this, &FrameCommands::updateState);
    connect(parts.actions[Action::ShowFrames], &QAction::triggered, this,
            &FrameCommands::showDialogOfCurrent);
    connect(&parts.traffic, &TrafficPanel::framesRequested, this, &FrameCommands::showDialogOfRow);
    connect(&parts.detail, &DetailPanel::readRequested, this, &FrameCommands::goToRead);
    connect(&parts.detail, &DetailPanel::framingChosen, &parts.rules, &FrameRules::reload);
    connect(&parts.rules, &FrameRules::changed, &parts.detail, &DetailPanel::framingChanged);
    connect(&parts.log, &LogSource::failed, this, [this](const pipecore::Error& error) {
        m_parts.traffic.showNotice(tr("Cannot assemble frames: %1").arg(errorLine(error)));
    });
    const LogTypes* const types = &parts.log.types();
    connect(types, &LogTypes::replaced, &parts.detail, &DetailPanel::framingChanged);
    connect(types, &LogTypes::grown, &parts.detail, &DetailPanel::typesGrown);
    connect(types, &LogTypes::replaced, &parts.traffic.filters(), &FilterController::typesChanged);
    connect(types, &LogTypes::replaced, &parts.traffic.highlights(),
            &HighlightController::decodersChanged);
    connect(types, &LogTypes::failed, this, [this](const QString& pipe, const QString& problem) {
        m_parts.traffic.showNotice(tr("No message types for %1: %2").arg(pipe, problem));
    });
    connect(&parts.session, &SessionController::sourceChanged, this,
            &FrameCommands::releaseSession);
    updateState();
}

FrameCommands::~FrameCommands()
{
    releaseSession();
}

void FrameCommands::releaseSession()
{
    const QList<FramesDialog*> open = m_window->findChildren<FramesDialog*>();
    for (FramesDialog* dialog : open) {
        dialog->releaseSource();
    }
}

void FrameCommands::updateState()
{
    const LogSource& log = m_parts.log;
    QAction* const action = m_parts.actions[Action::Frames];
    action->setEnabled(log.hasRule());
    action->setChecked(log.hasRule() && log.wantsFrames());
    m_parts.traffic.frameSwitch().setState(
        {.canShowFrames = log.hasRule(),
         .wantsFrames = log.wantsFrames(),
         .preparing = log.preparing(),
         .shortcut = action->shortcut().toString(QKeySequence::NativeText)});
}

void FrameCommands::showDialogOfRow(quint64 row)
{
    const pipecore::RecordSource* const rows = m_parts.log.rows();
    if (rows == nullptr || row >= rows->rowCount()) {
        return;
    }
    if (const auto endpoint = rows->facts().endpoint(rows->head(row).endpoint)) {
        showDialogOf(fromCore(endpoint->name));
    } else {
        m_parts.traffic.showNotice(tr("Select a row of a pipe."));
    }
}

void FrameCommands::showDialogOfCurrent()
{
    if (const auto row = m_parts.traffic.currentRow()) {
        showDialogOfRow(*row);
    } else {
        m_parts.traffic.showNotice(tr("Select a row of a pipe."));
    }
}

/// Byte if one of the pipes with this name is: a rule is for that one.
pipecore::PipeMode FrameCommands::modeOf(const QString& pipe) const
{
    auto mode = pipecore::PipeMode::Byte;
    bool isKnown = false;
    m_parts.session.source()->facts().visitEndpoints([&](const pipecore::EndpointFacts& endpoint) {
        if (endpoint.name == pipe.toStdString()) {
            mode = !isKnown || endpoint.mode == pipecore::PipeMode::Byte ? endpoint.mode : mode;
            isKnown = true;
        }
        return true;
    });
    return mode;
}

void FrameCommands::showDialogOf(const QString& pipe)
{
    const pipecore::RecordSource* const session = m_parts.session.source();
    if (session == nullptr) {
        return;
    }
    const QList<FramesDialog*> open = m_window->findChildren<FramesDialog*>();
    for (FramesDialog* dialog : open) {
        if (dialog->pipe() == pipe) {
            dialog->raise();
            dialog->activateWindow();
            return;
        }
    }
    auto* dialog = new FramesDialog(*session,
                                    {.name = pipe,
                                     .mode = modeOf(pipe),
                                     .rule = m_parts.rules.of(pipe),
                                     .asker = m_parts.rules.askerOf(pipe),
                                     .types = m_parts.rules.typesOf(pipe)},
                                    m_window);
    connect(dialog, &FramesDialog::ruleChosen, this,
            [this](const QString& name, const pipecore::FramingRule& rule, pipecore::Asker asker,
                   const TypesChoice& types) {
                const bool isAsBefore = types == m_parts.rules.typesOf(name);
                m_parts.rules.set(name, rule, asker, types);
                if (isAsBefore && !types.isEmpty()) {
                    m_parts.log.types().load(); // the file may be another
                }
                if (rule.kind != pipecore::FramingKind::None) {
                    m_parts.log.setWantsFrames(true);
                }
            });
    connect(dialog, &FramesDialog::listRequested, this, &FrameCommands::showRules);
    dialog->show();
}

void FrameCommands::showRules()
{
    if (auto* open = m_window->findChild<RulesDialog*>()) {
        open->raise();
        open->activateWindow();
        return;
    }
    auto* dialog = new RulesDialog(m_parts.rules, m_window);
    connect(dialog, &RulesDialog::editRequested, this, &FrameCommands::showDialogOf);
    dialog->show();
}

void FrameCommands::goToRead(quint64 sessionRow)
{
    m_parts.log.setWantsFrames(false);
    m_parts.traffic.goToRow(sessionRow);
}

} // namespace pipescope
