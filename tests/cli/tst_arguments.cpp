#include "parsed_arguments.h"
#include "runner/register.h"

#include <QTest>

using namespace pipescope::cli;
using pipecore::Access;
using pipecore::ClientAccess;
using pipecore::PipeMode;

class ArgumentsTest : public QObject
{
    Q_OBJECT

private slots:
    void ServeWithEveryOption();
    void ServeWithEveryWindowsOption();
    void ConnectWithEveryWindowsOption();
    void CallAndTransact();
    void ConnectWithEveryOption();
    void BothBuffersAreThoseNotSetOnTheirOwn_data();
    void BothBuffersAreThoseNotSetOnTheirOwn();
    void ScriptKeepsTheOrder();
    void AccessIsSeenFromTheServer_data();
    void AccessIsSeenFromTheServer();
    void ValueAfterEqualsSign();
    void ValueMayBeginWithHyphen();
    void NameMayBeginWithHyphenAfterTwo();
    void HelpAndVersion_data();
    void HelpAndVersion();
    void HelpFitsATerminal();
    void NamesAreTakenAsTheyAre_data();
    void NamesAreTakenAsTheyAre();
    void LastOfAnOptionCounts();
    void WrongUse_data();
    void WrongUse();
};

void ArgumentsTest::ServeWithEveryOption()
{
    const auto parsed =
        parse({"serve", "orders", "--mode", "byte", "--access", "outbound", "--instances", "7",
               "--buffer", "1000", "--record", "x.pcapng", "--jsonl", "--exit-after-disconnects",
               "3", "--backpressure", "drop"});
    QVERIFY2(parsed.has_value(), parsed ? "" : parsed.error().c_str());
    QVERIFY(parsed->talk == Talk::Serve);
    QVERIFY(parsed->backpressure == pipecore::Backpressure::DropPayload);
    QVERIFY(parsed->server.name == "orders");
    QVERIFY(parsed->server.mode == PipeMode::Byte);
    QVERIFY(parsed->server.access == Access::Outbound);
    QCOMPARE(parsed->server.instances, 7U);
    QCOMPARE(parsed->server.inBufferSize, 1000U);
    QCOMPARE(parsed->server.outBufferSize, 1000U);
    QVERIFY(!parsed->server.connection.echo);
    QVERIFY(parsed->record == "x.pcapng");
    QVERIFY(parsed->jsonLines);
    QCOMPARE(parsed->exitAfterDisconnects, 3U);
    QVERIFY(parse({"serve", "orders", "--echo"})->server.connection.echo);
}

void ArgumentsTest::ConnectWithEveryOption()
{
    const auto parsed = parse({"connect", R"(\\.\pipe\orders)", "--mode=byte", "--buffer=0",
                               "--timeout=250", "--echo", "--stdin", "--keep-line-ends",
                               "--exit-after-disconnects", "1", "--stay", "70"});
    QVERIFY2(parsed.has_value(), parsed ? "" : parsed.error().c_str());
    QVERIFY(parsed->talk == Talk::Connect);
    QVERIFY(parsed->client.name == R"(\\.\pipe\orders)");
    QVERIFY(parsed->client.mode == PipeMode::Byte);
    QCOMPARE(parsed->client.bufferSize, 0U);
    QVERIFY(parsed->client.timeout == std::chrono::milliseconds(250));
    QVERIFY(parsed->expectTime == std::chrono::milliseconds(250));
    QVERIFY(parsed->client.connection.echo);
    QVERIFY(parsed->keepLineEnds);
    QVERIFY(parsed->stay == std::chrono::milliseconds(70));
    QVERIFY(!parsed->rawInput);
    // Windows pipes have no half-close.
    const auto endSending = parse({"connect", "orders", "--end-sending"});
    QCOMPARE(endSending.has_value(), pipecore::thisSystem == pipecore::System::Unix);
    QVERIFY(!endSending || endSending->endSending);
    QVERIFY(parse({"connect", "orders", "--raw", "--stdin"})->rawInput);
}

