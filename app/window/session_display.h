#pragma once

#include "endpoints/send_target.h"
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
class SessionController;
class TrafficPanel;
class WindowActions;

/// Looks at the session on a frame timer while something happens, sleeps when nothing does, and
/// gives what it sees to the panels, the status line and the title. GUI thread only.
class SessionDisplay : public QObject
{
    Q_OBJECT

public:
    /// What shows the session. None is owned.
    struct Views
    {
        QMainWindow& window;
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
    /// The views let go of the session.
    ~SessionDisplay() override;

    /// Looks many times a second from now on, until nothing happens any more.
    void wake();
    /// It looks many times a second, and not only now and then.
    [[nodiscard]] bool isAwake() const { return m_frameTimer.isActive(); }
    /// Tells the composer of a target once more: one that is over it has forgotten.
    void showTarget(SendTarget target);
    void updateTitle();
    /// The figures again, in the language of now.
    void showStatus();

signals:
    /// It looks now: whoever has something to look at, too.
    void looking();
    /// What is known of the live session was changed; `facts` may hold the changes only.
    void liveFactsChanged(const pipecore::SessionFacts::Snapshot& facts);

private:
    void sourceChanged();
    void liveChanged();
    void look();
    void showFacts();
    [[nodiscard]] StatusText recordingText() const;
    /// What is shown has more than its file: the mark in the title.
    [[nodiscard]] bool isAheadOfFile() const;

    SessionController& m_session;
    const Views m_views;
    QTimer m_frameTimer; ///< while something happens
    QTimer m_slowTimer;  ///< always: rate, disk, whatever the other one missed
    QElapsedTimer m_sinceChange;
    QElapsedTimer m_sinceFacts;
    QElapsedTimer m_sinceStatus;
    quint64 m_factsRevision = 0;
    quint64 m_rowsSeen = 0;
    RateMeter m_rate;
};

} // namespace pipescope
