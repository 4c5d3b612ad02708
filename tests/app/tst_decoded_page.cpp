#include "detail/decoded_page.h"
#include "detail/detail_panel.h"
#include "detail/endpoint_choices.h"
#include "detail/field_model.h"
#include "detail/hex_view.h"
#include "memory_records.h"
#include "runner/register.h"
#include "test_settings.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSettings>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTabBar>
#include <QTest>
#include <QTreeView>
#include <QUrl>

#include <algorithm>

using namespace pipescope;

namespace {

enum Tab { HexTab, TextTab, DecodedTab };

/// Place of a rule in the list of framings.
int presetAt(std::string_view text)
{
    const auto presets = pipecore::framingPresets();
    return int(std::ranges::find(presets, text, &pipecore::FramingPreset::text) - presets.begin());
}

struct Shown
{
    explicit Shown(pipecore::PipeMode mode = pipecore::PipeMode::Message,
                   std::string_view name = "\\\\.\\pipe\\orders")
    {
        server = records.openEndpoint(pipecore::Role::Server, name, mode);
        client = records.connectPeer(server, 4120, "app.exe");
        panel.resize(1200, 420);
        panel.setSource(&records);
        panel.show();
    }
    /// Adds a message and shows it decoded.
    void showMessage(std::string_view payload)
    {
        records.received(client, payload);
        showRow(records.rowCount() - 1);
    }
    void showRow(quint64 row)
    {
        panel.showRow(row);
        tabs()->setCurrentIndex(DecodedTab);
    }
    [[nodiscard]] QTabBar* tabs() const { return panel.findChild<QTabBar*>(); }
    template <typename Widget>
    [[nodiscard]] Widget* part(const char* name) const
    {
        return page()->template findChild<Widget*>(QLatin1String(name));
    }
    [[nodiscard]] DecodedPage* page() const { return panel.findChild<DecodedPage*>(); }
    [[nodiscard]] QTreeView* tree() const { return part<QTreeView>("fieldTree"); }
    [[nodiscard]] HexView* hex() const { return part<HexView>("decodedBytes"); }
    [[nodiscard]] QString note() const { return part<QLabel>("decodedNote")->text(); }
    /// Name and value of all fields, `name=value`, children in brackets.
    [[nodiscard]] QString fields(const QModelIndex& parent = {}) const
    {
        const QAbstractItemModel* model = tree()->model();
        QStringList texts;
        for (int row = 0; row < model->rowCount(parent); ++row) {
            const QModelIndex name = model->index(row, FieldModel::Name, parent);
            QString text = name.data().toString() + QLatin1Char('=')
                           + name.siblingAtColumn(FieldModel::Value).data().toString();
            if (model->hasChildren(name)) {
                text += QLatin1Char('(') + fields(name) + QLatin1Char(')');
            }
            texts.append(text);
        }
        return texts.join(QLatin1Char(' '));
    }
    void choose(const char* comboBox, int index) const
    {
        auto* box = part<QComboBox>(comboBox);
        box->setCurrentIndex(index);
        emit box->activated(index);
    }

    MemoryRecords records;
    DetailPanel panel;
    pipecore::EndpointId server;
    pipecore::ConnectionId client;
};

constexpr int messagePack = 1 + int(pipecore::DecoderId::MessagePack);

} // namespace

class DecodedPageTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_settings.use("tst_decoded_page"); }
    void init() { TestSettings::clear(); }
    void ContentTellsTheDecoder();
    void FieldAndBytesFollowEachOther();
    void FieldIsSelectedInTheHexPageToo();
    void ValueIsCopiedWhole();
    void LaidOutTextIsBesideTheFields();
    void MistakesAreNamedAtTheirPlace();
    void UnknownBytesSaySo();
    void DecoderIsRememberedForTheEndpoint();
    void FramingIsForStreamsOnly();
    void FramesSayTheirRows();
    void HeaderOfAFrameIsDecodedToo();
    void FrameOfTheNextRowAndFixedSize();
    void SavedFramingIsReadAgain_data();
    void SavedFramingIsReadAgain();
    void LongAndStrangeValuesStayOnOneLine();
    void RestOfALongPayloadIsDecodedToo();
    void SourceMayGoWhileFramesAreSought();
    void LanguageChangesTheChoices();

private:
    TestSettings m_settings;
};

void DecodedPageTest::ContentTellsTheDecoder()
{
    Shown shown;
    shown.showMessage(R"({"id": 7, "tags": ["a", "b"]})");
    QCOMPARE(shown.fields(), QStringLiteral("[0]=2 fields(id=7 tags=2 fields([0]=a [1]=b))"));
    QVERIFY(shown.note().contains(QStringLiteral("Detected: JSON")));
    shown.showMessage(std::string_view("\x05\0\0\0hello", 9));
    QCOMPARE(shown.fields(), QStringLiteral("[0]=2 fields(length=5 payload=hello)"));
    shown.showMessage("\x81\xA1x\x05");
    QCOMPARE(shown.fields(), QStringLiteral("[0]=1 field(x=5)"));
}

