#include "window/send_commands.h"

#include "composer/composer_panel.h"
#include "session/session_controller.h"
#include "window/window_messages.h"

#include <QDockWidget>

#include <limits>

namespace pipescope {

SendCommands::SendCommands(SessionController& session, ComposerPanel& composer, QDockWidget& dock,
                           MessageArea& messages, QWidget* window)
    : m_session(session)
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
    const auto sent = way == SendWay::Transact ? live->engine().transact(target.connection, payload)
                      : target.connection      ? live->engine().send(target.connection, payload)
                                               : live->engine().sendToAll(target.endpoint, payload);
    if (!sent) {
        showError(m_messages, tr("Nothing was sent"), sent.error());
    }
}

void SendCommands::showComposer()
{
    m_dock.show();
    m_dock.raise();
}

void SendCommands::composeTo(SendTarget target)
{
    if (!m_session.isViewingFile()) {
        showComposer();
        m_composer.selectTarget(target);
        m_composer.focusPayload();
    }
}

void SendCommands::sendAgain(quint64 row)
{
    const pipecore::RecordSource* source = m_session.source();
    if (source == nullptr) {
        return;
    }
    const auto record = source->read(row, std::numeric_limits<std::size_t>::max());
    if (!record) {
        showError(m_messages, tr("The message could not be read"), record.error());
        return;
    }
    // In a viewed session the numbers mean other connections.
    const SendTarget target =
        m_session.isViewingFile() ? SendTarget{} : SendTarget{record->connection, {}};
    if (!m_composer.hasDraft()) {
        compose(record->payload, target);
        return;
    }
    ask(m_window,
        {.name = QLatin1String("ReplaceQuestion"),
         .title = tr("Send again"),
         .text = tr("Replace the text that is not sent yet?"),
         .more = tr(
             "The message from the log takes its place. The text stays in the history: ↑ brings it "
             "back."),
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
