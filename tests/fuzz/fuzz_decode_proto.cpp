// Protocol Buffers by types, and gRPC whose calls are followed. The first bytes choose type, limits and direction, the
// rest is a message, or frames of HTTP/2 that are decoded after the connection has seen them.
#include "fuzz.h"
#include "invariants.h"

#include "pipecore/decode/connection_types.h"

#include <array>

using namespace pipecore;

namespace {

/// A field of each kind, 1 to 18, and 21 to 38 repeated; 40 a map, 41 an Any; group and message are the type itself.
std::shared_ptr<const ProtoTypes> everyKind()
{
    ProtoTypes::Parts parts;
    ProtoEnum& words = parts.enums.emplace_back();
    words.words = {{0, "ZERO"}, {1, "ONE"}, {-1, "MINUS"}};
    ProtoMessage& any = parts.messages.emplace_back();
    any = {.name = "google.protobuf.Any",
           .fields = {{.name = "type_url", .number = 1, .kind = ProtoKind::String},
                      {.name = "value", .number = 2, .kind = ProtoKind::Blob}}};
    ProtoMessage& moment = parts.messages.emplace_back();
    moment = {.name = "google.protobuf.Timestamp",
              .fields = {{.name = "seconds", .number = 1, .kind = ProtoKind::Int64},
                         {.name = "nanos", .number = 2, .kind = ProtoKind::Int32}}};
    ProtoMessage& span = parts.messages.emplace_back();
    span = {.name = "google.protobuf.Duration", .fields = moment.fields};
    ProtoMessage& all = parts.messages.emplace_back();
    all.name = "All";
    ProtoMessage& entry = parts.messages.emplace_back();
    entry = {
        .name = "All.Entry",
        .fields = {{.name = "key", .number = 1, .kind = ProtoKind::String},
                   {.name = "value", .number = 2, .kind = ProtoKind::Message, .message = &all}}};
    constexpr unsigned kinds = 18;
    for (unsigned kind = 0; kind < kinds; ++kind) {
        for (const bool isRepeated : {false, true}) {
            const unsigned number = kind + (isRepeated ? 21 : 1);
            all.fields.push_back({.name = "f" + std::to_string(number),
                                  .number = number,
                                  .kind = static_cast<ProtoKind>(kind),
                                  .isRepeated = isRepeated,
                                  .isUtf8 = isRepeated,
                                  .message = &all,
                                  .enumeration = &words});
        }
    }
    all.fields.push_back({.name = "map",
                          .number = 40,
                          .kind = ProtoKind::Message,
                          .isRepeated = true,
                          .isMap = true,
                          .message = &entry});
    unsigned number = 41;
    for (const ProtoMessage* const type : {&any, &moment, &span}) {
        all.fields.push_back({.name = "known" + std::to_string(number),
                              .number = number,
                              .kind = ProtoKind::Message,
                              .message = type});
        ++number;
    }
    parts.methods = {{.path = "/a/b", .request = &all, .reply = &all}};
    return std::make_shared<const ProtoTypes>(std::move(parts));
}

void judge(ByteView payload, const TypedMessage& typed, const DecodeLimits& limits)
{
    const Decoded decoded = decode(payload, typed.decoder, limits, typed.context);
    const std::string broken = brokenInvariant(decoded, payload.size(), limits);
    require(broken.empty(), broken);
}

} // namespace

static int fuzzDecodeProto(const std::uint8_t* data, std::size_t size)
{
    static const auto types = everyKind();
    static const std::array choices = {types->message("All"), types->message("All.Entry"),
                                       types->message("google.protobuf.Any")};
    Case input(data, size);
    const ProtoMessage* const type = choices[input.choose(choices.size())];
    const Sender sender = input.choose(2) == 0 ? Sender::Client : Sender::Server;
    DecodeLimits limits;
    switch (input.choose(4)) {
    case 0: break;
    case 1: limits.bytes = 64; break;
    case 2: limits.fields = 10; break;
    default: limits.depth = 4; limits.valueBytes = 5;
    }
    const std::size_t part = input.choose(256);
    const ByteView payload = input.rest();
    const ByteView begin = payload.first(payload.size() * part / 256);
    ConnectionTypes connection(types, {.client = type, .server = type});
    // In two pieces, and as a whole again: whatever the streams say then.
    connection.add(begin, Sender::Client, false);
    const bool isInside = connection.add(payload.subspan(begin.size()), sender, false);
    for (const ByteView bytes : {payload, begin}) {
        if (const auto typed = connection.typed(sender, isInside)) {
            judge(bytes, *typed, limits);
        }
        judge(bytes,
              {.decoder = DecoderId::Protobuf,
               .context = {.sender = sender, .types = types.get(), .message = type}},
              limits);
    }
    return 0;
}

PIPESCOPE_FUZZ_TARGET(decode_proto, fuzzDecodeProto)
