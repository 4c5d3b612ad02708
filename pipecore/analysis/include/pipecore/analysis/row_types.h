#pragma once

#include "pipecore/analysis/pairing.h"
#include "pipecore/decode/connection_types.h"
#include "pipecore/session/session.h"

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <unordered_map>
#include <vector>

namespace pipecore {

class FramedRows;
class RowScan;

/// The user's types of Protocol Buffers for the messages of a session: by the pipe and the side that sent them, or by
/// the calls of gRPC on their connection. Filters and exports of rows ask RecordSource::rowTypes() for it.
///
/// Memory: Http2Calls::bytesPerCall for each call, and 8 bytes for each frame that goes on with a message.
class RowTypes
{
public:
    /// What the two sides send.
    struct MessageTypes
    {
        const ProtoMessage* request = nullptr; ///< of the side that asks; null: not known
        const ProtoMessage* reply = nullptr;
        /// Types of this pipe alone, `request` and `reply` among them; null: those of all pipes.
        std::shared_ptr<const ProtoTypes> types{};
    };
    using TypesOf = std::function<MessageTypes(const EndpointFacts&)>;

    /// `rows` is not owned. Without `typesOf`, only gRPC has types. `types` may be null: then only pipes with types
    /// of their own have some.
    RowTypes(const RecordSource& rows, std::shared_ptr<const ProtoTypes> types,
             TypesOf typesOf = {}, Askers askers = {});
    ~RowTypes();

    /// Takes in the rows before `end`, or all, that were not taken in yet. `shouldContinue` is asked now and then and
    /// stops by returning false; false is returned then. Rows that cannot be read say nothing. Reads rows: not for
    /// the GUI thread. Any other thread; several take turns.
    bool update(const std::function<bool()>& shouldContinue = {},
                std::uint64_t end = std::numeric_limits<std::uint64_t>::max()) const;
    /// How a message that was taken in is decoded; empty when the types say nothing of it. Any thread.
    [[nodiscard]] std::optional<TypedMessage> typed(std::uint64_t row,
                                                    const RecordSource::RowHead& head) const;

private:
    struct Connection;

    void take(std::uint64_t row, RowScan& scan) const;
    [[nodiscard]] Connection& connectionOf(const RecordSource::RowHead& head) const;

    const RecordSource& m_rows;
    const FramedRows* m_frames; ///< m_rows, if they are some
    const std::shared_ptr<const ProtoTypes> m_types;
    const TypesOf m_typesOf;
    const Askers m_askers;
    mutable std::mutex m_updating;     ///< guards m_taken; who has it may read what follows
    mutable std::uint64_t m_taken = 0; ///< rows
    mutable std::shared_mutex m_mutex; ///< guards the following
    mutable std::unordered_map<ConnectionId, std::unique_ptr<Connection>> m_connections;
    mutable std::vector<std::uint64_t>
        m_inside; ///< rows that begin inside of a gRPC message, ascending
};

} // namespace pipecore
