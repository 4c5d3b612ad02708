#include "log/log_view.h"
#include "memory_records.h"
#include "pipecore/filter/filter_run.h"
#include "rows/finder.h"
#include "runner/register.h"
#include "traffic/find_bar.h"
#include "traffic/find_controller.h"
#include "traffic/traffic_panel.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <memory>

using namespace pipescope;

namespace {

struct Session
{
    Session()
    {
        server = records.openEndpoint(pipecore::Role::Server, "orders");
        client = records.connectPeer(server, 4120, "/opt/app.exe");
        records.received(client, "Hello one");                                 // row 2
        records.sent(client, "nothing here");                                  // row 3
        records.received(client, "say HELLO again");                           // row 4
        records.received(client, std::string_view("h\0e\0l\0l\0o\0", 10));     // row 5
        records.received(client, std::string_view("\x01\xFF\xFE\x00\x02", 5)); // row 6
        records.failed(client, brokenPipe());                                  // row 7
    }
    MemoryRecords records;
    pipecore::EndpointId server;
    pipecore::ConnectionId client;
};

struct ShownPanel
{
    explicit ShownPanel(const pipecore::RecordSource* source)
    {
        panel.resize(900, 500);
        panel.setSource(source);
        panel.show();
        panel.setFollowTail(false);
        panel.goToRow(0);
        panel.find().start();
    }
    [[nodiscard]] QLineEdit* field() const
    {
        return panel.findChild<QLineEdit*>(QStringLiteral("findField"));
    }
    [[nodiscard]] QString status() const
    {
        return panel.findChild<QLabel*>(QStringLiteral("findStatus"))->text();
    }
    [[nodiscard]] bool isSearching() const { return panel.findChild<Finder*>()->isRunning(); }
    TrafficPanel panel;
};

} // namespace

class FindTest : public QObject
{
    Q_OBJECT

private slots:
    void TextIsFoundInUtf8AndUtf16();
    void CaseCountsWhenAsked();
    void UmlautsIgnoreCase();
    void BytesAreFoundInPayloadsOnly();
    void FilterSaysTheSame_data();
    void FilterSaysTheSame();
    void TypingJumpsToTheFirstMatchAndCounts();
    void NextAndPreviousWrapAround();
    void EscapeClosesAndUnmarks();
    void HexErrorIsReportedWithItsPlace();
    void NewRowsAreSearchedToo();
    void NextKeystrokeGivesUpTheSearchBefore();
    void SearchStartsAtTheCurrentRow();
    void SourceMayGoWhileSearching();
};

void FindTest::TextIsFoundInUtf8AndUtf16()
{
    Session session;
    const SourceRows rows(session.records, 0);
    const auto found = [&](const FindPattern& pattern, quint64 row) {
        return pattern.matches(*rows.read(row, 1000), rows);
    };
    const auto hello = FindPattern::fromText(QStringLiteral("hello"), Qt::CaseInsensitive);
    QVERIFY(found(hello, 2));
    QVERIFY(!found(hello, 3));
    QVERIFY(found(hello, 4));
    QVERIFY(found(hello, 5));
    const auto broken = FindPattern::fromText(QStringLiteral("error_broken"), Qt::CaseInsensitive);
    QVERIFY(found(broken, 7));
    QVERIFY(!found(FindPattern(), 2));
}

void FindTest::CaseCountsWhenAsked()
{
    Session session;
    const SourceRows rows(session.records, 0);
    const auto pattern = FindPattern::fromText(QStringLiteral("HELLO"), Qt::CaseSensitive);
    QVERIFY(!pattern.matches(*rows.read(2, 1000), rows));
    QVERIFY(pattern.matches(*rows.read(4, 1000), rows));
}

void FindTest::UmlautsIgnoreCase()
{
    MemoryRecords records;
    const auto server = records.openEndpoint(pipecore::Role::Server, "orders");
    const auto client = records.connectPeer(server, 1, "app");
    records.received(client, "GR\xC3\x9C"
                             "N");
    const SourceRows rows(records, 0);
    const auto pattern = FindPattern::fromText(QStringLiteral(u"grün"), Qt::CaseInsensitive);
    QVERIFY(pattern.matches(*rows.read(2, 1000), rows));
}

void FindTest::BytesAreFoundInPayloadsOnly()
{
    Session session;
    const SourceRows rows(session.records, 0);
    const auto pattern = FindPattern::fromBytes({std::byte{0xFF}, std::byte{0xFE}});
    QVERIFY(pattern.matches(*rows.read(6, 1000), rows));
    QVERIFY(!pattern.matches(*rows.read(2, 1000), rows));
    QVERIFY(!pattern.matches(*rows.read(7, 1000), rows));
    const auto marks = pattern.marksIn(QStringLiteral("01 FF FE 00 FF FE"));
    QCOMPARE(marks.size(), 2);
    QCOMPARE(marks.first(), (std::pair<qsizetype, qsizetype>{3, 5}));
}

