#pragma once

#include "pipecore/explain/access_denied.h"

#include <QString>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;

namespace pipescope {

/// A pipe of this computer that refused to be opened, and what for.
struct DeniedOpening
{
    std::string name;
    pipecore::ClientAccess access = pipecore::ClientAccess::ReadWrite;

    friend bool operator==(const DeniedOpening&, const DeniedOpening&) = default;
};

/// Asks, when the user wants to know, which entry of the pipe's access list refuses this user or which
/// right is missing, and says it. GUI thread; the pipe is asked on another one.
class DeniedOpeningView : public QWidget
{
    Q_OBJECT

public:
    using WhyDenied = std::function<pipecore::Result<std::vector<pipecore::Phrase>>(
        const pipecore::PipeName&, pipecore::ClientAccess)>;

    explicit DeniedOpeningView(WhyDenied whyDenied, QWidget* parent = nullptr);

    /// Shows nothing without one. What was found out stays while it is the same.
    void setOpening(const std::optional<DeniedOpening>& opening);
    /// What was found out, a line each.
    [[nodiscard]] QString plainText() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    using Answer = pipecore::Result<std::vector<pipecore::Phrase>>;

    void ask();
    void showAnswer();
    void retranslate();

    WhyDenied m_whyDenied;
    std::optional<DeniedOpening> m_opening;
    std::optional<Answer> m_answer;
    QPushButton* m_ask = nullptr;
    QLabel* m_found = nullptr;
};

} // namespace pipescope
