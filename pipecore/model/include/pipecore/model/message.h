#pragma once

#include "pipecore/base/translatable.h"
#include "pipecore/model/ids.h"
#include "pipecore/model/row_field.h"

#include <cstdint>
#include <string_view>

namespace pipecore {

enum class Direction : std::uint8_t { Received, Sent };

/// Origin of a message.
enum class OriginKind : std::uint8_t {
    Unstated,  ///< the file does not say
    Peer,      ///< the other end sent it
    User,      ///< sent by hand
    Echo,      ///< the answer of an echoing server
    Rule,      ///< an answering rule
    Relay,     ///< from the other side of a relay
    Intercept, ///< edited while it was held
    Fault,     ///< a fault made on purpose
    Fuzz,
    Replay,
    Load,
    Script,
    Control, ///< the control interface
    Unknown, ///< a later version's; Origin::word is its name
};
struct Origin
{
    OriginKind kind = OriginKind::Unstated;
    std::uint32_t number = 0;   ///< of the rule, the step, ...; 0: none
    const char* word = nullptr; ///< of OriginKind::Unknown, in static storage

    friend bool operator==(const Origin&, const Origin&) = default;
};
constexpr Origin byUser{.kind = OriginKind::User};

/// A message, or in byte mode one read or one completed write. Its bytes are beside it, with the event
/// or the record.
struct Message
{
    Direction direction = Direction::Received;
    /// True when this is not the end of the message: it reached ConnectionOptions::messageLimit and its
    /// next part follows, or the peer left in the middle of it.
    bool continues = false;
    /// It was held on arrival; a HeldSettled row says what became of it.
    bool held = false;
    std::uint64_t length = 0; ///< bytes, dropped ones included
    /// Bytes that were not kept because the consumer was behind (Backpressure::DropPayload).
    std::uint64_t droppedBytes = 0;
    Origin origin{};
    /// Row of the message that this one came from: the other side of a relay, the original of an edited
    /// one. From 1, as Event::row; 0: none, or not there any more.
    std::uint64_t partner = 0;
    /// How long a relay kept it, from the end of its reading until it began to pass it on, in
    /// nanoseconds. 0: no relay, or less than is worth a word.
    std::uint64_t addedNs = 0;
    OperationId operation{}; ///< the send this completes; zero when received or echoed. Not kept

    static constexpr RowWords words{
        .word = "message", .title = PIPECORE_TR("RowTitle", "Message"), .sentence = {}};
    static void fields(auto& self, auto&& visit)
    {
        visit(RowField{.key = "direction"}, self.direction);
        visit(RowField{.key = "length", .unit = FieldUnit::ByteCount}, self.length);
        visit(RowField{.key = "continues", .isOptional = true}, self.continues);
        visit(RowField{.key = "dropped",
                       .label = PIPECORE_TR("RowField", "Not kept"),
                       .unit = FieldUnit::ByteCount,
                       .isOptional = true,
                       .isFiltered = true},
              self.droppedBytes);
        visit(RowField{.key = "held",
                       .label = PIPECORE_TR("RowField", "Held"),
                       .isOptional = true,
                       .isFiltered = true},
              self.held);
        visit(RowField{.key = "origin",
                       .label = PIPECORE_TR("RowField", "Origin"),
                       .isOptional = true,
                       .isFiltered = true},
              self.origin);
        visit(RowField{.key = "partner",
                       .label = PIPECORE_TR("RowField", "Created from row"),
                       .unit = FieldUnit::RowNumber,
                       .isOptional = true,
                       .isFiltered = true},
              self.partner);
        visit(RowField{.key = "addedNs",
                       .label = PIPECORE_TR("RowField", "Added by the relay"),
                       .unit = FieldUnit::Nanoseconds,
                       .isOptional = true,
                       .isFiltered = true},
              self.addedNs);
    }
};

/// The word of an origin in files and filters; empty for OriginKind::Unstated.
[[nodiscard]] std::string_view originWord(const Origin& origin);
/// The other way round; a word that this version does not know is kept.
[[nodiscard]] Origin originNamed(std::string_view word, std::uint32_t number = 0);

} // namespace pipecore
