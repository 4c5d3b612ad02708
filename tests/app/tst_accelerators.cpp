#include "connections/call_dialog.h"
#include "connections/new_client_dialog.h"
#include "connections/new_server_dialog.h"
#include "runner/register.h"
#include "widgets/language.h"
#include "window_test.h"

#include <QAbstractButton>
#include <QKeySequence>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>

#include <map>

using namespace pipescope;

namespace {

/// Texts by accelerator; `problem` names the texts that share one.
class Accelerators
{
public:
    void add(const QString& text)
    {
        const QKeySequence key = QKeySequence::mnemonic(text);
        if (key.isEmpty()) {
            return;
        }
        const auto [entry, added] = m_texts.emplace(key.toString(), text);
        if (!added) {
            problem += QStringLiteral("%1 / %2\n").arg(entry->second, text);
        }
    }

    QString problem;

private:
    std::map<QString, QString> m_texts;
};

/// The shared accelerators of a menu and of the menus in it.
QString sharedIn(const QList<QAction*>& actions)
{
    Accelerators letters;
    QString inner;
    for (const QAction* action : actions) {
        letters.add(action->text());
        if (action->menu() != nullptr) {
            inner += sharedIn(action->menu()->actions());
        }
    }
    return letters.problem + inner;
}

QString sharedIn(const QWidget& dialog)
{
    Accelerators letters;
    for (const auto* label : dialog.findChildren<QLabel*>()) {
        if (label->buddy() != nullptr) {
            letters.add(label->text());
        }
    }
    for (const auto* button : dialog.findChildren<QAbstractButton*>()) {
        letters.add(button->text());
    }
    return letters.problem;
}

} // namespace

/// Each accelerator of a menu or dialog leads to one entry only, in every language.
class AcceleratorsTest : public QObject
{
    Q_OBJECT

private slots:
    void MenusHaveUniqueAccelerators_data() { addLanguages(); }
    void MenusHaveUniqueAccelerators()
    {
        const WindowUnderTest test;
        useLanguage();
        const QString shared = sharedIn(test.window->menuBar()->actions());
        QVERIFY2(shared.isEmpty(), qPrintable(shared));
    }

    void DialogsHaveUniqueAccelerators_data() { addLanguages(); }
    void DialogsHaveUniqueAccelerators()
    {
        useLanguage();
        QString shared;
        for (const auto system : {pipecore::System::Windows, pipecore::System::Unix}) {
            shared += sharedIn(NewServerDialog(nullptr, system));
            shared += sharedIn(NewClientDialog(nullptr, system));
        }
        shared += sharedIn(CallDialog(nullptr));
        QVERIFY2(shared.isEmpty(), qPrintable(shared));
    }

    static void cleanup() { Language::instance().setCode(QStringLiteral("en")); }

private:
    static void addLanguages()
    {
        QTest::addColumn<QString>("code");
        for (const auto& choice : Language::choices()) {
            QTest::newRow(qPrintable(choice.code)) << choice.code;
        }
    }
    static void useLanguage()
    {
        QFETCH(QString, code);
        Language::instance().setCode(code);
    }
};

PIPESCOPE_GUI_TEST(AcceleratorsTest)
#include "tst_accelerators.moc"
