#pragma once

#include "pipecore/export/export.h"

#include <QObject>

#include <functional>
#include <optional>

class QFileDialog;
class QMainWindow;

namespace pipescope {

class MessageArea;
class SessionController;
class TrafficPanel;
class WindowActions;

/// Opens, saves and exports sessions, begins new ones, and asks before something is lost. GUI
/// thread only.
class SessionCommands : public QObject
{
    Q_OBJECT

public:
    /// None is owned. Dialogs are children of `window`.
    SessionCommands(SessionController& session, TrafficPanel& traffic, MessageArea& messages,
                    const WindowActions& actions, QMainWindow* window);

    /// Asks before marks and comments of the file that is viewed are lost.
    void openFile(const QString& path);
    void saveWithDialog();
    /// Shows the live session again; asks as openFile() does.
    void backToLive();
    /// Calls `go` at once, or after the user saved or gave up what is not saved.
    void askToSave(std::function<void()> go);

    void updateActions();

private:
    void connectSession();
    void openWithDialog();
    void save();
    void exportWithDialog();
    void exportToDialog(pipecore::ExportFormat format,
                        const std::optional<pipecore::RowRanges>& rows);
    void newSession();
    /// The same for marks and comments of the file that is viewed, and for the live session.
    void askAboutNotes(std::function<void()> go);
    void askAboutSession(std::function<void()> go);
    void askUnsaved(const QString& what, const QString& question, std::function<void()> go);

    SessionController& m_session;
    TrafficPanel& m_traffic;
    MessageArea& m_messages;
    const WindowActions& m_actions;
    QMainWindow* const m_window;
    std::function<void()> m_afterSave; ///< what waits for a save that the user chose at a question
};

} // namespace pipescope
