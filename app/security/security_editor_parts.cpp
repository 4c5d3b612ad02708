#include "security/effective_rights.h"
#include "security/entries_model.h"
#include "security/entry_delegate.h"
#include "security/findings_panel.h"
#include "security/sddl_edit.h"
#include "security/security_editor.h"
#include "security/security_texts.h"
#include "widgets/theme.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

#include <array>
#include <utility>

namespace pipescope {

namespace {

constexpr int rowHeight = 28;
constexpr int tableHeight = 5 * rowHeight;

} // namespace

void SecurityEditor::makeTop()
{
    m_preset->setObjectName(QStringLiteral("preset"));
    m_list->setObjectName(QStringLiteral("listKind"));
    m_label->setObjectName(QStringLiteral("integrityLabel"));
    m_presetLabel->setBuddy(m_preset);
    m_listLabel->setBuddy(m_list);
    m_labelLabel->setBuddy(m_label);
    m_preset->addItem(QString());
    for (const pipecore::SecurityPreset preset : securityPresets) {
        m_preset->addItem(QString(), static_cast<int>(preset));
    }
    m_list->addItems({QString(), QString(), QString()});
    m_label->addItem(QString());
    for (const std::uint32_t level : integrityLevels) {
        m_label->addItem(QString(), level);
    }
    connect(m_preset, &QComboBox::activated, this, &SecurityEditor::choosePreset);
    connect(m_list, &QComboBox::activated, this, &SecurityEditor::chooseList);
    connect(m_label, &QComboBox::activated, this, &SecurityEditor::chooseLabel);
}

void SecurityEditor::makeTable()
{
    m_table->setObjectName(QStringLiteral("entries"));
    m_table->setModel(m_entries);
    m_table->setItemDelegate(new EntryDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                             | QAbstractItemView::AnyKeyPressed);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setMinimumHeight(tableHeight);
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(EntriesModel::Account, QHeaderView::Stretch);
    connect(m_entries, &EntriesModel::edited, this, &SecurityEditor::entriesEdited);
    connect(m_entries, &EntriesModel::refused, this, &SecurityEditor::showProblem);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &SecurityEditor::updateButtons);

    const auto prepare = [](QToolButton* button, const char* icon, const char* name) {
        button->setObjectName(QLatin1String(name));
        button->setIcon(Theme::instance().icon(QLatin1String(icon)));
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
    };
    prepare(m_add, "add", "addEntry");
    prepare(m_remove, "close", "removeEntry");
    prepare(m_up, "up", "moveEntryUp");
    prepare(m_down, "down", "moveEntryDown");
    m_add->setShortcut(Qt::CTRL | Qt::Key_Plus);
    m_remove->setShortcut(Qt::CTRL | Qt::Key_Minus);
    m_up->setShortcut(Qt::CTRL | Qt::Key_Up);
    m_down->setShortcut(Qt::CTRL | Qt::Key_Down);
    connect(m_add, &QToolButton::clicked, this, [this] {
        if (!m_descriptor.dacl || m_descriptor.dacl->isNull) {
            chooseList(ListOfEntries);
        }
        const int row = m_entries->add();
        select(row);
        m_table->edit(m_entries->index(row, EntriesModel::Account));
    });
    connect(m_remove, &QToolButton::clicked, this, [this] { m_entries->remove(currentRow()); });
    connect(m_up, &QToolButton::clicked, this,
            [this] { select(m_entries->move(currentRow(), -1)); });
    connect(m_down, &QToolButton::clicked, this,
            [this] { select(m_entries->move(currentRow(), 1)); });
}

void SecurityEditor::makeButtons(Use use)
{
    m_copy->setObjectName(QStringLiteral("copySddl"));
    m_copy->setAutoDefault(false);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(sddl()); });
    if (use == Use::Tool) {
        m_buttons->addButton(QDialogButtonBox::Close);
    } else {
        m_buttons->addButton(QDialogButtonBox::Ok);
        m_buttons->addButton(QDialogButtonBox::Cancel);
    }
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void SecurityEditor::arrange()
{
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    const std::array<std::pair<QLabel*, QComboBox*>, 3> boxes{
        {{m_presetLabel, m_preset}, {m_listLabel, m_list}, {m_labelLabel, m_label}}};
    for (const auto& [label, box] : boxes) {
        top->addWidget(label);
        top->addWidget(box, 1);
        top->addSpacing(8);
    }
    auto* tools = new QVBoxLayout;
    tools->setSpacing(4);
    for (QToolButton* button : {m_add, m_remove, m_up, m_down}) {
        tools->addWidget(button);
    }
    tools->addStretch();
    auto* middle = new QHBoxLayout;
    middle->setSpacing(4);
    middle->addWidget(m_table, 1);
    middle->addLayout(tools);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addLayout(middle, 2);
    layout->addWidget(m_textLabel);
    layout->addWidget(m_text);
    layout->addWidget(m_problem);
    layout->addSpacing(4);
    layout->addWidget(m_effective);
    layout->addSpacing(4);
    layout->addWidget(m_findings, 1);
    layout->addWidget(m_buttons);
}

void SecurityEditor::fillPresets()
{
    m_preset->setItemText(0, tr("Custom"));
    const std::array names{tr("Safe default"),        tr("Current user"),
                           tr("Administrators only"), tr("Authenticated users"),
                           tr("Local interactive"),   tr("AppContainer + low integrity"),
                           tr("Everyone (unsafe)")};
    for (std::size_t i = 0; i < names.size(); ++i) {
        m_preset->setItemText(static_cast<int>(i) + 1, names.at(i));
    }
    m_preset->setToolTip(m_accounts->self()
                             ? QString()
                             : tr("Owner rights (OW) apply to the user who starts the server."));
}

void SecurityEditor::retranslate()
{
    setWindowTitle(tr("Security descriptor"));
    m_presetLabel->setText(tr("&Preset"));
    fillPresets();
    m_listLabel->setText(tr("Access &list"));
    m_list->setItemText(ListOfEntries, tr("custom"));
    m_list->setItemText(NullList, tr("NULL (full access for everyone)"));
    m_list->setItemText(NoList, tr("none (system default)"));
    m_labelLabel->setText(tr("&Integrity label"));
    m_label->setItemText(0, tr("not set (medium)"));
    m_label->setItemText(1, tr("low"));
    m_label->setItemText(2, tr("medium"));
    m_label->setItemText(3, tr("high"));
    m_label->setItemText(4, tr("system"));
    m_table->setAccessibleName(tr("Entries of the access list"));
    const auto name = [](QToolButton* button, const QString& text) {
        button->setAccessibleName(text);
        button->setToolTip(QStringLiteral("%1 (%2)").arg(
            text, button->shortcut().toString(QKeySequence::NativeText)));
    };
    name(m_add, tr("Add entry"));
    name(m_remove, tr("Remove entry"));
    name(m_up, tr("Move entry up"));
    name(m_down, tr("Move entry down"));
    m_textLabel->setText(tr("As &text (SDDL)"));
    m_copy->setText(tr("&Copy text"));
    if (QPushButton* close = m_buttons->button(QDialogButtonBox::Close)) {
        close->setText(tr("Close"));
    }
    if (QPushButton* cancel = m_buttons->button(QDialogButtonBox::Cancel)) {
        m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Apply"));
        cancel->setText(tr("Cancel"));
    }
    showProblem(m_problemText);
}

} // namespace pipescope