void DecodedPageTest::FieldAndBytesFollowEachOther()
{
    Shown shown;
    shown.showMessage(R"({"id": 7, "name": "x"})");
    const QAbstractItemModel* model = shown.tree()->model();
    const QModelIndex object = model->index(0, 0);
    shown.tree()->setCurrentIndex(model->index(1, 0, object));
    QCOMPARE(shown.hex()->selectionStart(), std::optional<quint64>(18));
    QCOMPARE(shown.hex()->selectionLength(), 3U);
    shown.hex()->select(7, 1);
    QCOMPARE(shown.tree()->currentIndex().data().toString(), QStringLiteral("id"));
    // The selection of the bytes is the user's, and stays.
    QCOMPARE(shown.hex()->selectionStart(), std::optional<quint64>(7));
}

void DecodedPageTest::FieldIsSelectedInTheHexPageToo()
{
    Shown shown;
    shown.showMessage(R"({"id": 7})");
    const QAbstractItemModel* model = shown.tree()->model();
    shown.tree()->setCurrentIndex(model->index(0, 0, model->index(0, 0)));
    shown.tabs()->setCurrentIndex(HexTab);
    const QString status = shown.panel.findChild<QLabel*>(QStringLiteral("hexStatus"))->text();
    QVERIFY2(status.startsWith(QStringLiteral("offset 0x7")), qPrintable(status));
}

void DecodedPageTest::ValueIsCopiedWhole()
{
    Shown shown;
    shown.showMessage("{\"k\": \"two\\nlines\"}");
    const QAbstractItemModel* model = shown.tree()->model();
    shown.tree()->setCurrentIndex(model->index(0, 0, model->index(0, 0)));
    shown.tree()->actions().first()->trigger();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("two\nlines"));
}

void DecodedPageTest::LaidOutTextIsBesideTheFields()
{
    Shown shown;
    shown.showMessage(R"({"id":[7]})");
    auto* side = shown.part<QComboBox>("decodedSide");
    QVERIFY(side->isVisible());
    QVERIFY(shown.hex()->isVisible());
    side->setCurrentIndex(1);
    QCOMPARE(shown.part<QPlainTextEdit>("laidOutText")->toPlainText(),
             QStringLiteral("{\n  \"id\": [\n    7\n  ]\n}"));
    QVERIFY(!shown.hex()->isVisible());
    // A binary format has no such text: its bytes are shown, and the choice comes back later.
    shown.showMessage("\x81\xA1x\x05");
    QVERIFY(!side->isVisible());
    QVERIFY(shown.hex()->isVisible());
    shown.showRow(shown.records.rowCount() - 2);
    QVERIFY(shown.part<QPlainTextEdit>("laidOutText")->isVisible());
}

void DecodedPageTest::MistakesAreNamedAtTheirPlace()
{
    Shown shown;
    shown.choose("decoder", 1);
    shown.showMessage("[1, x]");
    shown.choose("decoder", 1);
    const QAbstractItemModel* model = shown.tree()->model();
    const QModelIndex mistake = model->index(1, 0, model->index(0, 0));
    QCOMPARE(mistake.data().toString(), QStringLiteral("Error"));
    QCOMPARE(mistake.siblingAtColumn(FieldModel::Value).data().toString(),
             QStringLiteral("expected a value"));
    shown.tree()->setCurrentIndex(mistake);
    QCOMPARE(shown.hex()->selectionStart(), std::optional<quint64>(4));
}

void DecodedPageTest::UnknownBytesSaySo()
{
    Shown shown;
    shown.showMessage(std::string_view("\x9f\x8b\0\xff\x13\xf1\x0d\xe7\xaa", 9));
    auto* nothing = shown.part<QLabel>("nothingDecoded");
    QVERIFY(nothing->isVisible());
    QVERIFY(nothing->text().contains(QStringLiteral("No known format")));
    QCOMPARE(shown.hex()->bytes().size(), std::size_t(9));
    shown.showMessage("");
    QCOMPARE(nothing->text(), QStringLiteral("No bytes"));
    shown.showMessage("text");
    QVERIFY(shown.tree()->isVisible());
}

