#include "exported.h"

#include "pipecore/analysis/timeline.h"
#include "runner/register.h"

#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include <cstdint>
#include <limits>

using namespace pipecore;

namespace {

/// The page without what XML has no word for, so that an XML reader can check its tags.
QByteArray asXml(QByteArray page)
{
    page.replace("<!DOCTYPE html>\n", "");
    page.replace(QByteArray("<meta charset=\"utf-8\">"), "");
    static const QRegularExpression meta(QStringLiteral("<meta [^>]*>"));
    return QString::fromUtf8(page).remove(meta).toUtf8();
}

QString problemOf(const QByteArray& xml)
{
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        reader.readNext();
    }
    return reader.hasError()
               ? QStringLiteral("line %1: %2").arg(reader.lineNumber()).arg(reader.errorString())
               : QString();
}

} // namespace

/// The report that is a page.
class ExportHtmlTest : public QObject
{
    Q_OBJECT

private slots:
    void SummaryConnectionsTimelineAndRows()
    {
        const QByteArray page = m_exported.bytes(sampleScript(), ExportFormat::Html);
        QVERIFY(page.contains("<h1>PipeScope session</h1>"));
        QVERIFY2(page.contains("<p>10 rows: 4 messages of 311 bytes in all, on 1 connection, "
                               "1 error.</p>"),
                 page.mid(page.indexOf("</h1>"), 300).constData());
        QVERIFY(page.contains("<td>\\\\.\\pipe\\orders</td><td>app.exe (pid 4120)</td>"
                              "<td class=\"number\">3</td><td class=\"number\">305</td>"
                              "<td class=\"number\">1</td><td class=\"number\">6</td>"));
        QVERIFY(page.contains("<svg "));
        QCOMPARE(page.count("<div class=\"row "), qsizetype(10));
        QVERIFY(page.contains("<bdi>hello</bdi>"));
        QVERIFY(page.contains("prefers-color-scheme: dark"));
    }

    void NothingInAMessageBecomesMarkup()
    {
        SessionScript script;
        script.server(1, "</title><script>alert(1)</script>");
        script.connected(1, 1, somePeer(1, "<img src=x onerror=alert(2)>"));
        script.message(1, 1, Direction::Received, toBytes("<script>alert('3')</script>&\"'"));
        script.message(1, 1, Direction::Sent, toBytes("</pre></div>\n<b>bold</b>"));
        script.message(1, 1, Direction::Sent, toBytes(std::string("\0<i>\xFF", 5)));
        const QByteArray page = m_exported.bytes(script, ExportFormat::Html);
        QVERIFY(!page.contains("<script"));
        QVERIFY(!page.contains("<img"));
        QVERIFY(!page.contains("<b>"));
        QVERIFY(!page.contains("<i>"));
        QVERIFY(page.contains("&lt;script&gt;alert(&#39;3&#39;)&lt;/script&gt;&amp;&quot;&#39;"));
        QCOMPARE(problemOf(asXml(page)), QString());
    }

    void LineEndsOfWindowsAreLineBreaks()
    {
        SessionScript script;
        script.server(1, "p");
        script.message(1, 1, Direction::Received,
                       toBytes("GET / HTTP\r\nHost: x\r\n\r\nalone\rend"));
        const QByteArray page = m_exported.bytes(script, ExportFormat::Html);
        QVERIFY(page.contains("GET / HTTP\nHost: x\n\nalone\xEF\xBF\xBD"
                              "end"));
        QVERIFY(!page.contains('\r'));
    }

    void WellFormedWhateverItHolds()
    {
        const QByteArray page = m_exported.bytes(nastyScript(), ExportFormat::Html);
        QCOMPARE(problemOf(asXml(page)), QString());
        QVERIFY(QString::fromUtf8(page).toUtf8() == page);
    }

    void NeedsNothingElse()
    {
        const QByteArray page = m_exported.bytes(sampleScript(), ExportFormat::Html);
        for (const char* word : {"http:", "https:", "url(", "src=", "href=", "@import"}) {
            QVERIFY2(!page.contains(word), word);
        }
        QVERIFY(page.contains("default-src 'none'"));
    }

    void LongMessagesAreCutAndSaySo()
    {
        SessionScript script;
        script.message(1, 1, Direction::Received, toBytes(std::string(5'000, 'x') + "END"));
        script.message(1, 1, Direction::Received, patternBytes(1'000'000));
        const QByteArray page = m_exported.bytes(script, ExportFormat::Html);
        QVERIFY(page.contains("907 more bytes not shown"));
        QVERIFY(page.contains("995,904 more bytes not shown"));
        QVERIFY(!page.contains("END"));
        QVERIFY(page.size() < 60'000);
    }

    void AnEmptySessionIsAPageToo()
    {
        const QByteArray page = m_exported.bytes(SessionScript(), ExportFormat::Html);
        QVERIFY(page.contains("<p>0 rows: 0 messages of 0 bytes in all, on 0 connections.</p>"));
        QCOMPARE(problemOf(asXml(page)), QString());
    }

    void TimelineLosesNoMessage_data()
    {
        QTest::addColumn<QList<qint64>>("times");
        QTest::newRow("one") << QList<qint64>{5};
        QTest::newRow("forwards") << QList<qint64>{0, 10, 1'000, 5'000'000'000, 90'000'000'000'000};
        QTest::newRow("backwards")
            << QList<qint64>{90'000'000'000'000, 5'000'000'000, 1'000, 0, -7};
        QTest::newRow("zigzag") << QList<qint64>{
            0, 1'000'000, -1'000'000, 1'000'000'000'000, -1'000'000'000'000, 3};
        QTest::newRow("the ends of time") << QList<qint64>{
            0, std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min() + 1, 1};
    }
    void TimelineLosesNoMessage()
    {
        QFETCH(QList<qint64>, times);
        Timeline timeline;
        for (const qint64 time : times) {
            timeline.add(Direction::Received, time);
            timeline.add(Direction::Sent, time);
        }
        std::uint64_t received = 0;
        std::uint64_t sent = 0;
        for (const Timeline::Span& span : timeline.spans()) {
            received += span.received;
            sent += span.sent;
        }
        QCOMPARE(received, std::uint64_t(times.size()));
        QCOMPARE(sent, std::uint64_t(times.size()));
        QVERIFY(timeline.spans().front().received > 0 || times.front() > times.back());
        QVERIFY(timeline.spans().size() <= 240);
    }

private:
    Exported m_exported;
};

PIPESCOPE_GUILESS_TEST(ExportHtmlTest)
#include "tst_export_html.moc"
