#include "accounts_for_test.h"
#include "runner/register.h"
#include "security/entries_model.h"
#include "security/sddl_edit.h"
#include "security/security_editor.h"
#include "widgets/language.h"
#include "widgets/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace pipescope;

namespace {

constexpr int patienceMs = 10'000;

} // namespace

/// The editor for security descriptors, by keyboard and mouse.
class SecurityEditorTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void BeginsWithTheSafeDefault();
    void TextShowsInTheTable();
    void TableShowsInTheText();
    void MistakeIsUnderlinedAndKeepsTheTable();
    void MistakeBehindWideCharactersIsAtItsPlace();
    void UndoBringsTheTextBack();
    void EntriesAreAddedRemovedAndMoved();
    void AccountIsChosenFromTheWellKnown();
    void AccountIsFoundByItsName();
    void UnknownAccountIsReportedAndNothingChanges();
    void RightsAreWritten();
    void EveryPresetIsRecognised();
    void NullListIsChosenAndSaid();
    void LabelIsSetInBoth();
    void FindingsAreLive();
    void FindingPointsAtItsEntry();
    void EffectiveRightsAreAnswered();
    void CopyTakesTheText();
    void OkNeedsARightText();
    void AgreedTextIsHandedOver();
    void WithoutAUserOwnerRightsStandForHim();
    void EverythingIsReachableByKeyboard();
    void LanguageChangesWhileItIsOpen();

private:
    template <typename Widget>
    [[nodiscard]] Widget* find(const char* name) const
    {
        auto* found = m_editor->findChild<Widget*>(QLatin1String(name));
        Q_ASSERT(found != nullptr);
        return found;
    }
    [[nodiscard]] EntriesModel* model() const
    {
        return qobject_cast<EntriesModel*>(find<QTableView>("entries")->model());
    }
    [[nodiscard]] QModelIndex cell(int row, int column) const
    {
        return model()->index(row, column);
    }
    [[nodiscard]] QString cellText(int row, int column) const
    {
        return cell(row, column).data().toString();
    }
    [[nodiscard]] Qt::CheckState check(int row, int column) const
    {
        return static_cast<Qt::CheckState>(cell(row, column).data(Qt::CheckStateRole).toInt());
    }
    void write(const char* text) const
    {
        auto* edit = find<SddlEdit>("sddl");
        edit->selectAll();
        QTest::keyClicks(edit, QString::fromUtf8(text));
    }
    void choose(const char* box, int index) const
    {
        auto* combo = find<QComboBox>(box);
        combo->setCurrentIndex(index);
        emit combo->activated(index);
    }
    void clickCell(int row, int column) const
    {
        auto* table = find<QTableView>("entries");
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(cell(row, column)).center());
    }
    void writeCell(int row, int column, const char* text) const
    {
        auto* table = find<QTableView>("entries");
        table->setFocus();
        table->setCurrentIndex(cell(row, column));
        QTest::keyClick(table, Qt::Key_F2);
        QWidget* editor = QApplication::focusWidget();
        QVERIFY(editor != nullptr && editor != table);
        auto* line = qobject_cast<QLineEdit*>(editor);
        if (auto* combo = qobject_cast<QComboBox*>(editor)) {
            line = combo->lineEdit();
        }
        QVERIFY(line != nullptr);
        line->selectAll();
        QTest::keyClicks(line, QString::fromLatin1(text));
        QTest::keyClick(editor, Qt::Key_Return);
        // Without a window manager nobody makes the window active again when a list closes.
        m_editor->activateWindow();
        QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget() == table, patienceMs);
    }
    [[nodiscard]] QStringList findings() const
    {
        QStringList lines;
        const auto* list = find<QTreeWidget>("findings");
        for (int i = 0; i < list->topLevelItemCount(); ++i) {
            lines.append(list->topLevelItem(i)->text(0) + QStringLiteral(": ")
                         + list->topLevelItem(i)->text(1));
        }
        return lines;
    }

    std::unique_ptr<SecurityEditor> m_editor;
};

void SecurityEditorTest::initTestCase()
{
    Theme::instance().setMode(Theme::Mode::Light);
    Language::instance().setCode(QStringLiteral("en"));
}

void SecurityEditorTest::init()
{
    m_editor = std::make_unique<SecurityEditor>(SecurityEditor::Use::Edit, twoAccounts());
    m_editor->show();
    m_editor->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_editor.get(), patienceMs));
}

