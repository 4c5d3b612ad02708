#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

/// A line of a table: a repeated measurement, perhaps in turn with another.
struct Figure
{
    /// Purpose of the limit.
    enum class Aim : std::uint8_t { None, AtLeast, AtMost };

    std::string name;
    std::string unit;
    std::vector<double> values;
    std::string peer;          ///< what it is compared with; empty when with nothing
    std::vector<double> peers; ///< as many as `values`, measured in turn with them
    bool isTime = false;       ///< smaller is better: the ratio is peer to value
    Aim aim = Aim::None;       ///< of the ratio where there is a peer, else of the value
    double limit = 0;
    std::string skipped; ///< why there are no values

    /// Another run of both sides. The first side alternates, so that neither always finds the other's
    /// traces.
    void measurePair(const std::function<double()>& value,
                     const std::function<double()>& peerValue);
    /// Median of the ratios of neighbours; above 1 is better than the peer.
    [[nodiscard]] double ratio() const;
    [[nodiscard]] bool isReached() const;
};

/// Command line of the programs that print figures.
struct FigureOptions
{
    unsigned repeats = 5;
    std::uint64_t messages = 0; ///< 0: as many as the program thinks right
    std::string folder;         ///< for the files it writes; that for temporary files without it
    std::string only;           ///< only figures whose name contains it
    std::string json;           ///< file for every value
    bool help = false;

    /// Throws std::invalid_argument.
    [[nodiscard]] static FigureOptions parse(const std::vector<std::string>& arguments);
    [[nodiscard]] bool wants(std::string_view name) const
    {
        return name.find(only) != std::string_view::npos;
    }
};

/// Prints a table, a line at a time, and keeps what it printed.
class FigureTable
{
public:
    FigureTable();
    void add(Figure figure);
    [[nodiscard]] const std::vector<Figure>& figures() const { return m_figures; }

private:
    std::vector<Figure> m_figures;
};

/// main() of a program that measures figures: parses, measures, writes the JSON. Exit status as
/// bench_pipes has it.
[[nodiscard]] int runFigures(std::string_view program, const std::vector<std::string>& arguments,
                             void (*measure)(const FigureOptions& options, FigureTable& table));

} // namespace bench
