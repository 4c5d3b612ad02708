#include "facts_builder.h"

#include "endpoints/endpoints_model.h"
#include "endpoints/endpoints_panel.h"
#include "runner/register.h"
#include "test_settings.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace pipescope;
using pipecore::CloseMode;
using pipecore::CloseReason;

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
    void NewAndClosedAreMarkedForAMoment();
    void ClosedStayForAWhileWithTheirReason();
    void ClosedStayUntilClearedWhenAsked();
    void ClosedSessionFromAFileStays();
    void AnotherSessionStartsOver();
    void StormOfShortConnectionsStaysShort();
    void DoubleClickSends();
    void DeleteDisconnects();
    void MenuActsOnItsRow();
    void FactsAndReadModeNeedAConnection();
    void FiveHundredConnectionsUpdateFast();
    void LongNameIsElidedAndReadWhole();

private:
    struct Panel
    {
        EndpointsPanel widget;
        QTreeView* tree = widget.findChild<QTreeView*>();
        QAbstractItemModel* model = tree->model();
        QAbstractItemModelTester tester{model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest};

        Panel()
        {
            widget.resize(900, 300);
            widget.show();
            QVERIFY(QTest::qWaitForWindowExposed(&widget));
        }
        [[nodiscard]] QModelIndex connection(int endpoint, int row, int column = 0) const
        {
            return model->index(row, column, model->index(endpoint, 0));
        }
        [[nodiscard]] QString text(const QModelIndex& index, int column) const
        {
            return index.siblingAtColumn(column).data().toString();
        }
        void select(const QModelIndex& index) { tree->setCurrentIndex(index); }
        QAction* action(const QString& text)
        {
            for (QAction* found : tree->actions()) {
                if (found->text() == text) {
                    return found;
                }
            }
            return nullptr;
        }
    };

    TestSettings m_settings;
};

void EndpointsPanelTest::EmptyListOffersWhatToDo()
{
    Panel panel;
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
    Panel panel;
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
    Panel panel;
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
    Panel panel;
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
    Panel panel;
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
    Panel panel;
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

void EndpointsPanelTest::NewAndClosedAreMarkedForAMoment()
{
    FactsBuilder facts;
    const auto server = facts.addServer("a");
    const auto old = facts.addConnection(server, 1, "x");
    Panel panel;
    panel.widget.setFacts(facts.snapshot());
    // Endpoints present at the start are not new.
    QVERIFY(!panel.connection(0, 0).data(EndpointsModel::MarkRole).isValid());
    facts.addConnection(server, 2, "y");
    facts.close(old);
    panel.widget.setFacts(facts.snapshot());
    const auto isMarked = [&](int row) {
        return panel.connection(0, row).data(EndpointsModel::MarkRole).isValid();
    };
    QTRY_VERIFY(isMarked(0) && isMarked(1));
    QTRY_VERIFY(!isMarked(0) && !isMarked(1));
}

void EndpointsPanelTest::ClosedStayForAWhileWithTheirReason()
{
    EndpointsModel model;
    model.setClosedStay(100);
    FactsBuilder facts;
    const auto server = facts.addServer("a");
    const auto client = facts.addConnection(server, 1, "x");
    facts.addConnection(server, 2, "y");
    model.setFacts(facts.snapshot());
    facts.close(client, CloseReason::PeerClosed);
    model.setFacts(facts.snapshot());
    const QModelIndex top = model.index(0, 0);
    QCOMPARE(model.rowCount(top), 2);
    QCOMPARE(model.index(0, EndpointsModel::State, top).data().toString(),
             QStringLiteral("closed by the peer"));
    QVERIFY(model.nextTick().has_value());
    QTRY_VERIFY((model.tick(), model.rowCount(top) == 1));
    QCOMPARE(model.index(0, 0, top).data().toString(), QStringLiteral("#2 y"));
    // It does not come back with the next snapshot, which still has it.
    model.setFacts(facts.snapshot());
    QCOMPARE(model.rowCount(top), 1);
    facts.stop(server);
    model.setFacts(facts.snapshot());
    QCOMPARE(model.rowCount(), 1);
    QTRY_VERIFY((model.tick(), model.rowCount() == 0));
    QVERIFY(!model.nextTick().has_value());
}

void EndpointsPanelTest::ClosedStayUntilClearedWhenAsked()
{
    EndpointsModel model;
    model.setClosedStay(-1);
    FactsBuilder facts;
    const auto server = facts.addServer("a");
    const auto client = facts.addConnection(server, 1, "x");
    model.setFacts(facts.snapshot());
    facts.close(client);
    model.setFacts(facts.snapshot());
    QCOMPARE(model.rowCount(model.index(0, 0)), 1);
    model.clearClosed();
    QCOMPARE(model.rowCount(model.index(0, 0)), 0);
    QCOMPARE(model.rowCount(), 1);
}

void EndpointsPanelTest::ClosedSessionFromAFileStays()
{
    EndpointsModel model;
    model.setClosedStay(0);
    FactsBuilder facts;
    const auto server = facts.addServer("a");
    facts.addConnection(server, 1, "x");
    facts.stop(server);
    model.setFacts(facts.snapshot());
    model.tick();
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.rowCount(model.index(0, 0)), 1);
    QVERIFY(!model.nextTick().has_value());
}

void EndpointsPanelTest::AnotherSessionStartsOver()
{
    FactsBuilder live;
    live.addConnection(live.addServer("live"), 1, "x");
    FactsBuilder file;
    const auto server = file.addServer("from a file");
    file.endpoint(server).openedNs = 1;
    file.addConnection(server, 2, "y");
    file.stop(server);
    Panel panel;
    panel.widget.setFacts(live.snapshot());
    panel.widget.setFacts(file.snapshot());
    QCOMPARE(panel.model->rowCount(), 1);
    QCOMPARE(panel.model->index(0, 0).data().toString(), QStringLiteral("from a file"));
    QVERIFY(panel.tree->isExpanded(panel.model->index(0, 0)));
    panel.widget.setFacts({});
    QVERIFY(!panel.tree->isVisible());
}

void EndpointsPanelTest::StormOfShortConnectionsStaysShort()
{
    EndpointsModel model;
    FactsBuilder facts;
    const auto server = facts.addServer("a");
    model.setFacts(facts.snapshot());
    for (std::uint32_t i = 0; i < 2000; ++i) {
        facts.close(facts.addConnection(server, i + 1, "x"));
    }
    const auto last = facts.addConnection(server, 9999, "y");
    model.setFacts(facts.snapshot());
    const QModelIndex top = model.index(0, 0);
    QVERIFY(model.rowCount(top) <= 51);
    QCOMPARE(model.connectionAt(model.index(model.rowCount(top) - 1, 0, top))->facts.id, last);
}

void EndpointsPanelTest::DoubleClickSends()
{
    FactsBuilder facts;
    const auto server = facts.addServer("a");
    const auto client = facts.addConnection(server, 1, "x");
    Panel panel;
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
    Panel panel;
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
    Panel panel;
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
    Panel panel;
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
    Panel panel;
    panel.widget.setFacts(facts.snapshot());
    QCOMPARE(panel.tree->textElideMode(), Qt::ElideMiddle);
    const QModelIndex index = panel.model->index(0, 0);
    QVERIFY(panel.tree->visualRect(index).width() < 400);
    QVERIFY(index.data(Qt::ToolTipRole).toString().contains(QString::fromStdString(name)));
}

PIPESCOPE_GUI_TEST(EndpointsPanelTest)
#include "tst_endpoints_panel.moc"