void SecurityEditorTest::cleanup()
{
    m_editor.reset();
}

void SecurityEditorTest::BeginsWithTheSafeDefault()
{
    QCOMPARE(m_editor->sddl(),
             QStringLiteral("D:P(A;;FA;;;S-1-5-21-1-2-3-1001)(A;;FA;;;BA)(A;;FA;;;SY)"));
    QVERIFY(m_editor->isValid());
    QVERIFY(findings().isEmpty());
    QCOMPARE(find<QComboBox>("preset")->currentIndex(), 1);
}

void SecurityEditorTest::TextShowsInTheTable()
{
    write("D:(D;;FW;;;AN)(A;;0x12019b;;;AU)(A;;FA;;;S-1-5-21-1-2-3-2001)");
    QCOMPARE(model()->rowCount(), 3);
    QCOMPARE(cellText(0, EntriesModel::Kind), QStringLiteral("Denies"));
    QCOMPARE(cellText(0, EntriesModel::Account), QStringLiteral("Anonymous (AN)"));
    QCOMPARE(check(0, EntriesModel::Write), Qt::Checked);
    QCOMPARE(check(0, EntriesModel::Read), Qt::Unchecked);
    QCOMPARE(cellText(1, EntriesModel::Kind), QStringLiteral("Allows"));
    QCOMPARE(check(1, EntriesModel::Read), Qt::Checked);
    QCOMPARE(check(1, EntriesModel::Write), Qt::Checked);
    QCOMPARE(check(1, EntriesModel::CreateInstance), Qt::Unchecked);
    QCOMPARE(cellText(1, EntriesModel::Rights), QStringLiteral("0x12019b"));
    QCOMPARE(check(2, EntriesModel::Full), Qt::Checked);
    // The name comes from the system, later.
    QTRY_COMPARE_WITH_TIMEOUT(cellText(2, EntriesModel::Account), QStringLiteral("SHOP\\operators"),
                              patienceMs);
    QCOMPARE(find<QComboBox>("preset")->currentIndex(), 0);
}

void SecurityEditorTest::TableShowsInTheText()
{
    write("D:(A;;FR;;;AU)");
    clickCell(0, EntriesModel::Write);
    QCOMPARE(m_editor->sddl(), QStringLiteral("D:(A;;0x12019b;;;AU)"));
    clickCell(0, EntriesModel::CreateInstance);
    QCOMPARE(m_editor->sddl(), QStringLiteral("D:(A;;FRFW;;;AU)"));
    clickCell(0, EntriesModel::Full);
    QCOMPARE(m_editor->sddl(), QStringLiteral("D:(A;;FA;;;AU)"));
    // By keyboard: the space bar.
    auto* table = find<QTableView>("entries");
    table->setCurrentIndex(cell(0, EntriesModel::Full));
    QTest::keyClick(table, Qt::Key_Space);
    QCOMPARE(m_editor->sddl(), QStringLiteral("D:(A;;0x12019b;;;AU)"));
    QVERIFY(model()->setData(cell(0, EntriesModel::Kind),
                             static_cast<int>(pipecore::EntryKind::Deny), Qt::EditRole));
    QCOMPARE(m_editor->sddl(), QStringLiteral("D:(D;;0x12019b;;;AU)"));
}

void SecurityEditorTest::MistakeIsUnderlinedAndKeepsTheTable()
{
    write("D:(A;;FR;;;AU)(A;;QQ;;;SY)");
    QVERIFY(!m_editor->isValid());
    const auto marks = find<SddlEdit>("sddl")->extraSelections();
    QCOMPARE(marks.size(), 1);
    QCOMPARE(marks[0].cursor.selectionStart(), 18);
    QCOMPARE(marks[0].cursor.selectedText(), QStringLiteral("QQ"));
    QCOMPARE(marks[0].format.underlineStyle(), QTextCharFormat::WaveUnderline);
    QVERIFY(find<QLabel>("problem")->text().startsWith(QStringLiteral("unknown rights")));
    QVERIFY(!find<QTableView>("entries")->isEnabled());
    write("D:(A;;FR;;;AU)(A;;FA;;;SY)");
    QVERIFY(m_editor->isValid());
    QVERIFY(find<SddlEdit>("sddl")->extraSelections().isEmpty());
    QVERIFY(find<QTableView>("entries")->isEnabled());
    QCOMPARE(model()->rowCount(), 2);
}

