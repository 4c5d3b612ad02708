#pragma once

#include "pipecore/security/security_check.h"
#include "security/accounts.h"

#include <QDialog>

#include <functional>
#include <vector>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QPushButton;
class QTableView;
class QToolButton;

namespace pipescope {

class EffectiveRights;
class EntriesModel;
class FindingsPanel;
class SddlEdit;

/// Edits a security descriptor as text and as a table of entries, which are always the same: what is
/// changed in one shows in the other. While the text is wrong, the table keeps the last that was
/// right and cannot be changed. GUI thread.
class SecurityEditor : public QDialog
{
    Q_OBJECT

public:
    enum class Use {
        Tool, ///< to look and try: Copy and Close
        Edit, ///< for a server's options: OK only when the text is right
    };

    SecurityEditor(Use use, AccountSource accounts, QWidget* parent = nullptr);

    /// Opens an editor over `parent` for a text (empty: the safe default) with what is known of the
    /// server. `accepted` gets the text that was agreed to; it is not called once `parent` is gone. Does not wait.
    static void edit(QWidget* parent, const QString& sddl, const pipecore::SecurityContext& context,
                     std::function<void(const QString&)> accepted);

    /// Takes a text, right or wrong.
    void setSddl(const QString& sddl);
    /// The text as it stands there.
    [[nodiscard]] QString sddl() const;
    [[nodiscard]] bool isRight() const { return m_isRight; }
    /// What the check is told about the server besides its descriptor.
    void setContext(const pipecore::SecurityContext& context);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    // security_editor_parts.cpp
    void makeTop();
    void makeTable();
    void makeButtons(Use use);
    void arrange();
    void retranslate();
    void fillPresets();

    // security_editor.cpp
    void textEdited();
    void entriesEdited();
    /// Writes the descriptor as text and shows everything anew.
    void descriptorEdited();
    void showDescriptor();
    void showFindings();
    void showProblem(const QString& text);
    void updateButtons();
    void choosePreset(int index);
    void chooseList(int index);
    void chooseLabel(int index);
    void select(int row);
    [[nodiscard]] int currentRow() const;

    Accounts* m_accounts;
    pipecore::SecurityDescriptor m_descriptor; ///< the last that was right
    pipecore::SecurityContext m_context;
    QString m_problemText;
    bool m_isRight = true;

    QLabel* m_presetLabel;
    QComboBox* m_preset;
    QLabel* m_listLabel;
    QComboBox* m_list;
    QLabel* m_labelLabel;
    QComboBox* m_label;
    EntriesModel* m_entries;
    QTableView* m_table;
    QToolButton* m_add;
    QToolButton* m_remove;
    QToolButton* m_up;
    QToolButton* m_down;
    QLabel* m_textLabel;
    SddlEdit* m_text;
    QLabel* m_problem;
    EffectiveRights* m_effective;
    FindingsPanel* m_findings;
    QDialogButtonBox* m_buttons;
    QPushButton* m_copy;
};

} // namespace pipescope
