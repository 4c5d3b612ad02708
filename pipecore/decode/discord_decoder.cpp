// Discord's local RPC: an opcode, a length, JSON.
#include "decoders.h"
#include "field_reader.h"
#include "json_summary.h"
#include "pipecore/base/translatable.h"

namespace pipecore {

namespace discord {

namespace {

constexpr std::size_t headSize = 8;

std::string_view opcodeName(std::uint32_t opcode)
{
    constexpr std::string_view names[] = {"HANDSHAKE", "FRAME", "CLOSE", "PING", "PONG"};
    return opcode < std::size(names) ? names[opcode] : std::string_view();
}

} // namespace

} // namespace discord

bool isDiscord(ByteView bytes)
{
    return bytes.size() >= discord::headSize
           && !discord::opcodeName(load<std::uint32_t>(bytes.data(), ByteOrder::Little)).empty()
           && load<std::uint32_t>(&bytes[4], ByteOrder::Little) <= bytes.size() - discord::headSize
           && (bytes.size() == discord::headSize || bytes[discord::headSize] == std::byte{'{'});
}

bool readDiscord(const Slice& slice, TreeBuilder& tree)
{
    FieldReader reader(slice, tree, ByteOrder::Little);
    for (std::size_t index = 0; reader.hasMore() || (index == 0 && reader.has(1)); ++index) {
        reader.open(itemName(index), "frame");
        const auto opcode = reader.number<std::uint32_t>("opcode");
        if (reader.isGood() && discord::opcodeName(opcode).empty()) {
            reader.fail(0, PIPECORE_TR("Decode", "unknown opcode %1"), {std::to_string(opcode)});
        }
        const auto length = reader.number<std::uint32_t>("length");
        std::string summary(discord::opcodeName(opcode));
        if (length > 0) {
            reader.nested("data", "JSON", length, readJson);
            if (reader.isGood() && opcode == 1) {
                const JsonSummary role = summarizeJson(tree.top().children.back());
                summary = role.dialect == JsonDialect::Discord ? role.text() : summary;
            }
        }
        reader.summarize(summary);
        reader.close();
    }
    return reader.isGood();
}

} // namespace pipecore
