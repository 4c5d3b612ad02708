#include "composer/target_model.h"
#include "endpoints/endpoints_model.h"
#include "endpoints/endpoints_panel.h"
#include "memory_records.h"
#include "runner/register.h"
#include "test_settings.h"
#include "traffic/place_controller.h"
#include "traffic_under_test.h"

#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <algorithm>
#include <ctime>
#include <memory>
#include <utility>

using namespace pipescope;

namespace {

constexpr std::uint64_t many = 100'000;
constexpr pipecore::EndpointId server{1};

/// A server with a great many clients.
class ManyClients
{
public:
    ManyClients()
    {
        apply({}, pipecore::EndpointOpened{.name = std::make_shared<const std::string>("p")});
        for (std::uint64_t number = 1; number <= many; ++number) {
            connect(number);
        }
    }
    void connect(std::uint64_t number)
    {
        static const auto peer = std::make_shared<const pipecore::PeerInfo>(pipecore::PeerInfo{
            .processId = 7U, .image = std::string("app.exe"), .user = std::string("ann")});
        apply({number}, pipecore::PeerConnected{peer});
    }
    void receive(std::uint64_t number) { apply({number}, pipecore::Message{.length = 3}); }
    void disconnect(std::uint64_t number) { apply({number}, pipecore::Disconnected{}); }
    /// Changes since the last call; at first all.
    pipecore::SessionFacts::Snapshot changes()
    {
        auto changes =
            m_facts.changesSince(m_revision).value_or(pipecore::SessionFacts::Snapshot{});
        m_revision = changes.revision;
        return changes;
    }
    [[nodiscard]] pipecore::SessionFacts::Snapshot all() const { return m_facts.snapshot(); }

private:
    void apply(pipecore::ConnectionId connection, pipecore::RowBody body)
    {
        pipecore::Event event;
        event.endpoint = server;
        event.connection = connection;
        event.body = std::move(body);
        m_facts.apply(event);
    }

    pipecore::SessionFacts m_facts;
    std::uint64_t m_revision = 0;
};

/// Seconds of the processor that `work` takes: others may be busy.
template <typename Work>
double secondsOf(const Work& work)
{
    const std::clock_t start = std::clock();
    work();
    return double(std::clock() - start) / double(CLOCKS_PER_SEC);
}

} // namespace

/// A hundred thousand connections: what one change costs the window.
class ManyConnectionsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_settings.use("many_connections"); }

    void OneChangeChangesOneRowOfTheEndpoints()
    {
        ManyClients clients;
        EndpointsPanel panel;
        panel.setFacts(clients.changes());
        auto* tree = panel.findChild<QTreeView*>();
        auto* model = tree->model();
        const QModelIndex top = model->index(0, 0);
        QCOMPARE(model->rowCount(top), int(many));
        tree->setCurrentIndex(model->index(50'000, 0, top));
        const QPersistentModelIndex selected = tree->currentIndex();
        QSignalSpy changed(model, &QAbstractItemModel::dataChanged);
        QSignalSpy inserted(model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(model, &QAbstractItemModel::rowsRemoved);

        clients.receive(30'001);
        panel.setFacts(clients.changes());
        QCOMPARE(changed.size(), 2); // the server with its sums, and the connection
        QCOMPARE(changed.at(0).at(0).toModelIndex().parent(), QModelIndex());
        QCOMPARE(changed.at(1).at(0).toModelIndex().row(), 30'000);
        QCOMPARE(changed.at(1).at(1).toModelIndex().row(), 30'000);
        QCOMPARE(inserted.size(), 0);

        clients.connect(many + 1);
        panel.setFacts(clients.changes());
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(inserted.at(0).at(1).toInt(), int(many));
        QCOMPARE(inserted.at(0).at(2).toInt(), int(many));
        QCOMPARE(changed.size(), 3); // the server's count
        QCOMPARE(removed.size(), 0);
        QCOMPARE(tree->currentIndex(), QModelIndex(selected));
        QCOMPARE(tree->currentIndex().row(), 50'000);
        QVERIFY(tree->isExpanded(model->index(0, 0)));
    }

    void ClosedOneLeavesAlone()
    {
        ManyClients clients;
        EndpointsModel model;
        model.setClosedStay(0);
        model.setFacts(clients.changes());
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        clients.disconnect(10);
        model.setFacts(clients.changes());
        model.tick();
        QCOMPARE(removed.size(), 1);
        QCOMPARE(removed.at(0).at(1).toInt(), 9);
        QCOMPARE(removed.at(0).at(2).toInt(), 9);
        QCOMPARE(model.rowCount(model.index(0, 0)), int(many) - 1);
    }

    void OneChangeChangesOneTarget()
    {
        ManyClients clients;
        TargetModel model;
        model.setFacts(clients.changes(), {});
        QCOMPARE(model.rowCount(), int(many) + 1);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        clients.receive(5); // nothing that a target shows
        model.setFacts(clients.changes(), {});
        QCOMPARE(changed.size(), 0);
        clients.disconnect(30'000);
        model.setFacts(clients.changes(), {});
        QCOMPARE(removed.size(), 1);
        QCOMPARE(removed.at(0).at(1).toInt(), 30'000);
        QCOMPARE(removed.at(0).at(2).toInt(), 30'000);
        QCOMPARE(changed.size(), 1); // the server has one client less
        QCOMPARE(model.at(0).clients, quint32(many - 1));
    }

    /// Two hundred refreshes of one change each cost less than a few that look at everything.
    void RefreshAfterOneChangeCostsOneChange()
    {
        ManyClients clients;
        EndpointsModel endpoints;
        TargetModel targets;
        endpoints.setFacts(clients.changes());
        targets.setFacts(clients.all(), {});
        const double everything = secondsOf([&] {
            endpoints.setFacts(clients.all());
            targets.setFacts(clients.all(), {});
        });
        const double changes = secondsOf([&] {
            for (std::uint64_t change = 1; change <= 200; ++change) {
                clients.receive(change * 499);
                const auto facts = clients.changes();
                QCOMPARE(facts.connections.size(), std::size_t(1));
                endpoints.setFacts(facts);
                targets.setFacts(facts, {});
                (void)endpoints.nextTick();
            }
        });
        QVERIFY2(changes < 5 * std::max(everything, 0.01),
                 qPrintable(QStringLiteral("%1 s against %2 s").arg(changes).arg(everything)));
    }

    void NewestRowOfAConnectionIsFoundInTheBackground()
    {
        ShownTraffic shown(20);
        QVERIFY(shown.isReady());
        shown.panel.goToRow(0);
        shown.panel.places().goToNewest(shown.first);
        QVERIFY(shown.panel.places().isSearching()); // the event loop has not been asked yet
        QTRY_VERIFY(!shown.panel.places().isSearching());
        QCOMPARE(shown.panel.currentRow(), std::optional<quint64>(21));
        shown.panel.places().goToNewest(pipecore::ConnectionId{77});
        QTRY_VERIFY(!shown.panel.places().isSearching());
        QCOMPARE(shown.panel.currentRow(), std::optional<quint64>(21));
        // A session that goes away meanwhile is not looked at any more.
        shown.panel.places().goToNewest(shown.first);
        shown.panel.setSource(nullptr);
        QVERIFY(!shown.panel.places().isSearching());
    }

private:
    TestSettings m_settings;
};

PIPESCOPE_GUI_TEST(ManyConnectionsTest)
#include "tst_many_connections.moc"
