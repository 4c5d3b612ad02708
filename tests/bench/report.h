#pragma once

#include "measure.h"

#include <ostream>
#include <vector>

namespace bench {

void printHeader(std::ostream& out);
void printLine(std::ostream& out, const Line& line);
/// One object with the plan and an array of the lines, every single value in it.
void writeJson(std::ostream& out, const Plan& plan, const std::vector<Line>& lines);

} // namespace bench
