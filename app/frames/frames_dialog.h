#pragma once

#include "detail/endpoint_choices.h"
#include "pipecore/analysis/pairing.h"
#include "pipecore/analysis/rule_trial.h"
#include "pipecore/model/options.h"

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
class TypesField;

/// Chooses the framing rule of a pipe: by name, as text, or detected, with a preview of the first
/// frames; which side sends requests; and the types of messages in Protocol Buffers. Each message of a message
/// pipe is a frame: there it asks for the latter two only. Types with a mistake are not accepted. Not modal:
/// emits ruleChosen() when accepted. GUI thread only.
class FramesDialog : public QDialog
{
    Q_OBJECT

public:
    /// A pipe, and what is set for it.
    struct Pipe
    {
        QString name;
        pipecore::PipeMode mode = pipecore::PipeMode::Byte;
        std::optional<pipecore::FramingRule> rule{};
        pipecore::Asker asker = pipecore::Asker::Client;
        TypesChoice types{};
    };
    /// `source` has the reads of the pipe, and is not owned; see releaseSource().
    FramesDialog(const pipecore::RecordSource& source, Pipe pipe, QWidget* parent = nullptr);

    [[nodiscard]] const QString& pipe() const { return m_pipe.name; }
    /// When this returns the source is not used any more; the dialog stays.
    void releaseSource();

signals:
    /// A rule of kind None: the pipe's reads are shown as they are.
    void ruleChosen(const QString& pipe, const pipecore::FramingRule& rule, pipecore::Asker asker,
                    const pipescope::TypesChoice& types);
    /// The list of all rules is wanted.
    void listRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    void connectFields();
    void presetChosen(int index);
    void ruleEdited();
    void showProposals(const std::vector<pipecore::RuleProposal>& proposals);
    void say(const QString& text, bool isError);
    void setRuleText(const QString& text);
    [[nodiscard]] bool isStream() const { return m_pipe.mode == pipecore::PipeMode::Byte; }
    [[nodiscard]] pipecore::Asker asker() const;
    void updateOk();
    void retranslate();
    void retranslatePresets();

    const Pipe m_pipe;
    bool m_isEdited = false; ///< by the user: what was detected unasked comes too late
    std::optional<pipecore::FramingRule> m_rule; ///< of the text; empty when that is wrong or empty
    QLabel* m_help;
    QLabel* m_presetLabel;
    QComboBox* m_preset;
    QLabel* m_textLabel;
    QLineEdit* m_text;
    QPushButton* m_detect;
    QLabel* m_hint;
    QLabel* m_askerLabel;
    QComboBox* m_asker;
    QLabel* m_askerHelp;
    TypesField* m_types;
    FramePreview* m_preview;
    QDialogButtonBox* m_buttons;
    QPushButton* m_remove;
    QPushButton* m_list;
};

/// The side of a pipe that sends requests, in the user's language.
[[nodiscard]] QString askerName(pipecore::Asker asker);

} // namespace pipescope
