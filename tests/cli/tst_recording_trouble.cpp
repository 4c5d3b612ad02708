#include "cli_process.h"

#include "pipecore/session/session.h"
#include "runner/register.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_LINUX
#    include <sys/mount.h>
#    include <sys/resource.h>
#endif

using namespace Qt::Literals::StringLiterals;
using pipecore::RecordKind;

namespace {

const QByteArray listening = "\"event\":\"opened\"";
const QByteArray connected = "\"event\":\"connected\"";

using Opened = pipecore::Result<std::unique_ptr<pipecore::SessionFile>>;

Opened open(const QString& path)
{
    return pipecore::SessionFile::open(std::filesystem::path(path.toStdU16String()));
}

[[maybe_unused]] std::uint64_t countOf(const pipecore::SessionFile& file, RecordKind kind)
{
    std::uint64_t count = 0;
    for (std::uint64_t row = 0; row < file.rowCount(); ++row) {
        count += file.head(row).kind == kind ? 1 : 0;
    }
    return count;
}

} // namespace

/// A recording when the program, the disk or the reader of its output does not do its part.
class RecordingTroubleTest : public QObject
{
    Q_OBJECT

private slots:
    void KilledProgramLosesAtMostAFlushInterval();
    void FullDiskDoesNotStopThePipes();
    void FileSizeLimitDoesNotStopThePipes();
    void FileSizeLimitEndsAConversion();
    void DropPolicyReadsOnWhenTheOutputStands();
};

