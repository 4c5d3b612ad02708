#pragma once

#include "pipecore/live/outcomes.h"

#include <QObject>
#include <QString>

namespace pipescope {

class MessageArea;
class SessionController;

/// Shows what the live session could not do for the user. GUI thread only.
class OutcomeMessages : public QObject
{
    Q_OBJECT

public:
    /// Neither is owned.
    OutcomeMessages(SessionController& session, MessageArea& messages);

    /// For an operation that is seen to work: its failure is shown. `name` is that of the pipe, if it may
    /// not be known by the endpoint yet.
    [[nodiscard]] pipecore::WhenDone onFailure(const QString& name = {});
    /// Shows why the engine did not accept it; `what` as showError() has it. True when it did.
    template <typename Value>
    bool check(const QString& what, const pipecore::Result<Value>& accepted)
    {
        if (!accepted) {
            showError(what, accepted.error());
        }
        return accepted.has_value();
    }
    /// As the function of that name.
    void showError(const QString& what, const pipecore::Error& error);

private:
    void show(const QString& name, const pipecore::Outcome& outcome);

    SessionController& m_session;
    MessageArea& m_messages;
};

} // namespace pipescope
