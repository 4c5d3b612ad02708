#include "endpoints_under_test.h"
#include "facts_builder.h"

#include "endpoints/endpoints_model.h"
#include "runner/register.h"
#include "test_settings.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace pipescope;
using pipecore::CloseMode;

/// The list of endpoints as a user meets it, and its model under the model tester.
class EndpointsPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_settings.use("endpoints"); }
    void init() { TestSettings::clear(); }

    void EmptyListOffersWhatToDo();
    void ConnectionShowsProcessAndImage();
    void UnknownProcessIsNotGuessed();
    void ServerCountsItsClients();
    void UpdateKeepsSelectionExpansionAndScroll();
    void OneSnapshotIsOneUpdate();
    void DoubleClickSends();
    void DeleteDisconnects();
    void MenuActsOnItsRow();
    void FactsAndReadModeNeedAConnection();
    void FiveHundredConnectionsUpdateFast();
    void LongNameIsElidedAndReadWhole();

private:
    TestSettings m_settings;
};

void EndpointsPanelTest::EmptyListOffersWhatToDo()
{
    EndpointsUnderTest panel;
    QVERIFY(!panel.tree->isVisible());
    QSignalSpy server(&panel.widget, &EndpointsPanel::newServerRequested);
    QSignalSpy client(&panel.widget, &EndpointsPanel::newClientRequested);
    QSignalSpy demo(&panel.widget, &EndpointsPanel::demoRequested);
    const QList<QPushButton*> buttons = panel.widget.findChildren<QPushButton*>();
    QCOMPARE(buttons.size(), 3);
    for (QPushButton* button : buttons) {
        QVERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(server.size(), 1);
    QCOMPARE(client.size(), 1);
    QCOMPARE(demo.size(), 1);
    FactsBuilder facts;
    facts.addServer("a");
    panel.widget.setFacts(facts.snapshot());
    QVERIFY(panel.tree->isVisible());
}

void EndpointsPanelTest::ConnectionShowsProcessAndImage()
{
    FactsBuilder facts;
    const auto server = facts.addServer(R"(\\.\pipe\orders)");
    const auto client = facts.addConnection(server, 988, "C:\\Program Files\\nodejs\\node.exe");
    facts.connection(client).messagesReceived = 12;
    facts.connection(client).bytesReceived = 2048;
    EndpointsUnderTest panel;
    panel.widget.setFacts(facts.snapshot());
    const QModelIndex row = panel.connection(0, 0);
    QVERIFY(panel.tree->isExpanded(panel.model->index(0, 0)));
    QCOMPARE(panel.text(row, EndpointsModel::Name), QStringLiteral("#1 node.exe"));
    QCOMPARE(panel.text(row, EndpointsModel::ProcessId), QStringLiteral("988"));
    QCOMPARE(panel.text(row, EndpointsModel::State), QStringLiteral("connected"));
    QVERIFY(panel.text(row, EndpointsModel::Received).startsWith(QStringLiteral("12 · 2")));
    QVERIFY(row.data(Qt::ToolTipRole)
                .toString()
                .contains(QStringLiteral("C:\\Program Files\\nodejs\\node.exe")));
    QVERIFY(row.data(Qt::ToolTipRole).toString().contains(QStringLiteral("\nUser SHOP\\ann\n")));
}

void EndpointsPanelTest::UnknownProcessIsNotGuessed()
{
    pipecore::Error error;
    error.kind = pipecore::ErrorKind::AccessDenied;
    error.domain = pipecore::ErrorDomain::Win32;
    error.code = 5;
    error.api = "OpenProcess";
    FactsBuilder facts;
    facts.addConnection(
        facts.addServer("a"),
        pipecore::PeerInfo{std::unexpected(error), std::unexpected(error), std::unexpected(error)});
    EndpointsUnderTest panel;
    panel.widget.setFacts(facts.snapshot());
    const QModelIndex row = panel.connection(0, 0);
    QCOMPARE(panel.text(row, EndpointsModel::ProcessId), QStringLiteral("–"));
    QVERIFY(row.data(Qt::ToolTipRole).toString().contains(QStringLiteral("OpenProcess: 5")));
    QVERIFY(row.data(Qt::ToolTipRole)
                .toString()
                .contains(QStringLiteral("User unknown: OpenProcess: 5")));
    panel.select(row);
    QVERIFY(!panel.action(QStringLiteral("Copy process ID"))->isEnabled());
}

void EndpointsPanelTest::ServerCountsItsClients()
{
    FactsBuilder facts;
    const auto server = facts.addServer("a", pipecore::PipeMode::Byte, pipecore::Access::Duplex, 2);
    facts.addConnection(server, 1, "x");
    EndpointsUnderTest panel;
    panel.widget.setFacts(facts.snapshot());
    const QModelIndex row = panel.model->index(0, 0);
    QCOMPARE(panel.text(row, EndpointsModel::State), QStringLiteral("listening · 1 of 2 clients"));
    facts.addConnection(server, 2, "x");
    panel.widget.setFacts(facts.snapshot());
    QCOMPARE(panel.text(row, EndpointsModel::State), QStringLiteral("full · 2 of 2 clients"));
    facts.stop(server);
    panel.widget.setFacts(facts.snapshot());
    QCOMPARE(panel.text(row, EndpointsModel::State), QStringLiteral("stopped"));
}

void EndpointsPanelTest::UpdateKeepsSelectionExpansionAndScroll()
{
    FactsBuilder facts;
    const auto first = facts.addServer("first");
    const auto second = facts.addServer("second");
    facts.addConnection(first, 1, "x");
    std::vector<pipecore::ConnectionId> clients;
    for (std::uint32_t i = 0; i < 60; ++i) {
        clients.push_back(facts.addConnection(second, 100 + i, "y"));
    }
    EndpointsUnderTest panel;
    panel.widget.setFacts(facts.snapshot());
    panel.tree->collapse(panel.model->index(0, 0));
    panel.select(panel.connection(1, 40));
    panel.tree->verticalScrollBar()->setValue(300);
    const QString selected = panel.text(panel.tree->currentIndex(), 0);
    facts.close(clients.at(50));
    facts.addConnection(second, 7, "z");
    facts.addConnection(first, 8, "z");
    facts.connection(clients.at(3)).messagesSent = 5;
    panel.widget.setFacts(facts.snapshot());
    QCOMPARE(panel.text(panel.tree->currentIndex(), 0), selected);
    QVERIFY(!panel.tree->isExpanded(panel.model->index(0, 0)));
    QVERIFY(panel.tree->isExpanded(panel.model->index(1, 0)));
    QCOMPARE(panel.tree->verticalScrollBar()->value(), 300);
}

void EndpointsPanelTest::OneSnapshotIsOneUpdate()
{
    FactsBuilder facts;
    const auto server = facts.addServer("a");
    for (std::uint32_t i = 0; i < 50; ++i) {
        facts.addConnection(server, i + 1, "x");
    }
    EndpointsUnderTest panel;
    panel.widget.setFacts(facts.snapshot());
    QSignalSpy changed(panel.model, &QAbstractItemModel::dataChanged);
    QSignalSpy inserted(panel.model, &QAbstractItemModel::rowsInserted);
    panel.widget.setFacts(facts.snapshot());
    QCOMPARE(changed.size(), 0);
    for (std::uint64_t i = 1; i <= 50; ++i) {
        facts.connection(pipecore::ConnectionId{i}).messagesReceived = i;
    }
    for (std::uint32_t i = 0; i < 10; ++i) {
        facts.addConnection(server, 100 + i, "x");
    }
    panel.widget.setFacts(facts.snapshot());
    QCOMPARE(changed.size(), 2); // the server with its sums, and its connections
    QCOMPARE(inserted.size(), 1);
}

void EndpointsPanelTest::DoubleClickSends()
{
    FactsBuilder facts;
    const auto server = facts.addServer("a");
    const auto client = facts.addConnection(server, 1, "x");
    EndpointsUnderTest panel;
    panel.widget.setFacts(facts.snapshot());
    QSignalSpy sent(&panel.widget, &EndpointsPanel::sendToRequested);
    const auto doubleClick = [&](const QModelIndex& index) {
        const QPoint place = panel.tree->visualRect(index).center();
        QTest::mouseClick(panel.tree->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(panel.tree->viewport(), Qt::LeftButton, {}, place);
    };
    doubleClick(panel.connection(0, 0));
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent.last().at(0).value<SendTarget>(), (SendTarget{client, {}}));
    doubleClick(panel.model->index(0, 0));
    QCOMPARE(sent.last().at(0).value<SendTarget>(), (SendTarget{{}, server}));
    QVERIFY(panel.tree->isExpanded(panel.model->index(0, 0)));
}

void EndpointsPanelTest::DeleteDisconnects()
{
    FactsBuilder facts;
    const auto server = facts.addServer("a");
    const auto client = facts.addConnection(server, 1, "x");
    const auto ours = facts.addConnection(facts.addClient("b"), 2, "y");
    EndpointsUnderTest panel;
    panel.widget.setFacts(facts.snapshot());
    QSignalSpy ended(&panel.widget, &EndpointsPanel::disconnectRequested);
    QSignalSpy stopped(&panel.widget, &EndpointsPanel::stopRequested);
    panel.tree->setFocus();
    panel.select(panel.connection(0, 0));
    QTest::keyClick(panel.tree, Qt::Key_Delete);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(ended.last().at(0).value<pipecore::ConnectionId>(), client);
    QCOMPARE(ended.last().at(1).value<CloseMode>(), CloseMode::Graceful);
    panel.select(panel.model->index(1, 0)); // a client of ours stands for its connection
    QTest::keyClick(panel.tree, Qt::Key_Delete, Qt::ShiftModifier);
    QCOMPARE(ended.size(), 2);
    QCOMPARE(ended.last().at(0).value<pipecore::ConnectionId>(), ours);
    QCOMPARE(ended.last().at(1).value<CloseMode>(), CloseMode::Abortive);
    panel.select(panel.model->index(0, 0));
    QTest::keyClick(panel.tree, Qt::Key_Delete);
    QCOMPARE(ended.size(), 2);
    facts.close(client);
    panel.widget.setFacts(facts.snapshot());
    panel.select(panel.connection(0, 0));
    QTest::keyClick(panel.tree, Qt::Key_Delete);
    QCOMPARE(ended.size(), 2);
    QCOMPARE(stopped.size(), 0);
}

void EndpointsPanelTest::MenuActsOnItsRow()
{
    FactsBuilder facts;
    const auto server = facts.addServer(R"(\\.\pipe\orders)");
    const auto client = facts.addConnection(server, 4120, "x");
    EndpointsUnderTest panel;
    panel.widget.setFacts(facts.snapshot());
    QSignalSpy stopped(&panel.widget, &EndpointsPanel::stopRequested);
    QSignalSpy followed(&panel.widget, &EndpointsPanel::followConnectionRequested);
    panel.select(panel.connection(0, 0));
    QVERIFY(!panel.action(QStringLiteral("Stop"))->isEnabled());
    panel.action(QStringLiteral("Go to newest row"))->trigger();
    QCOMPARE(followed.last().at(0).value<pipecore::ConnectionId>(), client);
    panel.action(QStringLiteral("Copy process ID"))->trigger();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("4120"));
    panel.select(panel.model->index(0, 0));
    QVERIFY(!panel.action(QStringLiteral("Disconnect"))->isEnabled());
    panel.action(QStringLiteral("Copy name"))->trigger();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral(R"(\\.\pipe\orders)"));
    panel.action(QStringLiteral("Stop"))->trigger();
    panel.action(QStringLiteral("Abort"))->trigger();
    QCOMPARE(stopped.size(), 2);
    QCOMPARE(stopped.at(0).at(0).value<pipecore::EndpointId>(), server);
    QCOMPARE(stopped.at(0).at(1).value<CloseMode>(), CloseMode::Graceful);
    QCOMPARE(stopped.at(1).at(1).value<CloseMode>(), CloseMode::Abortive);
    emit panel.tree->customContextMenuRequested({5, 5});
    const auto* menu = panel.widget.findChild<QMenu*>();
    QVERIFY(menu != nullptr);
    QVERIFY(menu->actions().contains(panel.action(QStringLiteral("Stop"))));
}

