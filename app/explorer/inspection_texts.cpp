#include "explorer/inspection_texts.h"

#include "widgets/formatting.h"

#include <QCoreApplication>

namespace pipescope {

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
    case PipeFact::ReadMode: return InspectionTexts::tr("Read mode of a new client");
    case PipeFact::Access: return InspectionTexts::tr("Direction");
    case PipeFact::Instances: return InspectionTexts::tr("Instances now");
    case PipeFact::Limit: return InspectionTexts::tr("Instance limit");
    case PipeFact::OutBufferSize: return InspectionTexts::tr("Outgoing buffer");
    case PipeFact::InBufferSize: return InspectionTexts::tr("Incoming buffer");
    case PipeFact::Connected: return InspectionTexts::tr("Clients");
    case PipeFact::Waiting: return InspectionTexts::tr("Clients that wait");
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
