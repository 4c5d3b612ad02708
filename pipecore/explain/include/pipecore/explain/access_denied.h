#pragma once

#include "pipecore/base/error.h"
#include "pipecore/model/options.h"
#include "pipecore/model/pipe_name.h"
#include "pipecore/security/security.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace pipecore {

/// Why a right is not there.
enum class DenialReason : std::uint8_t {
    DenyEntry,     ///< an entry denies it to the user or one of the groups
    FilteredGroup, ///< an entry gives it to a group that counts in deny entries only (UAC)
    Label,         ///< the list gives it, the integrity label does not
    Container,     ///< the list gives it to the user, but to no process in the AppContainer
    NoEntry,       ///< no entry gives it
};

/// A reason with the rights it withholds. A right is in one finding only.
struct AccessFinding
{
    DenialReason reason = DenialReason::NoEntry;
    AccessMask rights = 0;
    std::optional<std::size_t> entry; ///< index in the DACL, of DenyEntry and FilteredGroup

    friend bool operator==(const AccessFinding&, const AccessFinding&) = default;
};

/// An access that was asked for against what the descriptor gives. A value.
struct AccessDenial
{
    AccessMask desired = 0; ///< without generic rights
    AccessMask granted = 0; ///< all that the subject gets
    /// Entries in their order, then the rest; empty when everything asked for is given: then the refusal
    /// had another reason.
    std::vector<AccessFinding> findings;
};

/// Rights that a client requests when it opens a pipe: the rights of GENERIC_READ and GENERIC_WRITE
/// without the right to make instances, for which the system does not ask a client.
[[nodiscard]] AccessMask rightsToOpen(ClientAccess access);
/// Rights that CreateNamedPipe requests for a further instance of a pipe: those of its direction, and
/// FILE_CREATE_PIPE_INSTANCE.
[[nodiscard]] AccessMask rightsToServe(Access access);

/// Compares the requested rights with those that `subject` gets, and names for each missing one the
/// entry that denied it, or why no entry gives it. Any thread.
[[nodiscard]] AccessDenial explainAccessDenied(const SecurityDescriptor& descriptor,
                                               const AccessSubject& subject, AccessMask desired);

/// A sentence about one finding: a source of the context "Explanation".
[[nodiscard]] Phrase sentenceFor(const AccessFinding& finding,
                                 const SecurityDescriptor& descriptor);
/// Text for no finding.
[[nodiscard]] Phrase sentenceForNoFinding();

/// Why this process may not open a pipe of this computer: compares the pipe's access list with the own
/// token. The list is read by readSecurity(), whose errors come back: the pipe is opened for a moment,
/// and its server sees a client come and leave. At least one sentence. NotSupported for a pipe of
/// another computer, and where pipes have no access lists. Blocks; any thread.
[[nodiscard]] Result<std::vector<Phrase>> whyDenied(const PipeName& name, ClientAccess access);

/// Why this process may not create an instance of an existing pipe of this computer, as CreateNamedPipe
/// checks, in its order: the access list, whether the first instance is asked for, type and access. What
/// speaks for it is said too, so the sentences tell these causes of ERROR_ACCESS_DENIED apart. Reads the
/// pipe as inspectPipe() does: its server sees a client come and leave. Errors as whyDenied(). Blocks; any
/// thread.
[[nodiscard]] Result<std::vector<Phrase>> whyServerDenied(const PipeName& name, PipeMode type,
                                                          Access access);

/// Facts about a pipe that refuses with ERROR_PIPE_BUSY. A value.
struct BusyPipe
{
    bool isOfServer = false;      ///< an instance was refused (CreateNamedPipe), not a client
    bool hasFreeInstance = false; ///< one waits for a client now
    /// Instances there are, those that clients of an ended server hold among them; empty: not known.
    std::optional<std::uint32_t> instances;
    std::optional<std::uint32_t> limit; ///< empty: none, if `instances` are known
};

/// Sentences about it, at least one: sources of the context "Explanation". Any thread, no system call.
[[nodiscard]] std::vector<Phrase> sentencesFor(const BusyPipe& pipe);

/// Why a pipe of this computer has no room: asks whether an instance waits (WaitNamedPipe, without waiting)
/// and how many there are (listPipes()). Nothing is opened. NotSupported for a pipe of another computer,
/// and where pipes have no limit. Blocks for milliseconds; any thread.
[[nodiscard]] Result<std::vector<Phrase>> whyBusy(const PipeName& name, bool isOfServer);

/// A system call that a pipe of this computer refused.
struct Refusal
{
    std::uint32_t code = 0;         ///< 5 ERROR_ACCESS_DENIED or 231 ERROR_PIPE_BUSY
    bool isOfServer = false;        ///< an instance (CreateNamedPipe), not an opening (CreateFile)
    Access access = Access::Duplex; ///< requested, seen from the server
    PipeMode type = PipeMode::Message; ///< requested, of an instance

    friend bool operator==(const Refusal&, const Refusal&) = default;
};

/// whyRefused() can tell more about this code than explain().
[[nodiscard]] bool pipeTellsWhy(ErrorDomain domain, std::uint32_t code);
/// Finds the cause in the pipe: whyDenied(), whyServerDenied() or whyBusy(), and their errors. Blocks; any
/// thread.
[[nodiscard]] Result<std::vector<Phrase>> whyRefused(const PipeName& name, const Refusal& refusal);

} // namespace pipecore
