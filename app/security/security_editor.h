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

/// Edits a security descriptor as text and as a table of entries, which are kept in sync. While the
/// text is invalid, the table keeps the last valid descriptor and is read-only. GUI thread.
class SecurityEditor : public QDialog
{
    Q_OBJECT

public:
    enum class Use {
        Tool, ///< standalone: Copy and Close
        Edit, ///< for a server's options: OK only while the text is valid
    };

    SecurityEditor(Use use, AccountSource accounts, QWidget* parent = nullptr);

    /// Opens an editor over `parent` for a text (empty: the safe default) with the known server
    /// options. `accepted` gets the accepted text; it is not called once `parent` is gone. Does not
    /// wait.
    static void edit(QWidget* parent, const QString& sddl, const pipecore::SecurityContext& context,
                     std::function<void(const QString&)> accepted);

    /// Sets the text, valid or not.
    void setSddl(const QString& sddl);
    /// The current text.
    [[nodiscard]] QString sddl() const;
    [[nodiscard]] bool isValid() const { return m_isValid; }
    /// Sets the context of the check: the server's options besides its descriptor.
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
    /// Formats the descriptor as text and updates all views.
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
    pipecore::SecurityDescriptor m_descriptor; ///< the last valid one
    pipecore::SecurityContext m_context;
    QString m_problemText;
    bool m_isValid = true;

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
