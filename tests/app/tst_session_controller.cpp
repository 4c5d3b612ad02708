#include "window_test.h"

#include "core/no_more_threads.h"
#include "endpoints/endpoints_panel.h"
#include "endpoints/pipe_facts_dialog.h"
#include "engine/demo.h"
#include "runner/register.h"
#include "session/paths.h"
#include "session/recent_files.h"
#include "widgets/message_bar.h"

#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QStatusBar>
#include <QToolButton>
#include <QtEndian>

using namespace pipescope;

class TestSessionController : public QObject
{
    Q_OBJECT

private slots:
    void RefusedEngineThreadIsAnError()
    {
        const QTemporaryDir folder;
        SessionController session(folder.path());
        {
            const NoMoreThreads refused;
            if (!refused.isSet()) {
                QSKIP("only glibc lets a test take threads away");
            }
            const auto live = session.startLive();
            QVERIFY(!live);
            QCOMPARE(live.error().kind, pipecore::ErrorKind::Resources);
            QVERIFY(session.live() == nullptr);
        }
        QVERIFY(session.startLive());
        QSignalSpy ended(&session, &SessionController::ended);
        session.shutDown();
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, WindowUnderTest::patienceMs);
    }

    /// Without a window: Qt paints large areas with threads of its own, and waits for them.
    void FilesAreWrittenAndReadWithoutThreadsToo()
    {
        const QTemporaryDir folder;
        const QString path = QDir(folder.path()).filePath(QStringLiteral("kept.pcapng"));
        SessionController session(folder.path());
        QVERIFY(session.startLive());
        pipecore::ServerOptions server;
        server.name = WindowUnderTest::pipeName();
        QVERIFY(session.live()->engine().startServer(server));
        const pipecore::Recorder& recorder = session.live()->recorder();
        QTRY_VERIFY_WITH_TIMEOUT(recorder.rowCount() > 0, WindowUnderTest::patienceMs);
        QSignalSpy saved(&session, &SessionController::saved);
        QSignalSpy opened(&session, &SessionController::opened);
        {
            const NoMoreThreads refused;
            if (!refused.isSet()) {
                QSKIP("only glibc lets a test take threads away");
            }
            // To save, to open, and to look for rows.
            for (int i = 0; i < 3; ++i) {
                QTest::ignoreMessage(QtCriticalMsg,
                                     QRegularExpression(QStringLiteral("QThread::start: .*")));
            }
            session.saveTo(path);
            QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, WindowUnderTest::patienceMs);
            session.openFile(path);
            QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, WindowUnderTest::patienceMs);
        }
        QVERIFY(session.viewed() != nullptr);
        QCOMPARE(session.source()->rowCount(), recorder.rowCount());
        QSignalSpy ended(&session, &SessionController::ended);
        session.shutDown();
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, WindowUnderTest::patienceMs);
    }

    void CancelledOpeningShowsWhatThereIs()
    {
        WindowUnderTest test;
        test.startEcho();
        test.sendEchoed("kept");
        const QString path = test.file("kept.pcapng");
        test.save(path);
        SessionController& session = test.window->session();
        QSignalSpy opened(&session, &SessionController::opened);
        test.window->openFile(path);
        QVERIFY(session.isBusy());
        session.cancelTask(); // before the file is known to be a session
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, WindowUnderTest::patienceMs);
        QVERIFY(session.viewed() != nullptr);
        QVERIFY(session.source()->rowCount() < test.recorder().rowCount());
    }

    void ProgressIsShownInPercent()
    {
        QStatusBar bar;
        StatusLine line(&bar);
        QSignalSpy cancelled(&line, &StatusLine::cancelRequested);
        line.startTask(QStringLiteral("Saving"), true);
        const auto* percent = bar.findChild<QLabel*>(QStringLiteral("percent"));
        QCOMPARE(percent->text(), QString());
        line.setProgress(0.429);
        QCOMPARE(percent->text(), QStringLiteral("42%"));
        QCOMPARE(bar.findChild<QProgressBar*>()->value(), 429);
        bar.findChild<QToolButton*>(QStringLiteral("cancelTask"))->click();
        QCOMPARE(cancelled.size(), 1);
    }

    void NewSessionIsEmpty()
    {
        WindowUnderTest test;
        test.startEcho();
        test.sendEchoed("old");
        QSignalSpy changed(&test.window->session(), &SessionController::liveChanged);
        test.window->session().restart();
        QTRY_VERIFY_WITH_TIMEOUT(changed.size() == 2 && test.window->session().live() != nullptr,
                                 WindowUnderTest::patienceMs);
        QCOMPARE(test.totals().messages, 0U);
        // The old journal is gone, the new one is there.
        QCOMPARE(QDir(test.journals()).entryList({QStringLiteral("*.pcapng")}).size(), 1);
        test.startEcho();
        test.sendEchoed("new");
    }

    void FailedSaveIsSaidAndNothingIsLost()
    {
        WindowUnderTest test;
        test.startEcho();
        test.sendEchoed("precious");
        QSignalSpy failed(&test.window->session(), &SessionController::failed);
        test.window->session().saveTo(test.file("no/such/folder/x.pcapng"));
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, WindowUnderTest::patienceMs);
        QVERIFY(test.window->messages().isShowing(QStringLiteral("error")));
        QVERIFY(test.window->session().hasUnsavedChanges());
    }

    void DamagedFileShowsItsReadablePart()
    {
        WindowUnderTest test;
        test.startEcho();
        for (int i = 0; i < 5; ++i) {
            test.sendEchoed("a message that is long enough to be cut through");
        }
        const QString path = test.file("damaged.pcapng");
        test.save(path);
        QFile file(path);
        QVERIFY(file.resize(file.size() - 30));

        test.openFile(path);
        QVERIFY(test.window->session().viewed() != nullptr);
        const quint64 rows = test.window->session().source()->rowCount();
        QVERIFY(rows > 0 && rows < test.recorder().rowCount());
        const QString banner = test.window->messages().textOf(QStringLiteral("viewing"));
        QVERIFY2(banner.contains(QLatin1String("damaged.pcapng")), qPrintable(banner));
        QVERIFY2(banner.contains(QString::number(rows)), qPrintable(banner));

        test.window->session().backToLive();
        QVERIFY(!test.window->messages().isShowing(QStringLiteral("viewing")));
        QCOMPARE(test.window->session().source(), &test.recorder());
    }

    void DamagedFileIsSavedSoThatOthersOpenIt()
    {
        WindowUnderTest test;
        test.startEcho();
        test.sendEchoed("a message");
        const QString path = test.file("damaged.pcapng");
        test.save(path);
        // The last packet says that it has more bytes than its block.
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray bytes = file.readAll();
        qsizetype packet = -1;
        for (qsizetype at = 0; at < bytes.size();) {
            packet = bytes[at] == 6 ? at : packet;
            at += qFromLittleEndian<quint32>(bytes.constData() + at + 4);
        }
        QVERIFY(packet > 0 && file.seek(packet + 20) && file.write("\xFF\xFF\0\0", 4) == 4);
        file.close();

        test.openFile(path);
        const quint64 rows = test.window->session().source()->rowCount();
        QVERIFY(test.window->session().viewed()->session->report().problem);
        const QString copy = test.file("copy.pcapng");
        test.save(copy);
        const auto saved = pipecore::SessionFile::open(toPath(copy));
        QVERIFY(saved && !(*saved)->report().problem);
        QCOMPARE((*saved)->rowCount(), rows);
#ifndef Q_OS_WIN
        QVERIFY(!(QFile::permissions(copy) & (QFile::ReadGroup | QFile::ReadOther)));
#endif
    }

    /// The same numbers are of the live session, which goes on behind the file.
    void NumbersOfAViewedFileReachNoEngine()
    {
        WindowUnderTest test;
        test.startEcho();
        test.sendEchoed("recorded");
        const QString path = test.file("viewed.pcapng");
        test.save(path);
        const auto connection = test.recorder().facts().snapshot().connections.front();
        SessionController& session = test.window->session();
        QCOMPARE(session.liveOf(connection.id)->id(), connection.id);

        test.openFile(path);
        QVERIFY(session.viewed() != nullptr && session.live() != nullptr);
        QVERIFY(!session.liveOf(connection.id));
        QVERIFY(!session.liveOf(connection.endpoint));
        auto* const endpoints = test.window->findChild<EndpointsPanel*>();
        emit endpoints->disconnectRequested(connection.id, pipecore::CloseMode::Abortive);
        emit endpoints->stopRequested(connection.endpoint, pipecore::CloseMode::Abortive);
        emit endpoints->factsRequested(connection.id, QStringLiteral("echo"));
        QVERIFY(test.window->findChild<PipeFactsDialog*>() == nullptr);
        session.backToLive();
        // Requests run in order: the others would be done by now if they had been made.
        test.sendEchoed("still there");
        QCOMPARE(test.totals().connections, 2U);
    }

    void OtherFilesAreRefusedWithAReason()
    {
        WindowUnderTest test;
        const QString path = test.file("letter.pcapng");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Dear reader, this is not a session at all.");
        file.close();
        QSignalSpy failed(&test.window->session(), &SessionController::failed);
        test.window->openFile(path);
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, WindowUnderTest::patienceMs);
        QVERIFY(test.window->session().viewed() == nullptr);
        QVERIFY(test.window->messages()
                    .textOf(QStringLiteral("error"))
                    .contains(QLatin1String("letter.pcapng")));
    }

    void InterruptedJournalIsOfferedOpenedSavedAndForgotten()
    {
        WindowUnderTest test;
        test.startEcho();
        test.sendEchoed("before the crash");
        const QString copy = test.file("copy.pcapng");
        test.save(copy);
        // After a crash: a journal whose program is gone.
        const QString journal =
            QDir(test.journals()).filePath(QStringLiteral("journal-1-20240101T000000.pcapng"));
        QVERIFY(QFile::copy(copy, journal));
        QVERIFY(test.window->session().interruptedJournals().contains(journal));

        test.window->offerInterrupted();
        QVERIFY(test.window->messages().isShowing(QStringLiteral("interrupted")));
        test.openFile(journal);
        QVERIFY(test.window->session().viewed()->isJournal);
        const quint64 rows = test.window->session().source()->rowCount();
        const QString kept = test.file("kept.pcapng");
        test.save(kept);
        QVERIFY(!test.window->session().viewed()->isJournal);
        QCOMPARE(test.window->session().viewed()->path, kept);
        QCOMPARE(test.window->session().source()->rowCount(), rows);
        QVERIFY(!QFile::exists(journal));
        test.window->offerInterrupted();
        QVERIFY(!test.window->messages().isShowing(QStringLiteral("interrupted")));
    }

    void DiscardOfAnInterruptedSessionAsksFirst()
    {
        WindowUnderTest test;
        test.startEcho();
        test.sendEchoed("before the crash");
        const std::string pipe = test.recorder().facts().snapshot().endpoints.front().name;
        const QString copy = test.file("copy.pcapng");
        test.save(copy);
        const QString journal =
            QDir(test.journals()).filePath(QStringLiteral("journal-1-20240101T000000.pcapng"));
        QVERIFY(QFile::copy(copy, journal));
        test.window->offerInterrupted();
        const auto discard = [&test] {
            for (auto* button : test.window->messages().findChildren<QPushButton*>()) {
                if (button->text() == QLatin1String("Discard")) {
                    QTest::mouseClick(button, Qt::LeftButton);
                    return;
                }
            }
            QFAIL("no such button");
        };
        const auto box = [&test] {
            return test.window->findChild<QMessageBox*>(QStringLiteral("DiscardQuestion"));
        };

        discard();
        QTRY_VERIFY(box() != nullptr || !QFile::exists(journal));
        QVERIFY(QFile::exists(journal));
        const QString said = box()->text() + box()->informativeText();
        QVERIFY2(said.contains(QString::fromStdString(pipe)), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("Messages: 4")), qPrintable(said));
        static const QRegularExpression size(QStringLiteral("Size: [0-9.]+.(KiB|B)"));
        QVERIFY2(said.contains(size), qPrintable(said));
        // Enter keeps.
        QTest::keyClick(box(), Qt::Key_Return);
        QTRY_VERIFY(box() == nullptr);
        QVERIFY(QFile::exists(journal));
        QVERIFY(test.window->messages().isShowing(QStringLiteral("interrupted")));

        discard();
        QTRY_VERIFY(box() != nullptr);
        QTest::mouseClick(box()->findChild<QPushButton*>(QStringLiteral("go")), Qt::LeftButton);
        QTRY_VERIFY(!QFile::exists(journal));
        QVERIFY(!test.window->messages().isShowing(QStringLiteral("interrupted")));
    }

    /// A file that ends in the middle of a row can be discarded, too; what is known of it is said.
    void DamagedJournalIsAskedAboutAsWell()
    {
        WindowUnderTest test;
        const QString journal =
            QDir(test.journals()).filePath(QStringLiteral("journal-1-20240101T000000.pcapng"));
        test.startEcho();
        test.sendEchoed("before the crash");
        const QString copy = test.file("copy.pcapng");
        test.save(copy);
        QVERIFY(QFile::copy(copy, journal));
        QVERIFY(QFile::resize(journal, QFileInfo(journal).size() - 7));
        test.window->offerInterrupted();
        const auto buttons = test.window->messages().findChildren<QPushButton*>();
        QCOMPARE(buttons.size(), qsizetype{2});
        buttons.last()->click();
        const auto box = [&test] {
            return test.window->findChild<QMessageBox*>(QStringLiteral("DiscardQuestion"));
        };
        QTRY_VERIFY(box() != nullptr || !QFile::exists(journal));
        QVERIFY(QFile::exists(journal));
        QVERIFY(!box()->informativeText().isEmpty());
        box()->findChild<QPushButton*>(QStringLiteral("go"))->click();
        QTRY_VERIFY(!QFile::exists(journal));
    }

    void ExportIsReadable()
    {
        WindowUnderTest test;
        test.startEcho();
        test.sendEchoed("plain words");
        QSignalSpy exported(&test.window->session(), &SessionController::exported);
        const QString path = test.file("session.txt");
        test.window->session().exportTo(path, pipecore::ExportFormat::Text);
        QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 1, WindowUnderTest::patienceMs);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("plain words"));
    }

    void RecentFilesAreNewestFirstAndExist()
    {
        WindowUnderTest test;
        RecentFiles::clear();
        for (const char* name : {"one.pcapng", "two.pcapng"}) {
            QFile file(test.file(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            RecentFiles::add(file.fileName());
        }
        QCOMPARE(RecentFiles::list(),
                 QStringList({test.file("two.pcapng"), test.file("one.pcapng")}));
        RecentFiles::add(test.file("one.pcapng"));
        QCOMPARE(RecentFiles::list().first(), test.file("one.pcapng"));
        QVERIFY(QFile::remove(test.file("two.pcapng")));
        QCOMPARE(RecentFiles::list(), QStringList({test.file("one.pcapng")}));
    }
};

PIPESCOPE_GUI_TEST(TestSessionController)
#include "tst_session_controller.moc"
