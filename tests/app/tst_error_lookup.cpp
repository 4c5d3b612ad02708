#include "help/error_lookup_dialog.h"

#include "runner/register.h"
#include "widgets/error_text.h"
#include "widgets/formatting.h"
#include "widgets/language.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace pipescope;

namespace {

struct Lookup
{
    ErrorLookupDialog dialog;

    Lookup() { dialog.show(); }

    [[nodiscard]] QString label(const char* name) const
    {
        return dialog.findChild<QLabel*>(QLatin1String(name))->text();
    }
    [[nodiscard]] QStringList causes() const
    {
        QStringList texts;
        for (const QLabel* label : dialog.findChildren<QLabel*>(QStringLiteral("cause"))) {
            texts << label->text();
        }
        return texts;
    }
    [[nodiscard]] QComboBox* box(const char* name) const
    {
        return dialog.findChild<QComboBox*>(QLatin1String(name));
    }
    void chooseWindows()
    {
        box("lookupSystem")
            ->setCurrentIndex(box("lookupSystem")->findText(QStringLiteral("Windows")));
    }
};

} // namespace

class ErrorLookupTest : public QObject
{
    Q_OBJECT

private slots:
    void TypingExplainsAtOnce();
    void CallsOfTheCodeAreOffered();
    void NumberIsOfTheChosenSystem();
    void HresultAndStatusAreUnderstood();
    void UnknownCodeListsTheValidForms();
    void NumberOfTheOtherSystemIsFound();
    void CopyTakesEverything();
    void LanguageChangesTheTexts();
    void EveryCauseIsTranslated();
};

void ErrorLookupTest::TypingExplainsAtOnce()
{
    Lookup lookup;
    QCOMPARE(lookup.causes().size(), 0);
    auto* copy = lookup.dialog.findChild<QPushButton*>(QStringLiteral("lookupCopy"));
    QVERIFY(!copy->isEnabled());
    QTest::keyClicks(lookup.dialog.findChild<QLineEdit*>(QStringLiteral("lookupCode")),
                     QStringLiteral("epipe"));
    QCOMPARE(lookup.label("factsTitle"), QStringLiteral("32 (0x20) EPIPE"));
    QVERIFY(lookup.label("factsExplanation").contains(QStringLiteral("closed the connection")));
    QVERIFY(lookup.causes().size() > 1);
    QVERIFY(copy->isEnabled());
}

void ErrorLookupTest::CallsOfTheCodeAreOffered()
{
    Lookup lookup;
    lookup.dialog.setCode(QStringLiteral("ERROR_PIPE_BUSY"));
    QComboBox* call = lookup.box("lookupCall");
    QCOMPARE(call->currentText(), QStringLiteral("Any"));
    QVERIFY(lookup.causes().first().contains(QStringLiteral("CreateNamedPipe:")));
    const auto any = lookup.causes().size();
    call->setCurrentIndex(call->findText(QStringLiteral("CreateFile")));
    QVERIFY(lookup.causes().size() < any);
    QVERIFY(lookup.causes().first().contains(QStringLiteral("Only one attempt was made")));
    QVERIFY(!lookup.causes().first().contains(QStringLiteral("CreateFile:")));
    // Another code that the call gives as well keeps it, one that it does not gives it up.
    lookup.dialog.setCode(QStringLiteral("ERROR_ACCESS_DENIED"));
    QCOMPARE(call->currentText(), QStringLiteral("CreateFile"));
    lookup.dialog.setCode(QStringLiteral("ECONNREFUSED"));
    QCOMPARE(call->currentText(), QStringLiteral("Any"));
}

void ErrorLookupTest::NumberIsOfTheChosenSystem()
{
    Lookup lookup;
    lookup.chooseWindows();
    lookup.dialog.setCode(QStringLiteral("32"));
    QCOMPARE(lookup.label("factsTitle"), QStringLiteral("32 (0x20) ERROR_SHARING_VIOLATION"));
    QComboBox* system = lookup.box("lookupSystem");
    system->setCurrentIndex(system->findText(QStringLiteral("Linux")));
    QCOMPARE(lookup.label("factsTitle"), QStringLiteral("32 (0x20) EPIPE"));
}

