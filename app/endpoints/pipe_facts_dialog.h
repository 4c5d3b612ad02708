#pragma once

#include <QDialog>

#include "pipecore/model/ids.h"
#include "pipecore/model/pipe_facts.h"
#include "pipecore/model/presets.h"

#include <optional>
#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;

namespace pipescope {

/// Shows the current properties of one connection as the system reports them: each value, or why it
/// is unknown. Requests them by a signal, on construction and on F5. GUI thread only.
class PipeFactsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `place`: the pipe and the connection in words, for the title.
    PipeFactsDialog(pipecore::ConnectionId connection, QString place, QWidget* parent = nullptr,
                    pipecore::System system = pipecore::thisSystem);

    [[nodiscard]] pipecore::ConnectionId connection() const { return m_connection; }
    void setFacts(const pipecore::PipeFacts& facts);
    /// The request failed: the shown values are outdated.
    void setProblem(const pipecore::Error& error);

signals:
    void refreshRequested(pipecore::ConnectionId connection);

protected:
    void changeEvent(QEvent* event) override;

private:
    /// Line of the dialog: a name and a value.
    struct Line
    {
        QLabel* name;
        QLabel* value;
    };
    /// The values of one system call.
    struct Group
    {
        QLabel* title = nullptr;
        QLabel* reason = nullptr; ///< why values are missing
        std::vector<Line> lines;
    };

    Group makeGroup(QGridLayout* grid, const char* name, int lines);
    static void showValues(const Group& group, const std::vector<QString>& values);
    static void showReason(const Group& group, const pipecore::Error& error);
    void showAll();
    void showInfo(const pipecore::Result<pipecore::PipeInfo>& info);
    void showState(const pipecore::Result<pipecore::HandleState>& state);
    void showWaiting(const pipecore::Result<pipecore::Waiting>& waiting);
    void retranslate();

    pipecore::ConnectionId m_connection;
    QString m_place;
    bool m_isWindows;
    std::optional<pipecore::PipeFacts> m_facts;
    std::optional<pipecore::Error> m_error;
    Group m_info;
    Group m_state; ///< Windows only: AF_UNIX has no equivalent
    Group m_waiting;
    QLabel* m_problem;
    QPushButton* m_refresh;
    QPushButton* m_close;
};

} // namespace pipescope
