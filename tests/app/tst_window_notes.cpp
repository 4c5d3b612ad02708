#include "window_test.h"

#include "pipecore/session/annotations.h"

#include "runner/register.h"
#include "widgets/message_bar.h"

#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

#ifndef _WIN32
#    include <unistd.h>
#endif

using namespace pipescope;

namespace {

pipecore::Annotations& notes(const WindowUnderTest& test)
{
    return *test.window->session().source()->annotations();
}

void answer(const WindowUnderTest& test, QMessageBox::StandardButton button)
{
    QTRY_VERIFY_WITH_TIMEOUT(unsavedQuestion(test) != nullptr, WindowUnderTest::patienceMs);
    QTest::mouseClick(unsavedQuestion(test)->button(button), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(unsavedQuestion(test) == nullptr, WindowUnderTest::patienceMs);
}

/// Content of a file on the disk.
std::vector<pipecore::Annotations::Entry> notesOf(const QString& path)
{
    const auto file = pipecore::SessionFile::open(toPath(path));
    return file ? (*file)->annotations()->entries() : std::vector<pipecore::Annotations::Entry>();
}

/// A live session with some rows, saved as `path`.
void makeSession(WindowUnderTest& test, const QString& path)
{
    test.startEcho();
    test.sendEchoed("hello");
    test.save(path);
}

void mark(const WindowUnderTest& test, quint64 row)
{
    test.makeCurrent(row);
    test.window->actions()[Action::Mark]->trigger();
}

/// Makes a file that nobody may write, for as long as this lives. Root may write any file on Linux: it is
/// another user for that time, who may look into the file's folder.
class ReadOnly
{
public:
    explicit ReadOnly(const QString& path) : m_file(path)
    {
        QFile(QFileInfo(path).path())
            .setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner
                            | QFile::ReadOther | QFile::ExeOther);
        m_file.setPermissions(QFile::ReadOwner | QFile::ReadOther);
#ifndef _WIN32
        m_wasRoot = geteuid() == 0 && seteuid(nobody) == 0;
#endif
    }
    ReadOnly(const ReadOnly&) = delete;
    ReadOnly& operator=(const ReadOnly&) = delete;
    ~ReadOnly()
    {
#ifndef _WIN32
        if (m_wasRoot && seteuid(0) != 0) {
            qFatal("could not become root again");
        }
#endif
        m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }

private:
    static constexpr unsigned nobody = 65534;
    QFile m_file;
    [[maybe_unused]] bool m_wasRoot = false;
};

} // namespace

/// Marks and comments in the window: what is unsaved, what is asked, what is in the file.
class WindowNotesTest : public QObject
{
    Q_OBJECT

private slots:
    void NotesOfTheLiveSessionMakeItUnsaved()
    {
        WindowUnderTest test;
        const QString path = test.file("kept.pcapng");
        makeSession(test, path);
        QTRY_VERIFY(!test.window->isWindowModified());
        mark(test, 2);
        QVERIFY(notes(test).isMarked(2));
        QVERIFY(test.window->isWindowModified());
        QVERIFY(test.window->session().hasUnsavedChanges());
        test.save(path);
        QTRY_VERIFY(!test.window->isWindowModified());
        const auto kept = notesOf(path);
        QCOMPARE(kept.size(), std::size_t(1));
        QCOMPARE(kept.front().row, std::uint64_t(2));
        QVERIFY(!test.window->session().hasUnsavedChanges());
    }

