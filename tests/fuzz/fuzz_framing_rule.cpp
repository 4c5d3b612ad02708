// Any text is a framing rule or an error with a column; a rule's own text is read as the same rule.
#include "fuzz.h"
#include "pipecore/framing/reassembler.h"
#include "pipecore/framing/rule.h"

using namespace pipecore;

static int fuzzFramingRule(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto rule = FramingRule::parse(text);
    if (!rule) {
        require(!rule.error().phrase.pattern.empty(), "a mistake is explained");
        return 0;
    }
    const auto again = FramingRule::parse(rule->text());
    require(again && *again == *rule && again->text() == rule->text(), "its own text is the rule");
    Reassembler reassembler(*rule, [](Frame&& frame) { require(frame.complete, "complete"); });
    reassembler.add(0, asBytes(text));
    return 0;
}

PIPESCOPE_FUZZ_TARGET(framing_rule, fuzzFramingRule)
