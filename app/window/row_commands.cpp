#include "window/row_commands.h"

#include "detail/payload_tools.h"
#include "frames/log_source.h"
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
constexpr int statusMs = 5000;

} // namespace

RowCommands::RowCommands(LogSource& log, TrafficPanel& traffic, StatusLine& status,
                         MessageArea& messages, const WindowActions& actions, QMainWindow* window)
    : m_log(log)
    , m_traffic(traffic)
    , m_status(status)
    , m_messages(messages)
    , m_actions(actions)
    , m_window(window)
    , m_payloads(new PayloadTools(window))
{
    connect(&m_log, &LogSource::replaced, this, [this] { m_payloads->setSource(m_log.rows()); });
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
    const auto toggles = [this](Action name, auto setter) {
        connect(m_actions[name], &QAction::toggled, &m_traffic, setter);
    };
    toggles(Action::Pause, &TrafficPanel::setPaused);
    connect(&m_traffic, &TrafficPanel::pausedChanged, m_actions[Action::Pause],
            &QAction::setChecked);
    toggles(Action::Follow, &TrafficPanel::setFollowTail);
    connect(&m_traffic, &TrafficPanel::followTailChanged, m_actions[Action::Follow],
            &QAction::setChecked);
    m_actions[Action::Follow]->setChecked(m_traffic.followsTail());

    const auto on = [this](Action name, auto* receiver, auto handler) {
        connect(m_actions[name], &QAction::triggered, receiver, handler);
    };
    on(Action::Clear, &m_traffic, &TrafficPanel::clearRows);
    on(Action::Filter, &m_traffic, &TrafficPanel::startFilter);
    FindController& find = m_traffic.find();
    on(Action::Find, &find, &FindController::start);
    on(Action::FindNext, &find, &FindController::next);
    on(Action::FindPrevious, &find, &FindController::previous);
    on(Action::Highlight, &m_traffic.highlights(), &HighlightController::edit);
}

void RowCommands::connectRows()
{
    const auto on = [this](Action name, auto* receiver, auto handler) {
        connect(m_actions[name], &QAction::triggered, receiver, handler);
    };
    NoteController& notes = m_traffic.notes();
    on(Action::Mark, &notes, &NoteController::toggleMark);
    on(Action::Comment, &notes, &NoteController::editComment);
    on(Action::NextMark, &notes, [&notes] { notes.goToMark(true); });
    on(Action::PreviousMark, &notes, [&notes] { notes.goToMark(false); });
    PlaceController& places = m_traffic.places();
    on(Action::GoTo, &places, &PlaceController::start);
    on(Action::GoToReply, &places, [&places] { places.goToPartner(true); });
    on(Action::GoToRequest, &places, [&places] { places.goToPartner(false); });
    on(Action::ZeroRow, &m_traffic, &TrafficPanel::toggleZeroRow);

    const auto showConnection = [this] {
        m_actions[Action::OneConnection]->setChecked(m_traffic.shownConnection().has_value());
    };
    on(Action::OneConnection, &m_traffic, [this, showConnection] {
        m_traffic.showConnectionOfRow();
        // Without a connection nothing has changed, so the check mark must not change either.
        showConnection();
    });
    connect(&m_traffic, &TrafficPanel::shownConnectionChanged, this, showConnection);
    connect(&m_traffic, &TrafficPanel::selectionDescribed, &m_status, &StatusLine::setSelection);
    connect(&m_traffic, &TrafficPanel::annotated, this, &RowCommands::annotated);
}

void RowCommands::connectTimes()
{
    const std::array times{std::pair(Action::TimeAbsolute, TimeFormat::Absolute),
                           std::pair(Action::TimeRelative, TimeFormat::Relative),
                           std::pair(Action::TimeDelta, TimeFormat::Delta)};
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
    const auto copies = [this](Action name, CopyFormat format) {
        connect(m_actions[name], &QAction::triggered, &m_traffic,
                [this, format] { m_traffic.selection().copy(format); });
    };
    copies(Action::CopyText, CopyFormat::Text);
    copies(Action::CopyHex, CopyFormat::Hex);
    copies(Action::CopyCArray, CopyFormat::CArray);
    connect(&m_traffic, &TrafficPanel::savePayloadRequested, m_payloads, &PayloadTools::save);
    connect(&m_traffic, &TrafficPanel::compareRequested, m_payloads, &PayloadTools::compare);
    connect(m_actions[Action::SavePayload], &QAction::triggered, this, [this] {
        if (const auto row = m_traffic.currentRow()) {
            m_payloads->save(*row);
        }
    });
    connect(m_actions[Action::Compare], &QAction::triggered, this, [this] {
        if (const auto pair = m_traffic.selection().pair()) {
            m_payloads->compare(pair->first, pair->second);
        } else {
            m_window->statusBar()->showMessage(
                tr("Select two messages: click one, then Ctrl+click the other"), statusMs);
        }
    });
    connect(m_payloads, &PayloadTools::saved, this, [this](const QString& path, quint64 bytes) {
        m_window->statusBar()->showMessage(
            tr("Saved %1 to %2").arg(formatBytes(bytes), QDir::toNativeSeparators(path)), statusMs);
    });
    connect(m_payloads, &PayloadTools::failed, this,
            [this](const QString& what, const pipecore::Error& error) {
                showError(m_messages, what, error);
            });
}

} // namespace pipescope
