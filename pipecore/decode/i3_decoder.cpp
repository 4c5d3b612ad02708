// The IPC of i3 and sway: a mark, a length, a type, and JSON or a command, in the machine's byte order.
#include "decoders.h"
#include "field_reader.h"
#include "pipecore/base/translatable.h"

namespace pipecore {

namespace i3ipc {

namespace {

constexpr std::string_view mark = "i3-ipc";
constexpr std::size_t headSize = 14;
constexpr std::uint32_t eventBit = 0x80000000;

std::string_view typeName(std::uint32_t type)
{
    constexpr std::string_view requests[] = {
        "RUN_COMMAND", "GET_WORKSPACES", "SUBSCRIBE",        "GET_OUTPUTS",       "GET_TREE",
        "GET_MARKS",   "GET_BAR_CONFIG", "GET_VERSION",      "GET_BINDING_MODES", "GET_CONFIG",
        "SEND_TICK",   "SYNC",           "GET_BINDING_STATE"};
    constexpr std::string_view events[] = {
        "workspace event",        "output event",  "mode event",     "window event",
        "barconfig_update event", "binding event", "shutdown event", "tick event"};
    if (type < std::size(requests)) {
        return requests[type];
    }
    const std::uint32_t event = type - eventBit;
    if (type >= eventBit && event < std::size(events)) {
        return events[event];
    }
    switch (type) {
    case 100: return "GET_INPUTS";
    case 101: return "GET_SEATS";
    case eventBit + 0x14: return "bar_state_update event";
    case eventBit + 0x15: return "input event";
    default: return type >= eventBit ? "event" : "";
    }
}

/// Commands and ticks are text, all others JSON.
bool isJsonBody(ByteView body)
{
    return !body.empty() && (body[0] == std::byte{'{'} || body[0] == std::byte{'['});
}

} // namespace

} // namespace i3ipc

bool isI3(ByteView bytes)
{
    return bytes.size() >= i3ipc::headSize && asText(bytes).starts_with(i3ipc::mark);
}

bool readI3(const Slice& slice, TreeBuilder& tree)
{
    FieldReader reader(slice, tree,
                       std::endian::native == std::endian::little ? ByteOrder::Little
                                                                  : ByteOrder::Big);
    for (std::size_t index = 0; reader.hasMore() || (index == 0 && reader.has(1)); ++index) {
        reader.open(itemName(index), "message");
        const std::string_view rest = asText(reader.rest());
        if (!rest.starts_with(i3ipc::mark.substr(0, std::min(rest.size(), i3ipc::mark.size())))) {
            reader.fail(i3ipc::mark.size(), PIPECORE_TR("Decode", "expected \"%1\""),
                        {std::string(i3ipc::mark)});
        }
        reader.text("magic", i3ipc::mark.size(), "mark");
        const auto length = reader.number<std::uint32_t>("length");
        const auto type = reader.named<std::uint32_t>("type", i3ipc::typeName);
        reader.summarize(i3ipc::typeName(type));
        if (i3ipc::isJsonBody(reader.rest())) {
            reader.nested("payload", "JSON", length, readJson);
        } else {
            reader.textOrBytes("payload", length);
        }
        reader.close();
    }
    return reader.isGood();
}

} // namespace pipecore
