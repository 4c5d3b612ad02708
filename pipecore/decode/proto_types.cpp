#include "pipecore/decode/proto_types.h"

#include <algorithm>

namespace pipecore {

const ProtoField* ProtoMessage::field(std::uint64_t number) const
{
    const auto found = std::ranges::lower_bound(fields, number, {}, &ProtoField::number);
    return found != fields.end() && found->number == number ? &*found : nullptr;
}

ProtoTypes::ProtoTypes(Parts parts) : m_parts(std::move(parts))
{
    for (ProtoMessage& message : m_parts.messages) {
        std::ranges::sort(message.fields, {}, &ProtoField::number);
        m_byName.emplace(message.name, &message);
    }
    std::ranges::sort(m_parts.methods, {}, &ProtoMethod::path);
}

const ProtoMessage* ProtoTypes::message(std::string_view name) const
{
    if (const auto whole = m_byName.find(name); whole != m_byName.end()) {
        return whole->second;
    }
    const ProtoMessage* found = nullptr;
    const std::string end = '.' + std::string(name);
    for (const auto& [full, message] : m_byName) {
        if (!name.empty() && full.ends_with(end)) {
            if (found != nullptr) {
                return nullptr;
            }
            found = message;
        }
    }
    return found;
}

const ProtoMethod* ProtoTypes::method(std::string_view path) const
{
    const auto found = std::ranges::lower_bound(m_parts.methods, path, {}, [](const auto& method) {
        return std::string_view(method.path);
    });
    return found != m_parts.methods.end() && found->path == path ? &*found : nullptr;
}

std::vector<std::string_view> ProtoTypes::messageNames() const
{
    std::vector<std::string_view> names;
    names.reserve(m_byName.size());
    for (const auto& [name, message] : m_byName) {
        names.push_back(name);
    }
    return names;
}

std::string ProtoProblem::text() const
{
    const std::string place =
        line == 0 ? std::string() : std::to_string(line) + ':' + std::to_string(column) + ": ";
    return file + (file.empty() ? "" : line == 0 ? ": " : ":") + place + message;
}

} // namespace pipecore
