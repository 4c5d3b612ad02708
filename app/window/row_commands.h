#pragma once

#include <QObject>

class QMainWindow;

namespace pipescope {

class LogSource;
class MessageArea;
class PayloadTools;
class StatusLine;
class TrafficPanel;
class WindowActions;

/// The actions of the Log menu: show, mark, find, copy, save and compare rows. GUI thread only.
class RowCommands : public QObject
{
    Q_OBJECT

public:
    /// None is owned. Dialogs are children of `window`.
    RowCommands(LogSource& log, TrafficPanel& traffic, StatusLine& status, MessageArea& messages,
                const WindowActions& actions, QMainWindow* window);
    /// Releases the session.
    ~RowCommands() override;

signals:
    /// A mark or a comment was changed.
    void annotated();

private:
    void connectLog();
    void connectRows();
    void connectTimes();
    void connectPayloads();

    LogSource& m_log;
    TrafficPanel& m_traffic;
    StatusLine& m_status;
    MessageArea& m_messages;
    const WindowActions& m_actions;
    QMainWindow* const m_window;
    PayloadTools* m_payloads;
};

} // namespace pipescope
