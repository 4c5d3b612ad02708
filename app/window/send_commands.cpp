#include "window/send_commands.h"

#include "composer/composer_panel.h"
#include "frames/log_source.h"
#include "session/session_controller.h"
#include "window/window_messages.h"

#include <QDockWidget>

#include <limits>

namespace pipescope {

SendCommands::SendCommands(SessionController& session, const LogSource& log,
                           ComposerPanel& composer, QDockWidget& dock, OutcomeMessages& messages,
                           QWidget* window)
    : m_session(session)
    , m_log(log)
    , m_composer(composer)
    , m_dock(dock)
    , m_messages(messages)
    , m_window(window)
{
    connect(&m_composer, &ComposerPanel::sendRequested, this, &SendCommands::send);
}

void SendCommands::send(const SendTarget& target, const pipecore::Bytes& payload, SendWay way)
{
    LiveSession* live = m_session.liveToUse();
    if (live == nullptr) {
        return;
    }
    // The composer offers what the live session has.
    pipecore::Operations& operations = live->operations();
    const auto connection = live->core().connection(target.connection);
    const auto endpoint = live->core().endpoint(target.endpoint);
    const auto done = m_messages.onFailure();
    m_messages.check(
        tr("Message not sent to %1").arg(m_messages.placeOf(target.endpoint, target.connection)),
        way == SendWay::Transact ? operations.transact(connection, payload, done)
        : target.connection      ? operations.send(connection, payload, done)
                                 : operations.sendToAll(endpoint, payload, done));
}

void SendCommands::showComposer()
{
    m_dock.show();
    m_dock.raise();
}

void SendCommands::composeTo(std::variant<pipecore::LiveConnection, pipecore::LiveEndpoint> target)
{
    const auto* connection = std::get_if<pipecore::LiveConnection>(&target);
    showComposer();
    m_composer.selectTarget(connection != nullptr
                                ? SendTarget{connection->id(), {}}
                                : SendTarget{{}, std::get<pipecore::LiveEndpoint>(target).id()});
    m_composer.focusPayload();
}

void SendCommands::sendAgain(quint64 row)
{
    const pipecore::RecordSource* source = m_log.rows();
    if (source == nullptr) {
        return;
    }
    const auto record = source->read(row, std::numeric_limits<std::size_t>::max());
    if (!record) {
        m_messages.showError(tr("Cannot read the message"), record.error());
        return;
    }
    const auto live = m_session.liveOf(record->connection);
    const SendTarget target = live ? SendTarget{live->id(), {}} : SendTarget{};
    if (!m_composer.hasDraft()) {
        compose(record->payload, target);
        return;
    }
    ask(m_window,
        {.name = QLatin1String("ReplaceQuestion"),
         .title = tr("Edit and resend"),
         .text = tr("Replace the unsent text?"),
         .more = tr(
             "The message from the log replaces it. The unsent text is kept in the history (↑)."),
         .go = tr("Replace"),
         .stay = tr("Cancel")},
        [this, payload = record->payload, target] { compose(payload, target); });
}

void SendCommands::compose(const pipecore::Bytes& payload, SendTarget target)
{
    if (m_session.liveToUse() == nullptr) {
        return;
    }
    showComposer();
    if (target) {
        m_composer.selectTarget(target);
        emit targetChosen(target);
    }
    m_composer.setPayload(payload);
    m_composer.focusPayload();
}

} // namespace pipescope
