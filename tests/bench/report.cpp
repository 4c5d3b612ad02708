#include "report.h"

#include "text.h"

#include <string>

namespace bench {
namespace {

/// A median for people: messages and megabytes a second, or microseconds.
std::string readable(const Line& line, const std::vector<double>& values)
{
    const double value = median(values);
    if (line.cell.test == Test::PingPong) {
        return decimal(value * 1e6, 1) + " µs";
    }
    return decimal(value / 1000, 1) + " k/s "
           + padded(decimal(value * static_cast<double>(line.cell.size) / 1e6, 0), 5) + " MB/s";
}

} // namespace

void printHeader(std::ostream& out)
{
    out << "test      mode     size    processes                bare              engine   ratio\n"
        << std::flush;
}

void printLine(std::ostream& out, const Line& line)
{
    out << paddedRight(testName(line.cell.test), 10) << paddedRight(modeName(line.cell.mode), 9)
        << paddedRight(sizeName(line.cell.size), 8)
        << paddedRight(line.pinned ? "pinned" : "free", 9);
    if (!line.skipped.empty()) {
        out << "skipped: " << line.skipped << '\n' << std::flush;
        return;
    }
    // "µ" is two bytes and one column.
    const std::size_t width = line.cell.test == Test::PingPong ? 21 : 20;
    out << padded(readable(line, line.bare), width) << padded(readable(line, line.engine), width)
        << padded(decimal(line.ratio(), 3), 8) << (line.isReached() ? "" : "  missed") << '\n'
        << std::flush;
}

void writeJson(std::ostream& out, const Plan& plan, const std::vector<Line>& lines)
{
    out << "{\n  \"repeats\": " << plan.repeats
        << ",\n  \"secondsPerRun\": " << decimal(plan.seconds, 3)
        << ",\n  \"units\": {\"stream\": \"messages/s\", \"ping-pong\": \"s, median round trip\"}"
        << ",\n  \"lines\": [";
    const char* separator = "\n";
    for (const Line& line : lines) {
        out << separator << "    {\"test\": " << quoted(testName(line.cell.test))
            << ", \"mode\": " << quoted(modeName(line.cell.mode))
            << ", \"size\": " << line.cell.size
            << ", \"processes\": " << quoted(line.pinned ? "pinned" : "free");
        if (line.skipped.empty()) {
            out << ", \"ratio\": " << decimal(line.ratio(), 4)
                << ", \"reached\": " << (line.isReached() ? "true" : "false")
                << ",\n     \"bare\": " << array(line.bare)
                << ",\n     \"engine\": " << array(line.engine) << "}";
        } else {
            out << ", \"skipped\": " << quoted(line.skipped) << "}";
        }
        separator = ",\n";
    }
    out << "\n  ]\n}\n";
}

} // namespace bench
