#pragma once

#include "local_time.h"
#include "program.h"
#include "regex.h"

#include "pipecore/analysis/row_types.h"
#include "pipecore/filter/filter.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

namespace pipecore::filter {

/// A number that a row has or has not.
using Number = std::optional<std::int64_t>;

/// Subject of a filter: a row of a session, of which maybe only the head is known so far, or a live
/// event that is not a row of it yet.
struct Subject
{
    std::uint64_t row = 0; ///< of the session; of a live event none
    RecordSource::RowHead head;
    const RowView* content = nullptr; ///< null: nothing was read of it
    Number delta;                     ///< when the program needs it
    Number latency;                   ///< the same
    std::string_view shown{};         ///< of an event: what the user sees of it, if that is known
};

/// Answers whether rows and live events pass a filter. One thread.
class Evaluator
{
public:
    /// Takes no ownership. `annotations` and `cancelled` may be null.
    Evaluator(const Program& program, const SessionFacts& facts, const Annotations* annotations,
              const std::atomic<bool>* cancelled);

    enum class Verdict : std::uint8_t {
        No,
        Yes,
        Open, ///< more must be known, or a regular expression ran into its limits
    };
    [[nodiscard]] Verdict evaluate(const Subject& subject);
    /// Decodes messages by these types; null: none.
    void setTypes(std::shared_ptr<const RowTypes> types) { m_types = std::move(types); }
    /// Asks the session's facts anew from here on.
    void forgetFacts();

private:
    /// Facts of a connection or an endpoint; names in lower case.
    struct Names
    {
        std::string endpoint;
        std::string image;
        std::string user;
        Number pid;
    };

    [[nodiscard]] Verdict evaluate(std::uint32_t node, const Subject& subject);
    [[nodiscard]] Verdict evaluate(const Test& test, const Subject& subject);
    [[nodiscard]] Verdict evaluateNumber(const Test& test, const Number& number);
    [[nodiscard]] Verdict evaluateName(const Test& test, std::string_view name);
    [[nodiscard]] Verdict evaluateText(const Test& test, std::string_view text, bool isPayload);
    [[nodiscard]] Verdict evaluateMessageText(const Test& test, std::string_view payload);
    [[nodiscard]] Verdict evaluateRowField(const Test& test, const Subject& subject);
    [[nodiscard]] Verdict evaluateData(const Test& test, const Subject& subject);
    [[nodiscard]] Verdict evaluateDecoded(const Test& test, const Subject& subject);
    [[nodiscard]] const Decoded& decodedFor(const DecodedPath& path, ByteView content,
                                            const Subject& subject);
    [[nodiscard]] DecodeContext contextOf(const RecordSource::RowHead& head);
    [[nodiscard]] Verdict matches(const Test& test, std::string_view subject);
    [[nodiscard]] Number number(const Test& test, const Subject& subject);
    [[nodiscard]] const Names& namesOf(const RecordSource::RowHead& head);

    const Program& m_program;
    const SessionFacts& m_facts;
    const Annotations* m_annotations;        ///< null: there are none
    std::shared_ptr<const RowTypes> m_types; ///< null: there are none
    Regex::Scratch m_scratch;
    DayClock m_clock;
    std::unordered_map<ConnectionId, Names> m_connections;
    std::unordered_map<EndpointId, Names> m_endpoints;
    std::unordered_map<EndpointId, EndpointFacts> m_served; ///< of contextOf()
    ConnectionId m_recent;
    const Names* m_recentNames = nullptr;
    std::string m_buffer; ///< for text composed for a test
    /// The payload that is being evaluated, by the decoder that was asked for last.
    std::optional<Decoded> m_decoded;
};

} // namespace pipecore::filter
