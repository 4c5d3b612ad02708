#include "cli_process.h"

#include "pipecore/session/session.h"
#include "runner/register.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using pipecore::RecordKind;

namespace {

const QByteArray listening = "\"event\":\"opened\"";
const QByteArray disconnected = "\"event\":\"disconnected\"";

/// The rows of a session file, each as a word and, for a message, its direction and text.
QStringList rowsOf(const QString& path)
{
    const auto file = pipecore::SessionFile::open(std::filesystem::path(path.toStdU16String()));
    if (!file) {
        return {QString::fromStdString(pipecore::describe(file.error()))};
    }
    if (const auto& problem = (*file)->report().problem) {
        return {QString::fromStdString(problem->text())};
    }
    QStringList rows;
    for (std::uint64_t row = 0; row < (*file)->rowCount(); ++row) {
        const auto record = (*file)->read(row, 1000);
        if (!record) {
            rows += u"unreadable"_s;
            continue;
        }
        switch (record->kind()) {
        case RecordKind::EndpointOpened: rows += u"opened"_s; break;
        case RecordKind::EndpointClosed: rows += u"closed"_s; break;
        case RecordKind::Connected: rows += u"connected"_s; break;
        case RecordKind::Disconnected: rows += u"disconnected"_s; break;
        case RecordKind::Message: {
            const auto text = pipecore::asText(record->payload);
            rows += (record->message().direction == pipecore::Direction::Sent ? u"sent "_s
                                                                              : u"received "_s)
                    + QString::fromUtf8(text.data(), qsizetype(text.size()));
            break;
        }
        default: rows += u"other"_s;
        }
    }
    return rows;
}

} // namespace

class RecordingTest : public QObject
{
    Q_OBJECT

private slots:
    void RecordsBothEnds();
    void JsonLinesOfTheConversationAndOfTheFileAreTheSame();
    void InterruptKeepsTheRecording();
    void SecondInterruptQuitsAtOnce();
    void InterruptEndsAClient();
    void ClosedOutputEndsQuietly();
};

void RecordingTest::RecordsBothEnds()
{
    QTemporaryDir folder;
    const QString name = uniquePipeName();
    const QString serverFile = folder.filePath(u"größe server.pcapng"_s);
    const QString clientFile = folder.filePath(u"client.pcapng"_s);
    CliProcess server;
    server.start({u"serve"_s, name, u"--echo"_s, u"--jsonl"_s, u"--record"_s, serverFile,
                  u"--exit-after-disconnects"_s, u"1"_s});
    QVERIFY2(server.waitForOutput(listening), server.errors().constData());
    CliProcess client;
    const int status = client.run({u"connect"_s, name, u"--record"_s, clientFile, u"--send-text"_s,
                                   u"Hello"_s, u"--expect-text"_s, u"Hello"_s});
    QVERIFY2(status == 0, client.errors().constData());
    QVERIFY2(server.finish() == 0, server.errors().constData());

    QCOMPARE(rowsOf(serverFile), (QStringList{u"opened"_s, u"connected"_s, u"received Hello"_s,
                                              u"sent Hello"_s, u"disconnected"_s, u"closed"_s}));

    // The answer may be there before the system has said that the question was taken.
    QStringList clientRows = rowsOf(clientFile);
    QCOMPARE(clientRows.size(), 6);
    std::sort(clientRows.begin() + 2, clientRows.begin() + 4);
    QCOMPARE(clientRows, (QStringList{u"opened"_s, u"connected"_s, u"received Hello"_s,
                                      u"sent Hello"_s, u"disconnected"_s, u"closed"_s}));
}

void RecordingTest::JsonLinesOfTheConversationAndOfTheFileAreTheSame()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"dialect.pcapng"_s);
    const QString lines = folder.filePath(u"dialect.jsonl"_s);
    const QString name = uniquePipeName();
    CliProcess server;
    server.start({u"serve"_s, name, u"--jsonl"_s, u"--echo"_s, u"--record"_s, file,
                  u"--exit-after-disconnects"_s, u"2"_s});
    QVERIFY2(server.waitForOutput(listening), server.errors().constData());
    for (const QString& hex : {u"68656c6c6f"_s, u"00ff0a"_s}) {
        CliProcess client;
        QCOMPARE(client.run({u"connect"_s, name, u"--send-hex"_s, hex, u"--expect-hex"_s, hex}), 0);
    }
    QCOMPARE(server.finish(), 0);
    CliProcess convert;
    QCOMPARE(convert.run({u"convert"_s, file, lines}), 0);

    QFile converted(lines);
    QVERIFY(converted.open(QIODevice::ReadOnly));
    const QList<QByteArray> inFile = converted.readAll().split('\n');
    const QList<QByteArray> said = QByteArray(server.output()).split('\n');
    QCOMPARE(said.size(), inFile.size());
    for (qsizetype i = 0; i < said.size(); ++i) {
        QCOMPARE(said[i].trimmed(), inFile[i].trimmed());
    }
    // Opened; twice connected, asked, echoed and gone; closed.
    QCOMPARE(said.size(), 11);
    QVERIFY(said[3].contains("\"origin\":\"echo\",\"partner\":3"));
    QVERIFY(said[2].contains("\"text\":\"hello\""));
}

