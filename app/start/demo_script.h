#pragma once

#include "start/console.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

namespace pipescope {

class MainWindow;

/// Runs a scripted demo: for a while from the first message on, however slow the machine, then
/// writes a screenshot, the session and a summary to a folder, prints the summary, and closes the
/// window without a question.
///
/// Files: pipescope-demo.png, pipescope-demo.pcapng, summary.txt.
class DemoScript : public QObject
{
    Q_OBJECT

public:
    /// `window` and `console` are not owned and must outlive this. `folder` is created if missing;
    /// empty is the current one.
    DemoScript(MainWindow& window, int seconds, const QString& folder, const Console& console);

    /// 0 if messages passed and all files were written, 1 otherwise.
    [[nodiscard]] int exitStatus() const { return m_exitStatus; }

private:
    /// Selects a message that has content in every part of the window.
    void chooseRow();
    void takePicture();
    void finish(const QString& session);
    [[nodiscard]] QString file(const QString& name) const;
    void giveUp(const QString& why);

    MainWindow& m_window;
    const QString m_folder;
    const Console& m_console;
    QElapsedTimer m_started;
    QTimer m_startTimer; ///< until the first message
    QTimer m_timer;
    int m_exitStatus = 1;
};

} // namespace pipescope
