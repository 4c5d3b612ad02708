#include "outline.h"
#include "payload/random_bytes.h"
#include "pipecore/decode/protocols.h"
#include "pipecore/framing/rule.h"
#include "runner/register.h"

#include <QSet>
#include <QTest>

using namespace pipecore;

/// Which protocol a conversation is in: by the name of its pipe, then by its first frames.
class ProtocolsTest : public QObject
{
    Q_OBJECT

private slots:
    void Names_data();
    void Names();
    void OtherNamesAreNobodys();
    void TableIsSound();
    void NameAloneIsAGuess();
    void NameIsWrongWhenTheBytesSayOtherwise();
    void Contents_data();
    void Contents();
    void NothingIsFoundInLittle_data();
    void NothingIsFoundInLittle();
    void RandomBytesAreNeverSure();
    void BothDirectionsAreJudged();
    void NameAndContentAreSurer();
};

namespace {

QByteArray keyOf(ProtocolId id)
{
    const std::string_view key = protocolInfo(id).key;
    return {key.data(), qsizetype(key.size())};
}

std::vector<ProtocolGuess> guesses(const QByteArray& pipe, const QByteArray& client,
                                   const QByteArray& server = {})
{
    return detectProtocol(
        {{pipe.constData(), std::size_t(pipe.size())}, viewOf(client), viewOf(server)});
}

/// The first guess as "key score".
QByteArray best(const QByteArray& pipe, const QByteArray& client, const QByteArray& server = {})
{
    const auto found = guesses(pipe, client, server);
    return found.empty()
               ? "none"
               : keyOf(found.front().protocol) + ' ' + QByteArray::number(found.front().score);
}

QByteArray headed(const QByteArray& json)
{
    return "Content-Length: " + QByteArray::number(json.size()) + "\r\n\r\n" + json;
}

} // namespace

void ProtocolsTest::Names_data()
{
    QTest::addColumn<QByteArray>("pipe");
    QTest::addColumn<QByteArray>("protocol");
    const auto row = [](const char* pipe, const char* protocol) {
        QTest::newRow(pipe) << QByteArray(pipe) << QByteArray(protocol);
    };
    row(R"(\\.\pipe\lsp-0123456789abcdef-sock)", "lsp");
    row("/tmp/lsp-0123456789abcdef.sock", "lsp");
    row(R"(\\.\pipe\docker_engine)", "http1");
    row("/var/run/docker.sock", "http1");
    row("/run/podman/podman.sock", "http1");
    row("/run/containerd/containerd.sock", "http2");
    row("/tmp/mpvsocket", "mpv");
    row("/var/lib/libvirt/qemu/domain-1-vm/monitor.sock", "qmp");
    row(R"(\\.\pipe\openssh-ssh-agent)", "ssh-agent");
    row("/tmp/ssh-XXabc123/agent.4711", "ssh-agent");
    row("/run/user/1000/gnupg/S.gpg-agent.ssh", "ssh-agent");
    row("/run/user/1000/discord-ipc-0", "discord");
    row(R"(\\?\pipe\discord-ipc-9)", "discord");
    row("/tmp/dotnet-diagnostic-4711-1234567-socket", "dotnet-diagnostics");
    row(R"(\\.\pipe\dotnet-diagnostic-4711)", "dotnet-diagnostics");
    row(R"(\\server\pipe\srvsvc)", "dcerpc");
    row("/run/dbus/system_bus_socket", "dbus");
    row("/run/user/1000/bus", "dbus");
    row("/run/user/1000/nvim.4711.0", "msgpack-rpc");
    row("/run/user/1000/i3/ipc-socket.4711", "i3");
    row("/run/user/1000/sway-ipc.1000.4711.sock", "i3");
    row("/run/redis/redis-server.sock", "redis");
    row("/tmp/CoreFxPipe_discord-ipc-0", "discord");
    row("/run/systemd/userdb/io.systemd.UserDatabase", "varlink");
}

