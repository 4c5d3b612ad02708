#include "frames/log_source.h"

#include "pipecore/analysis/pairing.h"
#include "session/session_controller.h"

#include <QSettings>

#include <algorithm>
#include <utility>

namespace pipescope {

namespace {

constexpr QLatin1String wantsFramesKey("log/frames");

} // namespace

LogSource::LogSource(SessionController& session, FrameRules& rules, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_rules(rules)
    , m_wantsFrames(QSettings().value(wantsFramesKey, true).toBool())
    , m_types(rules)
{
    connect(&m_session, &SessionController::sourceChanged, this, &LogSource::sessionReplaced);
    connect(&m_rules, &FrameRules::changed, this, &LogSource::rulesChanged);
}

LogSource::~LogSource() = default;

const pipecore::RecordSource* LogSource::rows() const
{
    return m_shown ? m_shown.get() : m_session.source();
}

std::optional<double> LogSource::preparing() const
{
    if (!m_frames || m_hasFailed || !m_wantsFrames || m_shown == m_frames) {
        return std::nullopt;
    }
    return std::clamp(m_task.progress(), 0.0, 1.0);
}

void LogSource::setWantsFrames(bool wants)
{
    if (m_wantsFrames == wants) {
        return;
    }
    m_wantsFrames = wants;
    QSettings().setValue(wantsFramesKey, wants);
    chooseRows();
    emit stateChanged();
}

void LogSource::sessionReplaced()
{
    m_task.stop(); // reads the session before
    m_pipes.clear();
    m_hasRule = false;
    m_frames.reset();
    // The views have released it when this returns.
    const auto old = std::exchange(m_shown, nullptr);
    if (m_session.source() != nullptr) {
        pipecore::setAskers(*m_session.source(), m_rules.askers());
    }
    m_types.setRows(m_session.source(), nullptr);
    emit replaced({});
    emit stateChanged();
}

void LogSource::takeFacts(const pipecore::SessionFacts::Snapshot& facts)
{
    bool isNew = false;
    for (const pipecore::EndpointFacts& endpoint : facts.endpoints) {
        if (endpoint.mode == pipecore::PipeMode::Byte) {
            isNew = m_pipes.insert(endpoint.name).second || isNew;
        }
    }
    // Frames know all rules, those of pipes that come later, too.
    if (isNew && !m_hasRule) {
        chooseRows();
        if (m_hasRule) {
            emit stateChanged();
        }
    }
}

void LogSource::rulesChanged()
{
    const bool isFramedAnew = !m_frames || m_rules.byPipe() != m_framedBy;
    if (isFramedAnew) {
        m_task.forget();
        m_frames.reset();
    }
    askersChanged();
    if (isFramedAnew) {
        chooseRows();
    }
    emit stateChanged();
}

/// Pairs the shown rows anew, if others ask now.
void LogSource::askersChanged()
{
    if (m_session.source() == nullptr) {
        return;
    }
    const bool sessionChanged = pipecore::setAskers(*m_session.source(), m_rules.askers());
    const bool framesChanged = m_frames && pipecore::setAskers(*m_frames, m_rules.askers());
    // Other frames than the latest are about to be replaced.
    if (m_shown ? m_shown == m_frames && framesChanged : sessionChanged) {
        emit replaced(sameRows());
    }
}

/// Shows what is wanted, as far as it is there, and begins with the rest.
void LogSource::chooseRows()
{
    m_hasRule = std::ranges::any_of(
        m_pipes, [this](const std::string& pipe) { return m_rules.byPipe().contains(pipe); });
    if (!m_hasRule || !m_wantsFrames) {
        if (m_shown) {
            show(nullptr);
        }
        return;
    }
    const pipecore::RecordSource* const session = m_session.source();
    if (!m_frames && session != nullptr) {
        m_framedBy = m_rules.byPipe();
        m_frames = std::make_shared<pipecore::FramedRows>(
            *session, [rules = m_framedBy](const pipecore::EndpointFacts& endpoint) {
                const auto found = endpoint.mode == pipecore::PipeMode::Byte
                                       ? rules.find(endpoint.name)
                                       : rules.end();
                return found != rules.end() ? std::optional(found->second) : std::nullopt;
            });
        pipecore::setAskers(*m_frames, m_rules.askers());
        m_taken = 0;
        m_isFinished = false;
        m_hasFailed = false;
    }
    if (m_frames && !m_hasFailed && m_taken == session->rowCount()) {
        show(m_frames);
    }
    update();
}

bool LogSource::isComplete() const
{
    const ViewedFile* const viewed = m_session.viewed();
    return viewed != nullptr && viewed->session->isScanned();
}

void LogSource::update()
{
    m_types.update();
    if (!m_frames || m_hasFailed || !m_wantsFrames) {
        return;
    }
    if (m_task.isRunning()) {
        if (m_shown != m_frames) {
            emit stateChanged(); // progress
        }
        return;
    }
    // Asked first: no rows come after it.
    const bool isComplete = this->isComplete();
    const quint64 goal = m_session.source()->rowCount();
    if (goal == m_taken && (m_isFinished || !isComplete) && m_shown == m_frames) {
        return;
    }
    m_task.start([this, frames = m_frames, isComplete, goal](Task::State& state) -> Task::Done {
        Pass pass;
        pass.outcome = frames->update([&](std::uint64_t taken) {
            state.progress.store(static_cast<double>(taken) / static_cast<double>(goal + 1));
            return !state.cancelled.load();
        });
        if (pass.outcome && isComplete) {
            frames->finish();
            pass.isFinished = true;
        }
        pass.taken = frames->takenRows();
        return [this, frames, pass = std::move(pass)] { passEnded(frames, pass); };
    });
    if (m_shown != m_frames) {
        emit stateChanged();
    }
}

void LogSource::passEnded(const std::shared_ptr<pipecore::FramedRows>& frames, const Pass& pass)
{
    m_taken = pass.taken;
    m_isFinished = m_isFinished || pass.isFinished;
    if (!pass.outcome) {
        m_hasFailed = true;
        if (m_shown) {
            show(nullptr);
        }
        emit failed(pass.outcome.error());
        emit stateChanged();
    } else if (m_shown == frames) {
        emit grown();
    } else if (m_wantsFrames) {
        show(frames);
        emit stateChanged();
    }
}

void LogSource::show(std::shared_ptr<const pipecore::FramedRows> frames)
{
    // The views have released it when this returns.
    const auto old = std::exchange(m_shown, std::move(frames));
    m_types.setRows(rows(), m_shown);
    emit replaced(rowMap(*m_session.source(), old.get(), m_shown.get()));
}

} // namespace pipescope
