#pragma once

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace pipescope {

class FrameRules;

/// Lists the framing rules of all pipes, and removes them. GUI thread only.
class RulesDialog : public QDialog
{
    Q_OBJECT

public:
    /// `rules` is not owned.
    explicit RulesDialog(FrameRules& rules, QWidget* parent = nullptr);

signals:
    /// The rule of this pipe is to be edited.
    void editRequested(const QString& pipe);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void updateButtons();
    [[nodiscard]] QString current() const;
    void retranslate();

    FrameRules& m_rules;
    QLabel* m_help;
    QTreeWidget* m_list;
    QPushButton* m_edit;
    QPushButton* m_remove;
    QPushButton* m_close;
};

} // namespace pipescope
