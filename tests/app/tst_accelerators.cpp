#include "connections/call_dialog.h"
#include "connections/new_client_dialog.h"
#include "connections/new_server_dialog.h"
#include "identity/access_dialog.h"
#include "runner/register.h"
#include "session/export_dialog.h"
#include "widgets/language.h"
#include "window_test.h"

#include <QAbstractButton>
#include <QDialog>
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

/// Presses the accelerator of each label; the names of those that do not lead to their field.
QString deadIn(QDialog& dialog)
{
    dialog.show();
    dialog.activateWindow();
    if (!QTest::qWaitForWindowActive(&dialog)) {
        return QStringLiteral("the dialog is not active\n");
    }
    QString dead;
    for (const auto* label : dialog.findChildren<QLabel*>()) {
        const QKeySequence key = QKeySequence::mnemonic(label->text());
        if (key.isEmpty() || !label->isVisible()) {
            continue;
        }
        QWidget* const field = label->buddy();
        if (field == nullptr) {
            dead += QStringLiteral("%1 has no field\n").arg(label->text());
            continue;
        }
        if (!field->isEnabled()) {
            continue;
        }
        if (QWidget* const before = dialog.focusWidget(); before != nullptr) {
            before->clearFocus();
        }
        const QKeyCombination pressed = key[0];
        QTest::keyClick(&dialog, pressed.key(), pressed.keyboardModifiers());
        const QWidget* const focused = dialog.focusWidget();
        if (focused != field && focused != field->focusProxy()
            && (focused == nullptr || !field->isAncestorOf(focused))) {
            dead += QStringLiteral("%1 leads nowhere\n").arg(label->text());
        }
    }
    return dead;
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

    void AcceleratorsOfDialogsLeadToTheirFields_data() { addLanguages(); }
    void AcceleratorsOfDialogsLeadToTheirFields()
    {
        useLanguage();
        QString dead;
        for (const auto system : {pipecore::System::Windows, pipecore::System::Unix}) {
            NewServerDialog server(nullptr, system);
            dead += deadIn(server);
            NewClientDialog client(nullptr, system);
            dead += deadIn(client);
        }
        CallDialog call(nullptr);
        dead += deadIn(call);
        ExportDialog exported({.all = 10, .filtered = {}, .selected = {}});
        dead += deadIn(exported);
        AccessDialog access(nullptr);
        dead += deadIn(access);
        QVERIFY2(dead.isEmpty(), qPrintable(dead));
    }

    void AcceleratorsOfMenusOpenThem_data() { addLanguages(); }
    void AcceleratorsOfMenusOpenThem()
    {
        const WindowUnderTest test;
        useLanguage();
        test.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(test.window.get()));
        int opened = 0;
        for (const QAction* action : test.window->menuBar()->actions()) {
            const QKeySequence key = QKeySequence::mnemonic(action->text());
            QVERIFY2(!key.isEmpty(), qPrintable(action->text()));
            const QKeyCombination pressed = key[0];
            QTest::keyClick(test.window.get(), pressed.key(), pressed.keyboardModifiers());
            QTRY_VERIFY2(action->menu()->isVisible(), qPrintable(action->text()));
            action->menu()->close();
            ++opened;
        }
        QVERIFY(opened >= 4);
    }

    // Two actions with one key would do nothing: Qt calls it ambiguous.
    void KeysOfTheWindowAreUnique()
    {
        const WindowUnderTest test;
        std::map<QString, QString> keys;
        QString shared;
        for (const QAction* action : test.window->findChildren<QAction*>()) {
            if (action->shortcutContext() == Qt::WidgetShortcut
                || action->shortcutContext() == Qt::WidgetWithChildrenShortcut) {
                continue;
            }
            for (const QKeySequence& key : action->shortcuts()) {
                const auto [entry, isNew] = keys.emplace(key.toString(), action->text());
                if (!isNew) {
                    shared += QStringLiteral("%1: %2 / %3\n")
                                  .arg(key.toString(), entry->second, action->text());
                }
            }
        }
        QVERIFY(keys.size() > 10);
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
