#pragma once

#include <QDialog>
#include <QTimer>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace pipescope {

class LuaDecoderFolder;

/// Lists the user's decoders in Lua with their state and mistakes, opens their folder and loads them again. GUI
/// thread only.
class LuaDecodersDialog : public QDialog
{
    Q_OBJECT

public:
    /// `folder` is not owned.
    explicit LuaDecodersDialog(LuaDecoderFolder& folder, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void fillIfChanged();
    void showProblem();
    void openFolder();
    void retranslate();

    LuaDecoderFolder& m_folder;
    QLabel* m_help;
    QTreeWidget* m_list;
    QLabel* m_problem;
    QPushButton* m_open;
    QPushButton* m_reload;
    QPushButton* m_close;
    QTimer m_timer;        ///< looks for mistakes of scripts that run
    quint64 m_changes = 0; ///< of pipecore::luaDecoderChanges() that are shown
};

} // namespace pipescope
