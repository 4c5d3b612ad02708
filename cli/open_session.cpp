#include "files.h"

#include "paths.h"

namespace pipescope::cli {

std::expected<std::unique_ptr<pipecore::SessionFile>, ExitStatus>
openSession(const std::string& file)
{
    auto session = pipecore::SessionFile::open(pathOf(file));
    if (!session) {
        return std::unexpected(complain(session.error()));
    }
    const pipecore::OpenReport& report = (*session)->report();
    if (report.problem) {
        Console::complain("pipescope-cli: " + file + ": " + report.problem->text());
    }
    if (report.lostAnnotations != 0) {
        Console::complain("pipescope-cli: " + file + ": marks and comments that could not be kept: "
                          + std::to_string(report.lostAnnotations));
    }
    return std::move(*session);
}

} // namespace pipescope::cli
