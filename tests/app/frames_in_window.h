#pragma once

#include "window_test.h"

#include "frames/frame_rules.h"
#include "frames/frame_switch.h"
#include "frames/frames_dialog.h"
#include "frames/log_source.h"
#include "log/log_view.h"
#include "traffic/traffic_panel.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QToolButton>

#include <string>
#include <utility>

namespace pipescope {

/// A server and a client of it, connected; both ends are in the log.
class Stream
{
public:
    explicit Stream(WindowUnderTest& test, std::string name = WindowUnderTest::pipeName(),
                    pipecore::PipeMode mode = pipecore::PipeMode::Byte)
        : m_test(test)
        , m_name(std::move(name))
    {
        pipecore::ServerOptions server;
        server.name = m_name;
        server.mode = mode;
        pipecore::ClientOptions client;
        client.name = m_name;
        client.mode = mode;
        const auto before = test.totals().connections;
        test.window->startServer(server);
        test.window->connectClient(client);
        QTRY_COMPARE_WITH_TIMEOUT(test.totals().connections, before + 2,
                                  WindowUnderTest::patienceMs);
        for (const auto& connection : test.recorder().facts().snapshot().connections) {
            const auto endpoint = test.recorder().facts().endpoint(connection.endpoint);
            if (endpoint && connection.closedNs == 0) {
                const bool isClient = endpoint->role == pipecore::Role::Client;
                (isClient ? m_client : m_server) = connection.id;
            }
        }
    }

    [[nodiscard]] QString name() const
    {
        const auto facts = m_test.recorder().facts().snapshot().endpoints;
        return QString::fromStdString(facts.back().name);
    }
    /// Writes this from the client, and waits until both ends have recorded all of its bytes.
    void write(const char* text) { send(m_client, text); }
    /// The same from the server.
    void writeBack(const char* text) { send(m_server, text); }

private:
    void send(pipecore::ConnectionId from, const char* text)
    {
        const auto before = m_test.totals().bytes;
        QVERIFY(m_test.window->session().live()->engine().send(from, pipecore::toBytes(text)));
        QTRY_COMPARE_WITH_TIMEOUT(m_test.totals().bytes, before + 2 * qstrlen(text),
                                  WindowUnderTest::patienceMs);
    }

    WindowUnderTest& m_test;
    const std::string m_name;
    pipecore::ConnectionId m_client;
    pipecore::ConnectionId m_server;
};

inline LogSource& logOf(const WindowUnderTest& test)
{
    return test.window->log();
}

inline const LogView* viewOf(const WindowUnderTest& test)
{
    return test.window->findChild<LogView*>();
}

/// The frames or reads that are shown, of one direction, as text; other rows are left out.
inline QStringList shown(const WindowUnderTest& test,
                         pipecore::Direction direction = pipecore::Direction::Received)
{
    QStringList texts;
    const pipecore::RecordSource* const rows = logOf(test).rows();
    for (quint64 row = 0; row < rows->rowCount(); ++row) {
        const auto record = rows->read(row, 100);
        if (record && record->isMessage() && record->message().direction == direction) {
            texts.append(QString::fromUtf8(reinterpret_cast<const char*>(record->payload.data()),
                                           static_cast<qsizetype>(record->payload.size())));
        }
    }
    return texts;
}

inline bool showsFrames(const WindowUnderTest& test)
{
    return QTest::qWaitFor([&] { return logOf(test).frames() != nullptr; },
                           WindowUnderTest::patienceMs);
}

/// Makes the first message that has this text current.
inline void choose(const WindowUnderTest& test, const char* text)
{
    const pipecore::RecordSource* const rows = logOf(test).rows();
    for (quint64 row = 0; row < rows->rowCount(); ++row) {
        const auto record = rows->read(row, 100);
        if (record && record->isMessage() && pipecore::asText(record->payload) == text) {
            test.makeCurrent(row);
            return;
        }
    }
    QFAIL(text);
}

inline QByteArray currentText(const WindowUnderTest& test)
{
    const auto row = test.window->findChild<TrafficPanel*>()->currentRow();
    const auto record = row ? logOf(test).rows()->read(*row, 100)
                            : pipecore::Result<pipecore::Record>(pipecore::refuse({}));
    return record ? QByteArray(reinterpret_cast<const char*>(record->payload.data()),
                               static_cast<qsizetype>(record->payload.size()))
                  : QByteArray("none");
}

inline QToolButton* side(const WindowUnderTest& test, const char* name)
{
    return test.window->findChild<FrameSwitch*>()->findChild<QToolButton*>(QLatin1String(name));
}

inline QPushButton* okOf(const QDialog& dialog)
{
    return dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
}

/// Opens the dialog for the pipe of the current row.
inline FramesDialog* openDialog(const WindowUnderTest& test)
{
    test.window->actions()[Action::ShowFrames]->trigger();
    return test.window->findChild<FramesDialog*>();
}

inline void setRule(const WindowUnderTest& test, const QString& pipe, const char* rule)
{
    test.window->frameRules().set(pipe, pipecore::FramingRule::parse(rule).value());
}

} // namespace pipescope
