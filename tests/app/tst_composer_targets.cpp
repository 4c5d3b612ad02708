#include "composer_under_test.h"
#include "facts_builder.h"
#include "runner/register.h"
#include "test_settings.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QPushButton>
#include <QWheelEvent>

using namespace pipescope;

using namespace pipecore;

/// Targets of the composer.
class ComposerTargetsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_settings.use("composer-targets"); }
    void init() { TestSettings::clear(); }

    void NothingToSendToIsSaid();
    void ChoiceStaysWhileTheListChanges();
    void TargetStaysWhenAClientJoinsAnotherServer();
    void ServerWithoutClientsCanBeChosenAndTheTextStays();
    void ClosedChoiceStaysAndCannotBeSentTo();
    void StoppedServerStaysTheTargetWhenItIsStartedAgain();
    void ListStandsStillWhileItIsOpen();
    void WheelInPassingChangesNoTarget();
    void ServersOfOneNameAreDistinguished();
    void DirectionDecidesWhoCanBeSentTo();
    void AllClientsOfAServerAreATarget();
    void TransactionNeedsOneConnectionInMessageMode();
    void LongNamesDoNotWidenThePanel();

private:
    TestSettings m_settings;
};

void ComposerTargetsTest::NothingToSendToIsSaid()
{
    ComposerUnderTest panel;
    panel.type("x");
    panel.press(Qt::Key_Return);
    QCOMPARE(panel.sent.size(), 0);
    QVERIFY(!panel.message().isEmpty());
    QVERIFY(!panel.find<QPushButton>("send")->isEnabled());
    FactsBuilder facts;
    facts.addServer(R"(\\.\pipe\orders)");
    panel.widget.setFacts(facts.snapshot());
    QVERIFY(panel.message().contains(QStringLiteral("No client is connected")));
    QVERIFY(!panel.widget.trySend());
    QCOMPARE(panel.edit()->payloadText(), QStringLiteral("x"));
}

void ComposerTargetsTest::ChoiceStaysWhileTheListChanges()
{
    FactsBuilder facts;
    const auto server = facts.addServer("a");
    const auto first = facts.addConnection(server, 1, "x");
    const auto second = facts.addConnection(server, 2, "y");
    ComposerUnderTest panel;
    panel.widget.setFacts(facts.snapshot());
    QCOMPARE(panel.target()->current()->target, (SendTarget{{}, server}));
    panel.target()->setFocus();
    QTest::keyClick(panel.target(), Qt::Key_Down);
    QCOMPARE(panel.target()->current()->target.connection, first);
    QTest::keyClick(panel.target(), Qt::Key_Down);
    QCOMPARE(panel.target()->current()->target.connection, second);
    for (std::uint32_t more = 0; more < 20; ++more) {
        facts.addConnection(server, 100 + more, "z");
        panel.widget.setFacts(facts.snapshot());
    }
    facts.close(first);
    panel.widget.setFacts(facts.snapshot());
    QCOMPARE(panel.target()->current()->target.connection, second);
    QCOMPARE(panel.target()->currentText(), QStringLiteral("a · #2 y (2)"));
}

void ComposerTargetsTest::TargetStaysWhenAClientJoinsAnotherServer()
{
    FactsBuilder facts;
    const auto alpha = facts.addServer("alpha");
    const auto beta = facts.addServer("beta");
    ComposerUnderTest panel;
    panel.widget.setFacts(facts.snapshot());
    panel.type("for alpha");
    facts.addConnection(beta, 7, "other");
    panel.widget.setFacts(facts.snapshot());
    QCOMPARE(panel.target()->current()->target, (SendTarget{{}, alpha}));
    panel.press(Qt::Key_Return);
    QCOMPARE(panel.sent.size(), 0);
    QCOMPARE(panel.edit()->payloadText(), QStringLiteral("for alpha"));
    QCOMPARE(panel.target()->currentText(),
             QStringLiteral("alpha · all clients (0) – no clients connected"));

    facts.addConnection(alpha, 8, "wanted");
    panel.widget.setFacts(facts.snapshot());
    panel.press(Qt::Key_Return);
    QCOMPARE(panel.sent.size(), 1);
    QCOMPARE(panel.sentTo(), (SendTarget{{}, alpha}));
}

void ComposerTargetsTest::ServerWithoutClientsCanBeChosenAndTheTextStays()
{
    FactsBuilder facts;
    const auto alpha = facts.addServer("alpha");
    facts.addConnection(alpha, 1, "x");
    const auto beta = facts.addServer("beta");
    ComposerUnderTest panel;
    panel.widget.setFacts(facts.snapshot());
    panel.target()->setFocus();
    QTest::keyClick(panel.target(), Qt::Key_End);
    QCOMPARE(panel.target()->current()->target, (SendTarget{{}, beta}));
    panel.edit()->setFocus();
    panel.type("soon");
    QVERIFY(!panel.find<QPushButton>("send")->isEnabled());
    panel.press(Qt::Key_Return);
    QCOMPARE(panel.sent.size(), 0);
    QVERIFY2(panel.message().contains(QStringLiteral("No client is connected to beta")),
             qPrintable(panel.message()));
    QCOMPARE(panel.edit()->payloadText(), QStringLiteral("soon"));
    facts.addConnection(beta, 2, "y");
    panel.widget.setFacts(facts.snapshot());
    panel.press(Qt::Key_Return);
    QCOMPARE(panel.sentTo(), (SendTarget{{}, beta}));
}

