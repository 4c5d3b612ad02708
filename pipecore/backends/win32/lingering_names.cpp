#include "lingering_names.h"

#include <algorithm>

namespace pipecore::win32 {

std::string LingeringNames::keyOf(std::string_view name)
{
    std::string key(name);
    std::ranges::transform(key, key.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return key;
}

LingeringNames& LingeringNames::ofThisProcess()
{
    static LingeringNames names;
    return names;
}

bool LingeringNames::beginServing(std::string_view name)
{
    const std::scoped_lock lock(m_mutex);
    return ++m_names[keyOf(name)].servers == 1;
}

void LingeringNames::endServing(std::string_view name)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_names.find(keyOf(name));
    if (found == m_names.end()) {
        return;
    }
    if (--found->second.servers == 0 && !found->second.security) {
        m_names.erase(found);
    }
}

void LingeringNames::remember(std::string_view name, const Bytes& security)
{
    const std::scoped_lock lock(m_mutex);
    m_names[keyOf(name)].security = security;
}

void LingeringNames::forget(std::string_view name)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_names.find(keyOf(name));
    if (found == m_names.end()) {
        return;
    }
    found->second.security.reset();
    if (found->second.servers == 0) {
        m_names.erase(found);
    }
}

std::optional<Bytes> LingeringNames::securityOf(std::string_view name) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_names.find(keyOf(name));
    return found == m_names.end() ? std::nullopt : found->second.security;
}

} // namespace pipecore::win32
