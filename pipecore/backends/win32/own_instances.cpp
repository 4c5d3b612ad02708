#include "own_instances.h"

#include "lingering_names.h"
#include "security.h"

#include <utility>

namespace pipecore::win32 {

OwnInstances& OwnInstances::ofThisProcess()
{
    static OwnInstances instances;
    return instances;
}

void OwnInstances::add(std::string_view name, HANDLE instance, Bytes security, bool mayBeAsked)
{
    const std::scoped_lock lock(m_mutex);
    m_instances.insert_or_assign(instance, Instance{.key = LingeringNames::keyOf(name),
                                                    .security = std::move(security),
                                                    .mayBeAsked = mayBeAsked});
}

void OwnInstances::remove(HANDLE instance)
{
    const std::scoped_lock lock(m_mutex);
    m_instances.erase(instance);
}

std::optional<Result<Bytes>> OwnInstances::security(std::string_view name) const
{
    const std::string key = LingeringNames::keyOf(name);
    std::optional<Result<Bytes>> found;
    const std::scoped_lock lock(m_mutex);
    for (const auto& [handle, instance] : m_instances) {
        if (instance.key != key) {
            continue;
        }
        if (instance.mayBeAsked) {
            found = objectSecurity(handle);
            if (*found) {
                return found;
            }
        } else if (!instance.security.empty()) {
            return instance.security;
        }
    }
    return found;
}

} // namespace pipecore::win32
