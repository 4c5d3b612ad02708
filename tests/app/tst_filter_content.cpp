#include "runner/register.h"
#include "shown_log.h"
#include "test_settings.h"
#include "widgets/language.h"

#include <QScopeGuard>

using namespace pipescope;

/// Filters in the window that look at what a row shows and at what its message decodes to.
class FilterContentTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_settings.use("tst_filter_content"); }
    void init() { TestSettings::clear(); }

    /// `text` finds what the log shows of an event, in the language of the window as well.
    void WhatARowShowsIsFound()
    {
        ShownLog shown;
        shown.panel.setFilter(QStringLiteral("text contains \"listening on\""));
        QTRY_COMPARE(shown.rows(), QStringLiteral("0"));
        shown.panel.setFilter(QStringLiteral("\"node.exe (988\""));
        QTRY_COMPARE(shown.rows(), QStringLiteral("2"));
        Language::instance().setCode(QStringLiteral("de"));
        const auto english =
            qScopeGuard([] { Language::instance().setCode(QStringLiteral("en")); });
        shown.panel.setFilter(QStringLiteral("\"lauscht auf\""));
        QTRY_COMPARE(shown.rows(), QStringLiteral("0"));
    }

    void ABareWordIsFoundInTheText()
    {
        ShownLog shown;
        shown.talk(2);
        shown.type("question && dir == in");
        QTRY_COMPARE(shown.rows(), QStringLiteral("3 5"));
    }

    void FieldsOfDecodedMessagesFilterAndComplete()
    {
        MemoryRecords other;
        ShownLog shown;
        shown.records.received(shown.app, R"({"id":5,"method":"open"})");
        shown.records.sent(shown.app, R"({"id":5,"result":{"size":12}})");
        shown.panel.refresh();
        shown.panel.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&shown.panel));
        shown.line()->setFocus();
        const auto offered = [&shown](const char* text) {
            const auto* const model = shown.offers()->model();
            return !model
                        ->match(model->index(0, 0), Qt::UserRole, QString::fromUtf8(text), 1,
                                Qt::MatchExactly)
                        .isEmpty();
        };
        // They are looked for on a thread.
        QTRY_VERIFY(([&] {
            shown.line()->setText({});
            shown.type("json.res");
            return offered("json.result.size");
        }()));
        QVERIFY(!offered("json.id"));
        shown.line()->setText({});
        shown.type("json.result.size > 11");
        QTRY_COMPARE(shown.rows(), QStringLiteral("4"));
        // Another session has other fields.
        shown.panel.setSource(&other);
        shown.line()->setText({});
        shown.type("json.res");
        QVERIFY(!shown.offers()->isVisible());
        shown.panel.setSource(nullptr);
    }

    /// While a name is typed, the log does not jump to what its beginning is found in.
    void AWordThatMayBecomeAFieldWaits()
    {
        ShownLog shown;
        shown.talk(1);
        shown.type("con");
        QCOMPARE(shown.view()->rowCount(), quint64(5));
        QVERIFY(!shown.mistake()->isVisible());
        shown.type("n == 1");
        QTRY_COMPARE(shown.rows(), QStringLiteral("1 3 4"));
        shown.line()->setText({});
        QTRY_COMPARE(shown.view()->rowCount(), quint64(5));
        shown.type("con");
        QTRY_COMPARE(shown.rows(), QStringLiteral("1 2"));
    }

private:
    TestSettings m_settings;
};

PIPESCOPE_GUI_TEST(FilterContentTest)
#include "tst_filter_content.moc"
