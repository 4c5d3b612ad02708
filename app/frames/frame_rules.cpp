#include "frames/frame_rules.h"

#include "detail/endpoint_choices.h"
#include "widgets/formatting.h"

#include <utility>

namespace pipescope {

namespace {

FrameRules::ByPipe savedRules()
{
    FrameRules::ByPipe rules;
    for (const QString& pipe : EndpointChoice::savedEndpoints()) {
        auto rule = EndpointChoice::load(pipe).framing;
        if (rule.kind != pipecore::FramingKind::None) {
            rules.emplace(pipe.toStdString(), std::move(rule));
        }
    }
    return rules;
}

} // namespace

FrameRules::FrameRules(QObject* parent) : QObject(parent), m_rules(savedRules()) {}

QList<FrameRules::Entry> FrameRules::entries() const
{
    QList<Entry> entries;
    for (const auto& [pipe, rule] : m_rules) {
        entries.append({.pipe = fromCore(pipe), .rule = rule});
    }
    return entries;
}

std::optional<pipecore::FramingRule> FrameRules::of(const QString& pipe) const
{
    const auto found = m_rules.find(pipe.toStdString());
    return found != m_rules.end() ? std::optional(found->second) : std::nullopt;
}

void FrameRules::set(const QString& pipe, const pipecore::FramingRule& rule)
{
    EndpointChoice choice = EndpointChoice::load(pipe);
    choice.framing = rule;
    choice.save(pipe);
    reload();
}

void FrameRules::reload()
{
    ByPipe saved = savedRules();
    if (saved != m_rules) {
        m_rules = std::move(saved);
        emit changed();
    }
}

} // namespace pipescope
