#include "window_test.h"

#include "composer/composer_panel.h"
#include "connections/new_server_dialog.h"
#include "endpoints/endpoints_panel.h"
#include "log/log_view.h"
#include "runner/register.h"
#include "traffic/traffic_panel.h"
#include "widgets/language.h"
#include "widgets/message_bar.h"

#include <QComboBox>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace pipescope;

/// Target of the window's sends, and the state of the input.
class TestWindowSending : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        setApplicationIdentity();
        Language::instance().setCode(QStringLiteral("en"));
    }

    /// Two servers, a text for the first: neither a client of the second nor one that the user opens
    /// beside it gets the text.
    void TextIsSentWhereSendToSaysAllTheTime()
    {
        WindowUnderTest test;
        const std::string alpha = WindowUnderTest::pipeName();
        const std::string beta = WindowUnderTest::pipeName();
        for (const std::string& name : {alpha, beta}) {
            pipecore::ServerOptions options;
            options.name = name;
            test.window->startServer(options);
        }
        const auto* target = child<QComboBox>(test, "target");
        auto* payload = child<QPlainTextEdit>(test, "payload");
        QTRY_VERIFY_WITH_TIMEOUT(target->count() == 2, WindowUnderTest::patienceMs);
        QTest::keyClicks(payload, QStringLiteral("for alpha"));
        pipecore::ClientOptions client;
        client.name = beta;
        test.window->connectClient(client);
        QTRY_VERIFY_WITH_TIMEOUT(target->count() == 4, WindowUnderTest::patienceMs);
        QVERIFY2(target->currentText().contains(QString::fromStdString(alpha)),
                 qPrintable(target->currentText()));
        QTest::keyClick(payload, Qt::Key_Return);
        QCOMPARE(payload->toPlainText(), QStringLiteral("for alpha"));

        // Without input the target follows what the user opens.
        payload->clear();
        client.name = alpha;
        test.window->connectClient(client);
        QTRY_VERIFY2_WITH_TIMEOUT(
            target->currentText().contains(QString::fromStdString(alpha) + QStringLiteral(" · #")),
            qPrintable(target->currentText()), WindowUnderTest::patienceMs);
        QCOMPARE(test.totals().messages, 0U);
    }

    void BannersNameTheirPipe()
    {
        WindowUnderTest test;
        auto* const messages = test.window->findChild<MessageArea*>();
        const auto banner = [&] {
            const QString text = messages->textOf(QStringLiteral("error"));
            return text.left(text.indexOf(u'\n'));
        };
        const auto refused = [&](pipecore::PipeMode mode, std::size_t bytes) {
            test.startEcho(mode);
            const auto facts = test.recorder().facts().snapshot();
            const QString name = QString::fromStdString(facts.endpoints.back().name);
            emit test.window->findChild<ComposerPanel*>()->sendRequested(
                {facts.connections.back().id, {}}, pipecore::Bytes(bytes, std::byte{'x'}),
                SendWay::Send);
            QTRY_VERIFY2_WITH_TIMEOUT(banner().contains(name + QStringLiteral(" #")),
                                      qPrintable(banner()), WindowUnderTest::patienceMs);
            messages->dismiss(QStringLiteral("error"));
        };
        // Refused by the engine: a byte pipe carries no empty message.
        refused(pipecore::PipeMode::Byte, 0);
#ifndef Q_OS_WIN
        // Refused by the system. A message of Windows can have any length.
        refused(pipecore::PipeMode::Message, std::size_t{8} * 1024 * 1024);
#endif
        pipecore::ClientOptions client;
        client.name = WindowUnderTest::pipeName();
        client.timeout = std::chrono::milliseconds(0);
        test.window->connectClient(client);
        QTRY_VERIFY2_WITH_TIMEOUT(banner().contains(QString::fromStdString(client.name)),
                                  qPrintable(banner()), WindowUnderTest::patienceMs);
    }

    /// The numbers begin anew with a session: the target of the old one must not be another's.
    void TargetDoesNotPassToTheNextSession()
    {
        WindowUnderTest test;
        test.startEcho();
        const auto* target = child<QComboBox>(test, "target");
        auto* payload = child<QPlainTextEdit>(test, "payload");
        QTRY_COMPARE_WITH_TIMEOUT(target->count(), 3, WindowUnderTest::patienceMs);
        test.window->findChild<ComposerPanel*>()->selectTarget({pipecore::ConnectionId{1}, {}});
        QTRY_VERIFY_WITH_TIMEOUT(child<QPushButton>(test, "send")->isEnabled(),
                                 WindowUnderTest::patienceMs);
        QTest::keyClicks(payload, QStringLiteral("not sent yet"));
        const QString old = target->currentText();
        QSignalSpy changed(&test.window->session(), &SessionController::liveChanged);
        test.window->session().restart();
        QTRY_VERIFY_WITH_TIMEOUT(changed.size() == 2 && test.window->session().live() != nullptr,
                                 WindowUnderTest::patienceMs);
        test.startEcho();
        QTRY_VERIFY_WITH_TIMEOUT(target->count() >= 3, WindowUnderTest::patienceMs);
        QVERIFY2(target->currentText().startsWith(old + QStringLiteral(" – ")),
                 qPrintable(target->currentText()));
        QTest::keyClick(payload, Qt::Key_Return);
        QVERIFY(!child<QPushButton>(test, "send")->isEnabled());
        QCOMPARE(payload->toPlainText(), QStringLiteral("not sent yet"));
        QCOMPARE(test.totals().messages, 0U);
    }

    void ViewingASessionKeepsTheTarget()
    {
        WindowUnderTest test;
        test.startEcho();
        test.startEcho();
        test.sendEchoed("hello");
        const auto* target = child<QComboBox>(test, "target");
        auto* payload = child<QPlainTextEdit>(test, "payload");
        QTRY_COMPARE_WITH_TIMEOUT(target->count(), 6, WindowUnderTest::patienceMs);
        test.window->findChild<ComposerPanel*>()->selectTarget({pipecore::ConnectionId{1}, {}});
        QTest::keyClicks(payload, QStringLiteral("typed before"));
        const QString before = target->currentText();
        const QString path = test.file("kept.pcapng");
        test.save(path);
        test.openFile(path);
        QVERIFY(!target->isEnabled());
        test.window->session().backToLive();
        QTRY_VERIFY(target->isEnabled());
        QCOMPARE(target->currentText(), before);
        QCOMPARE(payload->toPlainText(), QStringLiteral("typed before"));
    }

    void SendAgainAsksBeforeItReplacesInput()
    {
        WindowUnderTest test;
        test.startEcho();
        test.sendEchoed("recorded");
        auto* traffic = test.window->findChild<TrafficPanel*>();
        auto* payload = child<QPlainTextEdit>(test, "payload");
        const auto* target = child<QComboBox>(test, "target");
        const auto& recorder = test.recorder();
        quint64 row = 0;
        while (recorder.head(row).kind != pipecore::RecordKind::Message) {
            ++row;
        }
        const auto question = [&test] { return child<QMessageBox>(test, "ReplaceQuestion"); };
        test.window->findChild<ComposerPanel*>()->selectTarget(
            {{}, recorder.facts().snapshot().endpoints.front().id});
        QTRY_VERIFY(target->currentText().contains(QStringLiteral("all clients")));
        QTest::keyClicks(payload, QStringLiteral("half a thought"));
        const QString before = target->currentText();

        emit traffic->sendAgainRequested(row);
        QTRY_VERIFY(question() != nullptr);
        QTest::keyClick(question(), Qt::Key_Return); // keeps
        QTRY_VERIFY(question() == nullptr);
        QCOMPARE(payload->toPlainText(), QStringLiteral("half a thought"));
        QCOMPARE(target->currentText(), before);

        emit traffic->sendAgainRequested(row);
        QTRY_VERIFY(question() != nullptr);
        QTest::mouseClick(question()->findChild<QPushButton*>(QStringLiteral("go")),
                          Qt::LeftButton);
        QTRY_COMPARE(payload->toPlainText(), QStringLiteral("recorded"));
        QVERIFY(target->currentText().contains(QStringLiteral(" · #")));
        QTRY_VERIFY(question() == nullptr);
        // As it came from the log it is nothing that anybody wrote.
        emit traffic->sendAgainRequested(row);
        QVERIFY(question() == nullptr);
        QTest::keyClick(payload, Qt::Key_Up);
        QCOMPARE(payload->toPlainText(), QStringLiteral("half a thought"));
    }

    /// A message of a connection that is over goes nowhere by itself.
    void SendAgainOfAClosedConnectionChoosesNoOther()
    {
        WindowUnderTest test;
        test.startEcho();
        test.sendEchoed("recorded");
        const auto& recorder = test.recorder();
        quint64 row = 0;
        while (recorder.head(row).kind != pipecore::RecordKind::Message) {
            ++row;
        }
        const pipecore::ConnectionId gone = recorder.head(row).connection;
        QVERIFY(test.window->session().live()->engine().close(gone, pipecore::CloseMode::Abortive));
        QTRY_VERIFY_WITH_TIMEOUT(recorder.facts().connection(gone)->closedNs != 0,
                                 WindowUnderTest::patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(test.totals().connections, 0U, WindowUnderTest::patienceMs);
        test.startEcho();
        emit test.window->findChild<TrafficPanel*>()->sendAgainRequested(row);
        const auto* target = child<QComboBox>(test, "target");
        QTRY_VERIFY2(target->currentText().contains(QStringLiteral("#%1 ").arg(gone.value))
                         && target->currentText().endsWith(QStringLiteral(" – disconnected")),
                     qPrintable(target->currentText()));
        QVERIFY(!child<QPushButton>(test, "send")->isEnabled());
        QCOMPARE(child<QPlainTextEdit>(test, "payload")->toPlainText(), QStringLiteral("recorded"));
    }
};

PIPESCOPE_GUI_TEST(TestWindowSending)
#include "tst_window_sending.moc"
