// A window whose program is ended by force, and what the next one makes of it. The program that is
// ended is this one, started a second time.
#include "window_test.h"

#include "runner/register.h"
#include "widgets/message_bar.h"

#include <QApplication>
#include <QDir>
#include <QProcess>
#include <QPushButton>

using namespace pipescope;

namespace {

const QString useOption = QStringLiteral("--use-window");

/// A window as a user has it, with the demo running, until somebody ends it.
int useWindow(const QString& folder)
{
    setApplicationIdentity();
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder);
    MainWindow window(QDir(folder).filePath(QStringLiteral("journals")));
    window.show();
    window.start();
    window.startDemo();
    return QApplication::exec();
}

} // namespace

class CrashTest : public QObject
{
    Q_OBJECT

private slots:
    void WhatAKilledWindowRecordedIsOfferedAtTheNextStart()
    {
        QTemporaryDir folder;
        const QDir journals(folder.filePath(QStringLiteral("journals")));
        const auto recorded = [&journals]() -> qint64 {
            const auto files = journals.entryInfoList({QStringLiteral("*.pcapng")}, QDir::Files);
            return files.isEmpty() ? 0 : files.first().size();
        };
        QProcess program;
        program.setProcessChannelMode(QProcess::ForwardedChannels);
        program.start(QCoreApplication::applicationFilePath(),
                      {QStringLiteral("tst_crash"), useOption, folder.path()});
        QVERIFY(program.waitForStarted());
        constexpr qint64 someMessages = 6000; // bytes
        QTRY_VERIFY_WITH_TIMEOUT(recorded() > someMessages, WindowUnderTest::patienceMs);
        program.kill();
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitStatus(), QProcess::CrashExit);

        WindowUnderTest test(journals.path());
        test.window->offerInterrupted();
        const auto& messages = test.window->messages();
        QVERIFY(messages.isShowing(QStringLiteral("interrupted")));
        const auto buttons = messages.findChildren<QPushButton*>();
        QVERIFY(!buttons.isEmpty());
        QSignalSpy opened(&test.window->session(), &SessionController::opened);
        QTest::mouseClick(buttons.first(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, WindowUnderTest::patienceMs);
        QVERIFY(test.window->session().viewed()->isJournal);
        // Every write is of whole rows, so nothing of it is damaged.
        QVERIFY(!test.window->session().viewed()->session->report().problem);
        const auto totals = test.window->session().source()->facts().totals();
        QVERIFY2(totals.messages > 3, qPrintable(QString::number(totals.messages)));
        const QString kept = folder.filePath(QStringLiteral("kept.pcapng"));
        test.save(kept);
        QCOMPARE(test.window->session().source()->facts().totals().messages, totals.messages);
        QVERIFY(test.window->session().interruptedJournals().isEmpty());
    }
};

static int testOrUseWindow(int argc, char** argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (const qsizetype use = arguments.indexOf(useOption); use > 0 && use + 1 < arguments.size()) {
        return useWindow(arguments.at(use + 1));
    }
    CrashTest test;
    return QTest::qExec(&test, argc, argv);
}
PIPESCOPE_TEST_MAIN(testOrUseWindow)

#include "tst_crash.moc"
