#pragma once

#include "pipecore/base/bytes.h"

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace pipecore::win32 {

/// The names that servers of this process hold, or have given back while clients may still have their
/// ends open.
///
/// An instance of a pipe lives until both ends are closed. So after a graceful end, which leaves the
/// client what it has not read, the system still counts the instance, and refuses the next server of
/// that name: as a second first instance (5), or as one too many (231). Neither is somebody else then.
///
/// Names are compared as the system does for ASCII, without case. Any thread.
class LingeringNames
{
public:
    [[nodiscard]] static LingeringNames& ofThisProcess();

    /// The same for all spellings of a name, without the computer.
    [[nodiscard]] static std::string keyOf(std::string_view name);

    /// A server of `name` begins; false when this process has another already.
    bool beginServing(std::string_view name);
    void endServing(std::string_view name);

    /// An instance was closed whose client may be there. `security` is the pipe's owner and access list
    /// as the system gave them.
    void remember(std::string_view name, const Bytes& security);
    /// Nothing of the name lingers: an instance of it was the first.
    void forget(std::string_view name);
    /// Owner and access list of the pipe that may linger; nullopt: the name was not ours.
    [[nodiscard]] std::optional<Bytes> securityOf(std::string_view name) const;

private:
    struct Name
    {
        unsigned servers = 0;          ///< of this process, that hold it now
        std::optional<Bytes> security; ///< there when clients may hold it
    };

    mutable std::mutex m_mutex;
    std::map<std::string, Name, std::less<>> m_names;
};

} // namespace pipecore::win32
