#include "dialog_test.h"
#include "endpoints/endpoints_panel.h"
#include "runner/register.h"
#include "security/security_check_dialog.h"
#include "window_test.h"

#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>

#include <atomic>

using namespace pipescope;

namespace {

constexpr int patienceMs = 5000;

AccountSource nobody()
{
    return {.find = [](std::string_view) -> pipecore::Result<pipecore::Sid> {
                return pipecore::refuse("no accounts", pipecore::ErrorKind::NotSupported);
            },
            .name = [](const pipecore::Sid&) -> pipecore::Result<std::string> {
                return pipecore::refuse("no names", pipecore::ErrorKind::NotSupported);
            },
            .self = {}};
}

} // namespace

/// The check of a pipe that is there, with what the pipe would say.
class SecurityCheckDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void FindingsOfAPipeAreListed()
    {
        const auto read =
            [](const pipecore::PipeName&) -> pipecore::Result<pipecore::LiveSecurity> {
            return pipecore::LiveSecurity{.descriptor =
                                              pipecore::parseSddl("D:(A;;FA;;;WD)").value(),
                                          .serverUser = {},
                                          .socket = {}};
        };
        SecurityCheckDialog dialog(QStringLiteral("orders"), read, nobody(), nullptr);
        show(dialog);
        auto* list = dialog.findChild<QTreeWidget*>();
        QTRY_VERIFY_WITH_TIMEOUT(list->topLevelItemCount() > 0, patienceMs);
        QVERIFY(
            find<QLabel>(dialog, "descriptor")->text().contains(QStringLiteral("(A;;FA;;;WD)")));
        QVERIFY(find<QLabel>(dialog, "note")
                    ->text()
                    .contains(QStringLiteral("connect and disconnect")));
    }

    void SocketIsJudgedByItsPermissions()
    {
        const auto read =
            [](const pipecore::PipeName&) -> pipecore::Result<pipecore::LiveSecurity> {
            pipecore::LiveSecurity live;
            live.socket = pipecore::SocketSecurity{};
            live.socket->mode = 0666;
            live.socket->folderMode = 0755;
            return live;
        };
        SecurityCheckDialog dialog(QStringLiteral("orders"), read, nobody(), nullptr);
        show(dialog);
        auto* list = dialog.findChild<QTreeWidget*>();
        QTRY_VERIFY_WITH_TIMEOUT(list->topLevelItemCount() > 0, patienceMs);
        QVERIFY(find<QLabel>(dialog, "descriptor")->text().contains(QStringLiteral("0666")));
    }

    void FailureIsSaidAndTriedAgain()
    {
        const auto turns = std::make_shared<std::atomic<int>>(0);
        const auto read =
            [turns](const pipecore::PipeName&) -> pipecore::Result<pipecore::LiveSecurity> {
            if (++*turns == 1) {
                return std::unexpected(pipecore::Error{.kind = pipecore::ErrorKind::NotFound,
                                                       .domain = pipecore::ErrorDomain::Win32,
                                                       .code = 2,
                                                       .api = "CreateFile",
                                                       .detail = {}});
            }
            return pipecore::LiveSecurity{.descriptor =
                                              pipecore::parseSddl("D:(A;;FA;;;WD)").value(),
                                          .serverUser = {},
                                          .socket = {}};
        };
        SecurityCheckDialog dialog(QStringLiteral("orders"), read, nobody(), nullptr);
        show(dialog);
        auto* note = find<QLabel>(dialog, "note");
        QTRY_VERIFY_WITH_TIMEOUT(note->text().contains(QStringLiteral("CreateFile")), patienceMs);
        auto* list = dialog.findChild<QTreeWidget*>();
        QVERIFY(!list->isVisible());
        for (QPushButton* button : dialog.findChildren<QPushButton*>()) {
            if (button->text() == QStringLiteral("Check again")) {
                button->click();
            }
        }
        QTRY_VERIFY_WITH_TIMEOUT(list->isVisible() && list->topLevelItemCount() > 0, patienceMs);
    }

    void CheckOfOurOwnServerIsNoClientOfIt()
    {
        WindowUnderTest test;
        test.startEcho();
        test.sendEchoed("hello");
        test.save(test.file("a.pcapng"));
        QTRY_VERIFY(!test.window->isWindowModified());
        const auto rows = test.recorder().rowCount();
        const auto server = test.recorder().facts().snapshot().endpoints.front();
        emit test.window->findChild<EndpointsPanel*>()->securityCheckRequested(server.id);
        const auto dialogs = [&] { return test.window->findChildren<SecurityCheckDialog*>(); };
        QTRY_COMPARE(dialogs().size(), 1);
        SecurityCheckDialog& dialog = *dialogs().front();
        const bool isWindows = pipecore::thisSystem == pipecore::System::Windows;
        const QString known = isWindows ? QStringLiteral("D:") : QStringLiteral("mode 0");
        QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>(dialog, "descriptor")->text().contains(known),
                                 patienceMs);
        QCOMPARE(find<QLabel>(dialog, "note")->text().contains(QStringLiteral("was not opened")),
                 isWindows);
        QTest::qWait(200);
        QCOMPARE(test.recorder().rowCount(), rows);
        QVERIFY(!test.window->isWindowModified());
        dialog.close();
    }
};

PIPESCOPE_GUI_TEST(SecurityCheckDialogTest)
#include "tst_security_check_dialog.moc"
