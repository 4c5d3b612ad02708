#include "cli_process.h"

#include "commands/pipe_queries.h"
#include "runner/register.h"

#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray listening = "\"event\":\"opened\"";

/// The listing has what it was asked for, or says that this system (Wine) has none.
bool isNotListed(CliProcess& program)
{
    return program.errors().contains("not supported by this system");
}

pipecore::ListedPipe windowsPipe(const char* name, std::uint32_t instances,
                                 std::optional<std::uint32_t> limit)
{
    const auto unknown = pipecore::refuse("x", pipecore::ErrorKind::NotSupported);
    pipecore::ListedPipe pipe;
    pipe.name = name;
    pipe.path = std::string(R"(\\.\pipe\)") + name;
    pipe.canConnect = true;
    pipe.instances = instances;
    pipe.limit = limit;
    pipe.server = {.processId = unknown, .image = unknown};
    return pipe;
}

} // namespace

/// `list` and `inspect`, with a real server where there must be one.
class ListInspectTest : public QObject
{
    Q_OBJECT

private slots:
    void ServerIsListed();
    void ServerIsListedForPeople();
    void WindowsTable();
    void WindowsLines();
    void NameCannotSteerATerminal();
    void NothingThatMatchesIsSaid();
    void ServerIsInspected();
    void ServerIsInspectedForPeople();
    void UnknownPropertiesHaveAReason();
    void MissingPipeIs3();
    void WrongUseIs2_data();
    void WrongUseIs2();
    void HelpIsPrinted();
#ifdef _WIN32
    void UnsupportedListingIs3();
#endif
};

void ListInspectTest::ServerIsListed()
{
    const QString name = uniquePipeName();
    CliProcess server;
    server.start({u"serve"_s, name, u"--mode"_s, u"byte"_s, u"--jsonl"_s});
    QVERIFY2(server.waitForOutput(listening), server.errors().constData());
    CliProcess program;
    const int status = program.run({u"list"_s, name, u"--json"_s});
    if (isNotListed(program)) {
        QSKIP("Wine does not list pipes: needs Windows");
    }
    QVERIFY2(status == 0, program.errors().constData());
    const QList<QJsonObject> pipes = program.events();
    QCOMPARE(pipes.size(), 1);
    QCOMPARE(pipes[0].value("name"_L1).toString(), name);
    QCOMPARE(pipes[0].value("connectable"_L1).toBool(), true);
#ifdef Q_OS_WIN
    QCOMPARE(pipes[0].value("path"_L1).toString(), u"\\\\.\\pipe\\"_s + name);
    QCOMPARE(pipes[0].value("instances"_L1).toInt(), 1);
    QVERIFY(!pipes[0].contains("limit"_L1));
#else
    QVERIFY(pipes[0].value("path"_L1).toString().endsWith(u"/CoreFxPipe_"_s + name));
    QCOMPARE(pipes[0].value("mode"_L1).toString(), u"byte"_s);
    QCOMPARE(pipes[0].value("connected"_L1).toInt(), 0);
    QCOMPARE(pipes[0].value("pid"_L1).toInteger(), server.pid());
    QVERIFY(pipes[0].value("image"_L1).toString().endsWith("/pipescope-cli"_L1));
#endif

    // Wildcards mean the whole name.
    CliProcess whole;
    QCOMPARE(whole.run({u"list"_s, u"*-cli-test-*"_s, u"--json"_s}), 0);
    QVERIFY(whole.output().contains(name.toUtf8()));
    CliProcess part;
    QCOMPARE(part.run({u"list"_s, u"cli-test-?"_s, u"--json"_s}), 0);
    QCOMPARE(part.output(), QByteArray());
}

