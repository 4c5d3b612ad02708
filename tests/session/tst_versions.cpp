#include "exported.h"
#include "pcapng_builder.h"
#include "pipecore/export/export.h"
#include "pipecore/model/event_text.h"
#include "pipecore/model/identity.h"
#include "runner/register.h"
#include "session_script.h"
#include "test_paths.h"
#include "tools.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pipecore;

namespace {

constexpr std::size_t everything = std::numeric_limits<std::size_t>::max();

std::unique_ptr<SessionFile> opened(const QString& path)
{
    auto file = SessionFile::open(toPath(path));
    return file ? std::move(*file) : nullptr;
}

/// A file as JSON Lines, one per row.
QList<QByteArray> jsonLines(const RecordSource& source)
{
    QByteArray all;
    const auto sink = [&](ByteView bytes) -> Result<void> {
        all.append(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()));
        return {};
    };
    if (!exportRows(source, std::nullopt, ExportFormat::JsonLines, sink)) {
        return {};
    }
    return all.split('\n');
}

} // namespace

/// Files of the version before, and of one that is still to come.
class VersionsTest : public QObject
{
    Q_OBJECT

private slots:
    void Version1IsReadAsBefore()
    {
        const auto file =
            opened(QStringLiteral(PIPESCOPE_TESTS_DIR "/session/samples/version1.pcapng"));
        QVERIFY(file && !file->report().problem);
        QCOMPARE(file->report().skippedBlocks, std::uint64_t(0));
        QStringList rows;
        for (std::uint64_t row = 0; row < file->rowCount(); ++row) {
            const auto record = file->read(row, everything);
            QVERIFY(record);
            rows += QString::fromStdString(eventText(*record));
        }
        QCOMPARE(rows,
                 QStringLiteral("server opened, message mode, duplex\n"
                                "connected: app.exe (pid 4120), user SHOP\\ann\n"
                                "<- received 5 bytes\n"
                                "-> sent 6 bytes\n"
                                "<- received 0 bytes\n"
                                "<- received 300 bytes in 3 reads\n"
                                "client opened, message mode, duplex\n"
                                "error: connect failed: 110 ETIMEDOUT (timed out): after 5000 ms\n"
                                "closed\n"
                                "disconnected: closed by the peer, 12 bytes were not sent\n"
                                "3 records lost, 4096 bytes\n"
                                "reading paused: the recording cannot keep up\n"
                                "reading resumed\n"
                                "read mode changed to byte\n"
                                "client: SHOP\\ann (S-1-5-21-1-2-3-1001), medium integrity, "
                                "anonymous level\n"
                                "access as this client: allowed: read C:\\orders\\today.txt\n"
                                "closed")
                     .split(u'\n'));
        // The origin of a message was not written then.
        QVERIFY(file->read(3, 0)->message().origin.kind == OriginKind::Unstated);
        QCOMPARE(file->facts().connection({1})->user, std::string("SHOP\\ann"));
    }

    void IdentityOfVersion1KeepsItsWords()
    {
        const auto file =
            opened(QStringLiteral(PIPESCOPE_TESTS_DIR "/session/samples/version1.pcapng"));
        QVERIFY(file);
        const auto client = file->read(14, 0);
        QVERIFY(client && client->as<ClientIdentified>() != nullptr);
        QVERIFY(client->as<ClientIdentified>()->version1Text.contains("\nProcess ID: 4120"));
        const auto access = file->read(15, 0);
        QVERIFY(access && access->as<AccessChecked>() != nullptr);
        QVERIFY(access->as<AccessChecked>()->version1Text.contains("\nTarget: C:\\orders"));
        const auto lines = jsonLines(*file);
        QVERIFY(lines[14].contains("\"event\":\"identified\""));
        QVERIFY(lines[14].contains("Process ID: 4120"));
    }

