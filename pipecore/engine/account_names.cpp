#include "pipecore/engine/account_names.h"

#include "pipecore/base/thread_start.h"

#include <utility>

namespace pipecore {
namespace {

/// Far more accounts than meet on one computer; a user namespace has 65,536 to try them all.
constexpr std::size_t mostAccounts = 4096;

} // namespace

AccountNames::AccountNames(Lookup lookup, std::chrono::milliseconds patience)
    : m_lookup(std::move(lookup))
    , m_patience(patience)
{}

AccountNames::~AccountNames()
{
    if (!m_thread.joinable()) {
        return;
    }
    {
        const std::scoped_lock lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void AccountNames::know(const std::string& id, const std::string& name)
{
    const std::scoped_lock lock(m_mutex);
    m_names.insert_or_assign(id, name);
}

std::string AccountNames::nameOf(const std::string& id)
{
    std::unique_lock lock(m_mutex);
    if (const auto known = m_names.find(id); known != m_names.end()) {
        return known->second;
    }
    if (m_names.size() >= mostAccounts || !ensureRunning()) {
        return id;
    }
    // Waiting behind a directory server that does not answer would cost the patience for each account.
    const bool isIdle = m_waiting.empty();
    m_names.emplace(id, id);
    m_waiting.push_back(id);
    m_changed.notify_all();
    if (isIdle && m_patience.count() > 0) {
        m_changed.wait_for(lock, m_patience, [this] { return m_waiting.empty(); });
    }
    return m_names.at(id);
}

Result<void> AccountNames::ensureRunning()
{
    return m_thread.joinable() ? Result<void>()
                               : startThread(m_thread, "names of accounts", [this] { run(); });
}

void AccountNames::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_stop || !m_waiting.empty(); });
        if (m_stop) {
            return;
        }
        const std::string id = m_waiting.front();
        lock.unlock();
        Result<std::string> name = m_lookup(id);
        lock.lock();
        m_waiting.pop_front();
        if (name) {
            m_names.insert_or_assign(id, std::move(*name));
        }
        m_changed.notify_all();
    }
}

} // namespace pipecore
