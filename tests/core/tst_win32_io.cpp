#include "pipe_rows.h"
#include "runner/register.h"
#include "win32_pump.h"

#include <QTest>

#include <thread>

using namespace pipecore;
using namespace std::chrono_literals;

namespace {

ServerOptions byteServer()
{
    ServerOptions options;
    options.mode = PipeMode::Byte;
    return options;
}

ClientOptions byteClient()
{
    ClientOptions options;
    options.mode = PipeMode::Byte;
    return options;
}

} // namespace

/// Reading, writing, cancelling and closing, seen at the backend.
class TestWin32Io : public PipeRows
{
    Q_OBJECT

private slots:
    void EchoMessage()
    {
        Pump pump;
        const ChannelPair pair(pump);
        QVERIFY(pair.connected);
        QVERIFY(pair.server->read(4096));
        const Completion written = pump.write(*pair.client, asBytes("ping"));
        QCOMPARE(outcome(written), QByteArray("fine"));
        QCOMPARE(written.bytes, std::size_t{4});
        const Completion read = pump.take(*pair.server, OperationKind::Read);
        QCOMPARE(text(read), QByteArray("ping"));
        QVERIFY(!read.moreData && !read.endOfStream);
        QCOMPARE(outcome(pump.write(*pair.server, read.data)), QByteArray("fine"));
        QCOMPARE(text(pump.read(*pair.client)), QByteArray("ping"));
    }

    // Both when the message is there before the read (the read ends at once) and after it.
    void LongMessageComesInFragments_data()
    {
        QTest::addColumn<bool>("readFirst");
        QTest::newRow("read first") << true;
        QTest::newRow("message first") << false;
    }
    void LongMessageComesInFragments()
    {
        QFETCH(const bool, readFirst);
        Pump pump;
        const ChannelPair pair(pump);
        QVERIFY(pair.connected);
        const QByteArray message = QByteArray("0123456789").repeated(1000);
        const ByteView bytes = asBytes({message.data(), static_cast<std::size_t>(message.size())});
        if (readFirst) {
            QVERIFY(pair.server->read(4096));
        }
        QVERIFY(pair.client->write(bytes));
        if (!readFirst) {
            QCOMPARE(outcome(pump.take(*pair.client, OperationKind::Write)), QByteArray("fine"));
            QVERIFY(pair.server->read(4096));
        }
        QByteArray received;
        QList<std::size_t> fragments;
        Completion part = pump.take(*pair.server, OperationKind::Read);
        while (true) {
            QCOMPARE(outcome(part), QByteArray("fine"));
            received += text(part);
            fragments << part.bytes;
            if (!part.moreData) {
                break;
            }
            part = pump.read(*pair.server, 4096);
        }
        QCOMPARE(received, message);
        QCOMPARE(fragments, (QList<std::size_t>{4096, 4096, 1808}));
        if (readFirst) {
            QCOMPARE(pump.take(*pair.client, OperationKind::Write).bytes, bytes.size());
        }
    }

    void ZeroByteMessageIsAMessage()
    {
        Pump pump;
        const ChannelPair pair(pump);
        QVERIFY(pair.connected);
        QCOMPARE(outcome(pump.write(*pair.client, {})), QByteArray("fine"));
        QCOMPARE(outcome(pump.write(*pair.client, asBytes("next"))), QByteArray("fine"));
        const Completion empty = pump.read(*pair.server);
        QCOMPARE(outcome(empty), QByteArray("fine"));
        QCOMPARE(empty.bytes, std::size_t{0});
        QVERIFY(!empty.endOfStream && !empty.moreData);
        QCOMPARE(text(pump.read(*pair.server)), QByteArray("next"));
    }

    void BytesHaveNoBoundaries()
    {
        Pump pump;
        const ChannelPair pair(pump, byteServer(), byteClient());
        QVERIFY(pair.connected);
        QCOMPARE(outcome(pump.write(*pair.client, asBytes("abc"))), QByteArray("fine"));
        QCOMPARE(outcome(pump.write(*pair.client, asBytes("def"))), QByteArray("fine"));
        const Completion first = pump.read(*pair.server, 4);
        QCOMPARE(text(first), QByteArray("abcd"));
        QVERIFY(!first.moreData);
        QCOMPARE(text(pump.read(*pair.server, 4)), QByteArray("ef"));
    }

