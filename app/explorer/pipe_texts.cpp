#include "explorer/pipe_texts.h"

#include "widgets/error_text.h"
#include "widgets/formatting.h"

#include "pipecore/payload/payload.h"

#include <QCoreApplication>
#include <QStringList>

#include <limits>

namespace pipescope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(pipescope::PipesPanel)
};

QString shown(const std::string& text)
{
    return fromCore(pipecore::previewText(pipecore::asBytes(text), pipecore::TextEncoding::Utf8,
                                          std::numeric_limits<std::size_t>::max()));
}

QString serverText(const pipecore::ListedPipe& pipe)
{
    if (!pipe.server.processId) {
        return Texts::tr("Process not known: %1").arg(errorLine(pipe.server.processId.error()));
    }
    const QString image =
        pipe.server.image ? shown(*pipe.server.image) : errorLine(pipe.server.image.error());
    return Texts::tr("Process %1: %2").arg(QString::number(*pipe.server.processId), image);
}

} // namespace

QString pipeNameText(const pipecore::ListedPipe& pipe)
{
    return shown(pipe.name);
}

QString pipeCountText(const pipecore::ListedPipe& pipe)
{
    const std::optional<std::uint32_t> count = pipe.instances ? pipe.instances : pipe.connected;
    if (!count) {
        return {};
    }
    const QString text = formatCount(*count);
    return pipe.waiting.value_or(0) == 0
               ? text
               : QStringLiteral("%1 + %2").arg(text, formatCount(*pipe.waiting));
}

QString pipeLimitText(const pipecore::ListedPipe& pipe)
{
    if (!pipe.instances) {
        return {};
    }
    return pipe.limit ? formatCount(*pipe.limit) : Texts::tr("none");
}

QString pipeToolTip(const pipecore::ListedPipe& pipe)
{
    QStringList lines{shown(pipe.path)};
    if (pipe.waiting.value_or(0) > 0) {
        lines += Texts::tr("Clients that wait to be accepted: %1").arg(formatCount(*pipe.waiting));
    }
    if (!pipe.instances) {
        lines += serverText(pipe);
    }
    if (!pipe.canConnect) {
        lines += Texts::tr("PipeScope cannot connect to a name like this.");
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace pipescope