void FindTest::FilterSaysTheSame_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("capitalsCount");
    for (const bool counts : {true, false}) {
        for (const char16_t* text : {u"hello", u"HELLO", u"l", u"o w", u"grün", u"GRÜN",
                                     u"\"\\.\\x41|", u"你好", u"error_broken", u"nowhere"}) {
            const QString what = QString::fromUtf16(text);
            QTest::addRow("%s%s", qPrintable(what), counts ? ", as it is" : "") << what << counts;
        }
    }
}

/// The threads search with a filter that means the same as the pattern.
void FindTest::FilterSaysTheSame()
{
    QFETCH(QString, text);
    QFETCH(bool, capitalsCount);
    Session session;
    const auto& client = session.client;
    session.records.received(client, "GR\xC3\x9CN und gr\xC3\xBCn");
    session.records.received(client, "\xE4\xBD\xA0\xE5\xA5\xBD");
    session.records.received(client, "\"\\.\\x41|");
    session.records.received(client, std::string_view("\xFF\0hello\0\xFF", 9));
    session.records.received(client, "");
    const auto sensitivity = capitalsCount ? Qt::CaseSensitive : Qt::CaseInsensitive;
    const auto pattern = FindPattern::fromText(text, sensitivity);
    QVERIFY(!pattern.filter().isEmpty());
    const SourceRows rows(session.records, 0);
    pipecore::RowFilter filter(session.records, pattern.filter());
    const auto found = filter.rows(0, session.records.rowCount());
    for (quint64 row = 0; row < session.records.rowCount(); ++row) {
        if (session.records.head(row).kind != pipecore::RecordKind::Message) {
            continue;
        }
        const bool passes = std::ranges::find(found, row) != found.end();
        QVERIFY2(pattern.matches(*rows.read(row, 1000), rows) == passes,
                 qPrintable(QString::number(row)));
    }
}