    void MessageReaderOnAPipeOfBytesIsRefused()
    {
        Pump pump;
        const PipeName name = Pump::uniqueName();
        const auto listener = pump.listen(name, byteServer());
        const auto server = listener->createInstance().value();
        const auto client = pump.client(name);
        const Completion connected = pump.connect(*client);
        QCOMPARE(outcomeKind(connected), QByteArray("wrong type"));
        QVERIFY(connected.error->api == "SetNamedPipeHandleState");
    }

    void ByteReaderOnAPipeOfMessages()
    {
        Pump pump;
        const ChannelPair pair(pump, {}, byteClient());
        QVERIFY(pair.connected);
        QCOMPARE(outcome(pump.write(*pair.server, asBytes("abcdef"))), QByteArray("fine"));
        const Completion first = pump.read(*pair.client, 4);
        QCOMPARE(text(first), QByteArray("abcd"));
        QVERIFY(!first.moreData);
    }

    void OneWayPipes_data()
    {
        QTest::addColumn<Access>("access");
        QTest::newRow("inbound") << Access::Inbound;
        QTest::newRow("outbound") << Access::Outbound;
    }
    void OneWayPipes()
    {
        QFETCH(const Access, access);
        Pump pump;
        const bool inbound = access == Access::Inbound;
        ServerOptions serverOptions;
        serverOptions.access = access;
        ClientOptions clientOptions;
        clientOptions.access = inbound ? ClientAccess::Write : ClientAccess::Read;
        const ChannelPair pair(pump, serverOptions, clientOptions);
        QVERIFY(pair.connected);
        Channel& writer = inbound ? *pair.client : *pair.server;
        Channel& reader = inbound ? *pair.server : *pair.client;

        QCOMPARE(outcomeKind(pump.write(reader, asBytes("no"))), QByteArray("access denied"));
        QCOMPARE(outcomeKind(pump.read(writer)), QByteArray("access denied"));
        QCOMPARE(outcome(pump.write(writer, asBytes("one"))), QByteArray("fine"));
        const Completion part = pump.read(reader, 2);
        QCOMPARE(text(part), QByteArray("on"));
        QVERIFY2(part.moreData, "the reader is not in message mode");
        QCOMPARE(text(pump.read(reader, 2)), QByteArray("e"));
    }

    void CancelledReadLosesNothing()
    {
        Pump pump;
        const ChannelPair pair(pump);
        QVERIFY(pair.connected);
        QVERIFY(pair.server->read(4096));
        pair.server->cancel();
        const Completion read = pump.take(*pair.server, OperationKind::Read);
        QCOMPARE(outcomeKind(read), QByteArray("cancelled"));
        QVERIFY(!read.endOfStream);
        QCOMPARE(outcome(pump.write(*pair.client, asBytes("kept"))), QByteArray("fine"));
        QCOMPARE(text(pump.read(*pair.server)), QByteArray("kept"));
    }

    void CancelledWrite()
    {
        Pump pump;
        const ChannelPair pair(pump);
        QVERIFY(pair.connected);
        const Bytes tooMuch(std::size_t{1} << 20);
        QVERIFY(pair.server->write(tooMuch));
        QVERIFY(!pump.somethingCompletes(20ms));
        pair.server->cancel();
        QCOMPARE(outcomeKind(pump.take(*pair.server, OperationKind::Write)),
                 QByteArray("cancelled"));
    }

    void CancelWithNothingInFlight()
    {
        Pump pump;
        const ChannelPair pair(pump);
        QVERIFY(pair.connected);
        pair.server->cancel();
        QVERIFY(!pump.somethingCompletes(20ms));
        QCOMPARE(outcome(pump.write(*pair.client, asBytes("x"))), QByteArray("fine"));
        QCOMPARE(text(pump.read(*pair.server)), QByteArray("x"));
    }

    // Whether ReadFile says so at once or later, it is the same completion.
    void PeerClosedEndsTheStream_data()
    {
        QTest::addColumn<bool>("readFirst");
        QTest::newRow("read pending") << true;
        QTest::newRow("read after it") << false;
    }
    void PeerClosedEndsTheStream()
    {
        QFETCH(const bool, readFirst);
        Pump pump;
        const ChannelPair pair(pump);
        QVERIFY(pair.connected);
        if (readFirst) {
            QVERIFY(pair.server->read(4096));
        }
        pair.client->close(CloseMode::Graceful);
        if (!readFirst) {
            QVERIFY(pair.server->read(4096));
        }
        const Completion end = pump.take(*pair.server, OperationKind::Read);
        QVERIFY(end.endOfStream);
        QCOMPARE(outcomeKind(end), QByteArray("peer closed"));
        QCOMPARE(end.error->code, std::uint32_t{ERROR_BROKEN_PIPE});
        QCOMPARE(end.bytes, std::size_t{0});
    }

