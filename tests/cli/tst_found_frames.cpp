#include "cli_process.h"

#include "runner/register.h"
#include "test_paths.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString recording(const QString& name)
{
    return QStringLiteral(PIPESCOPE_TESTS_DIR "/recordings/") + name + u".pcapng"_s;
}

} // namespace

/// `--frames auto`: rows are the frames of the protocol that a pipe is found to speak.
class FoundFramesTest : public QObject
{
    Q_OBJECT

private slots:
    void FramesOfTheProtocolThatIsFound()
    {
        CliProcess cli;
        QVERIFY2(cli.run({u"convert"_s, recording(u"lsp-clangd"_s), u"-"_s, u"--format=jsonl"_s,
                          u"--frames=auto"_s, u"--filter"_s, u"kind == message"_s})
                     == 0,
                 cli.errors().constData());
        const auto events = cli.events();
        QCOMPARE(events.size(), 14);
        QVERIFY(events[0][u"text"_s].toString().startsWith(u"{\"jsonrpc\""_s));
        QVERIFY2(cli.errors().contains("lsp-clangd.sock: frames of Language server (LSP), build "
                                       "server (BSP) (headers)"),
                 cli.errors().constData());
    }

    void StatisticsAreThoseOfTheFrames()
    {
        CliProcess stats;
        QVERIFY2(stats.run({u"stats"_s, recording(u"redis-pushes"_s), u"--json"_s, u"--frames"_s,
                            u"auto"_s})
                     == 0,
                 stats.errors().constData());
        QCOMPARE(QJsonDocument::fromJson(stats.output()).object()[u"messages"_s], 9);
        QVERIFY(stats.errors().contains("frames of Redis (RESP) (resp)"));
    }

    void PipeWithoutAProtocolKeepsItsRows()
    {
        QTemporaryDir folder;
        const QString session = folder.filePath(u"session.pcapng"_s);
        const QString name = uniquePipeName();
        CliProcess server;
        server.start({u"serve"_s, name, u"--mode=byte"_s, u"--jsonl"_s, u"--record"_s, session,
                      u"--exit-after-disconnects"_s, u"1"_s});
        QVERIFY2(server.waitForOutput("\"event\":\"opened\""), server.errors().constData());
        CliProcess client;
        QCOMPARE(client.run({u"connect"_s, name, u"--mode=byte"_s, u"--send-text"_s, u"hello"_s}),
                 0);
        QVERIFY2(server.finish() == 0, server.errors().constData());
        CliProcess cli;
        QVERIFY2(cli.run({u"convert"_s, session, u"-"_s, u"--format=jsonl"_s, u"--frames=auto"_s,
                          u"--filter"_s, u"kind == message"_s})
                     == 0,
                 cli.errors().constData());
        QCOMPARE(cli.events().size(), 1);
        QCOMPARE(cli.events()[0][u"text"_s], u"hello"_s);
        QVERIFY2(cli.errors().contains("no protocol was found"), cli.errors().constData());
    }

    void FramesAreNotWrittenAsPcapng()
    {
        CliProcess cli;
        QCOMPARE(cli.run({u"convert"_s, u"a"_s, u"b.pcapng"_s, u"--frames=auto"_s}), 2);
        QVERIFY2(cli.errors().contains("--frames cannot write pcapng"), cli.errors().constData());
    }
};

PIPESCOPE_GUILESS_TEST(FoundFramesTest)

#include "tst_found_frames.moc"
