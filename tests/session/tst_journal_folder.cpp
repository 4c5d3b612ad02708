#include "runner/register.h"
#include "session_script.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <string>
#ifdef Q_OS_WIN
#    include "pipecore/security/account_lookup.h"

#    include <windows.h>

#    include <aclapi.h>
#    include <sddl.h>
#else
#    include <sys/stat.h>
#    include <unistd.h>
#endif
#include <thread>

using namespace pipecore;

namespace {

#ifdef Q_OS_WIN
/// The accounts that the entries of a file's access list allow something.
QStringList granteesOf(std::wstring path)
{
    PACL list = nullptr;
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    QStringList sids;
    if (GetNamedSecurityInfoW(path.data(), SE_FILE_OBJECT, DACL_SECURITY_INFORMATION, nullptr,
                              nullptr, &list, nullptr, &descriptor)
        != ERROR_SUCCESS) {
        return sids;
    }
    for (DWORD i = 0; list != nullptr && i < list->AceCount; ++i) {
        void* ace = nullptr;
        LPWSTR text = nullptr;
        if (GetAce(list, i, &ace) != 0
            && static_cast<ACE_HEADER*>(ace)->AceType == ACCESS_ALLOWED_ACE_TYPE
            && ConvertSidToStringSidW(&static_cast<ACCESS_ALLOWED_ACE*>(ace)->SidStart, &text)
                   != 0) {
            sids.append(QString::fromWCharArray(text));
            LocalFree(text);
        }
    }
    LocalFree(descriptor);
    return sids;
}
#endif

const QString childSwitch = QStringLiteral("--record-until-killed");

/// The other program: records into a journal of the folder, says so, and is then killed.
int recordUntilKilled(const QString& folder)
{
    JournalFolder journals(toPath(folder));
    const auto journal = journals.claim();
    EventQueue queue;
    Recorder recorder(queue);
    if (!journal || !recorder.start(*journal)) {
        return 1;
    }
    const SessionScript script = sampleScript();
    script.feed(queue);
    while (recorder.rowCount() < script.rows().size()) {
        std::this_thread::yield();
    }
    // A file says it, because not every program that starts others passes standard output on.
    QFile ready(folder + QStringLiteral("/ready"));
    if (!ready.open(QIODevice::WriteOnly)) {
        return 1;
    }
    ready.close();
    for (;;) {
        std::this_thread::sleep_for(std::chrono::seconds(1));
    }
}

} // namespace

