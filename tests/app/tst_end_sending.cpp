// The end of one direction, in the window.
#include "window_test.h"

#include "endpoints/endpoints_panel.h"
#include "runner/register.h"

#include <QAction>
#include <QTreeView>

#include <algorithm>

using namespace pipescope;

namespace {

/// Rows of a kind, of one connection.
quint64 rowsOf(const WindowUnderTest& test, pipecore::ConnectionId connection,
               pipecore::RecordKind kind)
{
    quint64 found = 0;
    const pipecore::Recorder& recorder = test.recorder();
    for (quint64 row = 0; row < recorder.rowCount(); ++row) {
        const auto head = recorder.head(row);
        if (head.kind == kind && head.connection == connection) {
            ++found;
        }
    }
    return found;
}

pipecore::ConnectionId connectionOf(const WindowUnderTest& test, pipecore::Role role)
{
    for (const auto& connection : test.recorder().facts().snapshot().connections) {
        const auto endpoint = test.recorder().facts().endpoint(connection.endpoint);
        if (endpoint && endpoint->role == role) {
            return connection.id;
        }
    }
    return {};
}

} // namespace

class EndSendingTest : public QObject
{
    Q_OBJECT

private slots:
    void ClientThatEndsItsSendingIsStillAnswered()
    {
        WindowUnderTest test;
        pipecore::ServerOptions serving;
        serving.name = WindowUnderTest::pipeName();
        pipecore::ClientOptions joining;
        joining.name = serving.name;
        test.window->startServer(serving);
        test.window->connectClient(joining);
        QTRY_COMPARE_WITH_TIMEOUT(test.totals().connections, 2U, WindowUnderTest::patienceMs);
        const auto server = connectionOf(test, pipecore::Role::Server);
        const auto client = connectionOf(test, pipecore::Role::Client);
        QVERIFY(server && client);

        auto* const panel = test.window->findChild<EndpointsPanel*>();
        auto* const tree = panel->findChild<QTreeView*>(QStringLiteral("endpoints"));
        const auto row = [tree] { return tree->model()->index(0, 0, tree->model()->index(1, 0)); };
        QTRY_VERIFY_WITH_TIMEOUT(row().isValid(), WindowUnderTest::patienceMs);
        tree->setCurrentIndex(row());
        const auto actions = tree->actions();
        const auto found =
            std::ranges::find(actions, QStringLiteral("endSending"), &QAction::objectName);
        QVERIFY(found != actions.end());
        if (pipecore::thisSystem == pipecore::System::Windows) {
            // Its pipes have no half-close, which is said where it is offered.
            QVERIFY(!(*found)->isEnabled());
            QVERIFY((*found)->toolTip().contains(QStringLiteral("Windows")));
            return;
        }
        QTRY_VERIFY_WITH_TIMEOUT((*found)->isEnabled(), WindowUnderTest::patienceMs);
        (*found)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(rowsOf(test, client, pipecore::RecordKind::OutputEnded), 1U,
                                  WindowUnderTest::patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(rowsOf(test, server, pipecore::RecordKind::InputEnded), 1U,
                                  WindowUnderTest::patienceMs);
        QCOMPARE(rowsOf(test, server, pipecore::RecordKind::Disconnected), 0U);
        QVERIFY(test.window->session().live()->engine().send(server, pipecore::toBytes("late")));
        QTRY_COMPARE_WITH_TIMEOUT(test.totals().messages, 2U, WindowUnderTest::patienceMs);
        QCOMPARE(rowsOf(test, client, pipecore::RecordKind::Message), 1U);
        QCOMPARE(rowsOf(test, client, pipecore::RecordKind::Disconnected), 0U);
    }
};

PIPESCOPE_GUI_TEST(EndSendingTest)
#include "tst_end_sending.moc"
