#include "security/security_texts.h"

#include "widgets/formatting.h"

#include <QCoreApplication>

namespace pipescope {

QString wellKnownTitle(const pipecore::WellKnownAccount& account)
{
    return coreText("WellKnownAccount", account.name);
}

QString wellKnownName(const pipecore::WellKnownAccount& account)
{
    return QStringLiteral("%1 (%2)").arg(
        wellKnownTitle(account), fromCore(account.alias.empty() ? account.sid : account.alias));
}

QString severityText(pipecore::Severity severity)
{
    return coreText("Severity", pipecore::severityName(severity));
}

QString ruleText(std::string_view text)
{
    return coreText("SecurityRule", text);
}

QString inputReason(const pipecore::InputError& error)
{
    return coreText("InputError", error.reason);
}

QString rightsSentence(pipecore::AccessMask granted)
{
    namespace rights = pipecore::rights;
    const bool reads = (granted & rights::readData) != 0;
    const bool writes = (granted & rights::writeData) != 0;
    const bool creates = (granted & rights::createInstance) != 0;
    const bool changes = (granted & (rights::writeDac | rights::writeOwner)) != 0;
    const auto text = [](const char* sentence) {
        return QCoreApplication::translate("RightsSentence", sentence);
    };
    QString sentence;
    if (!reads && !writes) {
        sentence = text(QT_TRANSLATE_NOOP("RightsSentence", "Cannot read or write."));
    } else if (!writes) {
        sentence = text(QT_TRANSLATE_NOOP("RightsSentence", "Can only read."));
    } else if (!reads) {
        sentence = text(QT_TRANSLATE_NOOP("RightsSentence", "Can only write."));
    } else {
        sentence = text(QT_TRANSLATE_NOOP("RightsSentence", "Can read and write."));
    }
    if (creates) {
        sentence +=
            QLatin1Char(' ') + text(QT_TRANSLATE_NOOP("RightsSentence", "Can create instances."));
    }
    if (changes) {
        sentence +=
            QLatin1Char(' ') + text(QT_TRANSLATE_NOOP("RightsSentence", "Can change permissions."));
    }
    return sentence;
}

} // namespace pipescope
