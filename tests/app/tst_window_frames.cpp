#include "frames_in_window.h"

#include "frames/rules_dialog.h"
#include "pipecore/session/annotations.h"
#include "runner/register.h"
#include "traffic/find_controller.h"
#include "widgets/language.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTreeWidget>

#include <string>

using namespace pipescope;
using pipecore::Direction;

namespace {

constexpr int patienceMs = WindowUnderTest::patienceMs;

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Frames of byte pipes as rows of the log, in the window.
class WindowFramesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        setApplicationIdentity();
        Language::instance().setCode(QStringLiteral("en"));
    }

    void ARuleOfTheDialogTurnsReadsOfALivePipeIntoFrames()
    {
        WindowUnderTest test;
        Stream stream(test);
        stream.write("one\ntw");
        stream.write("o\n");
        QCOMPARE(shown(test).join(QString()), QStringLiteral("one\ntwo\n"));
        choose(test, "one\ntw");
        FramesDialog* dialog = openDialog(test);
        QVERIFY(dialog != nullptr);
        auto* text = dialog->findChild<QLineEdit*>(QStringLiteral("frameRule"));
        text->clear();
        QTest::keyClicks(text, QStringLiteral("line"));
        auto* preview = dialog->findChild<QTreeWidget*>(QStringLiteral("framePreview"));
        QTRY_VERIFY_WITH_TIMEOUT(preview->topLevelItemCount() >= 2, patienceMs);
        QTest::mouseClick(okOf(*dialog), Qt::LeftButton);

        QVERIFY(showsFrames(test));
        const QStringList two{QStringLiteral("one"), QStringLiteral("two")};
        QCOMPARE(shown(test), two);
        QCOMPARE(shown(test, Direction::Sent), two);
        QVERIFY(side(test, "showFrames")->isChecked());
        // It follows the pipe.
        stream.write("three\nfour");
        stream.write("\n");
        QTRY_COMPARE_WITH_TIMEOUT(shown(test).size(), 4, patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(viewOf(test)->rowCount(), logOf(test).rows()->rowCount(),
                                  patienceMs);
        QCOMPARE(shown(test).last(), QStringLiteral("four"));
    }

    void ReadsAreOneClickAwayAndTheRowStaysCurrent()
    {
        WindowUnderTest test;
        Stream stream(test);
        stream.write("one\ntw");
        stream.write("o\nthree\n");
        setRule(test, stream.name(), "line");
        QVERIFY(showsFrames(test));
        choose(test, "two");
        QTest::mouseClick(side(test, "showReads"), Qt::LeftButton);
        QVERIFY(logOf(test).frames() == nullptr);
        QCOMPARE(logOf(test).rows()->rowCount(), test.recorder().rowCount());
        QTRY_COMPARE(currentText(test), QByteArray("o\nthree\n"));
        QTest::mouseClick(side(test, "showFrames"), Qt::LeftButton);
        QVERIFY(showsFrames(test));
        QTRY_COMPARE(currentText(test), QByteArray("two"));
        // The same by its key.
        test.window->actions()[Action::Frames]->trigger();
        QVERIFY(logOf(test).frames() == nullptr);
        QVERIFY(side(test, "showReads")->isChecked());
    }

    void TheSwitchSaysWhyItIsOff()
    {
        WindowUnderTest test;
        Stream stream(test);
        QVERIFY(!side(test, "showFrames")->isEnabled());
        QVERIFY(!test.window->actions()[Action::Frames]->isEnabled());
        QVERIFY(side(test, "showFrames")->toolTip().contains(QStringLiteral("No framing rule")));
        setRule(test, stream.name(), "line");
        QTRY_VERIFY_WITH_TIMEOUT(side(test, "showFrames")->isEnabled(), patienceMs);
        QVERIFY(!side(test, "showFrames")->toolTip().contains(QStringLiteral("No framing rule")));
    }

    void FilterAndFindAreAboutFrames()
    {
        WindowUnderTest test;
        Stream stream(test);
        stream.write("first\nse");
        stream.write("cond\n");
        setRule(test, stream.name(), "line");
        QVERIFY(showsFrames(test));
        auto* panel = test.window->findChild<TrafficPanel*>();
        // No read has these letters, and no read this length.
        panel->setFilter(QStringLiteral("text contains \"second\" && len == 6 && dir == in"));
        QTRY_COMPARE_WITH_TIMEOUT(viewOf(test)->rowCount(), quint64(1), patienceMs);
        QVERIFY(viewOf(test)->text(0).preview.contains(QStringLiteral("second")));
        panel->setFilter(QString());
        panel->find().start();
        auto* field = test.window->findChild<QLineEdit*>(QStringLiteral("findField"));
        QTest::keyClicks(field, QStringLiteral("second"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(currentText(test), QByteArray("second"), patienceMs);
        // The filter stays when the reads are shown, and is about them then.
        panel->setFilter(QStringLiteral("text contains \"second\""));
        QTRY_COMPARE_WITH_TIMEOUT(viewOf(test)->rowCount(), quint64(2), patienceMs);
        test.window->actions()[Action::Frames]->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(viewOf(test)->rowCount(), quint64(0), patienceMs);
    }

    void FramesAreExported()
    {
        WindowUnderTest test;
        Stream stream(test);
        stream.write("one\ntw");
        stream.write("o\n");
        setRule(test, stream.name(), "line");
        QVERIFY(showsFrames(test));
        QSignalSpy exported(&test.window->session(), &SessionController::exported);
        const auto frames = logOf(test).frames();
        test.window->session().exportTo(test.file("all.txt"), pipecore::ExportFormat::Raw, {},
                                        frames);
        QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 1, patienceMs);
        const QByteArray one("\x03\0\0\0one", 7);
        QCOMPARE(contents(test.file("all.txt")).count(one), 2);
        // A session file has the reads of the chosen frames.
        choose(test, "two");
        const auto row = test.window->findChild<TrafficPanel*>()->currentRow().value();
        const auto reads = sessionRowsOf(*frames, pipecore::RowRanges::between(row, row + 1));
        test.window->session().exportTo(test.file("two.pcapng"), pipecore::ExportFormat::Pcapng,
                                        pipecore::RowRanges::between(row, row + 1), frames);
        QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 2, patienceMs);
        const auto file = pipecore::SessionFile::open(toPath(test.file("two.pcapng")));
        QVERIFY(file);
        QByteArray bytes;
        for (quint64 kept = 0; kept < (*file)->rowCount(); ++kept) {
            const auto record = (*file)->read(kept, 100);
            bytes += QByteArray(reinterpret_cast<const char*>(record->payload.data()),
                                static_cast<qsizetype>(record->payload.size()));
        }
        QCOMPARE(reads.count(), 2U);
        QCOMPARE(bytes, QByteArray("one\ntwo\n"));
    }

    void AWrongRuleSaysWhere()
    {
        WindowUnderTest test;
        Stream stream(test);
        stream.write("x");
        choose(test, "x");
        FramesDialog* dialog = openDialog(test);
        auto* text = dialog->findChild<QLineEdit*>(QStringLiteral("frameRule"));
        auto* hint = dialog->findChild<QLabel*>(QStringLiteral("frameHint"));
        text->clear();
        QTest::keyClicks(text, QStringLiteral("u32be,ofset=4"));
        QVERIFY2(hint->text().contains(QStringLiteral("column 7")), qPrintable(hint->text()));
        QVERIFY(hint->text().contains(QStringLiteral("ofset")));
        QVERIFY(!okOf(*dialog)->isEnabled());
        // Enter does not take it.
        QTest::keyClick(text, Qt::Key_Return);
        QVERIFY(dialog->isVisible());
        QVERIFY(test.window->frameRules().entries().isEmpty());
    }

    void ARuleIsRememberedByThePipesName()
    {
        WindowUnderTest test;
        const std::string name = WindowUnderTest::pipeName();
        {
            Stream stream(test, name);
            stream.write("one\n");
            setRule(test, stream.name(), "line");
            QVERIFY(showsFrames(test));
        }
        test.reopen();
        QVERIFY(logOf(test).frames() == nullptr);
        Stream again(test, name);
        QVERIFY(showsFrames(test));
        again.write("two\nth");
        QTRY_COMPARE_WITH_TIMEOUT(shown(test), QStringList{QStringLiteral("two")}, patienceMs);
    }

    void AFileIsShownWithTheRuleOfItsPipe()
    {
        WindowUnderTest test;
        Stream stream(test);
        stream.write("one\ntw");
        stream.write("o\nrest");
        test.save(test.file("stream.pcapng"));
        test.openFile(test.file("stream.pcapng"));
        QVERIFY(logOf(test).frames() == nullptr);
        setRule(test, stream.name(), "line");
        QVERIFY(showsFrames(test));
        // What the file ends with is a row, too.
        const QStringList all{QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("rest")};
        QTRY_COMPARE_WITH_TIMEOUT(shown(test), all, patienceMs);
        test.window->session().backToLive();
        QVERIFY(showsFrames(test));
        QTRY_COMPARE_WITH_TIMEOUT(shown(test), all.first(2), patienceMs);
        test.openFile(test.file("stream.pcapng"));
        QVERIFY(showsFrames(test));
        QTRY_COMPARE_WITH_TIMEOUT(shown(test), all, patienceMs);
    }

    void ReadsOfAFrameAreLinks()
    {
        WindowUnderTest test;
        Stream stream(test);
        stream.write("one\ntw");
        stream.write("o\n");
        setRule(test, stream.name(), "line");
        QVERIFY(showsFrames(test));
        choose(test, "two");
        auto* label = test.window->findChild<QLabel*>(QStringLiteral("detailFragments"));
        QTRY_VERIFY_WITH_TIMEOUT(label->text().count(QStringLiteral("<a href")) == 2, patienceMs);
        QVERIFY2(label->text().contains(QStringLiteral(u"4–5")), qPrintable(label->text()));
        const QString link = label->text().section(u'"', 1, 1);
        emit label->linkActivated(link);
        QVERIFY(logOf(test).frames() == nullptr);
        QCOMPARE(currentText(test), QByteArray("one\ntw"));
        // The links are those of reads: a read has none.
        QVERIFY(!label->text().contains(QStringLiteral("<a href")));
    }

    void AMalformedFrameSaysItsProblem()
    {
        WindowUnderTest test;
        Stream stream(test);
        stream.write("Content-Length: x\r\n\r\nContent-Length: 2\r\n\r\n{}");
        setRule(test, stream.name(), "headers");
        QVERIFY(showsFrames(test));
        auto* panel = test.window->findChild<TrafficPanel*>();
        panel->setFilter(QStringLiteral("malformed && dir == in"));
        QTRY_COMPARE_WITH_TIMEOUT(viewOf(test)->rowCount(), quint64(1), patienceMs);
        const QString preview = viewOf(test)->text(0).preview;
        QVERIFY2(preview.startsWith(QStringLiteral(u"⚠ ")), qPrintable(preview));
        QTest::keyClick(test.window->findChild<LogView*>(), Qt::Key_Home);
        auto* head = test.window->findChild<QLabel*>(QStringLiteral("detailHead"));
        QTRY_VERIFY_WITH_TIMEOUT(head->text().contains(QStringLiteral("malformed: ")), patienceMs);
    }

    void AMarkOfAFrameIsKeptWithItsRead()
    {
        WindowUnderTest test;
        Stream stream(test);
        stream.write("one\ntw");
        stream.write("o\n");
        setRule(test, stream.name(), "line");
        QVERIFY(showsFrames(test));
        choose(test, "two");
        test.window->actions()[Action::Mark]->trigger();
        const auto row = test.window->findChild<TrafficPanel*>()->currentRow().value();
        QVERIFY(logOf(test).rows()->annotations()->isMarked(row));
        const pipecore::Annotations& notes = *test.recorder().annotations();
        QCOMPARE(notes.markCount(), 1U);
        const auto read = test.recorder().read(notes.nextMark(0).value(), 100);
        QCOMPARE(read->payload, pipecore::toBytes("o\n"));
        QVERIFY(test.window->session().hasUnsavedChanges());
    }

    void RulesAreListedAndRemoved()
    {
        WindowUnderTest test;
        Stream stream(test);
        stream.write("one\n");
        setRule(test, stream.name(), "line");
        setRule(test, QStringLiteral("another"), "u32be,offset=4");
        QVERIFY(showsFrames(test));
        choose(test, "one");
        FramesDialog* dialog = openDialog(test);
        dialog->findChild<QPushButton*>(QStringLiteral("frameList"))->click();
        auto* list = test.window->findChild<RulesDialog*>();
        QVERIFY(list != nullptr);
        auto* rules = list->findChild<QTreeWidget*>(QStringLiteral("frameRules"));
        QCOMPARE(rules->topLevelItemCount(), 2);
        const auto items = rules->findItems(stream.name(), Qt::MatchExactly, 0);
        QCOMPARE(items.size(), 1);
        QCOMPARE(items.first()->text(1), QStringLiteral("line"));
        rules->setCurrentItem(items.first());
        list->findChild<QPushButton*>(QStringLiteral("removeFrameRule"))->click();
        QCOMPARE(rules->topLevelItemCount(), 1);
        // The reads are shown again.
        QVERIFY(logOf(test).frames() == nullptr);
        QVERIFY(!side(test, "showFrames")->isEnabled());
        QVERIFY(!test.window->frameRules().of(stream.name()));
    }

    void AnotherRuleReplacesTheFrames()
    {
        WindowUnderTest test;
        Stream stream(test);
        stream.write("a;b\nc;");
        setRule(test, stream.name(), "line");
        QVERIFY(showsFrames(test));
        QCOMPARE(shown(test), QStringList{QStringLiteral("a;b")});
        setRule(test, stream.name(), "delimiter:3b");
        const QStringList parts{QStringLiteral("a"), QStringLiteral("b\nc")};
        QTRY_COMPARE_WITH_TIMEOUT(shown(test), parts, patienceMs);
    }

    void ANewSessionForgetsTheFrames()
    {
        WindowUnderTest test;
        Stream stream(test);
        stream.write("one\n");
        setRule(test, stream.name(), "line");
        QVERIFY(showsFrames(test));
        bool started = false;
        test.window->session().restart([&started] { started = true; });
        QTRY_VERIFY_WITH_TIMEOUT(started, patienceMs);
        QVERIFY(logOf(test).frames() == nullptr);
        QVERIFY(!logOf(test).hasRule());
        QCOMPARE(viewOf(test)->rowCount(), quint64(0));
    }
};

PIPESCOPE_GUI_TEST(WindowFramesTest)
#include "tst_window_frames.moc"
