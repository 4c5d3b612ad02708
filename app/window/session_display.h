#pragma once

#include "endpoints/send_target.h"
#include "rows/frame_places.h"
#include "window/main_window_status.h"

#include "pipecore/session/session.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

class QMainWindow;
class QToolButton;

namespace pipescope {

class ComposerPanel;
class DetailPanel;
class EndpointsPanel;
class IdentityCards;
class LogSource;
class SessionController;
class TrafficPanel;
class WindowActions;

/// Polls the session on a frame timer while it is active, sleeps while it is idle, and updates the
/// panels, the status bar and the title. GUI thread only.
class SessionDisplay : public QObject
{
    Q_OBJECT

public:
    /// The views of the session. None is owned.
    struct Views
    {
        QMainWindow& window;
        LogSource& log;
        TrafficPanel& traffic;
        EndpointsPanel& endpoints;
        DetailPanel& detail;
        ComposerPanel& composer;
        IdentityCards& identityCards;
        StatusLine& status;
        QToolButton& recordButton;
        const WindowActions& actions;
    };
    SessionDisplay(SessionController& session, const Views& views);
    /// The views release the session.
    ~SessionDisplay() override;

    /// Polls many times a second until the session is idle.
    void wake();
    /// True while it polls many times a second.
    [[nodiscard]] bool isAwake() const { return m_frameTimer.isActive(); }
    /// Passes a target to the composer once more: the composer has forgotten closed ones.
    void showTarget(SendTarget target);
    void updateTitle();
    /// Updates the figures to the current language.
    void showStatus();

signals:
    /// Emitted on each poll.
    void looking();
    /// The facts of the live session have changed; `facts` may hold the changes only.
    void liveFactsChanged(const pipecore::SessionFacts::Snapshot& facts);

private:
    void sourceChanged();
    void rowsReplaced(const RowMap& toNew);
    void liveChanged();
    void look();
    void showFacts();
    [[nodiscard]] StatusText recordingText() const;
    /// True if the shown session has unsaved changes: the mark in the title.
    [[nodiscard]] bool isAheadOfFile() const;

    SessionController& m_session;
    const Views m_views;
    QTimer m_frameTimer; ///< while the session is active
    QTimer m_slowTimer;  ///< always: rate, disk, missed changes
    QElapsedTimer m_sinceChange;
    QElapsedTimer m_sinceFacts;
    QElapsedTimer m_sinceStatus;
    quint64 m_factsRevision = 0;
    quint64 m_rowsSeen = 0;
    RateMeter m_rate;
};

} // namespace pipescope
