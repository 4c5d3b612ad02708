#include "window/pipe_commands.h"

#include "composer/composer_panel.h"
#include "connections/call_dialog.h"
#include "connections/new_client_dialog.h"
#include "connections/new_server_dialog.h"
#include "security/security_editor.h"
#include "session/session_controller.h"
#include "widgets/formatting.h"
#include "window/main_window_actions.h"
#include "window/window_messages.h"

#include "pipecore/discovery/pipe_security.h"
#include "pipecore/discovery/socket_owner.h"

#include <functional>
#include <utility>
#include <vector>

namespace pipescope {

PipeCommands::PipeCommands(SessionController& session, ComposerPanel& composer,
                           OutcomeMessages& messages, const WindowActions& actions, QWidget* window)
    : m_session(session)
    , m_composer(composer)
    , m_messages(messages)
    , m_actions(actions)
    , m_window(window)
{
    const auto on = [this](Action name, void (PipeCommands::*handler)()) {
        connect(m_actions[name], &QAction::triggered, this, handler);
    };
    on(Action::NewServer, &PipeCommands::newServer);
    on(Action::NewClient, &PipeCommands::newClient);
    on(Action::Call, &PipeCommands::callOnce);
    on(Action::StopAll, &PipeCommands::stopAll);
    on(Action::Security, &PipeCommands::showSecurityEditor);
}

void PipeCommands::updateActions()
{
    const bool live = m_session.live() != nullptr;
    for (const Action name :
         {Action::NewServer, Action::NewClient, Action::Call, Action::StopAll}) {
        m_actions[name]->setEnabled(live);
    }
}

void PipeCommands::newServer()
{
    openServerDialog(new NewServerDialog(m_window));
}

void PipeCommands::newClient()
{
    openClientDialog(new NewClientDialog(m_window));
}

void PipeCommands::openServerDialog(NewServerDialog* dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setSecurityEditor([](QWidget* over, const pipecore::ServerOptions& options,
                                 std::function<void(const QString&)> accepted) {
        pipecore::SecurityContext context;
        if (const auto user = pipecore::currentUser()) {
            context.user = *user;
        }
        context.rejectRemote = options.rejectRemote;
        context.firstInstance = options.firstInstance;
        SecurityEditor::edit(over, fromCore(options.sddl), context, std::move(accepted));
    });
    connect(dialog, &QDialog::accepted, this, [this, dialog] { startServer(dialog->options()); });
    dialog->open();
}

void PipeCommands::openClientDialog(NewClientDialog* dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { connectClient(dialog->options()); });
    dialog->open();
}

void PipeCommands::showSecurityEditor()
{
    auto* editor = new SecurityEditor(SecurityEditor::Use::Tool, AccountSource::system(), m_window);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    editor->show();
}

void PipeCommands::callOnce()
{
    auto* dialog = new CallDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (LiveSession* live = m_session.liveToUse()) {
            const pipecore::CallOptions options = dialog->options();
            const QString name = fromCore(options.name);
            m_messages.check(name, live->operations().call(options, m_messages.onFailure(name)));
        }
    });
    dialog->open();
}

void PipeCommands::startServer(const pipecore::ServerOptions& options)
{
    if (LiveSession* live = m_session.liveToUse()) {
        const QString name = fromCore(options.name);
        const auto started = live->operations().startServer(options, m_messages.onFailure(name));
        if (m_messages.check(name, started)) {
            m_composer.offerTarget({{}, started->id()});
        }
    }
}

void PipeCommands::connectClient(const pipecore::ClientOptions& options)
{
    if (LiveSession* live = m_session.liveToUse()) {
        const QString name = fromCore(options.name);
        const auto started = live->operations().connect(options, m_messages.onFailure(name));
        if (m_messages.check(name, started)) {
            const auto pipe = pipecore::PipeName::parse(options.name);
            if (const auto warning = pipe ? pipecore::socketOwnerWarning(*pipe) : std::nullopt) {
                m_messages.showWarning(name, *warning);
            }
            m_composer.offerTarget({started->connection.id(), {}});
        }
    }
}

void PipeCommands::endSending(pipecore::LiveConnection connection)
{
    if (LiveSession* live = m_session.live()) {
        m_messages.check(m_messages.placeOf({}, connection.id()),
                         live->operations().endSending(connection, m_messages.onFailure()));
    }
}

void PipeCommands::disconnectClient(pipecore::LiveConnection connection, pipecore::CloseMode mode)
{
    if (LiveSession* live = m_session.live()) {
        m_messages.check(m_messages.placeOf({}, connection.id()),
                         live->operations().close(connection, mode, m_messages.onFailure()));
    }
}

void PipeCommands::stopEndpoint(pipecore::LiveEndpoint endpoint, pipecore::CloseMode mode)
{
    if (LiveSession* live = m_session.live()) {
        m_messages.check(m_messages.placeOf(endpoint.id()),
                         live->operations().closeEndpoint(endpoint, mode, m_messages.onFailure()));
    }
}

void PipeCommands::stopAll()
{
    LiveSession* live = m_session.liveToUse();
    if (live == nullptr) {
        return;
    }
    std::vector<pipecore::EndpointId> open;
    live->recorder().facts().visitEndpoints([&open](const pipecore::EndpointFacts& endpoint) {
        if (endpoint.open) {
            open.push_back(endpoint.id);
        }
        return true;
    });
    for (const pipecore::EndpointId endpoint : open) {
        stopEndpoint(live->core().endpoint(endpoint), pipecore::CloseMode::Graceful);
    }
}

} // namespace pipescope