void ListInspectTest::ServerIsListedForPeople()
{
    const QString name = uniquePipeName();
    CliProcess server;
    server.start({u"serve"_s, name, u"--jsonl"_s});
    QVERIFY2(server.waitForOutput(listening), server.errors().constData());
    CliProcess program;
    const int status = program.run({u"list"_s, name});
    if (isNotListed(program)) {
        QSKIP("Wine does not list pipes: needs Windows");
    }
    QCOMPARE(status, 0);
    const QList<QByteArray> lines = program.output().split('\n');
    QCOMPARE(lines.size(), 3); // the head, the pipe, and nothing behind the last line break
    QVERIFY2(lines[0].startsWith("NAME "), lines[0].constData());
    QVERIFY2(lines[1].startsWith(name.toUtf8() + ' '), lines[1].constData());
}

void ListInspectTest::WindowsTable()
{
    const std::string text = pipescope::cli::listText(
        {windowsPipe("größe", 12, std::nullopt), windowsPipe("orders-long", 1, 254)});
    QCOMPARE(QByteArray::fromStdString(text), QByteArray("NAME         INSTANCES  LIMIT\n"
                                                         "größe        12         none\n"
                                                         "orders-long  1          254\n"));
}

void ListInspectTest::WindowsLines()
{
    const std::string text = pipescope::cli::listJson({windowsPipe("orders", 12, 20)});
    QCOMPARE(QByteArray::fromStdString(text),
             QByteArray(R"({"name":"orders","path":"\\\\.\\pipe\\orders","connectable":true,)"
                        R"("instances":12,"limit":20})"
                        "\n"));
}

void ListInspectTest::NameCannotSteerATerminal()
{
    const std::string text = pipescope::cli::listText({windowsPipe("a\x1b[2Jb\nc", 1, 1)});
    QVERIFY2(!text.contains('\x1b'), text.c_str());
    QCOMPARE(std::ranges::count(text, '\n'), std::ptrdiff_t{2});
}

void ListInspectTest::NothingThatMatchesIsSaid()
{
    const QString name = uniquePipeName();
    CliProcess program;
    const int status = program.run({u"list"_s, name});
    if (isNotListed(program)) {
        QSKIP("Wine does not list pipes: needs Windows");
    }
    QCOMPARE(status, 0);
    QCOMPARE(program.output(), "no pipe matches " + name.toUtf8() + "\n");
}

void ListInspectTest::ServerIsInspected()
{
    const QString name = uniquePipeName();
    CliProcess server;
    server.start({u"serve"_s, name, u"--mode"_s, u"message"_s, u"--access"_s, u"inbound"_s,
                  u"--instances"_s, u"3"_s, u"--jsonl"_s});
    QVERIFY2(server.waitForOutput(listening), server.errors().constData());
    CliProcess program;
    QVERIFY2(program.run({u"inspect"_s, name, u"--json"_s}) == 0, program.errors().constData());
    QCOMPARE(program.events().size(), 1);
    const QJsonObject pipe = program.events()[0];
    QCOMPARE(pipe.value("type"_L1).toString(), u"message"_s);
    QVERIFY(pipe.value("pid"_L1).toInteger() > 0);
    QVERIFY(pipe.contains("security"_L1));
#ifdef Q_OS_WIN
    QCOMPARE(pipe.value("access"_L1).toString(), u"inbound"_s);
    QCOMPARE(pipe.value("limit"_L1).toInt(), 3);
    QVERIFY(pipe.value("image"_L1).toString().endsWith("\\pipescope-cli.exe"_L1));
    QVERIFY(pipe.value("security"_L1).toString().contains("D:"_L1));
    // The server has seen who looked, and serves on.
    QVERIFY(server.isRunning());
#else
    QCOMPARE(pipe.value("pid"_L1).toInteger(), server.pid());
    QCOMPARE(pipe.value("security"_L1).toString(), u"srw------- 0600"_s);
    QVERIFY(!pipe.contains("access"_L1) && !pipe.contains("accessError"_L1));
    QVERIFY(server.events(u"connected"_s).isEmpty());
#endif
}