void ProtocolsTest::Names()
{
    QFETCH(QByteArray, pipe);
    QFETCH(QByteArray, protocol);
    QByteArray names;
    for (const ProtocolInfo& info : protocols()) {
        if (isProtocolName(info.id, pipe.toStdString())) {
            names += keyOf(info.id);
        }
    }
    QCOMPARE(names, protocol);
}

void ProtocolsTest::OtherNamesAreNobodys()
{
    for (const char* pipe : {"", "/", "orders", R"(\\.\pipe\orders)", "/tmp/agent.1", "/tmp/x.sock",
                             "/tmp/discord", "bus", "srvsvc2"}) {
        for (const ProtocolInfo& info : protocols()) {
            QVERIFY2(!isProtocolName(info.id, pipe), pipe);
        }
    }
}

void ProtocolsTest::TableIsSound()
{
    QSet<QByteArray> keys;
    for (const ProtocolInfo& info : protocols()) {
        keys.insert(keyOf(info.id));
        QVERIFY(protocolByKey(info.key) == info.id);
        QVERIFY(&protocolInfo(info.id) == &info);
        const auto rule = FramingRule::parse(info.framing);
        QVERIFY2(rule.has_value(), info.framing.data());
        QCOMPARE(rule->text(), std::string(info.framing));
    }
    QCOMPARE(keys.size(), qsizetype(protocols().size()));
    QVERIFY(!protocolByKey("nonsense"));
}

void ProtocolsTest::NameAloneIsAGuess()
{
    QCOMPARE(best("discord-ipc-0", ""), "discord 60");
    // Half a frame says nothing yet.
    QCOMPARE(best("discord-ipc-0", fromHex("00000000 ff")), "discord 60");
    QVERIFY(guesses("discord-ipc-0", "").front().score < protocolIsSure);
    QCOMPARE(best("orders", ""), "none");
}

void ProtocolsTest::NameIsWrongWhenTheBytesSayOtherwise()
{
    QCOMPARE(best("discord-ipc-0", "GET / HTTP/1.1\r\nHost: x\r\n\r\n"), "http1 90");
    QCOMPARE(best("srvsvc", "hello\nworld\n"), "none");
}

void ProtocolsTest::Contents_data()
{
    QTest::addColumn<QByteArray>("client");
    QTest::addColumn<QByteArray>("server");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const QByteArray& client, const QByteArray& server,
                        const char* expected) {
        QTest::newRow(name) << client << server << QByteArray(expected);
    };
    const QByteArray call = R"({"jsonrpc":"2.0","id":1,"method":"a"})";
    const QByteArray answer = R"({"jsonrpc":"2.0","id":1,"result":null})";
    row("LSP", headed(call), headed(answer), "lsp 96");
    row("DAP", headed(R"({"seq":1,"type":"request","command":"next"})"),
        headed(R"({"seq":1,"type":"event","event":"stopped"})"), "dap 96");
    row("JSON-RPC in lines", call + '\n', answer + '\n', "json-rpc-lines 96");
    row("JSON-RPC one after the other", call + call, answer, "json-rpc 96");
    row("JSON-RPC after lengths", fromHex("00000025") + call, fromHex("00000026") + answer,
        "stream-json-rpc 96");
    row("MessagePack after lengths",
        fromHex("0000001c 83 a7 6a736f6e727063 a3 322e30 a2 6964 01 a6 6d6574686f64 a3 416464"), {},
        "stream-json-rpc 90");
    row("mpv", "{\"command\":[\"get_property\",\"pause\"],\"request_id\":1}\n",
        "{\"event\":\"idle\"}\n{\"data\":false,\"request_id\":1,\"error\":\"success\"}\n",
        "mpv 90");
    row("QMP", "{\"execute\":\"qmp_capabilities\"}\r\n",
        "{\"QMP\": {\"version\": {}}}\r\n{\"return\": {}}\r\n", "qmp 96");
    row("varlink", QByteArray("{\"method\":\"org.varlink.service.GetInfo\"}\0", 41),
        QByteArray("{\"parameters\":{}}\0", 18), "varlink 90");
    row("JSON in lines", "{\"a\":1}\n{\"a\":2}\n{\"a\":3}\n", {}, "json-lines 75");
    row("HTTP", "GET /info HTTP/1.1\r\nHost: docker\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", "http1 96");
    row("gRPC", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + fromHex("000000 04 00 00000000"),
        fromHex("000000 04 00 00000000"), "http2 96");
    row("ssh-agent", fromHex("00000001 0b"), fromHex("00000005 0c 00000000"), "ssh-agent 90");
    row("Discord", fromHex("00000000 1a000000") + R"({"v":1,"client_id":"1234"})", {},
        "discord 90");
    row("D-Bus", QByteArray("\0AUTH EXTERNAL 30\r\nBEGIN\r\n", 26), "OK 0123\r\n", "dbus 96");
    row("MessagePack-RPC", fromHex("94 00 01 a5 6e76696d5f 90"), fromHex("94 01 01 c0 01"),
        "msgpack-rpc 90");
    row("Redis", "*1\r\n$4\r\nPING\r\n", "+PONG\r\n", "redis 90");
}

