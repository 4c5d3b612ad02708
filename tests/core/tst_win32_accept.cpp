#include "pipe_rows.h"
#include "runner/register.h"
#include "win32_pump.h"

#include <QTest>

using namespace pipecore;
using namespace std::chrono_literals;

/// How instances and their name come and go, seen at the backend.
class TestWin32Accept : public PipeRows
{
    Q_OBJECT

private slots:
    void ListenThenConnect()
    {
        Pump pump;
        const ChannelPair pair(pump);
        QVERIFY(pair.connected);
    }

    // ERROR_PIPE_CONNECTED: success without a packet.
    void ClientWasFasterThanAccept()
    {
        Pump pump;
        const PipeName name = Pump::uniqueName();
        const auto listener = pump.listen(name);
        const auto server = listener->createInstance().value();
        const auto client = pump.client(name);
        QCOMPARE(outcome(pump.connect(*client)), QByteArray("fine"));
        QCOMPARE(outcome(pump.accept(*server)), QByteArray("fine"));
        QCOMPARE(outcome(pump.write(*client, asBytes("hello"))), QByteArray("fine"));
        QCOMPARE(text(pump.read(*server)), QByteArray("hello"));
    }

    // ERROR_NO_DATA until DisconnectNamedPipe.
    void ClientGoneBeforeAcceptIsReportedOnce()
    {
        Pump pump;
        const PipeName name = Pump::uniqueName();
        const auto listener = pump.listen(name);
        const auto server = listener->createInstance().value();
        const auto early = pump.client(name);
        QCOMPARE(outcome(pump.connect(*early)), QByteArray("fine"));
        early->close(CloseMode::Graceful);

        const Completion gone = pump.accept(*server);
        QCOMPARE(outcomeKind(gone), QByteArray("client gone"));
        QCOMPARE(gone.error->code, std::uint32_t{ERROR_NO_DATA});

        QVERIFY(server->accept());
        QVERIFY2(!pump.somethingCompletes(50ms), "the same client was reported again");
        const auto next = pump.client(name);
        QCOMPARE(outcome(pump.connect(*next)), QByteArray("fine"));
        QCOMPARE(outcome(pump.take(*server, OperationKind::Accept)), QByteArray("fine"));
    }

    void CancelledAcceptCanBeRepeated()
    {
        Pump pump;
        const PipeName name = Pump::uniqueName();
        const auto listener = pump.listen(name);
        const auto server = listener->createInstance().value();
        QVERIFY(server->accept());
        server->cancel();
        QCOMPARE(outcomeKind(pump.take(*server, OperationKind::Accept)), QByteArray("cancelled"));

        QVERIFY(server->accept());
        const auto client = pump.client(name);
        QCOMPARE(outcome(pump.connect(*client)), QByteArray("fine"));
        QCOMPARE(outcome(pump.take(*server, OperationKind::Accept)), QByteArray("fine"));
    }

    void MissingNameIsNotFoundAndCanBeTriedAgain()
    {
        Pump pump;
        const PipeName name = Pump::uniqueName();
        const auto client = pump.client(name);
        QCOMPARE(outcomeKind(pump.connect(*client)), QByteArray("not found"));

        const auto listener = pump.listen(name);
        const auto server = listener->createInstance().value();
        QVERIFY(server->accept());
        QCOMPARE(outcome(pump.connect(*client)), QByteArray("fine"));
        QCOMPARE(outcome(pump.take(*server, OperationKind::Accept)), QByteArray("fine"));
    }

    void TakenInstancesAreBusyAndLimited()
    {
        Pump pump;
        ServerOptions options;
        options.instances = 1;
        const ChannelPair pair(pump, options);
        QVERIFY(pair.connected);

        const auto second = pump.client(pair.name);
        QCOMPARE(outcomeKind(pump.connect(*second)), QByteArray("busy"));
        const auto more = pair.listener->createInstance();
        QVERIFY(!more);
        QCOMPARE(more.error().kind, ErrorKind::InstanceLimit);
    }

