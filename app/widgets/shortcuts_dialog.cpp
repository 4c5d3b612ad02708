#include "widgets/shortcuts_dialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QKeySequence>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QScreen>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace pipescope {

namespace {

constexpr int rowHeight = 24;
constexpr int gap = 16; ///< between columns, and around the list
constexpr int dialogHeight = 680;

enum Column { Keys, Name, Tip, ColumnCount };

/// The text of an action or menu without its accelerator and without "…".
QString plain(QString text)
{
    static const QRegularExpression mark(QStringLiteral("&(.)"));
    text.replace(mark, QStringLiteral("\\1"));
    return text.remove(QStringLiteral("…"));
}

} // namespace

ShortcutsDialog::ShortcutsDialog(QMainWindow* window)
    : QDialog(window)
    , m_window(window)
    , m_list(new QTreeWidget(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
{
    m_list->setColumnCount(ColumnCount);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setItemsExpandable(false);
    m_list->setIndentation(gap);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->header()->setStretchLastSection(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gap, gap, gap, 12);
    layout->setSpacing(12);
    layout->addWidget(m_list);
    layout->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    fill();
    // As wide as the longest line, if the screen has room.
    const QSize room = screen()->availableSize() * 0.9;
    const int width = m_list->header()->length() + gap * 4;
    m_list->header()->setStretchLastSection(true);
    resize(std::min(width, room.width()), std::min(dialogHeight, room.height()));
}

void ShortcutsDialog::fill()
{
    setWindowTitle(tr("Keyboard shortcuts"));
    m_buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    m_list->setAccessibleName(windowTitle());
    m_list->clear();
    m_listed.clear();
    const auto addGroup = [this](const QString& title) {
        auto* group = new QTreeWidgetItem(m_list, {title});
        QFont bold = font();
        bold.setBold(true);
        group->setFont(0, bold);
        group->setSizeHint(0, QSize(1, rowHeight));
        group->setFirstColumnSpanned(true);
        return group;
    };
    for (const QAction* menu : m_window->menuBar()->actions()) {
        if (menu->menu() != nullptr) {
            addMenu(addGroup(plain(menu->text())), *menu->menu(), {});
        }
    }
    QTreeWidgetItem* others = addGroup(tr("Other"));
    for (const QAction* action : m_window->actions()) {
        addAction(others, *action, {});
    }
    // Keys that are no actions: widgets handle them while they have the focus.
    const auto addKey = [](QTreeWidgetItem* group, QKeyCombination key, const QString& name,
                           const QString& tip) {
        new QTreeWidgetItem(group,
                            {QKeySequence(key).toString(QKeySequence::NativeText), name, tip});
    };
    QTreeWidgetItem* log = addGroup(tr("In the log"));
    addKey(log, Qt::Key_M, tr("Mark"), tr("Mark or unmark the selected rows"));
    addKey(log, Qt::Key_Home, tr("First row"), tr("Go to the first row"));
    addKey(log, Qt::Key_End, tr("Last row"), tr("Go to the last row and auto-scroll"));
    addKey(log, Qt::Key_Return, tr("Inspect"), tr("Focus the details of the row"));
    addKey(log, Qt::Key_Escape, tr("Show all"),
           tr("Close the find bar, clear the filter or show all connections"));
    QTreeWidgetItem* sending = addGroup(tr("In the send field"));
    addKey(sending, Qt::Key_Return, tr("Send"), tr("Send the message, or insert a line break"));
    addKey(sending, Qt::CTRL | Qt::Key_Return, tr("Send"), tr("Send the message, even if empty"));
    for (int i = m_list->topLevelItemCount() - 1; i >= 0; --i) {
        if (m_list->topLevelItem(i)->childCount() == 0) {
            delete m_list->takeTopLevelItem(i);
        }
    }
    m_list->expandAll();
    for (int column = 0; column < ColumnCount; ++column) {
        m_list->resizeColumnToContents(column);
    }
    for (const int column : {Keys, Name}) {
        m_list->setColumnWidth(column, m_list->columnWidth(column) + gap);
    }
}

void ShortcutsDialog::addMenu(QTreeWidgetItem* group, const QMenu& menu, const QString& path)
{
    for (const QAction* action : menu.actions()) {
        if (action->menu() != nullptr) {
            addMenu(group, *action->menu(), path + plain(action->text()) + QStringLiteral(": "));
        } else {
            addAction(group, *action, path);
        }
    }
}

void ShortcutsDialog::addAction(QTreeWidgetItem* group, const QAction& action, const QString& path)
{
    if (action.shortcut().isEmpty() || !action.isVisible() || m_listed.contains(&action)) {
        return;
    }
    m_listed.insert(&action);
    new QTreeWidgetItem(group, {action.shortcut().toString(QKeySequence::NativeText),
                                path + plain(action.text()), action.statusTip()});
}

void ShortcutsDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        // The parent forwards it after updating its actions.
        fill();
    }
}

} // namespace pipescope
