#include "cli_process.h"
#include "runner/register.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#    include <sys/resource.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray listening = "\"event\":\"opened\"";

} // namespace

class ExitStatusTest : public QObject
{
    Q_OBJECT

private slots:
    void HelpIsPrinted();
    void VersionIsPrinted();
    void WrongUseIs2();
    void OptionOfTheOtherSystemIs2_data();
    void OptionOfTheOtherSystemIs2();
    void NoThreadIs3_data();
    void NoThreadIs3();
    void OtherMessageIs1();
    void ExpectationThatTimesOutIs1();
    void PeerThatClosesBeforeTheExpectationIs1();
    void MissingNameIs3();
    void NameInUseIs3();
    void RecordingThatCannotBeMadeIs3();
    void FileThatIsThereIsKept();
    void OutputThatTakesNothingIs3_data();
    void OutputThatTakesNothingIs3();
    void ServerWhoseOutputIsFullEndsWith3();
};

void ExitStatusTest::HelpIsPrinted()
{
    const auto check = [](const QStringList& arguments, std::initializer_list<const char*> parts) {
        CliProcess program;
        QCOMPARE(program.run(arguments), 0);
        for (const char* part : parts) {
            QVERIFY2(program.output().contains(part), part);
        }
        QCOMPARE(program.errors(), QByteArray());
    };
    check({u"--help"_s}, {"serve", "connect", "call", "transact", "list", "inspect", "check",
                          "explain", "convert", "stats", "--version", "Exit status"});
    check({u"serve"_s, u"--help"_s}, {"serve NAME", "--mode", "--access", "--instances", "--buffer",
                                      "--echo", "--record", "--jsonl", "--exit-after-disconnects"});
    check({u"connect"_s, u"--help"_s},
          {"connect NAME", "--send-text", "--send-hex", "--expect-text", "--expect-hex",
           "--timeout", "--stdin", "--raw"});
}

void ExitStatusTest::VersionIsPrinted()
{
    CliProcess program;
    QCOMPARE(program.run({u"--version"_s}), 0);
    QCOMPARE(program.output(), QByteArray("pipescope-cli " PIPESCOPE_VERSION "\n"));
}

void ExitStatusTest::WrongUseIs2()
{
    CliProcess program;
    QCOMPARE(program.run({u"connect"_s, u"x"_s, u"--send-hex"_s, u"größe"_s}), 2);
    QCOMPARE(program.output(), QByteArray());
    const QByteArray line = program.errors();
    QVERIFY2(line.contains("--send-hex \"größe\" is invalid at character 1"), line.constData());
    QCOMPARE(line.count('\n'), 1);
}

void ExitStatusTest::NoThreadIs3_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("serve") << QStringList{u"serve"_s, u"orders"_s};
    QTest::newRow("connect") << QStringList{u"connect"_s, u"orders"_s, u"--stdin"_s};
    QTest::newRow("stats") << QStringList{u"stats"_s, u"orders.pcapng"_s};
}

void ExitStatusTest::NoThreadIs3()
{
#ifdef PIPESCOPE_SANITIZED
    QSKIP("a program with a sanitizer does not start with such a limit");
#elif defined(Q_OS_UNIX)
    QFETCH(QStringList, arguments);
    CliProcess program;
    // Each thread asks for a stack that no address space has room for.
    program.beforeExec([] {
        const rlimit huge{.rlim_cur = rlim_t{1} << 50U, .rlim_max = RLIM_INFINITY};
        setrlimit(RLIMIT_STACK, &huge);
    });
    QCOMPARE(program.run(arguments), 3);
    QVERIFY2(program.errors().contains("no thread for "), program.errors().constData());
#else
    QSKIP("only Unix lets a test take threads away");
#endif
}