void EndpointsPanelTest::FactsAndReadModeNeedAConnection()
{
    FactsBuilder facts;
    const auto server = facts.addServer(R"(\\.\pipe\orders)");
    const auto client = facts.addConnection(server, 4120, "x");
    EndpointsUnderTest panel;
    panel.widget.setFacts(facts.snapshot());
    QSignalSpy asked(&panel.widget, &EndpointsPanel::factsRequested);
    QSignalSpy halves(&panel.widget, &EndpointsPanel::endSendingRequested);
    QSignalSpy modes(&panel.widget, &EndpointsPanel::readModeRequested);
    QAction* action = panel.action(QStringLiteral("Pipe properties…"));
    panel.select(panel.model->index(0, 0));
    QVERIFY(!action->isEnabled());
    panel.select(panel.connection(0, 0));
    action->trigger();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.last().at(0).value<pipecore::ConnectionId>(), client);
    QCOMPARE(asked.last().at(1).toString(), QStringLiteral(R"(\\.\pipe\orders)"));
    QSignalSpy checks(&panel.widget, &EndpointsPanel::securityCheckRequested);
    QAction* check = panel.action(QStringLiteral("Check security…"));
    QVERIFY(!check->isEnabled()); // a connection has none of its own
    panel.select(panel.model->index(0, 0));
    QVERIFY(check->isEnabled());
    check->trigger();
    QCOMPARE(checks.last().at(0).value<pipecore::EndpointId>(), server);
    panel.select(panel.connection(0, 0));
    QAction* half = panel.action(QStringLiteral("End sending"));
    half->trigger();
    QCOMPARE(half->isEnabled(), pipecore::thisSystem == pipecore::System::Unix);
    QCOMPARE(halves.size(), half->isEnabled() ? 1 : 0);
    QAction* bytes = panel.action(QStringLiteral("Read as bytes"));
