#include "frames/frame_rules.h"

#include "detail/endpoint_choices.h"
#include "widgets/formatting.h"

#include <set>
#include <utility>

namespace pipescope {

FrameRules::FrameRules(QObject* parent) : QObject(parent), m_saved(saved()) {}

FrameRules::Saved FrameRules::saved()
{
    Saved all;
    for (const QString& pipe : EndpointChoice::savedEndpoints()) {
        auto choice = EndpointChoice::load(pipe);
        if (choice.framing.kind != pipecore::FramingKind::None) {
            all.rules.emplace(pipe.toStdString(), std::move(choice.framing));
        }
        if (choice.asker != pipecore::Asker::Client) {
            all.askers.byPipe.emplace(pipe.toStdString(), choice.asker);
        }
        if (!choice.types.isEmpty()) {
            all.types.emplace(pipe.toStdString(), std::move(choice.types));
        }
    }
    return all;
}

QList<FrameRules::Entry> FrameRules::entries() const
{
    std::set<std::string, std::less<>> pipes;
    for (const auto& [pipe, rule] : m_saved.rules) {
        pipes.insert(pipe);
    }
    for (const auto& [pipe, asker] : m_saved.askers.byPipe) {
        pipes.insert(pipe);
    }
    for (const auto& [pipe, types] : m_saved.types) {
        pipes.insert(pipe);
    }
    QList<Entry> entries;
    for (const std::string& pipe : pipes) {
        const QString name = fromCore(pipe);
        entries.append({.pipe = name,
                        .rule = of(name).value_or(pipecore::FramingRule()),
                        .asker = askerOf(name),
                        .types = typesOf(name)});
    }
    return entries;
}

std::optional<pipecore::FramingRule> FrameRules::of(const QString& pipe) const
{
    const auto found = m_saved.rules.find(pipe.toStdString());
    return found != m_saved.rules.end() ? std::optional(found->second) : std::nullopt;
}

pipecore::Asker FrameRules::askerOf(const QString& pipe) const
{
    const auto found = m_saved.askers.byPipe.find(pipe.toStdString());
    return found != m_saved.askers.byPipe.end() ? found->second : m_saved.askers.usually;
}

TypesChoice FrameRules::typesOf(const QString& pipe) const
{
    const auto found = m_saved.types.find(pipe.toStdString());
    return found != m_saved.types.end() ? found->second : TypesChoice();
}

void FrameRules::set(const QString& pipe, const pipecore::FramingRule& rule, pipecore::Asker asker,
                     const TypesChoice& types)
{
    EndpointChoice choice = EndpointChoice::load(pipe);
    choice.framing = rule;
    choice.asker = asker;
    choice.types = types;
    choice.save(pipe);
    reload();
}

void FrameRules::reload()
{
    Saved now = saved();
    if (now != m_saved) {
        m_saved = std::move(now);
        emit changed();
    }
}

} // namespace pipescope
