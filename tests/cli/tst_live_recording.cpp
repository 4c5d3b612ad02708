#include "cli_process.h"

#include "pipecore/session.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#ifndef Q_OS_WIN
#    include <sys/stat.h>
#    include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace {

const QString program = QStringLiteral(PIPESCOPE_BIN_DIR "/pipescope-cli");

/// What tshark prints of packets: interface, direction, data, a line each, as they come.
class Tshark
{
public:
    ~Tshark()
    {
        if (process.state() != QProcess::NotRunning) {
            process.kill();
            process.waitForFinished();
        }
    }
    void start(const QStringList& options)
    {
        const QStringList fields = {u"-l"_s, u"-n"_s,
                                    u"-T"_s, u"fields"_s,
                                    u"-e"_s, u"frame.interface_name"_s,
                                    u"-e"_s, u"frame.packet_flags_direction"_s,
                                    u"-e"_s, u"data.data"_s};
        process.start(u"tshark"_s, fields + options);
    }
    bool waitForLine(const QByteArray& text)
    {
        constexpr int step = 20; // milliseconds
        for (int i = 0; i < 1'500 && !output.contains(text); ++i) {
            QTest::qWait(step); // the other processes go on meanwhile
            output += process.readAllStandardOutput();
        }
        return output.contains(text);
    }

    QProcess process;
    QByteArray output;
};

/// Why tests with tshark are left out; null when they are not.
const char* skipReason()
{
#ifdef Q_OS_WIN
    return "tshark is run on Linux only";
#else
    return QStandardPaths::findExecutable(u"tshark"_s).isEmpty() ? "tshark is not installed"
                                                                 : nullptr;
#endif
}

} // namespace

/// `--record -`, and the interface that Wireshark knows as extcap: sessions that are shown while they
/// are recorded.
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
        QVERIFY2(server.errors().contains("nobody reads the recording any more"),
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
        QVERIFY2(server.errors().contains("takes nothing any more"), server.errors().constData());
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
        CliProcess program;
        program.beforeExec([] { ::close(STDOUT_FILENO); });
        QCOMPARE(program.run(arguments), 3);
        QVERIFY2(program.errors().contains(why), program.errors().constData());
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

    void ExtcapSaysWhatThereIs()
    {
        CliProcess interfaces;
        QCOMPARE(interfaces.run({u"--extcap-interfaces"_s, u"--extcap-version=4.0"_s}), 0);
        QVERIFY(interfaces.output().startsWith("extcap {version="));
        QVERIFY(interfaces.output().contains("\ninterface {value=pipescope-serve}{display="));
        QVERIFY(interfaces.output().contains("\ninterface {value=pipescope-connect}{display="));
        for (const QString& interface : {u"pipescope-serve"_s, u"pipescope-connect"_s}) {
            CliProcess types;
            QCOMPARE(types.run({u"--extcap-dlts"_s, u"--extcap-interface"_s, interface}), 0);
            QCOMPARE(types.output(), QByteArray("dlt {number=252}{name=WIRESHARK_UPPER_PDU}"
                                                "{display=PipeScope messages and events}\n"));
            CliProcess config;
            QCOMPARE(config.run({u"--extcap-interface="_s + interface, u"--extcap-config"_s}), 0);
            for (const char* argument : {"--name", "--mode", "--access", "--echo"}) {
                QVERIFY2(config.output().contains(QByteArray("{call=") + argument + '}'), argument);
            }
        }
    }

    void ExtcapWrongUse_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("why");
        QTest::newRow("no interface")
            << QStringList{u"--extcap-dlts"_s} << QByteArray("there is no interface");
        QTest::newRow("unknown interface")
            << QStringList{u"--extcap-config"_s, u"--extcap-interface"_s, u"eth0"_s}
            << QByteArray("there is no interface \"eth0\"");
        QTest::newRow("no pipe") << QStringList{u"--capture"_s, u"--extcap-interface"_s,
                                                u"pipescope-serve"_s, u"--fifo"_s, u"x"_s}
                                 << QByteArray("which pipe?");
        QTest::newRow("no fifo") << QStringList{u"--capture"_s, u"--extcap-interface"_s,
                                                u"pipescope-serve"_s, u"--name"_s, u"x"_s}
                                 << QByteArray("--capture needs --fifo");
        QTest::newRow("unknown option") << QStringList{u"--extcap-interfaces"_s, u"--verbose"_s}
                                        << QByteArray("unknown option --verbose");
    }
    void ExtcapWrongUse()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, why);
        CliProcess cli;
        QCOMPARE(cli.run(arguments), 2);
        QVERIFY2(cli.errors().contains(why), cli.errors().constData());
    }

