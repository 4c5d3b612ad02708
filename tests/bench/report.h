#pragma once

#include "measure.h"

#include <ostream>
#include <vector>

namespace bench {

void printHeader(std::ostream& out);
void printLine(std::ostream& out, const Line& line);
/// JSON object with the plan and an array of the lines, with every single value.
void writeJson(std::ostream& out, const Plan& plan, const std::vector<Line>& lines);

} // namespace bench
