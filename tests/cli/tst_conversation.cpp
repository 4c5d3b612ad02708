#include "cli_process.h"
#include "runner/register.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

qint64 number(const QJsonObject& event, QLatin1StringView key)
{
    return event.value(key).toInteger(-1);
}

} // namespace

/// Two real programs talk to each other.
class ConversationTest : public QObject
{
    Q_OBJECT

private slots:
    void EchoInOrder_data();
    void EchoInOrder();
    void JsonLinesTellTheStory();
    void PeopleSeeTheStory();
    void LinesOfStandardInput();
    void LinesWithTheirEnds();
    void RawStandardInput();
    void InboundPipeTakesOnly();
    void OutboundPipeIsReadOnly();
    void ClientWaitsForTheServer();
    void InstancesLimitClients();
    void EndsAfterDisconnects();
    void ClientStaysUntilDisconnected();
    void PeerProcessIsTheOtherProgram();
    void CallGetsItsReply();
    void TransactionsGetTheirReplies();
    void SynchronousEndsTalk();
    void BothEndsSayWhoIsThere();
    void ConnectionsTellTheirFacts();
    void ShortConnectionsGiveNoErrors();
};

void ConversationTest::EchoInOrder_data()
{
    QTest::addColumn<QString>("mode");
    QTest::newRow("message") << u"message"_s;
    QTest::newRow("byte") << u"byte"_s;
}

void ConversationTest::EchoInOrder()
{
    QFETCH(QString, mode);
    Serving server(
        {u"--echo"_s, u"--jsonl"_s, u"--mode"_s, mode, u"--exit-after-disconnects"_s, u"1"_s});
    QVERIFY2(server.isListening, server.errors().constData());

    CliProcess client;
    const int status =
        client.run({u"connect"_s, server.name, u"--mode"_s, mode, u"--send-text"_s, u"größe\\n"_s,
                    u"--expect-text"_s, u"größe\\n"_s, u"--send-hex"_s, u"00 ff"_s, u"--send-hex"_s,
                    u"0x01"_s, u"--expect-hex"_s, u"00ff"_s, u"--expect-hex"_s, u"01"_s});
    QVERIFY2(status == 0, client.errors().constData());
    QCOMPARE(client.errors(), QByteArray());
    QCOMPARE(server.finish(), 0);
}

void ConversationTest::JsonLinesTellTheStory()
{
    Serving server({u"--echo"_s, u"--jsonl"_s, u"--exit-after-disconnects"_s, u"1"_s});
    QVERIFY2(server.isListening, server.errors().constData());
    CliProcess client;
    QCOMPARE(client.run({u"connect"_s, server.name, u"--jsonl"_s, u"--send-hex"_s, u"00ff0a"_s,
                         u"--expect-hex"_s, u"00ff0a"_s, u"--send-text"_s, QString(),
                         u"--expect-text"_s, QString()}),
             0);
    QCOMPARE(server.finish(), 0);

    QStringList kinds;
    const auto serverEvents = server.events();
    for (const QJsonObject& event : serverEvents) {
        kinds += event.value("event"_L1).toString();
    }
    QCOMPARE(kinds, (QStringList{u"opened"_s, u"connected"_s, u"message"_s, u"message"_s,
                                 u"message"_s, u"message"_s, u"disconnected"_s, u"closed"_s}));

    const auto messages = client.events(u"message"_s);
    QCOMPARE(messages.size(), 4);
    for (const QJsonObject& message : messages) {
        QCOMPARE(number(message, "connection"_L1), 1);
        QCOMPARE(number(message, "pid"_L1), server.pid());
        QVERIFY(message.value("image"_L1).toString().contains("pipescope-cli"_L1));
        const QString time = message.value("time"_L1).toString();
        QVERIFY2(QDateTime::fromString(time, Qt::ISODateWithMs).isValid(), qPrintable(time));
        QVERIFY(time.endsWith(u'Z'));
    }
    // The answer may be there before the system has said that the question was taken.
    for (const QString& direction : {u"sent"_s, u"received"_s}) {
        QList<QJsonObject> oneWay = messages;
        oneWay.removeIf([&](const QJsonObject& message) {
            return message.value("direction"_L1).toString() != direction;
        });
        QCOMPARE(oneWay.size(), 2);
        QCOMPARE(oneWay[0].value("hex"_L1).toString(), u"00ff0a"_s);
        QCOMPARE(number(oneWay[0], "length"_L1), 3);
        QCOMPARE(number(oneWay[1], "length"_L1), 0);
    }
}