    void WriteToAPeerThatLeft()
    {
        Pump pump;
        const ChannelPair pair(pump);
        QVERIFY(pair.connected);
        pair.client->close(CloseMode::Graceful);
        QCOMPARE(outcomeKind(pump.write(*pair.server, asBytes("x"))), QByteArray("peer closed"));
    }

    void GracefulCloseLeavesDataToRead()
    {
        Pump pump;
        const ChannelPair pair(pump);
        QVERIFY(pair.connected);
        QCOMPARE(outcome(pump.write(*pair.server, asBytes("last words"))), QByteArray("fine"));
        pair.server->close(CloseMode::Graceful);
        QCOMPARE(text(pump.read(*pair.client)), QByteArray("last words"));
        QVERIFY(pump.read(*pair.client).endOfStream);
    }

    void AbortiveCloseDiscardsUnreadData()
    {
        Pump pump;
        const ChannelPair pair(pump);
        QVERIFY(pair.connected);
        QCOMPARE(outcome(pump.write(*pair.server, asBytes("never seen"))), QByteArray("fine"));
        pair.server->close(CloseMode::Abortive);
        const Completion end = pump.read(*pair.client);
        QVERIFY(end.endOfStream);
        QCOMPARE(end.bytes, std::size_t{0});
        QCOMPARE(end.error->code, std::uint32_t{ERROR_PIPE_NOT_CONNECTED});
    }

    void CloseIsIdempotent()
    {
        Pump pump;
        const ChannelPair pair(pump);
        QVERIFY(pair.connected);
        for (Channel* channel : {pair.server.get(), pair.client.get()}) {
            channel->close(CloseMode::Abortive);
            channel->close(CloseMode::Graceful);
            channel->cancel();
        }
    }

    void WatchIsNotSupported()
    {
        Pump pump;
        const ChannelPair pair(pump);
        QVERIFY(pair.connected);
        const auto watched = pair.server->watch();
        QVERIFY(!watched);
        QCOMPARE(watched.error().kind, ErrorKind::NotSupported);
    }

    void AnotherComputersNameFailsWithoutBlocking()
    {
        Pump pump;
        const auto client =
            pump.client(PipeName::parse("\\\\pipescope-no-such-computer\\pipe\\orders").value());
        QVERIFY(client->connect());
        // The name may take the network's time to fail; taking the attempt back must not.
        client->cancel();
        const Completion connected = pump.take(*client, OperationKind::Connect);
        QVERIFY(connected.error);
        QVERIFY(connected.error->kind == ErrorKind::Cancelled
                || connected.error->kind == ErrorKind::NotFound);
    }

    void AnotherComputersNameIsNotFound()
    {
        if (!onWine() && !onModel()) {
            QSKIP(
                "how long a missing computer takes is the network's affair; Wine says it at once");
        }
        Pump pump;
        const auto client =
            pump.client(PipeName::parse("\\\\pipescope-no-such-computer\\pipe\\orders").value());
        QCOMPARE(outcomeKind(pump.connect(*client)), QByteArray("not found"));
        QCOMPARE(outcomeKind(pump.connect(*client)), QByteArray("not found"));
    }

    void WakeEndsAWait()
    {
        Pump pump;
        std::vector<Completion> none;
        std::thread waker([&] {
            std::this_thread::sleep_for(20ms);
            pump.backend().wake();
        });
        pump.backend().wait(none, std::nullopt);
        waker.join();
        QVERIFY(none.empty());
    }

    void ManyWakesEndOneWait()
    {
        Pump pump;
        std::vector<Completion> none;
        for (int i = 0; i < 1000; ++i) {
            pump.backend().wake();
        }
        const auto begin = std::chrono::steady_clock::now();
        pump.backend().wait(none, 10s);
        QVERIFY(std::chrono::steady_clock::now() - begin < 5s);
        pump.backend().wait(none, 50ms);
        QVERIFY2(std::chrono::steady_clock::now() - begin >= 50ms, "a second packet was there");
    }

    void WaitIsRoundedUp()
    {
        Pump pump;
        std::vector<Completion> none;
        const auto begin = std::chrono::steady_clock::now();
        pump.backend().wait(none, 100us);
        QVERIFY(std::chrono::steady_clock::now() - begin >= 100us);
        pump.backend().wait(none, -5s); // an old deadline does not wait
    }
};

PIPESCOPE_GUILESS_TEST(TestWin32Io)
#include "tst_win32_io.moc"