void ArgumentsTest::ServeWithEveryWindowsOption()
{
    const auto parsed = parse({"serve",
                               "orders",
                               "--read-mode",
                               "byte",
                               "--default-timeout",
                               "200",
                               "--first-instance",
                               "off",
                               "--allow-remote",
                               "--reuse",
                               "--sddl",
                               "D:(A;;GA;;;BA)",
                               "--sync",
                               "--write-through",
                               "--out-buffer",
                               "1",
                               "--in-buffer",
                               "2",
                               "--file-mode",
                               "0660",
                               "--backlog",
                               "5"});
    QVERIFY2(parsed.has_value(), parsed ? "" : parsed.error().c_str());
    const pipecore::ServerOptions& server = parsed->server;
    QVERIFY(server.readMode == PipeMode::Byte);
    QCOMPARE(server.defaultTimeout.count(), 200);
    QVERIFY(!server.firstInstance);
    QVERIFY(!server.rejectRemote);
    QVERIFY(server.policy == pipecore::InstancePolicy::Reuse);
    QVERIFY(server.sddl == "D:(A;;GA;;;BA)");
    QVERIFY(server.io == pipecore::IoModel::Synchronous);
    QVERIFY(server.writeThrough);
    QCOMPARE(server.outBufferSize, 1U);
    QCOMPARE(server.inBufferSize, 2U);
    QCOMPARE(server.fileMode, 0660U);
    QCOMPARE(server.backlog, 5U);
}

void ArgumentsTest::ConnectWithEveryWindowsOption()
{
    const auto parsed = parse({"connect", "orders", "--wait", "wait-named-pipe", "--sqos",
                               "delegation", "--effective-only", "--context-tracking",
                               "--share-read", "--share-write", "--sync", "--write-through"});
    QVERIFY2(parsed.has_value(), parsed ? "" : parsed.error().c_str());
    const pipecore::ClientOptions& client = parsed->client;
    QVERIFY(client.wait == pipecore::WaitPolicy::WaitThenOpen);
    QVERIFY(client.sqos == pipecore::SqosLevel::Delegation);
    QVERIFY(client.effectiveOnly && client.contextTracking);
    QVERIFY(client.shareRead && client.shareWrite);
    QVERIFY(client.io == pipecore::IoModel::Synchronous);
    QVERIFY(client.writeThrough);
}

void ArgumentsTest::CallAndTransact()
{
    const auto call = parse({"call", "orders", "--send-text", "hi", "--expect-hex", "6f6b",
                             "--timeout", "0", "--reply-limit", "100"});
    QVERIFY2(call.has_value(), call ? "" : call.error().c_str());
    QVERIFY(call->talk == Talk::Call);
    QVERIFY(call->call.name == "orders");
    QVERIFY(call->call.request == pipecore::toBytes("hi"));
    QCOMPARE(call->call.replyLimit, std::size_t{100});
    QCOMPARE(call->call.timeout.count(), 0);
    QCOMPARE(call->script.size(), std::size_t{1});
    QVERIFY(call->script[0].kind == Step::Kind::Expect);

    const auto transact = parse({"transact", "orders", "--send-text", "a", "--expect-text", "b",
                                 "--send-text", "c", "--sync"});
    QVERIFY2(transact.has_value(), transact ? "" : transact.error().c_str());
    QVERIFY(transact->talk == Talk::Transact);
    QCOMPARE(transact->script.size(), std::size_t{3});
}

void ArgumentsTest::BothBuffersAreThoseNotSetOnTheirOwn_data()
{
    QTest::addColumn<QByteArrayList>("arguments");
    QTest::newRow("before") << QByteArrayList{"--buffer", "5", "--out-buffer", "1"};
    QTest::newRow("after") << QByteArrayList{"--out-buffer", "1", "--buffer", "5"};
    QTest::newRow("again") << QByteArrayList{"--buffer", "9", "--out-buffer=1", "--buffer", "5"};
}

void ArgumentsTest::BothBuffersAreThoseNotSetOnTheirOwn()
{
    QFETCH(QByteArrayList, arguments);
    const auto parsed = parse(QByteArrayList{"serve", "orders"} + arguments);
    QVERIFY2(parsed.has_value(), parsed ? "" : parsed.error().c_str());
    QCOMPARE(parsed->server.outBufferSize, 1U);
    QCOMPARE(parsed->server.inBufferSize, 5U);
}

