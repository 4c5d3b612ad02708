#include "security/security_editor.h"

#include "security/effective_rights.h"
#include "security/entries_model.h"
#include "security/findings_panel.h"
#include "security/sddl_edit.h"
#include "security/security_texts.h"
#include "widgets/formatting.h"
#include "widgets/labels.h"
#include "widgets/theme.h"
#include "widgets/window_room.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace pipescope {

namespace {

constexpr QSize startSize(860, 720);

} // namespace

SecurityEditor::SecurityEditor(Use use, AccountSource accounts, QWidget* parent)
    : QDialog(parent)
    , m_accounts(new Accounts(std::move(accounts), this))
    , m_presetLabel(new QLabel(this))
    , m_preset(new QComboBox(this))
    , m_listLabel(new QLabel(this))
    , m_list(new QComboBox(this))
    , m_labelLabel(new QLabel(this))
    , m_label(new QComboBox(this))
    , m_entries(new EntriesModel(m_accounts, this))
    , m_table(new QTableView(this))
    , m_add(new QToolButton(this))
    , m_remove(new QToolButton(this))
    , m_up(new QToolButton(this))
    , m_down(new QToolButton(this))
    , m_textLabel(new QLabel(this))
    , m_text(new SddlEdit(this))
    , m_problem(new QLabel(this))
    , m_effective(new EffectiveRights(m_accounts, this))
    , m_findings(new FindingsPanel(m_accounts, this))
    , m_buttons(new QDialogButtonBox(this))
    , m_copy(m_buttons->addButton(QString(), QDialogButtonBox::ActionRole))
{
    makeTop();
    makeTable();
    makeButtons(use);
    arrange();
    m_text->setObjectName(QStringLiteral("sddl"));
    m_textLabel->setBuddy(m_text);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    connect(m_text, &SddlEdit::edited, this, &SecurityEditor::textEdited);
    connect(m_findings, &FindingsPanel::entryPointedAt, this, &SecurityEditor::select);
    m_context.user = m_accounts->user();
    m_descriptor = securityPreset(pipecore::SecurityPreset::SafeDefault, m_accounts->user());
    retranslate();
    descriptorEdited();
    resizeWithinScreen(*this, startSize);
}

void SecurityEditor::edit(QWidget* parent, const QString& sddl,
                          const pipecore::SecurityContext& context,
                          std::function<void(const QString&)> accepted)
{
    auto* editor = new SecurityEditor(Use::Edit, AccountSource::system(), parent);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    editor->setContext(context);
    if (!sddl.isEmpty()) {
        editor->setSddl(sddl);
    }
    connect(editor, &QDialog::accepted, parent,
            [editor, accepted = std::move(accepted)] { accepted(editor->sddl()); });
    editor->open();
}

void SecurityEditor::setSddl(const QString& sddl)
{
    m_text->replaceText(sddl);
    textEdited();
}

QString SecurityEditor::sddl() const
{
    return m_text->toPlainText();
}

void SecurityEditor::setContext(const pipecore::SecurityContext& context)
{
    m_context = context;
    if (!m_context.user) {
        m_context.user = m_accounts->user();
    }
    showFindings();
}

void SecurityEditor::textEdited()
{
    const auto parsed = pipecore::parseSddl(sddl().toStdString());
    m_isValid = parsed.has_value();
    if (parsed) {
        m_text->setMistake(std::nullopt);
        m_descriptor = *parsed;
        showProblem({});
        showDescriptor();
    } else {
        m_text->setMistake(parsed.error());
        showProblem(inputReason(parsed.error()));
    }
}

void SecurityEditor::entriesEdited()
{
    if (!m_descriptor.dacl) {
        m_descriptor.dacl.emplace();
    }
    m_descriptor.dacl->isNull = false;
    m_descriptor.dacl->entries = m_entries->entries();
    descriptorEdited();
}

void SecurityEditor::descriptorEdited()
{
    const auto text = pipecore::formatSddl(m_descriptor);
    // Every descriptor here was parsed from text, so it can be formatted.
    m_text->replaceText(fromCore(text.value_or(std::string())));
    m_text->setMistake(std::nullopt);
    m_isValid = true;
    showProblem({});
    showDescriptor();
}

