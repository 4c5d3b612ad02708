// Whether a user may have a file, by the modes on the way to it.

#include "backends/unix/file_access.h"
#include "runner/register.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace pipecore;

namespace {

constexpr uid_t ann = 1000;
constexpr uid_t bob = 1001;
constexpr gid_t staff = 50;

PathStep folder(const char* path, mode_t mode, uid_t owner = 0, gid_t group = 0)
{
    return {
        .path = path, .mode = static_cast<mode_t>(S_IFDIR | mode), .owner = owner, .group = group};
}

PathStep file(mode_t mode, uid_t owner = ann, gid_t group = staff)
{
    return {.path = "/d/f",
            .mode = static_cast<mode_t>(S_IFREG | mode),
            .owner = owner,
            .group = group};
}

AccessAnswer ask(const std::vector<PathStep>& steps, RequestedAccess requested,
                 const UnixCredentials& who)
{
    return fileAccess(steps, {.kind = AccessTarget::Kind::File, .path = "/d/f"}, requested, who);
}

const UnixCredentials annAlone{.user = ann, .group = ann, .groups = {}};
const UnixCredentials bobOfStaff{.user = bob, .group = bob, .groups = {4, staff}};
const UnixCredentials bobAlone{.user = bob, .group = bob, .groups = {}};
const UnixCredentials root{.user = 0, .group = 0, .groups = {}};

} // namespace

class TestUnixFileAccess : public QObject
{
    Q_OBJECT

private slots:
    void OneClassOfBitsCounts_data();
    void OneClassOfBitsCounts();
    void FoldersMustLetPass();
    void RootExecutesOnlyExecutableFiles();
    void DeletingIsARightOnTheFolder();
    void StickyFolderKeepsOthersThings();
    void ReasonNamesThePlace();
    void StepsFollowLinks();
};

void TestUnixFileAccess::OneClassOfBitsCounts_data()
{
    QTest::addColumn<unsigned>("mode");
    QTest::addColumn<int>("who"); // 0 the owner, 1 of its group, 2 another
    QTest::addColumn<unsigned>("granted");
    QTest::newRow("owner") << 0640U << 0 << 6U;
    QTest::newRow("owner without, others with") << 0077U << 0 << 0U;
    QTest::newRow("group") << 0640U << 1 << 4U;
    QTest::newRow("group without, others with") << 0607U << 1 << 0U;
    QTest::newRow("others") << 0645U << 2 << 5U;
    QTest::newRow("others without") << 0770U << 2 << 0U;
}

void TestUnixFileAccess::OneClassOfBitsCounts()
{
    QFETCH(unsigned, mode);
    QFETCH(int, who);
    QFETCH(unsigned, granted);
    const UnixCredentials& credentials = who == 0 ? annAlone : who == 1 ? bobOfStaff : bobAlone;
    const AccessAnswer answer = ask({folder("/", 0755), folder("/d", 0755), file(mode)},
                                    RequestedAccess::Read, credentials);
    QCOMPARE(answer.granted, granted);
    QCOMPARE(answer.desired, 4U);
    QCOMPARE(answer.isAllowed, (granted & 4U) != 0);
}

void TestUnixFileAccess::FoldersMustLetPass()
{
    const std::vector<PathStep> steps{folder("/", 0755), folder("/d", 0700, ann), file(0666)};
    QVERIFY(ask(steps, RequestedAccess::Read, annAlone).isAllowed);
    const AccessAnswer denied = ask(steps, RequestedAccess::Read, bobAlone);
    QVERIFY(!denied.isAllowed);
    QCOMPARE(denied.granted, 0U);
    QCOMPARE(denied.reason.text(), std::string("no search permission on /d (mode 0700, "
                                               "owner 1000, group 0)"));
}

void TestUnixFileAccess::RootExecutesOnlyExecutableFiles()
{
    const std::vector<PathStep> data{folder("/", 0755), folder("/d", 0), file(0)};
    QVERIFY(ask(data, RequestedAccess::Read | RequestedAccess::Write, root).isAllowed);
    QVERIFY(!ask(data, RequestedAccess::Execute, root).isAllowed);
    const std::vector<PathStep> program{folder("/", 0755), folder("/d", 0), file(0100)};
    QVERIFY(ask(program, RequestedAccess::Execute, root).isAllowed);
}

void TestUnixFileAccess::DeletingIsARightOnTheFolder()
{
    QVERIFY(
        ask({folder("/", 0755), folder("/d", 0777), file(0, 0)}, RequestedAccess::Delete, bobAlone)
            .isAllowed);
    QVERIFY(!ask({folder("/", 0755), folder("/d", 0755), file(0777, bob)}, RequestedAccess::Delete,
                 bobAlone)
                 .isAllowed);
}

void TestUnixFileAccess::StickyFolderKeepsOthersThings()
{
    const std::vector<PathStep> steps{folder("/", 0755), folder("/d", 01777), file(0666)};
    QVERIFY(ask(steps, RequestedAccess::Delete, annAlone).isAllowed);
    QVERIFY(!ask(steps, RequestedAccess::Delete, bobAlone).isAllowed);
    QVERIFY(ask(steps, RequestedAccess::Delete, root).isAllowed);
}

void TestUnixFileAccess::ReasonNamesThePlace()
{
    const AccessAnswer answer = ask({folder("/", 0755), folder("/d", 0755), file(0604)},
                                    RequestedAccess::Read | RequestedAccess::Write, bobAlone);
    QCOMPARE(answer.reason.text(),
             std::string("no w permission: /d/f has mode 0604, owner 1000, group 50"));
    QVERIFY(!answer.notConsidered.empty());
}

void TestUnixFileAccess::StepsFollowLinks()
{
    const QTemporaryDir dir;
    QFile real(dir.filePath(QStringLiteral("real")));
    QVERIFY(real.open(QIODevice::WriteOnly));
    QVERIFY(QFile::link(real.fileName(), dir.filePath(QStringLiteral("link"))));
    const auto steps = stepsTo(dir.filePath(QStringLiteral("link")).toStdString());
    QVERIFY(steps);
    QCOMPARE(steps->front().path, std::string("/"));
    QVERIFY(steps->back().path.ends_with("/real"));
    QCOMPARE(steps->back().owner, getuid());
    QCOMPARE(stepsTo("/")->size(), 1U);
    const auto missing = stepsTo("/no/such/place");
    QVERIFY(!missing);
    QCOMPARE(missing.error().api, std::string_view("realpath"));
}

PIPESCOPE_GUILESS_TEST(TestUnixFileAccess)
#include "tst_unix_file_access.moc"
