#include "session_script.h"
#include "tools.h"

#include "pipecore/export/export.h"
#include "pipecore/model/identity.h"
#include "runner/register.h"
#include "test_paths.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace pipecore;

/// Wireshark's own programs read what is recorded, and what they write is read back.
class WiresharkTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
#ifdef Q_OS_WIN
        QSKIP("Wireshark's programs are run on Linux only");
#endif
        for (const char* program : {"tshark", "capinfos", "editcap"}) {
            if (QStandardPaths::findExecutable(QLatin1String(program)).isEmpty()) {
                if (areToolsRequired()) {
                    QFAIL("tshark, capinfos or editcap is not installed");
                }
                QSKIP("tshark, capinfos or editcap is not installed");
            }
        }
    }
    void init() { m_path = m_folder.filePath(QStringLiteral("%1.pcapng").arg(++m_number)); }

    void TsharkShowsMessagesAndEvents()
    {
        QCOMPARE(recordTo(m_path, sampleScript()), QString());
        const QStringList lines = run(
            QStringLiteral("tshark"),
            {QStringLiteral("-r"), m_path, QStringLiteral("-T"), QStringLiteral("fields"),
             QStringLiteral("-e"), QStringLiteral("frame.interface_name"), QStringLiteral("-e"),
             QStringLiteral("frame.time_epoch"), QStringLiteral("-e"),
             QStringLiteral("frame.packet_flags_direction"), QStringLiteral("-e"),
             QStringLiteral("data.data"), QStringLiteral("-e"), QStringLiteral("frame.protocols")});
        QCOMPARE(lines.size(), qsizetype(sampleScript().rows().size()));
        const QStringList hello = lines[2].split(u'\t');
        QCOMPARE(hello[0], QStringLiteral("\\\\.\\pipe\\orders #1"));
        QVERIFY2(hello[1].startsWith(QStringLiteral("1700000000.1")), qPrintable(hello[1]));
        QCOMPARE(hello[2], QStringLiteral("0x00000001"));
        QCOMPARE(hello[3], QStringLiteral("68656c6c6f"));
        const QStringList world = lines[3].split(u'\t');
        QCOMPARE(world[2], QStringLiteral("0x00000002"));
        const QStringList opened = lines[0].split(u'\t');
        QCOMPARE(opened[0], QStringLiteral("PipeScope events"));
        QVERIFY2(opened[4].endsWith(QStringLiteral("json")), qPrintable(opened[4]));
    }

    void TsharkDecodesTheEvents()
    {
        QCOMPARE(recordTo(m_path, sampleScript()), QString());
        const QString text =
            run(QStringLiteral("tshark"), {QStringLiteral("-r"), m_path, QStringLiteral("-V"),
                                           QStringLiteral("-Y"), QStringLiteral("frame.number==2")})
                .join(u'\n');
        QVERIFY2(text.contains(QStringLiteral("4120")), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("app.exe")));
    }

    void NothingIsMalformedWhateverItHolds()
    {
        QCOMPARE(recordTo(m_path, nastyScript()), QString());
        const QStringList all = run(QStringLiteral("tshark"), {QStringLiteral("-r"), m_path});
        QVERIFY(all.size() > qsizetype(nastyScript().rows().size())); // long messages are several
        const QStringList malformed =
            run(QStringLiteral("tshark"),
                {QStringLiteral("-r"), m_path, QStringLiteral("-Y"),
                 QStringLiteral("_ws.malformed || _ws.expert.severity==error")});
        QCOMPARE(malformed, QStringList());
    }

    void MessagesWithoutTheirPayloadAreCutPackets()
    {
        EventQueue queue(1);
        queue.setBackpressure(Backpressure::DropPayload);
        SessionScript script;
        script.server(1, "p");
        script.message(1, 1, Direction::Sent, patternBytes(5000));
        script.message(1, 1, Direction::Received, patternBytes(300'000));
        script.feed(queue);
        Recorder recorder(queue);
        QVERIFY(recorder.start(toPath(m_path)));
        QVERIFY(waitForRows(recorder, 4));
        recorder.stop();
        const QStringList sizes =
            run(QStringLiteral("tshark"),
                {QStringLiteral("-r"), m_path, QStringLiteral("-Y"),
                 QStringLiteral("frame.number in {2,3}"), QStringLiteral("-T"),
                 QStringLiteral("fields"), QStringLiteral("-E"), QStringLiteral("separator=,"),
                 QStringLiteral("-e"), QStringLiteral("frame.cap_len"), QStringLiteral("-e"),
                 QStringLiteral("frame.len")});
        QCOMPARE(sizes, (QStringList{QStringLiteral("12,5012"), QStringLiteral("12,300012")}));
    }

    void CapinfosCountsThePackets()
    {
        QCOMPARE(recordTo(m_path, sampleScript()), QString());
        const QString text =
            run(QStringLiteral("capinfos"), {QStringLiteral("-M"), m_path}).join(u'\n');
        QVERIFY2(text.contains(QStringLiteral("PipeScope ")), qPrintable(text));
        QVERIFY(text.contains(QRegularExpression(
            QStringLiteral("Number of packets: +%1\\b").arg(sampleScript().rows().size()))));
        QVERIFY(
            text.contains(QRegularExpression(QStringLiteral("Number of interfaces in file: +2"))));
        QVERIFY(text.contains(QStringLiteral("peer app.exe (pid 4120)")));
    }

    void EditcapCopyHasTheSameRows_data()
    {
        QTest::addColumn<bool>("nasty");
        QTest::newRow("sample") << false;
        QTest::newRow("nasty") << true;
    }
    void EditcapCopyHasTheSameRows()
    {
        QFETCH(bool, nasty);
        const SessionScript script = nasty ? nastyScript() : sampleScript();
        QCOMPARE(recordTo(m_path, script), QString());
        const QString copy = m_path + QStringLiteral(".copy");
        run(QStringLiteral("editcap"), {m_path, copy});
        const auto before = SessionFile::open(toPath(m_path));
        const auto after = SessionFile::open(toPath(copy));
        QVERIFY(before && after);
        QCOMPARE(difference(**after, script.rows()), QString());
        QCOMPARE(difference((*after)->facts(), (*before)->facts()), QString());
        QVERIFY(!(*after)->report().problem);
    }

    void TsharkReadsEveryMessageAsItIs_data() { EditcapCopyHasTheSameRows_data(); }
    void TsharkReadsEveryMessageAsItIs()
    {
        QFETCH(bool, nasty);
        const SessionScript script = nasty ? nastyScript() : sampleScript();
        QCOMPARE(recordTo(m_path, script), QString());
        const QList<Seen> seen = messagesIn(m_path);
        qsizetype place = 0;
        for (const Record& row : script.rows()) {
            if (!row.isMessage()) {
                continue;
            }
            QVERIFY(place < seen.size());
            const Seen& message = seen[place++];
            const auto bytes = asText(row.payload);
            QVERIFY(message.bytes == QByteArray(bytes.data(), qsizetype(bytes.size())));
            QCOMPARE(message.direction, row.message().direction == Direction::Received ? 1 : 2);
            QVERIFY2(message.interface.endsWith(QStringLiteral(" #%1").arg(row.connection.value)),
                     qPrintable(message.interface));
            if (row.wallNs >= 0) { // tshark has no word for times before 1970
                QCOMPARE(message.timeNs, qint64(row.wallNs));
            }
            QCOMPARE(message.comments.contains(u"continues=1"), row.message().continues);
            QCOMPARE(message.comments.contains(u"fragments="), !row.fragments.empty());
        }
        QCOMPARE(place, seen.size());
    }

    void SomeRowsOfASessionAreReadToo()
    {
        QCOMPARE(recordTo(m_path, nastyScript()), QString());
        const auto file = SessionFile::open(toPath(m_path));
        QVERIFY(file);
        RowRanges rows;
        qsizetype messages = 0;
        for (std::uint64_t row = 1; row < (*file)->rowCount(); row += 2) {
            rows.add(row);
            messages += (*file)->head(row).kind == RecordKind::Message ? 1 : 0;
        }
        const QString some = m_path + QStringLiteral(".some.pcapng");
        QVERIFY(exportRows(**file, rows, ExportFormat::Pcapng, toPath(some)));
        QCOMPARE(messagesIn(some).size(), messages);
        const QString copy = some + QStringLiteral(".copy");
        run(QStringLiteral("editcap"), {some, copy});
        const auto reopened = SessionFile::open(toPath(copy));
        QVERIFY(reopened && !(*reopened)->report().problem);
        QCOMPARE((*reopened)->rowCount(), rows.count());
        QCOMPARE(run(QStringLiteral("tshark"), {QStringLiteral("-r"), some, QStringLiteral("-Y"),
                                                QStringLiteral("_ws.malformed")}),
                 QStringList());
    }

    void LuaShowsWhoItWas()
    {
        if (!run(QStringLiteral("tshark"), {QStringLiteral("--version")})
                 .join(u' ')
                 .contains(QStringLiteral("with Lua"))) {
            QSKIP("this tshark has no Lua");
        }
        QCOMPARE(recordTo(m_path, sampleScript()), QString());
        const QStringList lines =
            runLua({QStringLiteral("-T"), QStringLiteral("fields"), QStringLiteral("-e"),
                    QStringLiteral("pipescope.pipe"), QStringLiteral("-e"),
                    QStringLiteral("pipescope.connection"), QStringLiteral("-e"),
                    QStringLiteral("pipescope.pid"), QStringLiteral("-e"),
                    QStringLiteral("pipescope.image"), QStringLiteral("-e"),
                    QStringLiteral("pipescope.user"), QStringLiteral("-e"),
                    QStringLiteral("pipescope.direction"), QStringLiteral("-e"),
                    QStringLiteral("pipescope.event")});
        QCOMPARE(lines.size(), qsizetype(sampleScript().rows().size()));
        QCOMPARE(lines[2],
                 QStringLiteral("\\\\.\\pipe\\orders\t1\t4120\tapp.exe\tSHOP\\ann\treceived\t"));
        QCOMPARE(lines[3],
                 QStringLiteral("\\\\.\\pipe\\orders\t1\t4120\tapp.exe\tSHOP\\ann\tsent\t"));
        QCOMPARE(lines[1], QStringLiteral("\t1\t4120\tapp.exe\tSHOP\\ann\t\tconnected"));
        QCOMPARE(lines[0], QStringLiteral("\\\\.\\pipe\\orders\t\t\t\t\t\topened"));
        QCOMPARE(
            runLua({QStringLiteral("-Y"),
                    QStringLiteral("pipescope.direction == \"sent\" && pipescope.pid == 4120")})
                .size(),
            qsizetype(1));
    }

    void LuaTakesWhateverThereIs()
    {
        QCOMPARE(recordTo(m_path, nastyScript()), QString());
        const QStringList errors =
            runLua({QStringLiteral("-Y"), QStringLiteral("_ws.lua.error || _ws.malformed")});
        QCOMPARE(errors, QStringList());
        const QStringList parts = runLua({QStringLiteral("-Y"), QStringLiteral("pipescope.parts"),
                                          QStringLiteral("-T"), QStringLiteral("fields"),
                                          QStringLiteral("-e"), QStringLiteral("pipescope.part"),
                                          QStringLiteral("-e"), QStringLiteral("pipescope.parts")});
        QVERIFY(parts.size() >= 2);
        QVERIFY2(parts[0].startsWith(QStringLiteral("1\t")), qPrintable(parts[0]));
    }

    void AProgramCannotChooseItsProcessAndUser_data()
    {
        QTest::addColumn<QString>("image");
        QTest::newRow("as a process") << QStringLiteral("/tmp/x (pid 1), user root");
        QTest::newRow("as a description")
            << QStringLiteral("/tmp/x (pid 1), user root, peer y (pid 2)");
        QTest::newRow("as an event")
            << QStringLiteral("/tmp/x\",\"user\":\"root\",\"pid\":1,\"a\":\"");
        QTest::newRow("ends with a backslash") << QStringLiteral("/tmp/x (pid 1), user root\\");
        QTest::newRow("lines") << QStringLiteral(
            "/tmp/x (pid 1), user root\n (pid 1), user root\x1b[2J");
    }
    void AProgramCannotChooseItsProcessAndUser()
    {
        QFETCH(QString, image);
        SessionScript script;
        script.server(1, "orders");
        script.connected(1, 1, somePeer(4120, image.toStdString(), "ann"));
        script.message(1, 1, Direction::Received, toBytes("hello"));
        // The system did not say who runs it.
        PeerInfo nameless = somePeer(4120, image.toStdString());
        nameless.user = std::unexpected(Error{.kind = ErrorKind::NotSupported});
        script.connected(1, 2, nameless);
        script.message(1, 2, Direction::Received, toBytes("hello"));
        QCOMPARE(recordTo(m_path, script), QString());
        const QStringList lines =
            runLua({QStringLiteral("-Y"), QStringLiteral("pipescope.pid"), QStringLiteral("-T"),
                    QStringLiteral("fields"), QStringLiteral("-E"), QStringLiteral("separator=/s"),
                    QStringLiteral("-e"), QStringLiteral("pipescope.pid"), QStringLiteral("-e"),
                    QStringLiteral("pipescope.user")});
        // An event and a message of each.
        QCOMPARE(lines.size(), 4);
        for (const QString& line : lines) {
            QVERIFY2(line == QStringLiteral("4120 ann") || line.trimmed() == QStringLiteral("4120"),
                     qPrintable(line));
        }
        QCOMPARE(lines.count(QStringLiteral("4120 ann")), 2);
    }

    void NamesCannotChangeWhatLuaShows_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("as a connection") << QStringLiteral("orders #7");
        QTest::newRow("as the events") << QStringLiteral("PipeScope events");
        QTest::newRow("as an interface")
            << QStringLiteral("x #7\nserver, peer y (pid 1), user root");
        QTest::newRow("as an event") << QStringLiteral(
            "{\"event\":\"closed\",\"pid\":1,\"user\":\"root\",\"connection\":7}");
        QTest::newRow("as members") << QStringLiteral(
            "a\",\"role\":\"client\",\"pid\":1,\"user\":\"root\",\"connection\":7,\"b\":\"");
        QTest::newRow("as a comment") << QStringLiteral("part=1/9 of=99\ncontinues=1");
        QTest::newRow("ends with a backslash") << QStringLiteral("a\\");
        QTest::newRow("controls") << QStringLiteral("a\x1b[2J\x07\u202e\u009b");
    }
    void NamesCannotChangeWhatLuaShows()
    {
        QFETCH(QString, text);
        const std::string hostile = text.toStdString();
        SessionScript script;
        script.server(1, hostile);
        PeerInfo peer = somePeer(4120, "/bin/" + hostile, hostile);
        script.connected(1, 1, peer);
        auto identity = std::make_shared<ClientIdentity>();
        identity->processId = 4120;
        identity->token.user = Account{.id = "1000", .name = hostile};
        identity->groups = std::vector<Group>{{.account = {.id = "7", .name = hostile}}};
        identity->securityLabel = hostile;
        identity->computer = hostile;
        script.add(1, 1, ClientIdentified{.identity = identity});
        script.failed(1, 1, {.error = {.kind = ErrorKind::Io, .api = "read", .detail = hostile}});
        script.message(1, 1, Direction::Received, toBytes(hostile));
        QCOMPARE(recordTo(m_path, script), QString());
        QStringList options{QStringLiteral("-T"), QStringLiteral("fields"),
                            QStringLiteral("-E"), QStringLiteral("separator=|"),
                            QStringLiteral("-E"), QStringLiteral("occurrence=a")};
        for (const char* const field : {"event", "direction", "connection", "endpoint", "role",
                                        "pid", "part", "length", "continues"}) {
            options << QStringLiteral("-e")
                    << QStringLiteral("pipescope.%1").arg(QLatin1String(field));
        }
        QCOMPARE(runLua(options), (QStringList{QStringLiteral("opened|||1|server||||"),
                                               QStringLiteral("connected||1|1||4120|||"),
                                               QStringLiteral("identified||1|1|||||"),
                                               QStringLiteral("failed||1|1|||||"),
                                               QStringLiteral("|received|1||server|4120|||")}));
        // And the texts are shown whole, so nobody else is named.
        const QStringList users =
            runLua({QStringLiteral("-Y"), QStringLiteral("pipescope.user == \"root\"")});
        QCOMPARE(users, QStringList());
    }

    void ADescriptionOfAnOlderVersionIsNotBelieved()
    {
        // Written for a program "x (pid 1), user root": its parentheses unchanged.
        SessionScript script;
        script.server(1, "orders");
        script.connected(1, 1, somePeer(4120, "/tmp/x <pid 1>, user root", "ann"));
        script.message(1, 1, Direction::Received, toBytes("hello"));
        QCOMPARE(recordTo(m_path, script), QString());
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        QVERIFY(bytes.contains("peer x <pid 1>, user root (pid 4120), user ann"));
        bytes.replace("peer x <pid 1>", "peer x (pid 1)");
        QVERIFY(file.seek(0));
        QCOMPARE(file.write(bytes), bytes.size());
        file.close();
        const QStringList lines =
            runLua({QStringLiteral("-Y"), QStringLiteral("data"), QStringLiteral("-T"),
                    QStringLiteral("fields"), QStringLiteral("-E"), QStringLiteral("separator=/s"),
                    QStringLiteral("-e"), QStringLiteral("pipescope.pid"), QStringLiteral("-e"),
                    QStringLiteral("pipescope.user")});
        QCOMPARE(lines, QStringList{QStringLiteral("4120 ann")});
    }

    void MessagesAloneKeepTheirProcess()
    {
        QCOMPARE(recordTo(m_path, sampleScript()), QString());
        const QString copy = m_path + QStringLiteral(".copy");
        run(QStringLiteral("tshark"), {QStringLiteral("-r"), m_path, QStringLiteral("-Y"),
                                       QStringLiteral("data"), QStringLiteral("-w"), copy});
        const auto file = SessionFile::open(toPath(copy));
        QVERIFY(file);
        QVERIFY((*file)->rowCount() >= 3);
        const auto connection = (*file)->facts().connection({1});
        QVERIFY(connection);
        QCOMPARE(*connection->peer->processId, std::uint32_t(4120));
        QCOMPARE((*file)->facts().endpoint({1})->name, std::string("\\\\.\\pipe\\orders"));
    }

private:
    /// A message as tshark shows it, put together if it is in several packets.
    struct Seen
    {
        QString interface;
        int direction = 0;
        qint64 timeNs = 0;
        QByteArray bytes;
        QString comments;
    };

    QList<Seen> messagesIn(const QString& path)
    {
        const QStringList lines = run(
            QStringLiteral("tshark"),
            {QStringLiteral("-r"), path, QStringLiteral("-T"), QStringLiteral("fields"),
             QStringLiteral("-e"), QStringLiteral("frame.interface_name"), QStringLiteral("-e"),
             QStringLiteral("frame.packet_flags_direction"), QStringLiteral("-e"),
             QStringLiteral("frame.time_epoch"), QStringLiteral("-e"), QStringLiteral("data.data"),
             QStringLiteral("-e"), QStringLiteral("frame.comment")});
        QList<Seen> seen;
        for (const QString& line : lines) {
            const QStringList fields = line.split(u'\t');
            if (fields.size() != 5 || fields[0] == QStringLiteral("PipeScope events")) {
                continue;
            }
            static const QRegularExpression later(QStringLiteral("part=([2-9]|[1-9]\\d+)/"));
            if (!seen.isEmpty() && fields[4].contains(later)) {
                seen.last().bytes += QByteArray::fromHex(fields[3].toLatin1());
                continue;
            }
            const QStringList time = fields[2].split(u'.');
            seen +=
                Seen{.interface = fields[0],
                     .direction = int(fields[1].toUInt(nullptr, 16)),
                     .timeNs = time[0].toLongLong() * 1'000'000'000 + time.value(1).toLongLong(),
                     .bytes = QByteArray::fromHex(fields[3].toLatin1()),
                     .comments = fields[4]};
        }
        return seen;
    }

    QStringList runLua(QStringList options)
    {
        options.prepend(QStringLiteral("lua_script:" PIPESCOPE_TESTS_DIR
                                       "/../resources/wireshark/pipescope.lua"));
        options.prepend(QStringLiteral("-X"));
        return run(QStringLiteral("tshark"), QStringList{QStringLiteral("-r"), m_path} + options);
    }

    QStringList run(const QString& program, const QStringList& arguments)
    {
        QProcess process;
        process.start(program, arguments);
        if (!process.waitForFinished(60'000) || process.exitCode() != 0) {
            QTest::qFail(process.readAllStandardError().constData(), __FILE__, __LINE__);
        }
        const QString text = QString::fromUtf8(process.readAllStandardOutput());
        return text.split(u'\n', Qt::SkipEmptyParts);
    }

    QTemporaryDir m_folder;
    QString m_path;
    int m_number = 0;
};

PIPESCOPE_GUILESS_TEST(WiresharkTest)
#include "tst_wireshark.moc"
