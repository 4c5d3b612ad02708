// Causes that are known because the error itself says so.
#include "rules.h"

#include <algorithm>
#include <array>

namespace pipecore::explaining {

namespace {

/// By the sentence that the failing part has put into Error::phrase.
struct KnownDetail
{
    std::string_view pattern;
    std::string_view text;
    std::string_view action;
};

constexpr std::array knownDetails = std::to_array<KnownDetail>({
    {"%1 is not a socket", PIPECORE_TR("Explanation", "The file at the path is not a socket."),
     PIPECORE_TR("Explanation", "Check the path with ls -l: a socket's line begins with s.")},
    {"%1 exists and is not a socket; it was not changed",
     PIPECORE_TR("Explanation", "Another file has this path."),
     PIPECORE_TR("Explanation", "Choose another path, or move the file away.")},
    {"%1 exists; whether a server listens there is not known, because connecting to it failed with "
     "%2",
     PIPECORE_TR("Explanation",
                 "The socket belongs to another user, or its mode keeps this user out."),
     PIPECORE_TR("Explanation", "Choose another path, or run as the owner of the socket.")},
    {"A server is listening on %1",
     PIPECORE_TR("Explanation", "Another server listens at this path."),
     PIPECORE_TR("Explanation", "Stop it, or take another path.")},
    {"%1 does not exist; a name that begins with @ is a file here, not an abstract socket",
     PIPECORE_TR("Explanation", "PipeScope does not connect to sockets of the abstract namespace."),
     PIPECORE_TR("Explanation", "Use the path of a socket file, if the server has one as well.")},
    {"no pipe of this name exists: this process may not create it",
     PIPECORE_TR("Explanation",
                 "The system keeps this process from creating pipes of such names: "
                 "ProtectedPrefix\\ is for services, and an AppContainer has LOCAL\\ "
                 "only."),
     PIPECORE_TR("Explanation", "Choose another name, or run as administrator.")},
    {"from standard input", PIPECORE_TR("Explanation", "Standard input cannot be read."),
     PIPECORE_TR("Explanation", "Give it a file (< FILE) or a pipe (PROGRAM |).")},
    {"standard input is closed",
     PIPECORE_TR("Explanation", "The program was started without standard input."),
     PIPECORE_TR("Explanation", "Give it a file (< FILE) or a pipe (PROGRAM |).")},
    {"%1 bytes are more than the kernel carries in one message of a socket, whatever its buffer is",
     PIPECORE_TR("Explanation",
                 "The kernel's own limit for a SOCK_SEQPACKET message is about 4 MiB."),
     PIPECORE_TR("Explanation", "Send less at once, or use byte mode.")},
});

} // namespace

const Cause* knownCauseOf(const Error& error)
{
    static const auto causes = [] {
        std::array<Cause, knownDetails.size()> all;
        std::ranges::transform(knownDetails, all.begin(), [](const KnownDetail& known) {
            return Cause{.text = known.text, .action = known.action, .calls = {}, .certain = true};
        });
        return all;
    }();
    const auto found = std::ranges::find(knownDetails, error.phrase.pattern, &KnownDetail::pattern);
    return found == knownDetails.end()
               ? nullptr
               : &causes.at(static_cast<std::size_t>(found - knownDetails.begin()));
}

} // namespace pipecore::explaining
