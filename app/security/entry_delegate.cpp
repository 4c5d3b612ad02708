#include "security/entry_delegate.h"

#include "security/accounts.h"
#include "security/entries_model.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>

namespace pipescope {

namespace {

bool isCheck(const QModelIndex& index)
{
    return index.data(Qt::CheckStateRole).isValid();
}

} // namespace

void EntryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    if (!isCheck(index)) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    ground.features &= ~QStyleOptionViewItem::HasCheckIndicator;
    const QStyle* style = option.widget->style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);

    QStyleOptionButton box;
    box.palette = option.palette;
    box.state =
        option.state & (QStyle::State_Enabled | QStyle::State_Active | QStyle::State_Selected);
    const auto state = static_cast<Qt::CheckState>(index.data(Qt::CheckStateRole).toInt());
    box.state |= state == Qt::Checked            ? QStyle::State_On
                 : state == Qt::PartiallyChecked ? QStyle::State_NoChange
                                                 : QStyle::State_Off;
    const QSize size(style->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, option.widget),
                     style->pixelMetric(QStyle::PM_IndicatorHeight, nullptr, option.widget));
    box.rect = QStyle::alignedRect(option.direction, Qt::AlignCenter, size, option.rect);
    style->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, painter, option.widget);
}

bool EntryDelegate::editorEvent(QEvent* event, QAbstractItemModel* model,
                                const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (!isCheck(index)) {
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    }
    const bool clicked = event->type() == QEvent::MouseButtonRelease
                         && static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton;
    const bool pressed =
        event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space;
    if ((!clicked && !pressed) || !model->flags(index).testFlag(Qt::ItemIsUserCheckable)) {
        return event->type() == QEvent::MouseButtonDblClick;
    }
    const bool isOn = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, isOn ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

QWidget* EntryDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                     const QModelIndex& index) const
{
    if (index.column() == EntriesModel::Kind) {
        auto* combo = new QComboBox(parent);
        for (const auto kind : {pipecore::EntryKind::Allow, pipecore::EntryKind::Deny}) {
            combo->addItem(EntriesModel::kindText(kind), static_cast<int>(kind));
        }
        return combo;
    }
    if (index.column() == EntriesModel::Account) {
        return new AccountEdit(parent);
    }
    QWidget* editor = QStyledItemDelegate::createEditor(parent, option, index);
    if (editor != nullptr) {
        editor->setFont(Theme::instance().monospaceFont());
    }
    return editor;
}

void EntryDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    if (auto* account = qobject_cast<AccountEdit*>(editor)) {
        account->setCurrentText(index.data(Qt::EditRole).toString());
        account->lineEdit()->selectAll();
    } else if (auto* combo = qobject_cast<QComboBox*>(editor)) {
        combo->setCurrentIndex(combo->findData(index.data(Qt::EditRole)));
    } else {
        QStyledItemDelegate::setEditorData(editor, index);
    }
}

void EntryDelegate::setModelData(QWidget* editor, QAbstractItemModel* model,
                                 const QModelIndex& index) const
{
    if (const auto* account = qobject_cast<AccountEdit*>(editor)) {
        model->setData(index, account->currentText(), Qt::EditRole);
    } else if (const auto* combo = qobject_cast<QComboBox*>(editor)) {
        model->setData(index, combo->currentData(), Qt::EditRole);
    } else {
        QStyledItemDelegate::setModelData(editor, model, index);
    }
}

} // namespace pipescope
