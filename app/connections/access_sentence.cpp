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
    case 0: return translated(QT_TRANSLATE_NOOP("AccessSentence", "Only root may connect."));
    case ownerWrites:
        return translated(QT_TRANSLATE_NOOP("AccessSentence", "Only you and root may connect."));
    case ownerWrites | groupWrites:
        return translated(
            QT_TRANSLATE_NOOP("AccessSentence", "Only you, your group and root may connect."));
    case ownerWrites | groupWrites | othersWrite:
        return translated(
            QT_TRANSLATE_NOOP("AccessSentence", "Every user of this computer may connect."));
    default:
        return translated(QT_TRANSLATE_NOOP(
            "AccessSentence", "Root, and whom the file mode lets write, may connect."));
    }
}

QString descriptorSentence(const std::string& sddl)
{
    if (sddl.empty()) {
        return translated(QT_TRANSLATE_NOOP(
            "AccessSentence", "Only you, administrators and the system may connect."));
    }
    if (sddl == pipecore::windowsDefaultSddl()) {
        return translated(QT_TRANSLATE_NOOP("AccessSentence",
                                            "You, administrators and the system may connect, all "
                                            "others may only read."));
    }
    if (sddl == pipecore::everyoneSddl()) {
        return translated(
            QT_TRANSLATE_NOOP("AccessSentence", "Everyone may connect, also without a password."));
    }
    return translated(
        QT_TRANSLATE_NOOP("AccessSentence", "The security descriptor says who may connect."));
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
            + translated(QT_TRANSLATE_NOOP("AccessSentence", "Other computers may connect, too."));
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
                       "Unsafe: every program of every user may talk to this server."));
    }
    return options.sddl != pipecore::everyoneSddl()
               ? QString()
               : translated(QT_TRANSLATE_NOOP(
                   "AccessSentence",
                   "Unsafe: anyone may talk to this server, change its rights, and serve the "
                   "name in its place."));
}

} // namespace pipescope
