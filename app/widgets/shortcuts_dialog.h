#pragma once

#include <QDialog>
#include <QSet>

class QAction;
class QDialogButtonBox;
class QMainWindow;
class QMenu;
class QTreeWidget;
class QTreeWidgetItem;

namespace pipescope {

/// Lists all keyboard shortcuts of a window by menu. The list is made from the actions of the
/// window and its menus, so that it is complete; the keys of the log and of the send field follow.
/// GUI thread only.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `window` is also the parent.
    explicit ShortcutsDialog(QMainWindow* window);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void addMenu(QTreeWidgetItem* group, const QMenu& menu, const QString& path);
    void addAction(QTreeWidgetItem* group, const QAction& action, const QString& path);

    QMainWindow* m_window;
    QTreeWidget* m_list;
    QDialogButtonBox* m_buttons;
    QSet<const QAction*> m_listed;
};

} // namespace pipescope
