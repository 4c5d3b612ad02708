#include "frames_in_window.h"

#include "pipecore/analysis/session_stats.h"
#include "runner/register.h"
#include "widgets/language.h"

#include <QComboBox>

#include <string>

using namespace pipescope;

namespace {

/// Sets in the dialog of the current row's pipe that the side that serves asks.
void letTheServerAsk(const WindowUnderTest& test)
{
    FramesDialog* dialog = openDialog(test);
    QVERIFY(dialog != nullptr);
    dialog->findChild<QComboBox*>(QStringLiteral("frameAsker"))->setCurrentIndex(1);
    QTest::mouseClick(okOf(*dialog), Qt::LeftButton);
}

/// Rows that the log shows with a latency.
quint64 shownLatencies(const WindowUnderTest& test)
{
    quint64 count = 0;
    const LogView* const view = viewOf(test);
    for (quint64 row = 0; row < view->rowCount(); ++row) {
        count += view->text(row).latency.isEmpty() ? 0 : 1;
    }
    return count;
}

} // namespace

/// Which side of a pipe sends requests, set in the window.
class WindowRequestsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        setApplicationIdentity();
        Language::instance().setCode(QStringLiteral("en"));
    }

    void WhoAsksIsSetForAPipeAndEveryoneAgrees()
    {
        WindowUnderTest test;
        const std::string name = WindowUnderTest::pipeName();
        auto* panel = test.window->findChild<TrafficPanel*>();
        {
            Stream stream(test, name, pipecore::PipeMode::Message);
            stream.writeBack("who is it?");
            stream.write("me");
            choose(test, "me");
            QCOMPARE(shownLatencies(test), quint64(0));
            letTheServerAsk(test);
            // At both ends "me" is the reply.
            QTRY_COMPARE_WITH_TIMEOUT(shownLatencies(test), quint64(2),
                                      WindowUnderTest::patienceMs);
            panel->setFilter(QStringLiteral("latency"));
            QTRY_COMPARE_WITH_TIMEOUT(viewOf(test)->rowCount(), quint64(2),
                                      WindowUnderTest::patienceMs);
            panel->setFilter({});
            pipecore::SessionStats stats(test.recorder());
            QVERIFY(pipecore::addRows(stats, test.recorder()));
            for (const auto& connection : stats.connections()) {
                QCOMPARE(connection.latency.replies, std::uint64_t(1));
                QCOMPARE(connection.latency.unanswered, std::uint64_t(0));
            }
            choose(test, "me");
            test.window->actions()[Action::GoToRequest]->trigger();
            QTRY_COMPARE_WITH_TIMEOUT(currentText(test), QByteArray("who is it?"),
                                      WindowUnderTest::patienceMs);
            // Of a file, too.
            test.save(test.file("asked.pcapng"));
            test.openFile(test.file("asked.pcapng"));
            QTRY_COMPARE_WITH_TIMEOUT(shownLatencies(test), quint64(2),
                                      WindowUnderTest::patienceMs);
        }
        test.reopen();
        Stream again(test, name, pipecore::PipeMode::Message);
        again.writeBack("who is it?");
        again.write("me");
        QTRY_COMPARE_WITH_TIMEOUT(shownLatencies(test), quint64(2), WindowUnderTest::patienceMs);
    }

    void WhoAsksIsSetForFrames()
    {
        WindowUnderTest test;
        Stream stream(test);
        setRule(test, stream.name(), "line");
        stream.writeBack("who ");
        stream.writeBack("is it?\n");
        stream.write("m");
        stream.write("e\n");
        QVERIFY(showsFrames(test));
        QTRY_COMPARE_WITH_TIMEOUT(shown(test).size(), 2, WindowUnderTest::patienceMs);
        choose(test, "me");
        QCOMPARE(shownLatencies(test), quint64(0));
        letTheServerAsk(test);
        QTRY_COMPARE_WITH_TIMEOUT(shownLatencies(test), quint64(2), WindowUnderTest::patienceMs);
        QCOMPARE(currentText(test), QByteArray("me"));
        QVERIFY(test.window->frameRules().of(stream.name()).has_value());
        // The choice in the details of a row keeps it.
        test.window->frameRules().set(stream.name(), pipecore::FramingRule::parse("nul").value());
        QVERIFY(test.window->frameRules().askerOf(stream.name()) == pipecore::Asker::Server);
    }
};

PIPESCOPE_GUI_TEST(WindowRequestsTest)
#include "tst_window_requests.moc"
