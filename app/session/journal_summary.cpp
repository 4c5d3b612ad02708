#include "session/journal_summary.h"

#include "session/paths.h"
#include "widgets/formatting.h"

#include "pipecore/session/session.h"

#include <QElapsedTimer>

namespace pipescope {

namespace {

constexpr qint64 maxReadMs = 300; ///< a question that comes later feels unresponsive
constexpr qsizetype listedPipes = 3;
constexpr qsizetype maxNameLength = 48;

QString shortened(const QString& name)
{
    constexpr qsizetype half = maxNameLength / 2;
    return name.size() <= maxNameLength ? name : name.left(half) + u'…' + name.right(half);
}

} // namespace

JournalSummary JournalSummary::of(const QString& path)
{
    JournalSummary summary;
    const auto file = pipecore::SessionFile::start(toPath(path));
    if (!file) {
        return summary;
    }
    summary.isReadable = true;
    QElapsedTimer timer;
    timer.start();
    const auto scanned = (*file)->scan([&timer](double) { return timer.elapsed() < maxReadMs; });
    summary.isWhole = scanned.has_value();
    summary.messages = (*file)->facts().totals().messages;
    (*file)->facts().visitEndpoints([&summary](const pipecore::EndpointFacts& endpoint) {
        const QString name = shortened(fromCore(endpoint.name));
        if (!summary.pipes.contains(name)) {
            const bool isOverLimit = summary.pipes.size() == listedPipes;
            summary.pipes << (isOverLimit ? QStringLiteral("…") : name);
        }
        return summary.pipes.size() <= listedPipes;
    });
    return summary;
}

} // namespace pipescope
