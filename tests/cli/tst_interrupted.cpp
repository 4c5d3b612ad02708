#include "cli_process.h"
#include "runner/register.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QtEndian>

#include <csignal>

#ifdef Q_OS_LINUX
#    include <fcntl.h>
#    include <sys/syscall.h>
#    include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint32 manyRows = 2'000'000;

QByteArray words(std::initializer_list<quint32> values)
{
    QByteArray bytes;
    for (const quint32 value : values) {
        const quint32 little = qToLittleEndian(value);
        bytes.append(reinterpret_cast<const char*>(&little), sizeof little);
    }
    return bytes;
}

/// A pcapng file with many packets, each of four bytes.
QByteArray largeFile()
{
    const quint32 linkTypeUser0 = 147;
    QByteArray file = words({0x0A0D0D0A, 28, 0x1A2B3C4D, 1, 0xFFFFFFFF, 0xFFFFFFFF, 28})
                      + words({1, 20, linkTypeUser0, 0, 20});
    const QByteArray packet = words({6, 36, 0, 0, 0, 4, 4, 0x6F6C6568, 36});
    return file + packet.repeated(manyRows);
}

/// Whether it has a handler of its own for this signal, as /proc says.
bool catches(qint64 pid, int signal)
{
    QFile status(u"/proc/%1/status"_s.arg(pid));
    if (!status.open(QIODevice::ReadOnly)) {
        return false;
    }
    const QByteArray text = status.readAll();
    const qsizetype place = text.indexOf("SigCgt:");
    const QByteArray mask = text.mid(place + 7, text.indexOf('\n', place) - place - 7).trimmed();
    return place >= 0 && (mask.toULongLong(nullptr, 16) >> (signal - 1) & 1) != 0;
}

#ifdef Q_OS_LINUX
/// Whether it waits for room in its standard output.
bool isAsleepInWrite(qint64 pid)
{
    QFile call(u"/proc/%1/syscall"_s.arg(pid));
    if (!call.open(QIODevice::ReadOnly)) {
        return false;
    }
    // The number of the call and, of write(2), the descriptor; commands that Ctrl+C ends themselves wait
    // with poll(2) first.
    const QByteArray text = call.readAll();
    bool isWaiting = text.startsWith(QByteArray::number(SYS_write) + " 0x1 ");
#    ifdef SYS_poll
    isWaiting = isWaiting || text.startsWith(QByteArray::number(SYS_poll) + ' ');
#    endif
    return isWaiting;
}
#endif

} // namespace

/// Ctrl+C while a file is worked on, and in every command.
class InterruptedTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
#ifndef Q_OS_LINUX
        QSKIP("Ctrl+C is sent as a signal, and /proc says when it is waited for");