void RecordingTroubleTest::KilledProgramLosesAtMostAFlushInterval()
{
    QTemporaryDir folder;
    const QString name = uniquePipeName();
    const QString file = folder.filePath(u"killed.pcapng"_s);
    CliProcess server;
    server.start({u"serve"_s, name, u"--jsonl"_s, u"--record"_s, file});
    QVERIFY2(server.waitForOutput(listening), server.errors().constData());
    CliProcess client;
    client.start({u"connect"_s, name, u"--jsonl"_s, u"--stdin"_s});
    QVERIFY(client.waitForOutput(connected));
    client.write("seen before\n");
    QVERIFY(client.waitForOutput(QByteArray("seen before").toHex()));
    QVERIFY(server.waitForOutput(QByteArray("seen before").toHex()));
    QTest::qWait(int(pipecore::Recorder::maxFlushInterval.count()));
    // It is killed in the middle of traffic.
    client.write(QByteArray("more\n").repeated(20'000));
    QVERIFY(client.waitForOutput(QByteArray("more").toHex()));
    QVERIFY(server.waitForOutput(QByteArray("more").toHex()));
    server.kill();

    const Opened opened = open(file);
    QVERIFY2(opened, opened ? "" : pipecore::describe(opened.error()).c_str());
    // Every write is of whole blocks.
    QVERIFY(!(*opened)->report().problem);
    QVERIFY((*opened)->rowCount() >= 3);
    const auto first = (*opened)->read(2, 100);
    QVERIFY(first);
    QCOMPARE(pipecore::asText(first->payload), std::string_view("seen before"));
}

void RecordingTroubleTest::FullDiskDoesNotStopThePipes()
{
#ifndef Q_OS_LINUX
    QSKIP("needs a small file system to mount");
#else
    QTemporaryDir folder;
    const QString mount = folder.filePath(u"small"_s);
    QVERIFY(QDir().mkpath(mount));
    const QByteArray place = QFile::encodeName(mount);
    if (::mount("tmpfs", place.constData(), "tmpfs", 0, "size=256k") != 0) {
        QSKIP("mounting a small file system is not permitted here");
    }
    const auto unmount = qScopeGuard([&place] { ::umount(place.constData()); });
    QFile ballast(mount + u"/ballast"_s);
    QVERIFY(ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    QCOMPARE(ballast.write(QByteArray(200'000, 'x')), 200'000);

    const QString name = uniquePipeName();
    const QString file = mount + u"/s.pcapng"_s;
    CliProcess server;
    server.start({u"serve"_s, name, u"--jsonl"_s, u"--echo"_s, u"--record"_s, file});
    QVERIFY2(server.waitForOutput(listening), server.errors().constData());
    CliProcess client;
    client.start({u"connect"_s, name, u"--jsonl"_s, u"--stdin"_s});
    QVERIFY(client.waitForOutput(connected));
    // Far more than there is room for; the echo of the last comes all the same.
    client.write(QByteArray(1000, 'm').append('\n').repeated(300) + "the last\n");
    QVERIFY(client.waitForOutput("\"received\",\"length\":8"));
    QVERIFY(ballast.remove());
    // Recording is tried again every half second.
    QTest::qWait(1500);
    client.write("after the gap\n");
    QVERIFY(client.waitForOutput("\"received\",\"length\":13"));
    client.closeInput();
    QCOMPARE(client.finish(), 0);
    server.interrupt();
    QVERIFY(server.finish() != 0);
    QVERIFY2(server.errors().contains("lacks"), server.errors().constData());

    const Opened opened = open(file);
    QVERIFY(opened && !(*opened)->report().problem);
    std::uint64_t lost = 0;
    std::uint64_t kept = 0;
    QByteArray last;
    for (std::uint64_t row = 0; row < (*opened)->rowCount(); ++row) {
        const auto record = (*opened)->read(row, 100);
        QVERIFY(record);
        const auto* const gap = record->as<pipecore::Dropped>();
        lost += gap != nullptr ? gap->count : 0;
        kept += gap != nullptr ? 0 : 1;
        if (record->isMessage()) {
            last = QByteArray::fromStdString(std::string(pipecore::asText(record->payload)));
        }
    }
    QCOMPARE(countOf(**opened, RecordKind::Dropped), std::uint64_t{1});
    QVERIFY(lost > 0);
    // 302 messages there and back, and the server and its connection come and go.
    QCOMPARE(kept + lost, std::uint64_t{608});
    QCOMPARE(last, QByteArray("after the gap"));
#endif
}

#ifdef Q_OS_LINUX
namespace {

/// As `ulimit -f` of a shell.
void limitFiles(CliProcess& program, rlim_t bytes)
{
    program.beforeExec([bytes] {
        const rlimit limit{bytes, bytes};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    });
}

} // namespace
#endif

void RecordingTroubleTest::FileSizeLimitDoesNotStopThePipes()
{
#ifndef Q_OS_LINUX
    QSKIP("Windows has no limit for the size of a file");
#else
    QTemporaryDir folder;
    const QString name = uniquePipeName();
    const QString file = folder.filePath(u"s.pcapng"_s);
    CliProcess server;
    limitFiles(server, 64 * 1024);
    server.start({u"serve"_s, name, u"--jsonl"_s, u"--echo"_s, u"--record"_s, file});
    QVERIFY2(server.waitForOutput(listening), server.errors().constData());
    CliProcess client;
    client.start({u"connect"_s, name, u"--jsonl"_s, u"--stdin"_s});
    QVERIFY(client.waitForOutput(connected));
    client.write("first\n");
    QVERIFY(client.waitForOutput("\"received\",\"length\":5"));
    QTest::qWait(int(pipecore::Recorder::maxFlushInterval.count()));
    client.write(QByteArray(1000, 'm').append('\n').repeated(300) + "the last\n");
    QVERIFY2(client.waitForOutput("\"received\",\"length\":8"), server.errors().constData());
    client.closeInput();
    QCOMPARE(client.finish(), 0);
    server.interrupt();
    QCOMPARE(server.finish(), 3);
    QVERIFY2(server.errors().contains("lacks"), server.errors().constData());

    const Opened opened = open(file);
    QVERIFY(opened && !(*opened)->report().problem);
    const auto first = (*opened)->read(2, 100);
    QVERIFY(first);
    QCOMPARE(pipecore::asText(first->payload), std::string_view("first"));
    QVERIFY(countOf(**opened, RecordKind::Message) < 604);
    QVERIFY(countOf(**opened, RecordKind::Dropped) >= 1);
#endif
}

void RecordingTroubleTest::FileSizeLimitEndsAConversion()
{
#ifndef Q_OS_LINUX
    QSKIP("Windows has no limit for the size of a file");
#else
    QTemporaryDir folder;
    const QString name = uniquePipeName();
    const QString file = folder.filePath(u"s.pcapng"_s);
    CliProcess server;
    server.start({u"serve"_s, name, u"--record"_s, file, u"--exit-after-disconnects"_s, u"1"_s});
    CliProcess client;
    QCOMPARE(client.run({u"connect"_s, name, u"--send-text"_s, QString(20'000, u'm')}), 0);
    QCOMPARE(server.finish(), 0);
    CliProcess converter;
    limitFiles(converter, 4096);
    QCOMPARE(converter.run({u"convert"_s, file, folder.filePath(u"s.jsonl"_s)}), 3);
    QVERIFY2(converter.errors().contains("EFBIG"), converter.errors().constData());
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"s.pcapng"_s});
#endif
}

void RecordingTroubleTest::DropPolicyReadsOnWhenTheOutputStands()
{
    constexpr std::uint64_t messages = 900;
    constexpr std::uint64_t size = 100'000; // together more than the queue takes
    QTemporaryDir folder;
    const QString name = uniquePipeName();
    const QString file = folder.filePath(u"dropped.pcapng"_s);
    CliProcess server;
#ifdef Q_OS_WIN
    // QProcess reads at all times there: a program that reads nothing has the other end.
    CliProcess holder;
    server.printTo(holder);
#endif
    server.start({u"serve"_s, name, u"--jsonl"_s, u"--record"_s, file, u"--backpressure"_s,
                  u"drop"_s, u"--exit-after-disconnects"_s, u"1"_s});
    // The server's output is not read until the client has sent everything.
#ifdef Q_OS_WIN
    holder.start({u"serve"_s, uniquePipeName()});
#else
    QVERIFY2(server.waitForOutput(listening), server.errors().constData());
#endif
    CliProcess client;
    client.start({u"connect"_s, name, u"--stdin"_s});
    client.write(QByteArray(size, 'm').append('\n').repeated(messages));
    client.closeInput();
    QVERIFY2(client.finish() == 0, client.errors().constData());
#ifdef Q_OS_WIN
    // It has read all of it, though what it prints goes nowhere.
    QTRY_VERIFY_WITH_TIMEOUT(open(file) && countOf(**open(file), RecordKind::Message) == messages,
                             20'000);
    server.kill();
    holder.kill();
#else
    QVERIFY2(server.finish() == 0, server.errors().constData());
    QVERIFY(server.output().contains("\"dropped\":100000"));
#endif

    const Opened opened = open(file);
    QVERIFY(opened && !(*opened)->report().problem);
    QCOMPARE(countOf(**opened, RecordKind::Message), messages);
    QCOMPARE((*opened)->facts().totals().bytes, messages * size);
}

PIPESCOPE_GUILESS_TEST(RecordingTroubleTest)
#include "tst_recording_trouble.moc"
