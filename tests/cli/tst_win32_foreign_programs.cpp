// Programs of others at the other end: Node for Windows, go-winio, C. scripts/windows-peers.sh gets them.
#include "cli_process.h"
#include "runner/register.h"
#include "test_paths.h"

#include <QFile>
#include <QProcess>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patienceMs = 30'000;
const QString count = u"100"_s;

QString pathOf(const QString& name)
{
    return u"\\\\.\\pipe\\"_s + name;
}

/// A program of others, and what it printed.
class ForeignProgram
{
public:
    ForeignProgram(const QString& file, const QStringList& arguments)
    {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(programFile(file), arguments);
    }
    ForeignProgram(const ForeignProgram&) = delete;
    ForeignProgram& operator=(const ForeignProgram&) = delete;
    ~ForeignProgram()
    {
        m_process.kill();
        m_process.waitForFinished(patienceMs);
    }

    [[nodiscard]] static bool isThere(const QString& file)
    {
        return QFile::exists(programFile(file));
    }
    [[nodiscard]] bool prints(const QByteArray& text)
    {
        while (!m_output.contains(text)) {
            if (!m_process.waitForReadyRead(patienceMs)) {
                return false;
            }
            m_output += m_process.readAll();
        }
        return true;
    }
    [[nodiscard]] bool finishes()
    {
        const bool hasFinished =
            m_process.state() == QProcess::NotRunning || m_process.waitForFinished(patienceMs);
        m_output += m_process.readAll();
        return hasFinished && m_process.exitCode() == 0;
    }
    [[nodiscard]] const QByteArray& output() const { return m_output; }

private:
    [[nodiscard]] static QString programFile(const QString& file)
    {
        return QStringLiteral(PIPESCOPE_BIN_DIR "/foreign/") + file;
    }

    QProcess m_process;
    QByteArray m_output;
};

QString scriptFile(const QString& file)
{
    return QStringLiteral(PIPESCOPE_TESTS_DIR "/peers/foreign/") + file;
}

} // namespace

class ForeignProgramsTest : public QObject
{
    Q_OBJECT

private slots:
    void ClientOfOthersIsServed_data();
    void ClientOfOthersIsServed();
    void ServerOfNodeIsTalkedTo();
};

void ForeignProgramsTest::ClientOfOthersIsServed_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QString>("mode");
    QTest::newRow("Node") << u"node.exe"_s << QStringList{scriptFile(u"node_client.js"_s)}
                          << u"byte"_s;
    QTest::newRow("go-winio") << u"winio_client.exe"_s << QStringList() << u"byte"_s;
    QTest::newRow("go-winio, messages") << u"winio_client.exe"_s << QStringList() << u"message"_s;
    QTest::newRow("C") << u"c_client.exe"_s << QStringList() << u"message"_s;
}

void ForeignProgramsTest::ClientOfOthersIsServed()
{
    QFETCH(const QString, file);
    QFETCH(const QStringList, before);
    QFETCH(const QString, mode);
    if (!ForeignProgram::isThere(file)) {
        QSKIP(qPrintable(file + u" is not there: scripts/windows-peers.sh gets it"_s));
    }
    const QString name = uniquePipeName();
    CliProcess server;
    server.start({u"serve"_s, name, u"--echo"_s, u"--jsonl"_s, u"--mode"_s, mode,
                  u"--exit-after-disconnects"_s, u"1"_s});
    QVERIFY2(server.waitForOutput("\"event\":\"opened\""), server.errors().constData());
    ForeignProgram client(file, before + QStringList{pathOf(name), count});
    QVERIFY2(client.finishes(), client.output().constData());
    QVERIFY2(client.output().contains("exchanged 100"), client.output().constData());
    QCOMPARE(server.finish(), 0);
    // The same program is seen at the other end, and its leaving is no error.
    const auto connected = server.events(u"connected"_s);
    QCOMPARE(connected.size(), 1);
    const QString image = connected[0].value("peer"_L1).toObject().value("image"_L1).toString();
    QVERIFY2(image.endsWith(file), qPrintable(image));
    QCOMPARE(server.events(u"failed"_s).size(), 0);
    const auto disconnected = server.events(u"disconnected"_s);
    QCOMPARE(disconnected.size(), 1);
    QCOMPARE(disconnected[0].value("reason"_L1).toString(), u"peerClosed"_s);
}

void ForeignProgramsTest::ServerOfNodeIsTalkedTo()
{
    const QString file = u"node.exe"_s;
    if (!ForeignProgram::isThere(file)) {
        QSKIP(qPrintable(file + u" is not there: scripts/windows-peers.sh gets it"_s));
    }
    const QString name = uniquePipeName();
    ForeignProgram server(file, {scriptFile(u"node_server.js"_s), pathOf(name)});
    QVERIFY2(server.prints("listening"), server.output().constData());
    CliProcess client;
    const int status = client.run({u"connect"_s, name, u"--mode"_s, u"byte"_s, u"--send-text"_s,
                                   u"hello"_s, u"--expect-text"_s, u"hello"_s});
    QVERIFY2(status == 0, client.errors().constData());
    QVERIFY2(server.finishes(), server.output().constData());
    QVERIFY2(server.output().contains("closed"), server.output().constData());
    QVERIFY2(!server.output().contains("error"), server.output().constData());
}

PIPESCOPE_GUILESS_TEST(ForeignProgramsTest)
#include "tst_win32_foreign_programs.moc"
