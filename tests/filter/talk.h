#pragma once

#include "session_script.h"

#include "pipecore/model/options.h"

#include <QString>

#include <cstdint>
#include <string_view>

// Conversations with times, and who answers whom in them.

/// A millisecond in nanoseconds.
constexpr std::int64_t ms = 1'000'000;

/// A conversation of which each message has a time, in milliseconds.
class Talk
{
public:
    static constexpr std::int64_t beginNs = 1'700'000'000'000'000'000;

    /// We serve the pipe, or are connected to it.
    explicit Talk(pipecore::Role role);
    Talk& received(std::int64_t when, std::string_view text)
    {
        return say(when, pipecore::Direction::Received, text);
    }
    Talk& sent(std::int64_t when, std::string_view text)
    {
        return say(when, pipecore::Direction::Sent, text);
    }

    SessionScript script;

private:
    Talk& say(std::int64_t when, pipecore::Direction direction, std::string_view text);
};

/// The replies of a session: "3>1 20ms" for row 3, which answers row 1 after 20 ms. When filter, statistics or
/// report say otherwise: who does.
QString agreedReplies(const pipecore::RecordSource& source);
QString repliesOf(const SessionScript& script);
/// The same of its frames by this rule.
QString framedReplies(const SessionScript& script, std::string_view rule);
/// Requests without a reply on the first connection.
std::uint64_t unansweredOf(const pipecore::RecordSource& source);