#ifndef Q_OS_WIN
    void ExtcapCapturesIntoAFifo()
    {
        if (const char* why = skipReason()) {
            QSKIP(why);
        }
        const QString fifo = makeFifo();
        const QString name = uniquePipeName();
        CliProcess capture;
        capture.start({u"--capture"_s, u"--extcap-interface"_s, u"pipescope-serve"_s, u"--fifo"_s,
                       fifo, u"--name"_s, name, u"--echo"_s, u"--extcap-capture-filter"_s,
                       QString()});
        Tshark tshark;
        tshark.start({u"-r"_s, fifo});
        CliProcess client;
        QCOMPARE(client.run({u"connect"_s, name, u"--send-text"_s, u"hello"_s, u"--expect-text"_s,
                             u"hello"_s}),
                 0);
        QVERIFY2(tshark.waitForLine("\t0x00000002\t68656c6c6f\n"), tshark.output.constData());
        QVERIFY(capture.isRunning());
        // Wireshark is closed.
        tshark.process.kill();
        QVERIFY(tshark.process.waitForFinished());
        QVERIFY2(capture.finish() == 0, capture.errors().constData());
        QCOMPARE(capture.output(), QByteArray());
    }

    void ExtcapEndsBeforeAnybodyReads()
    {
        CliProcess capture;
        capture.start({u"--capture"_s, u"--extcap-interface"_s, u"pipescope-serve"_s, u"--fifo"_s,
                       makeFifo(), u"--name"_s, uniquePipeName()});
        QTest::qWait(500);
        QVERIFY(capture.isRunning());
        capture.interrupt();
        QCOMPARE(capture.finish(), 3);
        QVERIFY2(capture.errors().contains("Nobody has opened"), capture.errors().constData());
    }

    void TsharkListsAndCapturesOurInterface()
    {
        if (const char* why = skipReason()) {
            QSKIP(why);
        }
        const auto environment = homeWithExtcap();
        QProcess list;
        list.setProcessEnvironment(environment);
        list.start(u"tshark"_s, {u"-D"_s});
        QVERIFY(list.waitForFinished());
        const QByteArray interfaces = list.readAllStandardOutput();
        QVERIFY2(interfaces.contains("pipescope-serve (PipeScope: serve a pipe)"),
                 interfaces.constData());
        QVERIFY(interfaces.contains("pipescope-connect (PipeScope: connect to a pipe)"));
        if (QProcess::execute(u"dumpcap"_s, {u"-v"_s}) != 0) {
            QSKIP("dumpcap, which captures for tshark, cannot be run");
        }
        const QString name = uniquePipeName();
        Tshark tshark;
        tshark.process.setProcessEnvironment(environment);
        tshark.start({u"-i"_s, u"pipescope-serve"_s, u"-o"_s,
                      u"extcap.pipescope_serve.name:"_s + name, u"-c"_s, u"3"_s});
        CliProcess client;
        QCOMPARE(client.run({u"connect"_s, name, u"--timeout"_s, u"20000"_s, u"--send-text"_s,
                             u"hello"_s}),
                 0);
        QVERIFY2(tshark.waitForLine("\t0x00000001\t68656c6c6f\n"), tshark.output.constData());
        QVERIFY(tshark.process.waitForFinished());
    }

private:
    QString makeFifo()
    {
        const QString path = m_folder.filePath(u"fifo%1"_s.arg(++m_number));
        if (::mkfifo(QFile::encodeName(path).constData(), 0600) != 0) {
            QTest::qFail("mkfifo failed", __FILE__, __LINE__);
        }
        return path;
    }
    /// A home with this program in Wireshark's personal folders: that of 4.0 and that of later ones.
    QProcessEnvironment homeWithExtcap()
    {
        for (const QString& folder :
             {u".config/wireshark/extcap"_s, u".local/lib/wireshark/extcap"_s}) {
            QDir(m_folder.path()).mkpath(folder);
            QFile::link(program, m_folder.filePath(folder + u"/pipescope-cli"_s));
        }
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, m_folder.path());
        environment.remove(u"XDG_CONFIG_HOME"_s);
        return environment;
    }

    QTemporaryDir m_folder;
    int m_number = 0;
#endif
};

QTEST_GUILESS_MAIN(LiveRecordingTest)
#include "tst_live_recording.moc"
