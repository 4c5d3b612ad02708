#include "frames/log_types.h"

#include "session/paths.h"
#include "widgets/formatting.h"

#include <utility>

namespace pipescope {

LogTypes::LogTypes(FrameRules& rules, QObject* parent) : QObject(parent), m_rules(rules)
{
    connect(&m_rules, &FrameRules::changed, this, &LogTypes::rulesChanged);
    load();
}

LogTypes::~LogTypes() = default;

void LogTypes::setRows(const pipecore::RecordSource* rows,
                       std::shared_ptr<const pipecore::FramedRows> frames)
{
    m_updating.stop();
    m_rows = rows;
    m_frames = std::move(frames);
    give();
}

void LogTypes::rulesChanged()
{
    if (m_rules.types() != m_choices) {
        load();
    } else if (m_rules.askers() != m_askers && m_byPipe) {
        give();
        emit replaced();
    }
}

void LogTypes::load()
{
    m_choices = m_rules.types();
    if (m_choices.empty()) {
        m_loading.forget();
        taken({});
        return;
    }
    m_loading.start([this, choices = m_choices](Task::State&) -> Task::Done {
        return [this, loaded = loadAll(choices)] { taken(loaded); };
    });
}

/// Reads each file once. Any thread.
LogTypes::Loaded LogTypes::loadAll(const FrameRules::TypesByPipe& choices)
{
    Loaded all;
    std::map<QString, std::shared_ptr<const pipecore::ProtoTypes>> files;
    for (const auto& [name, choice] : choices) {
        const QString pipe = fromCore(name);
        const auto [file, isNew] = files.try_emplace(choice.file);
        if (isNew) {
            if (auto loaded = pipecore::loadProtoTypes({.files = {toPath(choice.file)}})) {
                file->second = std::move(*loaded);
            } else {
                all.problems.append(
                    {.pipe = pipe, .text = fromCore(loaded.error().front().text())});
            }
        }
        if (!file->second) {
            continue;
        }
        const auto find = [&, &types = *file->second](const QString& type) {
            const auto* const message = types.message(type.toStdString());
            if (message == nullptr && !type.isEmpty()) {
                all.problems.append(
                    {.pipe = pipe,
                     .text = tr("%1 has no single message type %2").arg(choice.file, type)});
            }
            return message;
        };
        all.byPipe.emplace(name, pipecore::RowTypes::MessageTypes{.request = find(choice.request),
                                                                  .reply = find(choice.reply),
                                                                  .types = file->second});
    }
    return all;
}

void LogTypes::taken(const Loaded& loaded)
{
    const bool hadTypes = m_byPipe != nullptr;
    m_byPipe = loaded.byPipe.empty() ? nullptr : std::make_shared<const ByPipe>(loaded.byPipe);
    if (m_byPipe || hadTypes) {
        give();
        emit replaced();
    }
    QSet<QString> mistakes;
    for (const Problem& problem : loaded.problems) {
        mistakes.insert(problem.text);
        if (!m_said.contains(problem.text)) {
            emit failed(problem.pipe, problem.text);
        }
    }
    m_said = mistakes; // one that comes back is said again
}

/// Gives the rows the types that are known now.
void LogTypes::give()
{
    m_updating.forget();
    m_askers = m_rules.askers();
    m_taken = 0;
    m_given.reset();
    if (m_rows == nullptr) {
        return;
    }
    if (m_byPipe) {
        m_given = std::make_shared<const pipecore::RowTypes>(
            *m_rows, nullptr,
            [byPipe = m_byPipe](const pipecore::EndpointFacts& endpoint) {
                const auto found = byPipe->find(endpoint.name);
                return found != byPipe->end() ? found->second : pipecore::RowTypes::MessageTypes();
            },
            m_askers);
    }
    m_rows->setRowTypes(m_given);
    update();
}

void LogTypes::update()
{
    if (!m_given || m_updating.isRunning() || m_rows->rowCount() == m_taken) {
        return;
    }
    // The frames are kept: they may be replaced meanwhile.
    m_updating.start([this, types = m_given, frames = m_frames,
                      goal = m_rows->rowCount()](Task::State& state) -> Task::Done {
        const bool isDone = types->update([&state] { return !state.cancelled.load(); }, goal);
        return [this, isDone, goal] {
            if (isDone) {
                m_taken = goal;
                emit grown();
            }
        };
    });
}

} // namespace pipescope
