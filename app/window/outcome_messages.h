#pragma once

#include "pipecore/live/outcomes.h"

#include <QObject>
#include <QString>

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