void FindTest::TypingJumpsToTheFirstMatchAndCounts()
{
    Session session;
    ShownPanel shown(&session.records);
    QVERIFY(QTest::qWaitForWindowActive(&shown.panel, 20'000));
    QTest::keyClicks(shown.field(), QStringLiteral("hello"));
    QTRY_COMPARE(shown.status(), QStringLiteral("1 of 3"));
    QCOMPARE(shown.panel.currentRow(), std::optional<quint64>(2));
    QTest::mouseClick(shown.panel.findChild<QToolButton*>(QStringLiteral("findCase")),
                      Qt::LeftButton);
    QTRY_COMPARE(shown.status(), QStringLiteral("1 of 1"));
    QCOMPARE(shown.panel.currentRow(), std::optional<quint64>(5));
    QTest::keyClicks(shown.field(), QStringLiteral("xyz"));
    QTRY_COMPARE(shown.status(), QStringLiteral("not found"));
}

void FindTest::NextAndPreviousWrapAround()
{
    Session session;
    ShownPanel shown(&session.records);
    QVERIFY(QTest::qWaitForWindowActive(&shown.panel, 20'000));
    QTest::keyClicks(shown.field(), QStringLiteral("hello"));
    QTRY_COMPARE(shown.status(), QStringLiteral("1 of 3"));
    QTest::keyClick(shown.field(), Qt::Key_F3);
    QCOMPARE(shown.panel.currentRow(), std::optional<quint64>(4));
    QTest::keyClick(shown.field(), Qt::Key_Return);
    QCOMPARE(shown.panel.currentRow(), std::optional<quint64>(5));
    QTest::keyClick(shown.field(), Qt::Key_F3);
    QCOMPARE(shown.panel.currentRow(), std::optional<quint64>(2));
    QVERIFY(shown.status().contains(QStringLiteral("wrapped")));
    QTest::keyClick(shown.field(), Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(shown.panel.currentRow(), std::optional<quint64>(5));
    QTest::keyClick(shown.field(), Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(shown.panel.currentRow(), std::optional<quint64>(4));
    QCOMPARE(shown.status(), QStringLiteral("2 of 3"));
}

void FindTest::EscapeClosesAndUnmarks()
{
    Session session;
    ShownPanel shown(&session.records);
    QVERIFY(QTest::qWaitForWindowActive(&shown.panel, 20'000));
    QTest::keyClicks(shown.field(), QStringLiteral("hello"));
    QTRY_COMPARE(shown.status(), QStringLiteral("1 of 3"));
    auto* view = shown.panel.findChild<LogView*>();
    const QImage marked = view->viewport()->grab().toImage();
    QTest::keyClick(shown.field(), Qt::Key_Escape);
    QVERIFY(!shown.panel.findChild<FindBar*>()->isVisible());
    QVERIFY(view->hasFocus());
    QVERIFY(view->viewport()->grab().toImage() != marked);
    QTest::keyClick(view, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(shown.panel.findChild<FindBar*>()->isVisible());
}

void FindTest::HexErrorIsReportedWithItsPlace()
{
    Session session;
    ShownPanel shown(&session.records);
    QVERIFY(QTest::qWaitForWindowActive(&shown.panel, 20'000));
    shown.panel.findChild<QComboBox*>(QStringLiteral("findMode"))->setCurrentIndex(1);
    QTest::keyClicks(shown.field(), QStringLiteral("FF FE"));
    QTRY_COMPARE(shown.status(), QStringLiteral("1 of 1"));
    QCOMPARE(shown.panel.currentRow(), std::optional<quint64>(6));
    shown.field()->setText(QStringLiteral("FF zz"));
    QVERIFY2(shown.status().contains(QStringLiteral("4")), qPrintable(shown.status()));
}

void FindTest::NewRowsAreSearchedToo()
{
    Session session;
    ShownPanel shown(&session.records);
    QVERIFY(QTest::qWaitForWindowActive(&shown.panel, 20'000));
    QTest::keyClicks(shown.field(), QStringLiteral("hello"));
    QTRY_COMPARE(shown.status(), QStringLiteral("1 of 3"));
    session.records.received(session.client, "one more hello");
    shown.panel.refresh();
    QTRY_COMPARE(shown.status(), QStringLiteral("1 of 4"));
    QCOMPARE(shown.panel.currentRow(), std::optional<quint64>(2));
}

void FindTest::NextKeystrokeGivesUpTheSearchBefore()
{
    Session session;
    for (int row = 0; row < 60'000; ++row) {
        session.records.received(session.client, row % 2 == 0 ? "even" : "odd");
    }
    auto rows = std::make_shared<SourceRows>(session.records, 0);
    rows->setCount(session.records.rowCount());
    Finder finder;
    finder.start(rows, FindPattern::fromText(QStringLiteral("even"), Qt::CaseInsensitive), 0);
    QVERIFY(finder.isRunning());
    finder.start(rows, FindPattern::fromText(QStringLiteral("hello"), Qt::CaseInsensitive), 0);
    QTRY_VERIFY(!finder.isRunning());
    QCOMPARE(finder.matches().size(), std::uint64_t{3});
    QCOMPARE(finder.progress(), 1.0);
}

void FindTest::SearchStartsAtTheCurrentRow()
{
    Session session;
    const quint64 rowsBefore = session.records.rowCount();
    for (quint64 row = 0; row < 2 * pipecore::RowSet::blockRows; ++row) {
        session.records.received(session.client, "needle");
    }
    auto rows = std::make_shared<SourceRows>(session.records, 0);
    rows->setCount(session.records.rowCount());
    Finder finder;
    QSignalSpy progressed(&finder, &Finder::progressed);
    finder.start(rows, FindPattern::fromText(QStringLiteral("needle"), Qt::CaseSensitive),
                 pipecore::RowSet::blockRows + 100);
    QVERIFY(progressed.wait());
    if (finder.isRunning()) {
        QVERIFY(finder.matches().next(0) >= std::optional(pipecore::RowSet::blockRows));
    }
    QTRY_VERIFY(!finder.isRunning());
    // And the rows above are searched afterwards.
    QCOMPARE(finder.matches().next(0), std::optional<std::uint64_t>(rowsBefore));
    QCOMPARE(finder.matches().size(), 2 * pipecore::RowSet::blockRows);
}

void FindTest::SourceMayGoWhileSearching()
{
    auto session = std::make_unique<Session>();
    for (int row = 0; row < 30'000; ++row) {
        session->records.received(session->client, "some text");
    }
    ShownPanel shown(&session->records);
    shown.field()->setText(QStringLiteral("text"));
    QVERIFY(shown.isSearching());
    shown.panel.setSource(nullptr);
    session.reset();
    QVERIFY(!shown.isSearching());
    QCOMPARE(shown.panel.currentRow(), std::optional<quint64>());
}

PIPESCOPE_GUI_TEST(FindTest)
#include "tst_find.moc"