void ExitStatusTest::OtherMessageIs1()
{
    const QString name = uniquePipeName();
    CliProcess server;
    server.start({u"serve"_s, name, u"--echo"_s, u"--jsonl"_s});
    QVERIFY2(server.waitForOutput(listening), server.errors().constData());
    CliProcess client;
    QCOMPARE(client.run(
                 {u"connect"_s, name, u"--send-text"_s, u"yes"_s, u"--expect-text"_s, u"no\\n"_s}),
             1);
    const QByteArray text = client.errors();
    QVERIFY2(text.contains("expectation 1 failed"), text.constData());
    QVERIFY2(text.contains("\"no\\n\"  6E 6F 0A"), text.constData());
    QVERIFY2(text.contains("\"yes\"  79 65 73"), text.constData());
}

void ExitStatusTest::ExpectationThatTimesOutIs1()
{
    const QString name = uniquePipeName();
    CliProcess server;
    server.start({u"serve"_s, name, u"--jsonl"_s});
    QVERIFY2(server.waitForOutput(listening), server.errors().constData());
    CliProcess client;
    QCOMPARE(
        client.run({u"connect"_s, name, u"--expect-text"_s, u"x"_s, u"--timeout"_s, u"1000"_s}), 1);
    const QByteArray text = client.errors();
    QVERIFY2(text.contains("not received within 1000 ms"), text.constData());
}

void ExitStatusTest::PeerThatClosesBeforeTheExpectationIs1()
{
    const QString name = uniquePipeName();
    CliProcess server;
    server.start({u"serve"_s, name, u"--jsonl"_s, u"--exit-after-disconnects"_s, u"1"_s});
    QVERIFY2(server.waitForOutput(listening), server.errors().constData());
    CliProcess client;
    client.start(
        {u"connect"_s, name, u"--jsonl"_s, u"--expect-text"_s, u"x"_s, u"--timeout"_s, u"20000"_s});
    QVERIFY2(client.waitForOutput("\"event\":\"connected\""), client.errors().constData());
    QVERIFY(server.waitForOutput("\"event\":\"connected\""));
    CliProcess other;
    QCOMPARE(other.run({u"connect"_s, name, u"--send-text"_s, u"bye"_s}), 0);
    QCOMPARE(client.finish(), 1);
    const QByteArray text = client.errors();
    QVERIFY2(text.contains("the peer closed before it arrived"), text.constData());
    QCOMPARE(server.finish(), 0);
}

void ExitStatusTest::MissingNameIs3()
{
    CliProcess client;
    QCOMPARE(client.run({u"connect"_s, uniquePipeName(), u"--timeout"_s, u"0"_s, u"--jsonl"_s}), 3);
    const QByteArray text = client.errors();
#ifdef Q_OS_WIN
    QVERIFY2(text.contains("CreateFile failed: 2 ERROR_FILE_NOT_FOUND (not found)"),
             text.constData());
#else
    QVERIFY2(text.contains("connect failed: 2 ENOENT (not found)"), text.constData());
#endif
    QVERIFY2(text.contains("check the spelling"), text.constData());
    const auto errors = client.events(u"failed"_s);
    QCOMPARE(errors.size(), 1);
    QCOMPARE(errors[0].value("error"_L1).toObject().value("code"_L1).toInteger(), 2);
}

void ExitStatusTest::OptionOfTheOtherSystemIs2_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const QStringList& arguments, const char* reason) {
        QTest::newRow(qPrintable(arguments.join(u' '))) << arguments << QByteArray(reason);
    };
#ifdef Q_OS_WIN
    row({u"serve"_s, u"a"_s, u"--file-mode=0600"_s},
        "--file-mode is an option of Linux (chmod(2))");
    row({u"serve"_s, u"a"_s, u"--backlog"_s, u"5"_s}, "--backlog is an option of Linux");
    row({u"connect"_s, u"a"_s, u"--buffer=1"_s}, "--buffer is an option of Linux");
    row({u"connect"_s, u"a"_s, u"--end-sending"_s}, "A pipe of Windows ends as a whole");