void ProtocolsTest::Contents()
{
    QFETCH(QByteArray, client);
    QFETCH(QByteArray, server);
    QTEST(best("some-name", client, server), "expected");
}

void ProtocolsTest::NothingIsFoundInLittle_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a byte") << QByteArray("+");
    QTest::newRow("a small number") << fromHex("2a");
    QTest::newRow("a word") << QByteArray("hello\n");
    QTest::newRow("words") << QByteArray("hello\nworld\nand more\n");
    QTest::newRow("zeros") << QByteArray(64, '\0');
    QTest::newRow("small numbers") << fromHex("000102030405060708090a0b0c0d0e0f");
    QTest::newRow("a number in JSON") << QByteArray("42\n");
    QTest::newRow("one frame of a byte") << fromHex("00000001 63");
}

void ProtocolsTest::NothingIsFoundInLittle()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(best("some-name", bytes), "none");
    QCOMPARE(best("some-name", {}, bytes), "none");
}

void ProtocolsTest::RandomBytesAreNeverSure()
{
    RandomBytes random(14);
    for (int round = 0; round < 300; ++round) {
        const QByteArray client = qBytes(ByteView(random.take(random.below(400))));
        const QByteArray server = qBytes(ByteView(random.take(random.below(400))));
        for (const ProtocolGuess& guess : guesses("some-name", client, server)) {
            QVERIFY2(guess.score < protocolIsSure, keyOf(guess.protocol) + client.toHex());
        }
    }
}

void ProtocolsTest::BothDirectionsAreJudged()
{
    const QByteArray agent = fromHex("00000001 0b");
    QCOMPARE(best("x", agent, fromHex("00000005 0c 00000000")), "ssh-agent 90");
    // The same question, answered by something else.
    QCOMPARE(best("x", agent, fromHex("00000005 ff 00000000")), "none");
}

void ProtocolsTest::NameAndContentAreSurer()
{
    const QByteArray agent = fromHex("00000001 0b");
    QCOMPARE(best("x", agent), "ssh-agent 60");
    QCOMPARE(best("/tmp/ssh-X/agent.1", agent), "ssh-agent 99");
    const ProtocolGuess guess = guesses("/tmp/ssh-X/agent.1", agent).front();
    QVERIFY(guess.fitsName);
    QCOMPARE(guess.frames, std::size_t(1));
    QCOMPARE(guess.misfits, std::size_t(0));
}

PIPESCOPE_APPLESS_TEST(ProtocolsTest)

#include "tst_protocols.moc"
