#include "window_test.h"

#include "runner/register.h"
#include "session/unsaved.h"
#include "widgets/message_bar.h"

#include <QMessageBox>
#include <QPushButton>

using namespace pipescope;

namespace {

void addMessages(pipecore::SessionFacts& facts, std::uint64_t endpoint, std::uint64_t messages)
{
    pipecore::SessionFacts::Traffic traffic;
    traffic.endpoint = {endpoint};
    traffic.connection = {endpoint};
    traffic.messagesReceived = messages;
    facts.apply(traffic);
}

} // namespace

/// The end of a session with rows that are in no file.
class TestClosing : public QObject
{
    Q_OBJECT

private slots:
    void UnsavedCountsMessagesOnly()
    {
        Unsaved unsaved;
        pipecore::SessionFacts facts;
        QVERIFY(!unsaved.hasChanges(facts));
        addMessages(facts, 1, 0);
        QVERIFY(!unsaved.hasChanges(facts));
        addMessages(facts, 1, 3);
        QVERIFY(unsaved.hasChanges(facts));
        unsaved.saved(unsaved.messages(facts));
        QVERIFY(!unsaved.hasChanges(facts));
        addMessages(facts, 1, 1);
        QVERIFY(unsaved.hasChanges(facts));
        unsaved.ignore({1});
        QVERIFY(!unsaved.hasChanges(facts));
        addMessages(facts, 1, 5);
        QVERIFY(!unsaved.hasChanges(facts));
        addMessages(facts, 2, 5);
        QVERIFY(unsaved.hasChanges(facts));
    }

