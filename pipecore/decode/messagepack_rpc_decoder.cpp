// MessagePack-RPC (Neovim): arrays of a type, an id, and what it is about.
#include "decoders.h"
#include "pipecore/base/translatable.h"

#include <span>

namespace pipecore {

namespace msgpackrpc {

namespace {

struct Form
{
    std::string_view type;
    std::span<const std::string_view> names; ///< of its elements
};

constexpr std::string_view requestNames[] = {"type", "msgid", "method", "params"};
constexpr std::string_view responseNames[] = {"type", "msgid", "error", "result"};
constexpr std::string_view notificationNames[] = {"type", "method", "params"};

/// The form that an array has; without names when it has none.
Form formOf(const Field& value)
{
    const auto& elements = value.children;
    if (value.kind != FieldKind::List || elements.size() < 3
        || elements[0].kind != FieldKind::Number) {
        return {};
    }
    const std::string& type = elements[0].value;
    const bool hasId = elements.size() == 4 && elements[1].kind == FieldKind::Number;
    if (type == "0" && hasId && elements[2].kind == FieldKind::Text
        && elements[3].kind == FieldKind::List) {
        return {"request", requestNames};
    }
    if (type == "1" && hasId) {
        return {"response", responseNames};
    }
    if (type == "2" && elements.size() == 3 && elements[1].kind == FieldKind::Text
        && elements[2].kind == FieldKind::List) {
        return {"notification", notificationNames};
    }
    return {};
}

std::string summaryOf(const Form& form, const Field& value)
{
    const auto& elements = value.children;
    if (form.names.size() == 3) {
        return "notification " + elements[1].value;
    }
    const std::string id = ", id " + elements[1].value;
    if (form.type == "request") {
        return "request " + elements[2].value + id;
    }
    return (elements[2].value == "nil" ? "response" : "error") + id;
}

} // namespace

} // namespace msgpackrpc

bool isMessagePackRpc(const Field& value)
{
    return !msgpackrpc::formOf(value).names.empty();
}

bool readMessagePackRpc(const Slice& slice, TreeBuilder& tree)
{
    const std::size_t first = tree.top().children.size();
    const std::size_t depth = tree.depth();
    const bool good = readMessagePack(slice, tree);
    if (tree.depth() != depth) {
        return good; // a value is not complete
    }
    auto& values = tree.top().children;
    for (std::size_t at = first; at < values.size(); ++at) {
        Field& value = values[at];
        const msgpackrpc::Form form = msgpackrpc::formOf(value);
        if (form.names.empty()) {
            if (good && value.kind != FieldKind::Error && value.kind != FieldKind::Notice) {
                return tree.fail(value.offset, value.length,
                                 PIPECORE_TR("Decode", "expected a MessagePack-RPC message"));
            }
            continue;
        }
        value.value = shortened(msgpackrpc::summaryOf(form, value), tree.limits().valueBytes);
        for (std::size_t index = 0; index < form.names.size(); ++index) {
            value.children[index].name = form.names[index];
        }
    }
    return good;
}

} // namespace pipecore
