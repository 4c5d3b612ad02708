#include "cli_process.h"
#include "tshark.h"

#include "pipecore/session/session.h"
#include "runner/register.h"
#include "test_paths.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#ifndef Q_OS_WIN
#    include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace {

const QString program = QStringLiteral(PIPESCOPE_BIN_DIR "/pipescope-cli");

} // namespace

/// `--record -`: sessions that are shown while they are recorded.
class LiveRecordingTest : public QObject
{
    Q_OBJECT

private slots:
    void EventsGoToStandardErrorBesideTheRecording()
    {
        const QString name = uniquePipeName();
        QTemporaryDir folder;
        CliProcess server;
        server.start(
            {u"serve"_s, name, u"--record"_s, u"-"_s, u"--exit-after-disconnects"_s, u"1"_s});
        CliProcess client;
        QCOMPARE(client.run({u"connect"_s, name, u"--send-text"_s, u"hello"_s}), 0);
        QVERIFY2(server.finish() == 0, server.errors().constData());
        QVERIFY2(server.errors().contains("hello"), server.errors().constData());
        QFile file(folder.filePath(u"x.pcapng"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(server.output()), server.output().size());
        file.close();
        const auto session =
            pipecore::SessionFile::open(std::filesystem::path(file.fileName().toStdU16String()));
        QVERIFY(session);
        QVERIFY(!(*session)->report().problem);
        QCOMPARE((*session)->rowCount(), std::uint64_t(5));
    }

    void TsharkShowsItAsItHappens()
    {
        if (const char* why = skipReason()) {
            QSKIP(why);
        }
        const QString name = uniquePipeName();
        Tshark tshark;
        QProcess server;
        server.setStandardOutputProcess(&tshark.process);
        server.start(program, {u"serve"_s, name, u"--echo"_s, u"--record"_s, u"-"_s});
        tshark.start({u"-r"_s, u"-"_s});
        QVERIFY(server.waitForStarted());
        CliProcess client;
        client.start({u"connect"_s, name, u"--stdin"_s});
        client.write("first\n");
        // It is shown while everything runs on.
        QVERIFY2(tshark.waitForLine("\t0x00000001\t6669727374\n"), tshark.output.constData());
        QVERIFY2(tshark.waitForLine("\t0x00000002\t6669727374\n"), tshark.output.constData());
        client.write("second\n");
        QVERIFY2(tshark.waitForLine("\t0x00000001\t7365636f6e64\n"), tshark.output.constData());
        QVERIFY(client.isRunning());
        client.closeInput();
        client.finish();
        server.terminate();
        QVERIFY(server.waitForFinished());
        QCOMPARE(server.exitCode(), 0);
        QVERIFY(tshark.process.waitForFinished());
        QCOMPARE(tshark.process.exitCode(), 0);
    }

    void AReaderThatLeavesEndsIt()
    {
#ifdef Q_OS_WIN
        QSKIP(
            "QProcess lets the writing program inherit the reading end too: its pipe never breaks");
#endif
        const QString name = uniquePipeName();
        CliProcess reader;
        CliProcess server;
        server.printTo(reader);
        server.start({u"serve"_s, name, u"--record"_s, u"-"_s});
        reader.start({u"--version"_s});
        QCOMPARE(reader.finish(), 0);
        QCOMPARE(server.finish(), 0);
        QVERIFY2(server.errors().contains("the recording has no reader any more"),
                 server.errors().constData());
    }

    void AReaderThatStandsStillIsNotWaitedForForEver()
    {
        const QString name = uniquePipeName();
        CliProcess reader; // it never reads its input
        CliProcess server;
        server.printTo(reader);
        server.start(
            {u"serve"_s, name, u"--record"_s, u"-"_s, u"--exit-after-disconnects"_s, u"1"_s});
        reader.start({u"serve"_s, uniquePipeName()});
        CliProcess client;
        client.start({u"connect"_s, name, u"--stdin"_s});
        client.write(QByteArray(100'000, 'm').append('\n').repeated(20));
        client.closeInput();
        QVERIFY2(client.finish() == 0, client.errors().constData());
        QCOMPARE(server.finish(), 3);
        QVERIFY2(server.errors().contains("has stopped reading"), server.errors().constData());
    }

#ifndef Q_OS_WIN
    void AClosedOutputIsRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("why");
        QTest::newRow("recording")
            << QStringList{u"serve"_s, uniquePipeName(), u"--record"_s, u"-"_s}
            << QByteArray("Standard output is closed");
        QTest::newRow("events") << QStringList{u"serve"_s, uniquePipeName()}
                                << QByteArray("standard output is closed");
        QTest::newRow("text") << QStringList{u"--version"_s}
                              << QByteArray("standard output is closed");
    }
    void AClosedOutputIsRefused()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, why);
        CliProcess cli;
        cli.beforeExec([] { ::close(STDOUT_FILENO); });
        QCOMPARE(cli.run(arguments), 3);
        QVERIFY2(cli.errors().contains(why), cli.errors().constData());
    }

    void ClosedInputAndErrorsDoNotMixWithTheRecording()
    {
        const QString name = uniquePipeName();
        const QString file = m_folder.filePath(u"closed.pcapng"_s);
        CliProcess server;
        server.beforeExec([] {
            ::close(STDIN_FILENO);
            ::close(STDOUT_FILENO);
            ::close(STDERR_FILENO);
        });
        // Without descriptors of its own the recording would be the next free one: standard output.
        server.start({u"serve"_s, name, u"--echo"_s, u"--record"_s, file});
        server.finish();
        CliProcess quiet;
        quiet.beforeExec([] {
            ::close(STDIN_FILENO);
            ::close(STDERR_FILENO);
        });
        const QString second = m_folder.filePath(u"second.pcapng"_s);
        quiet.start({u"serve"_s, name, u"--echo"_s, u"--record"_s, second,
                     u"--exit-after-disconnects"_s, u"1"_s});
        CliProcess client;
        QCOMPARE(client.run({u"connect"_s, name, u"--send-text"_s, u"hello"_s, u"--expect-text"_s,
                             u"hello"_s}),
                 0);
        QCOMPARE(quiet.finish(), 0);
        QVERIFY(quiet.output().contains("hello"));
        for (const QString& path : {file, second}) {
            const auto session =
                pipecore::SessionFile::open(std::filesystem::path(path.toStdU16String()));
            QVERIFY(session);
            QVERIFY(!(*session)->report().problem);
        }
    }
#endif

private:
    QTemporaryDir m_folder;
};

PIPESCOPE_GUILESS_TEST(LiveRecordingTest)
#include "tst_live_recording.moc"
