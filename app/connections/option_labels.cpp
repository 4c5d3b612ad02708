#include "connections/option_labels.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace pipescope {

namespace {

constexpr const char* systemDefaultText = QT_TRANSLATE_NOOP("OptionLabel", "as the system likes");

constexpr std::array optionLabels = std::to_array<OptionLabel>({
    {.key = "instances",
     .label = QT_TRANSLATE_NOOP("OptionLabel", "&Clients at once"),
     .zero = QT_TRANSLATE_NOOP("OptionLabel", "no limit")},
    {.key = "out-buffer",
     .label = QT_TRANSLATE_NOOP("OptionLabel", "O&utgoing buffer"),
     .zero = systemDefaultText},
    {.key = "in-buffer",
     .label = QT_TRANSLATE_NOOP("OptionLabel", "&Incoming buffer"),
     .zero = systemDefaultText},
    {.key = "buffer",
     .label = QT_TRANSLATE_NOOP("OptionLabel", "B&uffer"),
     .zero = systemDefaultText},
    {.key = "allow-remote",
     .label = QT_TRANSLATE_NOOP("OptionLabel", "&Reject clients on other computers"),
     .isInverted = true,
     .widget = "rejectRemote"},
    {.key = "first-instance",
     .label = QT_TRANSLATE_NOOP("OptionLabel", "Fail when the name is ser&ved already")},
    {.key = "reuse",
     .label = QT_TRANSLATE_NOOP("OptionLabel", "Ne&xt client gets"),
     .off = QT_TRANSLATE_NOOP("OptionLabel", "a new instance"),
     .on = QT_TRANSLATE_NOOP("OptionLabel", "the same instance, disconnected"),
     .widget = "instancePolicy"},
    {.key = "sync",
     .label = QT_TRANSLATE_NOOP("OptionLabel", "I/O m&odel"),
     .off = QT_TRANSLATE_NOOP("OptionLabel", "overlapped"),
     .on = QT_TRANSLATE_NOOP("OptionLabel", "synchronous, on threads"),
     .widget = "ioModel"},
    {.key = "default-timeout",
     .label = QT_TRANSLATE_NOOP("OptionLabel", "Default &time-out"),
     .zero = QT_TRANSLATE_NOOP("OptionLabel", "50 ms, Windows' own")},
    {.key = "write-through", .label = QT_TRANSLATE_NOOP("OptionLabel", "Write throu&gh")},
    {.key = "file-mode", .label = QT_TRANSLATE_NOOP("OptionLabel", "&File mode")},
    {.key = "backlog", .label = QT_TRANSLATE_NOOP("OptionLabel", "Bac&klog")},
    {.key = "sqos", .label = QT_TRANSLATE_NOOP("OptionLabel", "The server ma&y")},
    {.key = "effective-only",
     .label = QT_TRANSLATE_NOOP("OptionLabel", "Only groups and privileges that are switched o&n")},
    {.key = "context-tracking",
     .label = QT_TRANSLATE_NOOP("OptionLabel", "&Follow changes of the identity")},
    {.key = "share-read", .label = QT_TRANSLATE_NOOP("OptionLabel", "Share for &reading")},
    {.key = "share-write", .label = QT_TRANSLATE_NOOP("OptionLabel", "Share for wr&iting")},
    {.key = "read-size", .label = QT_TRANSLATE_NOOP("OptionLabel", "&Read size")},
    {.key = "write-queue-limit", .label = QT_TRANSLATE_NOOP("OptionLabel", "Write &queue")},
    {.key = "message-limit", .label = QT_TRANSLATE_NOOP("OptionLabel", "Message &limit")},
    {.key = "drain-time",
     .label = QT_TRANSLATE_NOOP("OptionLabel", "&Drain time"),
     .zero = QT_TRANSLATE_NOOP("OptionLabel", "do not wait")},
    // For calls only: a client's timeout is part of another field.
    {.key = "timeout",
     .label = QT_TRANSLATE_NOOP("OptionLabel", "&Wait for it"),
     .zero = QT_TRANSLATE_NOOP("OptionLabel", "the server's default")},
    {.key = "reply-limit", .label = QT_TRANSLATE_NOOP("OptionLabel", "&Reply up to")},
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
    return io == pipecore::IoModel::Synchronous ? labelText(
               QT_TRANSLATE_NOOP("OptionLabel", "One operation at a time: what is sent waits until "
                                                "the pending read has got something."))
                                                : QString();
}

} // namespace pipescope
