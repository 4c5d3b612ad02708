#include "parser.h"

#include <array>
#include <utility>

namespace pipecore::filter {

namespace {

/// How far one has to go for an answer.
int costOf(const Test& test)
{
    enum Cost { Index, Facts, Notes, Payload, Expression, Decoding };
    switch (test.field) {
    case Field::Conn:
    case Field::Dir:
    case Field::Kind:
    case Field::Len:
    case Field::Time:
    case Field::Delta:
    case Field::Malformed:
    case Field::Latency: return Index;
    case Field::Endpoint:
    case Field::Pid:
    case Field::Image:
    case Field::User: return test.regex ? Notes : Facts;
    case Field::Comment:
    case Field::Mark: return Notes;
    case Field::Decoded: return Decoding;
    case Field::Text:
    case Field::Data:
    default: break;
    }
    return test.regex ? Expression : Payload;
}

void noteNeeds(Program& program, const Test& test)
{
    switch (test.field) {
    case Field::Latency: program.needsLatency = true; break;
    case Field::Delta: program.needsDelta = true; break;
    case Field::Text:
    case Field::Data:
    case Field::Decoded: program.needsPayload = true; break;
    case Field::Comment:
    case Field::Mark: program.needsAnnotations = true; break;
    default: break;
    }
}

} // namespace

void finishProgram(Program& program)
{
    std::vector<int> costs;
    costs.reserve(program.nodes.size());
    for (Node& node : program.nodes) {
        if (node.type == Node::Type::Test) {
            const Test& test = program.tests[node.left];
            noteNeeds(program, test);
            costs.push_back(costOf(test));
            continue;
        }
        if (node.type == Node::Type::Not) {
            costs.push_back(costs[node.left]);
            continue;
        }
        if (costs[node.right] < costs[node.left]) {
            std::swap(node.left, node.right);
        }
        // The costlier side is not always evaluated.
        costs.push_back(costs[node.right]);
    }
}

} // namespace pipecore::filter