void ErrorLookupTest::HresultAndStatusAreUnderstood()
{
    Lookup lookup;
    lookup.dialog.setCode(QStringLiteral(" 0x800700e7 "));
    QCOMPARE(lookup.label("factsTitle"), QStringLiteral("231 (0xE7) ERROR_PIPE_BUSY"));
    lookup.dialog.setCode(QStringLiteral("0xC000014B"));
    QCOMPARE(lookup.label("factsTitle"), QStringLiteral("109 (0x6D) ERROR_BROKEN_PIPE"));
}

void ErrorLookupTest::NumberOfTheOtherSystemIsFound()
{
    Lookup lookup;
    lookup.box("lookupSystem")
        ->setCurrentIndex(lookup.box("lookupSystem")->findText(QStringLiteral("Linux")));
    lookup.dialog.setCode(QStringLiteral("231")); // no errno has this number
    QCOMPARE(lookup.label("factsTitle"), QStringLiteral("231 (0xE7) ERROR_PIPE_BUSY"));
}

void ErrorLookupTest::UnknownCodeListsTheValidForms()
{
    Lookup lookup;
    lookup.dialog.setCode(QStringLiteral("nonsense"));
    QCOMPARE(lookup.label("factsTitle"), QStringLiteral("Unknown error code"));
    QVERIFY(lookup.label("factsExplanation").contains(QStringLiteral("0x800700E7")));
    QCOMPARE(lookup.causes().size(), 0);
}

void ErrorLookupTest::CopyTakesEverything()
{
    Lookup lookup;
    lookup.dialog.setCode(QStringLiteral("EPIPE"));
    lookup.dialog.findChild<QPushButton*>(QStringLiteral("lookupCopy"))->click();
    const QString copied = QApplication::clipboard()->text();
    QVERIFY(copied.startsWith(QStringLiteral("32 (0x20) EPIPE\n")));
    QVERIFY(copied.contains(QStringLiteral("\n1. send: ")));
    QVERIFY(copied.contains(QStringLiteral(u"\n   → ")));
    QVERIFY(copied.contains(QStringLiteral("Platform: Linux\n")));
}

void ErrorLookupTest::LanguageChangesTheTexts()
{
    Lookup lookup;
    lookup.dialog.setCode(QStringLiteral("EPIPE"));
    const QString english = lookup.label("factsExplanation");
    Language::instance().setCode(QStringLiteral("de"));
    QTRY_COMPARE(lookup.dialog.windowTitle(), QStringLiteral("Fehler nachschlagen"));
    QVERIFY(lookup.label("factsExplanation") != english);
    Language::instance().setCode(QStringLiteral("en"));
    QTRY_COMPARE(lookup.label("factsExplanation"), english);
}

void ErrorLookupTest::EveryCauseIsTranslated()
{
    Language::instance().setCode(QStringLiteral("de"));
    for (const auto domain : {pipecore::ErrorDomain::Win32, pipecore::ErrorDomain::Errno}) {
        for (const std::uint32_t code : pipecore::explainedCodes(domain)) {
            pipecore::Error error;
            error.domain = domain;
            error.code = code;
            const auto explanation = pipecore::explain(error);
            const auto causes = explanationCauses(explanation);
            QVERIFY(explanationSentence(explanation) != fromCore(explanation.sentence));
            for (qsizetype i = 0; i < causes.size(); ++i) {
                const auto& source = explanation.causes[static_cast<std::size_t>(i)];
                QVERIFY2(causes[i].text != fromCore(source.text), source.text.data());
                QVERIFY2(causes[i].action != fromCore(source.action), source.action.data());
            }
        }
    }
    Language::instance().setCode(QStringLiteral("en"));
}

PIPESCOPE_GUI_TEST(ErrorLookupTest)
#include "tst_error_lookup.moc"