void SecurityEditor::showDescriptor()
{
    const int row = currentRow();
    const auto& dacl = m_descriptor.dacl;
    m_entries->setEntries(dacl ? dacl->entries : std::vector<pipecore::SecurityEntry>());
    if (currentRow() < 0 && m_entries->rowCount() > 0) {
        select(std::clamp(row, 0, m_entries->rowCount() - 1));
    }
    m_list->setCurrentIndex(!dacl ? NoList : dacl->isNull ? NullList : ListOfEntries);
    const pipecore::SecurityEntry* label = m_descriptor.label();
    m_label->setCurrentIndex(
        label == nullptr ? 0 : m_label->findData(pipecore::integrityLevel(label->sid).value_or(0)));
    int preset = 0;
    for (std::size_t i = 0; i < securityPresets.size(); ++i) {
        if (m_descriptor == securityPreset(securityPresets.at(i), m_accounts->user())) {
            preset = static_cast<int>(i) + 1;
        }
    }
    m_preset->setCurrentIndex(preset);
    m_effective->setDescriptor(m_descriptor);
    showFindings();
    updateButtons();
}

void SecurityEditor::showFindings()
{
    m_findings->setFindings(pipecore::checkSecurity(m_descriptor, m_context));
}

void SecurityEditor::showProblem(const QString& text)
{
    // The line keeps its space, so that the layout does not move while typing.
    m_problemText = text;
    setTextColor(m_problem, text.isEmpty() ? Token::Muted : Token::Error);
    m_problem->setText(text.isEmpty() ? tr("Valid SDDL.") : text);
    m_text->setAccessibleDescription(text);
    updateButtons();
}

void SecurityEditor::updateButtons()
{
    const int row = currentRow();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_table, m_add, m_list, m_label}) {
        widget->setEnabled(m_isValid);
    }
    m_remove->setEnabled(m_isValid && row >= 0);
    m_up->setEnabled(m_isValid && row > 0);
    m_down->setEnabled(m_isValid && row >= 0 && row + 1 < m_entries->rowCount());
    m_effective->setEnabled(m_isValid);
    m_findings->setEnabled(m_isValid);
    if (QPushButton* ok = m_buttons->button(QDialogButtonBox::Ok)) {
        ok->setEnabled(m_isValid);
    }
}

void SecurityEditor::choosePreset(int index)
{
    if (index > 0) {
        m_descriptor = securityPreset(securityPresets.at(static_cast<std::size_t>(index) - 1),
                                      m_accounts->user());
        descriptorEdited();
    }
}

void SecurityEditor::chooseList(int index)
{
    m_descriptor.dacl.reset();
    if (index != NoList) {
        m_descriptor.dacl.emplace().isNull = index == NullList;
    }
    if (index == ListOfEntries) {
        m_descriptor.dacl->entries = m_entries->entries();
    }
    if (m_descriptor == pipecore::SecurityDescriptor()) {
        // An empty text is no descriptor: its default owner is no information.
        m_descriptor.owner =
            m_accounts->self() ? m_accounts->user() : pipecore::sids::administrators();
    }
    descriptorEdited();
}

void SecurityEditor::chooseLabel(int index)
{
    if (index <= 0) {
        m_descriptor.setLabel(std::nullopt);
    } else {
        const pipecore::SecurityEntry* label = m_descriptor.label();
        m_descriptor.setLabel(m_label->itemData(index).toUInt(),
                              label == nullptr ? pipecore::rights::noWriteUp : label->mask);
    }
    descriptorEdited();
}

void SecurityEditor::select(int row)
{
    const QModelIndex current = m_table->currentIndex();
    m_table->setCurrentIndex(
        m_entries->index(row, current.isValid() ? current.column() : EntriesModel::Account));
    updateButtons();
}

int SecurityEditor::currentRow() const
{
    return m_table->currentIndex().row();
}

void SecurityEditor::keyPressEvent(QKeyEvent* event)
{
    // Enter in a field accepts its text, not the dialog.
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) {
        QDialog::keyPressEvent(event);
    }
}

void SecurityEditor::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace pipescope
