#include "connections/access_sentence.h"

#include <QCoreApplication>

namespace pipescope {

namespace {

constexpr std::uint32_t ownerWrites = 0200;
constexpr std::uint32_t groupWrites = 0020;
constexpr std::uint32_t othersWrite = 0002;

QString translated(const char* text)
{
    return QCoreApplication::translate("AccessSentence", text);
}

QString socketSentence(std::uint32_t fileMode)
{
    switch (fileMode & (ownerWrites | groupWrites | othersWrite)) {
    case 0: return translated(QT_TRANSLATE_NOOP("AccessSentence", "Only root can connect."));
    case ownerWrites:
        return translated(QT_TRANSLATE_NOOP("AccessSentence", "Only you and root can connect."));
    case ownerWrites | groupWrites:
        return translated(
            QT_TRANSLATE_NOOP("AccessSentence", "Only you, your group and root can connect."));
    case ownerWrites | groupWrites | othersWrite:
        return translated(
            QT_TRANSLATE_NOOP("AccessSentence", "All users of this computer can connect."));
    default:
        return translated(QT_TRANSLATE_NOOP("AccessSentence",
                                            "Root and users with write permission can connect."));
    }
}

QString descriptorSentence(const std::string& sddl)
{
    if (sddl.empty()) {
        return translated(QT_TRANSLATE_NOOP(
            "AccessSentence", "Only you, administrators and the system can connect."));
    }
    if (sddl == pipecore::windowsDefaultSddl()) {
        return translated(QT_TRANSLATE_NOOP(
            "AccessSentence",
            "You, administrators and the system can connect; everyone else can only read."));
    }
    if (sddl == pipecore::everyoneSddl()) {
        return translated(QT_TRANSLATE_NOOP("AccessSentence",
                                            "Everyone can connect, including anonymous users."));
    }
    return translated(
        QT_TRANSLATE_NOOP("AccessSentence", "The security descriptor controls access."));
}

} // namespace

QString accessSentence(const pipecore::ServerOptions& options, pipecore::System system)
{
    if (system == pipecore::System::Unix) {
        return socketSentence(options.fileMode);
    }
    QString sentence = descriptorSentence(options.sddl);
    if (!options.rejectRemote) {
        sentence +=
            QLatin1Char(' ')
            + translated(QT_TRANSLATE_NOOP("AccessSentence", "Remote computers can connect."));
    }
    return sentence;
}

QString accessWarning(const pipecore::ServerOptions& options, pipecore::System system)
{
    if (system == pipecore::System::Unix) {
        return (options.fileMode & othersWrite) == 0
                   ? QString()
                   : translated(QT_TRANSLATE_NOOP(
                       "AccessSentence",
                       "Unsafe: any program of any user can connect to this server."));
    }
    return options.sddl != pipecore::everyoneSddl()
               ? QString()
               : translated(QT_TRANSLATE_NOOP("AccessSentence",
                                              "Unsafe: anyone can connect to this server, change "
                                              "its permissions and create instances of the pipe."));
}

} // namespace pipescope
