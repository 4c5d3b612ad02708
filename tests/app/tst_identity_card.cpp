// The identity card, with real processes at the other end.

#include "identity/identity_card.h"
#include "identity/identity_cards.h"
#include "runner/register.h"
#include "test_paths.h"
#include "widgets/formatting.h"
#include "window_test.h"

#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QTreeView>

#include <algorithm>

using namespace pipescope;

namespace {

QString cardText(const IdentityCard& card)
{
    QStringList texts;
    for (const QLabel* const label : card.findChildren<QLabel*>()) {
        texts << label->text();
    }
    return texts.join(u'\n');
}

/// A server of the window with a client that is another process, and the card of it.
struct Scene
{
    Scene()
    {
        pipecore::ServerOptions server;
        server.name = WindowUnderTest::pipeName();
        test.window->startServer(server);
        QTRY_COMPARE_WITH_TIMEOUT(test.totals().endpoints, 1U, WindowUnderTest::patienceMs);
        client.start(QStringLiteral(PIPESCOPE_PEER_DIR "/pipe_peer"),
                     {QStringLiteral("client"), QString::fromStdString(server.name),
                      QStringLiteral("message"), QStringLiteral("send:hello"),
                      QStringLiteral("stdin")});
        QVERIFY(client.waitForStarted());
        QTRY_COMPARE_WITH_TIMEOUT(test.totals().messages, 1U, WindowUnderTest::patienceMs);
        auto* const tree = test.window->findChild<QTreeView*>(QStringLiteral("endpoints"));
        const auto row = [tree] { return tree->model()->index(0, 0, tree->model()->index(0, 0)); };
        QTRY_VERIFY_WITH_TIMEOUT(row().isValid(), WindowUnderTest::patienceMs);
        tree->setCurrentIndex(row());
        const auto actions = tree->actions();
        const auto who =
            std::ranges::find(actions, QStringLiteral("identity"),
                              [](const QAction* action) { return action->objectName(); });
        QVERIFY(who != actions.end());
        QVERIFY((*who)->isEnabled());
        (*who)->trigger();
        card = test.window->findChild<IdentityCard*>();
        QVERIFY(card != nullptr);
    }
    ~Scene()
    {
        client.kill();
        client.waitForFinished();
    }
    [[nodiscard]] QPushButton* button(const char* name) const
    {
        return card->findChild<QPushButton*>(QLatin1String(name));
    }

    WindowUnderTest test;
    QProcess client;
    IdentityCard* card = nullptr;
};

} // namespace