void ConversationTest::PeopleSeeTheStory()
{
    const QString name = uniquePipeName();
    CliProcess server;
    server.start({u"serve"_s, name, u"--exit-after-disconnects"_s, u"1"_s});
    QVERIFY2(server.waitForOutput("listening on \\\\.\\pipe\\" + name.toUtf8()),
             server.errors().constData());
    CliProcess client;
    QCOMPARE(client.run({u"connect"_s, name, u"--send-text"_s, u"Hello"_s}), 0);
    QVERIFY2(client.output().contains("  #1    ->       5  Hello"), client.output().constData());
    QCOMPARE(server.finish(), 0);
    QVERIFY2(server.output().contains("  #1    <-       5  Hello"), server.output().constData());
    QVERIFY2(server.output().contains("(pid " + QByteArray::number(client.pid()) + ")"),
             server.output().constData());
}

void ConversationTest::LinesOfStandardInput()
{
    Serving server({u"--jsonl"_s, u"--exit-after-disconnects"_s, u"1"_s});
    QVERIFY2(server.isListening, server.errors().constData());
    CliProcess client;
    client.start({u"connect"_s, server.name, u"--stdin"_s, u"--send-text"_s, u"after"_s});
    client.write("one\ntwo\r\n\nfour");
    client.closeInput();
    QVERIFY2(client.finish() == 0, client.errors().constData());
    QCOMPARE(server.finish(), 0);
    QStringList messages;
    const auto events = server.events(u"message"_s);
    for (const QJsonObject& event : events) {
        messages += event.value("hex"_L1).toString();
    }
    QCOMPARE(messages,
             (QStringList{u"6f6e65"_s, u"74776f"_s, u""_s, u"666f7572"_s, u"6166746572"_s}));
}

void ConversationTest::LinesWithTheirEnds()
{
    Serving server({u"--jsonl"_s, u"--exit-after-disconnects"_s, u"1"_s});
    QVERIFY2(server.isListening, server.errors().constData());
    CliProcess client;
    client.start({u"connect"_s, server.name, u"--stdin"_s, u"--keep-line-ends"_s});
    client.write("a\r\nb\n");
    client.closeInput();
    QVERIFY2(client.finish() == 0, client.errors().constData());
    QCOMPARE(server.finish(), 0);
    const auto messages = server.events(u"message"_s);
    QCOMPARE(messages.size(), 2);
    QCOMPARE(messages[0].value("hex"_L1).toString(), u"610d0a"_s);
    QCOMPARE(messages[1].value("hex"_L1).toString(), u"620a"_s);
}

void ConversationTest::RawStandardInput()
{
    QByteArray data;
    for (int i = 0; i < 300'000; ++i) {
        data += char((i * 7 + i / 251) & 0xff);
    }
    Serving server({u"--jsonl"_s, u"--mode"_s, u"byte"_s, u"--exit-after-disconnects"_s, u"1"_s});
    QVERIFY2(server.isListening, server.errors().constData());
    CliProcess client;
    client.start({u"connect"_s, server.name, u"--mode"_s, u"byte"_s, u"--stdin"_s, u"--raw"_s});
    client.write(data);
    client.closeInput();
    QVERIFY2(client.finish() == 0, client.errors().constData());
    QCOMPARE(server.finish(), 0);
    QByteArray received;
    const auto events = server.events(u"message"_s);
    for (const QJsonObject& event : events) {
        received += QByteArray::fromHex(event.value("hex"_L1).toString().toLatin1());
    }
    QVERIFY(received == data);
}

