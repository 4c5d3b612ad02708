#include "window/demo_command.h"

#include "composer/composer_panel.h"
#include "engine/demo.h"
#include "session/session_controller.h"
#include "window/main_window_actions.h"
#include "window/session_commands.h"
#include "window/window_messages.h"

namespace pipescope {

DemoCommand::DemoCommand(SessionController& session, SessionCommands& commands,
                         ComposerPanel& composer, MessageArea& messages,
                         const WindowActions& actions, QWidget* window)
    : m_session(session)
    , m_commands(commands)
    , m_composer(composer)
    , m_messages(messages)
    , m_actions(actions)
    , m_window(window)
{
    connect(&m_session, &SessionController::liveChanged, this, &DemoCommand::liveChanged);
    connect(m_actions[Action::Demo], &QAction::triggered, this,
            [this](bool checked) { checked ? startOnRequest() : stop(); });
}

DemoCommand::~DemoCommand() = default;

void DemoCommand::liveChanged()
{
    m_demo.reset();
    if (LiveSession* live = m_session.live()) {
        m_demo = std::make_unique<Demo>(live->engine());
        connect(m_demo.get(), &Demo::runningChanged, this, &DemoCommand::runningChanged);
    }
}

void DemoCommand::updateActions()
{
    m_actions[Action::Demo]->setEnabled(m_session.live() != nullptr);
    m_actions[Action::Demo]->setChecked(m_demo && m_demo->isRunning());
}

void DemoCommand::start()
{
    if (m_session.liveToUse() == nullptr) {
        return;
    }
    if (const auto started = m_demo->start(); !started) {
        showError(m_messages, tr("Cannot start the demo"), started.error());
        return;
    }
    m_session.ignoreUnsaved(m_demo->server());
    m_session.ignoreUnsaved(m_demo->client());
    m_composer.offerTarget({m_demo->connection(), {}});
}

bool DemoCommand::hasRowsBeside() const
{
    const pipecore::Recorder& recorder = m_session.live()->recorder();
    if (recorder.rowCount() == 0) {
        return false;
    }
    // Rows without an endpoint come from failed starts.
    bool hasEndpoints = false;
    bool hasOthers = false;
    recorder.facts().visitEndpoints([&](const pipecore::EndpointFacts& endpoint) {
        hasEndpoints = true;
        hasOthers = !m_session.isIgnored(endpoint.id);
        return !hasOthers;
    });
    return hasOthers || !hasEndpoints;
}

void DemoCommand::startOnRequest()
{
    updateActions(); // checked while it runs, not when requested
    if (m_session.liveToUse() == nullptr) {
        return;
    }
    if (!hasRowsBeside()) {
        start();
        return;
    }
    ask(m_window,
        {.name = QLatin1String("DemoQuestion"),
         .title = tr("Demo"),
         .text = tr("Start the demo in a new session?"),
         .more = tr("This session already contains rows. A new session closes all pipes of this "
                    "session. PipeScope prompts you to save unsaved messages."),
         .go = tr("New session"),
         .stay = tr("Cancel")},
        [this] { m_commands.askToSave([this] { m_session.restart([this] { start(); }); }); });
}

void DemoCommand::stop()
{
    if (m_demo) {
        m_demo->stop();
    }
}

void DemoCommand::end()
{
    m_demo.reset();
}

void DemoCommand::watch(const pipecore::SessionFacts::Snapshot& facts)
{
    if (m_demo) {
        m_demo->watch(facts);
    }
}

} // namespace pipescope
