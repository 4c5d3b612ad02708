#include "log/log_view.h"
#include "message_event.h"
#include "runner/register.h"
#include "widgets/message_bar.h"
#include "window_test.h"

#include <QAction>
#include <QLabel>
#include <QScopeGuard>
#include <QToolButton>

#ifdef Q_OS_LINUX
#    include <sys/mount.h>
#endif

using namespace pipescope;
using namespace pipecore;

namespace {

constexpr std::uint64_t messageCount = 400'000;

/// A session of many messages.
void record(const QString& path)
{
    EventQueue queue(std::size_t{1} << 30U);
    Event event;
    event.endpoint.value = 1;
    EndpointOpened opened;
    opened.name = std::make_shared<const std::string>("large");
    event.body = opened;
    queue.onEvent(event);
    event.connection.value = 1;
    const Bytes payload(100, std::byte{'m'});
    setMessage(event, payload);
    for (std::uint64_t i = 0; i < messageCount; ++i) {
        queue.onEvent(event);
    }
    queue.onRoundEnd();
    Recorder recorder(queue);
    QVERIFY(recorder.start(toPath(path)));
    recorder.stop();
    QCOMPARE(recorder.rowCount(), messageCount + 1);
}

bool barSays(const MainWindow& window, const QString& text)
{
    const auto labels = window.findChildren<QLabel*>();
    return std::ranges::any_of(labels, [&text](const QLabel* label) {
        return label->isVisible() && label->text().contains(text);
    });
}

} // namespace

/// A large file is there before all of it was read, and a full disk is said and got over.
class OpenInWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_file = m_folder.filePath(QStringLiteral("large.pcapng"));
        record(m_file);
    }

    void RowsAreShownBeforeAllAreRead()
    {
        WindowUnderTest test;
        SessionController& session = test.window->session();
        bool shownEarly = false;
        connect(&session, &SessionController::sourceChanged, this, [&] {
            shownEarly = shownEarly || (session.viewed() != nullptr && session.isOpening());
        });
        test.openFile(m_file);
        QVERIFY(shownEarly);
        QVERIFY(!session.isOpening());
        const auto* view = test.window->findChild<LogView*>();
        QTRY_COMPARE(view->rowCount(), quint64(messageCount + 1));
        QVERIFY(!barSays(*test.window, QStringLiteral("Cancelled")));
    }

    void CancelKeepsTheRowsThatWereRead()
    {
        WindowUnderTest test;
        SessionController& session = test.window->session();
        // The button is pressed as soon as there is something to see; all may have been read by then.
        auto* const cancel = test.window->findChild<QToolButton*>(QStringLiteral("cancelTask"));
        connect(&session, &SessionController::sourceChanged, this, [&] {
            if (session.isOpening()) {
                QVERIFY(cancel->isVisible());
                cancel->click();
            }
        });
        bool stopped = false;
        for (int attempt = 0; attempt < 50 && !stopped; ++attempt) {
            test.openFile(m_file);
            stopped = session.viewed()->session->report().stopped;
        }
        QVERIFY(stopped);
        const quint64 rows = session.viewed()->session->report().records;
        QVERIFY(rows < messageCount);
        QTRY_COMPARE(test.window->findChild<LogView*>()->rowCount(), rows);
        QTRY_VERIFY(barSays(*test.window, QStringLiteral("Cancelled")));

        // Unread rows are not lost when it is saved.
        const QString copy = test.file("copy.pcapng");
        test.save(copy);
        QCOMPARE(QFile(copy).size(), QFile(m_file).size());
        session.backToLive();
        QVERIFY(session.viewed() == nullptr);
    }

    void BackToLiveWhileItIsOpened()
    {
        WindowUnderTest test;
        SessionController& session = test.window->session();
        connect(&session, &SessionController::sourceChanged, this, [&] {
            if (session.isOpening()) {
                session.backToLive();
            }
        });
        test.window->openFile(m_file);
        QTRY_VERIFY_WITH_TIMEOUT(!session.isBusy() && session.viewed() == nullptr,
                                 WindowUnderTest::patienceMs);
        QVERIFY(session.source() == &test.recorder());
    }

    void WindowIsClosedWhileAFileIsOpened()
    {
        WindowUnderTest test;
        test.window->openFile(m_file);
        test.end();
        QVERIFY(!test.window);
    }

    void BackpressureIsChosenAndRemembered()
    {
        WindowUnderTest test;
        const auto policy = [&test] {
            return test.window->session().live()->core().backpressure();
        };
        const auto toggle = [&test] {
            const auto actions = test.window->findChildren<QAction*>();
            const auto action = std::ranges::find(
                actions, QStringLiteral("&Drop payloads instead of throttling"), &QAction::text);
            QVERIFY(action != actions.end());
            (*action)->trigger();
        };
        QCOMPARE(policy(), Backpressure::Throttle);
        toggle();
        QCOMPARE(policy(), Backpressure::DropPayload);
        test.reopen();
        QCOMPARE(policy(), Backpressure::DropPayload);
        toggle();
        QCOMPARE(policy(), Backpressure::Throttle);
    }

    void FullDiskIsSaidAndGotOver()
    {
#ifndef Q_OS_LINUX
        QSKIP("needs a small file system to mount");
#else
        const QString mount = m_folder.filePath(QStringLiteral("small"));
        QVERIFY(QDir().mkpath(mount));
        const QByteArray place = QFile::encodeName(mount);
        if (::mount("tmpfs", place.constData(), "tmpfs", 0, "size=512k") != 0) {
            QSKIP("mounting a small file system is not permitted here");
        }
        const auto unmount = qScopeGuard([&place] { ::umount(place.constData()); });
        WindowUnderTest test(mount);
        test.startEcho();
        QFile ballast(mount + QStringLiteral("/ballast"));
        QVERIFY(ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        QVERIFY(ballast.write(QByteArray(300'000, 'x')) > 0);
        const std::string large(20'000, 'm');
        for (int i = 0; i < 40 && !test.recorder().status().problem; ++i) {
            test.sendEchoed(large.c_str());
        }
        QVERIFY(test.recorder().status().problem);
        const auto* status = test.window->findChild<QLabel*>(QStringLiteral("recordingStatus"));
        QTRY_VERIFY_WITH_TIMEOUT(status->text().contains(QStringLiteral("paused")),
                                 WindowUnderTest::patienceMs);
        test.sendEchoed("the pipes go on");
        QVERIFY(test.recorder().status().problem);

        QVERIFY(ballast.remove());
        QTRY_VERIFY_WITH_TIMEOUT(!test.recorder().status().problem, WindowUnderTest::patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(!status->text().contains(QStringLiteral("paused")),
                                 WindowUnderTest::patienceMs);
        const auto& recorder = test.recorder();
        QCOMPARE(recorder.head(recorder.rowCount() - 1).kind, RecordKind::Dropped);
        test.sendEchoed("and are recorded");
        QVERIFY(recorder.facts().totals().dropped > 0);
        test.end();
#endif
    }

private:
    QTemporaryDir m_folder;
    QString m_file;
};

PIPESCOPE_GUI_TEST(OpenInWindowTest)
#include "tst_open_in_window.moc"
