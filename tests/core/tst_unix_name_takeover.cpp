// How a server takes its path: dead sockets are removed, everything else is left alone, other programs'
// lock files among it, and nobody is waited for.
#include "test_peer.h"
#include "unix_socket.h"

#include "backends/unix/file_descriptor.h"
#include "pipecore/model/event.h"
#include "runner/register.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

using namespace pipecore;

namespace {

const QByteArray precious = "12345\n";

void writeTo(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

} // namespace

class TestUnixNameTakeover : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void LockFileOfAnotherProgramStays();
    void LockHeldByAnotherProgramIsNotWaitedFor();
    void FreeNameNeedsNoLock();
    void NothingIsLeftBesideATakenOverSocket();
    void OwnLockThatIsHeldRefusesAtOnce();
    void OwnLockLeftBehindByAKilledServerIsUsed();
    void LinkInPlaceOfTheLockIsLeftAlone();
    void FifoInPlaceOfTheLockHangsNothing();
    void OneOfManyServersWinsADeadSocket();
    void OneOfManyServersWinsAFreeName();

private:
    [[nodiscard]] std::string path() const { return m_path.toStdString(); }
    [[nodiscard]] QString lockPath() const { return m_path + QStringLiteral(".pipescope-lock"); }
    [[nodiscard]] ServerOptions options() const;
    void leaveDeadSocket() const;
    /// Error of a server that cannot get the name.
    std::optional<Error> refusal();
    void oneOfManyWins(bool deadSocket);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestUnixNameTakeover::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_path = m_folder->filePath(QStringLiteral("mysqld.sock"));
}

ServerOptions TestUnixNameTakeover::options() const
{
    ServerOptions options;
    options.name = path();
    options.mode = PipeMode::Byte;
    return options;
}

void TestUnixNameTakeover::leaveDeadSocket() const
{
    QVERIFY(listenAt(path(), SOCK_STREAM)); // and closed
    QVERIFY(QFile::exists(m_path));
}

std::optional<Error> TestUnixNameTakeover::refusal()
{
    TestPeer server(nullptr);
    const auto refused = server.engine().startServer(options());
    return refused ? server.failure(*refused) : std::nullopt;
}

void TestUnixNameTakeover::LockFileOfAnotherProgramStays()
{
    const QString lock = m_path + QStringLiteral(".lock");
    writeTo(lock, precious);
    for (const bool dead : {false, true}) {
        if (dead) {
            leaveDeadSocket();
        }
        TestPeer server(nullptr);
        QVERIFY(server.serve(options()));
        server.stop();
        QCOMPARE(contentOf(lock), precious);
    }
}

void TestUnixNameTakeover::LockHeldByAnotherProgramIsNotWaitedFor()
{
    const std::string lock = path() + ".lock";
    const FileDescriptor held(open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    QCOMPARE(flock(held.get(), LOCK_EX), 0);
    leaveDeadSocket();
    TestPeer server(nullptr);
    QVERIFY(server.serve(options()));
    QVERIFY(QFile::exists(QString::fromStdString(lock)));
}

void TestUnixNameTakeover::FreeNameNeedsNoLock()
{
    // In a folder where nothing else can be made than the socket it would fail: here a folder has the
    // lock's name.
    QVERIFY(QDir().mkdir(lockPath()));
    TestPeer server(nullptr);
    QVERIFY(server.serve(options()));
}

void TestUnixNameTakeover::NothingIsLeftBesideATakenOverSocket()
{
    leaveDeadSocket();
    TestPeer server(nullptr);
    QVERIFY(server.serve(options()));
    const QDir::Filters all = QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot;
    QCOMPARE(QDir(m_folder->path()).entryList(all), {QStringLiteral("mysqld.sock")});
    server.stop();
    QVERIFY(QDir(m_folder->path()).entryList(all).isEmpty());
}

void TestUnixNameTakeover::OwnLockThatIsHeldRefusesAtOnce()
{
    const FileDescriptor held(
        open(lockPath().toUtf8().constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    QCOMPARE(flock(held.get(), LOCK_EX), 0);
    leaveDeadSocket();
    const auto error = refusal();
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::NameInUse);
    QVERIFY2(error->detail.find("taking over") != std::string::npos, error->detail.c_str());
    QVERIFY(QFile::exists(m_path));
    QVERIFY(QFile::exists(lockPath()));
}

void TestUnixNameTakeover::OwnLockLeftBehindByAKilledServerIsUsed()
{
    writeTo(lockPath(), {});
    leaveDeadSocket();
    TestPeer server(nullptr);
    QVERIFY(server.serve(options()));
}

void TestUnixNameTakeover::LinkInPlaceOfTheLockIsLeftAlone()
{
    const QString other = m_folder->filePath(QStringLiteral("other"));
    writeTo(other, precious);
    QVERIFY(QFile::link(other, lockPath()));
    leaveDeadSocket();
    const auto error = refusal();
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::NameInUse);
    QVERIFY2(error->detail.find("pipescope-lock") != std::string::npos, error->detail.c_str());
    QCOMPARE(contentOf(other), precious);
    QVERIFY(QFile::exists(lockPath()));
    QVERIFY(QFile::exists(m_path));
}

void TestUnixNameTakeover::FifoInPlaceOfTheLockHangsNothing()
{
    QCOMPARE(mkfifo(lockPath().toUtf8().constData(), 0600), 0);
    leaveDeadSocket();
    const auto error = refusal();
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::NameInUse);
}

void TestUnixNameTakeover::OneOfManyServersWinsADeadSocket()
{
    oneOfManyWins(true);
}

void TestUnixNameTakeover::OneOfManyServersWinsAFreeName()
{
    oneOfManyWins(false);
}

void TestUnixNameTakeover::oneOfManyWins(bool deadSocket)
{
    constexpr int rounds = 30;
    constexpr std::size_t servers = 4;
    std::vector<std::unique_ptr<TestPeer>> peers;
    for (std::size_t i = 0; i < servers; ++i) {
        peers.push_back(std::make_unique<TestPeer>(nullptr));
    }
    for (int round = 0; round < rounds; ++round) {
        m_path = m_folder->filePath(QString::number(round));
        if (deadSocket) {
            leaveDeadSocket();
        }
        // Each engine has a thread of its own, so that they start together.
        std::vector<EndpointId> endpoints;
        for (const auto& peer : peers) {
            const auto endpoint = peer->engine().startServer(options());
            QVERIFY(endpoint);
            endpoints.push_back(*endpoint);
        }
        std::size_t winners = 0;
        for (std::size_t i = 0; i < servers; ++i) {
            const EndpointId endpoint = endpoints[i];
            bool listens = false;
            QVERIFY(peers[i]->log.waitFor([&](const EventLog::Items& items) {
                return std::ranges::any_of(items, [&](const EventLog::Item& item) {
                    listens = item.as<EndpointOpened>() != nullptr;
                    return item.event.endpoint == endpoint
                           && (listens || item.as<Failed>() != nullptr);
                });
            }));
            if (!listens) {
                QCOMPARE(peers[i]->failure(endpoint)->kind, ErrorKind::NameInUse);
            }
            winners += listens ? 1 : 0;
        }
        QCOMPARE(winners, 1U);
        QVERIFY(QFile::exists(m_path));
    }
}

PIPESCOPE_GUILESS_TEST(TestUnixNameTakeover)
#include "tst_unix_name_takeover.moc"
