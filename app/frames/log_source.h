#pragma once

#include "frames/frame_rules.h"
#include "frames/log_types.h"
#include "rows/frame_places.h"
#include "tasks/task.h"

#include "pipecore/analysis/framed_rows.h"
#include "pipecore/session/session.h"

#include <QObject>

#include <memory>
#include <optional>
#include <set>
#include <string>

namespace pipescope {

class SessionController;

/// The rows that the log shows: those of the session, or frames in place of the reads of the byte pipes
/// that have a framing rule. Frames are put together on another thread, and shown once all rows are taken
/// in; from then on they follow the session. Which rows answer which (pairingOf()) is by what the rules say of
/// the side that asks. GUI thread only.
class LogSource : public QObject
{
    Q_OBJECT

public:
    /// Neither is owned.
    LogSource(SessionController& session, FrameRules& rules, QObject* parent = nullptr);
    /// Waits until no thread reads the session.
    ~LogSource() override;

    /// The shown rows; null without a session.
    [[nodiscard]] const pipecore::RecordSource* rows() const;
    /// The shown rows if they are frames, else null. They refer to the session, which must be there as
    /// long as somebody reads them.
    [[nodiscard]] const std::shared_ptr<const pipecore::FramedRows>& frames() const
    {
        return m_shown;
    }

    /// True if a byte pipe of the session has a rule.
    [[nodiscard]] bool hasRule() const { return m_hasRule; }
    /// The user's choice, saved in the settings: frames (true) or the reads as they are.
    [[nodiscard]] bool wantsFrames() const { return m_wantsFrames; }
    void setWantsFrames(bool wants);
    /// Gives the shown rows their types of messages.
    [[nodiscard]] LogTypes& types() { return m_types; }
    /// Progress of frames that will be shown, 0 to 1; empty when none are being put together.
    [[nodiscard]] std::optional<double> preparing() const;

    /// Takes in which pipes there are. `facts` may hold the changes only.
    void takeFacts(const pipecore::SessionFacts::Snapshot& facts);
    /// Puts frames of new rows together. Cheap; to be called on each poll of the session.
    void update();

signals:
    /// rows() has changed, or which of them answer which: views release the rows of before during this signal.
    /// `toNew` gives the new row for one of before; it is empty when another session is shown.
    void replaced(const pipescope::RowMap& toNew);
    /// hasRule(), wantsFrames(), preparing() or frames() has changed.
    void stateChanged();
    /// The shown frames have more rows.
    void grown();
    /// The frames could not be put together; the reads are shown.
    void failed(const pipecore::Error& error);

private:
    struct Pass
    {
        pipecore::Result<void> outcome;
        quint64 taken = 0;
        bool isFinished = false;
    };

    void sessionReplaced();
    void rulesChanged();
    void askersChanged();
    void chooseRows();
    void passEnded(const std::shared_ptr<pipecore::FramedRows>& frames, const Pass& pass);
    void show(std::shared_ptr<const pipecore::FramedRows> frames);
    [[nodiscard]] bool isComplete() const;

    SessionController& m_session;
    FrameRules& m_rules;
    std::set<std::string, std::less<>> m_pipes; ///< byte pipes of the session
    bool m_hasRule = false;
    bool m_wantsFrames = true;

    std::shared_ptr<pipecore::FramedRows> m_frames; ///< by m_framedBy; null without
    FrameRules::ByPipe m_framedBy;
    std::shared_ptr<const pipecore::FramedRows> m_shown;
    quint64 m_taken = 0; ///< rows of the session in m_frames
    bool m_isFinished = false;
    bool m_hasFailed = false;
    LogTypes m_types;
    Task m_task{"frames of the log"}; ///< destroyed first: it uses the rows
};

} // namespace pipescope