    /// A kind of row and an origin that this version has never heard of.
    void LaterVersionIsShownByItsNamesAndKept()
    {
        const auto file =
            opened(QStringLiteral(PIPESCOPE_TESTS_DIR "/session/samples/version2-later.pcapng"));
        QVERIFY(file && !file->report().problem);
        QCOMPARE(file->rowCount(), std::uint64_t(4));
        const auto message = file->read(2, everything);
        QVERIFY(message && message->isMessage());
        QVERIFY(message->message().origin.kind == OriginKind::Unknown);
        QCOMPARE(originWord(message->message().origin), std::string_view("telepathy"));
        QCOMPARE(message->message().origin.number, std::uint32_t(7));
        const auto row = file->read(3, everything);
        QVERIFY(row && row->kind() == RecordKind::Unknown);
        QCOMPARE(eventText(*row), std::string("unknown (thoughtRead)"));
        QCOMPARE(row->connection, ConnectionId{1});

        const auto lines = jsonLines(*file);
        QVERIFY2(lines[2].contains("\"origin\":\"telepathy\",\"originNumber\":7"),
                 lines[2].constData());
        QVERIFY2(lines[3].contains("\"event\":\"thoughtRead\""), lines[3].constData());
        QVERIFY2(lines[3].contains("\"thought\":\"why me\""), lines[3].constData());

        // Converting some of the rows keeps both as they are.
        QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("copy.pcapng"));
        RowRanges rows;
        rows.add(1);
        rows.add(2);
        rows.add(3);
        QVERIFY(exportRows(*file, rows, ExportFormat::Pcapng, toPath(copy)));
        const auto again = opened(copy);
        QVERIFY(again && again->rowCount() == 3);
        QCOMPARE(originWord(again->read(1, 0)->message().origin), std::string_view("telepathy"));
        const auto kept = again->read(2, everything);
        QVERIFY(kept && kept->as<UnknownRow>() != nullptr);
        QCOMPARE(kept->as<UnknownRow>()->members, row->as<UnknownRow>()->members);
    }

    /// A kind of row that is described and no more goes all the way.
    void DescriptorsAreKeptAndExported()
    {
        SessionScript script;
        script.server(1, "p");
        script.connected(1, 1, somePeer(4120, "/app", "ann"));
        script.add(1, 1, DescriptorsPassed{.count = 3});
        script.message(1, 1, Direction::Received, toBytes("with them"));
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("descriptors.pcapng"));
        QCOMPARE(recordTo(path, script), QString());
        const auto file = opened(path);
        QVERIFY(file);
        QCOMPARE(difference(*file, script.rows()), QString());
        QCOMPARE(eventText(*file->read(2, 0)),
                 std::string("file descriptors received with the next message and closed: 3"));
        QVERIFY(jsonLines(*file)[2].contains("\"event\":\"descriptors\""));
        QVERIFY(jsonLines(*file)[2].contains("\"descriptors\":3"));
        Exported exported;
        const QByteArray csv = exported.bytes(*file, ExportFormat::Csv, std::nullopt);
        QVERIFY2(csv.contains(",descriptors,") && csv.contains("and closed: 3"), csv.constData());
    }

    void MessagesKeepWhatMadeThem()
    {
        SessionScript script;
        script.server(1, "p");
        script.connected(1, 1, somePeer(4120, "/app", "ann"));
        script.message(1, 1, Direction::Received, toBytes("ask"));
        script.add(1, 1,
                   Message{.direction = Direction::Sent,
                           .length = 0,
                           .origin = {.kind = OriginKind::Echo},
                           .partner = 3});
        script.add(1, 1,
                   Message{.direction = Direction::Sent,
                           .held = true,
                           .length = 0,
                           .origin = {.kind = OriginKind::Rule, .number = 12},
                           .partner = 4});
        script.add(1, 1, HeldSettled{.outcome = HeldOutcome::Dropped, .partner = 5});
        script.message(1, 1, Direction::Sent, toBytes("by hand"));
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("origins.pcapng"));
        QCOMPARE(recordTo(path, script), QString());
        const auto file = opened(path);
        QVERIFY(file);
        QCOMPARE(difference(*file, script.rows()), QString());

        // Of some of the rows only: the partner is looked for, and found where it is now.
        const QString part = folder.filePath(QStringLiteral("part.pcapng"));
        RowRanges rows;
        rows.add(2);
        rows.add(3);
        rows.add(5);
        QVERIFY(exportRows(*file, rows, ExportFormat::Pcapng, toPath(part)));
        const auto some = opened(part);
        QVERIFY(some && some->rowCount() == 3);
        QCOMPARE(some->read(1, 0)->message().partner, std::uint64_t(1));
        QCOMPARE(some->read(2, 0)->as<HeldSettled>()->partner, std::uint64_t(0));
    }
};

PIPESCOPE_APPLESS_TEST(VersionsTest)
#include "tst_versions.moc"
