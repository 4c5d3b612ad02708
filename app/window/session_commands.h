#pragma once

#include "pipecore/export/export.h"

#include <QObject>

#include <functional>
#include <optional>

class QFileDialog;
class QMainWindow;

namespace pipescope {

class MessageArea;
class LogSource;
class SessionController;
class TrafficPanel;
class WindowActions;

/// Opens, saves, exports and starts sessions, and asks before unsaved changes are lost. GUI thread
/// only.
class SessionCommands : public QObject
{
    Q_OBJECT

public:
    /// None is owned. Dialogs are children of `window`.
    SessionCommands(SessionController& session, const LogSource& log, TrafficPanel& traffic,
                    MessageArea& messages, const WindowActions& actions, QMainWindow* window);

    /// Asks before unsaved marks and comments of the viewed file are lost.
    void openFile(const QString& path);
    void saveWithDialog();
    /// Shows the live session again; asks as openFile() does.
    void backToLive();
    /// Calls `go` immediately, or after the user has saved or discarded unsaved changes.
    void askToSave(std::function<void()> go);

    void updateActions();

private:
    void connectSession();
    void openWithDialog();
    void save();
    void exportWithDialog();
    void exportToDialog(const pipecore::ExportForm& form,
                        const std::optional<pipecore::RowRanges>& rows);
    void newSession();
    /// The same for marks and comments of the viewed file, and for the live session.
    void askAboutNotes(std::function<void()> go);
    void askAboutSession(std::function<void()> go);
    void askUnsaved(const QString& what, const QString& question, std::function<void()> go);

    SessionController& m_session;
    const LogSource& m_log;
    TrafficPanel& m_traffic;
    MessageArea& m_messages;
    const WindowActions& m_actions;
    QMainWindow* const m_window;
    std::function<void()> m_afterSave; ///< called after the save that the user requested
};

} // namespace pipescope
