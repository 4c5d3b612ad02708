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

/// All keys of a window, menu by menu. The list is made of the actions that the window and its menus
/// have, so that it lacks none. GUI thread only.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `window` is the parent, too.
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