void ConversationTest::InboundPipeTakesOnly()
{
    Serving server(
        {u"--jsonl"_s, u"--access"_s, u"inbound"_s, u"--exit-after-disconnects"_s, u"1"_s});
    QVERIFY2(server.isListening, server.errors().constData());
    CliProcess client;
    const int status = client.run(
        {u"connect"_s, server.name, u"--access"_s, u"inbound"_s, u"--send-text"_s, u"in"_s});
    QVERIFY2(status == 0, client.errors().constData());
    QCOMPARE(server.finish(), 0);
    QCOMPARE(server.events(u"message"_s).size(), 1);
}

void ConversationTest::OutboundPipeIsReadOnly()
{
    Serving server(
        {u"--jsonl"_s, u"--access"_s, u"outbound"_s, u"--exit-after-disconnects"_s, u"1"_s});
    QVERIFY2(server.isListening, server.errors().constData());
    CliProcess client;
    const int status = client.run({u"connect"_s, server.name, u"--access"_s, u"outbound"_s,
                                   u"--expect-text"_s, u"x"_s, u"--timeout"_s, u"300"_s});
    QCOMPARE(status, 1);
#ifndef Q_OS_WIN
    // Windows tells a server that only writes nothing of a client's leaving.
    QCOMPARE(server.finish(), 0);
#endif
}

void ConversationTest::ClientWaitsForTheServer()
{
    const QString name = uniquePipeName();
    CliProcess client;
    client.start({u"connect"_s, name, u"--jsonl"_s, u"--timeout"_s, u"20000"_s, u"--send-text"_s,
                  u"early"_s});
    QVERIFY2(client.waitForOutput("\"event\":\"opened\""), client.errors().constData());
    CliProcess server;
    server.start({u"serve"_s, name, u"--jsonl"_s, u"--exit-after-disconnects"_s, u"1"_s});
    QVERIFY2(client.finish() == 0, client.errors().constData());
    QCOMPARE(server.finish(), 0);
    QCOMPARE(server.events(u"message"_s).size(), 1);
}

void ConversationTest::InstancesLimitClients()
{
    Serving server({u"--jsonl"_s, u"--instances"_s, u"1"_s, u"--exit-after-disconnects"_s, u"2"_s});
    QVERIFY2(server.isListening, server.errors().constData());
    CliProcess first;
    first.start({u"connect"_s, server.name, u"--jsonl"_s, u"--stdin"_s});
    QVERIFY2(first.waitForOutput("\"event\":\"connected\""), first.errors().constData());
    QVERIFY(server.waitForOutput("\"event\":\"connected\""));
    CliProcess second;
    second.start({u"connect"_s, server.name, u"--jsonl"_s, u"--timeout"_s, u"20000"_s,
                  u"--send-text"_s, u"second"_s});
    QVERIFY(second.waitForOutput("\"event\":\"opened\""));
    first.closeInput();
    QCOMPARE(first.finish(), 0);
    QVERIFY2(second.finish() == 0, second.errors().constData());
    QCOMPARE(server.finish(), 0);

    // The second one was let in only after the first one had left.
    QStringList story;
    const auto events = server.events();
    for (const QJsonObject& event : events) {
        if (event.contains("connection"_L1)) {
            story += event.value("event"_L1).toString()
                     + QString::number(number(event, "connection"_L1));
        }
    }
    QCOMPARE(story, (QStringList{u"connected1"_s, u"disconnected1"_s, u"connected2"_s,
                                 u"message2"_s, u"disconnected2"_s}));
}

