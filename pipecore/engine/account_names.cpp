#include "pipecore/engine/account_names.h"

#include <utility>

namespace pipecore {
namespace {

/// Far more accounts than meet on one computer; a user namespace has 65,536 to try them all.
constexpr std::size_t maxAccounts = 4096;

} // namespace

AccountNames::AccountNames(Lookup lookup, std::chrono::milliseconds timeout)
    : m_lookup(std::move(lookup))
    , m_timeout(timeout)
{}

void AccountNames::know(const std::string& id, const std::string& name)
{
    const std::scoped_lock lock(m_mutex);
    m_names.insert_or_assign(id, name);
}

std::string AccountNames::nameOf(const std::string& id)
{
    // Waiting behind a directory server that does not answer would cost the timeout for each account.
    const bool isIdle = m_thread.isIdle();
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto known = m_names.find(id); known != m_names.end()) {
            return known->second;
        }
        if (m_names.size() >= maxAccounts || !m_thread.start([this, id] { lookUp(id); })) {
            return id;
        }
        m_names.emplace(id, id);
    }
    if (isIdle && m_timeout.count() > 0) {
        m_thread.waitUntilIdle(m_timeout);
    }
    const std::scoped_lock lock(m_mutex);
    return m_names.at(id);
}

void AccountNames::lookUp(const std::string& id)
{
    Result<std::string> name = m_lookup(id);
    if (name) {
        know(id, *name);
    }
}

} // namespace pipecore