void DecodedPageTest::DecoderIsRememberedForTheEndpoint()
{
    {
        Shown shown;
        shown.showMessage("42");
        shown.choose("decoder", messagePack);
        QCOMPARE(shown.fields(), QStringLiteral("[0]=52 [1]=50"));
    }
    Shown again;
    again.showMessage("42");
    QCOMPARE(again.part<QComboBox>("decoder")->currentIndex(), messagePack);
    QCOMPARE(again.fields(), QStringLiteral("[0]=52 [1]=50"));
    Shown other(pipecore::PipeMode::Message, "\\\\.\\pipe\\billing");
    other.showMessage("42");
    QCOMPARE(other.fields(), QStringLiteral("text=42"));
    again.choose("decoder", 0);
    QVERIFY(EndpointChoice::load(QStringLiteral("\\\\.\\pipe\\orders")) == EndpointChoice());
}

void DecodedPageTest::FramingIsForStreamsOnly()
{
    Shown messages;
    messages.showMessage("a\nb\n");
    QVERIFY(!messages.part<QComboBox>("framing")->isVisible());
    Shown stream(pipecore::PipeMode::Byte);
    stream.showMessage("a\nb\n");
    QVERIFY(stream.part<QComboBox>("framing")->isVisible());
    QVERIFY(!stream.part<QSpinBox>("frameSize")->isVisible());
}

void DecodedPageTest::FramesSayTheirRows()
{
    Shown shown(pipecore::PipeMode::Byte);
    shown.records.received(shown.client, "{\"a\":1}\n{\"b\"");
    shown.records.sent(shown.client, "not of this stream\n");
    shown.records.received(shown.client, ":2}\n");
    shown.showRow(2);
    shown.choose("framing", presetAt("line"));
    QTRY_COMPARE(shown.fields(),
                 QStringLiteral("Frame 1=row 3([0]=1 field(a=1)) "
                                "Frame 2=rows 3 to 5([0]=1 field(b=2) "
                                "Rows=2 fields(row 3=4\u202FB from 0x8 row 5=4\u202FB from 0x0))"));
    QVERIFY(shown.note().contains(QStringLiteral("2 frames")));
    // Choosing a field of the second frame shows the bytes of that frame.
    const QAbstractItemModel* model = shown.tree()->model();
    const QModelIndex second = model->index(1, 0);
    shown.tree()->setCurrentIndex(model->index(0, 0, model->index(0, 0, second)));
    QCOMPARE(QByteArray::fromStdString(std::string(pipecore::asText(shown.hex()->bytes()))),
             QByteArray("{\"b\":2}"));
    QCOMPARE(shown.hex()->selectionStart(), std::optional<quint64>(5));
    // The row itself is as it was recorded.
    shown.tabs()->setCurrentIndex(TextTab);
    QVERIFY(shown.panel.findChild<QPlainTextEdit*>(QStringLiteral("decodedText"))
                ->toPlainText()
                .endsWith(QStringLiteral("{\"b\"")));
}

void DecodedPageTest::HeaderOfAFrameIsDecodedToo()
{
    Shown shown(pipecore::PipeMode::Byte);
    shown.records.received(shown.client, "HTTP/1.1 200 OK\r\nX: y\r\nContent-Length: 2\r\n\r\n{}");
    shown.showRow(2);
    shown.choose("framing", presetAt("http1"));
    QTRY_COMPARE(shown.fields(),
                 QStringLiteral("Frame 1=row 3([0]=200 OK(version=HTTP/1.1 status=200 reason=OK "
                                "X=y Content-Length=2 body={}))"));
    // JSON after a length is read without the length.
    Shown lengths(pipecore::PipeMode::Byte);
    lengths.records.received(lengths.client, std::string_view("\0\0\0\7{\"a\":1}", 11));
    lengths.showRow(2);
    lengths.choose("framing", presetAt("u32be"));
    QTRY_COMPARE(lengths.fields(), QStringLiteral("Frame 1=row 3([0]=1 field(a=1))"));
}

void DecodedPageTest::FrameOfTheNextRowAndFixedSize()
{
    Shown shown(pipecore::PipeMode::Byte);
    shown.records.received(shown.client, "abcd");
    shown.records.received(shown.client, "ef");
    shown.showRow(2);
    shown.choose("framing", presetAt("fixed:16"));
    shown.part<QSpinBox>("frameSize")->setValue(3);
    QTRY_VERIFY(shown.fields().startsWith(QStringLiteral("Frame 1=row 3(text=abc)")));
    QVERIFY(shown.fields().contains(QStringLiteral("Frame 2=rows 3 to 4(text=def")));
    shown.showRow(3);
    QTRY_VERIFY(shown.fields().startsWith(QStringLiteral("Frame 2=rows 3 to 4(text=def")));
    shown.records.received(shown.client, "g");
    shown.showRow(4);
    QTRY_COMPARE(shown.fields(), QStringLiteral("Frame 3=row 5, incomplete(text=g)"));
}

