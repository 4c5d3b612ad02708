#include "endpoints_under_test.h"
#include "facts_builder.h"

#include "endpoints/endpoints_model.h"
#include "runner/register.h"
#include "test_settings.h"
#include "widgets/theme.h"

#include <QTest>

using namespace pipescope;
using pipecore::CloseReason;

/// Endpoints and connections that are over: how they look, and how long they stay.
class ClosedEndpointsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_settings.use("endpoints"); }
    void init() { TestSettings::clear(); }

    void NewAndClosedAreMarkedForAMoment();
    void ClosedStayForAWhileWithTheirReason();
    void ClosedStayUntilClearedWhenAsked();
    void ClosedSessionFromAFileStays();
    void AnotherSessionStartsOver();
    void StormOfShortConnectionsStaysShort();
    void ClosedLoseTheirColour();

private:
    TestSettings m_settings;
};

void ClosedEndpointsTest::NewAndClosedAreMarkedForAMoment()
{
    FactsBuilder facts;
    const auto server = facts.addServer("a");
    const auto old = facts.addConnection(server, 1, "x");
    EndpointsUnderTest panel;
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

void ClosedEndpointsTest::ClosedStayForAWhileWithTheirReason()
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

void ClosedEndpointsTest::ClosedStayUntilClearedWhenAsked()
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

void ClosedEndpointsTest::ClosedSessionFromAFileStays()
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

void ClosedEndpointsTest::AnotherSessionStartsOver()
{
    FactsBuilder live;
    live.addConnection(live.addServer("live"), 1, "x");
    FactsBuilder file;
    const auto server = file.addServer("from a file");
    file.endpoint(server).openedNs = 1;
    file.addConnection(server, 2, "y");
    file.stop(server);
    EndpointsUnderTest panel;
    panel.widget.setFacts(live.snapshot());
    panel.widget.setFacts(file.snapshot());
    QCOMPARE(panel.model->rowCount(), 1);
    QCOMPARE(panel.model->index(0, 0).data().toString(), QStringLiteral("from a file"));
    QVERIFY(panel.tree->isExpanded(panel.model->index(0, 0)));
    panel.widget.setFacts({});
    QVERIFY(!panel.tree->isVisible());
}

void ClosedEndpointsTest::StormOfShortConnectionsStaysShort()
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

void ClosedEndpointsTest::ClosedLoseTheirColour()
{
    FactsBuilder facts;
    const auto server = facts.addServer("a");
    const auto open = facts.addConnection(server, 1, "open.exe");
    const auto closed = facts.addConnection(server, 2, "closed.exe");
    const auto over = facts.addServer("b");
    facts.connection(open).throttled = true;
    facts.connection(closed).throttled = true;
    EndpointsUnderTest panel;
    panel.widget.setFacts(facts.snapshot());
    const auto colorOf = [](const QModelIndex& index) {
        return index.data(Qt::ForegroundRole).value<QColor>();
    };
    const QColor muted = Theme::instance().color(Token::Muted);
    QVERIFY(colorOf(panel.connection(0, 1, EndpointsModel::State)) != muted);
    facts.close(closed, CloseReason::PeerClosed);
    facts.stop(over);
    panel.widget.setFacts(facts.snapshot());
    for (int column = 0; column < panel.model->columnCount(); ++column) {
        QCOMPARE(colorOf(panel.connection(0, 1, column)), muted);
        QCOMPARE(colorOf(panel.model->index(1, column)), muted);
    }
    QCOMPARE(colorOf(panel.connection(0, 0, EndpointsModel::State)),
             Theme::instance().color(Token::Warning));
    QVERIFY(colorOf(panel.connection(0, 0, EndpointsModel::Name)) != muted);
}

PIPESCOPE_GUI_TEST(ClosedEndpointsTest)
#include "tst_closed_endpoints.moc"