void ConversationTest::EndsAfterDisconnects()
{
    Serving server({u"--jsonl"_s, u"--exit-after-disconnects"_s, u"2"_s});
    QVERIFY2(server.isListening, server.errors().constData());
    CliProcess first;
    QCOMPARE(first.run({u"connect"_s, server.name, u"--send-text"_s, u"1"_s}), 0);
    QVERIFY(server.waitForOutput("\"event\":\"disconnected\""));
    QVERIFY(server.isRunning());
    CliProcess second;
    QCOMPARE(second.run({u"connect"_s, server.name, u"--send-text"_s, u"2"_s}), 0);
    QCOMPARE(server.finish(), 0);
    QCOMPARE(server.events(u"disconnected"_s).size(), 2);
}

void ConversationTest::ClientStaysUntilDisconnected()
{
    Serving server({u"--jsonl"_s, u"--exit-after-disconnects"_s, u"1"_s});
    QVERIFY2(server.isListening, server.errors().constData());
    CliProcess stays;
    stays.start({u"connect"_s, server.name, u"--jsonl"_s, u"--send-text"_s, u"a"_s,
                 u"--exit-after-disconnects"_s, u"1"_s});
    QVERIFY2(stays.waitForOutput("\"direction\":\"sent\""), stays.errors().constData());
    // Another client leaves; then the server does, and takes the first one with it.
    CliProcess leaves;
    QCOMPARE(leaves.run({u"connect"_s, server.name, u"--send-text"_s, u"b"_s}), 0);
    QCOMPARE(server.finish(), 0);
    QVERIFY2(stays.finish() == 0, stays.errors().constData());
    QCOMPARE(stays.events(u"disconnected"_s).size(), 1);
}

void ConversationTest::PeerProcessIsTheOtherProgram()
{
    Serving server({u"--jsonl"_s, u"--exit-after-disconnects"_s, u"1"_s});
    QVERIFY2(server.isListening, server.errors().constData());
    CliProcess client;
    client.start({u"connect"_s, server.name, u"--jsonl"_s, u"--stdin"_s});
    QVERIFY2(client.waitForOutput("\"event\":\"connected\""), client.errors().constData());
    QVERIFY(server.waitForOutput("\"event\":\"connected\""));
    client.closeInput();
    QCOMPARE(client.finish(), 0);
    QCOMPARE(server.finish(), 0);
    QCOMPARE(number(client.events(u"connected"_s).value(0), "pid"_L1), server.pid());
    QCOMPARE(number(server.events(u"connected"_s).value(0), "pid"_L1), client.pid());
}

void ConversationTest::CallGetsItsReply()
{
#ifdef Q_OS_WIN
    Serving server({u"--echo"_s, u"--jsonl"_s, u"--exit-after-disconnects"_s, u"1"_s});
    QVERIFY2(server.isListening, server.errors().constData());
    CliProcess client;
    const int status = client.run({u"call"_s, server.name, u"--jsonl"_s, u"--send-text"_s,
                                   u"question"_s, u"--expect-text"_s, u"question"_s});
    QVERIFY2(status == 0, client.errors().constData());
    QCOMPARE(server.finish(), 0);
    CliProcess wrong;
    QCOMPARE(wrong.run({u"call"_s, server.name, u"--send-text"_s, u"anybody?"_s, u"--timeout"_s,
                        u"100"_s}),
             3);
    QVERIFY2(wrong.errors().contains("CreateFile failed: 2 ERROR_FILE_NOT_FOUND"),
             wrong.errors().constData());
    // A reply that the limit cuts is an error, unless that is allowed.
    Serving again({u"--echo"_s, u"--jsonl"_s, u"--exit-after-disconnects"_s, u"2"_s});
    QStringList arguments{u"call"_s,     again.name,         u"--send-text"_s,
                          u"question"_s, u"--reply-limit"_s, u"3"_s};
    CliProcess shortened;
    QCOMPARE(shortened.run(arguments), 3);
    QVERIFY2(shortened.errors().contains("--reply-limit 3"), shortened.errors().constData());
    CliProcess allowed;
    QCOMPARE(allowed.run(arguments << u"--allow-cut-reply"_s), 0);
    QCOMPARE(again.finish(), 0);
#else
    CliProcess client;
    QCOMPARE(client.run({u"call"_s, u"name"_s, u"--send-text"_s, u"question"_s}), 2);
    QVERIFY2(client.errors().contains("it is a command of Windows (CallNamedPipe)"),
             client.errors().constData());
#endif
}

