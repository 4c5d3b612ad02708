#include "wine.h"

#include "pipecore/discovery/listing.h"
#include "runner/register.h"

#include <QTest>

#include <algorithm>

#include <windows.h>

using namespace pipecore;

/// The listing of this system: Windows, or Wine, which has none.
class Win32ListingTest : public QObject
{
    Q_OBJECT

private slots:
    void WineSaysThatItDoesNotList()
    {
        if (!runsUnderWine()) {
            QSKIP("Windows lists its pipes");
        }
        const auto pipes = listPipes();
        QVERIFY(!pipes);
        QCOMPARE(pipes.error().kind, ErrorKind::NotSupported);
        QCOMPARE(pipes.error().code, std::uint32_t{ERROR_BAD_DEV_TYPE});
        const std::string line = describe(pipes.error());
        QVERIFY2(
            line.starts_with("NtQueryDirectoryFile failed: 66 ERROR_BAD_DEV_TYPE (not supported)"),
            line.c_str());
        QVERIFY2(line.ends_with("not supported by this system"), line.c_str());
    }

    void OwnPipeIsListedWithItsInstances()
    {
        if (runsUnderWine()) {
            QSKIP("Wine does not list pipes: needs Windows");
        }
        const std::string name = "pipescope-list-" + std::to_string(GetCurrentProcessId());
        const std::string path = R"(\\.\pipe\)" + name;
        std::vector<HANDLE> instances;
        for (int i = 0; i < 2; ++i) {
            instances.push_back(CreateNamedPipeA(path.c_str(), PIPE_ACCESS_DUPLEX, PIPE_TYPE_BYTE,
                                                 3, 0, 0, 0, nullptr));
            QVERIFY(instances.back() != INVALID_HANDLE_VALUE);
        }
        const auto pipes = listPipes();
        QVERIFY2(pipes, pipes ? "" : describe(pipes.error()).c_str());
        const auto own = std::ranges::find(*pipes, name, &ListedPipe::name);
        QVERIFY(own != pipes->end());
        QVERIFY(own->instances == 2U);
        QVERIFY(own->limit == 3U);
        QVERIFY(own->canConnect);
        std::ranges::for_each(instances, CloseHandle);
    }
};

PIPESCOPE_APPLESS_TEST(Win32ListingTest)
#include "tst_win32_listing.moc"
