#pragma once

#include "pipecore/base/error.h"
#include "pipecore/model/options.h"

#include <chrono>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pipecore {

/// Context of the failed attempt, beyond the error. Unknown members stay empty: then
/// causes that would need it are still named, behind those that are sure.
struct ExplainContext
{
    std::optional<Role> role;
    std::optional<bool> remote;        ///< the name was `\\server\pipe\name`
    std::optional<PipeMode> mode;      ///< access requested by this end
    std::optional<Access> access;      ///< the pipe's direction, seen from the server
    std::optional<bool> firstInstance; ///< FILE_FLAG_FIRST_PIPE_INSTANCE was given
    std::optional<bool> synchronous;   ///< the handle was opened without FILE_FLAG_OVERLAPPED
    /// How long the caller waits; zero means that it tried once.
    std::optional<std::chrono::milliseconds> timeout;
};

/// A cause of a failure. Both texts are English sentences and translation sources of the context
/// "Explanation".
struct Cause
{
    std::string_view text;               ///< the cause
    std::string_view action;             ///< the remedy
    std::vector<std::string_view> calls; ///< the calls it is about; empty: any
    bool certain = false;                ///< the context says that this condition holds

    friend bool operator==(const Cause&, const Cause&) = default;
};

/// Explanation of a failure. A value; the texts are literals.
struct Explanation
{
    ErrorDomain domain = ErrorDomain::None;
    std::uint32_t code = 0;
    std::string_view name;     ///< "ERROR_PIPE_BUSY"; empty when the table has none
    std::string_view call;     ///< as documented; empty when it is not known
    std::string_view sentence; ///< meaning of the code; source of the context "Explanation"
    std::vector<Cause> causes; ///< likely ones first; never empty
};

/// Explains a failure of `error.api` under the circumstances that are known. Any thread.
[[nodiscard]] Explanation explain(const Error& error, const ExplainContext& context = {});

/// A code to explain.
struct CodeQuery
{
    ErrorDomain domain = ErrorDomain::None;
    std::uint32_t code = 0;
    /// How it was written when that was not the code itself: the NTSTATUS it stands for
    /// ("STATUS_PIPE_BROKEN"), or empty.
    std::string_view status{};

    friend bool operator==(const CodeQuery&, const CodeQuery&) = default;
};

/// Number space of a bare number on this system.
[[nodiscard]] ErrorDomain ownDomain();

/// Understands a code in any spelling: `231`, `0xE7`, `ERROR_PIPE_BUSY` (letters of any case, also
/// without `ERROR_`), `EPIPE`, an HRESULT (`0x800700E7` or its negative decimal, as .NET's
/// IOException shows it), an NTSTATUS of pipes (`0xC000014B`, `STATUS_PIPE_BROKEN`). A bare number is
/// of `domain`. The error is one English sentence with the problem and the valid forms.
[[nodiscard]] std::expected<CodeQuery, std::string> parseCode(std::string_view text,
                                                              ErrorDomain domain = ownDomain());

/// A call's name as its documentation spells it, from any case and with or without A, W; empty when it
/// is not a known call.
[[nodiscard]] std::string_view findCall(std::string_view text);

/// Number space of a call's codes; None for an unknown call.
[[nodiscard]] ErrorDomain callDomain(std::string_view call);

/// The calls that are known to give a code, in the order of a conversation.
[[nodiscard]] std::vector<std::string_view> callsThatGive(ErrorDomain domain, std::uint32_t code);

/// The codes that have an explanation of their own, in order.
[[nodiscard]] std::vector<std::uint32_t> explainedCodes(ErrorDomain domain);

} // namespace pipecore