void SecurityEditorTest::MistakeBehindWideCharactersIsAtItsPlace()
{
    m_editor->setSddl(QStringLiteral("D:(A;;FA;;;\u00E4)"));
    const auto marks = find<SddlEdit>("sddl")->extraSelections();
    QCOMPARE(marks.size(), 1);
    QCOMPARE(marks[0].cursor.selectionStart(), 11);
    QCOMPARE(marks[0].cursor.selectedText(), QStringLiteral("\u00E4"));
}

void SecurityEditorTest::UndoBringsTheTextBack()
{
    m_editor->setSddl(QStringLiteral("D:(A;;FR;;;AU)"));
    clickCell(0, EntriesModel::Full);
    QCOMPARE(m_editor->sddl(), QStringLiteral("D:(A;;FA;;;AU)"));
    find<SddlEdit>("sddl")->undo();
    QCOMPARE(m_editor->sddl(), QStringLiteral("D:(A;;FR;;;AU)"));
    QCOMPARE(check(0, EntriesModel::Full), Qt::Unchecked);
}

void SecurityEditorTest::EntriesAreAddedRemovedAndMoved()
{
    write("D:(A;;FA;;;SY)(A;;FA;;;BA)");
    find<QTableView>("entries")->setCurrentIndex(cell(1, 0));
    QTest::mouseClick(find<QToolButton>("moveEntryUp"), Qt::LeftButton);
    QCOMPARE(m_editor->sddl(), QStringLiteral("D:(A;;FA;;;BA)(A;;FA;;;SY)"));
    QVERIFY(!find<QToolButton>("moveEntryUp")->isEnabled());
    QTest::mouseClick(find<QToolButton>("moveEntryDown"), Qt::LeftButton);
    QCOMPARE(m_editor->sddl(), QStringLiteral("D:(A;;FA;;;SY)(A;;FA;;;BA)"));
    QTest::mouseClick(find<QToolButton>("removeEntry"), Qt::LeftButton);
    QCOMPARE(m_editor->sddl(), QStringLiteral("D:(A;;FA;;;SY)"));
    QTest::mouseClick(find<QToolButton>("addEntry"), Qt::LeftButton);
    QCOMPARE(m_editor->sddl(), QStringLiteral("D:(A;;FA;;;SY)(A;;FR;;;AU)"));
}

void SecurityEditorTest::AccountIsChosenFromTheWellKnown()
{
    write("D:(A;;FR;;;AU)");
    writeCell(0, EntriesModel::Account, "network service");
    QCOMPARE(m_editor->sddl(), QStringLiteral("D:(A;;FR;;;NS)"));
    writeCell(0, EntriesModel::Account, "S-1-5-18");
    QCOMPARE(m_editor->sddl(), QStringLiteral("D:(A;;FR;;;SY)"));
    writeCell(0, EntriesModel::Account, "wd");
    QCOMPARE(m_editor->sddl(), QStringLiteral("D:(A;;FR;;;WD)"));
}

void SecurityEditorTest::AccountIsFoundByItsName()
{
    write("D:(A;;FR;;;AU)");
    writeCell(0, EntriesModel::Account, "SHOP\\operators");
    QTRY_COMPARE_WITH_TIMEOUT(m_editor->sddl(), QStringLiteral("D:(A;;FR;;;S-1-5-21-1-2-3-2001)"),
                              patienceMs);
    QCOMPARE(cellText(0, EntriesModel::Account), QStringLiteral("SHOP\\operators"));
}

void SecurityEditorTest::UnknownAccountIsReportedAndNothingChanges()
{
    write("D:(A;;FR;;;AU)");
    writeCell(0, EntriesModel::Account, "nobody");
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>("problem")->text().contains(QStringLiteral("nobody")),
                             patienceMs);
    QCOMPARE(m_editor->sddl(), QStringLiteral("D:(A;;FR;;;AU)"));
    QVERIFY(m_editor->isValid());
}