void ComposerTargetsTest::ClosedChoiceStaysAndCannotBeSentTo()
{
    FactsBuilder facts;
    const auto server = facts.addServer("a");
    const auto first = facts.addConnection(server, 1, "x");
    facts.addConnection(server, 2, "y");
    ComposerUnderTest panel;
    panel.widget.setFacts(facts.snapshot());
    panel.widget.selectTarget({first, {}});
    panel.type("x");
    facts.close(first);
    facts.addConnection(server, 3, "x"); // the program is started again
    panel.widget.setFacts(facts.snapshot());
    QCOMPARE(panel.target()->current()->target.connection, first);
    QCOMPARE(panel.target()->currentText(), QStringLiteral("a · #1 x (1) – disconnected"));
    panel.press(Qt::Key_Return);
    QCOMPARE(panel.sent.size(), 0);
    QVERIFY2(panel.message().contains(QStringLiteral("a · #1 x (1) is disconnected")),
             qPrintable(panel.message()));
    QCOMPARE(panel.edit()->payloadText(), QStringLiteral("x"));
}

void ComposerTargetsTest::StoppedServerStaysTheTargetWhenItIsStartedAgain()
{
    FactsBuilder facts;
    const auto old = facts.addServer("a");
    facts.addConnection(old, 1, "x");
    ComposerUnderTest panel;
    panel.widget.setFacts(facts.snapshot());
    panel.widget.selectTarget({{}, old});
    panel.type("x");
    facts.stop(old);
    panel.widget.setFacts(facts.snapshot());
    const auto again = facts.addServer("a");
    facts.addConnection(again, 2, "x");
    panel.widget.setFacts(facts.snapshot());
    QCOMPARE(panel.target()->current()->target, (SendTarget{{}, old}));
    QVERIFY2(panel.target()->currentText().endsWith(QStringLiteral("(0) – stopped")),
             qPrintable(panel.target()->currentText()));
    panel.press(Qt::Key_Return);
    QCOMPARE(panel.sent.size(), 0);
    QVERIFY2(panel.message().contains(QStringLiteral("is stopped")), qPrintable(panel.message()));
    panel.widget.selectTarget({{}, again});
    panel.press(Qt::Key_Return);
    QCOMPARE(panel.sentTo(), (SendTarget{{}, again}));
}

void ComposerTargetsTest::ListStandsStillWhileItIsOpen()
{
    FactsBuilder facts;
    const auto alpha = facts.addServer("alpha");
    const auto beta = facts.addServer("beta");
    ComposerUnderTest panel;
    panel.widget.setFacts(facts.snapshot());
    panel.target()->showPopup();
    QAbstractItemView* view = panel.target()->view();
    QVERIFY(QTest::qWaitForWindowExposed(view->window()));
    const QPoint aimedAt = view->visualRect(panel.target()->model()->index(1, 0)).center();
    // Between aiming and clicking a client of alpha comes: its row would push beta's away.
    facts.addConnection(alpha, 1, "x");
    panel.widget.setFacts(facts.snapshot());
    QTest::mouseMove(view->viewport(), aimedAt);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, aimedAt);
    QTRY_VERIFY(!view->isVisible());
    QCOMPARE(panel.target()->current()->target, (SendTarget{{}, beta}));
    // New targets are in the list once it is closed.
    QTRY_COMPARE(panel.target()->count(), 3);
    QCOMPARE(panel.target()->current()->target, (SendTarget{{}, beta}));
}

