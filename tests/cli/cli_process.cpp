#include "cli_process.h"
#include "test_paths.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QProcessEnvironment>
#include <QTest>

#ifndef Q_OS_WIN
#    include <csignal>
#endif

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patienceMs = 30000;

} // namespace

CliProcess::~CliProcess()
{
    if (m_process.state() == QProcess::NotRunning) {
        return;
    }
    m_process.kill();
    m_process.waitForFinished(patienceMs);
}

void CliProcess::start(const QStringList& arguments)
{
    QString program = QStringLiteral(PIPESCOPE_BIN_DIR "/pipescope-cli");
#ifdef Q_OS_WIN
    program += QStringLiteral(".exe");
#endif
    m_process.start(program, arguments);
    m_process.waitForStarted(patienceMs);
    m_pid = m_process.processId();
}

void CliProcess::setVariable(const QString& name, const QString& value)
{
    QProcessEnvironment environment = m_process.processEnvironment();
    if (environment.isEmpty()) {
        environment = QProcessEnvironment::systemEnvironment();
    }
    environment.insert(name, value);
    m_process.setProcessEnvironment(environment);
}

bool CliProcess::waitForOutput(const QByteArray& text)
{
    const QDeadlineTimer deadline(patienceMs);
    for (;;) {
        readOutput();
        if (m_output.contains(text)) {
            return true;
        }
        if (deadline.hasExpired() || m_process.state() != QProcess::Running) {
            return false;
        }
        m_process.waitForReadyRead(100);
    }
}

int CliProcess::finish()
{
    const QDeadlineTimer deadline(patienceMs);
    while (m_process.state() != QProcess::NotRunning && !deadline.hasExpired()) {
        m_process.waitForFinished(100);
        readOutput();
    }
    readOutput();
    const bool ended =
        m_process.state() == QProcess::NotRunning && m_process.exitStatus() == QProcess::NormalExit;
    return ended && m_pid != 0 ? m_process.exitCode() : -1;
}

int CliProcess::finishForShell()
{
    const int status = finish();
    const bool isCrash = m_process.state() == QProcess::NotRunning && m_pid != 0
                         && m_process.exitStatus() == QProcess::CrashExit;
    return isCrash ? 128 + m_process.exitCode() : status; // QProcess has the signal there
}

int CliProcess::run(const QStringList& arguments)
{
    start(arguments);
    closeInput();
    return finish();
}

void CliProcess::interrupt()
{
#ifndef Q_OS_WIN
    ::kill(pid_t(m_pid), SIGINT);
#endif
}

int CliProcess::interruptUntilFinished()
{
    // Two signals at once would be one.
    const QDeadlineTimer deadline(patienceMs);
    while (m_process.state() == QProcess::Running && !deadline.hasExpired()) {
        interrupt();
        m_process.waitForFinished(50);
    }
    return finish();
}

void CliProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished(patienceMs);
}

void CliProcess::stop()
{
#ifndef Q_OS_WIN
    ::kill(pid_t(m_pid), SIGSTOP);
#endif
}

QByteArray CliProcess::errors()
{
    m_errors += m_process.readAllStandardError();
    return m_errors;
}

QList<QJsonObject> CliProcess::events() const
{
    QList<QJsonObject> list;
    const QList<QByteArray> lines = m_output.split('\n');
    for (const QByteArray& line : lines) {
        if (!line.isEmpty()) {
            list += QJsonDocument::fromJson(line).object();
        }
    }
    return list;
}

QList<QJsonObject> CliProcess::events(const QString& kind) const
{
    QList<QJsonObject> list = events();
    list.removeIf([&](const QJsonObject& event) {
        return event.value(QStringLiteral("event")).toString() != kind;
    });
    return list;
}

QString uniquePipeName()
{
    static int counter = 0;
    return QStringLiteral("pipescope-cli-test-%1-%2")
        .arg(QCoreApplication::applicationPid())
        .arg(++counter);
}

void recordEcho(const QString& session)
{
    Serving server(
        {u"--echo"_s, u"--jsonl"_s, u"--record"_s, session, u"--exit-after-disconnects"_s, u"1"_s});
    QVERIFY2(server.isListening, server.errors().constData());
    CliProcess client;
    QCOMPARE(
        client.run({u"connect"_s, server.name, u"--send-text"_s, u"login"_s, u"--expect-text"_s,
                    u"login"_s, u"--send-hex"_s, u"00ff"_s, u"--expect-hex"_s, u"00ff"_s}),
        0);
    QVERIFY2(server.finish() == 0, server.errors().constData());
}