void SecurityEditorTest::RightsAreWritten()
{
    write("D:(A;;FR;;;AU)");
    writeCell(0, EntriesModel::Rights, "FILE_READ_DATA|READ_CONTROL");
    QCOMPARE(m_editor->sddl(), QStringLiteral("D:(A;;0x20001;;;AU)"));
    QCOMPARE(check(0, EntriesModel::Read), Qt::PartiallyChecked);
    writeCell(0, EntriesModel::Rights, "ZZ");
    QVERIFY(find<QLabel>("problem")->text().startsWith(QStringLiteral("unknown rights")));
    QCOMPARE(m_editor->sddl(), QStringLiteral("D:(A;;0x20001;;;AU)"));
}

void SecurityEditorTest::EveryPresetIsRecognised()
{
    const int count = find<QComboBox>("preset")->count();
    QCOMPARE(count, 8);
    for (int i = 1; i < count; ++i) {
        choose("preset", i);
        const QString text = m_editor->sddl();
        m_editor->setSddl(QStringLiteral("D:"));
        QCOMPARE(find<QComboBox>("preset")->currentIndex(), 0);
        m_editor->setSddl(text);
        QCOMPARE(find<QComboBox>("preset")->currentIndex(), i);
    }
}

void SecurityEditorTest::NullListIsChosenAndSaid()
{
    choose("listKind", 1);
    QCOMPARE(m_editor->sddl(), QStringLiteral("D:NO_ACCESS_CONTROL"));
    QVERIFY(findings().join(u' ').contains(QStringLiteral("high: The access list is NULL")));
    choose("listKind", 2);
    QVERIFY(m_editor->isValid());
    QVERIFY(!m_editor->sddl().contains(QStringLiteral("D:")));
    QTest::mouseClick(find<QToolButton>("addEntry"), Qt::LeftButton);
    QVERIFY(m_editor->sddl().endsWith(QStringLiteral("D:(A;;FR;;;AU)")));
}

void SecurityEditorTest::LabelIsSetInBoth()
{
    write("D:(A;;FR;;;AU)");
    choose("integrityLabel", 1);
    QCOMPARE(m_editor->sddl(), QStringLiteral("D:(A;;FR;;;AU)S:(ML;;NW;;;LW)"));
    write("D:(A;;FR;;;AU)S:(ML;;NWNR;;;HI)");
    QCOMPARE(find<QComboBox>("integrityLabel")->currentIndex(), 3);
    choose("integrityLabel", 2);
    QCOMPARE(m_editor->sddl(), QStringLiteral("D:(A;;FR;;;AU)S:(ML;;NWNR;;;ME)"));
    choose("integrityLabel", 0);
    QCOMPARE(m_editor->sddl(), QStringLiteral("D:(A;;FR;;;AU)"));
}

void SecurityEditorTest::FindingsAreLive()
{
    write("D:(A;;FR;;;WD)");
    QVERIFY(findings().isEmpty());
    clickCell(0, EntriesModel::Full);
    QCOMPARE(findings().size(), 3);
    QCOMPARE(findings()[0], QStringLiteral("high: Everyone may write: Everyone (WD) (entry 1)"));
    QVERIFY(find<QLabel>("findingDetail")->text().contains(QStringLiteral("learn.microsoft.com")));
    QVERIFY(find<QLabel>("findingDetail")->text().contains(QStringLiteral("Fix:")));
    pipecore::SecurityContext context;
    context.firstInstance = false;
    m_editor->setContext(context);
    QCOMPARE(findings().size(), 4);
}

void SecurityEditorTest::FindingPointsAtItsEntry()
{
    write("D:(A;;FA;;;SY)(A;;FA;;;BA)(A;;FR;;;AU)(A;;0x4;;;AU)");
    auto* list = find<QTreeWidget>("findings");
    QCOMPARE(list->topLevelItemCount(), 1);
    list->setCurrentItem(nullptr);
    list->setCurrentItem(list->topLevelItem(0));
    QCOMPARE(find<QTableView>("entries")->currentIndex().row(), 3);
}

