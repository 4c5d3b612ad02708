#include "dialog_test.h"
#include "frames_in_window.h"

#include "detail/field_model.h"
#include "detail/hex_view.h"
#include "filter/filter_line.h"
#include "pipecore/export/export.h"
#include "pipecore/filter/filter.h"
#include "runner/register.h"
#include "widgets/language.h"

#include <QComboBox>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>
#include <QTreeView>

#include <algorithm>
#include <string>

using namespace pipescope;

namespace {

constexpr int patienceMs = WindowUnderTest::patienceMs;
constexpr int decodedTab = 2;

constexpr const char* shopTypes = R"(syntax = "proto3";
package shop;
message User { string name = 1; }
message Order { User user = 1; }
enum State { NEW = 0; PAID = 1; }
message Receipt { int64 total = 1; State state = 2; }
)";
constexpr const char* annOrders = "\x0A\x05\x0A\x03"
                                  "ann";
constexpr const char* bobOrders = "\x0A\x05\x0A\x03"
                                  "bob";
constexpr const char* paid = "\x08\x07\x10\x01";

QString writeFile(const WindowUnderTest& test, const char* name, const char* content)
{
    QFile file(test.file(name));
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(content) > 0;
    return isWritten ? QDir::toNativeSeparators(file.fileName()) : QString();
}

/// Chooses a file and types in an open dialog, as soon as it may be accepted.
void chooseTypes(const FramesDialog& dialog, const QString& file, const char* request,
                 const char* reply)
{
    auto* edit = find<QLineEdit>(dialog, "typesFile");
    edit->setText(file);
    auto* requests = find<QComboBox>(dialog, "requestType");
    QTRY_VERIFY_WITH_TIMEOUT(requests->findText(QLatin1String(request)) >= 0, patienceMs);
    requests->setCurrentText(QLatin1String(request));
    find<QComboBox>(dialog, "replyType")->setCurrentText(QLatin1String(reply));
    QTRY_VERIFY_WITH_TIMEOUT(okOf(dialog)->isEnabled(), patienceMs);
}

QAbstractItemModel* fieldsOf(const WindowUnderTest& test)
{
    return test.window->findChild<QTreeView*>(QStringLiteral("fieldTree"))->model();
}

/// Name and value of all fields, `name=value`, children in brackets.
QString fieldsText(const QAbstractItemModel& model, const QModelIndex& parent = {})
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex name = model.index(row, FieldModel::Name, parent);
        QString text = name.data().toString() + QLatin1Char('=')
                       + name.siblingAtColumn(FieldModel::Value).data().toString();
        if (model.hasChildren(name)) {
            text += QLatin1Char('(') + fieldsText(model, name) + QLatin1Char(')');
        }
        texts.append(text);
    }
    return texts.join(QLatin1Char(' '));
}

QString fields(const WindowUnderTest& test)
{
    return fieldsText(*fieldsOf(test));
}

void showDecoded(const WindowUnderTest& test)
{
    test.window->findChild<QDockWidget*>(QStringLiteral("DetailDock"))->show();
    test.window->findChild<QTabBar*>(QStringLiteral("detailTabs"))->setCurrentIndex(decodedTab);
}

/// Sets a filter, and waits until so many rows pass it.
void filterShows(const WindowUnderTest& test, const char* filter, quint64 rows)
{
    test.window->findChild<TrafficPanel*>()->setFilter(QLatin1String(filter));
    QTRY_COMPARE_WITH_TIMEOUT(viewOf(test)->rowCount(), rows, patienceMs);
}

QString noticeOf(const WindowUnderTest& test)
{
    return test.window->findChild<QLabel*>(QStringLiteral("trafficNotice"))->text();
}

} // namespace

