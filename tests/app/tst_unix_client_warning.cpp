#include "window_test.h"

#include "runner/register.h"
#include "widgets/message_bar.h"

#include <QTemporaryDir>

#include <unistd.h>

using namespace pipescope;

/// A client of a socket that another user made: the window warns.
class ClientWarningTest : public QObject
{
    Q_OBJECT

private slots:
    void ASocketOfAnotherUserIsWarnedOf_data()
    {
        QTest::addColumn<bool>("foreign");
        QTest::newRow("another user's") << true;
        QTest::newRow("one's own") << false;
    }
    void ASocketOfAnotherUserIsWarnedOf()
    {
        QFETCH(const bool, foreign);
        WindowUnderTest test;
        const QString path = test.file("socket");
        pipecore::ServerOptions server;
        server.name = path.toStdString();
        test.window->startServer(server);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), WindowUnderTest::patienceMs);
        constexpr uid_t nobody = 65534;
        if (foreign && ::chown(qPrintable(path), nobody, nobody) != 0) {
            QSKIP("only root gives a file to another user");
        }
        pipecore::ClientOptions client;
        client.name = server.name;
        test.window->connectClient(client);
        QTRY_COMPARE_WITH_TIMEOUT(test.totals().connections, std::uint64_t(2),
                                  WindowUnderTest::patienceMs);
        const auto* messages = test.window->findChild<MessageArea*>();
        QVERIFY(messages != nullptr);
        QCOMPARE(messages->isShowing(QStringLiteral("warning")), foreign);
    }
};

PIPESCOPE_GUI_TEST(ClientWarningTest)
#include "tst_unix_client_warning.moc"