void ComposerTargetsTest::WheelInPassingChangesNoTarget()
{
    FactsBuilder facts;
    const auto server = facts.addServer("a");
    facts.addConnection(server, 1, "x");
    ComposerUnderTest panel;
    panel.widget.setFacts(facts.snapshot());
    const SendTarget before = panel.target()->current()->target;
    const QPointF center = panel.target()->rect().center();
    for (const int turn : {-120, 120}) {
        QWheelEvent wheel(center, panel.target()->mapToGlobal(center), {}, {0, turn}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(panel.target(), &wheel);
        QCOMPARE(panel.target()->current()->target, before);
    }
}

void ComposerTargetsTest::ServersOfOneNameAreDistinguished()
{
    FactsBuilder facts;
    const auto first = facts.addServer("same");
    const auto second = facts.addServer("same");
    facts.addServer("other");
    facts.endpoint(second).openedNs += FactsBuilder::second;
    ComposerUnderTest panel;
    panel.widget.setFacts(facts.snapshot());
    panel.widget.selectTarget({{}, first});
    const QString one = panel.target()->currentText();
    panel.widget.selectTarget({{}, second});
    const QString two = panel.target()->currentText();
    QVERIFY2(one != two, qPrintable(two));
    QVERIFY(two.startsWith(QStringLiteral("same (since ")));
    // A name that is alone says no time.
    QVERIFY(panel.target()->itemText(2).startsWith(QStringLiteral("other · ")));
}

void ComposerTargetsTest::DirectionDecidesWhoCanBeSentTo()
{
    using pipecore::Access;
    using pipecore::PipeMode;
    FactsBuilder facts;
    const auto in =
        facts.addConnection(facts.addServer("in", PipeMode::Byte, Access::Inbound), 1, "x");
    const auto out =
        facts.addConnection(facts.addServer("out", PipeMode::Byte, Access::Outbound), 2, "x");
    const auto reader =
        facts.addConnection(facts.addClient("r", PipeMode::Byte, Access::Outbound), 3, "x");
    const auto writer =
        facts.addConnection(facts.addClient("w", PipeMode::Byte, Access::Inbound), 4, "x");
    const auto waiting =
        facts.addConnection(facts.addClient("c"), 5, "x", pipecore::InstanceState::Connecting);
    ComposerUnderTest panel;
    panel.widget.setFacts(facts.snapshot());
    QAbstractItemModel* model = panel.target()->model();
    const auto isPossible = [&](pipecore::ConnectionId id) {
        const QString number = QStringLiteral(" · #%1 ").arg(id.value);
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex index = model->index(row, 0);
            if (index.data().toString().contains(number)) {
                const bool enabled = index.flags().testFlag(Qt::ItemIsEnabled);
                // Disabled entries give the reason.
                return enabled != index.data().toString().contains(QStringLiteral(" – "))
                       && enabled;
            }
        }
        return false;
    };
    QVERIFY(!isPossible(in));
    QVERIFY(isPossible(out));
    QVERIFY(!isPossible(reader));
    QVERIFY(isPossible(writer));
    QVERIFY(!isPossible(waiting));
    QCOMPARE(panel.target()->current()->target, (SendTarget{{}, facts.connection(out).endpoint}));
}

void ComposerTargetsTest::AllClientsOfAServerAreATarget()
{
    FactsBuilder facts;
    const auto server = facts.addServer(R"(\\.\pipe\orders)");
    for (std::uint32_t client = 1; client <= 3; ++client) {
        facts.addConnection(server, client, "x");
    }
    ComposerUnderTest panel;
    panel.widget.setFacts(facts.snapshot());
    panel.widget.selectTarget({{}, server});
    QCOMPARE(panel.target()->currentText(), QStringLiteral(R"(\\.\pipe\orders · all clients (3))"));
    panel.type("x");
    panel.press(Qt::Key_Return);
    QCOMPARE(panel.sentTo(), (SendTarget{{}, server}));
}

void ComposerTargetsTest::TransactionNeedsOneConnectionInMessageMode()
{
    FactsBuilder facts;
    const auto messages = facts.addServer("a");
    const auto client = facts.addConnection(messages, 1, "x");
    const auto stream = facts.addConnection(facts.addServer("b", pipecore::PipeMode::Byte), 2, "y");
    ComposerPanel panel(nullptr, pipecore::System::Windows);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    QSignalSpy sent(&panel, &ComposerPanel::sendRequested);
    panel.setFacts(facts.snapshot());
    auto* transact = panel.findChild<QCheckBox*>(QStringLiteral("transact"));
    QVERIFY(transact->isVisible());
    transact->setChecked(true);
    const auto way = [&] {
        panel.setPayload(pipecore::toBytes("x"));
        return panel.trySend() ? sent.last().at(2).value<SendWay>() : SendWay::Send;
    };
    panel.selectTarget({client, {}});
    QVERIFY(transact->isEnabled());
    QVERIFY(transact->toolTip().contains(QStringLiteral("TransactNamedPipe")));
    QCOMPARE(way(), SendWay::Transact);
    panel.selectTarget({{}, messages});
    QVERIFY(!transact->isEnabled());
    QVERIFY(transact->toolTip().contains(QStringLiteral("single client")));
    QCOMPARE(way(), SendWay::Send);
    panel.selectTarget({stream, {}});
    QVERIFY(!transact->isEnabled());
    QCOMPARE(way(), SendWay::Send);
    QCOMPARE(sent.size(), 3);

    const ComposerPanel onUnix(nullptr, pipecore::System::Unix);
    QVERIFY(onUnix.findChild<QCheckBox*>(QStringLiteral("transact"))->isHidden());
}

void ComposerTargetsTest::LongNamesDoNotWidenThePanel()
{
    ComposerUnderTest panel;
    const int before = panel.widget.minimumSizeHint().width();
    FactsBuilder facts;
    facts.addConnection(facts.addClient(std::string(200, 'n')), 1, std::string(200, 'i'));
    panel.widget.setFacts(facts.snapshot());
    QCOMPARE(panel.widget.minimumSizeHint().width(), before);
    QVERIFY(panel.target()->toolTip().contains(QString(200, QLatin1Char('n'))));
}

PIPESCOPE_GUI_TEST(ComposerTargetsTest)
#include "tst_composer_targets.moc"
