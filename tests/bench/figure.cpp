#include "figure.h"

#include "measure.h"
#include "text.h"

#include <algorithm>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>

namespace bench {
namespace {

constexpr const char* usage =
    " [--repeats N] [--messages N] [--folder F] [--only TEXT] [--json FILE]\n"
    "  --repeats N    runs of each side, at least 1 (5)\n"
    "  --messages N   how many messages a run has\n"
    "  --folder F     where files are written (the folder for temporary files)\n"
    "  --only TEXT    only lines that contain it\n"
    "  --json FILE    every value of every run\n"
    "Exit status: 0 all lines reach their aim, 1 some do not, 2 usage or a failure.\n";

std::string readable(double value, const std::string& unit)
{
    const int digits = value >= 1000 ? 0 : value >= 10 ? 1 : 3;
    return decimal(value, digits) + " " + unit;
}

std::string aimText(const Figure& figure)
{
    if (figure.aim == Figure::Aim::None) {
        return "-";
    }
    const std::string limit = decimal(figure.limit, figure.limit >= 100 ? 0 : 2);
    return (figure.aim == Figure::Aim::AtLeast ? ">= " : "<= ") + limit;
}

void writeJson(std::ostream& out, const FigureOptions& options, const std::vector<Figure>& figures)
{
    out << "{\n  \"repeats\": " << options.repeats << ",\n  \"lines\": [";
    const char* separator = "\n";
    for (const Figure& figure : figures) {
        out << separator << "    {\"name\": " << quoted(figure.name)
            << ", \"unit\": " << quoted(figure.unit);
        if (!figure.skipped.empty()) {
            out << ", \"skipped\": " << quoted(figure.skipped) << "}";
        } else {
            out << ", \"reached\": " << (figure.isReached() ? "true" : "false")
                << ",\n     \"values\": " << array(figure.values);
            if (!figure.peer.empty()) {
                out << ",\n     \"peer\": " << quoted(figure.peer)
                    << ", \"ratio\": " << decimal(figure.ratio(), 4)
                    << ", \"peers\": " << array(figure.peers);
            }
            out << "}";
        }
        separator = ",\n";
    }
    out << "\n  ]\n}\n";
}

} // namespace

void Figure::measurePair(const std::function<double()>& value,
                         const std::function<double()>& peerValue)
{
    const bool isPeerFirst = values.size() % 2 == 0;
    if (isPeerFirst) {
        peers.push_back(peerValue());
    }
    values.push_back(value());
    if (!isPeerFirst) {
        peers.push_back(peerValue());
    }
}

double Figure::ratio() const
{
    std::vector<double> ratios;
    for (std::size_t i = 0; i < std::min(values.size(), peers.size()); ++i) {
        ratios.push_back(isTime ? peers[i] / values[i] : values[i] / peers[i]);
    }
    return median(std::move(ratios));
}

bool Figure::isReached() const
{
    const double value = peer.empty() ? median(values) : ratio();
    switch (aim) {
    case Aim::AtLeast: return value >= limit;
    case Aim::AtMost: return value <= limit;
    case Aim::None: break;
    }
    return true;
}

FigureOptions FigureOptions::parse(const std::vector<std::string>& arguments)
{
    FigureOptions options;
    options.folder = std::filesystem::temp_directory_path().string();
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& option = arguments[i];
        const auto value = [&]() -> const std::string& {
            if (i + 1 == arguments.size()) {
                throw std::invalid_argument(option + " needs a value");
            }
            return arguments[++i];
        };
        if (option == "--repeats") {
            options.repeats = static_cast<unsigned>(std::max(1, std::stoi(value())));
        } else if (option == "--messages") {
            options.messages = std::stoull(value());
        } else if (option == "--folder") {
            options.folder = value();
        } else if (option == "--only") {
            options.only = value();
        } else if (option == "--json") {
            options.json = value();
        } else if (option == "--help") {
            options.help = true;
        } else {
            throw std::invalid_argument("unknown option " + option);
        }
    }
    return options;
}

FigureTable::FigureTable()
{
    std::cout << paddedRight("what", 46) << padded("median", 16) << padded("peer", 16)
              << padded("ratio", 8) << padded("aim", 12) << '\n'
              << std::flush;
}

void FigureTable::add(Figure figure)
{
    std::cout << paddedRight(figure.name, 46);
    if (!figure.skipped.empty()) {
        std::cout << "  skipped: " << figure.skipped << '\n' << std::flush;
    } else {
        const bool compared = !figure.peer.empty();
        std::cout << padded(readable(median(figure.values), figure.unit), 16)
                  << padded(compared ? readable(median(figure.peers), figure.unit) : "", 16)
                  << padded(compared ? decimal(figure.ratio(), 3) : "", 8)
                  << padded(aimText(figure), 12)
                  << (compared ? "  against " + figure.peer : std::string())
                  << (figure.isReached() ? "" : "  missed") << '\n'
                  << std::flush;
    }
    m_figures.push_back(std::move(figure));
}

int runFigures(std::string_view program, const std::vector<std::string>& arguments,
               void (*measure)(const FigureOptions& options, FigureTable& table))
{
    try {
        const FigureOptions options = FigureOptions::parse(arguments);
        if (options.help) {
            std::cout << program << usage;
            return 0;
        }
        FigureTable table;
        measure(options, table);
        if (!options.json.empty()) {
            std::ofstream file(options.json);
            writeJson(file, options, table.figures());
            if (!file.flush()) {
                throw std::runtime_error("could not write " + options.json);
            }
        }
        const bool reached = std::ranges::all_of(table.figures(), [](const Figure& figure) {
            return !figure.skipped.empty() || figure.isReached();
        });
        return reached ? 0 : 1;
    } catch (const std::exception& error) {
        std::cerr << program << ": " << error.what() << '\n';
        return 2;
    }
}

} // namespace bench
