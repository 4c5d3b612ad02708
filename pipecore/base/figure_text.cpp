#include "pipecore/base/figure_text.h"

#include <array>
#include <cstdio>

namespace pipecore {

std::string durationText(std::int64_t ns)
{
    struct Unit
    {
        double ns;
        const char* name;
    };
    constexpr std::array<Unit, 3> units = {{{1e9, "s"}, {1e6, "ms"}, {1e3, "\xC2\xB5s"}}};
    for (const Unit& unit : units) {
        if (static_cast<double>(ns) >= unit.ns) {
            const double value = static_cast<double>(ns) / unit.ns;
            std::array<char, 48> text{};
            std::snprintf(text.data(), text.size(), "%.*f %s",
                          value < 10    ? 2
                          : value < 100 ? 1
                                        : 0,
                          value, unit.name);
            return text.data();
        }
    }
    return std::to_string(ns) + " ns";
}

std::string countText(std::uint64_t count)
{
    std::string digits = std::to_string(count);
    for (std::size_t place = digits.size(); place > 3; place -= 3) {
        digits.insert(place - 3, ",");
    }
    return digits;
}

} // namespace pipecore
