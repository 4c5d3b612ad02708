#include "window_test.h"

#include "connections/new_client_dialog.h"
#include "connections/new_server_dialog.h"
#include "explorer/inspect_dialog.h"
#include "explorer/pipes_panel.h"
#include "runner/register.h"

#include <QDockWidget>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTreeView>

#include <algorithm>

using namespace pipescope;

/// The pipes of this computer in the window, with real pipes.
class ExplorerTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        if (const auto pipes = pipecore::listPipes(); !pipes) {
            QSKIP("this system (Wine) does not list pipes: needs Windows");
        }
    }

    void ServerIsListedAndConnectedToWithTwoClicks()
    {
        WindowUnderTest test;
        const QString name = serve(test);
        select(test, name);
        QTreeView* tree = treeOf(test);
        // The view takes a double click for one only on the row that was pressed before.
        const QPoint place = tree->visualRect(tree->currentIndex()).center();
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(tree->viewport(), Qt::LeftButton, {}, place);
        auto* dialog = test.window->findChild<NewClientDialog*>();
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->findChild<QLineEdit*>(QStringLiteral("name"))->text(), name);
        QVERIFY(dialog->options().mode == pipecore::PipeMode::Byte);
        dialog->accept();
        QTRY_COMPARE_WITH_TIMEOUT(test.totals().connections, 2U, WindowUnderTest::patienceMs);
    }

    void ServerLikeItIsOffered()
    {
        WindowUnderTest test;
        const QString name = serve(test);
        select(test, name);
        press(test.window->findChild<PipesPanel*>(), QStringLiteral("Clone as server…"));
        auto* dialog = test.window->findChild<NewServerDialog*>();
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->findChild<QLineEdit*>(QStringLiteral("name"))->text(),
                 name + QStringLiteral("-copy"));
        dialog->reject();
    }

    void InspectionShowsTheServer()
    {
        WindowUnderTest test;
        const QString name = serve(test);
        select(test, name);
        press(test.window->findChild<PipesPanel*>(), QStringLiteral("Inspect…"));
#ifdef Q_OS_WIN
        auto* warning = test.window->findChild<QMessageBox*>();
        QVERIFY(warning != nullptr);
        press(warning, QStringLiteral("Inspect"));
#endif
        auto* dialog = test.window->findChild<InspectDialog*>();
        QVERIFY(dialog != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->factsText().isEmpty(), WindowUnderTest::patienceMs);
        const QString process = QStringLiteral("Server process: %1\n");
        QVERIFY2(dialog->factsText().contains(process.arg(QCoreApplication::applicationPid())),
                 qPrintable(dialog->factsText()));
    }

    void HiddenPanelDoesNotList()
    {
        WindowUnderTest test;
        auto* panel = test.window->findChild<PipesPanel*>();
        QVERIFY(panel->isVisible());
        test.window->findChild<QDockWidget*>(QStringLiteral("PipesDock"))->hide();
        QVERIFY(!panel->isVisible());
        QVERIFY(!panel->findChild<PipeWatcher*>()->isActive());
    }

private:
    static QTreeView* treeOf(const WindowUnderTest& test)
    {
        return test.window->findChild<PipesPanel*>()->findChild<QTreeView*>();
    }
    static QString serve(const WindowUnderTest& test)
    {
        pipecore::ServerOptions server;
        server.name = WindowUnderTest::pipeName();
        server.mode = pipecore::PipeMode::Byte;
        test.window->startServer(server);
        return QString::fromStdString(server.name);
    }
    static void select(const WindowUnderTest& test, const QString& name)
    {
        QTreeView* tree = treeOf(test);
        test.window->findChild<PipesPanel*>()->findChild<QLineEdit*>()->setText(name);
        QTRY_COMPARE_WITH_TIMEOUT(tree->model()->rowCount(), 1, WindowUnderTest::patienceMs);
        tree->setCurrentIndex(tree->model()->index(0, 0));
    }
    static void press(const QWidget* window, const QString& text)
    {
        const QList<QPushButton*> buttons = window->findChildren<QPushButton*>();
        const auto button = std::ranges::find(buttons, text, &QPushButton::text);
        QVERIFY(button != buttons.end());
        QVERIFY((*button)->isEnabled());
        (*button)->click();
    }
};

PIPESCOPE_GUI_TEST(ExplorerTest)
#include "tst_explorer.moc"
