#include "filter/filter_line.h"
#include "highlight/highlight_dialog.h"
#include "highlight/row_highlighter.h"
#include "runner/register.h"
#include "test_settings.h"
#include "traffic/highlight_controller.h"
#include "traffic_under_test.h"
#include "widgets/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QElapsedTimer>
#include <QPushButton>
#include <QSettings>
#include <QTreeWidget>

using namespace pipescope;

/// Rows in colours of rules: what the log shows, and the dialog that edits them.
class HighlightTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_settings.use("highlight"); }
    void init() { TestSettings::clear(); }

    void RulesColourRowsInTheirOrder()
    {
        ShownTraffic shown(20);
        shown.records.received(shown.first, std::string(40'000, 'x') + "needle");
        shown.panel.refresh();
        QVERIFY(shown.isReady());
        auto* highlighter = shown.panel.findChild<RowHighlighter*>();
        highlighter->setRules(
            {{QStringLiteral("text contains \"text 4\""), Token::HighlightRed},
             {QStringLiteral("dir == in"), Token::HighlightBlue, false},
             {QStringLiteral("this is no filter ("), Token::HighlightOrange},
             {QStringLiteral("text contains \"text\""), Token::HighlightGreen},
             {QStringLiteral("text contains \"needle\""), Token::HighlightYellow}});
        const auto colorOf = [&](quint64 row) { return shown.view()->text(row).highlight; };
        QCOMPARE(colorOf(7), std::optional(Token::HighlightRed));
        QCOMPARE(colorOf(8), std::optional(Token::HighlightGreen));
        QVERIFY(!colorOf(0));
        // A long message is looked at behind the paint, and found.
        QTRY_COMPARE(colorOf(23), std::optional(Token::HighlightYellow));
        shown.panel.goToRow(8);
        Theme::instance().setMode(Theme::Mode::Light);
        const QImage image = shown.view()->viewport()->grab().toImage();
        const QRect rect = shown.view()->rowRect(10);
        QCOMPARE(image.pixelColor(rect.right() - 20, rect.top() + 2),
                 Theme::color(Token::HighlightGreen, false));
        Theme::instance().setMode(Theme::Mode::System);
        highlighter->setRules({});
        QVERIFY(!colorOf(7));
    }

    /// The request of a reply may be a million rows away: nothing for a paint.
    void RulesThatAskForTheLatencyAreJudgedBehindThePaint()
    {
        ShownTraffic shown(20);
        QVERIFY(shown.isReady());
        shown.panel.findChild<RowHighlighter*>()->setRules(
            {{QStringLiteral("latency > 0"), Token::HighlightViolet}});
        QVERIFY(!shown.view()->text(5).highlight);
        QTRY_COMPARE(shown.view()->text(5).highlight, std::optional(Token::HighlightViolet));
        QVERIFY(!shown.view()->text(3).highlight);
    }

    /// An expression may take a tenth of a second for a row: a screen of them is nothing for a paint.
    void RulesWithExpressionsAreJudgedBehindThePaint()
    {
        ShownTraffic shown(20);
        QVERIFY(shown.isReady());
        const std::string text = std::string(60, 'a') + "!";
        for (int i = 0; i < 40; ++i) {
            shown.records.received(shown.first, text);
        }
        shown.panel.refresh();
        auto* highlighter = shown.panel.findChild<RowHighlighter*>();
        highlighter->setRules(
            {{QStringLiteral("text ~ \"^(a|aa)+$\" || len == 61"), Token::HighlightViolet}});
        QElapsedTimer clock;
        clock.start();
        static_cast<void>(shown.view()->grab());
        QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
        const quint64 row = shown.view()->topRow();
        QTRY_COMPARE_WITH_TIMEOUT(shown.view()->text(row).highlight,
                                  std::optional(Token::HighlightViolet), 20'000);
    }

    void RulesMayAskForMarks()
    {
        ShownTraffic shown(20);
        QVERIFY(shown.isReady());
        shown.panel.findChild<RowHighlighter*>()->setRules(
            {{QStringLiteral("mark"), Token::HighlightViolet}});
        shown.panel.goToRow(8);
        QVERIFY(!shown.view()->text(8).highlight);
        shown.press(Qt::Key_M);
        QCOMPARE(shown.view()->text(8).highlight, std::optional(Token::HighlightViolet));
        shown.press(Qt::Key_M);
        QVERIFY(!shown.view()->text(8).highlight);
    }

    void RulesAreEditedAndKept()
    {
        {
            ShownTraffic shown(20);
            QVERIFY(shown.isReady());
            shown.panel.highlights().edit();
            auto* dialog = dialogOf<HighlightDialog>(shown);
            const auto button = [dialog](const char* name) {
                return dialog->findChild<QPushButton*>(QLatin1String(name));
            };
            auto* filter = dialog->findChild<FilterLine*>(QStringLiteral("highlightFilter"));
            const auto* ok = dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
            QVERIFY(!filter->isEnabled());
            QVERIFY(!button("highlightRemove")->isEnabled());
            QTest::mouseClick(button("highlightAdd"), Qt::LeftButton);
            QTest::keyClicks(filter, QStringLiteral("len > "));
            QVERIFY(!ok->isEnabled());
            QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("highlightHint"))
                        ->text()
                        .contains(QStringLiteral("7")));
            QTest::keyClicks(filter, QStringLiteral("3"));
            QVERIFY(ok->isEnabled());
            QTest::mouseClick(button("highlightAdd"), Qt::LeftButton);
            QTest::keyClicks(filter, QStringLiteral("con"));
            QAbstractItemView* offers = filter->findChild<QCompleter*>()->popup();
            QTRY_VERIFY(offers->isVisible()); // as in the line above the log
            QTest::keyClick(offers, Qt::Key_Escape);
            QTest::keyClicks(filter, QStringLiteral("n == 2"));
            QTest::mouseClick(button("highlightUp"), Qt::LeftButton);
            dialog->findChild<QTreeWidget*>()->topLevelItem(1)->setCheckState(0, Qt::Unchecked);
            accept(dialog, QDialogButtonBox::Ok);
            QCOMPARE(shown.view()->text(4).highlight, std::optional(Token::HighlightOrange));
            QVERIFY(!shown.view()->text(3).highlight);
        }
        ShownTraffic again(20);
        QCOMPARE(again.view()->text(4).highlight, std::optional(Token::HighlightOrange));
        QSettings settings;
        const auto rules = HighlightRules::load(settings);
        QCOMPARE(rules.size(), qsizetype(2));
        QCOMPARE(rules.at(0).filter, QStringLiteral("conn == 2"));
        QVERIFY(!rules.at(1).enabled);
    }

    void DamagedRulesAreLeftOut()
    {
        QSettings settings;
        HighlightRules::save(settings, {{QStringLiteral("len > 3"), Token::HighlightRed},
                                        {QStringLiteral("  "), Token::HighlightRed},
                                        {QStringLiteral("len > 4"), Token::HighlightBlue}});
        settings.setValue(QStringLiteral("highlight/rules/3/colour"), QStringLiteral("mauve"));
        const auto rules = HighlightRules::load(settings);
        QCOMPARE(rules.size(), qsizetype(1));
        settings.setValue(QStringLiteral("highlight/rules/size"), QStringLiteral("many"));
        QVERIFY(HighlightRules::load(settings).isEmpty());
    }

private:
    TestSettings m_settings;
};

PIPESCOPE_GUI_TEST(HighlightTest)
#include "tst_highlight.moc"