#else
    row({u"serve"_s, u"a"_s, u"--allow-remote"_s}, "--allow-remote is an option of Windows");
    row({u"serve"_s, u"a"_s, u"--first-instance=off"_s},
        "--first-instance is an option of Windows");
    row({u"serve"_s, u"a"_s, u"--reuse"_s}, "AF_UNIX gives each client its own socket");
    row({u"connect"_s, u"a"_s, u"--share-read"_s}, "(FILE_SHARE_READ)");
    row({u"connect"_s, u"a"_s, u"--wait=wait-named-pipe"_s}, "choose to retry");
    row({u"transact"_s, u"a"_s, u"--send-text=b"_s}, "a command of Windows (TransactNamedPipe)");
#endif
}

void ExitStatusTest::OptionOfTheOtherSystemIs2()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, reason);
    CliProcess program;
    QCOMPARE(program.run(arguments), 2);
    QVERIFY2(program.errors().contains(reason), program.errors().constData());
    QCOMPARE(program.output(), QByteArray());
}

void ExitStatusTest::NameInUseIs3()
{
    const QString name = uniquePipeName();
    CliProcess server;
    server.start({u"serve"_s, name, u"--jsonl"_s});
    QVERIFY2(server.waitForOutput(listening), server.errors().constData());
    CliProcess second;
    second.start({u"serve"_s, name, u"--jsonl"_s});
#ifdef Q_OS_WIN
    // Whether this is Wine cannot be asked through Qt; a second server is what tells.
    if (second.waitForOutput(listening)) {
        QSKIP("Wine ignores FILE_FLAG_FIRST_PIPE_INSTANCE: needs Windows");
    }
#endif
    QCOMPARE(second.finish(), 3);
    const QByteArray text = second.errors();
    QVERIFY2(text.contains("(name in use)") || text.contains("(access denied)"), text.constData());
}

void ExitStatusTest::RecordingThatCannotBeMadeIs3()
{
    QTemporaryDir folder;
    CliProcess server;
    QCOMPARE(server.run({u"serve"_s, uniquePipeName(), u"--record"_s,
                         folder.filePath(u"no/such/folder/x.pcapng"_s)}),
             3);
    const QByteArray text = server.errors();
    QVERIFY2(text.contains("folder does not exist"), text.constData());
}

void ExitStatusTest::FileThatIsThereIsKept()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"x.pcapng"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("precious");
    file.close();
    CliProcess server;
    QCOMPARE(server.run({u"serve"_s, uniquePipeName(), u"--record"_s, path}), 3);
    const QByteArray text = server.errors();
    QVERIFY2(text.contains("already exists"), text.constData());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("precious"));
}

void ExitStatusTest::OutputThatTakesNothingIs3_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("help") << QStringList{u"--help"_s};
    QTest::newRow("version") << QStringList{u"--version"_s};
    QTest::newRow("list") << QStringList{u"list"_s};
    QTest::newRow("explain") << QStringList{u"explain"_s, u"5"_s};
    QTest::newRow("check") << QStringList{u"check"_s, u"--sddl"_s, u"D:(A;;FA;;;SY)"_s};
    QTest::newRow("extcap") << QStringList{u"--extcap-interfaces"_s};
}

void ExitStatusTest::OutputThatTakesNothingIs3()
{
    if (!QFile::exists(u"/dev/full"_s)) {
        QSKIP("needs /dev/full");
    }
    QFETCH(QStringList, arguments);
    CliProcess program;
    program.printTo(u"/dev/full"_s);
    QCOMPARE(program.run(arguments), 3);
    const QByteArray text = program.errors();
    QVERIFY2(text.contains("write failed: 28 ENOSPC"), text.constData());
    QCOMPARE(text.count("ENOSPC"), 1);
}

void ExitStatusTest::ServerWhoseOutputIsFullEndsWith3()
{
    if (!QFile::exists(u"/dev/full"_s)) {
        QSKIP("needs /dev/full");
    }
    CliProcess server;
    server.printTo(u"/dev/full"_s);
    QCOMPARE(server.run({u"serve"_s, uniquePipeName()}), 3);
    QVERIFY2(server.errors().contains("ENOSPC"), server.errors().constData());
}

PIPESCOPE_GUILESS_TEST(ExitStatusTest)
#include "tst_exit_status.moc"