void DecodedPageTest::SavedFramingIsReadAgain_data()
{
    QTest::addColumn<QString>("saved");
    QTest::addColumn<uint>("size");
    QTest::addColumn<QString>("shown");
    QTest::newRow("key of older versions") << "u32le" << 16U << "u32 LE length prefix";
    QTest::newRow("size of older versions") << "fixed" << 5U << "Fixed size";
    QTest::newRow("preset") << "headers" << 0U << "Content-Length headers (LSP, DAP)";
    QTest::newRow("any rule") << "u32be,offset=4" << 0U << "u32be,offset=4";
    QTest::newRow("of a later version") << "u77be" << 0U << "No framing";
}

void DecodedPageTest::SavedFramingIsReadAgain()
{
    QFETCH(QString, saved);
    QFETCH(uint, size);
    QSettings settings;
    settings.beginGroup(
        QStringLiteral("decoding/")
        + QString::fromLatin1(QUrl::toPercentEncoding(QStringLiteral("\\\\.\\pipe\\orders"))));
    settings.setValue("framing", saved);
    if (size > 0) {
        settings.setValue("frameSize", size);
    }
    settings.endGroup();
    settings.sync();
    Shown stream(pipecore::PipeMode::Byte);
    stream.showMessage("ab");
    QTEST(stream.part<QComboBox>("framing")->currentText(), "shown");
    if (saved == QLatin1String("fixed")) {
        QCOMPARE(stream.part<QSpinBox>("frameSize")->value(), 5);
    }
    // Another choice replaces it, and the rule that is not in the list leaves the list.
    stream.choose("framing", presetAt("line"));
    QCOMPARE(stream.part<QComboBox>("framing")->count(), int(pipecore::framingPresets().size()));
    QVERIFY(EndpointChoice::load(QStringLiteral("\\\\.\\pipe\\orders")).framing.text() == "line");
}

void DecodedPageTest::LongAndStrangeValuesStayOnOneLine()
{
    Shown shown;
    shown.showMessage("{\"k\\u202e\\n\": \"" + std::string(100'000, 'x') + "\"}");
    const QAbstractItemModel* model = shown.tree()->model();
    const QModelIndex member = model->index(0, 0, model->index(0, 0));
    QCOMPARE(member.data().toString(), QStringLiteral(u"k·␊"));
    QVERIFY(member.siblingAtColumn(FieldModel::Value).data().toString().size() < 5000);
    QVERIFY(member.siblingAtColumn(FieldModel::Value).data(Qt::ToolTipRole).toString().size()
            <= 2000);
}

void DecodedPageTest::RestOfALongPayloadIsDecodedToo()
{
    Shown shown;
    const std::size_t size = DetailPanel::readAtOnce + 1000;
    shown.showMessage("[\"" + std::string(size, 'x') + "\"]");
    QTRY_COMPARE(shown.hex()->bytes().size(), size + 4);
    QVERIFY(shown.fields().startsWith(QStringLiteral("[0]=1 field([0]=xxx")));
    QVERIFY(!shown.fields().contains(QStringLiteral("Error")));
}

void DecodedPageTest::SourceMayGoWhileFramesAreSought()
{
    for (int round = 0; round < 6; ++round) {
        auto records = std::make_unique<MemoryRecords>();
        const auto server =
            records->openEndpoint(pipecore::Role::Server, "bytes", pipecore::PipeMode::Byte);
        const auto client = records->connectPeer(server, 1, "app");
        for (int row = 0; row < 3000; ++row) {
            records->received(client, "abcdefg");
        }
        EndpointChoice choice;
        choice.framing = pipecore::FramingRule::parse("fixed:16").value();
        choice.save(QStringLiteral("bytes"));
        DetailPanel panel;
        panel.resize(900, 300);
        panel.setSource(records.get());
        panel.show();
        panel.showRow(2900);
        panel.findChild<QTabBar*>()->setCurrentIndex(DecodedTab);
        panel.setSource(nullptr);
        records.reset();
    }
}

void DecodedPageTest::LanguageChangesTheChoices()
{
    Shown shown(pipecore::PipeMode::Byte);
    shown.showMessage("{}");
    shown.choose("decoder", messagePack);
    Language::instance().setCode(QStringLiteral("de"));
    QCOMPARE(shown.part<QComboBox>("decoder")->count(), 1 + int(pipecore::decoders().size()));
    QCOMPARE(shown.part<QComboBox>("decoder")->currentIndex(), messagePack);
    QCOMPARE(shown.part<QComboBox>("framing")->count(), int(pipecore::framingPresets().size()));
}

PIPESCOPE_GUI_TEST(DecodedPageTest)

#include "tst_decoded_page.moc"
