#include "pipecore/discovery/inspection.h"
#include "pipecore/discovery/listing.h"
#include "pipecore/model/pipe_name.h"
#include "runner/register.h"
#include "unix_socket.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <linux/magic.h>
#include <sys/socket.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

using namespace pipecore;

namespace {

FileDescriptor connectTo(const std::string& path, int type)
{
    FileDescriptor socket(::socket(AF_UNIX, type | SOCK_CLOEXEC, 0));
    const auto address = SocketAddress::make(path);
    if (!address || connect(socket.get(), address->get(), address->length()) != 0) {
        return {};
    }
    return socket;
}

std::optional<ListedPipe> findPath(const Result<std::vector<ListedPipe>>& pipes,
                                   const std::string& path)
{
    if (!pipes) {
        return std::nullopt;
    }
    const auto found = std::ranges::find(*pipes, path, &ListedPipe::path);
    return found == pipes->end() ? std::nullopt : std::optional(*found);
}

/// Which process that is may take several listings to find: each searches for a quarter of a second at most.
bool isServedHere(const Result<std::vector<ListedPipe>>& pipes, const std::string& path)
{
    const auto found = findPath(pipes, path);
    return found && found->server.processId == static_cast<std::uint32_t>(getpid());
}

} // namespace

/// The sockets of this computer, as they are now.
class UnixListingTest : public QObject
{
    Q_OBJECT

private slots:
    void ListeningSocketHasItsProcess()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("a.sock")).toStdString();
        QVERIFY(!findPath(listPipes(), path));
        const FileDescriptor server = listenAt(path, SOCK_SEQPACKET);
        QVERIFY(bool(server));
        const auto listed = findPath(listPipes(), path);
        QVERIFY(listed);
        QCOMPARE(listed->name, path);
        QVERIFY(listed->canConnect);
        QVERIFY(listed->mode == PipeMode::Message);
        QVERIFY(listed->server.processId == static_cast<std::uint32_t>(getpid()));
        QCOMPARE(serverName(*listed), std::string("test_core"));
    }

    void DotNetNameIsShort()
    {
        const std::string name = "pipescope-list-" + std::to_string(getpid());
        const std::string path = PipeName::parse(name).value().native();
        const FileDescriptor server = listenAt(path, SOCK_STREAM);
        QVERIFY(bool(server));
        const auto listed = findPath(listPipes(), path);
        unlink(path.c_str());
        QVERIFY(listed);
        QCOMPARE(listed->name, name);
        QVERIFY(listed->canConnect);
        QVERIFY(listed->mode == PipeMode::Byte);
    }

    void ClientsAreCounted()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("b.sock")).toStdString();
        const FileDescriptor server = listenAt(path, SOCK_STREAM);
        const FileDescriptor first = connectTo(path, SOCK_STREAM);
        const FileDescriptor second = connectTo(path, SOCK_STREAM);
        QVERIFY(bool(second));
        const FileDescriptor accepted(accept(server.get(), nullptr, nullptr));
        const auto listed = findPath(listPipes(), path);
        QVERIFY(listed);
        QVERIFY(listed->connected == 1U);
        QVERIFY(listed->waiting == 1U);
    }

    void AbstractSocketIsShownWithAnAt()
    {
        const std::string name = "pipescope-abstract-" + std::to_string(getpid());
        const FileDescriptor server = listenWithoutFile(name);
        QVERIFY(bool(server));
        const auto listed = findPath(listPipes(), "@" + name);
        QVERIFY(listed);
        QCOMPARE(listed->name, "@" + name);
        QVERIFY(!listed->canConnect);
    }

    // The kernel numbers devices and inodes otherwise than stat(2), and not alike on all file systems.
    void SocketIsKnownByItsFile_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<bool>("isTmpfs");
        QTest::newRow("the temporary folder") << QDir::tempPath() << false;
        QTest::newRow("tmpfs") << QStringLiteral("/dev/shm") << true;
    }
    void SocketIsKnownByItsFile()
    {
        QFETCH(const QString, folder);
        QFETCH(const bool, isTmpfs);
        struct statfs system
        {};
        if (isTmpfs
            && (statfs("/dev/shm", &system) != 0 || system.f_type != TMPFS_MAGIC
                || access("/dev/shm", W_OK) != 0)) {
            QSKIP("/dev/shm is no tmpfs that this user may write to");
        }
        const QTemporaryDir temporary(folder + QStringLiteral("/pipescope-list-XXXXXX"));
        QVERIFY(temporary.isValid());
        QVERIFY(QDir(temporary.path()).mkdir(QStringLiteral("other")));
        const auto pathOf = [&](const char* name) {
            return temporary.filePath(QLatin1String(name)).toStdString();
        };
        std::vector<FileDescriptor> servers;
        for (const char* const name : {"stays", "renamed", "moved", "removed", "replaced"}) {
            servers.push_back(listenAt(pathOf(name), SOCK_STREAM));
            QVERIFY(bool(servers.back()));
        }
        QCOMPARE(rename(pathOf("renamed").c_str(), pathOf("new name").c_str()), 0);
        QCOMPARE(rename(pathOf("moved").c_str(), pathOf("other/moved").c_str()), 0);
        QCOMPARE(unlink(pathOf("removed").c_str()), 0);
        QCOMPARE(unlink(pathOf("replaced").c_str()), 0);
        const FileDescriptor dead(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        const auto address = SocketAddress::make(pathOf("replaced"));
        QCOMPARE(bind(dead.get(), address->get(), address->length()), 0);

        const auto pipes = listPipes();
        for (const char* const name : {"stays", "new name"}) {
            const auto listed = findPath(pipes, pathOf(name));
            QVERIFY2(listed, name);
            QVERIFY2(listed->canConnect && listed->isPlaceKnown, name);
            QCOMPARE(listed->name, pathOf(name));
        }
        // Never as if it were there, and never as if it had no server.
        for (const char* const name : {"moved", "removed", "replaced"}) {
            const auto listed = findPath(pipes, pathOf(name));
            QVERIFY2(listed, name);
            QVERIFY2(!listed->canConnect && !listed->isPlaceKnown, name);
        }
        QVERIFY(!findPath(pipes, pathOf("renamed")));
        // Where it is, the path leads to it; another's path does not.
        for (const char* const name : {"stays", "new name", "other/moved"}) {
            const auto inspected = inspectPipe(pathOf(name));
            QVERIFY2(inspected && inspected->type == PipeMode::Byte, name);
            QVERIFY2(inspected->processId == static_cast<std::uint32_t>(getpid()), name);
        }
        const auto other = inspectPipe(pathOf("replaced"));
        QVERIFY(other && !other->type && !other->processId);
    }

    // The lister remembers processes: what it remembers must still be so.
    void SocketThatWasClosedAndMadeAgainIsAnother()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("c.sock")).toStdString();
        const auto lister = makePipeLister();
        FileDescriptor server = listenAt(path, SOCK_STREAM);
        const auto first = findPath(lister->list(), path);
        QVERIFY(first);
        server.reset();
        unlink(path.c_str());
        QVERIFY(!findPath(lister->list(), path));
        server = listenAt(path, SOCK_STREAM);
        const auto second = findPath(lister->list(), path);
        QVERIFY(second);
        QVERIFY(listedKey(*first) != listedKey(*second));
        QTRY_VERIFY(isServedHere(lister->list(), path));
    }

    // The descriptor moves on to a child and is closed here: the child is the server then.
    void SocketThatChangedHandsIsFoundAgain()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("d.sock")).toStdString();
        FileDescriptor server = listenAt(path, SOCK_STREAM);
        const auto lister = makePipeLister();
        QTRY_VERIFY(isServedHere(lister->list(), path));
        int ends[2] = {};
        QCOMPARE(pipe(ends), 0);
        const pid_t child = fork();
        if (child == 0) {
            // Until its parent closes the pipe.
            close(ends[1]);
            char byte = 0;
            _exit(read(ends[0], &byte, 1) == 0 ? 0 : 1);
        }
        close(ends[0]);
        server.reset();
        const auto listed = findPath(lister->list(), path);
        close(ends[1]);
        QVERIFY(listed);
        QVERIFY(listed->server.processId == static_cast<std::uint32_t>(child));
    }

    void ManySocketsAreListedFast()
    {
        const QTemporaryDir folder;
        std::vector<FileDescriptor> servers;
        for (int i = 0; i < 500; ++i) {
            servers.push_back(
                listenAt(folder.filePath(QStringLiteral("%1").arg(i)).toStdString(), SOCK_STREAM));
            QVERIFY(bool(servers.back()));
        }
        const auto lister = makePipeLister();
        const auto first = lister->list();
        QVERIFY(first);
        QVERIFY(first->size() >= 500);
        QElapsedTimer clock;
        clock.start();
        const auto second = lister->list();
        // A bound that only something quadratic would pass, also under the sanitizers.
        QVERIFY2(clock.elapsed() < 2000, std::to_string(clock.elapsed()).c_str());
        QVERIFY(second);
        const auto known = std::ranges::count_if(
            *second, [](const ListedPipe& listed) { return bool(listed.server.processId); });
        QVERIFY(known >= 500);
    }
};

PIPESCOPE_GUILESS_TEST(UnixListingTest)
#include "tst_unix_listing.moc"
