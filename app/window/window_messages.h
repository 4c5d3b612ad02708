#pragma once

#include "pipecore/base/error.h"
#include "pipecore/live/outcomes.h"

#include <QObject>
#include <QString>
#include <functional>

class QWidget;

namespace pipescope {

class MessageArea;

/// Shows an error in the window. `what` failed; only the error if it is empty. `more` is a sentence
/// that follows the hint.
void showError(MessageArea& messages, const QString& what, const pipecore::Error& error,
               const QString& more = {});

/// A question with two answers; Enter and Esc choose the one that changes nothing.
struct Question
{
    QLatin1String name; ///< of the box; an open question is not asked again
    QString title;
    QString text;
    QString more;
    QString go;   ///< the answer that calls `go`
    QString stay; ///< the other one
};
/// Asks over `window` without blocking; calls `go` for the answer that changes something.
void ask(QWidget* window, const Question& question, std::function<void()> go);

} // namespace pipescope

namespace pipescope {

class MessageArea;
class SessionController;

/// Shows failed operations of the live session. GUI thread only.
class OutcomeMessages : public QObject
{
    Q_OBJECT

public:
    /// Neither is owned.
    OutcomeMessages(SessionController& session, MessageArea& messages);

    /// For an operation whose success is visible: shows its failure. `name` is that of the pipe, if
    /// the endpoint may not be known yet.
    [[nodiscard]] pipecore::WhenDone onFailure(const QString& name = {});
    /// Shows why the engine refused the request; `what` as in showError(). True if it was accepted.
    template <typename Value>
    bool check(const QString& what, const pipecore::Result<Value>& accepted)
    {
        if (!accepted) {
            showError(what, accepted.error());
        }
        return accepted.has_value();
    }
    /// "orders #3", "orders": what a message is about. A connection names its endpoint.
    [[nodiscard]] QString placeOf(pipecore::EndpointId endpoint,
                                  pipecore::ConnectionId connection = {}) const;
    /// Warns of what the user may not know of the pipe `name`.
    void showWarning(const QString& name, const pipecore::Phrase& warning);
    /// As the function of that name.
    void showError(const QString& what, const pipecore::Error& error);

private:
    void show(const QString& name, const pipecore::Outcome& outcome);

    SessionController& m_session;
    MessageArea& m_messages;
};

} // namespace pipescope
