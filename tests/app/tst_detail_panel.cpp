#include "detail/detail_panel.h"
#include "detail/facts_page.h"
#include "detail/hex_view.h"
#include "detail/row_facts.h"
#include "memory_records.h"
#include "pipecore/model/presets.h"
#include "rows/row_words.h"
#include "runner/register.h"
#include "widgets/error_text.h"
#include "widgets/formatting.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTest>

using namespace pipescope;

namespace {

struct Shown
{
    Shown()
    {
        server = records.openEndpoint(pipecore::Role::Server, "\\\\.\\pipe\\orders");
        client = records.connectPeer(server, 4120, "C:\\app\\app.exe");
        panel.resize(1000, 400);
        panel.setSource(&records);
        panel.show();
    }
    /// Adds a message and shows it; the tab with `tab`.
    void showMessage(std::string_view payload, int tab)
    {
        records.received(client, payload);
        panel.showRow(records.rowCount() - 1);
        tabs()->setCurrentIndex(tab);
    }
    [[nodiscard]] QTabBar* tabs() const { return panel.findChild<QTabBar*>(); }
    [[nodiscard]] QString text() const
    {
        return panel.findChild<QPlainTextEdit*>(QStringLiteral("decodedText"))->toPlainText();
    }
    [[nodiscard]] QString label(const char* name) const
    {
        return panel.findChild<QLabel*>(QLatin1String(name))->text();
    }
    /// Everything that labels of the panel say.
    [[nodiscard]] QString allLabels() const
    {
        QString all;
        for (const QLabel* each : panel.findChildren<QLabel*>()) {
            all += each->text() + QLatin1Char('\n');
        }
        return all;
    }

    MemoryRecords records;
    DetailPanel panel;
    pipecore::EndpointId server;
    pipecore::ConnectionId client;
};

enum Tab { Hex, Text, DecodedTab, ErrorExplained, Facts };

} // namespace

class DetailPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void HeadSaysWhoWhenAndHowMuch();
    void TextIsDecodedByGuessAndByChoice();
    void ControlCharactersAreShown();
    void LongTextIsShownInSteps();
    void OneEndlessLineDoesNotFreeze();
    void ErrorIsExplained();
    void CausesAreListedWithWhatToDo();
    void CausesFollowTheOptionsOfTheEndpoint();
    void PeerFactsOrWhyNot();
    void ChosenTabStaysForTheNextMessage();
    void LongPayloadIsReadInTheBackground();
    void StatusTellsTheSelection();
    void InspectorReadsBothByteOrders();
    void SourceMayGoWhileReading();
    void NothingSelectedSaysSo();
    void RefusalIsComparedWithTheAccessListWhenAsked();
    void KindsOfRowsAreShownByTheirDescription();
    void ComparisonIsOfferedOnlyWhereItCanBeMade();
};

