#pragma once

#include "start/console.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

namespace pipescope {

class MainWindow;

/// For scripts: lets the window run for a while from the first message on, however long a slow machine
/// took to show it, then leaves a picture of it, the session and a
/// summary in a folder, prints the summary, and closes the window without a question.
///
/// Files: pipescope-demo.png, pipescope-demo.pcapng, summary.txt.
class DemoScript : public QObject
{
    Q_OBJECT

public:
    /// `window` and `console` are not owned and must outlive this. `folder` is made when it is not
    /// there; empty is the current one.
    DemoScript(MainWindow& window, int seconds, const QString& folder, const Console& console);

    /// 0 when messages passed and everything could be written, 1 otherwise.
    [[nodiscard]] int exitStatus() const { return m_exitStatus; }

private:
    /// Chooses a message that shows something in every part of the window.
    void chooseRow();
    void takePicture();
    void finish(const QString& session);
    [[nodiscard]] QString file(const QString& name) const;
    void giveUp(const QString& why);

    MainWindow& m_window;
    const QString m_folder;
    const Console& m_console;
    QElapsedTimer m_started;
    QTimer m_glance; ///< until the first message is there
    QTimer m_timer;
    int m_exitStatus = 1;
};

} // namespace pipescope
