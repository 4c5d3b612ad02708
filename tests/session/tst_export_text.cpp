#include "exported.h"
#include "runner/register.h"

#include <QTest>

using namespace pipecore;

/// A session as text for people.
class ExportTextTest : public QObject
{
    Q_OBJECT

private slots:
    void OneLineOfFactsThenADump()
    {
        const QString text = exported(sampleScript(), 0, 1'000);
        QVERIFY2(text.contains(
                     QStringLiteral("#1  2023-11-14 22:13:20.123456789 UTC  \\\\.\\pipe\\orders  "
                                    "server opened, message mode, duplex\n")),
                 qPrintable(text));
        QVERIFY(text.contains(
            QStringLiteral("connection 1  connected: app.exe (pid 4120), user SHOP\\ann\n")));
        QVERIFY(
            text.contains(QStringLiteral("connection 1  app.exe (pid 4120)  <- received 5 bytes\n"
                                         "00000000  68 65 6c 6c 6f")));
        QVERIFY(text.contains(QStringLiteral("-> sent 6 bytes\n")));
        QVERIFY(text.contains(QStringLiteral("<- received 0 bytes\n#")));
        QVERIFY(text.contains(QStringLiteral("<- received 300 bytes in 3 reads\n")));
        QVERIFY(text.contains(QStringLiteral("error: connect failed: 110 ETIMEDOUT")));
        QVERIFY(text.contains(
            QStringLiteral("disconnected: closed by the peer, 12 bytes were not sent\n")));
    }

    void OnlyTheRowsAskedFor()
    {
        const QString text = exported(sampleScript(), 2, 4);
        QVERIFY(text.startsWith(QStringLiteral("#3 ")));
        QCOMPARE(text.count(QStringLiteral("\n#")), 1);
        QCOMPARE(exported(sampleScript(), 5, 5), QString());
        QCOMPARE(exported(sampleScript(), 50, 60), QString());
    }

    void FactsStayOnOneLine()
    {
        SessionScript script;
        script.server(1, "two\nlines");
        script.connected(1, 1, somePeer(1, "a\r\nb"));
        const QString text = exported(script, 0, 10);
        QCOMPARE(text.count(u'\n'), 2);
        QVERIFY(text.contains(QStringLiteral("two lines")));
    }

private:
    QString exported(const SessionScript& script, std::uint64_t first, std::uint64_t end)
    {
        return QString::fromUtf8(
            m_exported.bytes(script, ExportFormat::Text, RowRanges::between(first, end)));
    }

    Exported m_exported;
};

PIPESCOPE_GUILESS_TEST(ExportTextTest)
#include "tst_export_text.moc"
