#pragma once

#include "local_time.h"
#include "program.h"
#include "regex.h"

#include "pipecore/filter/filter.h"

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

namespace pipecore::filter {

/// A number that a row has or has not.
using Number = std::optional<std::int64_t>;

/// What is known of a row so far.
struct RowView
{
    std::uint64_t row = 0;
    RecordSource::RowHead head;
    const Record* record = nullptr; ///< null: nothing was read of it
    ByteView payload;               ///< valid when `record` is there
    Number delta;                   ///< when the program needs it
    Number latency;                 ///< the same
};

/// Answers whether rows pass a filter. One thread.
class Evaluator
{
public:
    /// None of them is owned. `cancelled` may be null.
    Evaluator(const Program& program, const RecordSource& source,
              const std::atomic<bool>* cancelled);

    enum class Verdict : std::uint8_t {
        No,
        Yes,
        Open, ///< more must be known, or a regular expression ran into its limits
    };
    [[nodiscard]] Verdict judge(const RowView& view);
    /// Asks the session's facts anew from here on.
    void forgetFacts();

private:
    /// What the session knows of a connection or an endpoint; names in small letters.
    struct Names
    {
        std::string endpoint;
        std::string image;
        std::string user;
        Number pid;
    };

    [[nodiscard]] Verdict judge(std::uint32_t node, const RowView& view);
    [[nodiscard]] Verdict judge(const Test& test, const RowView& view);
    [[nodiscard]] Verdict judgeNumber(const Test& test, const Number& number);
    [[nodiscard]] Verdict judgeName(const Test& test, std::string_view name);
    [[nodiscard]] Verdict judgeText(const Test& test, std::string_view text, bool isPayload);
    [[nodiscard]] Verdict judgeMessageText(const Test& test, std::string_view payload);
    [[nodiscard]] Verdict judgeData(const Test& test, const RowView& view);
    [[nodiscard]] Verdict matches(const Test& test, std::string_view subject);
    [[nodiscard]] Number number(const Test& test, const RowView& view);
    [[nodiscard]] const Names& namesOf(const RecordSource::RowHead& head);

    const Program& m_program;
    const RecordSource& m_source;
    const Annotations* m_annotations; ///< null: the source keeps none
    Regex::Scratch m_scratch;
    DayClock m_clock;
    std::unordered_map<ConnectionId, Names> m_connections;
    std::unordered_map<EndpointId, Names> m_endpoints;
    ConnectionId m_recent;
    const Names* m_recentNames = nullptr;
    std::string m_buffer; ///< of what is put together for one test
};

} // namespace pipecore::filter