void ListInspectTest::ServerIsInspectedForPeople()
{
    const QString name = uniquePipeName();
    CliProcess server;
    server.start({u"serve"_s, name, u"--jsonl"_s});
    QVERIFY2(server.waitForOutput(listening), server.errors().constData());
    CliProcess program;
    QCOMPARE(program.run({u"inspect"_s, name}), 0);
    const QByteArray text = program.output();
    QVERIFY2(text.contains("  type             message\n"), text.constData());
    QVERIFY2(text.contains("  server process   "), text.constData());
    QVERIFY2(text.contains("  security         "), text.constData());
}

void ListInspectTest::UnknownPropertiesHaveAReason()
{
    pipecore::PipeInspection pipe;
    pipe.path = "x";
    pipe.owner = std::unexpected(pipecore::Error{.kind = pipecore::ErrorKind::AccessDenied,
                                                 .domain = pipecore::ErrorDomain::Win32,
                                                 .code = 5,
                                                 .api = "CreateFile"});
    const std::string text = pipescope::cli::inspectionText(pipe);
    QVERIFY2(
        text.contains("  owner            not known: CreateFile failed: 5 ERROR_ACCESS_DENIED"),
        text.c_str());
    QVERIFY2(text.contains("  instance limit   none\n"), text.c_str());
    const std::string json = pipescope::cli::inspectionJson(pipe);
    QVERIFY2(json.contains(R"("ownerError":"CreateFile failed: 5 ERROR_ACCESS_DENIED)"),
             json.c_str());
}

void ListInspectTest::MissingPipeIs3()
{
    CliProcess program;
    QCOMPARE(program.run({u"inspect"_s, uniquePipeName()}), 3);
    QCOMPARE(program.output(), QByteArray());
    const QByteArray text = program.errors();
    QVERIFY2(text.contains("(not found)"), text.constData());
    QVERIFY2(text.contains("check the spelling"), text.constData());
}

void ListInspectTest::WrongUseIs2_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("unknown option")
        << QStringList{u"list"_s, u"--all"_s} << QByteArray("list: unknown option --all");
    QTest::newRow("two filters") << QStringList{u"list"_s, u"a"_s, u"b"_s}
                                 << QByteArray("unexpected argument \"b\" after a");
    QTest::newRow("no name") << QStringList{u"inspect"_s, u"--json"_s}
                             << QByteArray("use pipescope-cli inspect NAME");
    QTest::newRow("two names") << QStringList{u"inspect"_s, u"a"_s, u"b"_s}
                               << QByteArray("unexpected argument \"b\" after a");
    QTest::newRow("no command") << QStringList{u"lst"_s} << QByteArray("list, inspect");
}

void ListInspectTest::WrongUseIs2()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, says);
    CliProcess program;
    QCOMPARE(program.run(arguments), 2);
    const QByteArray text = program.errors();
    QVERIFY2(text.contains(says), text.constData());
    QCOMPARE(text.count('\n'), 1);
}

void ListInspectTest::HelpIsPrinted()
{
    CliProcess list;
    QCOMPARE(list.run({u"list"_s, u"--help"_s}), 0);
    for (const char* part : {"list [FILTER]", "--json"}) {
        QVERIFY2(list.output().contains(part), part);
    }
    CliProcess inspect;
    QCOMPARE(inspect.run({u"inspect"_s, u"--help"_s}), 0);
    QVERIFY2(inspect.output().contains("inspect NAME"), inspect.output().constData());
}

#ifdef _WIN32

void ListInspectTest::UnsupportedListingIs3()
{
    CliProcess program;
    const int status = program.run({u"list"_s});
    if (!isNotListed(program)) {
        QSKIP("Windows lists its pipes");
    }
    QCOMPARE(status, 3);
    const QByteArray text = program.errors();
    QVERIFY2(text.contains("NtQueryDirectoryFile failed: 66 ERROR_BAD_DEV_TYPE (not supported)"),
             text.constData());
}

#endif

PIPESCOPE_GUILESS_TEST(ListInspectTest)
#include "tst_list_inspect.moc"
