#include "cli_process.h"
#include "runner/register.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

/// A server that echoes, a proxy in front of it, and the proxy's recording.
class Between
{
public:
    explicit Between(const QStringList& serverOptions = {}, const QStringList& proxyOptions = {})
        : server(QStringList{u"--echo"_s, u"--jsonl"_s} + serverOptions)
    {
        if (!server.isListening) {
            return;
        }
        proxy.start(QStringList{u"proxy"_s, front, u"--to"_s, server.name, u"--jsonl"_s,
                                u"--record"_s, recording(), u"--exit-after-disconnects"_s, u"1"_s}
                    + proxyOptions);
        isReady = proxy.waitForOutput("\"event\":\"opened\"");
    }
    [[nodiscard]] QString recording() const { return folder.filePath(u"between.pcapng"_s); }

    const QString front = uniquePipeName();
    QTemporaryDir folder;
    Serving server;
    CliProcess proxy;
    bool isReady = false;
};

} // namespace

/// `pipescope-cli proxy` between two programs.
class ProxyTest : public QObject
{
    Q_OBJECT

private slots:
    void TheProxyTellsWhatBothSay_data();
    void TheProxyTellsWhatBothSay();
    void TheProxyIsMadeLikeItsTarget();
    void ATargetThatIsMissingIsSaid();
    void WrongCommandLines_data();
    void WrongCommandLines();
};

void ProxyTest::TheProxyTellsWhatBothSay_data()
{
    QTest::addColumn<QString>("mode");
    QTest::newRow("message") << u"message"_s;
    QTest::newRow("byte") << u"byte"_s;
}

void ProxyTest::TheProxyTellsWhatBothSay()
{
    QFETCH(const QString, mode);
    Between between({u"--mode"_s, mode});
    QVERIFY2(between.isReady, between.proxy.errors().constData());
    CliProcess client;
    const int status = client.run({u"connect"_s, between.front, u"--mode"_s, mode, u"--send-text"_s,
                                   u"hello"_s, u"--expect-text"_s, u"hello"_s});
    QVERIFY2(status == 0, client.errors().constData());
    QVERIFY2(between.proxy.finish() == 0, between.proxy.errors().constData());

    const auto opened = between.proxy.events(u"opened"_s);
    QCOMPARE(opened.size(), 1);
    QVERIFY(opened[0].value("target"_L1).toString().endsWith(between.server.name));
    const auto messages = between.proxy.events(u"message"_s);
    QCOMPARE(messages.size(), 2);
    QCOMPARE(messages[0].value("direction"_L1).toString(), u"received"_s);
    QCOMPARE(messages[0].value("text"_L1).toString(), u"hello"_s);
    QCOMPARE(messages[1].value("direction"_L1).toString(), u"sent"_s);
    QCOMPARE(messages[1].value("origin"_L1).toString(), u"relay"_s);
    for (const QJsonObject& message : messages) {
        QCOMPARE(message.value("pid"_L1).toInteger(), client.pid());
        QCOMPARE(message.value("targetPid"_L1).toInteger(), between.server.pid());
    }

    // The recording says the same, and its payloads are there once.
    CliProcess converted;
    QCOMPARE(converted.run({u"convert"_s, between.recording(), u"-"_s, u"--format"_s, u"jsonl"_s,
                            u"--filter"_s, u"kind == message"_s}),
             0);
    const auto recorded = converted.events();
    QCOMPARE(recorded.size(), 2);
    for (qsizetype i = 0; i < 2; ++i) {
        for (const auto key : {"text"_L1, "direction"_L1, "origin"_L1, "pid"_L1, "targetPid"_L1}) {
            QCOMPARE(recorded[i].value(key), messages[i].value(key));
        }
    }
    QFile file(between.recording());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count("hello"), 2);
}

void ProxyTest::TheProxyIsMadeLikeItsTarget()
{
    Between between({u"--mode"_s, u"byte"_s});
    QVERIFY2(between.isReady, between.proxy.errors().constData());
    QCOMPARE(between.proxy.events(u"opened"_s)[0].value("mode"_L1).toString(), u"byte"_s);
    CliProcess client;
    QCOMPARE(client.run({u"connect"_s, between.front, u"--mode"_s, u"byte"_s, u"--send-text"_s,
                         u"hello"_s, u"--expect-text"_s, u"hello"_s}),
             0);
    QCOMPARE(between.proxy.finish(), 0);
}

void ProxyTest::ATargetThatIsMissingIsSaid()
{
    const QString front = uniquePipeName();
    const QString missing = uniquePipeName();
    CliProcess proxy;
    proxy.start({u"proxy"_s, front, u"--to"_s, missing, u"--exit-after-disconnects"_s, u"1"_s});
    QVERIFY2(proxy.waitForOutput("listening on "), proxy.errors().constData());
    CliProcess client;
    // It is let in, and finds the end.
    static_cast<void>(client.run({u"connect"_s, front, u"--stay"_s, u"20000"_s}));
    QVERIFY2(proxy.finish() == 0, proxy.errors().constData());
    QVERIFY2(proxy.errors().contains(missing.toUtf8()), proxy.errors().constData());
    QVERIFY2(proxy.output().contains("error: "), proxy.output().constData());
}

void ProxyTest::WrongCommandLines_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("problem");
    QTest::newRow("no target") << QStringList{u"proxy"_s, u"a"_s}
                               << QByteArray("pipescope-cli proxy NAME --to TARGET");
    QTest::newRow("itself") << QStringList{u"proxy"_s, u"a"_s, u"--to"_s, u"a"_s}
                            << QByteArray("a relay cannot be its own target");
    QTest::newRow("echo") << QStringList{u"proxy"_s, u"a"_s, u"--to"_s, u"b"_s, u"--echo"_s}
                          << QByteArray("a relay does not echo");
    QTest::newRow("script") << QStringList{u"proxy"_s, u"a"_s, u"--send-text"_s, u"b"_s}
                            << QByteArray("--send-text");
}

void ProxyTest::WrongCommandLines()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, problem);
    CliProcess process;
    QCOMPARE(process.run(arguments), 2);
    QVERIFY2(process.errors().contains(problem), process.errors().constData());
}

PIPESCOPE_GUILESS_TEST(ProxyTest)
#include "tst_proxy.moc"