/// A journal per program, and journals left by a crash are found.
class JournalFolderTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_base = std::make_unique<QTemporaryDir>();
        m_folder = m_base->filePath(QStringLiteral("deep/journals"));
    }

    void ARecordingIsReadableByItsUserOnly()
    {
        JournalFolder journals(toPath(m_folder));
        const auto journal = journals.claim();
        QVERIFY(journal);
        EventQueue queue;
        Recorder recorder(queue);
        QVERIFY(recorder.start(*journal));
        recorder.stop();
#ifdef Q_OS_WIN
        // The user, and maybe the system, which may read everything anyway.
        const QString user = QString::fromStdString(currentUser().value().toString());
        const QStringList grantees = granteesOf(journal->wstring());
        QVERIFY(grantees.contains(user));
        for (const QString& sid : grantees) {
            QVERIFY2(sid == user || sid == QStringLiteral("S-1-5-18"), qPrintable(sid));
        }
#else
        struct stat facts
        {};
        QCOMPARE(::stat(journal->c_str(), &facts), 0);
        QCOMPARE(facts.st_mode & 0777U, 0600U);
#endif
    }

    void TwoClaimsAreTwoJournals()
    {
        JournalFolder one(toPath(m_folder));
        JournalFolder other(toPath(m_folder));
        const auto first = one.claim();
        const auto second = other.claim();
        const auto third = one.claim();
        QVERIFY(first && second && third);
        QVERIFY(*first != *second && *first != *third && *second != *third);
    }

    void AJournalWithoutALockIsInterrupted()
    {
        auto owner = std::make_unique<JournalFolder>(toPath(m_folder));
        const auto journal = owner->claim();
        QVERIFY(journal);
        record(*journal, sampleScript());
        const JournalFolder other(toPath(m_folder));
        QVERIFY(other.interrupted().empty());
        QVERIFY(owner->interrupted().empty());
        owner.reset();
        QCOMPARE(other.interrupted(), std::vector{*journal});
    }

    void AFolderThatOthersMayReadIsClosed()
    {
#ifdef Q_OS_WIN
        QSKIP("folders have no modes on Windows");
#else
        QVERIFY(QDir().mkpath(m_folder));
        QVERIFY(::chmod(qPrintable(m_folder), 0777) == 0);
        JournalFolder folder(toPath(m_folder));
        QVERIFY(folder.claim());
        struct stat facts
        {};
        QVERIFY(::stat(qPrintable(m_folder), &facts) == 0);
        QCOMPARE(facts.st_mode & 07777U, 0700U);
#endif
    }

    void AFolderOfAnotherUserIsRefused_data()
    {
        QTest::addColumn<bool>("link");
        QTest::newRow("a folder") << false;
        QTest::newRow("a link that another user made") << true;
    }
    void AFolderOfAnotherUserIsRefused()
    {
#ifdef Q_OS_WIN
        QSKIP("folders of a profile belong to its user on Windows");
#else
        QFETCH(const bool, link);
        constexpr uid_t nobody = 65534;
        QVERIFY(QDir().mkpath(m_base->filePath(QStringLiteral("deep"))));
        if (link) {
            // Whoever made the link may lead it elsewhere.
            const QString own = m_base->filePath(QStringLiteral("own"));
            QVERIFY(QDir().mkpath(own) && QFile::link(own, m_folder));
            QVERIFY(JournalFolder(toPath(m_folder)).claim()); // the user's own link
            if (::lchown(qPrintable(m_folder), nobody, nobody) != 0) {
                QSKIP("only root gives a link to another user");
            }
        } else {
            QVERIFY(QDir().mkpath(m_folder));
            if (::chown(qPrintable(m_folder), nobody, nobody) != 0) {
                QSKIP("only root gives a folder to another user");
            }
        }
        JournalFolder folder(toPath(m_folder));
        const auto claimed = folder.claim();
        QVERIFY(!claimed);
        QCOMPARE(claimed.error().kind, ErrorKind::AccessDenied);
        QVERIFY(folder.interrupted().empty());
#endif
    }

    void EmptyJournalsAreNotOfferedAndAreCleanedUp()
    {
        std::filesystem::path empty;
        std::filesystem::path full;
        {
            JournalFolder owner(toPath(m_folder));
            empty = *owner.claim();
            record(empty, SessionScript());
            full = *owner.claim();
            record(full, sampleScript());
            static_cast<void>(owner.claim()); // nothing was ever written
        }
        JournalFolder other(toPath(m_folder));
        QCOMPARE(other.interrupted(), std::vector{full});
        QVERIFY(std::filesystem::exists(empty));
        const auto mine = other.claim();
        QVERIFY(mine);
        QVERIFY(!std::filesystem::exists(empty));
        QVERIFY(std::filesystem::exists(full));
        // Remaining files: the full one with its lock, and the lock of the new one.
        QCOMPARE(QDir(m_folder).entryList(QDir::Files).size(), 3);
    }

    void NewestFirst()
    {
        std::vector<std::filesystem::path> journals;
        {
            JournalFolder owner(toPath(m_folder));
            for (int i = 0; i < 3; ++i) {
                journals.push_back(*owner.claim());
                record(journals.back(), sampleScript());
            }
        }
        const auto now = std::filesystem::file_time_type::clock::now();
        for (std::size_t i = 0; i < 3; ++i) {
            std::filesystem::last_write_time(journals[i], now - std::chrono::hours((i + 1) % 3));
        }
        const JournalFolder other(toPath(m_folder));
        QCOMPARE(other.interrupted(), (std::vector{journals[2], journals[0], journals[1]}));
    }

    void DiscardRemovesTheJournalAndItsLock()
    {
        JournalFolder owner(toPath(m_folder));
        const auto journal = owner.claim();
        record(*journal, sampleScript());
        JournalFolder other(toPath(m_folder));
        other.discard(*journal); // not its own
        QVERIFY(std::filesystem::exists(*journal));
        owner.discard(*journal);
        QVERIFY(QDir(m_folder).entryList(QDir::Files).isEmpty());
        owner.discard(*journal); // once more does nothing
    }

    void AFolderThatCannotBeMade()
    {
        QFile file(m_base->filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        JournalFolder folder(toPath(file.fileName() + QStringLiteral("/journals")));
        const auto journal = folder.claim();
        QVERIFY(!journal);
        QVERIFY(!journal.error().detail.empty());
        QVERIFY(folder.interrupted().empty());
    }

    void AKilledProgramLosesNothingThatWasWritten()
    {
        QVERIFY(QDir().mkpath(m_folder));
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("tst_journal_folder"), childSwitch, m_folder});
        QVERIFY(child.waitForStarted());
        const auto isReady = [this] { return QFile::exists(m_folder + QStringLiteral("/ready")); };
        QVERIFY(QTest::qWaitFor(isReady, 30'000));
        const JournalFolder folder(toPath(m_folder));
        QVERIFY(folder.interrupted().empty()); // it lives
        const QDir files(m_folder);
        const QStringList journals = files.entryList({QStringLiteral("journal-*.pcapng")});
        QCOMPARE(journals.size(), 1);
        folder.discard(toPath(files.filePath(journals.first()))); // another program's
        QVERIFY(files.exists(journals.first()));
        child.kill();
        QVERIFY(child.waitForFinished());
        // Wine frees a killed program's handles a little later.
        QVERIFY(QTest::qWaitFor([&] { return folder.interrupted().size() == 1; }));
        const auto file = SessionFile::open(folder.interrupted().front());
        QVERIFY(file);
        QVERIFY(!(*file)->report().problem);
        QCOMPARE(difference(**file, sampleScript().rows()), QString());
    }

private:
    static void record(const std::filesystem::path& journal, const SessionScript& script)
    {
        QCOMPARE(recordTo(QString::fromStdU16String(journal.u16string()), script), QString());
    }

    std::unique_ptr<QTemporaryDir> m_base;
    QString m_folder;
};

static int testOrRecord(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == childSwitch) {
        return recordUntilKilled(arguments[2]);
    }
    JournalFolderTest test;
    return QTest::qExec(&test, argc, argv);
}
PIPESCOPE_TEST_MAIN(testOrRecord)
#include "tst_journal_folder.moc"