void ConversationTest::TransactionsGetTheirReplies()
{
#ifndef Q_OS_WIN
    CliProcess refused;
    QCOMPARE(refused.run({u"transact"_s, u"name"_s, u"--send-text"_s, u"one"_s}), 2);
    QVERIFY2(refused.errors().contains("it is a command of Windows (TransactNamedPipe)"),
             refused.errors().constData());
#else
    Serving server({u"--echo"_s, u"--jsonl"_s, u"--exit-after-disconnects"_s, u"1"_s});
    QVERIFY2(server.isListening, server.errors().constData());
    CliProcess client;
    const int status = client.run({u"transact"_s, server.name, u"--jsonl"_s, u"--send-text"_s,
                                   u"one"_s, u"--expect-text"_s, u"one"_s, u"--send-hex"_s, u"00"_s,
                                   u"--expect-hex"_s, u"00"_s});
    QVERIFY2(status == 0, client.errors().constData());
    QCOMPARE(server.finish(), 0);
    // Without an expectation between them, the second waits for the reply to the first.
    Serving again({u"--echo"_s, u"--jsonl"_s, u"--exit-after-disconnects"_s, u"1"_s});
    CliProcess two;
    const int both = two.run({u"transact"_s, again.name, u"--jsonl"_s, u"--send-text"_s, u"one"_s,
                              u"--send-text"_s, u"two"_s});
    QVERIFY2(both == 0, two.errors().constData());
    QCOMPARE(again.finish(), 0);
    // Lines of standard input are requests, too.
    Serving third({u"--echo"_s, u"--jsonl"_s, u"--exit-after-disconnects"_s, u"1"_s});
    CliProcess lines;
    lines.start(
        {u"transact"_s, third.name, u"--jsonl"_s, u"--stdin"_s, u"--identity"_s, u"--facts"_s});
    lines.write("first\nsecond\n");
    lines.closeInput();
    QVERIFY2(lines.finish() == 0, lines.errors().constData());
    QStringList heard;
    for (const QJsonObject& message : lines.events(u"message"_s)) {
        if (message.value("direction"_L1) == "received"_L1) {
            heard << message.value("text"_L1).toString();
        }
    }
    QCOMPARE(heard, (QStringList{u"first"_s, u"second"_s}));
    QCOMPARE(lines.events(u"identity"_s).size(), 1);
    QCOMPARE(lines.events(u"facts"_s).size(), 1);
    QCOMPARE(third.finish(), 0);
#endif
}

void ConversationTest::SynchronousEndsTalk()
{
    const QString name = uniquePipeName();
    CliProcess server;
    server.start({u"serve"_s, name, u"--echo"_s, u"--jsonl"_s, u"--sync"_s,
                  u"--exit-after-disconnects"_s, u"1"_s});
#ifdef Q_OS_WIN
    QVERIFY2(server.waitForOutput("\"event\":\"opened\""), server.errors().constData());
    CliProcess client;
    const int status = client.run(
        {u"connect"_s, name, u"--send-text"_s, u"hello"_s, u"--expect-text"_s, u"hello"_s});
    QVERIFY2(status == 0, client.errors().constData());
    QCOMPARE(server.finish(), 0);
#else
    QCOMPARE(server.finish(), 2);
    QVERIFY2(server.errors().contains("--sync is an option of Windows"),
             server.errors().constData());
#endif
}

