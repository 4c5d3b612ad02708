// So many frames by one rule, then all others by another; and the framer of each rule.
#include "framer.h"

#include <algorithm>

namespace pipecore {

namespace {

class PhaseFramer final : public Framer
{
public:
    PhaseFramer(const FramingRule& rule, const std::shared_ptr<FramingContext>& context)
        : m_first(makeFramer(rule.rules.at(0), context))
        , m_second(makeFramer(rule.rules.at(1), context))
        , m_current(m_first.get())
        , m_secondLeaf(static_cast<std::uint32_t>(rule.rules.at(0).leaves().size()))
        , m_left(std::max(rule.count, 1U))
    {}

    Step next(ByteView bytes) override
    {
        if (m_left == 0) {
            m_current = m_second.get();
            return m_current->next(bytes);
        }
        const Step step = m_first->next(bytes);
        if (step.ends && !step.isNone) {
            --m_left;
        }
        return step;
    }
    [[nodiscard]] bool takesMessages() const override { return upcoming().takesMessages(); }
    [[nodiscard]] bool isGap() const override { return m_current->isGap(); }
    [[nodiscard]] std::size_t slack() const override { return upcoming().slack(); }
    [[nodiscard]] ByteView carried() const override { return m_current->carried(); }
    [[nodiscard]] std::uint32_t leaf() const override
    {
        return m_left > 0 ? m_first->leaf() : m_secondLeaf + m_second->leaf();
    }
    [[nodiscard]] bool isBodyless() const override { return m_current->isBodyless(); }
    [[nodiscard]] bool hasProblem() const override { return m_current->hasProblem(); }
    [[nodiscard]] std::optional<Phrase> takeProblem() override { return m_current->takeProblem(); }

private:
    /// The framer of the next frame.
    [[nodiscard]] const Framer& upcoming() const { return m_left > 0 ? *m_first : *m_second; }

    std::unique_ptr<Framer> m_first;
    std::unique_ptr<Framer> m_second;
    Framer* m_current; ///< of the frame that has begun or just ended
    std::uint32_t m_secondLeaf;
    std::uint32_t m_left; ///< frames of the first rule to come
};

} // namespace

std::unique_ptr<Framer> makePhaseFramer(const FramingRule& rule,
                                        const std::shared_ptr<FramingContext>& context)
{
    return std::make_unique<PhaseFramer>(rule, context);
}

std::unique_ptr<Framer> makeFramer(const FramingRule& rule,
                                   const std::shared_ptr<FramingContext>& context)
{
    switch (rule.kind) {
    case FramingKind::None:
    case FramingKind::Message:
    case FramingKind::Line:
    case FramingKind::Delimiter:
    case FramingKind::Fixed: return makeDelimiterFramer(rule);
    case FramingKind::Length: return makeLengthFramer(rule);
    case FramingKind::Headers: return makeHeadersFramer(rule);
    case FramingKind::Http1: return makeHttp1Framer(rule, context);
    case FramingKind::Http2: return makeHttp2Framer(rule);
    case FramingKind::Json: return makeJsonFramer(rule);
    case FramingKind::MessagePack: return makeMessagePackFramer(rule);
    case FramingKind::Resp: return makeRespFramer(rule);
    case FramingKind::Dbus: return makeDbusFramer(rule);
    case FramingKind::Phases: return makePhaseFramer(rule, context);
    }
    return nullptr;
}

} // namespace pipecore