class TestIdentityCard : public QObject
{
    Q_OBJECT

private slots:
    void ProcessIsShown()
    {
        Scene scene;
        QVERIFY(scene.card != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(cardText(*scene.card).contains(QLatin1String("pipe_peer")),
                                 WindowUnderTest::patienceMs);
        QVERIFY(cardText(*scene.card).contains(QString::number(scene.client.processId())));
        // The facts come a moment after the card.
        const auto copied = [&scene] {
            scene.button("copy")->click();
            return QGuiApplication::clipboard()->text();
        };
        QTRY_VERIFY2_WITH_TIMEOUT(copied().contains(QLatin1String("pipe_peer")),
                                  qPrintable(copied()), WindowUnderTest::patienceMs);
    }

    void ClientIsIdentified()
    {
        Scene scene;
        QVERIFY(scene.card != nullptr);
        QVERIFY(scene.button("identify")->isVisible());
        scene.button("identify")->click();
        const auto rows = [&scene] {
            const pipecore::Recorder& recorder = scene.test.recorder();
            for (quint64 row = 0; row < recorder.rowCount(); ++row) {
                if (recorder.head(row).kind == pipecore::RecordKind::ClientIdentified) {
                    return true;
                }
            }
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(rows(), WindowUnderTest::patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(
            cardText(*scene.card).contains(QStringLiteral("reported by the pipe"))
                && !cardText(*scene.card).contains(QStringLiteral("Loading")),
            WindowUnderTest::patienceMs);
        // Only Windows has levels.
        QCOMPARE(cardText(*scene.card).contains(QStringLiteral("Granted level")),
                 pipecore::thisSystem == pipecore::System::Windows);
    }

    void AccessIsTried()
    {
        Scene scene;
        QVERIFY(scene.card != nullptr);
        const QString folder = QDir::toNativeSeparators(QDir::tempPath());
        scene.card->tryAccess(
            {.kind = pipecore::AccessTarget::Kind::File, .path = folder.toStdString()},
            pipecore::RequestedAccess::Read);
        QTRY_VERIFY_WITH_TIMEOUT(cardText(*scene.card).contains(QStringLiteral("allowed")),
                                 WindowUnderTest::patienceMs);
        QVERIFY(cardText(*scene.card).contains(folder));
    }

    void FailureIsOnTheCardAndNotInTheWindow()
    {
        Scene scene;
        QVERIFY(scene.card != nullptr);
        const std::string nowhere =
            QDir::toNativeSeparators(QDir::tempPath() + QStringLiteral("/no-such-file-here"))
                .toStdString();
        scene.card->tryAccess({.kind = pipecore::AccessTarget::Kind::File, .path = nowhere},
                              pipecore::RequestedAccess::Read);
        QTRY_VERIFY_WITH_TIMEOUT(cardText(*scene.card).contains(QStringLiteral("Not found")),
                                 WindowUnderTest::patienceMs);
    }

    void EndOfTheConnectionIsSaid()
    {
        Scene scene;
        QVERIFY(scene.card != nullptr);
        scene.client.kill();
        QTRY_VERIFY_WITH_TIMEOUT(!scene.button("identify")->isEnabled(),
                                 WindowUnderTest::patienceMs);
        QVERIFY(cardText(*scene.card).contains(QStringLiteral("has ended")));
    }

    // Its number is that of a process here, which is somebody else.
    void PeerOnAnotherComputerIsNotLookedUpHere()
    {
        Scene scene;
        QVERIFY(scene.card != nullptr);
        auto facts = scene.test.recorder().facts().connection(scene.card->connection()).value();
        pipecore::PeerInfo peer = *facts.peer;
        peer.processId = static_cast<std::uint32_t>(scene.client.processId());
        peer.isRemote = true;
        peer.image = pipecore::refuse("the process runs on another computer",
                                      pipecore::ErrorKind::NotSupported);
        peer.user = peer.image;
        facts.peer = std::make_shared<const pipecore::PeerInfo>(peer);
        const auto live = scene.test.window->session().liveOf(facts.id);
        QVERIFY(live);
        IdentityCards cards([]() -> pipecore::Operations* { return nullptr; },
                            scene.test.window.get());
        scene.card->close();
        QTRY_VERIFY(scene.test.window->findChild<IdentityCard*>() == nullptr);
        cards.show(*live, facts, true);
        auto* const card = scene.test.window->findChild<IdentityCard*>();
        QVERIFY(card != nullptr);
        const auto isSilent = [&] {
            const QString text = cardText(*card);
            return text.contains(QStringLiteral("on another computer"))
                   && !text.contains(QLatin1String("pipe_peer"))
                   && !text.contains(QStringLiteral("Loading"))
                   && !card->findChild<QPushButton*>(QStringLiteral("rights"))->isVisible();
        };
        QVERIFY2(isSilent(), qPrintable(cardText(*card)));
        card->findChild<QPushButton*>(QStringLiteral("refresh"))->click();
        QTest::qWait(300); // a look-up of this computer takes less
        QVERIFY2(isSilent(), qPrintable(cardText(*card)));
        QCOMPARE(peerText(&peer),
                 QStringLiteral("process %1 on another computer").arg(scene.client.processId()));
    }

    void UnknownFactsSayWhy()
    {
        const auto facts =
            cardFacts({{"user", "User",
                        std::unexpected(pipecore::Error{.kind = pipecore::ErrorKind::AccessDenied,
                                                        .domain = pipecore::ErrorDomain::Win32,
                                                        .code = 5,
                                                        .api = "OpenProcessToken"})}});
        QCOMPARE(facts.size(), 1);
        QVERIFY(!facts.first().isKnown);
        QVERIFY(facts.first().value.contains(QLatin1String("OpenProcessToken")));
        QVERIFY(facts.first().value.contains(QLatin1String("ERROR_ACCESS_DENIED")));
    }

    void FactsThatTheSystemDoesNotHaveAreLeftOut()
    {
        const auto missing =
            pipecore::refuse("Linux has no integrity levels", pipecore::ErrorKind::NotSupported);
        const auto facts = cardFacts({{"integrity", "Integrity", missing},
                                      {"user", "User", pipecore::IdentityFact::Value{}}});
        QCOMPARE(facts.size(), 1);
        QVERIFY(facts.first().isKnown);
    }
};

PIPESCOPE_GUI_TEST(TestIdentityCard)
#include "tst_identity_card.moc"