/// The user's types of Protocol Buffers in the window: set for a pipe, seen in its rows.
class WindowTypesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        setApplicationIdentity();
        Language::instance().setCode(QStringLiteral("en"));
    }

    void TypesSetInTheDialogNameTheFieldsOfMessages()
    {
        WindowUnderTest test;
        const QString file = writeFile(test, "shop.proto", shopTypes);
        Stream stream(test, WindowUnderTest::pipeName(), pipecore::PipeMode::Message);
        stream.write(annOrders);
        choose(test, annOrders);
        showDecoded(test);
        QVERIFY(!fields(test).contains(QStringLiteral("name")));
        FramesDialog* dialog = openDialog(test);
        QVERIFY(dialog != nullptr);
        chooseTypes(*dialog, file, "shop.Order", "shop.Receipt");
        QTest::mouseClick(okOf(*dialog), Qt::LeftButton);

        QTRY_COMPARE_WITH_TIMEOUT(fields(test),
                                  QStringLiteral("message=shop.Order(user=shop.User(name=ann))"),
                                  patienceMs);
        // Its bytes are marked.
        auto* tree = test.window->findChild<QTreeView*>(QStringLiteral("fieldTree"));
        QModelIndex name = tree->model()->index(0, 0);
        while (tree->model()->hasChildren(name)) {
            name = tree->model()->index(0, 0, name);
        }
        tree->setCurrentIndex(name);
        const auto* hex = test.window->findChild<HexView*>(QStringLiteral("decodedBytes"));
        QCOMPARE(hex->selectionStart().value_or(0), quint64(2));
        // The other side sends other messages.
        stream.writeBack(paid);
        choose(test, paid);
        QTRY_VERIFY_WITH_TIMEOUT(
            fields(test).startsWith(QStringLiteral("message=shop.Receipt(total=7 state=PAID")),
            patienceMs);
    }

    void FiltersAndExportsKnowTheNamesAlsoOfRowsThatCome()
    {
        WindowUnderTest test;
        const QString file = writeFile(test, "shop.proto", shopTypes);
        Stream stream(test, WindowUnderTest::pipeName(), pipecore::PipeMode::Message);
        stream.write(annOrders);
        filterShows(test, "proto.user.name == \"ann\"", 0);
        test.window->frameRules().set(stream.name(), {}, pipecore::Asker::Client,
                                      {.file = file,
                                       .request = QStringLiteral("shop.Order"),
                                       .reply = QStringLiteral("Receipt")});
        // Both ends are in the log.
        QTRY_COMPARE_WITH_TIMEOUT(viewOf(test)->rowCount(), quint64(2), patienceMs);
        stream.write(bobOrders);
        stream.write(annOrders);
        QTRY_COMPARE_WITH_TIMEOUT(viewOf(test)->rowCount(), quint64(4), patienceMs);
        stream.writeBack(paid);
        filterShows(test, "proto.state == PAID", 2);
        const auto known = pipecore::decodedFieldsOf(*logOf(test).rows(), 100, nullptr);
        QVERIFY(std::ranges::find(known, "proto.user.name") != known.end());

        QSignalSpy exported(&test.window->session(), &SessionController::exported);
        const QString target = test.file("orders.jsonl");
        test.window->session().exportTo(
            target, {pipecore::ExportFormat::JsonLines, pipecore::ExportColumns(), true}, {},
            logOf(test).frames());
        QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 1, patienceMs);
        QFile lines(target);
        QVERIFY(lines.open(QIODevice::ReadOnly));
        QVERIFY(lines.readAll().contains(R"("name":"bob")"));

        // Without the types there are no such fields.
        test.window->frameRules().remove(stream.name());
        filterShows(test, "proto.user.name == \"ann\"", 0);
    }

    void FramesHaveTypes()
    {
        WindowUnderTest test;
        const QString file = writeFile(test, "shop.proto", shopTypes);
        Stream stream(test);
        stream.write("\x07\x0A\x05\x0A");
        stream.write("\x03"
                     "ann\x07\x0A\x05\x0A\x03"
                     "bob");
        test.window->frameRules().set(
            stream.name(), pipecore::FramingRule::parse("varint").value(), pipecore::Asker::Client,
            {.file = file, .request = QStringLiteral("shop.Order"), .reply = {}});
        QVERIFY(showsFrames(test));
        filterShows(test, "proto.user.name == \"ann\"", 2);
        filterShows(test, "", logOf(test).rows()->rowCount());
        choose(test, bobOrders);
        showDecoded(test);
        QTRY_COMPARE_WITH_TIMEOUT(fields(test),
                                  QStringLiteral("message=shop.Order(user=shop.User(name=bob))"),
                                  patienceMs);
    }

    void TypesAreKeptForTheNextStartAndForFiles()
    {
        WindowUnderTest test;
        const QString file = writeFile(test, "shop.proto", shopTypes);
        const std::string name = WindowUnderTest::pipeName();
        {
            Stream stream(test, name, pipecore::PipeMode::Message);
            stream.write(annOrders);
            choose(test, annOrders);
            FramesDialog* dialog = openDialog(test);
            QVERIFY(dialog != nullptr);
            chooseTypes(*dialog, file, "shop.Order", "");
            QTest::mouseClick(okOf(*dialog), Qt::LeftButton);
            test.save(test.file("orders.pcapng"));
        }
        test.reopen();
        test.openFile(test.file("orders.pcapng"));
        filterShows(test, "proto.user.name == \"ann\"", 2);
        choose(test, annOrders);
        FramesDialog* dialog = openDialog(test);
        QVERIFY(dialog != nullptr);
        QCOMPARE(find<QLineEdit>(*dialog, "typesFile")->text(), file);
        QCOMPARE(find<QComboBox>(*dialog, "requestType")->currentText(),
                 QStringLiteral("shop.Order"));
        QCOMPARE(find<QComboBox>(*dialog, "replyType")->currentText(), QString());
    }

    void AMistakeInTheFileIsSaidWithItsPlaceAndNotAccepted()
    {
        WindowUnderTest test;
        const QString wrong =
            writeFile(test, "wrong.proto", "syntax = \"proto3\";\nmessage Order { string = 1; }\n");
        const QString file = writeFile(test, "shop.proto", shopTypes);
        Stream stream(test, WindowUnderTest::pipeName(), pipecore::PipeMode::Message);
        stream.write(annOrders);
        choose(test, annOrders);
        FramesDialog* dialog = openDialog(test);
        QVERIFY(dialog != nullptr);
        QVERIFY(okOf(*dialog)->isEnabled());
        auto* edit = find<QLineEdit>(*dialog, "typesFile");
        const auto* hint = find<QLabel>(*dialog, "typesHint");
        edit->setText(wrong);
        QVERIFY(!okOf(*dialog)->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(hint->text().contains(QStringLiteral("wrong.proto:2:")),
                                 patienceMs);
        QVERIFY(!okOf(*dialog)->isEnabled());
        QCOMPARE(okOf(*dialog)->text(), QStringLiteral("OK")); // a message pipe has no frames
        QCOMPARE(edit->text(), wrong);
        chooseTypes(*dialog, file, "shop.Order", "");
        // A type that the file does not have is none.
        auto* requests = find<QComboBox>(*dialog, "requestType");
        requests->setCurrentText(QStringLiteral("shop.Cake"));
        QVERIFY2(hint->text().contains(QStringLiteral("shop.Cake")), qPrintable(hint->text()));
        QVERIFY(!okOf(*dialog)->isEnabled());
        edit->clear();
        QVERIFY(okOf(*dialog)->isEnabled());
    }

    void AFileThatIsGoneIsSaidAndTheOthersWork()
    {
        WindowUnderTest test;
        const QString file = writeFile(test, "shop.proto", shopTypes);
        const std::string name = WindowUnderTest::pipeName();
        Stream stream(test, name, pipecore::PipeMode::Message);
        test.window->frameRules().set(
            QStringLiteral("gone"), {}, pipecore::Asker::Client,
            {.file = test.file("gone.proto"), .request = {}, .reply = {}});
        QTRY_VERIFY_WITH_TIMEOUT(noticeOf(test).contains(QStringLiteral("gone.proto")), patienceMs);
        test.window->findChild<TrafficPanel*>()->showNotice({});
        test.window->frameRules().set(
            stream.name(), {}, pipecore::Asker::Client,
            {.file = file, .request = QStringLiteral("shop.Order"), .reply = {}});
        stream.write(annOrders);
        filterShows(test, "proto.user.name == \"ann\"", 2);
        // Said once.
        QVERIFY2(noticeOf(test).isEmpty(), qPrintable(noticeOf(test)));
        // Nothing of the choice is lost.
        QCOMPARE(test.window->frameRules().typesOf(QStringLiteral("gone")).file,
                 test.file("gone.proto"));
    }
};

PIPESCOPE_GUI_TEST(WindowTypesTest)
#include "tst_window_types.moc"
