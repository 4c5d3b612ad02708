// A client of a socket that another user made.
#include "cli_process.h"
#include "runner/register.h"

#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

class SocketOwnerTest : public QObject
{
    Q_OBJECT

private slots:
    void ASocketOfAnotherUserIsWarnedOf_data();
    void ASocketOfAnotherUserIsWarnedOf();
};

void SocketOwnerTest::ASocketOfAnotherUserIsWarnedOf_data()
{
    QTest::addColumn<bool>("foreign");
    QTest::newRow("another user's") << true;
    QTest::newRow("one's own") << false;
}

void SocketOwnerTest::ASocketOfAnotherUserIsWarnedOf()
{
    QFETCH(const bool, foreign);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"socket"_s);
    CliProcess server;
    server.start({u"serve"_s, path, u"--echo"_s, u"--jsonl"_s});
    QVERIFY(server.waitForOutput("\"event\":\"opened\""));
    constexpr uid_t nobody = 65534;
    if (foreign && ::chown(qPrintable(path), nobody, nobody) != 0) {
        QSKIP("only root gives a file to another user");
    }
    CliProcess client;
    QCOMPARE(
        client.run({u"connect"_s, path, u"--send-text"_s, u"hi"_s, u"--expect-text"_s, u"hi"_s}),
        0);
    const QByteArray warning = "belongs to user 65534, neither to you nor to root";
    const QByteArray errors = client.errors();
    QVERIFY2(errors.contains(warning) == foreign, errors.constData());
}

PIPESCOPE_GUILESS_TEST(SocketOwnerTest)
#include "tst_unix_socket_owner.moc"