    void ClosingWithNothingRecordedAsksNothing()
    {
        WindowUnderTest test;
        pipecore::ServerOptions server;
        server.name = WindowUnderTest::pipeName();
        test.window->startServer(server);
        QTRY_COMPARE(test.totals().endpoints, 1U);
        QSignalSpy closed(test.window.get(), &MainWindow::closed);
        test.window->close();
        QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, WindowUnderTest::patienceMs);
        QVERIFY(!test.window->isVisible());
        test.window.reset();
    }

    void ClosingAfterTheDemoAsksNothing()
    {
        WindowUnderTest test;
        test.window->startDemo();
        QTRY_VERIFY_WITH_TIMEOUT(test.totals().messages >= 4, WindowUnderTest::patienceMs);
        QVERIFY(!test.window->session().hasUnsavedChanges());
        QSignalSpy closed(test.window.get(), &MainWindow::closed);
        test.window->close();
        QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, WindowUnderTest::patienceMs);
        test.window.reset();
    }

    void CancelKeepsTheWindowAndDiscardEndsIt()
    {
        WindowUnderTest test;
        test.startEcho();
        test.sendEchoed("to be kept?");
        QVERIFY(test.window->session().hasUnsavedChanges());

        test.window->close();
        QTRY_VERIFY(unsavedQuestion(test) != nullptr);
        QTest::mouseClick(unsavedQuestion(test)->button(QMessageBox::Cancel), Qt::LeftButton);
        QTRY_VERIFY(unsavedQuestion(test) == nullptr);
        QVERIFY(test.window->isVisible());
        QVERIFY(test.window->session().live() != nullptr);

        QSignalSpy closed(test.window.get(), &MainWindow::closed);
        test.window->close();
        QTRY_VERIFY(unsavedQuestion(test) != nullptr);
        QTest::mouseClick(unsavedQuestion(test)->button(QMessageBox::Discard), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, WindowUnderTest::patienceMs);
        // No journal is left to be offered.
        QCOMPARE(QDir(test.journals()).entryList({QStringLiteral("*.pcapng")}).size(), 0);
        test.window.reset();
    }

    void SaveAtTheQuestionSavesAndEnds()
    {
        WindowUnderTest test;
        test.startEcho();
        test.sendEchoed("first");
        const QString path = test.file("kept.pcapng");
        test.save(path);
        QVERIFY(!test.window->session().hasUnsavedChanges());
        QVERIFY(!test.window->isWindowModified());
        test.sendEchoed("second");
        QTRY_VERIFY(test.window->isWindowModified());

        QSignalSpy closed(test.window.get(), &MainWindow::closed);
        test.window->close();
        QTRY_VERIFY(unsavedQuestion(test) != nullptr);
        QTest::mouseClick(unsavedQuestion(test)->button(QMessageBox::Save), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, WindowUnderTest::patienceMs);
        const auto file = pipecore::SessionFile::open(toPath(path));
        QVERIFY(file.has_value());
        QCOMPARE((*file)->facts().totals().messages, 8U);
        test.window.reset();
    }

    /// After a save, what comes is in the journal only: title and status bar say so.
    void RowsAfterASaveAreShownButNotInTheFile()
    {
        WindowUnderTest test;
        test.startEcho();
        test.sendEchoed("in the file");
        const QString path = test.file("kept.pcapng");
        test.save(path);
        const quint64 saved = test.recorder().rowCount();
        const auto status = [&test] { return test.window->status().text(); };
        QTRY_VERIFY2(status().contains(QLatin1String("saved in kept.pcapng")),
                     qPrintable(status()));
        QVERIFY(test.window->windowTitle().startsWith(QLatin1String("kept.pcapng[*]")));
        QVERIFY(!test.window->isWindowModified());

        // A row that is no message: nothing to ask about, but not in the file either.
        pipecore::ServerOptions server;
        server.name = WindowUnderTest::pipeName();
        test.window->startServer(server);
        QTRY_VERIFY_WITH_TIMEOUT(test.window->isWindowModified(), WindowUnderTest::patienceMs);
        QVERIFY(!test.window->session().hasUnsavedChanges());
        const QString ends =
            QStringLiteral("saved in kept.pcapng up to row %1").arg(QLocale().toString(saved));
        QTRY_VERIFY2(status().contains(ends), qPrintable(status()));

        // The file that is looked at is whole, whatever the live session has.
        test.openFile(path);
        QTRY_VERIFY(!test.window->isWindowModified());
        test.window->session().backToLive();
        QTRY_VERIFY(test.window->isWindowModified());
        test.save(path);
        QTRY_VERIFY(!test.window->isWindowModified());
    }

    void CancelledSaveKeepsTheFileAndTheWindow()
    {
        WindowUnderTest test;
        test.startEcho();
        test.sendEchoed("first");
        const QString path = test.file("kept.pcapng");
        test.save(path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        test.sendEchoed("second");

        SessionController& session = test.window->session();
        QSignalSpy cancelled(&session, &SessionController::saveCancelled);
        // Before the task does its first step, however fast it is.
        const auto cancelling = connect(&session, &SessionController::taskStarted, &session,
                                        [&session](const QString&, bool cancellable) {
                                            QVERIFY(cancellable);
                                            session.cancelTask();
                                        });
        test.window->close();
        QTRY_VERIFY(unsavedQuestion(test) != nullptr);
        QTest::mouseClick(unsavedQuestion(test)->button(QMessageBox::Save), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(cancelled.size(), 1, WindowUnderTest::patienceMs);
        disconnect(cancelling);
        QVERIFY(session.hasUnsavedChanges());
        QVERIFY(!test.window->messages().isShowing(QStringLiteral("error")));
        QVERIFY(file.seek(0));
        QCOMPARE(file.readAll(), before);
        const QDir folder = QFileInfo(path).dir();
        QCOMPARE(folder.entryList({QStringLiteral("*kept*")}, QDir::Files | QDir::Hidden),
                 {QStringLiteral("kept.pcapng")});

        // The end that waited for the save does not come with the next one.
        file.close();
        test.save(path);
        QVERIFY(!session.isEnding());
        QVERIFY(test.window->isVisible());
    }
};

PIPESCOPE_GUI_TEST(TestClosing)
#include "tst_closing.moc"
