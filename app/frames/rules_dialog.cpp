#include "frames/rules_dialog.h"

#include "frames/frame_rules.h"
#include "frames/frames_dialog.h"
#include "widgets/formatting.h"
#include "widgets/labels.h"
#include "widgets/marked_tree.h"
#include "widgets/theme.h"
#include "widgets/window_room.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace pipescope {

RulesDialog::RulesDialog(FrameRules& rules, QWidget* parent)
    : QDialog(parent)
    , m_rules(rules)
    , m_help(new QLabel(this))
    , m_list(new QTreeWidget(this))
    , m_edit(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("RulesDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_help->setWordWrap(true);
    setTextColor(m_help, Token::Muted);
    m_list->setObjectName(QStringLiteral("frameRules"));
    m_list->setColumnCount(4);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_edit->setObjectName(QStringLiteral("editFrameRule"));
    m_remove->setObjectName(QStringLiteral("removeFrameRule"));
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(m_edit, QDialogButtonBox::ActionRole);
    buttons->addButton(m_remove, QDialogButtonBox::ActionRole);
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_help);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
    connect(&m_rules, &FrameRules::changed, this, &RulesDialog::fill);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &RulesDialog::updateButtons);
    connect(m_list, &QTreeWidget::itemActivated, m_edit, &QPushButton::click);
    connect(m_edit, &QPushButton::clicked, this, [this] { emit editRequested(current()); });
    connect(m_remove, &QPushButton::clicked, this, [this] { m_rules.remove(current()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
    fill();
    resizeWithinScreen(*this, {560, 360});
}

QString RulesDialog::current() const
{
    const QTreeWidgetItem* item = m_list->currentItem();
    return item != nullptr ? item->text(0) : QString();
}

void RulesDialog::fill()
{
    const QString before = current();
    m_list->clear();
    for (const FrameRules::Entry& entry : m_rules.entries()) {
        const bool isFramed = entry.rule.kind != pipecore::FramingKind::None;
        auto* item = new QTreeWidgetItem(
            m_list, {entry.pipe, isFramed ? fromCore(entry.rule.text()) : QString(),
                     askerName(entry.asker), QFileInfo(entry.types.file).fileName()});
        item->setToolTip(0, entry.pipe);
        item->setToolTip(1, item->text(1));
        item->setToolTip(3, entry.types.file);
        if (entry.pipe == before) {
            m_list->setCurrentItem(item);
        }
    }
    if (m_list->currentItem() == nullptr) {
        m_list->setCurrentItem(m_list->topLevelItem(0));
    }
    m_list->resizeColumnToContents(0);
    m_help->setText(
        m_list->topLevelItemCount() == 0
            ? tr("No rules. Set one with Frames and requests… in the menu of a row or an "
                 "endpoint.")
            : tr("Rules are saved by pipe name and apply to pipes of that name in live "
                 "sessions and files."));
    updateButtons();
}

void RulesDialog::updateButtons()
{
    m_edit->setEnabled(m_list->currentItem() != nullptr);
    m_remove->setEnabled(m_list->currentItem() != nullptr);
}

void RulesDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fill();
    }
    QDialog::changeEvent(event);
}

void RulesDialog::retranslate()
{
    setWindowTitle(tr("Framing rules"));
    m_list->setHeaderLabels({tr("Pipe"), tr("Rule"), tr("Requests from"), tr("Types")});
    m_list->setAccessibleName(tr("Framing rules"));
    m_edit->setText(tr("&Edit…"));
    m_remove->setText(tr("&Remove"));
    m_close->setText(tr("&Close"));
}

} // namespace pipescope
