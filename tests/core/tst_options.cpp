#include "pipecore/model/options.h"
#include "runner/register.h"

#include <QTest>

#include <functional>

using namespace pipecore;
using namespace std::chrono_literals;

namespace {

using ChangeServer = std::function<void(ServerOptions&)>;
using ChangeClient = std::function<void(ClientOptions&)>;

QByteArray refusal(const Result<void>& result)
{
    if (result) {
        return "accepted";
    }
    if (result.error().kind != ErrorKind::InvalidArgument) {
        return "is of another kind";
    }
    return QByteArray::fromStdString(result.error().detail);
}

ServerOptions goodServer()
{
    ServerOptions options;
    options.name = "orders";
    return options;
}

ClientOptions goodClient()
{
    ClientOptions options;
    options.name = "orders";
    return options;
}

} // namespace

Q_DECLARE_METATYPE(ChangeServer)
Q_DECLARE_METATYPE(ChangeClient)

class OptionsTest : public QObject
{
    Q_OBJECT

private slots:
    void DefaultsAreValid();
    void ServerLimits_data();
    void ServerLimits();
    void ClientLimits_data();
    void ClientLimits();
    void RefusalsNameOptionValueAndLimits();
};

void OptionsTest::DefaultsAreValid()
{
    QCOMPARE(refusal(validate(goodServer())), QByteArray("accepted"));
    QCOMPARE(refusal(validate(goodClient())), QByteArray("accepted"));
}

void OptionsTest::ServerLimits_data()
{
    QTest::addColumn<ChangeServer>("change");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const ChangeServer& change,
                        const char* says = "accepted") {
        QTest::newRow(name) << change << QByteArray(says);
    };

    row(
        "no name", [](auto& o) { o.name.clear(); }, "empty");
    row(
        "name of another computer", [](auto& o) { o.name = R"(\\server\pipe\orders)"; }, "server");
    row("unlimited instances", [](auto& o) { o.instances = 0; });
    row("most instances", [](auto& o) { o.instances = 254; });
    row(
        "too many instances", [](auto& o) { o.instances = 255; }, "instances is 255");
    row("system's buffers", [](auto& o) { o.outBufferSize = o.inBufferSize = 0; });
    row(
        "huge outgoing buffer", [](auto& o) { o.outBufferSize = 0x80000000U; }, "outgoing buffer");
    row(
        "huge incoming buffer", [](auto& o) { o.inBufferSize = 0x80000000U; }, "incoming buffer");
    row("smallest read", [](auto& o) { o.connection.readSize = 1; });
    row(
        "no read size", [](auto& o) { o.connection.readSize = 0; }, "read size is 0");
    row("largest read", [](auto& o) { o.connection.readSize = 16 * 1024 * 1024; });
    row(
        "too large read", [](auto& o) { o.connection.readSize = 16 * 1024 * 1024 + 1; },
        "read size");
    row(
        "no write queue", [](auto& o) { o.connection.writeQueueLimit = 0; }, "write queue");
    row(
        "no message limit", [](auto& o) { o.connection.messageLimit = 0; }, "message limit");
    row("no drain time", [](auto& o) { o.connection.drainTime = 0ms; });
    row(
        "negative drain time", [](auto& o) { o.connection.drainTime = -1ms; }, "drain time is -1");
    row("echo", [](auto& o) { o.connection.echo = true; });
    row("bytes read of messages", [](auto& o) { o.readMode = PipeMode::Byte; });
    row(
        "messages read of bytes",
        [](auto& o) {
            o.mode = PipeMode::Byte;
            o.readMode = PipeMode::Message;
        },
        "cannot be read as messages");
    row("a day for WaitNamedPipe", [](auto& o) { o.defaultTimeout = 24h; });
    row(
        "negative default timeout", [](auto& o) { o.defaultTimeout = -1ms; },
        "default timeout is -1");
    row("a descriptor", [](auto& o) { o.sddl = "D:P(A;;GA;;;SY)(A;;GRGW;;;AU)"; });
    row(
        "no descriptor", [](auto& o) { o.sddl = "D:(A;;GA;;;"; }, "character");
    row("everybody's file", [](auto& o) { o.fileMode = 0777; });
    row(
        "more than permissions", [](auto& o) { o.fileMode = 04755; },
        "file mode is 4755: 0000 to 0777");
    row(
        "nobody may wait", [](auto& o) { o.backlog = 0; }, "backlog is 0: 1 to 65535 clients");
    row(
        "echo one way",
        [](auto& o) {
            o.connection.echo = true;
            o.access = Access::Inbound;
        },
        "echo");
}

void OptionsTest::ServerLimits()
{
    QFETCH(ChangeServer, change);
    QFETCH(QByteArray, says);
    ServerOptions options = goodServer();
    change(options);
    const QByteArray detail = refusal(validate(options));
    QVERIFY2(detail.contains(says), detail.constData());
}

void OptionsTest::ClientLimits_data()
{
    QTest::addColumn<ChangeClient>("change");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const ChangeClient& change,
                        const char* says = "accepted") {
        QTest::newRow(name) << change << QByteArray(says);
    };

    row(
        "no name", [](auto& o) { o.name.clear(); }, "empty");
    row("one try", [](auto& o) { o.timeout = 0ms; });
    row("a day", [](auto& o) { o.timeout = 24h; });
    row(
        "more than a day", [](auto& o) { o.timeout = 24h + 1ms; }, "timeout is 86400001");
    row(
        "the largest time", [](auto& o) { o.timeout = std::chrono::milliseconds::max(); },
        "timeout");
    row(
        "negative time", [](auto& o) { o.timeout = -5ms; }, "timeout is -5");
    row(
        "huge buffer", [](auto& o) { o.bufferSize = 0x80000000U; }, "buffer");
    row(
        "no read size", [](auto& o) { o.connection.readSize = 0; }, "read size");
    row(
        "echo without reading",
        [](auto& o) {
            o.connection.echo = true;
            o.access = ClientAccess::Write;
        },
        "echo");
}

void OptionsTest::ClientLimits()
{
    QFETCH(ChangeClient, change);
    QFETCH(QByteArray, says);
    ClientOptions options = goodClient();
    change(options);
    const QByteArray detail = refusal(validate(options));
    QVERIFY2(detail.contains(says), detail.constData());
}

void OptionsTest::RefusalsNameOptionValueAndLimits()
{
    ServerOptions options = goodServer();
    options.instances = 300;
    QCOMPARE(refusal(validate(options)),
             QByteArray("instances is 300: 0 to 254 (0: unlimited) are allowed"));
}

PIPESCOPE_APPLESS_TEST(OptionsTest)
#include "tst_options.moc"