void DetailPanelTest::HeadSaysWhoWhenAndHowMuch()
{
    Shown shown;
    shown.records.message(shown.client, pipecore::Direction::Received, std::string(70'000, 'x'),
                          {65'536, 4'464});
    shown.panel.showRow(2);
    const QString head = shown.label("detailHead");
    QVERIFY(head.contains(QStringLiteral("<b>3</b>")));
    QVERIFY(head.contains(QStringLiteral(":00.125456")));
    QVERIFY(head.contains(QStringLiteral("app.exe (4120)")));
    QVERIFY(head.contains(QStringLiteral(u"← received")));
    QVERIFY(shown.label("detailFragments").contains(QStringLiteral("2 fragments")));
}

void DetailPanelTest::TextIsDecodedByGuessAndByChoice()
{
    Shown shown;
    shown.showMessage("Gr\xC3\xBC\xC3\x9F"
                      "e",
                      Text);
    QCOMPARE(shown.text(), QStringLiteral(u"Grüße"));
    QVERIFY(shown.label("textNote").contains(QStringLiteral("UTF-8")));
    auto* encoding = shown.panel.findChild<QComboBox*>(QStringLiteral("textEncoding"));
    encoding->setCurrentIndex(3);
    QCOMPARE(shown.text(), QStringLiteral(u"GrÃ¼Ã\u009Fe"));
    encoding->setCurrentIndex(0);
    shown.showMessage(std::string_view("h\0\xE4\0l\0l\0", 8), Text);
    QCOMPARE(shown.text(), QStringLiteral(u"häll"));
    QVERIFY(shown.label("textNote").contains(QStringLiteral("UTF-16LE")));
    shown.showMessage("Gr\xFC\xDF"
                      "e",
                      Text);
    QCOMPARE(shown.text(), QStringLiteral(u"Grüße"));
    QVERIFY(shown.label("textNote").contains(QStringLiteral("Latin-1")));
}

void DetailPanelTest::ControlCharactersAreShown()
{
    Shown shown;
    shown.showMessage(std::string_view("a\0b\x1B\r\nc", 7), Text);
    QCOMPARE(shown.text(), QStringLiteral(u"a\u2400b\u241B\nc"));
}

void DetailPanelTest::LongTextIsShownInSteps()
{
    Shown shown;
    std::string text;
    while (text.size() < 1'500'000) {
        text += "a line of text, and another one\n";
    }
    shown.showMessage(text, Text);
    auto* more = shown.panel.findChild<QPushButton*>(QStringLiteral("textMore"));
    QTRY_VERIFY(more->isVisible());
    QCOMPARE(shown.text().size(), qsizetype{1024 * 1024});
    QTest::mouseClick(more, Qt::LeftButton);
    QTRY_COMPARE(shown.text().size(), static_cast<qsizetype>(text.size()));
    QVERIFY(!more->isVisible());
}

void DetailPanelTest::OneEndlessLineDoesNotFreeze()
{
    Shown shown;
    QElapsedTimer clock;
    clock.start();
    shown.showMessage(std::string(1'000'000, 'x'), Text);
    static_cast<void>(shown.panel.grab());
    qInfo("a line of a million characters takes %lld ms", clock.elapsed());
    QVERIFY(clock.elapsed() < 10'000);
    QVERIFY(shown.label("textNote").contains(QStringLiteral("long lines")));
}

void DetailPanelTest::ErrorIsExplained()
{
    Shown shown;
    shown.records.failed(shown.client, brokenPipe(), true);
    shown.panel.showRow(2);
    QVERIFY(shown.tabs()->isTabVisible(ErrorExplained));
    QVERIFY(!shown.tabs()->isTabVisible(Hex));
    QCOMPARE(shown.tabs()->currentIndex(), static_cast<int>(ErrorExplained));
    QCOMPARE(shown.label("factsTitle"), errorTitle(brokenPipe()));
    QCOMPARE(shown.label("factsExplanation"), explanationSentence(pipecore::explain(brokenPipe())));
    const QString all = shown.allLabels();
    QVERIFY(all.contains(QStringLiteral("ReadFile")));
    QVERIFY(all.contains(QStringLiteral("109 (0x6D) ERROR_BROKEN_PIPE")));
    QVERIFY(all.contains(QStringLiteral("C:\\app\\app.exe")));
}

void DetailPanelTest::CausesAreListedWithWhatToDo()
{
    Shown shown;
    shown.records.failed(shown.client, brokenPipe(), false);
    shown.panel.showRow(2);
    const auto causes = pipecore::explain(brokenPipe()).causes;
    const auto labels = shown.panel.findChildren<QLabel*>(QStringLiteral("cause"));
    QCOMPARE(labels.size(), static_cast<qsizetype>(causes.size()));
    for (std::size_t i = 0; i < causes.size(); ++i) {
        const QString text = labels[static_cast<qsizetype>(i)]->text();
        QVERIFY(text.contains(fromCore(causes[i].text).toHtmlEscaped()));
        QVERIFY(text.contains(fromCore(causes[i].action).toHtmlEscaped()));
    }
    // Another row has none.
    shown.panel.showRow(1);
    QVERIFY(shown.panel.findChildren<QLabel*>(QStringLiteral("cause")).isEmpty());
}

void DetailPanelTest::CausesFollowTheOptionsOfTheEndpoint()
{
    Shown shown;
    pipecore::Error missing;
    missing.domain = pipecore::ErrorDomain::Win32;
    missing.code = 2;
    missing.api = "CreateFile";
    shown.records.failed(shown.client, missing, false);
    shown.panel.showRow(2);
    // The endpoint's name is one of this computer.
    QVERIFY(!shown.allLabels().contains(QStringLiteral("other computer")));
    QVERIFY(shown.allLabels().contains(QStringLiteral("The server has not started")));
}

void DetailPanelTest::PeerFactsOrWhyNot()
{
    Shown shown;
    shown.panel.showRow(1);
    QVERIFY(shown.tabs()->isTabVisible(Facts));
    QVERIFY(shown.allLabels().contains(QStringLiteral("4120\n")));
    QVERIFY(shown.allLabels().contains(QStringLiteral("C:\\app\\app.exe")));
    QVERIFY(shown.allLabels().contains(QStringLiteral("SHOP\\ann")));

    pipecore::Error denied;
    denied.kind = pipecore::ErrorKind::AccessDenied;
    denied.domain = pipecore::ErrorDomain::Win32;
    denied.code = 5;
    denied.api = "OpenProcess";
    shown.records.connectUnknownPeer(shown.server, denied);
    shown.panel.showRow(2);
    QVERIFY(shown.allLabels().contains(errorLine(denied)));
    QVERIFY(!shown.allLabels().contains(QStringLiteral("C:\\app\\app.exe")));

    pipecore::PeerInfo elsewhere;
    elsewhere.processId = 4120;
    elsewhere.isRemote = true;
    elsewhere.image =
        pipecore::refuse("the process runs on another computer", pipecore::ErrorKind::NotSupported);
    elsewhere.user = elsewhere.image;
    shown.records.connectPeer(shown.server, elsewhere);
    shown.panel.showRow(3);
    QVERIFY(shown.allLabels().contains(QStringLiteral("4120 on another computer")));
    QVERIFY(shown.allLabels().contains(QStringLiteral("not available")));
}

void DetailPanelTest::ChosenTabStaysForTheNextMessage()
{
    Shown shown;
    shown.showMessage("one", Text);
    shown.panel.showRow(1);
    shown.records.received(shown.client, "two");
    shown.panel.showRow(3);
    QCOMPARE(shown.tabs()->currentIndex(), static_cast<int>(Text));
    QCOMPARE(shown.text(), QStringLiteral("two"));
}

void DetailPanelTest::LongPayloadIsReadInTheBackground()
{
    Shown shown;
    const std::size_t size = 3 * DetailPanel::readAtOnce;
    shown.showMessage(std::string(size, 'x'), Hex);
    auto* view = shown.panel.findChild<HexView*>(QStringLiteral("hexView"));
    QCOMPARE(view->bytes().size(), DetailPanel::readAtOnce);
    QVERIFY(!shown.label("hexNote").isEmpty());
    view->select(100, 5);
    QTRY_COMPARE(view->bytes().size(), size);
    QVERIFY(shown.label("hexNote").isEmpty());
    QCOMPARE(view->selectionStart(), std::optional<quint64>(100));
}

void DetailPanelTest::StatusTellsTheSelection()
{
    Shown shown;
    shown.showMessage(std::string(100, 'x'), Hex);
    auto* view = shown.panel.findChild<HexView*>(QStringLiteral("hexView"));
    view->select(16, 4);
    const QString status = shown.label("hexStatus");
    QVERIFY2(status.startsWith(QStringLiteral("offset 0x10 (16), 4")), qPrintable(status));
}

void DetailPanelTest::InspectorReadsBothByteOrders()
{
    Shown shown;
    shown.showMessage(std::string_view("\xFE\xFF\x00\x01", 4), Hex);
    // 0x0100FFFE, and 0xFEFF0001 the other way round.
    QVERIFY(shown.allLabels().contains(QString::number(0x0100FFFE)));
    QVERIFY(shown.allLabels().contains(QStringLiteral("254\n")));
    shown.panel.findChild<QComboBox*>(QStringLiteral("byteOrder"))->setCurrentIndex(1);
    QVERIFY(shown.allLabels().contains(QString::number(0xFEFF0001U)));
    QVERIFY(shown.allLabels().contains(QStringLiteral("-257\n")));
}

void DetailPanelTest::SourceMayGoWhileReading()
{
    DetailPanel panel;
    {
        MemoryRecords records;
        const auto server = records.openEndpoint(pipecore::Role::Server, "orders");
        const auto client = records.connectPeer(server, 1, "app");
        records.received(client, std::string(8 * DetailPanel::readAtOnce, 'x'));
        panel.setSource(&records);
        panel.showRow(2);
        panel.setSource(nullptr);
    }
    QCoreApplication::processEvents();
    QVERIFY(panel.findChild<HexView*>(QStringLiteral("hexView"))->bytes().empty());
}

void DetailPanelTest::NothingSelectedSaysSo()
{
    Shown shown;
    shown.panel.showRow(std::nullopt);
    QVERIFY(shown.allLabels().contains(QStringLiteral("No row selected")));
    shown.panel.showRow(999);
    QVERIFY(shown.allLabels().contains(QStringLiteral("Cannot read")));
}

void DetailPanelTest::RefusalIsComparedWithTheAccessListWhenAsked()
{
    int asked = 0;
    FactsPage page(
        [&asked](const pipecore::PipeName& name, const pipecore::Refusal& refusal)
            -> pipecore::Result<std::vector<pipecore::Phrase>> {
            ++asked;
            if (name.display() != R"(\\.\pipe\orders)") {
                return pipecore::refuse("nobody is there", pipecore::ErrorKind::NotFound);
            }
            return std::vector{
                pipecore::Phrase{"Entry %1 denies %2",
                                 {"2", refusal.access == pipecore::Access::Outbound ? "R" : "W"}}};
        },
        nullptr);
    page.show();
    RowFacts facts;
    facts.title = QStringLiteral("Access denied");
    facts.isError = true;
    page.setFacts(facts);
    auto* button = page.findChild<QPushButton*>(QStringLiteral("findCause"));
    const auto* found = page.findChild<QLabel*>(QStringLiteral("causeFound"));
    QVERIFY(!button->isVisible());

    facts.refused = RefusedRequest{.name = R"(\\.\pipe\orders)",
                                   .refusal = {.code = 5, .access = pipecore::Access::Outbound}};
    page.setFacts(facts);
    QVERIFY(button->isVisible() && !found->isVisible());
    QCOMPARE(asked, 0); // nothing is opened unasked
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(found->text(), QStringLiteral("Entry 2 denies R"));
    QVERIFY(found->isVisible());
    QVERIFY(page.plainText().contains(QStringLiteral("Entry 2 denies R")));
    page.setFacts(facts); // the same row again, as when the language changes
    QCOMPARE(found->text(), QStringLiteral("Entry 2 denies R"));

    facts.refused->name = "elsewhere";
    page.setFacts(facts);
    QVERIFY(!found->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY2(found->text().contains(QStringLiteral("nobody is there")),
                 qPrintable(found->text()));
    QCOMPARE(asked, 2);
}

void DetailPanelTest::KindsOfRowsAreShownByTheirDescription()
{
    const MemoryRecords records;
    pipecore::Record record;
    record.body = pipecore::DescriptorsPassed{.count = 3};
    const RowFacts facts = factsOf(record, records.facts());
    QCOMPARE(facts.title, QStringLiteral("Descriptors passed"));
    QCOMPARE(facts.facts.value(0), std::pair(QStringLiteral("Descriptors"), QStringLiteral("3")));
    QCOMPARE(rowSentence(record.body),
             QStringLiteral("file descriptors received with the next message and closed: 3"));
    record.body = pipecore::UnknownRow{.word = "thoughtRead", .members = R"({"a":"100 %2"})"};
    QCOMPARE(rowSentence(record.body), QStringLiteral("unknown (thoughtRead)"));
    QVERIFY(factsOf(record, records.facts())
                .facts.contains(
                    std::pair(QStringLiteral("Fields"), QStringLiteral(R"({"a":"100 %2"})"))));
}

void DetailPanelTest::ComparisonIsOfferedOnlyWhereItCanBeMade()
{
    MemoryRecords records;
    const auto local = records.openEndpoint(pipecore::Role::Client, R"(\\.\pipe\orders)");
    const auto remote = records.openEndpoint(pipecore::Role::Client, R"(\\shop\pipe\orders)");
    const auto server = records.openEndpoint(pipecore::Role::Server, R"(\\.\pipe\mine)");
    const auto refused = [&](pipecore::EndpointId endpoint, std::uint32_t code,
                             const char* api = "CreateFile") {
        pipecore::Record record;
        record.endpoint = endpoint;
        record.body = pipecore::Failed{.error = {.kind = pipecore::ErrorKind::AccessDenied,
                                                 .domain = pipecore::ErrorDomain::Win32,
                                                 .code = code,
                                                 .api = api,
                                                 .detail = {}}};
        return factsOf(record, records.facts()).refused;
    };
    constexpr bool isWindows = pipecore::thisSystem == pipecore::System::Windows;
    for (const std::uint32_t code : {5U, 231U}) {
        QCOMPARE(refused(local, code).has_value(), isWindows);
        QVERIFY(!refused(remote, code));
        QVERIFY(!refused(server, code)); // it opens nothing
        const auto instance = refused(server, code, "CreateNamedPipe");
        QCOMPARE(instance.has_value(), isWindows);
        if (instance) {
            QVERIFY(instance->refusal.isOfServer);
            QCOMPARE(instance->refusal.code, code);
        }
    }
    QVERIFY(!refused(local, 109));
}

PIPESCOPE_GUI_TEST(DetailPanelTest)
#include "tst_detail_panel.moc"
