#pragma once

#include "pipecore/model/options.h"

#include <QObject>

class QWidget;

namespace pipescope {

class DetailPanel;
class FrameRules;
class LogSource;
class SessionController;
class TrafficPanel;
class WindowActions;

/// The actions for frames: the switch of the log, the dialogs for rules, and the reads of a frame. GUI
/// thread only.
class FrameCommands : public QObject
{
    Q_OBJECT

public:
    /// The objects that the actions concern. None is owned.
    struct Parts
    {
        SessionController& session;
        LogSource& log;
        FrameRules& rules;
        TrafficPanel& traffic;
        DetailPanel& detail;
        const WindowActions& actions;
    };
    /// Dialogs are children of `window`.
    FrameCommands(const Parts& parts, QWidget* window);
    /// Dialogs release the session.
    ~FrameCommands() override;

    /// Opens the dialog for the rule of a pipe, or raises it.
    void showDialogOf(const QString& pipe);
    /// Opens the list of all rules, or raises it.
    void showRules();

private:
    void releaseSession();
    void updateState();
    void showDialogOfRow(quint64 row);
    void showDialogOfCurrent();
    [[nodiscard]] pipecore::PipeMode modeOf(const QString& pipe) const;
    void goToRead(quint64 sessionRow);

    const Parts m_parts;
    QWidget* const m_window;
};

} // namespace pipescope
