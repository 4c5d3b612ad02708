#pragma once

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>

namespace pipecore {

/// Numbers of a file and their numbers in the session read from it: the same, unless an earlier
/// section of the file, another recording, used that number already.
class IdMap
{
public:
    [[nodiscard]] std::uint64_t toSession(std::uint64_t inFile)
    {
        if (inFile == 0) {
            return 0;
        }
        const auto [entry, isNew] = m_section.try_emplace(inFile, inFile);
        if (isNew && m_used.contains(inFile)) {
            entry->second = m_highest + 1;
        }
        if (isNew) {
            use(entry->second);
        }
        return entry->second;
    }
    /// A number that nothing in the session has.
    [[nodiscard]] std::uint64_t fresh()
    {
        use(m_highest + 1);
        return m_highest;
    }
    void beginSection() { m_section.clear(); }

private:
    void use(std::uint64_t id)
    {
        m_used.insert(id);
        m_highest = std::max(m_highest, id);
    }

    std::unordered_map<std::uint64_t, std::uint64_t> m_section;
    std::unordered_set<std::uint64_t> m_used;
    std::uint64_t m_highest = 0;
};

} // namespace pipecore
