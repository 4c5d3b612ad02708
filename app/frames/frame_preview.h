#pragma once

#include "pipecore/analysis/rule_trial.h"
#include "tasks/task.h"

#include <QBasicTimer>
#include <QWidget>

#include <memory>
#include <optional>
#include <string>
#include <vector>

class QLabel;
class QTreeWidget;

namespace pipescope {

/// The first frames that a rule finds in the streams of a pipe, and how much of them it explains. Reads
/// and tries on another thread; while the streams are short it follows the session. GUI thread only.
class FramePreview : public QWidget
{
    Q_OBJECT

public:
    /// `pipe`: its name. `source` is not owned; see releaseSource().
    FramePreview(const pipecore::RecordSource& source, const QString& pipe,
                 QWidget* parent = nullptr);
    /// Waits until no thread reads the source.
    ~FramePreview() override;

    /// Shows the frames of this rule; nothing without one.
    void setRule(const std::optional<pipecore::FramingRule>& rule);
    /// Looks for rules that fit, then emits proposed().
    void propose();
    /// When this returns the source is not used any more; what was read of it stays.
    void releaseSource();

signals:
    void proposed(const std::vector<pipecore::RuleProposal>& proposals);

protected:
    void changeEvent(QEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    using Sample = std::shared_ptr<const pipecore::StreamSample>;

    void takeSample();
    void tryRule();
    void startProposing();
    void showTrial();
    void retranslate();

    const pipecore::RecordSource* m_source;
    const std::string m_pipe;
    Sample m_sample; ///< null until it is read
    quint64 m_sampledRows = 0;
    QBasicTimer m_watch; ///< for more bytes
    std::optional<pipecore::FramingRule> m_rule;
    std::optional<pipecore::RuleTrial> m_trial;
    QString m_problem; ///< the streams cannot be read
    bool m_proposes = false;
    QTreeWidget* m_list;
    QLabel* m_summary;
    Task m_sampling{"frame sample"};
    Task m_trying{"frame trial"};
    Task m_proposing{"frame proposals"};
};

} // namespace pipescope
