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

/// Edits the rules that colour rows of the log. Not modal: emits rulesChosen() when accepted.
class HighlightDialog : public QDialog
{
    Q_OBJECT

public:
    explicit HighlightDialog(const QList<HighlightRule>& rules, QWidget* parent = nullptr);

    /// Sets the source of known values for filters; may return null.
    void setFacts(std::function<const pipecore::SessionFacts*()> facts);
    /// The rules as edited.
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
    /// The error of a rule's filter; empty if none.
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
