#include "output/identity_lines.h"

#include "output/clock_text.h"

#include "pipecore/base/clean_text.h"
#include "pipecore/base/time_text.h"
#include "pipecore/model/row_json.h"

#include <fmt/format.h>

namespace pipescope::cli {

std::string indentedFacts(const std::vector<pipecore::IdentityFact>& facts)
{
    constexpr std::string_view indent = "\n                        ";
    std::string text;
    for (const pipecore::IdentityFact& fact : facts) {
        text += indent;
        text += fact.label;
        text += ": ";
        // A command line is written by the program itself.
        text += pipecore::onOneLine(fact.value
                                        ? pipecore::textOf(*fact.value)
                                        : "not known: " + pipecore::describe(fact.value.error()));
    }
    return text;
}

std::string identityTextLine(pipecore::ConnectionId connection, std::int64_t wallNs,
                             const pipecore::ProcessIdentity& identity)
{
    return fmt::format("{}  {:<5} identity:{}\n", localClock(wallNs),
                       fmt::format("#{}", connection.value),
                       indentedFacts(pipecore::factsOf(identity)));
}

std::string identityJsonLine(pipecore::ConnectionId connection, std::int64_t wallNs,
                             const pipecore::ProcessIdentity& identity)
{
    pipecore::JsonWriter json;
    json.text("time", pipecore::isoUtcText(wallNs))
        .text("event", "identity")
        .number("connection", connection.value);
    putIdentity(json, "identity", identity);
    return json.take() + '\n';
}

} // namespace pipescope::cli