void ConversationTest::BothEndsSayWhoIsThere()
{
    Serving server(
        {u"--jsonl"_s, u"--identity"_s, u"--echo"_s, u"--exit-after-disconnects"_s, u"1"_s});
    QVERIFY2(server.isListening, server.errors().constData());
    CliProcess client;
    client.start({u"connect"_s, server.name, u"--jsonl"_s, u"--identity"_s, u"--stdin"_s});
    client.write("who\n");
    QVERIFY(client.waitForOutput("\"event\":\"identity\""));
    QVERIFY2(server.waitForOutput("\"identified\""), server.output().constData());
    client.closeInput();
    QCOMPARE(client.finish(), 0);
    QCOMPARE(server.finish(), 0);

    const auto identityOf = [](const CliProcess& process, const QString& event) {
        return process.events(event).value(0).value("identity"_L1).toObject();
    };
    const auto userOf = [](const QJsonObject& identity) {
        return identity.value("token"_L1).toObject().value("user"_L1).toObject();
    };
    const QJsonObject clientProcess = identityOf(server, u"identity"_s);
    QCOMPARE(number(clientProcess, "processId"_L1), client.pid());
    const QJsonObject serverProcess = identityOf(client, u"identity"_s);
    QCOMPARE(number(serverProcess, "processId"_L1), server.pid());
    for (const QJsonObject& identity : {clientProcess, serverProcess}) {
        QVERIFY(identity.value("image"_L1).toString().contains("pipescope-cli"_L1));
        QVERIFY(!userOf(identity).isEmpty());
    }
    // The pipe and the process report the same here.
    const QJsonObject byPipe = identityOf(server, u"identified"_s);
    QCOMPARE(userOf(byPipe), userOf(clientProcess));
    QVERIFY(client.events(u"identified"_s).isEmpty());
}

void ConversationTest::ConnectionsTellTheirFacts()
{
    Serving server({u"--jsonl"_s, u"--facts"_s, u"--mode"_s, u"byte"_s,
                    u"--exit-after-disconnects"_s, u"1"_s});
    QVERIFY2(server.isListening, server.errors().constData());
    CliProcess client;
    client.start({u"connect"_s, server.name, u"--mode"_s, u"byte"_s, u"--facts"_s, u"--stdin"_s});
    QVERIFY(server.waitForOutput("\"event\":\"facts\""));
    QVERIFY2(client.waitForOutput("byte pipe, buffers "), client.output().constData());
    client.closeInput();
    QCOMPARE(client.finish(), 0);
    QCOMPARE(server.finish(), 0);
    const QJsonObject facts = server.events(u"facts"_s).value(0).value("facts"_L1).toObject();
    QCOMPARE(facts.value("type"_L1).toString(), u"byte"_s);
    QCOMPARE(number(facts, "waiting"_L1), 0);
    QVERIFY(number(facts, "outBuffer"_L1) > 0);
#ifdef Q_OS_WIN
    QCOMPARE(facts.value("readMode"_L1).toString(), u"byte"_s);
    QVERIFY(number(facts, "instances"_L1) >= 1);
#endif
}

void ConversationTest::ShortConnectionsGiveNoErrors()
{
    Serving server(
        {u"--jsonl"_s, u"--identity"_s, u"--facts"_s, u"--exit-after-disconnects"_s, u"5"_s});
    QVERIFY2(server.isListening, server.errors().constData());
    for (int visit = 0; visit < 5; ++visit) {
        CliProcess client;
        QCOMPARE(client.run({u"connect"_s, server.name, u"--send-text"_s, u"bye"_s}), 0);
    }
    QCOMPARE(server.finish(), 0);
    QVERIFY2(server.events(u"failed"_s).isEmpty(), server.output().constData());
    QCOMPARE(server.events(u"message"_s).size(), 5);
}

PIPESCOPE_GUILESS_TEST(ConversationTest)
#include "tst_conversation.moc"
