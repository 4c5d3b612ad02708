#include "window/row_commands.h"

#include "detail/payload_tools.h"
#include "session/session_controller.h"
#include "traffic/find_controller.h"
#include "traffic/highlight_controller.h"
#include "traffic/note_controller.h"
#include "traffic/place_controller.h"
#include "traffic/selection_controller.h"
#include "traffic/traffic_panel.h"
#include "widgets/formatting.h"
#include "window/main_window_actions.h"
#include "window/main_window_status.h"
#include "window/window_messages.h"

#include <QDir>
#include <QMainWindow>
#include <QStatusBar>

#include <array>
#include <utility>

namespace pipescope {

namespace {

/// Duration of messages in the status bar.
constexpr int tellMs = 5000;

} // namespace

RowCommands::RowCommands(SessionController& session, TrafficPanel& traffic, StatusLine& status,
                         MessageArea& messages, const WindowActions& actions, QMainWindow* window)
    : m_session(session)
    , m_traffic(traffic)
    , m_status(status)
    , m_messages(messages)
    , m_actions(actions)
    , m_window(window)
    , m_payloads(new PayloadTools(window))
{
    connect(&m_session, &SessionController::sourceChanged, this,
            [this] { m_payloads->setSource(m_session.source()); });
    connectLog();
    connectRows();
    connectTimes();
    connectPayloads();
}

RowCommands::~RowCommands()
{
    m_payloads->setSource(nullptr);
}

void RowCommands::connectLog()
{
    const auto toggles = [this](Act name, auto setter) {
        connect(m_actions[name], &QAction::toggled, &m_traffic, setter);
    };
    toggles(Act::Pause, &TrafficPanel::setPaused);
    connect(&m_traffic, &TrafficPanel::pausedChanged, m_actions[Act::Pause], &QAction::setChecked);
    toggles(Act::Follow, &TrafficPanel::setFollowTail);
    connect(&m_traffic, &TrafficPanel::followTailChanged, m_actions[Act::Follow],
            &QAction::setChecked);
    m_actions[Act::Follow]->setChecked(m_traffic.followsTail());

    const auto on = [this](Act name, auto* receiver, auto handler) {
        connect(m_actions[name], &QAction::triggered, receiver, handler);
    };
    on(Act::Clear, &m_traffic, &TrafficPanel::clearRows);
    on(Act::Filter, &m_traffic, &TrafficPanel::startFilter);
    FindController& find = m_traffic.find();
    on(Act::Find, &find, &FindController::start);
    on(Act::FindNext, &find, &FindController::next);
    on(Act::FindPrevious, &find, &FindController::previous);
    on(Act::Highlight, &m_traffic.highlights(), &HighlightController::edit);
}

void RowCommands::connectRows()
{
    const auto on = [this](Act name, auto* receiver, auto handler) {
        connect(m_actions[name], &QAction::triggered, receiver, handler);
    };
    NoteController& notes = m_traffic.notes();
    on(Act::Mark, &notes, &NoteController::toggleMark);
    on(Act::Comment, &notes, &NoteController::editComment);
    on(Act::NextMark, &notes, [&notes] { notes.goToMark(true); });
    on(Act::PreviousMark, &notes, [&notes] { notes.goToMark(false); });
    PlaceController& places = m_traffic.places();
    on(Act::GoTo, &places, &PlaceController::start);
    on(Act::GoToReply, &places, [&places] { places.goToPartner(true); });
    on(Act::GoToRequest, &places, [&places] { places.goToPartner(false); });
    on(Act::ZeroRow, &m_traffic, &TrafficPanel::toggleZeroRow);

    const auto showConnection = [this] {
        m_actions[Act::OneConnection]->setChecked(m_traffic.shownConnection().has_value());
    };
    on(Act::OneConnection, &m_traffic, [this, showConnection] {
        m_traffic.showConnectionOfRow();
        // Without a connection nothing has changed, so the check mark must not change either.
        showConnection();
    });
    connect(&m_traffic, &TrafficPanel::shownConnectionChanged, this, showConnection);
    connect(&m_traffic, &TrafficPanel::selectionTold, &m_status, &StatusLine::setSelection);
    connect(&m_traffic, &TrafficPanel::annotated, this, &RowCommands::annotated);
}

void RowCommands::connectTimes()
{
    const std::array times{std::pair(Act::TimeAbsolute, TimeFormat::Absolute),
                           std::pair(Act::TimeRelative, TimeFormat::Relative),
                           std::pair(Act::TimeDelta, TimeFormat::Delta)};
    for (const auto& [name, format] : times) {
        connect(m_actions[name], &QAction::triggered, &m_traffic,
                [this, format = format] { m_traffic.setTimeFormat(format); });
    }
    const auto checkTime = [this, times] {
        for (const auto& [name, format] : times) {
            m_actions[name]->setChecked(m_traffic.timeFormat() == format);
        }
    };
    connect(&m_traffic, &TrafficPanel::timeFormatChanged, this, checkTime);
    checkTime();
}

void RowCommands::connectPayloads()
{
    const auto copies = [this](Act name, CopyFormat format) {
        connect(m_actions[name], &QAction::triggered, &m_traffic,
                [this, format] { m_traffic.selection().copy(format); });
    };
    copies(Act::CopyText, CopyFormat::Text);
    copies(Act::CopyHex, CopyFormat::Hex);
    copies(Act::CopyCArray, CopyFormat::CArray);
    connect(&m_traffic, &TrafficPanel::savePayloadRequested, m_payloads, &PayloadTools::save);
    connect(&m_traffic, &TrafficPanel::compareRequested, m_payloads, &PayloadTools::compare);
    connect(m_actions[Act::SavePayload], &QAction::triggered, this, [this] {
        if (const auto row = m_traffic.currentRow()) {
            m_payloads->save(*row);
        }
    });
    connect(m_actions[Act::Compare], &QAction::triggered, this, [this] {
        if (const auto pair = m_traffic.selection().pair()) {
            m_payloads->compare(pair->first, pair->second);
        } else {
            m_window->statusBar()->showMessage(
                tr("Select two messages first: click one, Ctrl+click the other"), tellMs);
        }
    });
    connect(m_payloads, &PayloadTools::saved, this, [this](const QString& path, quint64 bytes) {
        m_window->statusBar()->showMessage(
            tr("Saved %1 to %2").arg(formatBytes(bytes), QDir::toNativeSeparators(path)), tellMs);
    });
    connect(m_payloads, &PayloadTools::failed, this,
            [this](const QString& what, const pipecore::Error& error) {
                showError(m_messages, what, error);
            });
}

} // namespace pipescope
