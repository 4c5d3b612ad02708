#include "memory_records.h"
#include "window_test.h"

#include "runner/register.h"
#include "session/export_dialog.h"

#include <QAbstractItemModel>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace pipescope;
using pipecore::ExportForm;
using pipecore::ExportFormat;
using pipecore::RowRanges;

namespace {

template <typename Widget>
Widget* find(const QWidget& parent, const char* name)
{
    return parent.findChild<Widget*>(QLatin1String(name));
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Answer of the dialog after Export….
struct Answer
{
    ExportFormat format = ExportFormat::Raw;
    std::optional<RowRanges> rows;
    int count = 0;
    ExportForm form = ExportFormat::Raw;
};

void listen(const ExportDialog& dialog, Answer& answer)
{
    QObject::connect(&dialog, &ExportDialog::chosen, &dialog,
                     [&answer](const ExportForm& form, const std::optional<RowRanges>& rows) {
                         answer = {form.format, rows, answer.count + 1, form};
                     });
}

/// A server of its own name in the window's live session.
pipecore::Result<pipecore::EndpointId> startServer(WindowUnderTest& test)
{
    pipecore::ServerOptions options;
    options.name = WindowUnderTest::pipeName();
    return test.window->session().live()->engine().startServer(options);
}

} // namespace

/// File ▸ Export…
class ExportTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        setApplicationIdentity();
        // The dialog of Windows has a thread of its own, which a test that closes it at once outruns.
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    }

    void AllRowsUnlessSomeAreSelected()
    {
        Answer answer;
        ExportDialog dialog({.all = 10, .filtered = {}, .selected = RowRanges::between(3, 4)});
        listen(dialog, answer);
        QVERIFY(find<QRadioButton>(dialog, "exportAll")->isChecked());
        QVERIFY(find<QRadioButton>(dialog, "exportFiltered")->isHidden());
        find<QPushButton>(dialog, "exportNext")->click();
        QCOMPARE(answer.count, 1);
        QVERIFY(!answer.rows);

        ExportDialog several({.all = 10, .filtered = {}, .selected = RowRanges::between(3, 6)});
        listen(several, answer);
        QVERIFY(find<QRadioButton>(several, "exportSelected")->isChecked());
        find<QPushButton>(several, "exportNext")->click();
        QVERIFY(answer.rows && answer.rows->count() == 3);
    }

    void RowsOfTheFilterAreOffered()
    {
        Answer answer;
        ExportDialog dialog({.all = 10,
                             .filtered = {{.found = [] { return ExportDialog::Filtered::Found{2}; },
                                           .rows = [] { return RowRanges::between(0, 2); }}},
                             .selected = {}});
        listen(dialog, answer);
        QVERIFY(!find<QRadioButton>(dialog, "exportSelected")->isEnabled());
        QVERIFY(find<QRadioButton>(dialog, "exportFiltered")->isChecked());
        find<QPushButton>(dialog, "exportNext")->click();
        QVERIFY(answer.rows && answer.rows->count() == 2);
    }

    void AFilterThatStillLooksIsWaitedFor()
    {
        ExportDialog::Filtered::Found found{.rows = 2, .isAll = false};
        Answer answer;
        ExportDialog dialog({.all = 10,
                             .filtered = {{.found = [&found] { return found; },
                                           .rows = [] { return RowRanges::between(0, 5); }}},
                             .selected = {}});
        listen(dialog, answer);
        auto* filtered = find<QRadioButton>(dialog, "exportFiltered");
        auto* next = find<QPushButton>(dialog, "exportNext");
        QVERIFY(filtered->isChecked());
        QVERIFY(filtered->text().contains(QStringLiteral("2 so far")));
        QVERIFY(!next->isEnabled());
        // All rows need no filter.
        find<QRadioButton>(dialog, "exportAll")->setChecked(true);
        QVERIFY(next->isEnabled());
        filtered->setChecked(true);
        QVERIFY(!next->isEnabled());
        found = {.rows = 5, .isAll = true};
        QTRY_VERIFY(next->isEnabled());
        QVERIFY(filtered->text().endsWith(QStringLiteral("(5)")));
        next->click();
        QVERIFY(answer.rows && answer.rows->count() == 5);
    }

    void TheFormatIsRemembered()
    {
        Answer answer;
        ExportDialog dialog({.all = 1, .filtered = {}, .selected = {}});
        listen(dialog, answer);
        auto* format = find<QComboBox>(dialog, "exportFormat");
        QCOMPARE(format->count(), 6);
        format->setCurrentIndex(format->findData(int(ExportFormat::Csv)));
        find<QPushButton>(dialog, "exportNext")->click();
        QVERIFY(answer.format == ExportFormat::Csv);
        const ExportDialog next({.all = 1, .filtered = {}, .selected = {}});
        QCOMPARE(find<QComboBox>(next, "exportFormat")->currentData().toInt(),
                 int(ExportFormat::Csv));
    }

    void ColumnsAreTypedAndCompleted()
    {
        MemoryRecords records;
        const auto server = records.openEndpoint(pipecore::Role::Server, "calls");
        records.received(records.connectPeer(server, 1, "a.exe"), "{\"method\":\"open\",\"id\":1}");
        Answer answer;
        ExportDialog dialog({.source = &records, .all = 3, .filtered = {}, .selected = {}});
        listen(dialog, answer);
        dialog.show();
        auto* format = find<QComboBox>(dialog, "exportFormat");
        auto* columns = find<QLineEdit>(dialog, "exportColumns");
        format->setCurrentIndex(format->findData(int(ExportFormat::Text)));
        QVERIFY(!columns->isVisible());
        format->setCurrentIndex(format->findData(int(ExportFormat::Csv)));
        QVERIFY(columns->isVisible());
        QVERIFY(!find<QCheckBox>(dialog, "exportDecoded")->isVisible());
        auto* preset = find<QComboBox>(dialog, "exportPreset");
        preset->setCurrentIndex(1);
        emit preset->activated(1);
        QCOMPARE(columns->text(), QStringLiteral("all, latency, reply_to"));
        columns->clear();
        columns->setFocus();
        QTest::keyClicks(columns, QStringLiteral("row, laten"));
        const auto offered = [columns] {
            QStringList texts;
            const auto* completer = columns->findChild<QCompleter*>();
            for (int at = 0; at < completer->completionCount(); ++at) {
                texts += completer->completionModel()->index(at, 0).data().toString();
            }
            return texts;
        };
        QCOMPARE(offered(), QStringList({QStringLiteral("latency"), QStringLiteral("latency_ns")}));
        QTest::keyClicks(columns, QStringLiteral("cy, json.m"));
        // Found in the messages, a moment later.
        QTRY_VERIFY_WITH_TIMEOUT((QTest::keyClick(columns, Qt::Key_Backspace),
                                  QTest::keyClicks(columns, QStringLiteral("m")),
                                  offered() == QStringList{QStringLiteral("json.method")}),
                                 WindowUnderTest::patienceMs);
        emit columns->findChild<QCompleter*>()->activated(QStringLiteral("json.method"));
        QCOMPARE(columns->text(), QStringLiteral("row, latency, json.method"));
        QCOMPARE(preset->currentText(), QStringLiteral("Other"));
        find<QPushButton>(dialog, "exportNext")->click();
        QCOMPARE(answer.count, 1);
        QCOMPARE(answer.form.columns.columns().size(), std::size_t(3));
        const ExportDialog next({.all = 1, .filtered = {}, .selected = {}});
        QCOMPARE(find<QLineEdit>(next, "exportColumns")->text(),
                 QStringLiteral("row, latency, json.method"));
    }

    void AMistakeInTheColumnsIsSaid()
    {
        ExportDialog dialog({.all = 3, .filtered = {}, .selected = {}});
        dialog.show();
        auto* format = find<QComboBox>(dialog, "exportFormat");
        format->setCurrentIndex(format->findData(int(ExportFormat::JsonLines)));
        auto* columns = find<QLineEdit>(dialog, "exportColumns");
        auto* next = find<QPushButton>(dialog, "exportNext");
        columns->setText(QStringLiteral("row, nothing"));
        auto* mistake = find<QLabel>(dialog, "exportMistake");
        QVERIFY(mistake->isVisible());
        QVERIFY2(mistake->text().contains(QStringLiteral("nothing")), qPrintable(mistake->text()));
        QVERIFY(!next->isEnabled());
        // It does not matter to other formats.
        format->setCurrentIndex(format->findData(int(ExportFormat::Text)));
        QVERIFY(next->isEnabled());
        format->setCurrentIndex(format->findData(int(ExportFormat::JsonLines)));
        columns->setText(QString());
        QVERIFY(next->isEnabled());
        Answer answer;
        listen(dialog, answer);
        find<QCheckBox>(dialog, "exportDecoded")->setChecked(true);
        next->click();
        QVERIFY(answer.form.isDecoded);
        QVERIFY(answer.form.columns.isUsual());
    }

    void FromTheMenuToTheFile()
    {
        WindowUnderTest test;
        const auto endpoint = startServer(test);
        QVERIFY(endpoint);
        QTRY_VERIFY(test.recorder().rowCount() >= 1);
        test.window->actions()[Action::Export]->trigger();
        auto* dialog = test.window->findChild<ExportDialog*>();
        QVERIFY(dialog);
        auto* format = find<QComboBox>(*dialog, "exportFormat");
        format->setCurrentIndex(format->findData(int(ExportFormat::JsonLines)));
        find<QPushButton>(*dialog, "exportNext")->click();
        auto* files = test.window->findChild<QFileDialog*>();
        QVERIFY(files);
        QCOMPARE(files->defaultSuffix(), QStringLiteral("jsonl"));
        QSignalSpy exported(&test.window->session(), &SessionController::exported);
        const QString target = test.file("rows.jsonl");
        emit files->fileSelected(target);
        files->close();
        QTRY_COMPARE(exported.size(), 1);
        QVERIFY(contents(target).startsWith("{\"row\":1,"));
        QVERIFY(exported[0][1].toULongLong() >= 1);
    }

    void SelectedRowsOnly()
    {
        WindowUnderTest test;
        for (int i = 0; i < 3; ++i) {
            QVERIFY(startServer(test));
        }
        QTRY_VERIFY(test.recorder().rowCount() >= 3);
        QSignalSpy exported(&test.window->session(), &SessionController::exported);
        const QString target = test.file("rows.csv");
        test.window->session().exportTo(target, ExportFormat::Csv, RowRanges::between(1, 2));
        QTRY_COMPARE(exported.size(), 1);
        QCOMPARE(contents(target).count('\n'), qsizetype(2));
        QVERIFY(contents(target).contains("\r\n2,"));
    }

private:
    QTemporaryDir m_folder;
};

PIPESCOPE_GUI_TEST(ExportTest)
#include "tst_export.moc"