void ArgumentsTest::ScriptKeepsTheOrder()
{
    const auto parsed = parse({"connect", "--send-text", "a\\n", "--expect-hex", "0x62", "orders",
                               "--stdin", "--send-hex", "63 64", "--expect-text", "ä"});
    QVERIFY2(parsed.has_value(), parsed ? "" : parsed.error().c_str());
    const auto& script = parsed->script;
    QCOMPARE(script.size(), std::size_t{5});
    QVERIFY(script[0].kind == Step::Kind::Send);
    QVERIFY(script[0].payload == pipecore::toBytes("a\n"));
    QVERIFY(script[1].kind == Step::Kind::Expect);
    QVERIFY(script[1].payload == pipecore::toBytes("b"));
    QVERIFY(script[2].kind == Step::Kind::Input);
    QVERIFY(script[3].kind == Step::Kind::Send);
    QVERIFY(script[3].payload == pipecore::toBytes("cd"));
    QVERIFY(script[4].kind == Step::Kind::Expect);
    QVERIFY(script[4].payload == pipecore::toBytes("\xc3\xa4"));
}

void ArgumentsTest::AccessIsSeenFromTheServer_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<int>("access");
    QTest::newRow("duplex") << QByteArray("duplex") << int(ClientAccess::ReadWrite);
    QTest::newRow("inbound") << QByteArray("inbound") << int(ClientAccess::Write);
    QTest::newRow("outbound") << QByteArray("outbound") << int(ClientAccess::Read);
}

void ArgumentsTest::AccessIsSeenFromTheServer()
{
    QFETCH(QByteArray, word);
    QFETCH(int, access);
    QCOMPARE(int(parse({"connect", "orders", "--access", word})->client.access), access);
}

void ArgumentsTest::ValueAfterEqualsSign()
{
    const auto parsed = parse({"connect", "orders", "--send-text=a=b", "--send-text="});
    QVERIFY2(parsed.has_value(), parsed ? "" : parsed.error().c_str());
    QVERIFY(parsed->script[0].payload == pipecore::toBytes("a=b"));
    QVERIFY(parsed->script[1].payload.empty());
}

void ArgumentsTest::ValueMayBeginWithHyphen()
{
    const auto parsed = parse({"connect", "orders", "--send-text", "--help"});
    QVERIFY(parsed->talk == Talk::Connect);
    QVERIFY(parsed->script[0].payload == pipecore::toBytes("--help"));
}

void ArgumentsTest::NameMayBeginWithHyphenAfterTwo()
{
    QVERIFY(parse({"serve", "--jsonl", "--", "-x"})->server.name == "-x");
}

void ArgumentsTest::HelpAndVersion_data()
{
    QTest::addColumn<QByteArrayList>("arguments");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const QByteArrayList& arguments, const char* says) {
        QTest::newRow(name) << arguments << QByteArray(says);
    };
    row("help", {"--help"}, "transact");
    row("-h", {"-h"}, "transact");
    row("help of a command", {"serve", "--help"}, "--file-mode OCTAL");
    row("help after a name", {"connect", "x", "--help"}, "--expect-text TEXT");
    row("help of a command that does not talk", {"convert", "-h"}, "--filter EXPR");
    row("version", {"--version"}, "pipescope-cli " PIPESCOPE_VERSION "\n");
    row("version of a command", {"serve", "-V"}, "pipescope-cli " PIPESCOPE_VERSION "\n");
}

void ArgumentsTest::HelpAndVersion()
{
    QFETCH(QByteArrayList, arguments);
    QFETCH(QByteArray, says);
    const auto request = parseAny(arguments);
    QVERIFY2(request.has_value(), request ? "" : request.error().c_str());
    QVERIFY(request->command == nullptr);
    const QByteArray answer = QByteArray::fromStdString(request->answer);
    QVERIFY2(answer.contains(says), answer.constData());
}

