#include "decoders/lua_decoder_folder.h"
#include "decoders/lua_decoders_dialog.h"
#include "detail/decoded_page.h"
#include "detail/detail_panel.h"
#include "detail/field_model.h"
#include "filter/filter_bar.h"
#include "memory_records.h"
#include "pipecore/decode/lua_decoders.h"
#include "runner/register.h"
#include "test_settings.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>
#include <QTreeWidget>

using namespace pipescope;

namespace {

constexpr int patience = 60'000; ///< ms
constexpr int decodedTab = 2;

/// A folder of decoders that a test writes files into.
struct Folder
{
    void write(const QString& name, const QByteArray& source) const
    {
        QFile file(temporary.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(source), source.size());
    }
    /// What is wrong with a file; "none" when there is nothing, "missing" without the file.
    [[nodiscard]] static QString problemOf(const QString& name)
    {
        for (const pipecore::LuaDecoder& decoder : pipecore::luaDecoders()) {
            if (QString::fromStdString(decoder.file).endsWith(name)) {
                const std::string problem = decoder.problem.text();
                return problem.empty() ? QStringLiteral("none") : QString::fromStdString(problem);
            }
        }
        return QStringLiteral("missing");
    }

    QTemporaryDir temporary;
    LuaDecoderFolder folder{temporary.path()};
};

QByteArray script(const QByteArray& field)
{
    return "return { key = 'mine', name = 'Mine', detect = function(m) return m:u8() == 1 end,"
           " decode = function(m) m:u8('"
           + field + "') end }";
}

/// The detail panel with one message, decoded.
struct Shown
{
    explicit Shown(std::string_view payload)
    {
        const auto server =
            records.openEndpoint(pipecore::Role::Server, "orders", pipecore::PipeMode::Message);
        const auto client = records.connectPeer(server, 4120, "app.exe");
        records.received(client, payload);
        panel.resize(1200, 420);
        panel.setSource(&records);
        panel.show();
        panel.showRow(records.rowCount() - 1);
        panel.findChild<QTabBar*>()->setCurrentIndex(decodedTab);
    }
    /// The name of the first field of the message; empty while there is none.
    [[nodiscard]] QString firstField() const
    {
        const QAbstractItemModel* model =
            panel.findChild<QTreeView*>(QStringLiteral("fieldTree"))->model();
        const QModelIndex message = model->index(0, FieldModel::Name);
        return message.isValid() ? model->index(0, FieldModel::Name, message).data().toString()
                                 : QString();
    }
    [[nodiscard]] QString note() const
    {
        return panel.findChild<QLabel*>(QStringLiteral("decodedNote"))->text();
    }

    MemoryRecords records;
    DetailPanel panel;
};

} // namespace

/// Decoders of the user's in the window: their folder, their list, and what they decode.
class LuaDecodersTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
#ifdef _WIN32
        QSKIP(
            "all pass under Wine, but the process does not end after them; the core's tests of Lua "
            "run there");
#endif
        m_settings.use("tst_lua_decoders");
    }
    void init() { TestSettings::clear(); }
    void FilesAreLoadedAndLoadedAgain();
    void FolderThatIsMissingIsMade();
    void MessagesAreDecodedByThem();
    void EndlessScriptDoesNotBlockTheWindow();
    void DialogShowsMistakes();
    void FilterIsReadAgain();

private:
    TestSettings m_settings;
};

void LuaDecodersTest::FilesAreLoadedAndLoadedAgain()
{
    Folder decoders;
    decoders.write(QStringLiteral("a.lua"), script("before"));
    decoders.write(QStringLiteral("notes.txt"), "no decoder");
    decoders.folder.update();
    QTRY_COMPARE_WITH_TIMEOUT(Folder::problemOf(QStringLiteral("a.lua")), QStringLiteral("none"),
                              patience);
    QCOMPARE(pipecore::luaDecoders().size(), std::size_t{1});
    // A change of the file, and a new one, are seen without a word.
    QSignalSpy changes(&decoders.folder, &LuaDecoderFolder::changed);
    QTRY_VERIFY_WITH_TIMEOUT(!changes.isEmpty() || pipecore::decoderByKey("mine"), patience);
    decoders.write(QStringLiteral("a.lua"), "return {");
    QTRY_VERIFY_WITH_TIMEOUT(
        Folder::problemOf(QStringLiteral("a.lua")).startsWith(QLatin1String("a.lua:1:")), patience);
    decoders.write(QStringLiteral("b.lua"), "return { decode = function() end }");
    QTRY_COMPARE_WITH_TIMEOUT(Folder::problemOf(QStringLiteral("b.lua")), QStringLiteral("none"),
                              patience);
    QVERIFY(QFile::remove(decoders.temporary.filePath(QStringLiteral("a.lua"))));
    QTRY_COMPARE_WITH_TIMEOUT(Folder::problemOf(QStringLiteral("a.lua")), QStringLiteral("missing"),
                              patience);
}

