#pragma once

#include "pipecore/model/identity.h"
#include "pipecore/model/options.h"
#include "pipecore/model/pipe_name.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace pipecore {

/// Levels that this program's own clients request from servers. No system tells a server what its
/// client asked for; of a client that is this very program it is known here. Any thread.
class AskedLevels
{
public:
    /// The instance of the program: a server knows only the process ID of its client.
    [[nodiscard]] static AskedLevels& ofThisProcess();

    /// A client of this program at a pipe, from before it tries to connect until it is destroyed.
    class Client
    {
    public:
        /// Without a level the client asks for none of its own (CallNamedPipe).
        Client(AskedLevels& levels, const PipeName& pipe, std::optional<SqosLevel> level);
        Client(const Client&) = delete;
        Client& operator=(const Client&) = delete;
        ~Client();

    private:
        AskedLevels& m_levels;
        std::string m_pipe;
    };

    /// Level that the client with this number requested from a server of this process. The level when the client is
    /// this process and all of its clients at that pipe ask for the same; else an error that says why it
    /// is not known, a source of the context "IdentityReason".
    [[nodiscard]] Result<ImpersonationLevel> askedBy(const Result<std::uint32_t>& clientProcess,
                                                     std::uint32_t ownProcess,
                                                     const std::string& shortName) const;

private:
    struct AtPipe
    {
        std::size_t clients = 0;
        std::optional<SqosLevel> level; ///< of all of them; empty when they differ
    };

    mutable std::mutex m_mutex;
    /// By the pipe's own name in small letters. A pipe keeps what clients asked for that have left, until
    /// the last has: a server may still be busy with one of them.
    std::map<std::string, AtPipe> m_pipes;
};

} // namespace pipecore
