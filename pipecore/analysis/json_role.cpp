#include "json_members.h"
#include "pipecore/analysis/message_role.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace pipecore {

namespace {

using Part = MessageRole::Part;

/// Longer ids are no ids.
constexpr std::size_t maxId = 512;
/// Items of a batch that are looked at.
constexpr int maxBatch = 1000;

/// The members that protocols have for who asks and who answers.
struct Known
{
    std::string_view command, continues, error, event, execute, id, method, oneway, parameters, qmp,
        requestId, requestSeq, result, returned, rpc, seq, type;
};

constexpr std::pair<std::string_view, std::string_view Known::*> names[] = {
    {"command", &Known::command},
    {"continues", &Known::continues},
    {"error", &Known::error},
    {"event", &Known::event},
    {"execute", &Known::execute},
    {"exec-oob", &Known::execute},
    {"id", &Known::id},
    {"method", &Known::method},
    {"oneway", &Known::oneway},
    {"parameters", &Known::parameters},
    {"QMP", &Known::qmp},
    {"request_id", &Known::requestId},
    {"request_seq", &Known::requestSeq},
    {"result", &Known::result},
    {"return", &Known::returned},
    {"jsonrpc", &Known::rpc},
    {"seq", &Known::seq},
    {"type", &Known::type},
};

bool isThere(std::string_view value)
{
    return !value.empty() && value != "null";
}

MessageRole request(std::string_view id, bool isCertain = true)
{
    return id.size() > maxId
               ? MessageRole{}
               : MessageRole{.part = Part::Request, .id = compactJson(id), .isCertain = isCertain};
}

MessageRole reply(std::string_view id, bool isCertain = true)
{
    return id.size() > maxId
               ? MessageRole{}
               : MessageRole{.part = Part::Reply, .id = compactJson(id), .isCertain = isCertain};
}

MessageRole event(bool isCertain)
{
    return {.part = Part::Event, .isCertain = isCertain};
}

/// Debug Adapter Protocol: "type", and the number of the message or of the request.
MessageRole dapRole(const Known& known)
{
    const std::string_view type = plainText(known.type);
    if (type == "request" && isThere(known.seq)) {
        return request(known.seq);
    }
    if (type == "response" && isThere(known.requestSeq)) {
        return reply(known.requestSeq);
    }
    return type == "event" && isThere(known.seq) ? event(true) : MessageRole{};
}

/// mpv: commands without a number have 0, and its replies are in order.
MessageRole mpvRole(const Known& known)
{
    if (known.command.starts_with('[') || known.command.starts_with('{')) {
        return isThere(known.requestId) ? request(known.requestId) : request("0", false);
    }
    return isThere(known.requestId) && isThere(known.error) ? reply(known.requestId)
                                                            : MessageRole{};
}

/// QEMU: "id" is any JSON; without it, replies are in order.
MessageRole qmpRole(const Known& known)
{
    if (isThere(known.qmp)) {
        return event(true);
    }
    if (!plainText(known.execute).empty()) {
        return request(known.id);
    }
    return known.returned.empty() ? MessageRole{} : reply(known.id, !known.id.empty());
}

/// JSON-RPC, and varlink, which has no ids.
MessageRole rpcRole(const Known& known)
{
    const bool hasId = isThere(known.id);
    if (!plainText(known.method).empty()) {
        if (hasId) {
            return request(known.id);
        }
        const bool isCall = known.rpc.empty() && known.id.empty() && known.oneway != "true";
        // The methods of varlink are those of an interface: "org.varlink.service.GetInfo".
        return isCall ? request({}, known.method.contains('.')) : event(!known.rpc.empty());
    }
    if (hasId && (!known.result.empty() || isThere(known.error))) {
        return reply(known.id);
    }
    const bool isVarlink = known.id.empty() && known.rpc.empty()
                           && (!known.parameters.empty() || isThere(known.error));
    if (!isVarlink) {
        return {};
    }
    return known.continues == "true" ? event(false) : reply({}, false);
}

MessageRole objectRole(JsonMembers members)
{
    Known known;
    while (const auto member = members.next()) {
        const auto* const name = std::ranges::find(
            names, member->key, &std::pair<std::string_view, std::string_view Known::*>::first);
        if (name != std::ranges::end(names)) {
            known.*(name->second) = member->value;
        }
    }
    if (!members.isWhole()) {
        return {};
    }
    for (const auto& roleOf : {dapRole, mpvRole, qmpRole, rpcRole}) {
        if (MessageRole role = roleOf(known); role.part != Part::Unknown) {
            return role;
        }
    }
    return isThere(known.event) ? event(false) : MessageRole{};
}

/// A batch is answered by a batch, in any order: the smallest id stands for all.
MessageRole batchRole(JsonMembers items)
{
    MessageRole smallest;
    for (int i = 0; i < maxBatch; ++i) {
        const auto item = items.next();
        if (!item) {
            break;
        }
        JsonMembers members(item->value);
        if (!members.isObject()) {
            return {};
        }
        MessageRole role = objectRole(members);
        const bool isSpoken = role.part == Part::Request || role.part == Part::Reply;
        if (isSpoken && (smallest.part == Part::Unknown || role.id < smallest.id)) {
            smallest = std::move(role);
        }
    }
    return smallest;
}

} // namespace

MessageRole jsonRole(std::string_view text)
{
    JsonMembers members(text);
    return members.isObject()  ? objectRole(members)
           : members.isArray() ? batchRole(members)
                               : MessageRole{};
}

} // namespace pipecore
