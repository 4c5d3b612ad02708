#include "cli_process.h"
#include "runner/register.h"
#include "test_paths.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// Frames and pairing of replies on the command line: of a session that the program has recorded, and live.
class FramesCommandTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_session = m_folder.filePath(u"größe.pcapng"_s);
        recordEcho(m_session);
        QVERIFY(QFile::exists(m_session));
    }

    void FramesInsteadOfMessages()
    {
        // What was sent, "login" and two bytes, in frames of one byte and of five.
        CliProcess bytes;
        QVERIFY2(bytes.run({u"convert"_s, m_session, u"-"_s, u"--format=jsonl"_s, u"--frames"_s,
                            u"fixed:1"_s, u"--filter"_s, u"dir == in && len == 1"_s})
                     == 0,
                 bytes.errors().constData());
        const auto events = bytes.events();
        QCOMPARE(events.size(), 7);
        QCOMPARE(events[4][u"text"_s], u"n"_s);
        CliProcess fives;
        QCOMPARE(
            fives.run({u"convert"_s, m_session, u"-"_s, u"--format=jsonl"_s, u"--frames=fixed:5"_s,
                       u"--filter"_s, u"dir == in && kind == message"_s}),
            0);
        const auto frames = fives.events();
        QCOMPARE(frames.size(), 2);
        QCOMPARE(frames[0][u"text"_s], u"login"_s);
        QCOMPARE(frames[1][u"hex"_s], u"00ff"_s);
        QCOMPARE(frames[1][u"continues"_s], true); // its end never came
        CliProcess stats;
        QCOMPARE(stats.run({u"stats"_s, m_session, u"--json"_s, u"--frames=fixed:1"_s}), 0);
        const auto sums = QJsonDocument::fromJson(stats.output()).object();
        QCOMPARE(sums[u"messages"_s], 14);
    }

    void AFilterOfFramesEndsBeforeTheFrames()
    {
        // It was a race: most of these runs crashed at their end.
        for (int run = 0; run < 20; ++run) {
            CliProcess cli;
            QCOMPARE(cli.run({u"convert"_s, m_session, u"-"_s, u"--format=csv"_s, u"--frames"_s,
                              u"fixed:1"_s, u"--filter"_s, u"json || text contains \"login\""_s}),
                     0);
        }
    }

    void TheSideThatAsksCanBeChosen()
    {
        // The client asked, twice, and the echo replied.
        const auto repliesOf = [this](const QStringList& options) {
            CliProcess stats;
            const int status = stats.run(QStringList{u"stats"_s, m_session, u"--json"_s} + options);
            const auto sums = QJsonDocument::fromJson(stats.output()).object();
            const auto latency =
                sums[u"connections"_s].toArray().at(0).toObject()[u"latencyNs"_s].toObject();
            return status == 0 ? latency[u"replies"_s].toInt(-1) : -2;
        };
        QCOMPARE(repliesOf({}), 2);
        QCOMPARE(repliesOf({u"--asks=client"_s}), 2);
        QCOMPARE(repliesOf({u"--asks=server"_s}), 1); // what came between its two messages
        CliProcess cli;
        QVERIFY(cli.run({u"convert"_s, m_session, u"-"_s, u"--format=jsonl"_s, u"--asks"_s,
                         u"server"_s, u"--filter"_s, u"latency"_s})
                == 0);
        QCOMPARE(cli.events().size(), 1);
        QCOMPARE(cli.events()[0][u"direction"_s], u"received"_s);
    }

    void FieldsAndLatencies()
    {
        CliProcess table;
        QVERIFY2(table.run({u"convert"_s, m_session, u"-"_s, u"--format=csv"_s, u"--fields"_s,
                            u"direction,latency_ns,reply_to,len"_s, u"--filter"_s, u"latency"_s})
                     == 0,
                 table.errors().constData());
        const auto rows = table.output().trimmed().split('\n');
        QCOMPARE(rows.size(), 3); // two replies of the echo
        QCOMPARE(rows[0].trimmed(), QByteArray("direction,latency_ns,reply_to,len"));
        const auto cells = rows[1].trimmed().split(',');
        QCOMPARE(cells.size(), 4);
        QVERIFY(cells[1].toLongLong() > 0 && cells[2].toInt() > 0);
        CliProcess lines;
        QCOMPARE(lines.run({u"convert"_s, m_session, u"-"_s, u"--format=jsonl"_s, u"--decode"_s,
                            u"--fields=row,json.id"_s}),
                 0);
        QCOMPARE(lines.events().at(0).keys(), QStringList{u"row"_s});
    }

    void FieldsThatDoNotFitAreRefused()
    {
        const auto refusedWith = [this](const QStringList& options, const char* words) {
            CliProcess cli;
            return cli.run(QStringList{u"convert"_s, m_session, u"-"_s} + options) == 2
                   && cli.errors().contains(words);
        };
        QVERIFY(refusedWith({u"--format=csv"_s, u"--fields"_s, u"row,nothing"_s}, "character 5"));
        QVERIFY(refusedWith({u"--format=text"_s, u"--fields"_s, u"row"_s}, "csv or jsonl"));
        QVERIFY(refusedWith({u"--format=csv"_s, u"--decode"_s}, "needs jsonl"));
    }

    void MalformedFramesSaySo()
    {
        CliProcess cli;
        QVERIFY2(cli.run({u"convert"_s, m_session, u"-"_s, u"--format=jsonl"_s,
                          u"--frames=u16be,strict,max=9"_s, u"--filter"_s, u"malformed"_s})
                     == 0,
                 cli.errors().constData());
        QVERIFY(!cli.events().isEmpty());
        QVERIFY(cli.events()[0][u"problem"_s].toString().contains(u"length"_s));
    }

    /// Of a real conversation with a bus: its protocol is found, and a field of its header filters.
    void FieldsOfAProtocolFilter()
    {
        CliProcess cli;
        QVERIFY2(cli.run({u"convert"_s,
                          QStringLiteral(PIPESCOPE_TESTS_DIR "/recordings/dbus-session.pcapng"),
                          u"-"_s, u"--format=jsonl"_s, u"--frames=auto"_s, u"--filter"_s,
                          u"dbus.member == \"Hello\" || dbus.reply_serial == 1"_s})
                     == 0,
                 cli.errors().constData());
        const auto events = cli.events();
        QCOMPARE(events.size(), 2);
        QCOMPARE(events[0][u"direction"_s], u"sent"_s);
        QCOMPARE(events[1][u"direction"_s], u"received"_s);
    }

    void FramesArePrintedAndReadsRecorded()
    {
        QTemporaryDir folder;
        const QString recording = folder.filePath(u"reads.pcapng"_s);
        Serving server({u"--jsonl"_s, u"--mode=byte"_s, u"--echo"_s, u"--framing"_s, u"line"_s,
                        u"--record"_s, recording, u"--exit-after-disconnects"_s, u"1"_s});
        QVERIFY2(server.isListening, server.errors().constData());
        // Each part is answered before the next one is sent, so that each is a read of its own.
        CliProcess client;
        const int status =
            client.run({u"connect"_s, server.name, u"--mode=byte"_s, u"--framing=line"_s,
                        u"--send-text"_s, u"one\\ntw"_s, u"--expect-text"_s, u"one\\ntw"_s,
                        u"--send-text"_s, u"o\\nrest"_s, u"--expect-text"_s, u"o\\nrest"_s});
        QVERIFY2(status == 0, client.errors().constData());
        QCOMPARE(server.finish(), 0);

        const auto linesOf = [](const QList<QJsonObject>& messages, const QString& direction) {
            QStringList lines;
            for (const QJsonObject& message : messages) {
                if (message[u"direction"_s] == direction) {
                    lines += message[u"text"_s].toString()
                             + (message[u"continues"_s].toBool() ? u"…"_s : QString());
                }
            }
            return lines;
        };
        const QStringList frames{u"one"_s, u"two"_s, u"rest…"_s};
        QCOMPARE(linesOf(server.events(u"message"_s), u"received"_s), frames);
        QCOMPARE(linesOf(server.events(u"message"_s), u"sent"_s), frames);
        QCOMPARE(server.events().last()[u"event"_s], u"closed"_s);
        QVERIFY2(client.output().contains("<-       3  two"), client.output().constData());

        CliProcess convert;
        QCOMPARE(convert.run({u"convert"_s, recording, u"-"_s, u"--format=jsonl"_s}), 0);
        QCOMPARE(linesOf(convert.events(u"message"_s), u"received"_s),
                 (QStringList{u"one\ntw"_s, u"o\nrest"_s}));
    }

private:
    QTemporaryDir m_folder;
    QString m_session;
};

PIPESCOPE_GUILESS_TEST(FramesCommandTest)
#include "tst_frames_command.moc"