void ArgumentsTest::HelpFitsATerminal()
{
    for (const char* command : {"", "serve", "connect", "call", "transact", "list", "inspect",
                                "check", "explain", "convert", "stats"}) {
        QByteArrayList arguments{command, "--help"};
        arguments.removeAll(QByteArray());
        const auto help = parseAny(arguments);
        QVERIFY2(help && help->command == nullptr, command);
        for (const QByteArray& line : QByteArray::fromStdString(help->answer).split('\n')) {
            QVERIFY2(line.size() <= 100, line.constData());
        }
    }
}

void ArgumentsTest::NamesAreTakenAsTheyAre_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("of a command") << QByteArray("list");
    QTest::newRow("of its own command") << QByteArray("serve");
#ifndef _WIN32
    QTest::newRow("path") << QByteArray("/tmp/x.sock");
#endif
    QTest::newRow("in brackets") << QByteArray("[a,b]");
    QTest::newRow("in quotes") << QByteArray("\"a b\"");
    QTest::newRow("with an equals sign") << QByteArray("a=b");
}

void ArgumentsTest::NamesAreTakenAsTheyAre()
{
    QFETCH(QByteArray, name);
    const auto parsed = parse({"connect", name, "--send-text", name, "--send-text=" + name});
    QVERIFY2(parsed.has_value(), parsed ? "" : parsed.error().c_str());
    QCOMPARE(QByteArray::fromStdString(parsed->client.name), name);
    QCOMPARE(parsed->script.size(), std::size_t{2});
    QVERIFY(parsed->script[0].payload == pipecore::toBytes(name.toStdString()));
    QVERIFY(parsed->script[1].payload == pipecore::toBytes(name.toStdString()));
}

void ArgumentsTest::LastOfAnOptionCounts()
{
    QCOMPARE(parse({"serve", "a", "--instances", "2", "--instances=3"})->server.instances, 3U);
    QVERIFY(parse({"serve", "a", "--echo", "--echo"})->server.connection.echo);
}

void ArgumentsTest::WrongUse_data()
{
    QTest::addColumn<QByteArrayList>("arguments");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const QByteArrayList& arguments, const char* says) {
        QTest::newRow(name) << arguments << QByteArray(says);
    };

    row("nothing", {}, "missing command: use serve, proxy, connect");
    row("no such command", {"listen", "x"}, "unknown command \"listen\"");
    row("no such policy", {"serve", "a", "--backpressure", "wait"}, "--backpressure");
    row("call of nothing", {"call", "a"}, "call sends one message");
    row("call of two", {"call", "a", "--send-text", "1", "--send-text", "2"},
        "call sends one message");
    row("call with mode", {"call", "a", "--mode", "byte"}, "--mode is not an option of call");
    row("transact of bytes", {"transact", "a", "--mode", "byte", "--send-text", "1"},
        "a transaction requires message mode");
    row("transact of nothing", {"transact", "a"}, "missing message");
    row("neither on nor off", {"serve", "a", "--first-instance", "yes"},
        "--first-instance takes on or off, not \"yes\"");
    row("no octal number", {"serve", "a", "--file-mode", "rw"}, "--file-mode takes octal digits");
    row("messages of a byte pipe", {"serve", "a", "--mode", "byte", "--read-mode", "message"},
        "cannot be read as messages");
#ifndef _WIN32 // which has no --end-sending
    row("end of sending of a reader", {"connect", "a", "--access", "outbound", "--end-sending"},
        "--end-sending needs an end that sends");
    row("end of sending of an echo", {"connect", "a", "--echo", "--end-sending"},
        "--end-sending and --echo exclude each other");
