#include "window_test.h"

#include "composer/composer_panel.h"
#include "connections/new_server_dialog.h"
#include "endpoints/endpoints_panel.h"
#include "endpoints/pipe_facts_dialog.h"
#include "engine/engine_thread.h"
#include "log/log_view.h"
#include "runner/register.h"
#include "traffic/traffic_panel.h"
#include "widgets/language.h"
#include "widgets/message_bar.h"
#include "widgets/shortcuts_dialog.h"
#include "widgets/theme.h"

#include "pipecore/engine/traffic_handler.h"
#include "test_paths.h"

#include <QAbstractItemModel>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QThread>
#include <QTreeView>
#include <QTreeWidget>

#include <atomic>
#include <limits>
#include <memory>

using namespace pipescope;

namespace {

/// All texts of a tree, one after the other.
QString textOf(const QAbstractItemModel& model, const QModelIndex& parent = {})
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            text += index.data().toString() + QLatin1Char('\n');
        }
        text += textOf(model, model.index(row, 0, parent));
    }
    return text;
}

QString endpointsText(const WindowUnderTest& test)
{
    const auto* tree = test.window->findChild<EndpointsPanel*>()->findChild<QTreeView*>();
    return textOf(*tree->model());
}

QString cli()
{
    QString path = QStringLiteral(PIPESCOPE_BIN_DIR "/pipescope-cli");
#ifdef Q_OS_WIN
    path += QStringLiteral(".exe");
#endif
    return path;
}

/// The whole text of a row.
QString rowText(const pipecore::RecordSource& source, quint64 row)
{
    const auto record = source.read(row, std::numeric_limits<std::size_t>::max());
    if (!record) {
        return QStringLiteral("unreadable");
    }
    const auto* const message = record->as<pipecore::Message>();
    return QStringLiteral("%1 %2 %3 %4 %5 %6 %7")
        .arg(static_cast<int>(record->kind()))
        .arg(record->wallNs)
        .arg(record->endpoint.value)
        .arg(record->connection.value)
        .arg(message != nullptr ? static_cast<int>(message->direction) : 0)
        .arg(message != nullptr ? message->length : 0)
        .arg(QString::fromLatin1(QByteArray(reinterpret_cast<const char*>(record->payload.data()),
                                            static_cast<qsizetype>(record->payload.size()))
                                     .toHex()));
}

/// Says on which thread it was called.
class ThreadRecorder final : public pipecore::TrafficHandler
{
public:
    [[nodiscard]] pipecore::Verdict
    onMessage(const pipecore::Conversation& /*conversation*/,
              const pipecore::IncomingMessage& /*message*/) noexcept override
    {
        isEngineThread = dynamic_cast<EngineThread*>(QThread::currentThread()) != nullptr;
        thread = QThread::currentThread();
        return pipecore::Verdict::pass();
    }

    std::atomic<bool> isEngineThread{false};
    std::atomic<QThread*> thread{nullptr};
};

} // namespace

class TestWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        setApplicationIdentity();
        Language::instance().setCode(QStringLiteral("en"));
    }
    void cleanup()
    {
        Language::instance().setCode(QStringLiteral("en"));
        Theme::instance().setMode(Theme::Mode::Light);
    }

    /// Thread on which an answering rule is called.
    void TrafficHandlerIsCalledOnTheEngineThread()
    {
        WindowUnderTest test;
        const auto handler = std::make_shared<ThreadRecorder>();
        pipecore::ServerOptions server;
        server.name = WindowUnderTest::pipeName();
        QVERIFY(test.window->session().live()->engine().startServer(server, handler));
        pipecore::ClientOptions client;
        client.name = server.name;
        test.window->connectClient(client);
        QTRY_COMPARE_WITH_TIMEOUT(test.totals().connections, 2U, WindowUnderTest::patienceMs);
        const auto connections = test.recorder().facts().snapshot().connections;
        for (const auto& connection : connections) {
            QVERIFY(test.window->session().live()->engine().send(connection.id,
                                                                 pipecore::toBytes("who calls?")));
        }
        QTRY_VERIFY_WITH_TIMEOUT(handler->thread.load() != nullptr, WindowUnderTest::patienceMs);
        QVERIFY(handler->isEngineThread.load());
        QVERIFY(handler->thread.load() != QThread::currentThread());
        QCOMPARE(handler->thread.load()->objectName(), QStringLiteral("engine"));
    }

    /// The program's main job, from the dialog to the file: serve, see who comes, send, save, reopen.
    void ServeSeeSendSaveReopen()
    {
        WindowUnderTest test;
        const std::string name = WindowUnderTest::pipeName();

        test.window->actions()[Action::NewServer]->trigger();
        auto* dialog = test.window->findChild<NewServerDialog*>();
        QVERIFY(dialog != nullptr);
        auto* nameField = dialog->findChild<QLineEdit*>(QStringLiteral("name"));
        QVERIFY(nameField != nullptr);
        nameField->clear();
        QTest::keyClicks(nameField, QString::fromStdString(name));
        QTest::keyClick(nameField, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(test.totals().endpoints, 1U, WindowUnderTest::patienceMs);

        QVERIFY2(QFileInfo::exists(cli()), qPrintable(cli()));
        QProcess client;
        client.setStandardOutputFile(test.file("client.out"));
        client.setStandardErrorFile(test.file("client.err"));
        client.start(cli(), {QStringLiteral("connect"), QString::fromStdString(name),
                             QStringLiteral("--send-text"), QStringLiteral("hello"),
                             QStringLiteral("--expect-hex"), QStringLiteral("de ad be ef 00 ff"),
                             QStringLiteral("--timeout"), QStringLiteral("20000")});
        QVERIFY(client.waitForStarted(WindowUnderTest::patienceMs));
        QTRY_COMPARE_WITH_TIMEOUT(test.totals().messages, 1U, WindowUnderTest::patienceMs);

        const auto connections = test.recorder().facts().snapshot().connections;
        QVERIFY(!connections.empty() && connections.front().peer);
        const auto processId = connections.front().peer->processId;
        QVERIFY(processId.has_value());
        QCOMPARE(static_cast<qint64>(*processId), client.processId());
        QTRY_VERIFY2_WITH_TIMEOUT(endpointsText(test).contains(QString::number(*processId)),
                                  qPrintable(endpointsText(test)), WindowUnderTest::patienceMs);

        QTest::mouseClick(child<QRadioButton>(test, "hexMode"), Qt::LeftButton);
        auto* payload = child<QPlainTextEdit>(test, "payload");
        payload->setFocus();
        QTest::keyClicks(payload, QStringLiteral("DE AD BE EF 00 FF"));
        QTRY_VERIFY(child<QPushButton>(test, "send")->isEnabled());
        QTest::mouseClick(child<QPushButton>(test, "send"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(client.state(), QProcess::NotRunning,
                                  WindowUnderTest::patienceMs);
        QFile errors(test.file("client.err"));
        QVERIFY(errors.open(QIODevice::ReadOnly));
        QVERIFY2(client.exitCode() == 0, errors.readAll().constData());
        QTRY_COMPARE_WITH_TIMEOUT(test.totals().connections, 0U, WindowUnderTest::patienceMs);

        // Saved after the last row came, so that file and live session are the same.
        const QString path = test.file("kept.pcapng");
        test.save(path);
        const quint64 rows = test.recorder().rowCount();
        test.openFile(path);
        const pipecore::RecordSource& file = *test.window->session().source();
        QVERIFY(&file != &test.recorder());
        QCOMPARE(file.rowCount(), rows);
        for (quint64 row = 0; row < rows; ++row) {
            QCOMPARE(rowText(file, row), rowText(test.recorder(), row));
        }
        QVERIFY(test.window->windowTitle().startsWith(QLatin1String("kept.pcapng")));
        QVERIFY(!test.window->findChild<ComposerPanel*>()->isEnabled());
    }

    void FailedStartIsShownWithItsCause()
    {
        WindowUnderTest test;
        pipecore::ServerOptions options;
        options.name = WindowUnderTest::pipeName();
        test.window->startServer(options);
        QTRY_COMPARE_WITH_TIMEOUT(test.totals().endpoints, 1U, WindowUnderTest::patienceMs);
        QVERIFY(!test.window->messages().isShowing(QStringLiteral("error")));
#ifdef Q_OS_WIN
        // Wine lets a second server have the same name (FILE_FLAG_FIRST_PIPE_INSTANCE is ignored).
        pipecore::ClientOptions client;
        client.name = WindowUnderTest::pipeName();
        client.timeout = std::chrono::milliseconds(0);
        test.window->connectClient(client);
        const QString symbol = QStringLiteral("ERROR_FILE_NOT_FOUND");
#else
        test.window->startServer(options);
        const QString symbol = QString::fromStdString(options.name);
#endif
        QTRY_VERIFY_WITH_TIMEOUT(test.window->messages().isShowing(QStringLiteral("error")),
                                 WindowUnderTest::patienceMs);
        const QString text = test.window->messages().textOf(QStringLiteral("error"));
        QVERIFY2(text.contains(symbol), qPrintable(text));
    }

    void FactsOfAConnectionAreAskedAgain()
    {
        WindowUnderTest test;
        test.startEcho();
        const auto connection = test.recorder().facts().snapshot().connections.front().id;
        auto* endpoints = test.window->findChild<EndpointsPanel*>();
        emit endpoints->factsRequested(connection, QStringLiteral("echo"));
        auto* dialog = test.window->findChild<PipeFactsDialog*>();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        auto* type = dialog->findChild<QLabel*>(QStringLiteral("info0"));
        QTRY_VERIFY_WITH_TIMEOUT(type->text() != QStringLiteral("–"), WindowUnderTest::patienceMs);
        const auto* waiting = dialog->findChild<QLabel*>(QStringLiteral("waiting0"));
        QVERIFY(waiting->text().startsWith(QLatin1Char('0')));

        // A dialog for each connection; F5 refreshes it.
        emit endpoints->factsRequested(connection, QStringLiteral("echo"));
        QCOMPARE(test.window->findChildren<PipeFactsDialog*>().size(), qsizetype{1});
        type->setText(QStringLiteral("old"));
        QTest::keyClick(dialog, Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(type->text() != QStringLiteral("old"),
                                 WindowUnderTest::patienceMs);

        // Of one that is over there is nothing to know, and the dialog says so itself.
        QVERIFY(test.window->session().live()->engine().close(connection,
                                                              pipecore::CloseMode::Abortive));
        QTRY_VERIFY_WITH_TIMEOUT(test.recorder().facts().connection(connection)->closedNs != 0,
                                 WindowUnderTest::patienceMs);
        dialog->findChild<QPushButton*>(QStringLiteral("refresh"))->click();
        const auto* problem = dialog->findChild<QLabel*>(QStringLiteral("problem"));
        QTRY_VERIFY_WITH_TIMEOUT(problem->isVisible(), WindowUnderTest::patienceMs);
        QVERIFY(!test.window->messages().isShowing(QStringLiteral("error")));
    }

    void StatusBarCounts()
    {
        WindowUnderTest test;
        test.startEcho();
        test.sendEchoed("one");
        QTRY_VERIFY2_WITH_TIMEOUT(test.window->status().text().startsWith(
                                      QStringLiteral("2 endpoints · 2 connections · 4 messages")),
                                  qPrintable(test.window->status().text()),
                                  WindowUnderTest::patienceMs);
    }

    void EveryActionIsReachable()
    {
        WindowUnderTest test;
        QSet<QAction*> inMenus;
        const auto collect = [&inMenus](auto&& self, const QList<QAction*>& actions) -> void {
            for (QAction* action : actions) {
                inMenus.insert(action);
                if (action->menu() != nullptr) {
                    self(self, action->menu()->actions());
                }
            }
        };
        collect(collect, test.window->menuBar()->actions());
        QMultiMap<QString, QString> keys;
        for (int i = 0; i < static_cast<int>(Action::Count); ++i) {
            QAction* action = test.window->actions()[static_cast<Action>(i)];
            const QByteArray name = action->text().toUtf8();
            QVERIFY2(inMenus.contains(action), name.constData());
            QVERIFY2(!action->text().isEmpty() && !action->statusTip().isEmpty(), name.constData());
            // The demo has no key: it must not begin by accident.
            QVERIFY2(action->shortcut().isEmpty() == (i == static_cast<int>(Action::Demo)),
                     name.constData());
            QVERIFY2(
                action->toolTip().contains(action->shortcut().toString(QKeySequence::NativeText)),
                name.constData());
        }
        for (const QAction* action : test.window->QWidget::actions()) {
            if (!action->shortcut().isEmpty()) {
                keys.insert(action->shortcut().toString(), action->text());
            }
        }
        for (const QString& key : keys.uniqueKeys()) {
            QVERIFY2(keys.count(key) == 1, qPrintable(key));
        }
    }

    /// Enter and a double click on a row bring the detail up and put the keyboard there.
    void RowIsOpenedByKeyboardAndByMouse()
    {
        WindowUnderTest test;
        test.startEcho();
        test.sendEchoed("look at me");
        auto* log = test.window->findChild<LogView*>();
        auto* dock = child<QDockWidget>(test, "DetailDock");
        const quint64 last = test.recorder().rowCount() - 1;
        const auto isOpened = [&] {
            return dock->isVisible() && dock->isAncestorOf(test.window->focusWidget());
        };

        dock->close();
        log->setFocus();
        QTRY_VERIFY_WITH_TIMEOUT(log->rowCount() > last, WindowUnderTest::patienceMs);
        QTest::keyClick(log, Qt::Key_End);
        QTest::keyClick(log, Qt::Key_Up);
        QVERIFY(!isOpened());
        QTest::keyClick(log, Qt::Key_Return);
        QVERIFY(isOpened());

        dock->close();
        log->setFocus();
        QTRY_COMPARE(log->rowAt(log->rowRect(last).center()), std::optional<quint64>(last));
        const QPoint place = log->rowRect(last).center();
        QTest::mouseClick(log->viewport(), Qt::LeftButton, {}, place);
        QVERIFY(!isOpened());
        QTest::mouseDClick(log->viewport(), Qt::LeftButton, {}, place);
        QVERIFY(isOpened());
        QCOMPARE(log->currentRow(), std::optional<quint64>(last));
    }

    void EveryKeyIsInTheListOfKeys()
    {
        WindowUnderTest test;
        test.window->actions()[Action::Shortcuts]->trigger();
        const auto* dialog = test.window->findChild<ShortcutsDialog*>();
        QVERIFY(dialog != nullptr);
        const auto* list = dialog->findChild<QTreeWidget*>();
        int keys = 0;
        for (const QAction* action : test.window->QWidget::actions()) {
            if (action->shortcut().isEmpty()) {
                continue;
            }
            ++keys;
            if (!action->isVisible()) {
                continue; // not on this system
            }
            const auto rows = list->findItems(action->shortcut().toString(QKeySequence::NativeText),
                                              Qt::MatchExactly | Qt::MatchRecursive, 0);
            QVERIFY2(rows.size() == 1, qPrintable(action->text()));
            QVERIFY2(!rows.first()->text(1).isEmpty(), qPrintable(action->text()));
        }
        QVERIFY(keys >= static_cast<int>(Action::Count) - 1); // the demo has none
        // Keys that a widget handles, and no action.
        for (const int key :
             {int{Qt::Key_M}, int{Qt::Key_Home}, int{Qt::Key_End}, int{Qt::Key_Escape},
              int{Qt::Key_Return}, (Qt::CTRL | Qt::Key_Return).toCombined()}) {
            const QString text = QKeySequence(key).toString(QKeySequence::NativeText);
            QVERIFY2(!list->findItems(text, Qt::MatchExactly | Qt::MatchRecursive, 0).isEmpty(),
                     qPrintable(text));
        }
        // A language that is not an action of the table, but of the list of languages.
        QCOMPARE(
            list->findItems(QStringLiteral("Deutsch"), Qt::MatchEndsWith | Qt::MatchRecursive, 1)
                .size(),
            1);
        // The list is one, however often it is asked for, and closes by keyboard.
        test.window->actions()[Action::Shortcuts]->trigger();
        QCOMPARE(test.window->findChildren<ShortcutsDialog*>().size(), 1);
        if (Language::isAvailable(QStringLiteral("de"))) {
            Language::instance().setCode(QStringLiteral("de"));
            QTRY_VERIFY(!list->findItems(QStringLiteral("Server"),
                                         Qt::MatchContains | Qt::MatchRecursive, 1)
                             .isEmpty());
            QTRY_COMPARE(list->topLevelItem(0)->text(0), QStringLiteral("Datei"));
        }
    }

    void CtrlDStartsNothing()
    {
        WindowUnderTest test;
        auto* payload = child<QPlainTextEdit>(test, "payload");
        payload->setFocus();
        QTest::keyClick(payload, Qt::Key_D, Qt::ControlModifier);
        QVERIFY(!test.window->actions()[Action::Demo]->isChecked());
        QTest::qWait(100);
        QCOMPARE(test.recorder().rowCount(), 0U);
    }

    /// The demo is not mixed into a recorded session: it asks, and begins in a new one.
    void DemoDoesNotMixWithARecordedSession()
    {
        WindowUnderTest test;
        QAction* demo = test.window->actions()[Action::Demo];
        test.startEcho();
        QTRY_VERIFY_WITH_TIMEOUT(test.recorder().rowCount() > 0, WindowUnderTest::patienceMs);
        const auto question = [&test] { return child<QMessageBox>(test, "DemoQuestion"); };
        demo->trigger();
        QTRY_VERIFY(question() != nullptr);
        QVERIFY(!demo->isChecked());
        // Enter keeps things as they are.
        QTest::keyClick(question(), Qt::Key_Return);
        QTRY_VERIFY(question() == nullptr);
        QCOMPARE(test.totals().endpoints, 2U);
        QVERIFY(!demo->isChecked());

        demo->trigger();
        QTRY_VERIFY(question() != nullptr);
        const pipecore::Recorder* old = &test.recorder();
        QTest::mouseClick(question()->findChild<QPushButton*>(QStringLiteral("go")),
                          Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(test.window->session().live() != nullptr && &test.recorder() != old
                                     && test.totals().endpoints == 2,
                                 WindowUnderTest::patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(demo->isChecked(), WindowUnderTest::patienceMs);
        for (const auto& endpoint : test.recorder().facts().snapshot().endpoints) {
            QVERIFY2(endpoint.name.contains("pipescope-demo"), endpoint.name.c_str());
        }
        // Off and on again among its own rows: nothing to ask about.
        demo->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!demo->isChecked(), WindowUnderTest::patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(test.totals().endpoints, 0U, WindowUnderTest::patienceMs);
        demo->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(demo->isChecked(), WindowUnderTest::patienceMs);
        QVERIFY(question() == nullptr);
    }

    void LanguageChangesWhileRunning()
    {
        if (!Language::isAvailable(QStringLiteral("de"))) {
            QSKIP("built without translations (lrelease was not found)");
        }
        WindowUnderTest test;
        const auto menu = [&test] { return test.window->menuBar()->actions().first()->text(); };
        QCOMPARE(menu(), QStringLiteral("&File"));
        Language::instance().setCode(QStringLiteral("de"));
        QTRY_COMPARE(menu(), QStringLiteral("&Datei"));
        QCOMPARE(
            test.window->findChild<QDockWidget*>(QStringLiteral("EndpointsDock"))->windowTitle(),
            QStringLiteral("Endpunkte"));
        Language::instance().setCode(QStringLiteral("en"));
        QTRY_COMPARE(menu(), QStringLiteral("&File"));
    }

    void EveryTextIsTranslated()
    {
        for (const char* name : {"pipescope_de.ts", "pipescope_en.ts"}) {
            QFile file(QStringLiteral(PIPESCOPE_TESTS_DIR "/../translations/")
                       + QLatin1String(name));
            QVERIFY2(file.open(QIODevice::ReadOnly), name);
            const QString text = QString::fromUtf8(file.readAll());
            QVERIFY(text.contains(QLatin1String("<message")));
            QVERIFY2(!text.contains(QLatin1String("type=\"unfinished\"")), name);
            QVERIFY2(!text.contains(QLatin1String("<translation></translation>")), name);
        }
    }

    void LayoutIsRememberedAndReset()
    {
        WindowUnderTest test;
        const auto dock = [&test] { return child<QDockWidget>(test, "DetailDock"); };
        QVERIFY(dock()->isVisible());
        dock()->close();
        test.reopen();
        QVERIFY(!dock()->isVisible());
        test.window->actions()[Action::ResetLayout]->trigger();
        QVERIFY(dock()->isVisible());
    }

    void WindowSleepsWhenNothingHappensAndWakesForTheFirstRow()
    {
        WindowUnderTest test;
        QTRY_VERIFY_WITH_TIMEOUT(!test.window->isAwake(), WindowUnderTest::patienceMs);
        test.startEcho();
        QTRY_VERIFY_WITH_TIMEOUT(test.window->isAwake(), WindowUnderTest::patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(!test.window->isAwake(), WindowUnderTest::patienceMs);
    }
};

PIPESCOPE_GUI_TEST(TestWindow)
#include "tst_window.moc"
