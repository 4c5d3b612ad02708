#include "runner/register.h"
#include "session_script.h"

#include "pipecore/files/file.h"

#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_WIN
#    include <windows.h>
#endif

using namespace pipecore;

/// Recorded events come back from the file, and from the recorder while it runs.
class SessionRoundTripTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_path = m_folder.filePath(QStringLiteral("%1.pcapng").arg(++m_number)); }

    void EveryKindAndFieldComesBack()
    {
        const SessionScript script = nastyScript();
        QCOMPARE(recordTo(m_path, script), QString());
        const auto file = open();
        QCOMPARE(difference(*file, script.rows()), QString());
        QVERIFY(!file->report().problem);
        QCOMPARE(file->report().records, std::uint64_t(script.rows().size()));
        QCOMPARE(file->report().goodBytes, file->report().fileBytes);
        QCOMPARE(file->report().skippedBlocks, std::uint64_t(0));
    }

    void RowsCanBeReadWhileRecording()
    {
        const SessionScript script = nastyScript();
        EventQueue queue;
        Recorder recorder(queue);
        QVERIFY(recorder.start(toPath(m_path)));
        script.feed(queue);
        QVERIFY(waitForRows(recorder, script.rows().size()));
        QCOMPARE(difference(recorder, script.rows()), QString());
        // Another program may look at it, too.
        QCOMPARE(difference(*open(), script.rows()), QString());
    }

    void FactsFromTheFileEqualLiveOnes()
    {
        for (const SessionScript& script : {sampleScript(), nastyScript()}) {
            init();
            EventQueue queue;
            Recorder recorder(queue);
            QVERIFY(recorder.start(toPath(m_path)));
            script.feed(queue);
            recorder.stop();
            QCOMPARE(difference(open()->facts(), recorder.facts()), QString());
        }
    }

    void FactsSayWhatHappened()
    {
        QCOMPARE(recordTo(m_path, sampleScript()), QString());
        const auto file = open();
        const auto facts = file->facts().snapshot();
        QCOMPARE(facts.endpoints.size(), std::size_t(2));
        QCOMPARE(facts.endpoints[0].name, std::string("\\\\.\\pipe\\orders"));
        QVERIFY(facts.endpoints[0].open);
        QVERIFY(!facts.endpoints[1].open);
        QCOMPARE(facts.endpoints[1].role, Role::Client);
        QCOMPARE(facts.connections.size(), std::size_t(2));
        const ConnectionFacts& orders = facts.connections[0];
        QCOMPARE(*orders.peer->processId, std::uint32_t(4120));
        QCOMPARE(orders.messagesReceived, std::uint64_t(3));
        QCOMPARE(orders.bytesReceived, std::uint64_t(305));
        QCOMPARE(orders.messagesSent, std::uint64_t(1));
        QCOMPARE(orders.bytesSent, std::uint64_t(6));
        QCOMPARE(orders.state, InstanceState::Closed);
        const ConnectionFacts& billing = facts.connections[1];
        QVERIFY(!billing.peer);
        QCOMPARE(billing.reason, CloseReason::Failed);
        QCOMPARE(billing.sinceNs, facts.endpoints[1].openedNs);
        QCOMPARE(billing.closedNs, facts.endpoints[1].closedNs);
        const auto totals = file->facts().totals();
        QCOMPARE(totals.endpoints, std::uint64_t(1));
        QCOMPARE(totals.connections, std::uint64_t(0));
        QCOMPARE(totals.messages, std::uint64_t(4));
        QCOMPARE(totals.bytes, std::uint64_t(311));
        QVERIFY(!file->facts().changesSince(facts.revision));
    }

    void APartOfAMessageIsNotCountedAsOne()
    {
        SessionScript script;
        script.server(1, "p");
        script.connected(1, 1, unknownPeer());
        script.message(1, 1, Direction::Received, patternBytes(10), {}, true);
        script.message(1, 1, Direction::Received, patternBytes(5));
        QCOMPARE(recordTo(m_path, script), QString());
        const auto connection = open()->facts().connection({1});
        QVERIFY(connection);
        QCOMPARE(connection->messagesReceived, std::uint64_t(1));
        QCOMPARE(connection->bytesReceived, std::uint64_t(15));
    }

    void PayloadLimitIsKept()
    {
        SessionScript script;
        script.server(1, "p");
        const Bytes large = patternBytes(700'000);
        script.message(1, 1, Direction::Received, large);
        QCOMPARE(recordTo(m_path, script), QString());
        const auto file = open();
        for (const std::size_t limit :
             std::initializer_list<std::size_t>{0, 1, 4096, 262128, 262129, 699'999}) {
            const auto record = file->read(1, limit);
            QVERIFY(record);
            QCOMPARE(record->message().length, std::uint64_t(large.size()));
            QCOMPARE(record->payload.size(), limit);
            QVERIFY(std::equal(record->payload.begin(), record->payload.end(), large.begin()));
        }
    }

    void ListsOfFragmentsOfAnyLength()
    {
        SessionScript script;
        script.server(1, "p");
        std::vector<std::uint32_t> irregular;
        for (std::uint32_t i = 0; i < 40'000; ++i) {
            irregular.push_back(i % 2 == 0 ? i : 4'000'000'000U);
        }
        script.message(1, 1, Direction::Received, patternBytes(300'000), irregular);
        script.message(1, 1, Direction::Received, patternBytes(3),
                       std::vector<std::uint32_t>(2'000'000, 1));
        QCOMPARE(recordTo(m_path, script), QString());
        QCOMPARE(difference(*open(), script.rows()), QString());
    }

    void RowBeyondTheLastIsRefused()
    {
        QCOMPARE(recordTo(m_path, sampleScript()), QString());
        const auto file = open();
        const auto record = file->read(file->rowCount(), 10);
        QVERIFY(!record);
        QCOMPARE(record.error().kind, ErrorKind::InvalidArgument);
    }

    void AnOverlongErrorIsShortenedNotLost()
    {
        SessionScript script;
        script.failed(1, 1,
                      {.operation = {},
                       .error = {.kind = ErrorKind::Io,
                                 .api = "read",
                                 .detail = std::string(500'000, '\x01')}});
        QCOMPARE(recordTo(m_path, script), QString());
        const auto record = open()->read(0, 0);
        QVERIFY(record);
        QCOMPARE(record->as<Failed>()->error.api, std::string_view("read"));
        QCOMPARE(record->as<Failed>()->error.detail, std::string(4096, '\x01'));
    }

    void ProgressIsReportedAndCanStopOpening()
    {
        QCOMPARE(recordTo(m_path, sampleScript()), QString());
        double last = -1;
        QVERIFY(SessionFile::open(toPath(m_path), [&](double done) {
            last = done;
            return true;
        }));
        QVERIFY(last >= 0 && last <= 1);
        const auto stopped = SessionFile::open(toPath(m_path), [](double) { return false; });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
    }

    void PeerOnAnotherComputerStaysThere()
    {
        // Else the reader of the file would look its number up on his own computer.
        PeerInfo peer = somePeer(4120, "");
        peer.image = refuse("the process runs on another computer", ErrorKind::NotFound);
        peer.isRemote = true;
        SessionScript script;
        script.server(1, "\\\\.\\pipe\\orders");
        script.connected(1, 1, peer);
        script.connected(1, 2, somePeer(4120, "/usr/bin/app"));
        QCOMPARE(recordTo(m_path, script), QString());
        const auto file = open();
        const auto facts = file->facts().snapshot();
        QCOMPARE(facts.connections.size(), std::size_t(2));
        QVERIFY(facts.connections[0].peer->isRemote);
        QVERIFY(!facts.connections[1].peer->isRemote);
        const auto row = file->read(1, 0);
        QVERIFY(row);
        QVERIFY(std::get<PeerConnected>(row->body).peer->isRemote);
    }

    void FileThatWiresharkHoldsOpenIsSaid()
    {
#ifndef Q_OS_WIN
        QSKIP("a matter of Windows: elsewhere an open file is replaced");
#else
        QCOMPARE(recordTo(m_path, sampleScript()), QString());
        const QString fresh = m_folder.filePath(QStringLiteral("fresh.pcapng"));
        QCOMPARE(recordTo(fresh, sampleScript()), QString());
        // Open for reading as Wireshark has it: others may read, and not delete.
        const HANDLE held =
            CreateFileW(reinterpret_cast<const wchar_t*>(m_path.utf16()), GENERIC_READ,
                        FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr, OPEN_EXISTING, 0, nullptr);
        QVERIFY(held != INVALID_HANDLE_VALUE);
        const auto refused = replaceFile(toPath(fresh), toPath(m_path));
        CloseHandle(held);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Busy);
        QVERIFY2(refused.error().detail.find("open in another program") != std::string::npos,
                 refused.error().detail.c_str());
        QVERIFY(replaceFile(toPath(fresh), toPath(m_path)));
#endif
    }

    void NamesOutsideAscii()
    {
        m_path = m_folder.filePath(QStringLiteral("Sitzung \u00e4\u20ac\u4e2d.pcapng"));
        QCOMPARE(recordTo(m_path, sampleScript()), QString());
        QCOMPARE(difference(*open(), sampleScript().rows()), QString());
    }

private:
    std::unique_ptr<SessionFile> open()
    {
        auto file = SessionFile::open(toPath(m_path));
        if (!file) {
            qFatal("%s", describe(file.error()).c_str());
        }
        return std::move(*file);
    }

    QTemporaryDir m_folder;
    QString m_path;
    int m_number = 0;
};

PIPESCOPE_GUILESS_TEST(SessionRoundTripTest)
#include "tst_session_roundtrip.moc"
