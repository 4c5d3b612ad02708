#include "explorer/inspection_texts.h"

#include "widgets/formatting.h"

#include <QCoreApplication>

namespace pipescope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(pipescope::InspectDialog)
};

} // namespace

QString factLabel(pipecore::PipeFact fact)
{
    using pipecore::PipeFact;
    switch (fact) {
    case PipeFact::Type: return Texts::tr("Type");
    case PipeFact::ReadMode: return Texts::tr("Read mode of a new client");
    case PipeFact::Access: return Texts::tr("Direction");
    case PipeFact::Instances: return Texts::tr("Instances now");
    case PipeFact::Limit: return Texts::tr("Instance limit");
    case PipeFact::OutBufferSize: return Texts::tr("Outgoing buffer");
    case PipeFact::InBufferSize: return Texts::tr("Incoming buffer");
    case PipeFact::Connected: return Texts::tr("Clients");
    case PipeFact::Waiting: return Texts::tr("Clients that wait");
    case PipeFact::Owner: return Texts::tr("Owner");
    case PipeFact::OwnerId: return Texts::tr("Owner ID");
    case PipeFact::Group: return Texts::tr("Group");
    case PipeFact::GroupId: return Texts::tr("Group ID");
    case PipeFact::Security: return Texts::tr("Permissions");
    case PipeFact::ProcessId: return Texts::tr("Server process");
    case PipeFact::Image: return Texts::tr("Server program");
    case PipeFact::Session: break;
    }
    return Texts::tr("Server session");
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
    case PipeFact::Limit: return number == 0 ? Texts::tr("none") : formatCount(number);
    case PipeFact::OutBufferSize:
    case PipeFact::InBufferSize: return number == 0 ? Texts::tr("as needed") : formatBytes(number);
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
