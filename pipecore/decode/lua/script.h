#pragma once

#include "../tree_builder.h"

#include "message_object.h"
#include "sandbox.h"

#include "pipecore/base/error.h"

#include <atomic>
#include <cstdint>
#include <expected>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pipecore::lua {

/// What a script says of its decoder.
struct Description
{
    std::string key;
    std::string name;
    std::vector<std::string> pipes; ///< patterns with * and ?
    bool readsHeader = false;
    bool hasDetect = false;
};

/// Limits of all calls of a script: when it has run longer than `total`, a message may take `average`.
struct TotalLimits
{
    std::chrono::milliseconds total{30'000};
    std::chrono::milliseconds average{20};
};

/// A decoder that is a script in Lua; docs/LUA.md describes what it may do. Any thread: each call has a state
/// of Lua to itself, which is kept for the next one. A script that passes a limit is off from then on.
class Script
{
public:
    /// Runs a script for its description. `file`: its name, for messages. The error is a translation source
    /// of the context "Decode".
    [[nodiscard]] static std::expected<std::shared_ptr<Script>, Phrase>
    load(std::string source, const std::string& file, const SandboxLimits& limits = {},
         const TotalLimits& totalLimits = {});
    Script(const Script&) = delete;
    Script& operator=(const Script&) = delete;
    ~Script();

    [[nodiscard]] const Description& description() const { return m_description; }
    /// Reads a message into the tree; whether all of it was good.
    bool decode(const Slice& slice, TreeBuilder& tree, const DecodeContext& context);
    /// How likely a message is one of this decoder: 0 to 100. 0 also for a script without detection.
    [[nodiscard]] int score(ByteView payload, const DecodeContext& context);
    [[nodiscard]] bool hasDetection() const
    {
        return m_description.hasDetect || !m_description.pipes.empty();
    }
    /// False only if the script has a detection, which says no.
    [[nodiscard]] bool mayDecode(ByteView payload, const DecodeContext& context);

    /// The last error of the script; empty: none so far.
    [[nodiscard]] std::optional<Phrase> problem() const;
    /// A limit was passed: the script is not run any more.
    [[nodiscard]] bool isOff() const { return m_isOff.load(); }

private:
    struct State;
    enum class Function : std::uint8_t { Decode, Detect };

    using TimePoint = std::chrono::steady_clock::time_point;

    Script(std::string source, const std::string& file, const SandboxLimits& limits,
           const TotalLimits& totalLimits);
    [[nodiscard]] std::expected<std::unique_ptr<State>, Phrase> makeState();
    [[nodiscard]] std::unique_ptr<State> takeState();
    [[nodiscard]] bool fitsPipe(std::string_view pipe) const;
    /// Runs a function for a message; `result`: of detection. The problem, if there is one.
    [[nodiscard]] std::optional<Phrase> run(Function function, ScriptMessage& message, int& result);
    void account(TimePoint started);
    void report(const Phrase& problem, bool isOff);
    [[nodiscard]] Phrase phraseOf(const Outcome& outcome) const;

    const std::string m_source;
    const std::string m_file;
    const std::string m_chunk; ///< the file as Lua has it
    const SandboxLimits m_limits;
    const TotalLimits m_totalLimits;
    Description m_description;
    std::atomic<bool> m_isOff{false};
    std::atomic<std::int64_t> m_usedNs{0};
    std::atomic<std::int64_t> m_calls{0};
    mutable std::mutex m_mutex; ///< guards what follows
    std::vector<std::unique_ptr<State>> m_idle;
    std::optional<Phrase> m_problem;
};

/// Counts the changes of all scripts: loaded, removed, a new problem. Any thread.
[[nodiscard]] std::atomic<std::uint64_t>& changeCount();

} // namespace pipecore::lua
