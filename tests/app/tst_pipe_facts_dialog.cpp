#include "endpoints/pipe_facts_dialog.h"
#include "runner/register.h"
#include "widgets/formatting.h"
#include "widgets/language.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace pipescope;

namespace {

pipecore::Error error(const char* api, std::uint32_t code)
{
    pipecore::Error made;
    made.api = api;
    made.code = code;
    return made;
}

pipecore::PipeFacts someFacts()
{
    return {.info = pipecore::PipeInfo{.type = pipecore::PipeMode::Message,
                                       .outBufferSize = 4096,
                                       .inBufferSize = 65536,
                                       .maxInstances = 0},
            .state = pipecore::HandleState{.readMode = pipecore::PipeMode::Byte,
                                           .nonBlocking = false,
                                           .instances = 3,
                                           .collectionBytes = {},
                                           .collectionMs = {}},
            .waiting = pipecore::Waiting{.bytes = 17, .leftInMessage = 9, .unreadByPeer = {}}};
}

QString text(const QWidget& dialog, const char* name)
{
    return dialog.findChild<QLabel*>(QLatin1String(name))->text();
}

} // namespace

/// Pipe properties of a connection in the window.
class PipeFactsDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { Language::instance().setCode(QStringLiteral("en")); }

    void EachValueHasItsPlace()
    {
        PipeFactsDialog dialog(pipecore::ConnectionId{7}, QStringLiteral("orders #7"), nullptr,
                               pipecore::System::Windows);
        QCOMPARE(text(dialog, "info0"), QStringLiteral("–"));
        dialog.setFacts(someFacts());
        QCOMPARE(dialog.windowTitle(), QStringLiteral("Properties of orders #7"));
        QCOMPARE(text(dialog, "info0"), modeText(pipecore::PipeMode::Message));
        QCOMPARE(text(dialog, "info1"), formatBytes(4096));
        QCOMPARE(text(dialog, "info2"), formatBytes(65536));
        QCOMPARE(text(dialog, "info3"), QStringLiteral("unlimited"));
        QCOMPARE(text(dialog, "state0"), modeText(pipecore::PipeMode::Byte));
        QCOMPARE(text(dialog, "state2"), QStringLiteral("3"));
        QCOMPARE(text(dialog, "waiting0"), formatBytes(17));
        QCOMPARE(text(dialog, "waiting1"), formatBytes(9));
    }

    void UnknownValuesHaveAReason()
    {
        PipeFactsDialog dialog(pipecore::ConnectionId{7}, QStringLiteral("orders"), nullptr,
                               pipecore::System::Windows);
        pipecore::PipeFacts facts = someFacts();
        dialog.setFacts(facts);
        facts.state = std::unexpected(error("GetNamedPipeHandleState", 5));
        dialog.setFacts(facts);
        const auto* reason = dialog.findChild<QLabel*>(QStringLiteral("stateReason"));
        QVERIFY(!reason->isHidden());
        QVERIFY2(reason->text().contains(QStringLiteral("GetNamedPipeHandleState")),
                 qPrintable(reason->text()));
        QCOMPARE(text(dialog, "state0"), QStringLiteral("–"));
        QCOMPARE(text(dialog, "waiting0"), formatBytes(17));
        dialog.setFacts(someFacts());
        QVERIFY(reason->isHidden());
    }

    void SocketsShowWhatTheyHave()
    {
        PipeFactsDialog dialog(pipecore::ConnectionId{7}, QStringLiteral("orders"), nullptr,
                               pipecore::System::Unix);
        pipecore::PipeFacts facts = someFacts();
        facts.waiting = pipecore::Waiting{.bytes = 1, .leftInMessage = {}, .unreadByPeer = 5};
        dialog.setFacts(facts);
        QCOMPARE(text(dialog, "info0"), QStringLiteral("SOCK_SEQPACKET"));
        QVERIFY(dialog.findChild<QLabel*>(QStringLiteral("info3")) == nullptr);
        QVERIFY(dialog.findChild<QLabel*>(QStringLiteral("state0")) == nullptr);
        QCOMPARE(text(dialog, "waiting1"), formatBytes(5));
    }

    void RefreshAsksAndAProblemKeepsTheValues()
    {
        PipeFactsDialog dialog(pipecore::ConnectionId{7}, QStringLiteral("orders"));
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog, 20'000)); // for its shortcut
        QSignalSpy asked(&dialog, &PipeFactsDialog::refreshRequested);
        QTest::keyClick(&dialog, Qt::Key_F5);
        QTRY_COMPARE(asked.size(), 1); // the button is seen to be pressed
        QCOMPARE(asked.last().at(0).value<pipecore::ConnectionId>(), pipecore::ConnectionId{7});
        dialog.setFacts(someFacts());
        dialog.setProblem(error("", 0));
        const auto* problem = dialog.findChild<QLabel*>(QStringLiteral("problem"));
        QVERIFY(problem->isVisible());
        QCOMPARE(text(dialog, "info1"), formatBytes(4096));
        dialog.setFacts(someFacts());
        QVERIFY(!problem->isVisible());
    }
};

PIPESCOPE_GUI_TEST(PipeFactsDialogTest)
#include "tst_pipe_facts_dialog.moc"