#endif
        m_session = m_folder.filePath(u"large.pcapng"_s);
        QFile file(m_session);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray all = largeFile();
        QCOMPARE(file.write(all), all.size());
    }

    void ConvertLeavesNothingBehind_data()
    {
        QTest::addColumn<bool>("isThere");
        QTest::newRow("new file") << false;
        QTest::newRow("a file that is there is kept") << true;
    }
    void ConvertLeavesNothingBehind()
    {
        QFETCH(bool, isThere);
        QTemporaryDir folder;
        const QString target = folder.filePath(u"out.html"_s);
        if (isThere) {
            QFile file(target);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("precious") > 0);
        }
        CliProcess cli;
        cli.start({u"convert"_s, m_session, target});
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(target + u".part0"_s), 30'000);
        cli.interrupt();
        QCOMPARE(cli.finish(), 130);
        QCOMPARE(cli.errors(), QByteArray());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files),
                 isThere ? QStringList{u"out.html"_s} : QStringList());
        if (isThere) {
            QFile file(target);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.readAll(), QByteArray("precious"));
        }
    }

    void OpeningAndFilteringEndToo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("stats") << QStringList{u"stats"_s, m_session};
        QTest::newRow("filter") << QStringList{
            u"convert"_s,      m_session,     u"-"_s,
            u"--format=csv"_s, u"--filter"_s, u"text matches \"(x+x+)+y\" && len == 5"_s};
    }
    void OpeningAndFilteringEndToo()
    {
        QFETCH(QStringList, arguments);
        CliProcess cli;
        cli.start(arguments);
        while (!catches(cli.pid(), SIGINT)) {
            QVERIFY(cli.isRunning());
            QThread::usleep(200);
        }
        cli.interrupt();
        QCOMPARE(cli.finish(), 130);
        QCOMPARE(cli.output(), QByteArray());
        QCOMPARE(cli.errors(), QByteArray());
    }

    void EveryCommandEndsInTheSameWay_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("waitsFor"); // empty: until its output is stuck
        QTest::addColumn<int>("status");
        const auto row = [](const char* name, const QStringList& arguments, const char* waitsFor,
                            int status) {
            QTest::newRow(name) << arguments << QByteArray(waitsFor) << status;
        };
        const QString nobody = m_folder.filePath(u"nobody"_s);
        const QString later = QStringLiteral("20000");
        // Done and recorded, or 130 when something that was asked for is not done.
        row("serve", {u"serve"_s, m_folder.filePath(u"s"_s), u"--jsonl"_s}, "\"opened\"", 0);
        row("serve, recording",
            {u"serve"_s, m_folder.filePath(u"s"_s), u"--jsonl"_s, u"--record"_s,
             m_folder.filePath(u"s.pcapng"_s)},
            "\"opened\"", 0);
        row("connect, without a server",
            {u"connect"_s, nobody, u"--jsonl"_s, u"--timeout"_s, later}, "opened", 130);
        row("connect", {u"connect"_s, u"@silent"_s, u"--jsonl"_s}, "connected", 0);
        row("connect, with input", {u"connect"_s, u"@silent"_s, u"--jsonl"_s, u"--stdin"_s},
            "connected", 0);
        row("connect, recording",
            {u"connect"_s, u"@silent"_s, u"--jsonl"_s, u"--record"_s,
             m_folder.filePath(u"c.pcapng"_s)},
            "connected", 0);
        row("connect, script",
            {u"connect"_s, u"@silent"_s, u"--jsonl"_s, u"--send-text"_s, u"a"_s, u"--expect-text"_s,
             u"b"_s, u"--timeout"_s, later},
            "\"message\"", 130);
        row("list", {u"list"_s}, "", 130);
        row("inspect", {u"inspect"_s, u"@silent"_s}, "", 130);
        row("check", {u"check"_s, u"--sddl"_s, u"D:(A;;GA;;;WD)"_s}, "", 130);
        row("explain", {u"explain"_s, u"EPIPE"_s}, "", 130);
        row("convert, to a reader that does not read",
            {u"convert"_s, m_session, u"-"_s, u"--format=csv"_s}, "", 130);
        row("stats, to a reader that does not read", {u"stats"_s, m_session}, "", 130);
        row("help", {u"--help"_s}, "", 130);
        row("serve, to a reader that does not read",
            {u"serve"_s, m_folder.filePath(u"stuck"_s), u"--record"_s,
             m_folder.filePath(u"stuck.pcapng"_s)},
            "", 130);
        row("connect, to a reader that does not read", {u"connect"_s, u"@silent"_s}, "", 130);
        // Commands of Windows: `call` and `transact` are refused here.
        row("call", {u"call"_s, u"@silent"_s, u"--send-text"_s, u"a"_s}, nullptr, 2);
        row("transact", {u"transact"_s, u"@silent"_s, u"--send-text"_s, u"a"_s}, nullptr, 2);
    }
    void EveryCommandEndsInTheSameWay()
    {
#ifdef Q_OS_LINUX
        QFETCH(QStringList, arguments);
        QFETCH(const QByteArray, waitsFor);
        QFETCH(const int, status);
        CliProcess silent;
        if (const qsizetype place = arguments.indexOf(u"@silent"_s); place >= 0) {
            arguments[place] = m_folder.filePath(u"silent"_s);
            silent.start({u"serve"_s, arguments[place], u"--jsonl"_s});
            QVERIFY(silent.waitForOutput("\"opened\""));
        }
        // A pipe that is full already: who prints to it waits, whatever it prints.
        int full[2] = {};
        QCOMPARE(::pipe2(full, O_CLOEXEC | O_NONBLOCK), 0);
        const auto closeEnds = qScopeGuard([&] {
            ::close(full[0]);
            ::close(full[1]);
        });
        const bool isStuck = waitsFor.isEmpty() && !waitsFor.isNull();
        CliProcess cli;
        if (isStuck) {
            const QByteArray block(4096, 'x');
            while (::write(full[1], block.constData(), std::size_t(block.size())) > 0) {}
            ::fcntl(full[1], F_SETFL, 0);
            cli.beforeExec([&] { ::dup2(full[1], STDOUT_FILENO); });
        }
        cli.start(arguments);
        if (isStuck) {
            QTRY_VERIFY(isAsleepInWrite(cli.pid()));
        } else if (!waitsFor.isEmpty()) {
            QVERIFY2(cli.waitForOutput(waitsFor), cli.errors().constData());
        }
        QVERIFY(waitsFor.isNull() || cli.isRunning());
        if (!waitsFor.isNull()) {
            cli.interrupt();
        }
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(cli.finishForShell(), status);
        // A reader that does not read has two seconds.
        QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
        const QString recorded = arguments.last();
        if (recorded.endsWith(u".pcapng"_s) && arguments.contains(u"--record"_s)) {
            CliProcess stats;
            QCOMPARE(stats.run({u"stats"_s, recorded}), 0);
            QCOMPARE(stats.errors(), QByteArray());
        }
#endif
    }

private:
    QTemporaryDir m_folder;
    QString m_session;
};

PIPESCOPE_GUILESS_TEST(InterruptedTest)
#include "tst_interrupted.moc"
