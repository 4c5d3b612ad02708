#pragma once

#include "frames/frame_rules.h"
#include "tasks/task.h"

#include "pipecore/analysis/framed_rows.h"
#include "pipecore/analysis/row_types.h"

#include <QObject>
#include <QSet>
#include <QString>
#include <QStringList>

#include <map>
#include <memory>
#include <string>

namespace pipescope {

/// Gives the rows of the log the user's types of Protocol Buffers (RecordSource::setRowTypes()), by what
/// FrameRules say of their pipes. Files are read, and rows taken in, on other threads. GUI thread only.
class LogTypes : public QObject
{
    Q_OBJECT

public:
    /// `rules` is not owned. Begins to read the files.
    explicit LogTypes(FrameRules& rules, QObject* parent = nullptr);
    /// Waits until no thread uses the rows.
    ~LogTypes() override;

    /// Sets the rows that get types, not owned; null for none. `frames`: the rows themselves, if they are
    /// frames. When this returns, the rows before are not used any more.
    void setRows(const pipecore::RecordSource* rows,
                 std::shared_ptr<const pipecore::FramedRows> frames);
    /// Reads the files again.
    void load();
    /// Takes in new rows. Cheap; to be called on each poll of the session.
    void update();

signals:
    /// The rows have other types, or none any more.
    void replaced();
    /// More rows have their types.
    void grown();
    /// A file cannot be read, or has not the type; `problem` has the place. Emitted once for each mistake.
    void failed(const QString& pipe, const QString& problem);

private:
    /// By the pipe's name.
    using ByPipe = std::map<std::string, pipecore::RowTypes::MessageTypes, std::less<>>;
    struct Problem
    {
        QString pipe;
        QString text;
    };
    struct Loaded
    {
        ByPipe byPipe;
        QList<Problem> problems;
    };

    [[nodiscard]] static Loaded loadAll(const FrameRules::TypesByPipe& choices);
    void rulesChanged();
    void taken(const Loaded& loaded);
    void give();

    FrameRules& m_rules;
    FrameRules::TypesByPipe m_choices; ///< that m_byPipe is of, or will be
    pipecore::Askers m_askers;
    std::shared_ptr<const ByPipe> m_byPipe; ///< null: no types
    QSet<QString> m_said;                   ///< mistakes
    const pipecore::RecordSource* m_rows = nullptr;
    std::shared_ptr<const pipecore::FramedRows> m_frames;
    std::shared_ptr<const pipecore::RowTypes> m_given; ///< types of m_rows; null: none
    quint64 m_taken = 0;                               ///< rows that m_given knows
    Task m_loading{"types of messages"};
    Task m_updating{"types of rows"}; ///< destroyed first: it uses the rows
};

} // namespace pipescope
