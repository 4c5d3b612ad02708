#pragma once

#include "arguments/proto_options.h"
#include "commands/command.h"
#include "system/context.h"

#include "pipecore/analysis/framed_rows.h"
#include "pipecore/analysis/pairing.h"
#include "pipecore/analysis/session_stats.h"
#include "pipecore/decode/decode.h"
#include "pipecore/export/export.h"
#include "pipecore/session/session.h"

#include <cstdint>
#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace pipescope::cli {

/// Opens a session file to work on. Damage is reported on standard error, and the readable part is
/// used; the reason of a file that does not open is printed, too.
[[nodiscard]] std::expected<std::unique_ptr<pipecore::SessionFile>, ExitStatus>
openSession(const std::string& file, const Context& context);
/// The same in two steps, for work that begins while the file is read: there are no rows yet.
[[nodiscard]] std::expected<std::unique_ptr<pipecore::SessionFile>, ExitStatus>
startSession(const std::string& file, const Context& context);
/// Reads all rows; `onRows` is called on this thread when there are more, with their number.
[[nodiscard]] std::expected<void, ExitStatus>
readSession(pipecore::SessionFile& session, const std::string& file, const Context& context,
            const std::function<void(std::uint64_t)>& onRows = {});

/// How the rows of a session are read.
struct RowChoice
{
    std::optional<pipecore::FramingRule>
        rule;                            ///< frames in place of the messages of all connections
    bool findsRules = false;             ///< the same, by the protocol that is found for each pipe
    std::optional<pipecore::Asker> asks; ///< empty: the side that connected
    ProtoChoice proto;

    /// Reads and writes as they are.
    [[nodiscard]] bool isPlain() const { return !rule && !findsRules && proto.files.files.empty(); }
};
/// Adds --frames RULE|auto, --asks SIDE and the options of Protocol Buffers (loadProto() comes after).
void describeRows(Options& options, RowChoice& choice);
/// Rows of a session, as they are or as they were chosen. Refers to the session.
class ChosenRows
{
public:
    explicit ChosenRows(const pipecore::SessionFile& session, const RowChoice& choice);

    /// Puts the frames together; prints which protocols were found, if they were asked for. Errors: those
    /// of reading, Cancelled.
    [[nodiscard]] pipecore::Result<void> prepare(const Context& context);
    [[nodiscard]] const pipecore::RecordSource& source() const;

private:
    [[nodiscard]] pipecore::Result<void> findRules(const Context& context);
    [[nodiscard]] pipecore::Result<void> findTypes(const Context& context) const;

    const pipecore::SessionFile& m_session;
    const RowChoice m_choice;
    const bool m_findsRules;
    std::map<pipecore::EndpointId, pipecore::FramingRule> m_rules; ///< that were found
    std::optional<pipecore::FramedRows> m_frames;
};

/// Continues work on a file until Ctrl+C, or until the output is gone.
[[nodiscard]] pipecore::ExportProgress untilEnd(const Context& context);
/// Exit status of failed work; prints the reason, unless it was Ctrl+C or the output (run() says
/// that).
[[nodiscard]] ExitStatus statusOf(const pipecore::Error& error, const Context& context);

/// Counts of what a decoder of --decoder has read of a session.
struct DecoderStats
{
    pipecore::DecoderInfo decoder;
    std::uint64_t messages = 0;
    std::uint64_t malformed = 0;
    std::uint64_t firstMalformed = 0; ///< row, from 1; 0: none
};
/// Decodes all messages with the decoders that know them. Errors: those of reading, Cancelled.
[[nodiscard]] pipecore::Result<std::vector<DecoderStats>>
countDecoded(const pipecore::RecordSource& rows, const pipecore::ExportProgress& shouldContinue);

/// A type of Protocol Buffers in a conversation.
struct MessageType
{
    std::string name;
    std::string method; ///< of gRPC; else empty

    friend auto operator<=>(const MessageType&, const MessageType&) = default;
};
struct TypeCount
{
    std::uint64_t messages = 0;
    std::uint64_t malformed = 0; ///< of these
};
using TypesOfConnection = std::map<MessageType, TypeCount>;
using TypeCounts = std::map<pipecore::ConnectionId, TypesOfConnection>;
/// Counts the messages that have a type; none without --proto. Errors: those of reading, Cancelled.
[[nodiscard]] pipecore::Result<void> countTypes(const pipecore::RecordSource& rows,
                                                TypeCounts& counts, const Context& context);

/// Output of `stats`: a table for people, or a JSON object.
[[nodiscard]] std::string statsText(const std::vector<pipecore::ConnectionStats>& connections,
                                    const std::vector<DecoderStats>& decoders,
                                    const TypeCounts& types);
[[nodiscard]] std::string statsJson(const std::vector<pipecore::ConnectionStats>& connections,
                                    const std::vector<DecoderStats>& decoders,
                                    const TypeCounts& types);

} // namespace pipescope::cli
