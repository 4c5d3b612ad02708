#include "pcapng_builder.h"
#include "session_script.h"

#include "pipecore/base/elapsed.h"
#include "pipecore/model/event_text.h"
#include "runner/register.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pipecore;
using Order = PcapngBuilder::Order;

namespace {

constexpr std::uint16_t ethernet = 1;
constexpr std::uint16_t user0 = 147;
constexpr std::uint16_t upperPdu = 252;
constexpr std::uint32_t inbound = 1;
constexpr std::uint32_t outbound = 2;

std::string textOf(const Record& record)
{
    return std::string(asText(record.payload));
}

} // namespace

/// pcapng files that other programs wrote.
class ForeignFilesTest : public QObject
{
    Q_OBJECT

private slots:
    void BothByteOrders_data()
    {
        QTest::addColumn<bool>("big");
        QTest::newRow("little") << false;
        QTest::newRow("big") << true;
    }
    void BothByteOrders()
    {
        QFETCH(bool, big);
        PcapngBuilder file(big ? Order::Big : Order::Little);
        file.section().interface(user0, "pipe", 9);
        file.packet(0, 1'700'000'000'123'456'789, "request", inbound);
        file.packet(0, 1'700'000'000'123'456'790, "reply", outbound);
        const auto session = open(file);
        QVERIFY(!session->report().problem);
        QCOMPARE(session->rowCount(), std::uint64_t(2));
        const Record request = row(*session, 0);
        QCOMPARE(request.kind(), RecordKind::Message);
        QCOMPARE(request.message().direction, Direction::Received);
        QCOMPARE(request.wallNs, std::int64_t(1'700'000'000'123'456'789));
        QCOMPARE(textOf(request), std::string("request"));
        const Record reply = row(*session, 1);
        QCOMPARE(reply.message().direction, Direction::Sent);
        QCOMPARE(textOf(reply), std::string("reply"));
        QCOMPARE(reply.connection, request.connection);
        QCOMPARE(session->facts().endpoint(reply.endpoint)->name, std::string("pipe"));
        const auto connection = session->facts().connection(reply.connection);
        QCOMPARE(connection->messagesReceived, std::uint64_t(1));
        QCOMPARE(connection->bytesSent, std::uint64_t(5));
        QVERIFY(connection->peer && !connection->peer->processId);
    }

