#include "pipecore/engine/asked_levels.h"

#include "pipecore/base/translatable.h"

#include <algorithm>

namespace pipecore {
namespace {

/// Pipe names are not case-sensitive. Other letters than A to Z stay: names that differ in those are
/// taken for two pipes, and then a level is not known.
std::string key(std::string name)
{
    std::ranges::transform(name, name.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return name;
}

} // namespace

AskedLevels& AskedLevels::ofThisProcess()
{
    static AskedLevels levels;
    return levels;
}

AskedLevels::Client::Client(AskedLevels& levels, const PipeName& pipe,
                            std::optional<SqosLevel> level)
    : m_levels(levels)
    , m_pipe(key(pipe.shortName()))
{
    const std::scoped_lock lock(m_levels.m_mutex);
    AtPipe& there = m_levels.m_pipes[m_pipe];
    there.level = there.clients == 0 || there.level == level ? level : std::nullopt;
    ++there.clients;
}

AskedLevels::Client::~Client()
{
    const std::scoped_lock lock(m_levels.m_mutex);
    const auto there = m_levels.m_pipes.find(m_pipe);
    if (--there->second.clients == 0) {
        m_levels.m_pipes.erase(there);
    }
}

Result<ImpersonationLevel> AskedLevels::askedBy(const Result<std::uint32_t>& clientProcess,
                                                std::uint32_t ownProcess,
                                                const std::string& shortName) const
{
    const std::scoped_lock lock(m_mutex);
    const auto there = m_pipes.find(key(shortName));
    if (!clientProcess || *clientProcess != ownProcess || there == m_pipes.end()) {
        return refuse(PIPECORE_TR("IdentityReason",
                                  "known only to the client: Windows reports the granted "
                                  "level, which never exceeds the requested one"),
                      ErrorKind::NotSupported);
    }
    if (!there->second.level) {
        return refuse(PIPECORE_TR("IdentityReason",
                                  "known only to the client: the clients of this program "
                                  "at this pipe requested different levels"),
                      ErrorKind::NotSupported);
    }
    switch (*there->second.level) {
    case SqosLevel::Anonymous: return ImpersonationLevel::Anonymous;
    case SqosLevel::Identification: return ImpersonationLevel::Identification;
    case SqosLevel::Impersonation: return ImpersonationLevel::Impersonation;
    case SqosLevel::Delegation: break;
    }
    return ImpersonationLevel::Delegation;
}

} // namespace pipecore