#ifdef Q_OS_WIN
    QVERIFY(bytes->isVisible());
    bytes->trigger();
    QCOMPARE(modes.last().at(1).value<pipecore::PipeMode>(), pipecore::PipeMode::Byte);
#else
    QVERIFY(!bytes->isVisible());
    QVERIFY(modes.isEmpty());
#endif
}

void EndpointsPanelTest::FiveHundredConnectionsUpdateFast()
{
    FactsBuilder facts;
    const auto server = facts.addServer("a");
    for (std::uint32_t i = 0; i < 500; ++i) {
        facts.addConnection(server, i + 1, "app.exe");
    }
    EndpointsPanel panel;
    panel.resize(900, 600);
    panel.show();
    panel.setFacts(facts.snapshot());
    QElapsedTimer timer;
    timer.start();
    for (std::uint64_t update = 1; update <= 60; ++update) {
        for (std::uint64_t i = 1; i <= 500; ++i) {
            facts.connection(pipecore::ConnectionId{i}).messagesReceived = update;
        }
        panel.setFacts(facts.snapshot());
    }
    // A second's worth of updates at full rate, on a machine that is busy with other tests.
#ifdef PIPESCOPE_SANITIZED
    constexpr qint64 enoughMs = 10'000;
#else
    constexpr qint64 enoughMs = 2000;
#endif
    QVERIFY2(timer.elapsed() < enoughMs, qPrintable(QString::number(timer.elapsed())));
}

void EndpointsPanelTest::LongNameIsElidedAndReadWhole()
{
    const std::string name = R"(\\.\pipe\)" + std::string(200, 'n');
    FactsBuilder facts;
    facts.addServer(name);
    EndpointsUnderTest panel;
    panel.widget.setFacts(facts.snapshot());
    QCOMPARE(panel.tree->textElideMode(), Qt::ElideMiddle);
    const QModelIndex index = panel.model->index(0, 0);
    QVERIFY(panel.tree->visualRect(index).width() < 400);
    QVERIFY(index.data(Qt::ToolTipRole).toString().contains(QString::fromStdString(name)));
}

PIPESCOPE_GUI_TEST(EndpointsPanelTest)
#include "tst_endpoints_panel.moc"
