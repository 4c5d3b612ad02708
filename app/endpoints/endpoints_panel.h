#pragma once

#include "endpoints/send_target.h"

#include "pipecore/engine/engine.h"
#include "pipecore/session/session.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QAction;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace pipescope {

class EndpointsModel;
class MarkedTree;

/// The servers and clients of a session with their connections: state, peer, start, traffic.
/// Double-click or Enter sends to a row, Delete disconnects. Emits requests and changes nothing
/// itself. GUI thread only. Keeps its columns in QSettings under "endpoints/".
class EndpointsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit EndpointsPanel(QWidget* parent = nullptr);
    ~EndpointsPanel() override;

    /// Updates the list in one step, with all facts or the changes since the last call. Facts of
    /// another session reset it.
    void setFacts(const pipecore::SessionFacts::Snapshot& facts);

signals:
    void newServerRequested();
    void newClientRequested();
    void demoRequested();
    void sendToRequested(pipescope::SendTarget target);
    void disconnectRequested(pipecore::ConnectionId connection, pipecore::CloseMode mode);
    /// Linux only.
    void endSendingRequested(pipecore::ConnectionId connection);
    void stopRequested(pipecore::EndpointId endpoint, pipecore::CloseMode mode);
    void identityRequested(pipecore::ConnectionId connection);
    void followConnectionRequested(pipecore::ConnectionId connection);
    void factsRequested(pipecore::ConnectionId connection, const QString& name);
    /// The frames and requests of the pipe with this name are to be set.
    void framesRequested(const QString& pipe);
    /// Of an open server's pipe.
    void securityCheckRequested(pipecore::EndpointId server);
    /// Windows only.
    void readModeRequested(pipecore::ConnectionId connection, pipecore::PipeMode mode);

protected:
    void changeEvent(QEvent* event) override;

private:
    /// The actions of the current row. A client endpoint stands for its connection.
    struct Selection
    {
        pipecore::EndpointId server; ///< an open server itself is selected
        pipecore::EndpointId client; ///< an open client itself is selected
        pipecore::ConnectionId connection;
        bool isConnected = false; ///< there is somebody to send to
        bool isUp = false;        ///< the other end is there, even if nothing can be sent any more
        bool isAlive = false;     ///< there is something to end
        QString name;             ///< of the pipe
        QString processId;
    };

    void makeActions();
    void makeEmptyPage();
    void makeTree();
    void addAction(QAction*& action, const QString& icon, const QKeySequence& key,
                   void (EndpointsPanel::*slot)());
    void retranslate();
    void restyle();
    void showPage();
    void updateActions();
    void scheduleTick();
    void showMenu(const QPoint& position);

    [[nodiscard]] Selection selection() const;
    void sendTo();
    void follow();
    void showIdentity();
    void endSending();
    void disconnectGracefully();
    void disconnectAtOnce();
    void disconnectCurrent(pipecore::CloseMode mode);
    void stop();
    void stopAtOnce();
    void stopCurrent(pipecore::CloseMode mode);
    void askFacts();
    void showFrames();
    void checkSecurity();
    void readMessages();
    void readBytes();
    void changeReadMode(pipecore::PipeMode mode);
    void copyName();
    void copyProcessId();
    void keepClosed(bool keep);
    void clearClosed();

    EndpointsModel* m_model = nullptr;
    QStackedWidget* m_pages = nullptr;
    MarkedTree* m_tree = nullptr;
    QWidget* m_emptyPage = nullptr;
    QLabel* m_emptyTitle = nullptr;
    QLabel* m_emptyText = nullptr;
    QPushButton* m_newServer = nullptr;
    QPushButton* m_newClient = nullptr;
    QPushButton* m_demo = nullptr;

    QAction* m_sendTo = nullptr;
    QAction* m_follow = nullptr;
    QAction* m_identity = nullptr;
    QAction* m_endSending = nullptr;
    QAction* m_disconnect = nullptr;
    QAction* m_disconnectAtOnce = nullptr;
    QAction* m_stop = nullptr;
    QAction* m_stopAtOnce = nullptr;
    QAction* m_facts = nullptr;
    QAction* m_frames = nullptr;
    QAction* m_checkSecurity = nullptr;
    QAction* m_readMessages = nullptr; ///< this and the next one: Windows only
    QAction* m_readBytes = nullptr;
    QAction* m_copyName = nullptr;
    QAction* m_copyProcessId = nullptr;
    QAction* m_keepClosed = nullptr;
    QAction* m_clearClosed = nullptr;
    QTimer m_timer;
};

} // namespace pipescope
