#include "cli_process.h"
#include "tshark.h"

#include "commands/extcap_pipes.h"
#include "runner/register.h"
#include "test_paths.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#ifndef Q_OS_WIN
#    include <sys/stat.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace {

[[maybe_unused]] const QString program = QStringLiteral(PIPESCOPE_BIN_DIR "/pipescope-cli");

} // namespace

/// The interfaces that Wireshark knows as extcap.
class ExtcapTest : public QObject
{
    Q_OBJECT

private slots:
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

    void ExtcapInterfacesAreNamedByTheirPipes()
    {
        using namespace pipescope::cli;
        QCOMPARE(interfaceOfPipe("orders.v2_x-y"), std::string("pipescope-connect.orders.v2_x-y"));
        QCOMPARE(interfaceOfPipe("/a}{=\xff% "),
                 std::string("pipescope-connect.%2Fa%7D%7B%3D%FF%25%20"));
        for (const std::string name : {"orders", "/tmp/größe", "a}{value=b}\n", "%41"}) {
            QCOMPARE(pipeOfInterface(interfaceOfPipe(name)), std::optional(name));
        }
        for (const std::string_view wrong :
             {"pipescope-connect", "pipescope-connect.", "pipescope-connect.%4",
              "pipescope-connect.%zz", "pipescope-serve", "eth0"}) {
            QVERIFY2(!pipeOfInterface(wrong), wrong.data());
        }
    }

    void ExtcapListsAHundredPipesAtMost()
    {
        std::vector<pipecore::ListedPipe> pipes;
        for (int i = 0; i < 300; ++i) {
            pipecore::ListedPipe pipe;
            pipe.name = "p" + std::to_string(i / 2);
            pipe.canConnect = true;
            pipes.push_back(pipe);
            pipe.name = "@" + pipe.name; // abstract
            pipe.canConnect = false;
            pipes.push_back(pipe);
        }
        pipes.front().name = std::string(150, '/'); // too long for a file name
        const auto interfaces = pipescope::cli::extcapPipes(pipes);
        QCOMPARE(interfaces.size(), std::size_t(100));
        QCOMPARE(interfaces[0].interface, std::string("pipescope-connect.p0"));
        QCOMPARE(interfaces[99].interface, std::string("pipescope-connect.p99"));
    }

    void ExtcapWrongUse_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("why");
        QTest::newRow("no interface")
            << QStringList{u"--extcap-dlts"_s} << QByteArray("unknown interface");
        QTest::newRow("unknown interface")
            << QStringList{u"--extcap-config"_s, u"--extcap-interface"_s, u"eth0"_s}
            << QByteArray("unknown interface \"eth0\"");
        QTest::newRow("no pipe") << QStringList{u"--capture"_s, u"--extcap-interface"_s,
                                                u"pipescope-serve"_s, u"--fifo"_s, u"x"_s}
                                 << QByteArray("missing pipe name");
        QTest::newRow("no fifo") << QStringList{u"--capture"_s, u"--extcap-interface"_s,
                                                u"pipescope-serve"_s, u"--name"_s, u"x"_s}
                                 << QByteArray("--capture requires --fifo");
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
    void ExtcapConnectsToAPipeThatIsListed()
    {
        // A name that would end the sentence; and only the listing tells that it is no message pipe.
        const QString name = m_folder.filePath(u"od}d {display=x} name"_s);
        CliProcess server;
        server.start({u"serve"_s, name, u"--mode"_s, u"byte"_s, u"--exit-after-disconnects"_s,
                      u"1"_s, u"--jsonl"_s});
        QVERIFY2(server.waitForOutput("\"opened\""), server.errors().constData());
        CliProcess interfaces;
        QCOMPARE(interfaces.run({u"--extcap-interfaces"_s}), 0);
        const QByteArray interface =
            QByteArray::fromStdString(pipescope::cli::interfaceOfPipe(name.toStdString()));
        const QByteArray shown = name.toUtf8().replace('{', '(').replace('}', ')');
        const QByteArray line =
            "\ninterface {value=" + interface + "}{display=PipeScope: connect to " + shown + "}\n";
        QVERIFY2(interfaces.output().contains(line), interfaces.output().constData());
        CliProcess config;
        QCOMPARE(config.run(
                     {u"--extcap-config"_s, u"--extcap-interface"_s, QString::fromUtf8(interface)}),
                 0);
        QVERIFY(!config.output().contains("--name"));
        QVERIFY(config.output().contains("{value=listed}"));

        const QString fifo = makeFifo();
        QProcess reader;
        reader.start(u"cat"_s, {fifo});
        CliProcess capture;
        capture.start({u"--capture"_s, u"--extcap-interface"_s, QString::fromUtf8(interface),
                       u"--fifo"_s, fifo, u"--mode"_s, u"listed"_s});
        // The server hears of it first: Ctrl+C before the client does would end it as not connected.
        QByteArray captured;
        const auto hasConnected = [&captured, &reader] {
            captured += reader.readAllStandardOutput();
            return captured.contains("connected");
        };
        QTRY_VERIFY_WITH_TIMEOUT(hasConnected(), 30'000);
        capture.interrupt();
        QVERIFY2(capture.finish() == 0, capture.errors().constData());
        QCOMPARE(server.finish(), 0);
        QVERIFY(reader.waitForFinished());
        QVERIFY(captured.startsWith("\x0a\x0d\x0d\x0a"));
    }

    void TsharkConnectsToAPipeThatIsListed()
    {
        if (const char* why = skipReason()) {
            QSKIP(why);
        }
        if (QProcess::execute(u"dumpcap"_s, {u"-v"_s}) != 0) {
            QSKIP("dumpcap, which captures for tshark, cannot be run");
        }
        const QString name = m_folder.filePath(u"a {pipe}"_s);
        CliProcess server;
        server.start({u"serve"_s, name, u"--jsonl"_s});
        QVERIFY2(server.waitForOutput("\"opened\""), server.errors().constData());
        Tshark tshark;
        tshark.process.setProcessEnvironment(homeWithExtcap());
        tshark.start({u"-i"_s,
                      QString::fromStdString(pipescope::cli::interfaceOfPipe(name.toStdString())),
                      u"-c"_s, u"2"_s});
        QVERIFY(server.waitForOutput("\"event\":\"connected\""));
        QVERIFY2(tshark.process.waitForFinished(),
                 tshark.process.readAllStandardError().constData());
        QCOMPARE(tshark.process.exitCode(), 0);
    }

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
        QCOMPARE(capture.finish(), 130);
        QCOMPARE(capture.errors(), QByteArray());
    }

    void OtherFilesThanFifosAreNotOverwritten()
    {
        const QString path = m_folder.filePath(u"precious"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("precious");
        file.close();
        const QString link = m_folder.filePath(u"link to precious"_s);
        QVERIFY(QFile::link(path, link));
        for (const QString& target : {path, link, u"/dev/null"_s}) {
            CliProcess capture;
            QCOMPARE(capture.run({u"--capture"_s, u"--extcap-interface"_s, u"pipescope-serve"_s,
                                  u"--fifo"_s, target, u"--name"_s, uniquePipeName()}),
                     3);
            QVERIFY2(capture.errors().contains("is not a pipe: --fifo requires"),
                     capture.errors().constData());
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("precious"));
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
        QString path = m_folder.filePath(u"fifo%1"_s.arg(++m_number));
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

PIPESCOPE_GUILESS_TEST(ExtcapTest)
#include "tst_extcap.moc"
