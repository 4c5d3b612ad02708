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

/// A local pipe that refused a client or a further instance.
struct RefusedRequest
{
    std::string name;
    pipecore::Refusal refusal;

    friend bool operator==(const RefusedRequest&, const RefusedRequest&) = default;
};

/// Finds the cause of a refusal on request, and shows it: the entry of the pipe's access list that
/// denies this user, the missing permission, the limit of instances. GUI thread; the query runs on
/// another thread.
class RefusalView : public QWidget
{
    Q_OBJECT

public:
    using WhyRefused = std::function<pipecore::Result<std::vector<pipecore::Phrase>>(
        const pipecore::PipeName&, const pipecore::Refusal&)>;

    explicit RefusalView(WhyRefused whyRefused, QWidget* parent = nullptr);

    /// Hidden if empty. The result stays while the request is the same.
    void setRequest(const std::optional<RefusedRequest>& request);
    /// The result, one line each.
    [[nodiscard]] QString plainText() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    using Answer = pipecore::Result<std::vector<pipecore::Phrase>>;

    void ask();
    void showAnswer();
    void retranslate();

    WhyRefused m_whyRefused;
    std::optional<RefusedRequest> m_request;
    std::optional<Answer> m_answer;
    QPushButton* m_ask = nullptr;
    QLabel* m_found = nullptr;
};

} // namespace pipescope
