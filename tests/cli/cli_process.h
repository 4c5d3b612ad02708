#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QStringList>

#include <functional>

/// A running pipescope-cli.
class CliProcess
{
public:
    CliProcess() = default;
    CliProcess(const CliProcess&) = delete;
    CliProcess& operator=(const CliProcess&) = delete;
    /// Kills what still runs.
    ~CliProcess();

    /// Starts it; a test that cannot start it fails at the next call.
    void start(const QStringList& arguments);
    void write(const QByteArray& input) { m_process.write(input); }
    void closeInput() { m_process.closeWriteChannel(); }
    /// Redirects its output to an existing file or device; output() stays empty. Before start().
    void printTo(const QString& file) { m_process.setStandardOutputFile(file, QIODevice::Append); }
    /// Redirects its output to the standard input of another one. Before start().
    void printTo(CliProcess& reader) { m_process.setStandardOutputProcess(&reader.m_process); }
    /// Sets a variable of its environment. Before start().
    void setVariable(const QString& name, const QString& value);
#ifdef Q_OS_UNIX
    /// Runs in the child between fork and exec, for example to close files. Before start().
    void beforeExec(const std::function<void()>& work) { m_process.setChildProcessModifier(work); }
#endif
    /// Waits until standard output has this text.
    bool waitForOutput(const QByteArray& text);
    /// Waits for the end; the exit status, or -1 if it did not end or crashed.
    int finish();
    /// The same as a shell says it: 128 and the number of the signal that ended it. Linux.
    int finishForShell();
    /// Starts, closes standard input, waits: the exit status.
    int run(const QStringList& arguments);
    /// As Ctrl+C does on Linux.
    void interrupt();
    /// The same again and again until it ends; the exit status.
    int interruptUntilFinished();
    /// Ends it as a crash does: SIGKILL, TerminateProcess. Returns when it is gone.
    void kill();
    /// It runs no further until it is killed. Linux.
    void stop();

    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }
    [[nodiscard]] QByteArray output() const { return m_output; }
    [[nodiscard]] QByteArray errors();
    /// The lines of --jsonl; one that is no JSON object is an empty object.
    [[nodiscard]] QList<QJsonObject> events() const;
    /// The lines of a kind.
    [[nodiscard]] QList<QJsonObject> events(const QString& kind) const;
    [[nodiscard]] qint64 pid() const { return m_pid; }

private:
    void readOutput() { m_output += m_process.readAllStandardOutput(); }

    QProcess m_process;
    qint64 m_pid = 0;
    QByteArray m_output;
    QByteArray m_errors;
};

/// A pipe's name that no other test, in this process or another, uses at the same time.
QString uniquePipeName();

/// Records a session of two messages, the text "login" and the bytes 00 ff, which a server echoes.
void recordEcho(const QString& session);

/// A server on a name of its own, waited for until it listens or its time is up. With --jsonl.
class Serving : public CliProcess
{
public:
    explicit Serving(const QStringList& options)
    {
        start(QStringList{QStringLiteral("serve"), name} + options);
        isListening = waitForOutput("\"event\":\"opened\"");
    }

    const QString name = uniquePipeName();
    bool isListening = false;
};