#endif
    row("no time to stay", {"connect", "a", "--stay", "long"}, "--stay takes a number");
    row("too long a stay", {"connect", "a", "--stay", "86400001"},
        "--stay takes 0 to 86400000 milliseconds");
    row("no such level", {"connect", "a", "--sqos", "full"}, "--sqos takes anonymous");
    row("no name", {"serve"}, "serve: missing pipe name");
    row("two names", {"serve", "a", "b"}, "unexpected argument \"b\" after a");
    row("bad name", {"serve", R"(\a)"}, "begins with a \\ at character 1");
    row("server elsewhere", {"serve", R"(\\server\pipe\x)"}, "server");
    row("unknown option", {"serve", "a", "--colour"}, "serve: unknown option --colour; ");
    row("slip of the finger", {"serve", "a", "--ecco"},
        "unknown option --ecco: did you mean --echo?");
    row("slip in a command", {"conect", "x"}, "unknown command \"conect\": did you mean connect?");
    row("option of another program", {"list", "--mode", "byte"}, "--mode is not an option of list");
    row("help of its own", {"serve", "a", "--colour"}, "pipescope-cli serve --help");
    row("unknown short option", {"serve", "a", "-x"}, "unknown option -x");
    row("option of the other command", {"serve", "a", "--stdin"},
        "--stdin is not an option of serve");
    row("instances of a client", {"connect", "a", "--instances", "2"},
        "--instances is not an option of connect");
    row("value missing", {"serve", "a", "--mode"}, "--mode requires a value");
    row("value too many", {"serve", "a", "--echo=yes"}, "--echo takes no value");
    row("no such mode", {"serve", "a", "--mode", "msg"},
        "--mode takes byte or message, not \"msg\"");
    row("no such access", {"serve", "a", "--access", "in"},
        "--access takes duplex, inbound or outbound, not \"in\"");
    row("no number", {"serve", "a", "--buffer", "64k"}, "--buffer takes a number, not \"64k\"");
    row("negative number", {"connect", "a", "--timeout", "-5"}, "--timeout takes a number");
    row("number too large", {"serve", "a", "--buffer", "99999999999999999999"},
        "99999999999999999999 is too large for --buffer");
    row("buffer too large", {"serve", "a", "--buffer", "99999999999"},
        "outgoing buffer is 99999999999: 0 to 536870912 bytes are allowed");
    row("read size of nothing", {"connect", "a", "--read-size", "0"},
        "read size is 0: 1 to 16777216 bytes are allowed");
    row("no descriptor", {"serve", "a", "--sddl", ""},
        "--sddl takes a security descriptor such as D:(A;;GA;;;BA)");
    row("number with a name too many", {"serve", "a", "--instances", "many"},
        "serve: --instances takes a number, not \"many\"");
    row("too many instances", {"serve", "a", "--instances", "255"}, "instances is 255");
    row("no disconnects", {"serve", "a", "--exit-after-disconnects", "0"}, "at least 1");
    row("disconnects of a client", {"connect", "a", "--exit-after-disconnects", "2"},
        "a client has one connection");
    row("echo one way", {"serve", "a", "--echo", "--access", "inbound"}, "echo needs both");
    row("bad hex", {"connect", "a", "--send-hex", "0a 0g"},
        "--send-hex \"0a 0g\" is invalid at character 5: invalid hex digit");
    row("bad text", {"connect", "a", "--expect-text", "ä\\q"},
        "--expect-text \"ä\\q\" is invalid at character 2");
    row("sends to an outbound pipe", {"connect", "a", "--access", "outbound", "--stdin"},
        "an outbound pipe accepts no data");
    row("expects from an inbound pipe",
        {"connect", "a", "--expect-text", "x", "--access", "inbound"},
        "an inbound pipe sends no data");
    row("empty message in byte mode", {"connect", "a", "--mode", "byte", "--send-text", ""},
        "byte pipes cannot carry empty messages");
    row("raw without stdin", {"connect", "a", "--raw"}, "--raw requires --stdin");
    row("lines and raw", {"connect", "a", "--raw", "--stdin", "--keep-line-ends"},
        "cannot be combined with --raw");
    row("stdin twice", {"connect", "a", "--stdin", "--stdin"}, "--stdin can be used only once");
    row("no file", {"serve", "a", "--record", ""}, "--record requires a file name");
}

void ArgumentsTest::WrongUse()
{
    QFETCH(QByteArrayList, arguments);
    QFETCH(QByteArray, says);
    const auto parsed = parse(arguments);
    QVERIFY(!parsed.has_value());
    const QByteArray problem = QByteArray::fromStdString(parsed.error());
    QVERIFY2(problem.contains(says), problem.constData());
    QVERIFY2(!problem.contains('\n'), problem.constData());
}

PIPESCOPE_APPLESS_TEST(ArgumentsTest)
#include "tst_arguments.moc"
