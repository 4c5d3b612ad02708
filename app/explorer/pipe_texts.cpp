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
        return Texts::tr("Process unknown: %1").arg(errorLine(pipe.server.processId.error()));
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
        lines += Texts::tr("Pending clients: %1").arg(formatCount(*pipe.waiting));
    }
    if (!pipe.instances) {
        lines += serverText(pipe);
    }
    if (!pipe.isPlaceKnown) {
        lines += Texts::tr("The socket's file was moved or removed; its place is not known.");
    } else if (!pipe.canConnect) {
        lines += Texts::tr("PipeScope cannot connect to pipes with such a name.");
    }
    return lines.join(QLatin1Char('\n'));
}

namespace {

struct InspectionTexts
{
    Q_DECLARE_TR_FUNCTIONS(pipescope::InspectDialog)
};

} // namespace

QString factLabel(pipecore::PipeFact fact)
{
    using pipecore::PipeFact;
    switch (fact) {
    case PipeFact::Type: return InspectionTexts::tr("Type");
    case PipeFact::ReadMode: return InspectionTexts::tr("Initial read mode");
    case PipeFact::Access: return InspectionTexts::tr("Direction");
    case PipeFact::Instances: return InspectionTexts::tr("Current instances");
    case PipeFact::Limit: return InspectionTexts::tr("Max. instances");
    case PipeFact::OutBufferSize: return InspectionTexts::tr("Output buffer");
    case PipeFact::InBufferSize: return InspectionTexts::tr("Input buffer");
    case PipeFact::Connected: return InspectionTexts::tr("Clients");
    case PipeFact::Waiting: return InspectionTexts::tr("Pending clients");
    case PipeFact::Owner: return InspectionTexts::tr("Owner");
    case PipeFact::OwnerId: return InspectionTexts::tr("Owner ID");
    case PipeFact::Group: return InspectionTexts::tr("Group");
    case PipeFact::GroupId: return InspectionTexts::tr("Group ID");
    case PipeFact::Security: return InspectionTexts::tr("Permissions");
    case PipeFact::ProcessId: return InspectionTexts::tr("Server process");
    case PipeFact::Image: return InspectionTexts::tr("Server program");
    case PipeFact::Session: break;
    }
    return InspectionTexts::tr("Server session");
}

QString factText(pipecore::PipeFact, pipecore::PipeMode mode)
{
    return modeText(mode);
}

QString factText(pipecore::PipeFact, pipecore::Access access)
{
    return accessText(access);
}

QString factText(pipecore::PipeFact fact, std::uint32_t number)
{
    using pipecore::PipeFact;
    switch (fact) {
    case PipeFact::Limit: return number == 0 ? InspectionTexts::tr("none") : formatCount(number);
    case PipeFact::OutBufferSize:
    case PipeFact::InBufferSize:
        return number == 0 ? InspectionTexts::tr("as needed") : formatBytes(number);
    // A name made of digits.
    case PipeFact::ProcessId:
    case PipeFact::Session: return QString::number(number);
    default: return formatCount(number);
    }
}

QString factText(pipecore::PipeFact, const std::string& text)
{
    return fromCore(text);
}

} // namespace pipescope
