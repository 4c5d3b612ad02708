#include "pipecore/discovery/inspection.h"
#include "pipecore/model/pipe_name.h"
#include "runner/register.h"
#include "unix_socket.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

using namespace pipecore;

/// Looking at one socket from outside.
class UnixInspectionTest : public QObject
{
    Q_OBJECT

private slots:
    void SocketTellsAllButTheirsOfWindows()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("a.sock")).toStdString();
        const FileDescriptor server = listenAt(path, SOCK_SEQPACKET);
        QVERIFY(bool(server));
        QCOMPARE(chmod(path.c_str(), 0640), 0);
        const auto pipe = inspectPipe(path);
        QVERIFY2(pipe, pipe ? "" : describe(pipe.error()).c_str());
        QCOMPARE(pipe->path, path);
        QVERIFY(pipe->type == PipeMode::Message);
        QVERIFY(pipe->security == "srw-r----- 0640");
        QVERIFY(pipe->ownerId == std::to_string(geteuid()));
        QVERIFY(pipe->groupId == std::to_string(getegid()));
        if (geteuid() == 0) {
            QVERIFY(pipe->owner == "root");
            QVERIFY(pipe->group == "root");
        }
        QVERIFY(pipe->processId == static_cast<std::uint32_t>(getpid()));
        QVERIFY(pipe->image->ends_with("/test_core"));
        QVERIFY(pipe->connected == 0U);
        QVERIFY(!pipe->readMode && doesNotApply(pipe->readMode.error()));
        QVERIFY(!pipe->session && doesNotApply(pipe->session.error()));
    }

    // No client is connected: the server has none to accept.
    void ServerDoesNotNotice()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("b.sock")).toStdString();
        const FileDescriptor server = listenAt(path, SOCK_STREAM);
        QVERIFY(inspectPipe(path));
        pollfd waiting{.fd = server.get(), .events = POLLIN, .revents = 0};
        QCOMPARE(poll(&waiting, 1, 0), 0);
    }

    void ShortNameIsUnderstood()
    {
        const std::string name = "pipescope-inspect-" + std::to_string(getpid());
        const std::string path = PipeName::parse(name).value().native();
        const FileDescriptor server = listenAt(path, SOCK_STREAM);
        const auto pipe = inspectPipe(name);
        unlink(path.c_str());
        QVERIFY(pipe);
        QCOMPARE(pipe->path, path);
        QVERIFY(pipe->type == PipeMode::Byte);
    }

    void AbstractSocketHasNoFile()
    {
        const std::string name = "pipescope-inspect-" + std::to_string(getpid());
        const FileDescriptor server = listenWithoutFile(name);
        QVERIFY(bool(server));
        const auto pipe = inspectPipe("@" + name);
        QVERIFY(pipe);
        QVERIFY(pipe->type == PipeMode::Byte);
        QVERIFY(!pipe->security);
        QVERIFY(!doesNotApply(pipe->security.error()));

        const auto nobody = inspectPipe("@" + name + "-nobody");
        QVERIFY(!nobody);
        QCOMPARE(nobody.error().kind, ErrorKind::NotFound);
    }

    void LeftOverFileHasNoServer()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("c.sock")).toStdString();
        listenAt(path, SOCK_STREAM).reset();
        const auto pipe = inspectPipe(path);
        QVERIFY(pipe);
        QVERIFY(pipe->security);
        QVERIFY(!pipe->type);
        QCOMPARE(pipe->type.error().kind, ErrorKind::NotFound);
    }

    void LinkToASocketIsFollowed()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("d.sock")).toStdString();
        const std::string link = folder.filePath(QStringLiteral("link")).toStdString();
        const FileDescriptor server = listenAt(path, SOCK_STREAM);
        QCOMPARE(symlink(path.c_str(), link.c_str()), 0);
        const auto pipe = inspectPipe(link);
        QVERIFY(pipe);
        QVERIFY(pipe->type == PipeMode::Byte);
    }

    void MissingPathIsNotFound()
    {
        const QTemporaryDir folder;
        const auto pipe = inspectPipe(folder.filePath(QStringLiteral("no")).toStdString());
        QVERIFY(!pipe);
        QCOMPARE(pipe.error().kind, ErrorKind::NotFound);
        QVERIFY(pipe.error().api == "stat");
    }

    void OtherFilesAreRefused()
    {
        const QTemporaryDir folder;
        const auto pipe = inspectPipe(folder.path().toStdString());
        QVERIFY(!pipe);
        QCOMPARE(pipe.error().kind, ErrorKind::InvalidArgument);
        QVERIFY(!inspectPipe(""));
    }

    void EveryFactIsVisitedOnce()
    {
        std::vector<PipeFact> seen;
        visitFacts(PipeInspection{}, [&](PipeFact fact, const auto&) { seen.push_back(fact); });
        std::ranges::sort(seen);
        QCOMPARE(seen.size(), std::size_t{17});
        QVERIFY(std::ranges::adjacent_find(seen) == seen.end());
    }
};

PIPESCOPE_APPLESS_TEST(UnixInspectionTest)
#include "tst_unix_inspection.moc"