    // At the limit there is no second instance that could hold the name while the first one ends.
    void NameIsHeldBetweenTwoClientsOfASingleInstance_data()
    {
        QTest::addColumn<bool>("clientLeaves");
        QTest::addColumn<CloseMode>("mode");
        QTest::newRow("client left, graceful") << true << CloseMode::Graceful;
        QTest::newRow("client left, abortive") << true << CloseMode::Abortive;
        QTest::newRow("client is there, abortive") << false << CloseMode::Abortive;
    }
    void NameIsHeldBetweenTwoClientsOfASingleInstance()
    {
        QFETCH(const bool, clientLeaves);
        QFETCH(const CloseMode, mode);
        Pump pump;
        ServerOptions options;
        options.instances = 1;
        ChannelPair pair(pump, options);
        QVERIFY(pair.connected);
        if (clientLeaves) {
            pair.client->close(CloseMode::Graceful);
            QVERIFY(pump.read(*pair.server).endOfStream);
        }
        pair.server->close(mode);
        pair.server.reset();

        const auto next = pump.client(pair.name);
        QCOMPARE(outcomeKind(pump.connect(*next)), QByteArray("busy"));
        pair.server = pair.listener->createInstance().value();
        QVERIFY(pair.server->accept());
        QCOMPARE(outcome(pump.connect(*next)), QByteArray("fine"));
        QCOMPARE(outcome(pump.take(*pair.server, OperationKind::Accept)), QByteArray("fine"));
        QCOMPARE(outcome(pump.write(*next, asBytes("again"))), QByteArray("fine"));
        QCOMPARE(text(pump.read(*pair.server)), QByteArray("again"));
    }

    // The one gap: unread data stays with the client only when the handle is closed.
    void SingleInstanceClosedGracefullyIsMadeAnew()
    {
        Pump pump;
        ServerOptions options;
        options.instances = 1;
        ChannelPair pair(pump, options);
        QVERIFY(pair.connected);
        QCOMPARE(outcome(pump.write(*pair.server, asBytes("last words"))), QByteArray("fine"));
        pair.server->close(CloseMode::Graceful);
        pair.server.reset();
        QCOMPARE(text(pump.read(*pair.client)), QByteArray("last words"));
        QVERIFY(pump.read(*pair.client).endOfStream);
        pair.client->close(CloseMode::Graceful);

        pair.server = pair.listener->createInstance().value();
        const auto next = pump.client(pair.name);
        QCOMPARE(outcome(pump.connect(*next)), QByteArray("fine"));
        QCOMPARE(outcome(pump.accept(*pair.server)), QByteArray("fine"));
    }

    void NameIsFreeWithoutListener()
    {
        Pump pump;
        PipeName name = Pump::uniqueName();
        {
            const auto listener = pump.listen(name);
            const auto server = listener->createInstance().value();
            server->close(CloseMode::Abortive);
        }
        const auto client = pump.client(name);
        QCOMPARE(outcomeKind(pump.connect(*client)), QByteArray("not found"));
    }

    void SecondServerSameNameRefused()
    {
        if (onWine()) {
            QSKIP("Wine ignores FILE_FLAG_FIRST_PIPE_INSTANCE: a second server joins the first");
        }
        Pump pump;
        const PipeName name = Pump::uniqueName();
        const auto listener = pump.listen(name);
        const auto second = pump.backend().listen(name, {});
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::NameInUse);
    }

    void ServerOnAnotherComputerIsRefused()
    {
        Pump pump;
        const auto listener =
            pump.backend().listen(PipeName::parse("\\\\elsewhere\\pipe\\orders").value(), {});
        QVERIFY(!listener);
        QCOMPARE(listener.error().kind, ErrorKind::InvalidArgument);
    }

    void PeersAreKnown()
    {
        Pump pump;
        const ChannelPair pair(pump);
        QVERIFY(pair.connected);
        for (const Channel* channel : {pair.server.get(), pair.client.get()}) {
            const PeerInfo peer = channel->peer();
            QCOMPARE(peer.processId.value(), std::uint32_t{GetCurrentProcessId()});
            QCOMPARE(QByteArray::fromStdString(imageName(peer)), QByteArray("test_core.exe"));
        }
    }
};

PIPESCOPE_GUILESS_TEST(TestWin32Accept)
#include "tst_win32_accept.moc"
