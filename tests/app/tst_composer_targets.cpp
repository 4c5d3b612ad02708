#include "composer_under_test.h"
#include "facts_builder.h"
#include "runner/register.h"
#include "test_settings.h"

#include <QCheckBox>
#include <QPushButton>

using namespace pipescope;

using namespace pipecore;

/// Whom the composer sends to.
class ComposerTargetsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_settings.use("composer-targets"); }
    void init() { TestSettings::clear(); }

    void NothingToSendToIsSaid();
    void ChoiceStaysWhileTheListChanges();
    void ClosedChoiceStaysAndCannotBeSentTo();
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
    QVERIFY(panel.message().contains(QStringLiteral("Nobody is connected")));
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
    QCOMPARE(panel.target()->current()->target.connection, first);
    panel.target()->setFocus();
    QTest::keyClick(panel.target(), Qt::Key_Down);
    QCOMPARE(panel.target()->current()->target.connection, second);
    for (std::uint32_t more = 0; more < 20; ++more) {
        facts.addConnection(server, 100 + more, "z");
        panel.widget.setFacts(facts.snapshot());
    }
    facts.close(first);
    panel.widget.setFacts(facts.snapshot());
    QCOMPARE(panel.target()->current()->target.connection, second);
    QCOMPARE(panel.target()->currentText(), QStringLiteral("#2 y (2)"));
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
    facts.close(first);
    panel.widget.setFacts(facts.snapshot());
    QCOMPARE(panel.target()->current()->target.connection, first);
    panel.type("x");
    panel.press(Qt::Key_Return);
    QCOMPARE(panel.sent.size(), 0);
    QVERIFY(panel.message().contains(QStringLiteral("closed")));
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
        const QString number = QStringLiteral("#%1 ").arg(id.value);
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex index = model->index(row, 0);
            if (index.data().toString().startsWith(number)) {
                const bool enabled = index.flags().testFlag(Qt::ItemIsEnabled);
                // What cannot be chosen says why.
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
    QCOMPARE(panel.target()->current()->target.connection, out);
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
    QCOMPARE(panel.target()->currentText(),
             QStringLiteral(R"(all clients of \\.\pipe\orders (3))"));
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
    QVERIFY(transact->toolTip().contains(QStringLiteral("one client")));
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
