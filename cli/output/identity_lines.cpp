#include "output/identity_lines.h"

#include "output/clock_text.h"

#include "pipecore/base/clean_text.h"
#include "pipecore/base/time_text.h"
#include "pipecore/model/row_json.h"

#include <algorithm>

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
    constexpr std::size_t connectionWidth = 5;
    std::string number = '#' + std::to_string(connection.value);
    number.resize(std::max(number.size(), connectionWidth), ' ');
    return localClock(wallNs) + "  " + number
           + " identity:" + indentedFacts(pipecore::factsOf(identity)) + '\n';
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
