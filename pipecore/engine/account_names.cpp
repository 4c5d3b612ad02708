#include "pipecore/engine/account_names.h"

#include <utility>

namespace pipecore {
namespace {

/// Far more accounts than meet on one computer; a user namespace has 65,536 to try them all.
constexpr std::size_t maxAccounts = 4096;

} // namespace

AccountNames::AccountNames(Lookup lookup, std::chrono::milliseconds timeout)
    : m_known(std::make_shared<Known>())
    , m_timeout(timeout)
{
    m_known->lookup = std::move(lookup);
}

void AccountNames::prepare(const std::string& id, std::chrono::milliseconds patience)
{
    const std::scoped_lock lock(m_known->mutex);
    if (startLookup(id)) {
        m_prepared = id;
        m_patience = patience;
    }
}

/// Asks for an account that is not known; the mutex is held.
bool AccountNames::startLookup(const std::string& id)
{
    const auto lookUp = [known = m_known, id] {
        if (const Result<std::string> name = known->lookup(id)) {
            const std::scoped_lock locked(known->mutex);
            known->names.insert_or_assign(id, *name);
        }
    };
    if (m_known->names.size() >= maxAccounts || !m_thread.start(lookUp)) {
        return false;
    }
    m_known->names.emplace(id, id);
    return true;
}

std::string AccountNames::nameOf(const std::string& id)
{
    // Waiting behind a directory server that does not answer would cost the timeout for each account.
    std::chrono::milliseconds patience =
        m_thread.isIdle() ? m_timeout : std::chrono::milliseconds::zero();
    if (id == m_prepared) {
        m_prepared.clear();
        patience = m_patience;
    } else {
        const std::scoped_lock lock(m_known->mutex);
        if (const auto name = m_known->names.find(id); name != m_known->names.end()) {
            return name->second;
        }
        if (!startLookup(id)) {
            return id;
        }
    }
    if (patience.count() > 0) {
        m_thread.waitUntilIdle(patience);
    }
    const std::scoped_lock lock(m_known->mutex);
    return m_known->names.at(id);
}

} // namespace pipecore