    void NotesOfAnOpenedFileAreSavedIntoIt()
    {
        WindowUnderTest test;
        const QString path = test.file("kept.pcapng");
        makeSession(test, path);
        test.openFile(path);
        QAction* save = test.window->actions()[Action::Save];
        QVERIFY(!save->isEnabled());
        mark(test, 1);
        QVERIFY(save->isEnabled());
        QVERIFY(test.window->isWindowModified());
        QVERIFY(notesOf(path).empty());
        QSignalSpy saved(&test.window->session(), &SessionController::saved);
        save->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, WindowUnderTest::patienceMs);
        QTRY_VERIFY(!test.window->isWindowModified());
        QVERIFY(!save->isEnabled());
        QCOMPARE(notesOf(path).size(), std::size_t(1));
        // The live session has none of it.
        test.window->session().backToLive();
        QVERIFY(notes(test).entries().empty());
    }

    void SaveAsTakesNotesAlong()
    {
        WindowUnderTest test;
        const QString path = test.file("kept.pcapng");
        makeSession(test, path);
        test.openFile(path);
        QVERIFY(notes(test).set(3, {false, "only in the copy"}));
        const QString copy = test.file("copy.pcapng");
        test.save(copy);
        QCOMPARE(test.window->session().viewed()->path, copy);
        QVERIFY(!test.window->session().hasUnsavedNotes());
        QVERIFY(notesOf(path).empty());
        QCOMPARE(notesOf(copy).size(), std::size_t(1));
    }

    void LeavingAFileWithUnsavedNotesAsks()
    {
        WindowUnderTest test;
        const QString path = test.file("kept.pcapng");
        const QString other = test.file("other.pcapng");
        makeSession(test, path);
        test.save(other);
        test.openFile(path);
        mark(test, 1);

        test.window->openFile(other);
        answer(test, QMessageBox::Cancel);
        QCOMPARE(test.window->session().viewed()->path, path);
        QVERIFY(test.window->session().hasUnsavedNotes());

        // Saved first, then the other one.
        QSignalSpy opened(&test.window->session(), &SessionController::opened);
        test.window->openFile(other);
        answer(test, QMessageBox::Save);
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, WindowUnderTest::patienceMs);
        QCOMPARE(test.window->session().viewed()->path, other);
        QCOMPARE(notesOf(path).size(), std::size_t(1));

        mark(test, 2);
        test.window->openFile(path);
        answer(test, QMessageBox::Discard);
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 2, WindowUnderTest::patienceMs);
        QVERIFY(notesOf(other).empty());
    }

    void ClosingAsksForNotesOfTheFile()
    {
        WindowUnderTest test;
        const QString path = test.file("kept.pcapng");
        makeSession(test, path);
        test.openFile(path);
        mark(test, 1);
        test.window->close();
        answer(test, QMessageBox::Cancel);
        QVERIFY(test.window->isVisible());
        QSignalSpy closed(test.window.get(), &MainWindow::closed);
        test.window->close();
        answer(test, QMessageBox::Save);
        QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, WindowUnderTest::patienceMs);
        QCOMPARE(notesOf(path).size(), std::size_t(1));
        test.window.reset();
    }

    void StartingAPipeDoesNotLoseNotesOfAFile()
    {
        WindowUnderTest test;
        const QString path = test.file("kept.pcapng");
        makeSession(test, path);
        test.openFile(path);
        mark(test, 1);
        pipecore::ServerOptions server;
        server.name = WindowUnderTest::pipeName();
        const auto before = test.totals().endpoints;
        test.window->startServer(server);
        QTRY_COMPARE_WITH_TIMEOUT(test.totals().endpoints, before + 1, WindowUnderTest::patienceMs);
        QVERIFY(test.window->session().viewed() != nullptr);
        QVERIFY(notes(test).isMarked(1));
    }

    void NotesOfAReadOnlyFileAreRefusedWithAReasonAndKept()
    {
        WindowUnderTest test;
        const QString path = test.file("kept.pcapng");
        makeSession(test, path);
        test.openFile(path);
        const ReadOnly readOnly(path);
        if (QFile(path).open(QIODevice::ReadWrite)) {
            QSKIP("this user may write what is read-only");
        }
        mark(test, 1);
        QSignalSpy failed(&test.window->session(), &SessionController::failed);
        test.window->actions()[Action::Save]->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, WindowUnderTest::patienceMs);
        QVERIFY(test.window->messages().isShowing(QStringLiteral("error")));
        QVERIFY(test.window->session().hasUnsavedNotes());
    }

    void StatusBarTellsTheSelection()
    {
        WindowUnderTest test;
        makeSession(test, test.file("kept.pcapng"));
        auto* log = test.window->findChild<QWidget*>(QStringLiteral("logView"));
        log->setFocus();
        QTest::keyClick(log, Qt::Key_A, Qt::ControlModifier);
        QTRY_VERIFY2(test.window->status().text().contains(QStringLiteral("rows selected")),
                     qPrintable(test.window->status().text()));
        test.window->goToRow(0);
        QVERIFY(!test.window->status().text().contains(QStringLiteral("rows selected")));
    }

    void OneConnectionIsCheckedWhileItIsAlone()
    {
        WindowUnderTest test;
        makeSession(test, test.file("kept.pcapng"));
        QAction* only = test.window->actions()[Action::OneConnection];
        auto* panel = test.window->findChild<TrafficPanel*>();
        // The first row is the server's, of no connection.
        test.window->goToRow(0);
        only->trigger();
        QVERIFY(!only->isChecked());
        test.window->goToRow(test.recorder().rowCount() - 1);
        only->trigger();
        QVERIFY(only->isChecked());
        QVERIFY(panel->shownConnection());
        only->trigger();
        QVERIFY(!only->isChecked());
        QVERIFY(!panel->shownConnection());
    }
};

PIPESCOPE_GUI_TEST(WindowNotesTest)
#include "tst_window_notes.moc"