void LuaDecodersTest::FolderThatIsMissingIsMade()
{
    const QTemporaryDir parent;
    const QString path = parent.filePath(QStringLiteral("new/decoders"));
    LuaDecoderFolder folder(path);
    folder.update();
    QVERIFY(!QDir(path).exists());
    QVERIFY(folder.create());
    QFile file(path + QStringLiteral("/c.lua"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("return { decode = function() end }");
    file.close();
    QTRY_COMPARE_WITH_TIMEOUT(Folder::problemOf(QStringLiteral("c.lua")), QStringLiteral("none"),
                              patience);
}

void LuaDecodersTest::MessagesAreDecodedByThem()
{
    Folder decoders;
    decoders.write(QStringLiteral("a.lua"), script("before"));
    const Shown shown("\1");
    connect(&decoders.folder, &LuaDecoderFolder::changed, &shown.panel,
            &DetailPanel::decodersChanged);
    decoders.folder.update();
    QTRY_COMPARE_WITH_TIMEOUT(shown.firstField(), QStringLiteral("before"), patience);
    QVERIFY(shown.note().contains(QLatin1String("Mine")));
    const auto* box = shown.panel.findChild<QComboBox*>(QStringLiteral("decoder"));
    QCOMPARE(box->itemText(box->count() - 1), QStringLiteral("Mine"));
    decoders.write(QStringLiteral("a.lua"), script("afterwards"));
    QTRY_COMPARE_WITH_TIMEOUT(shown.firstField(), QStringLiteral("afterwards"), patience);
    QVERIFY(QFile::remove(decoders.temporary.filePath(QStringLiteral("a.lua"))));
    QTRY_VERIFY_WITH_TIMEOUT(box->findText(QStringLiteral("Mine")) < 0, patience);
}

void LuaDecodersTest::EndlessScriptDoesNotBlockTheWindow()
{
    Folder decoders;
    decoders.write(QStringLiteral("endless.lua"),
                   "return { detect = function(m) return true end, decode = function(m) m:u8('a')"
                   " while true do end end }");
    decoders.folder.update();
    QTRY_COMPARE_WITH_TIMEOUT(Folder::problemOf(QStringLiteral("endless.lua")),
                              QStringLiteral("none"), patience);
    // The thread of the window comes back before the script has ended, of which nothing is shown yet.
    const Shown shown("\1");
    QCOMPARE(shown.firstField(), QString());
    QTRY_VERIFY_WITH_TIMEOUT(
        Folder::problemOf(QStringLiteral("endless.lua")).contains(QLatin1String("decoder is off")),
        patience);
    QTRY_COMPARE_WITH_TIMEOUT(shown.firstField(), QStringLiteral("a"), patience);
}

void LuaDecodersTest::DialogShowsMistakes()
{
    Folder decoders;
    decoders.write(QStringLiteral("good.lua"), script("a"));
    decoders.write(QStringLiteral("wrong.lua"), "return {\n  decode = 1 }");
    decoders.folder.update();
    auto* dialog = new LuaDecodersDialog(decoders.folder);
    dialog->show();
    auto* list = dialog->findChild<QTreeWidget*>(QStringLiteral("luaDecoders"));
    QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItemCount(), 2, patience);
    QCOMPARE(list->topLevelItem(0)->text(1), QStringLiteral("Mine (mine)"));
    QCOMPARE(list->topLevelItem(0)->text(2), QStringLiteral("loaded"));
    QCOMPARE(list->topLevelItem(1)->text(2), QStringLiteral("mistake in the file"));
    list->setCurrentItem(list->topLevelItem(1));
    const auto* problem = dialog->findChild<QLabel*>(QStringLiteral("luaProblem"));
    QCOMPARE(problem->text(), QStringLiteral("wrong.lua: decode must be a function"));
    list->setCurrentItem(list->topLevelItem(0));
    QVERIFY(!problem->isVisible());
    // A mistake with a message shows while the dialog is open.
    const auto decoder = pipecore::decoderByKey("mine");
    QVERIFY(decoder.has_value());
    decoders.write(QStringLiteral("good.lua"),
                   "return { key = 'mine', decode = function() error('oh') end }");
    QTRY_VERIFY_WITH_TIMEOUT(
        pipecore::decode(pipecore::asBytes("x"), *decoder).end != pipecore::DecodeEnd::Good
            && list->topLevelItem(0)->text(2) == QLatin1String("loaded, with errors"),
        patience);
    dialog->findChild<QPushButton*>(QStringLiteral("reloadDecoders"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(list->topLevelItem(0)->text(2), QStringLiteral("loaded"), patience);
    dialog->close();
}

void LuaDecodersTest::FilterIsReadAgain()
{
    Folder decoders;
    FilterBar bar;
    bar.setText(QStringLiteral("mine.a == 1"));
    QVERIFY(bar.filter().isEmpty()); // no decoder has this key
    connect(&decoders.folder, &LuaDecoderFolder::changed, &bar, &FilterBar::decodersChanged);
    decoders.write(QStringLiteral("a.lua"), script("a"));
    decoders.folder.update();
    QTRY_COMPARE_WITH_TIMEOUT(QString::fromStdString(bar.filter().text()),
                              QStringLiteral("mine.a == 1"), patience);
}

PIPESCOPE_GUI_TEST(LuaDecodersTest)

#include "tst_lua_decoders.moc"
