#include "fake_lister.h"

#include "explorer/inspect_dialog.h"
#include "explorer/taken_options.h"
#include "runner/register.h"

#include <QLabel>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace pipescope;
using pipecore::PipeInspection;

namespace {

PipeInspection facts()
{
    const auto notHere = pipecore::notSupportedHere();
    PipeInspection pipe;
    pipe.path = R"(\\.\pipe\orders)";
    pipe.type = pipecore::PipeMode::Message;
    pipe.access = pipecore::Access::Inbound;
    pipe.limit = 3;
    pipe.outBufferSize = 1000;
    pipe.inBufferSize = 2000;
    pipe.security = "D:(A;;FA;;;BA)(A;;FA;;;SY)";
    pipe.connected = notHere;
    pipe.waiting = notHere;
    pipe.owner = std::unexpected(pipecore::Error{.kind = pipecore::ErrorKind::AccessDenied,
                                                 .domain = pipecore::ErrorDomain::Win32,
                                                 .code = 5,
                                                 .api = "CreateFile"});
    return pipe;
}

QPushButton* button(const InspectDialog& dialog, const QString& text)
{
    for (QPushButton* found : dialog.findChildren<QPushButton*>()) {
        if (found->text() == text) {
            return found;
        }
    }
    return nullptr;
}

} // namespace

/// Properties of a pipe, and the options copied from it.
class InspectDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void FactsAndReasonsAreShown()
    {
        InspectDialog dialog(
            FakePipes::windowsPipe("orders"), [](const std::string&) { return facts(); }, nullptr);
        dialog.show();
        QTRY_VERIFY(!dialog.factsText().isEmpty());
        const QString text = dialog.factsText();
        QVERIFY2(text.startsWith(QStringLiteral("\\\\.\\pipe\\orders\n")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("Max. instances: 3\n")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("D:(A;;FA;;;BA)")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("Owner: unknown: CreateFile: 5 ERROR_ACCESS_DENIED")),
                 qPrintable(text));
        QVERIFY2(!text.contains(QStringLiteral("Clients")), qPrintable(text));
    }

    // The window goes on while a pipe is looked at, however long that takes.
    void LookingDoesNotBlock()
    {
        auto go = std::make_shared<QSemaphore>();
        InspectDialog dialog(
            FakePipes::windowsPipe("orders"),
            [go](const std::string&) {
                go->acquire();
                return facts();
            },
            nullptr);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QVERIFY(dialog.factsText().isEmpty());
        QVERIFY(!button(dialog, QStringLiteral("Clone as server…"))->isEnabled());
        go->release();
        QTRY_VERIFY(!dialog.factsText().isEmpty());
        QVERIFY(button(dialog, QStringLiteral("Clone as server…"))->isEnabled());
    }

    void DialogMayCloseBeforeItsAnswer()
    {
        auto go = std::make_shared<QSemaphore>();
        auto done = std::make_shared<QSemaphore>();
        {
            const InspectDialog dialog(
                FakePipes::windowsPipe("orders"),
                [go, done](const std::string&) {
                    go->acquire();
                    done->release();
                    return facts();
                },
                nullptr);
        }
        go->release();
        QVERIFY(done->tryAcquire(1, 20'000));
        QCoreApplication::processEvents();
    }

    void FailureIsSaid()
    {
        InspectDialog dialog(
            FakePipes::windowsPipe("orders"),
            [](const std::string&) {
                return pipecore::Result<PipeInspection>(
                    pipecore::refuse("all taken", pipecore::ErrorKind::Busy));
            },
            nullptr);
        dialog.show();
        const auto says = [&dialog] {
            QString text;
            for (const QLabel* label : dialog.findChildren<QLabel*>()) {
                text += label->text();
            }
            return text;
        };
        QTRY_VERIFY2(says().contains(QStringLiteral("all taken")), qPrintable(says()));
        QVERIFY(!button(dialog, QStringLiteral("Clone as server…"))->isEnabled());
        QVERIFY(button(dialog, QStringLiteral("Connect…"))->isEnabled());
    }

    void ButtonsHandTheFactsOn()
    {
        InspectDialog dialog(
            FakePipes::windowsPipe("orders"), [](const std::string&) { return facts(); }, nullptr);
        dialog.show();
        QTRY_VERIFY(!dialog.factsText().isEmpty());
        QSignalSpy serves(&dialog, &InspectDialog::serveRequested);
        button(dialog, QStringLiteral("Clone as server…"))->click();
        QCOMPARE(serves.size(), 1);
        QVERIFY(serves.at(0).at(1).value<PipeInspection>().access == pipecore::Access::Inbound);
        QVERIFY(!dialog.isVisible());
    }

    void ClientTakesNameAndType()
    {
        pipecore::ClientOptions base;
        base.mode = pipecore::PipeMode::Byte;
        base.timeout = std::chrono::milliseconds(123);
        const auto onWindows = clientFor(FakePipes::windowsPipe("orders"), base);
        QCOMPARE(onWindows.name, std::string("orders"));
        QVERIFY(onWindows.mode == pipecore::PipeMode::Byte);
        QVERIFY(onWindows.timeout == base.timeout);
        QVERIFY(clientFor(FakePipes::socket("orders", 1), base).mode
                == pipecore::PipeMode::Message);
    }

    void ServerTakesWhatTheListKnows()
    {
        const pipecore::ServerOptions base;
        const auto like =
            clonedServerOptions(FakePipes::windowsPipe("orders", 2, 7), nullptr, base);
        QCOMPARE(like.name, std::string("orders-copy"));
        QCOMPARE(like.instances, 7U);
        QVERIFY(like.mode == base.mode);
        QCOMPARE(clonedServerOptions(FakePipes::windowsPipe("orders", 2), nullptr, base).instances,
                 0U);
    }

    void ServerTakesWhatAnInspectionKnows()
    {
        PipeInspection known = facts();
        pipecore::ServerOptions base;
        base.inBufferSize = 5;
        const auto like = clonedServerOptions(FakePipes::windowsPipe("orders"), &known, base);
        QVERIFY(like.mode == pipecore::PipeMode::Message);
        QVERIFY(like.access == pipecore::Access::Inbound);
        QCOMPARE(like.instances, 3U);
        QCOMPARE(like.outBufferSize, 1000U);
        QCOMPARE(like.inBufferSize, 2000U);
        known.inBufferSize = pipecore::refuse("x");
        QCOMPARE(clonedServerOptions(FakePipes::windowsPipe("orders"), &known, base).inBufferSize,
                 5U);
    }
};

PIPESCOPE_GUI_TEST(InspectDialogTest)
#include "tst_inspect_dialog.moc"
