#pragma once

#include "session/paths.h"
#include "start/app.h"
#include "traffic/traffic_panel.h"
#include "window/main_window.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QMessageBox>
#include <QProcess>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <utility>

namespace pipescope {

/// A window with settings, journals and files of its own, and real pipes. Ended in order.
class WindowUnderTest
{
public:
    static constexpr int patienceMs = 20'000;

    /// `journals`: where the journals are; in a folder of its own without it.
    explicit WindowUnderTest(QString journals = {}) : m_journals(std::move(journals))
    {
        setApplicationIdentity();
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        open();
    }
    ~WindowUnderTest() { end(); }

    /// Ends the window as a user would who does not save, and opens another one.
    void reopen()
    {
        end();
        open();
    }

    void end()
    {
        if (window) {
            QSignalSpy closed(window.get(), &MainWindow::closed);
            window->endAndClose();
            // A test that was skipped or failed ends its window too: there QTRY_… would not wait.
            QVERIFY(QTest::qWaitFor([&closed] { return !closed.isEmpty(); }, patienceMs));
            window.reset();
        }
    }

    [[nodiscard]] QString file(const char* name) const
    {
        return QDir(m_folder.path()).filePath(QLatin1String(name));
    }
    [[nodiscard]] QString journals() const
    {
        return m_journals.isEmpty() ? file("journals") : m_journals;
    }

    /// A pipe name that nobody else uses.
    [[nodiscard]] static std::string pipeName()
    {
        static int counter = 0;
        return "pipescope-window-" + std::to_string(QCoreApplication::applicationPid()) + "-"
               + std::to_string(++counter);
    }

    [[nodiscard]] const pipecore::Recorder& recorder() const
    {
        return window->session().live()->recorder();
    }
    [[nodiscard]] pipecore::SessionFacts::Totals totals() const
    {
        return recorder().facts().totals();
    }

    /// A server that echoes and a client of it, connected.
    void startEcho(pipecore::PipeMode mode = pipecore::PipeMode::Message)
    {
        pipecore::ServerOptions server;
        server.name = pipeName();
        server.mode = mode;
        server.connection.echo = true;
        pipecore::ClientOptions client;
        client.name = server.name;
        client.mode = mode;
        const auto before = totals().connections;
        window->startServer(server);
        window->connectClient(client);
        QTRY_COMPARE_WITH_TIMEOUT(totals().connections, before + 2, patienceMs);
    }

    /// Sends from the newest connection and waits until all four rows of it are there.
    void sendEchoed(const char* text)
    {
        const auto connections = recorder().facts().snapshot().connections;
        pipecore::ConnectionId client;
        for (const auto& connection : connections) {
            const auto endpoint = recorder().facts().endpoint(connection.endpoint);
            if (endpoint && endpoint->role == pipecore::Role::Client) {
                client = connection.id;
            }
        }
        const auto before = totals().messages;
        QVERIFY(window->session().live()->engine().send(client, pipecore::toBytes(text)));
        QTRY_COMPARE_WITH_TIMEOUT(totals().messages, before + 4, patienceMs);
    }

    /// Makes a row of the shown rows current. The log has it with its next look at the recording.
    void makeCurrent(quint64 row) const
    {
        auto* const panel = window->findChild<TrafficPanel*>();
        const auto isCurrent = [panel, row] {
            panel->goToRow(row);
            return panel->currentRow() == row;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isCurrent(), patienceMs);
    }

    void save(const QString& path)
    {
        QSignalSpy saved(&window->session(), &SessionController::saved);
        window->session().saveTo(path);
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, patienceMs);
    }

    void openFile(const QString& path)
    {
        QSignalSpy opened(&window->session(), &SessionController::opened);
        window->openFile(path);
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, patienceMs);
    }

    std::unique_ptr<MainWindow> window;

private:
    void open()
    {
        window = std::make_unique<MainWindow>(journals());
        window->start();
        window->show();
        QVERIFY(window->session().live() != nullptr);
    }

    const QString m_journals;
    QTemporaryDir m_folder;
};

/// A widget of the window by its name; null when there is none.
template <typename Widget>
Widget* child(const WindowUnderTest& test, const char* name)
{
    return test.window->findChild<Widget*>(QLatin1String(name));
}

/// The question about rows that are in no file; null when it is not asked.
inline QMessageBox* unsavedQuestion(const WindowUnderTest& test)
{
    return child<QMessageBox>(test, "UnsavedQuestion");
}

} // namespace pipescope