void RecordingTest::InterruptKeepsTheRecording()
{
#ifdef Q_OS_WIN
    QSKIP(
        "GenerateConsoleCtrlEvent reaches programs on the same console only, and these have none");
#endif
    QTemporaryDir folder;
    const QString name = uniquePipeName();
    const QString file = folder.filePath(u"x.pcapng"_s);
    CliProcess server;
    server.start({u"serve"_s, name, u"--jsonl"_s, u"--record"_s, file});
    QVERIFY2(server.waitForOutput(listening), server.errors().constData());
    CliProcess client;
    QCOMPARE(client.run({u"connect"_s, name, u"--send-text"_s, u"a"_s}), 0);
    QVERIFY(server.waitForOutput(disconnected));
    server.interrupt();
    QVERIFY2(server.finish() == 0, server.errors().constData());
    QVERIFY(server.output().contains("\"event\":\"closed\""));
    QCOMPARE(rowsOf(file), (QStringList{u"opened"_s, u"connected"_s, u"received a"_s,
                                        u"disconnected"_s, u"closed"_s}));
}

void RecordingTest::SecondInterruptQuitsAtOnce()
{
#ifdef Q_OS_WIN
    QSKIP(
        "GenerateConsoleCtrlEvent reaches programs on the same console only, and these have none");
#endif
    // A server that never reads: the graceful end of the client has to wait for it.
    const QString name = uniquePipeName();
    CliProcess server;
    server.start({u"serve"_s, name, u"--jsonl"_s});
    QVERIFY2(server.waitForOutput(listening), server.errors().constData());
    server.stop();
    CliProcess client;
    client.start({u"connect"_s, name, u"--jsonl"_s, u"--stdin"_s});
    QVERIFY2(client.waitForOutput("\"event\":\"connected\""), client.errors().constData());
    client.write(QByteArray(100'000, 'x').replace("xxxxxxxxxx", "xxxxxxxxx\n").repeated(20));
    QVERIFY(client.waitForOutput("\"direction\":\"sent\""));
    // Until the socket is full: what is sent stands still.
    qsizetype before = -1;
    while (before != client.output().size()) {
        before = client.output().size();
        QTest::qWait(300);
    }
    QCOMPARE(client.interruptUntilFinished(), 130);
}

void RecordingTest::InterruptEndsAClient()
{
#ifdef Q_OS_WIN
    QSKIP(
        "GenerateConsoleCtrlEvent reaches programs on the same console only, and these have none");
#endif
    const QString name = uniquePipeName();
    CliProcess server;
    server.start({u"serve"_s, name, u"--jsonl"_s});
    QVERIFY2(server.waitForOutput(listening), server.errors().constData());
    CliProcess idle;
    idle.start({u"connect"_s, name, u"--jsonl"_s, u"--stdin"_s});
    CliProcess expecting;
    expecting.start(
        {u"connect"_s, name, u"--jsonl"_s, u"--timeout"_s, u"0"_s, u"--expect-text"_s, u"x"_s});
    QVERIFY(idle.waitForOutput("\"event\":\"connected\""));
    QVERIFY(expecting.waitForOutput("\"event\":\"connected\""));
    idle.interrupt();
    expecting.interrupt();
    QCOMPARE(idle.finish(), 0);
    QCOMPARE(expecting.finish(), 130); // what it waited for did not come
    QCOMPARE(expecting.errors(), QByteArray());
}

void RecordingTest::ClosedOutputEndsQuietly()
{
#ifdef Q_OS_WIN
    QSKIP("QProcess lets the writing program inherit the reading end too: its pipe never breaks");
#endif
    QTemporaryDir folder;
    const QString name = uniquePipeName();
    const QString file = folder.filePath(u"x.pcapng"_s);
    // Its output goes to a program that reads nothing and is gone at once.
    CliProcess reader;
    CliProcess server;
    server.printTo(reader);
    server.start({u"serve"_s, name, u"--jsonl"_s, u"--record"_s, file});
    reader.start({u"--version"_s});
    QCOMPARE(reader.finish(), 0);
    // If it could still say that it listens, the next thing it says finds nobody.
    CliProcess client;
    client.run({u"connect"_s, name, u"--timeout"_s, u"2000"_s, u"--send-text"_s, u"a"_s});
    QCOMPARE(server.finish(), 0);
    QCOMPARE(server.errors(), QByteArray());
    QVERIFY(rowsOf(file).contains(u"opened"_s));
}

PIPESCOPE_GUILESS_TEST(RecordingTest)
#include "tst_recording.moc"
