#pragma once

#include "highlight/highlight_rules.h"
#include "pipecore/session/session.h"

#include <QDialog>

#include <functional>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace pipescope {

class FilterLine;

/// Rules that colour rows of the log: add, order, enable, change. Blocks nothing: rulesChosen() comes
/// when it was accepted.
class HighlightDialog : public QDialog
{
    Q_OBJECT

public:
    explicit HighlightDialog(const QList<HighlightRule>& rules, QWidget* parent = nullptr);

    /// Where known values that a filter can name come from; may give null.
    void setFacts(std::function<const pipecore::SessionFacts*()> facts);
    /// As they are in the dialog now.
    [[nodiscard]] QList<HighlightRule> rules() const { return m_rules; }

signals:
    void rulesChosen(const QList<HighlightRule>& rules);

protected:
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    void retranslate();
    void fillColors();
    void showRules(int select);
    void showRule(int index);
    void showSelected();
    void edit();
    void check();
    void move(int by);
    [[nodiscard]] int selected() const;
    /// What is wrong with a rule's filter; empty when nothing is.
    [[nodiscard]] static QString problemOf(const HighlightRule& rule);

    QList<HighlightRule> m_rules;
    QTreeWidget* m_list;
    QPushButton* m_add;
    QPushButton* m_remove;
    QPushButton* m_up;
    QPushButton* m_down;
    QLabel* m_filterLabel;
    FilterLine* m_filter;
    QLabel* m_colorLabel;
    QComboBox* m_color;
    QLabel* m_hint;
    QDialogButtonBox* m_buttons;
    bool m_showing = false; ///< fields are being filled, not edited
};

} // namespace pipescope
