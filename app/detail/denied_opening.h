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

/// A local pipe that denied access, and the requested access.
struct DeniedOpening
{
    std::string name;
    pipecore::ClientAccess access = pipecore::ClientAccess::ReadWrite;

    friend bool operator==(const DeniedOpening&, const DeniedOpening&) = default;
};

/// Determines on request which entry of the pipe's access list denies this user or which permission
/// is missing, and shows it. GUI thread; the query runs on another thread.
class DeniedOpeningView : public QWidget
{
    Q_OBJECT

public:
    using WhyDenied = std::function<pipecore::Result<std::vector<pipecore::Phrase>>(
        const pipecore::PipeName&, pipecore::ClientAccess)>;

    explicit DeniedOpeningView(WhyDenied whyDenied, QWidget* parent = nullptr);

    /// Hidden if empty. The result stays while the opening is the same.
    void setOpening(const std::optional<DeniedOpening>& opening);
    /// The result, one line each.
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