    void TimeResolutions_data()
    {
        QTest::addColumn<int>("resolution");
        QTest::addColumn<quint64>("ticks");
        QTest::addColumn<qint64>("wallNs");
        QTest::newRow("microseconds unless said")
            << -1 << quint64(1'500'000) << qint64(1'500'000'000);
        QTest::newRow("seconds") << 0 << quint64(7) << qint64(7'000'000'000);
        QTest::newRow("milliseconds") << 3 << quint64(1'001) << qint64(1'001'000'000);
        QTest::newRow("picoseconds") << 12 << quint64(1'234'567'890'123) << qint64(1'234'567'890);
        QTest::newRow("10^-19") << 19 << quint64(15'000'000'000'000'000'000U)
                                << qint64(1'500'000'000);
        QTest::newRow("10^-127") << 127 << quint64(5) << qint64(0);
        QTest::newRow("half seconds") << 0x81 << quint64(3) << qint64(1'500'000'000);
        QTest::newRow("2^-32") << (0x80 | 32) << (quint64(3) << 31U) << qint64(1'500'000'000);
        QTest::newRow("2^-63") << (0x80 | 63) << (quint64(1) << 63U) << qint64(1'000'000'000);
        QTest::newRow("2^-127") << 0xFF << quint64(5) << qint64(0);
        QTest::newRow("too late") << 0 << ~quint64(0) << std::numeric_limits<qint64>::max();
        QTest::newRow("before 1970") << 9 << ~quint64(0) << qint64(-1);
    }
    void TimeResolutions()
    {
        QFETCH(int, resolution);
        QFETCH(quint64, ticks);
        QFETCH(qint64, wallNs);
        PcapngBuilder file;
        file.section().interface(user0, {}, resolution).packet(0, ticks, "x");
        QCOMPARE(qint64(row(*open(file), 0).wallNs), wallNs);
    }

    void TimeOffsetIsAdded()
    {
        PcapngBuilder file;
        file.section().begin(1).u16(user0).u16(0).u32(0);
        file.u16(14).u16(8).u64(1'000).u32(0).end();
        file.packet(0, 2'000'000, "x");
        QCOMPARE(row(*open(file), 0).wallNs, std::int64_t(1'002'000'000'000));
    }

    void SimplePacketsHaveNoTimeAndAreCutAtTheSnapLength()
    {
        PcapngBuilder file;
        file.section().interface(user0, {}, -1, 3);
        file.begin(3).u32(5).text("abc").pad().end();
        file.begin(3).u32(2).text("de").pad().end();
        const auto session = open(file);
        QCOMPARE(session->rowCount(), std::uint64_t(2));
        const Record cut = row(*session, 0);
        QCOMPARE(textOf(cut), std::string("abc"));
        QCOMPARE(cut.message().length, std::uint64_t(5));
        QCOMPARE(cut.wallNs, noTime);
        QCOMPARE(textOf(row(*session, 1)), std::string("de"));
    }

    void ObsoletePacketBlocks()
    {
        PcapngBuilder file(Order::Big);
        file.section().interface(user0, "a").interface(user0, "b");
        file.begin(2).u16(1).u16(3).u32(0).u32(1'000'000).u32(3).u32(9).text("abc").pad();
        file.u16(2).u16(4).u32(outbound).u32(0).end();
        const auto session = open(file);
        const Record record = row(*session, 0);
        QCOMPARE(textOf(record), std::string("abc"));
        QCOMPARE(record.message().length, std::uint64_t(9));
        QCOMPARE(record.message().direction, Direction::Sent);
        QCOMPARE(record.wallNs, std::int64_t(1'000'000'000));
        QCOMPARE(session->facts().endpoint(record.endpoint)->name, std::string("b"));
    }

    void UnknownBlocksAreSkippedAndCounted()
    {
        PcapngBuilder file;
        file.section().interface(user0);
        file.begin(5).u32(0).u64(0).end();               // interface statistics
        file.begin(0xBAD).u32(32473).text("data").end(); // custom
        file.packet(0, 1, "x");
        file.begin(0x12345678).end();
        const auto session = open(file);
        QCOMPARE(session->rowCount(), std::uint64_t(1));
        QCOMPARE(session->report().skippedBlocks, std::uint64_t(3));
        QVERIFY(!session->report().problem);
    }

    void TagsOfExportedPdusAreNotPartOfTheMessage()
    {
        PcapngBuilder pdu;
        pdu.tag(12, "http").tag(20, std::string_view("\x7f\0\0\1", 4)).tag(0, {}).text("GET /");
        PcapngBuilder broken;
        broken.tag(12, "http").u8(0).u8(20).u8(0xFF).u8(0xFF).text("end");
        PcapngBuilder file;
        file.section().interface(upperPdu);
        file.packet(0, 1, asText(pdu.bytes()));
        file.packet(0, 2, asText(broken.bytes()));
        const auto session = open(file);
        QCOMPARE(textOf(row(*session, 0)), std::string("GET /"));
        QCOMPARE(row(*session, 0).message().length, std::uint64_t(5));
        QCOMPARE(row(*session, 1).payload, broken.bytes());
    }

    void OwnMessagesThatWereCutKeepTheirLength_data()
    {
        QTest::addColumn<int>("captured");
        QTest::addColumn<QByteArray>("payload");
        QTest::newRow("within the tags") << 5 << QByteArray();
        QTest::newRow("the tags only") << 12 << QByteArray();
        QTest::newRow("within the message") << 15 << QByteArray("GET");
        QTest::newRow("not cut") << 23 << QByteArray("GET /orders");
    }
    void OwnMessagesThatWereCutKeepTheirLength()
    {
        QFETCH(const int, captured);
        QFETCH(const QByteArray, payload);
        PcapngBuilder pdu;
        pdu.tag(12, "data").tag(0, {}).text("GET /orders");
        PcapngBuilder file;
        file.section().begin(1).u16(upperPdu).u16(0).u32(0);
        file.option(1, "PipeScope connection=1 version=2 endpoint=1").u32(0).end();
        const auto cut = asText(pdu.bytes()).substr(0, std::size_t(captured));
        file.begin(6).u32(0).u64(0).u32(std::uint32_t(captured)).u32(std::uint32_t(pdu.size()));
        file.text(cut).pad().end();
        const auto session = open(file);
        const Record record = row(*session, 0);
        QCOMPARE(record.message().length, std::uint64_t(11));
        QCOMPARE(record.message().droppedBytes, std::uint64_t(11 - payload.size()));
        QCOMPARE(textOf(record), payload.toStdString());
    }

    void PartsThatWereCutDoNotBecomeOneMessage()
    {
        PcapngBuilder file;
        file.section().begin(1).u16(upperPdu).u16(0).u32(0);
        file.option(1, "PipeScope connection=1 version=2 endpoint=1").u32(0).end();
        PcapngBuilder data;
        data.tag(12, "data").tag(0, {}).text("abc");
        for (const char* const part : {"part=1/2 of=12", "part=2/2 of=12"}) {
            file.begin(6).u32(0).u64(0).u32(15).u32(18).text(asText(data.bytes())).pad();
            file.option(1, part).u32(0).end();
        }
        const auto session = open(file);
        QCOMPARE(session->rowCount(), std::uint64_t(1));
        const Record record = row(*session, 0);
        QCOMPARE(record.message().length, std::uint64_t(12));
        QCOMPARE(textOf(record), std::string("abc")); // and not "abcabc"
        QCOMPARE(record.message().droppedBytes, std::uint64_t(9));
    }

    void AnotherMajorVersionIsRefused()
    {
        PcapngBuilder file;
        file.begin(0x0A0D0D0A).u32(0x1A2B3C4D).u16(2).u16(1).u64(~std::uint64_t{0}).end();
        const QString path = m_folder.filePath(QStringLiteral("version.pcapng"));
        QVERIFY(file.save(path));
        const auto refused = SessionFile::open(toPath(path));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Corrupt);
        QVERIFY2(refused.error().detail.find("version 2.1 of pcapng") != std::string::npos,
                 refused.error().detail.c_str());
        // Behind one that is read, what was read stays.
        PcapngBuilder both;
        both.section().interface(user0).packet(0, 1, "x").append(file).interface(user0);
        both.packet(0, 1, "y");
        const auto session = open(both);
        QCOMPARE(session->rowCount(), std::uint64_t(1));
        QVERIFY(session->report().problem->text().find("version 2.1") != std::string::npos);
    }

    void CompressedFilesSayHowToUnpackThem_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QString>("says");
        QTest::newRow("gzip") << QByteArray("\x1F\x8B\x08\x00", 4)
                              << QStringLiteral("gunzip it first");
        QTest::newRow("zstd") << QByteArray("\x28\xB5\x2F\xFD", 4)
                              << QStringLiteral("unzstd it first");
        QTest::newRow("lz4") << QByteArray("\x04\x22\x4D\x18", 4)
                             << QStringLiteral("unlz4 it first");
    }
    void CompressedFilesSayHowToUnpackThem()
    {
        QFETCH(const QByteArray, start);
        QFETCH(const QString, says);
        PcapngBuilder file;
        file.text({start.constData(), std::size_t(start.size())}).text("and the rest of it");
        const QString path = m_folder.filePath(QStringLiteral("packed.pcapng"));
        QVERIFY(file.save(path));
        const auto refused = SessionFile::open(toPath(path));
        QVERIFY(!refused);
        QVERIFY2(refused.error().detail.ends_with(says.toStdString()),
                 refused.error().detail.c_str());
    }

    void OtherLinkTypesAreRawBytes_data()
    {
        QTest::addColumn<int>("linkType");
        QTest::newRow("Ethernet") << int(ethernet);
        QTest::newRow("raw IP") << 101;
        QTest::newRow("user 0") << 147;
        QTest::newRow("of nobody") << 65535;
    }
    void OtherLinkTypesAreRawBytes()
    {
        QFETCH(const int, linkType);
        PcapngBuilder file;
        file.section().interface(static_cast<std::uint16_t>(linkType)).packet(0, 1, "frame");
        QCOMPARE(textOf(row(*open(file), 0)), std::string("frame"));
    }

    void CommentsOfOthersMeanNothing()
    {
        PcapngBuilder file;
        file.section().interface(user0);
        file.packet(0, 1, "a", inbound, "part=1/2 of=2");
        file.packet(0, 2, "b", inbound, "part=2/2 of=2");
        QCOMPARE(open(file)->rowCount(), std::uint64_t(2));
    }

    void PacketsOfUndescribedInterfacesAreSkipped()
    {
        PcapngBuilder file;
        file.section().packet(0, 1, "none").interface(user0).packet(1, 1, "none").packet(0, 1, "x");
        const auto session = open(file);
        QCOMPARE(session->rowCount(), std::uint64_t(1));
        QCOMPARE(session->report().skippedBlocks, std::uint64_t(2));
        QVERIFY(session->report().problem->text().find("offset 28") != std::string::npos);
    }

    void SectionsInBothOrdersOneAfterTheOther()
    {
        PcapngBuilder file;
        file.section().interface(user0, "first", 9).packet(0, 1, "one");
        PcapngBuilder second(Order::Big);
        second.section().interface(user0, "second", 3).packet(0, 2, "two");
        file.append(second);
        const auto session = open(file);
        QCOMPARE(session->rowCount(), std::uint64_t(2));
        QCOMPARE(row(*session, 0).wallNs, std::int64_t(1));
        QCOMPARE(row(*session, 1).wallNs, std::int64_t(2'000'000));
        QCOMPARE(textOf(row(*session, 1)), std::string("two"));
        QVERIFY(row(*session, 0).connection != row(*session, 1).connection);
    }

    void TwoRecordingsInOneFileStayApart()
    {
        const QString path = m_folder.filePath(QStringLiteral("one.pcapng"));
        QCOMPARE(recordTo(path, sampleScript()), QString());
        QFile one(path);
        QVERIFY(one.open(QIODevice::ReadOnly));
        const QByteArray bytes = one.readAll();
        PcapngBuilder file;
        file.text({bytes.data(), std::size_t(bytes.size())});
        file.text({bytes.data(), std::size_t(bytes.size())});
        const auto session = open(file);
        const auto facts = session->facts().snapshot();
        QCOMPARE(facts.endpoints.size(), std::size_t(4));
        QCOMPARE(facts.connections.size(), std::size_t(4));
        QCOMPARE(facts.connections[0].messagesReceived, facts.connections[2].messagesReceived);
        const std::uint64_t half = session->rowCount() / 2;
        for (std::uint64_t i = 0; i < half; ++i) {
            const Record first = row(*session, i);
            const Record again = row(*session, half + i);
            QCOMPARE(again.payload, first.payload);
            QVERIFY(again.endpoint != first.endpoint);
        }
    }

    void MessagesAreUnderstoodWithoutTheRowsBefore()
    {
        // As after a filter in Wireshark that left the messages only.
        PcapngBuilder file;
        file.section().begin(1).u16(upperPdu).u16(0).u32(0);
        file.option(1, "PipeScope connection=7 endpoint=3 role=client mode=byte access=inbound "
                       "instances=2 name=\"\\\\\\\\.\\\\pipe\\\\x\" opened=5 since=6 pid=42 "
                       "image=\"C:\\\\a\\xff.exe\"");
        file.option(9, "\x09").u32(0).end();
        PcapngBuilder data;
        data.tag(12, "data").tag(0, {}).text("hi");
        file.packet(0, 9, asText(data.bytes()), outbound);
        const auto session = open(file);
        QCOMPARE(textOf(row(*session, 0)), std::string("hi"));
        QCOMPARE(row(*session, 0).connection.value, std::uint64_t(7));
        const auto endpoint = session->facts().endpoint({3});
        QCOMPARE(endpoint->name, std::string("\\\\.\\pipe\\x"));
        QCOMPARE(endpoint->role, Role::Client);
        QCOMPARE(endpoint->mode, PipeMode::Byte);
        QCOMPARE(endpoint->access, Access::Inbound);
        QCOMPARE(endpoint->openedNs, std::int64_t(5));
        const auto connection = session->facts().connection({7});
        QCOMPARE(connection->sinceNs, std::int64_t(6));
        QCOMPARE(*connection->peer->processId, std::uint32_t(42));
        QCOMPARE(*connection->peer->image, std::string("C:\\a\xFF.exe"));
        QCOMPARE(connection->peer->user.error().detail, std::string("not recorded"));
        QCOMPARE(connection->user, std::string());
    }

    void ConnectedRowsOfOlderVersionsSayThatTheUserWasNotRecorded()
    {
        PcapngBuilder file;
        file.section().begin(1).u16(upperPdu).u16(0).u32(0);
        file.option(1, "PipeScope events=1 version=1").option(9, "\x09").u32(0).end();
        PcapngBuilder data;
        data.tag(12, "json").tag(0, {});
        data.text(R"({"event":"connected","endpoint":3,"connection":7,)"
                  R"("peer":{"pid":42,"image":"/opt/a"}})");
        file.packet(0, 9, asText(data.bytes()));
        const auto session = open(file);
        const Record connected = row(*session, 0);
        QCOMPARE(connected.kind(), RecordKind::Connected);
        QCOMPARE(*connected.as<PeerConnected>()->peer->image, std::string("/opt/a"));
        QVERIFY(!connected.as<PeerConnected>()->peer->user);
        QCOMPARE(connected.as<PeerConnected>()->peer->user.error().kind, ErrorKind::NotSupported);
        QCOMPARE(connected.as<PeerConnected>()->peer->user.error().detail,
                 std::string("not recorded"));
        QCOMPARE(eventText(connected), std::string("connected: a (pid 42)"));
    }

private:
    std::unique_ptr<SessionFile> open(const PcapngBuilder& builder)
    {
        const QString path = m_folder.filePath(QStringLiteral("%1.pcapng").arg(++m_number));
        if (!builder.save(path)) {
            qFatal("cannot write the file");
        }
        auto file = SessionFile::open(toPath(path));
        if (!file) {
            qFatal("%s", describe(file.error()).c_str());
        }
        // Also of what others wrote the index says what the file does.
        if (const QString what = headDifference(**file); !what.isEmpty()) {
            QTest::qFail(qPrintable(what), __FILE__, __LINE__);
        }
        return std::move(*file);
    }
    static Record row(const SessionFile& session, std::uint64_t number)
    {
        auto record = session.read(number, 1'000'000);
        if (!record) {
            qFatal("%s", describe(record.error()).c_str());
        }
        return std::move(*record);
    }

    QTemporaryDir m_folder;
    int m_number = 0;
};

PIPESCOPE_GUILESS_TEST(ForeignFilesTest)
#include "tst_foreign_files.moc"
