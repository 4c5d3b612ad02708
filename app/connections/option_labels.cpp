#include "connections/option_labels.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace pipescope {

namespace {

constexpr const char* systemDefaultText = QT_TRANSLATE_NOOP("OptionLabel", "system default");
#ifdef _WIN32
// Without a quota Windows buffers nothing.
constexpr const char* withoutBuffer =
    QT_TRANSLATE_NOOP("OptionLabel", "none: each write waits for its reader");
#else
constexpr const char* withoutBuffer = systemDefaultText;
#endif

constexpr std::array optionLabels = std::to_array<OptionLabel>({
    {.key = "instances",
     .label = QT_TRANSLATE_NOOP("OptionLabel", "Max. &clients"),
     .zero = QT_TRANSLATE_NOOP("OptionLabel", "unlimited")},
    {.key = "out-buffer",
     .label = QT_TRANSLATE_NOOP("OptionLabel", "O&utput buffer"),
     .zero = withoutBuffer},
    {.key = "in-buffer",
     .label = QT_TRANSLATE_NOOP("OptionLabel", "Input bu&ffer"),
     .zero = withoutBuffer},
    {.key = "buffer",
     .label = QT_TRANSLATE_NOOP("OptionLabel", "B&uffer"),
     .zero = systemDefaultText},
    {.key = "allow-remote",
     .label = QT_TRANSLATE_NOOP("OptionLabel", "Re&ject remote clients"),
     .isInverted = true,
     .widget = "rejectRemote"},
    {.key = "first-instance",
     .label = QT_TRANSLATE_NOOP("OptionLabel", "Fail if the pipe already e&xists")},
    {.key = "reuse",
     .label = QT_TRANSLATE_NOOP("OptionLabel", "Next c&lient uses"),
     .off = QT_TRANSLATE_NOOP("OptionLabel", "a new instance"),
     .on = QT_TRANSLATE_NOOP("OptionLabel", "the disconnected instance"),
     .widget = "instancePolicy"},
    {.key = "sync",
     .label = QT_TRANSLATE_NOOP("OptionLabel", "I/O m&odel"),
     .off = QT_TRANSLATE_NOOP("OptionLabel", "overlapped"),
     .on = QT_TRANSLATE_NOOP("OptionLabel", "synchronous (threads)"),
     .widget = "ioModel"},
    {.key = "default-timeout",
     .label = QT_TRANSLATE_NOOP("OptionLabel", "Default &timeout"),
     .zero = QT_TRANSLATE_NOOP("OptionLabel", "50 ms (Windows default)")},
    {.key = "write-through", .label = QT_TRANSLATE_NOOP("OptionLabel", "Write throu&gh")},
    {.key = "file-mode", .label = QT_TRANSLATE_NOOP("OptionLabel", "Fil&e mode")},
    {.key = "backlog", .label = QT_TRANSLATE_NOOP("OptionLabel", "Bac&klog")},
    {.key = "sqos", .label = QT_TRANSLATE_NOOP("OptionLabel", "Impersonation &level")},
    {.key = "effective-only",
     .label = QT_TRANSLATE_NOOP("OptionLabel", "&Enabled groups and privileges only")},
    {.key = "context-tracking",
     .label = QT_TRANSLATE_NOOP("OptionLabel", "Trac&k identity changes")},
    {.key = "share-read", .label = QT_TRANSLATE_NOOP("OptionLabel", "Share for &reading")},
    {.key = "share-write", .label = QT_TRANSLATE_NOOP("OptionLabel", "Share for &writing")},
    {.key = "read-size", .label = QT_TRANSLATE_NOOP("OptionLabel", "Read si&ze")},
    {.key = "write-queue-limit", .label = QT_TRANSLATE_NOOP("OptionLabel", "Send &queue")},
    {.key = "message-limit", .label = QT_TRANSLATE_NOOP("OptionLabel", "M&ax. message size")},
    {.key = "drain-time",
     .label = QT_TRANSLATE_NOOP("OptionLabel", "Drain timeout"),
     .zero = QT_TRANSLATE_NOOP("OptionLabel", "none")},
    // For calls only: a client's timeout is part of another field.
    {.key = "timeout",
     .label = QT_TRANSLATE_NOOP("OptionLabel", "&Timeout"),
     .zero = QT_TRANSLATE_NOOP("OptionLabel", "server default")},
    {.key = "reply-limit", .label = QT_TRANSLATE_NOOP("OptionLabel", "Max. &reply size")},
});

} // namespace

const OptionLabel* optionLabel(std::string_view key)
{
    const auto* found = std::ranges::find(optionLabels, key, &OptionLabel::key);
    return found != optionLabels.end() ? found : nullptr;
}

QString labelText(const char* text)
{
    return QCoreApplication::translate("OptionLabel", text);
}

QString syncHelp(pipecore::IoModel io)
{
    return io == pipecore::IoModel::Synchronous ? labelText(QT_TRANSLATE_NOOP(
               "OptionLabel",
               "One operation at a time: writes wait until the pending read completes."))
                                                : QString();
}

} // namespace pipescope
