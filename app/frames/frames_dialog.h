#pragma once

#include "pipecore/analysis/rule_trial.h"

#include <QDialog>

#include <optional>
#include <vector>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace pipescope {

class FramePreview;

/// Chooses the framing rule of a pipe: by name, as text, or detected, with a preview of the first
/// frames. Not modal: emits ruleChosen() when accepted. GUI thread only.
class FramesDialog : public QDialog
{
    Q_OBJECT

public:
    /// `rule`: the present one. `source` has the reads of the pipe, and is not owned; see
    /// releaseSource().
    FramesDialog(const pipecore::RecordSource& source, const QString& pipe,
                 const std::optional<pipecore::FramingRule>& rule, QWidget* parent = nullptr);

    [[nodiscard]] const QString& pipe() const { return m_pipe; }
    /// When this returns the source is not used any more; the dialog stays.
    void releaseSource();

signals:
    /// A rule of kind None: the pipe's reads are shown as they are.
    void ruleChosen(const QString& pipe, const pipecore::FramingRule& rule);
    /// The list of all rules is wanted.
    void listRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    void presetChosen(int index);
    void ruleEdited();
    void showProposals(const std::vector<pipecore::RuleProposal>& proposals);
    void say(const QString& text, bool isError);
    void setRuleText(const QString& text);
    void retranslate();

    const QString m_pipe;
    const bool m_hasRule;
    bool m_isEdited = false; ///< by the user: what was detected unasked comes too late
    std::optional<pipecore::FramingRule> m_rule; ///< of the text; empty when that is wrong or empty
    QLabel* m_help;
    QLabel* m_presetLabel;
    QComboBox* m_preset;
    QLabel* m_textLabel;
    QLineEdit* m_text;
    QPushButton* m_detect;
    QLabel* m_hint;
    FramePreview* m_preview;
    QDialogButtonBox* m_buttons;
    QPushButton* m_remove;
    QPushButton* m_list;
};

} // namespace pipescope