void SecurityEditorTest::EffectiveRightsAreAnswered()
{
    write("D:(D;;FW;;;NU)(A;;0x12019b;;;AU)(A;;FA;;;SY)");
    auto* account = find<QComboBox>("effectiveAccount");
    account->lineEdit()->selectAll();
    QTest::keyClicks(account->lineEdit(), QStringLiteral("Users (BU)"));
    QTest::keyClick(account->lineEdit(), Qt::Key_Return);
    const auto* answer = find<QLabel>("effectiveAnswer");
    QCOMPARE(answer->text(), QStringLiteral("Can read and write. Decided by entry 2."));
    find<QComboBox>("effectiveOrigin")->setCurrentIndex(1);
    QCOMPARE(answer->text(), QStringLiteral("Can only read. Decided by entries 1, 2."));
    find<QComboBox>("effectiveOrigin")->setCurrentIndex(0);
    find<QComboBox>("effectiveIntegrity")->setCurrentIndex(0);
    QCOMPARE(answer->text(), QStringLiteral("Can only read. The integrity label denies the "
                                            "rest. Decided by entry 2."));
    write("D:");
    QCOMPARE(answer->text(), QStringLiteral("Cannot read or write. No entry matches."));
}

void SecurityEditorTest::CopyTakesTheText()
{
    write("D:(A;;FR;;;AU)");
    find<QPushButton>("copySddl")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("D:(A;;FR;;;AU)"));
}

void SecurityEditorTest::OkNeedsARightText()
{
    const auto* ok = m_editor->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    QVERIFY(ok->isEnabled());
    write("D:(");
    QVERIFY(!ok->isEnabled());
    write("D:");
    QVERIFY(ok->isEnabled());
}

void SecurityEditorTest::AgreedTextIsHandedOver()
{
    QWidget parent;
    QString agreed;
    SecurityEditor::edit(&parent, QStringLiteral("D:(A;;FR;;;AU)"), {},
                         [&agreed](const QString& text) { agreed = text; });
    auto* editor = parent.findChild<SecurityEditor*>();
    QVERIFY(editor != nullptr);
    QVERIFY(agreed.isEmpty());
    editor->accept();
    QCOMPARE(agreed, QStringLiteral("D:(A;;FR;;;AU)"));
    QTRY_VERIFY_WITH_TIMEOUT(parent.findChild<SecurityEditor*>() == nullptr, patienceMs);
}

void SecurityEditorTest::WithoutAUserOwnerRightsStandForHim()
{
    AccountSource source = twoAccounts();
    source.self.reset();
    const SecurityEditor editor(SecurityEditor::Use::Tool, source);
    QCOMPARE(editor.sddl(), QStringLiteral("D:P(A;;FA;;;OW)(A;;FA;;;BA)(A;;FA;;;SY)"));
    QVERIFY(editor.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok) == nullptr);
    QVERIFY(!editor.findChild<QComboBox*>(QStringLiteral("preset"))->toolTip().isEmpty());
}

void SecurityEditorTest::EverythingIsReachableByKeyboard()
{
    QSet<const QWidget*> reached;
    find<QComboBox>("preset")->setFocus();
    for (int i = 0; i < 40; ++i) {
        reached.insert(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    find<QTableView>("entries")->setCurrentIndex(cell(1, 0));
    for (const char* name :
         {"preset", "listKind", "integrityLabel", "entries", "addEntry", "removeEntry", "sddl",
          "effectiveAccount", "effectiveOrigin", "effectiveIntegrity", "findings", "copySddl"}) {
        const auto* widget = find<QWidget>(name);
        const bool found =
            std::any_of(reached.begin(), reached.end(), [widget](const QWidget* one) {
                return one == widget || (one != nullptr && widget->isAncestorOf(one));
            });
        QVERIFY2(found, name);
    }
}

void SecurityEditorTest::LanguageChangesWhileItIsOpen()
{
    write("D:(A;;FA;;;WD)");
    Language::instance().setCode(QStringLiteral("de"));
    QTRY_COMPARE_WITH_TIMEOUT(m_editor->windowTitle(), QStringLiteral("Sicherheitsdeskriptor"),
                              patienceMs);
    QVERIFY(cellText(0, EntriesModel::Account).startsWith(QStringLiteral("Jeder")));
    QVERIFY(findings()[0].startsWith(QStringLiteral("hoch")));
    QCOMPARE(m_editor->sddl(), QStringLiteral("D:(A;;FA;;;WD)"));
    write("D:(A;;QQ;;;SY)");
    QVERIFY(!find<QLabel>("problem")->text().contains(QStringLiteral("rights")));
    Language::instance().setCode(QStringLiteral("en"));
}

PIPESCOPE_GUI_TEST(SecurityEditorTest)
#include "tst_security_editor.moc"
