#include "connections/options_settings.h"

#include "widgets/formatting.h"

#include "pipecore/model/option_table.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace pipescope {

namespace {

using pipecore::CallOptions;
using pipecore::ClientOptions;
using pipecore::OptionKind;
using pipecore::ServerOptions;

constexpr qsizetype maxRecent = 20;

QString recentKey()
{
    return QStringLiteral("connections/recentNames");
}

template <typename Options>
constexpr QLatin1String groupOf()
{
    if (std::is_same_v<Options, ServerOptions>) {
        return QLatin1String("server");
    }
    return std::is_same_v<Options, ClientOptions> ? QLatin1String("client") : QLatin1String("call");
}

template <typename Options>
QString keyOf(QLatin1String name)
{
    return QStringLiteral("connections/%1/%2").arg(groupOf<Options>(), name);
}

QLatin1String latin1(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

// Before 0.1, options were stored under their members' names, and flags and choices as numbers.

struct OldName
{
    std::string_view key;
    const char* name;
};
constexpr std::array oldNames = std::to_array<OldName>({
    {"out-buffer", "outBufferSize"},
    {"in-buffer", "inBufferSize"},
    {"buffer", "bufferSize"},
    {"read-mode", "readMode"},
    {"default-timeout", "defaultTimeout"},
    {"first-instance", "firstInstance"},
    {"allow-remote", "rejectRemote"},
    {"write-through", "writeThrough"},
    {"reuse", "policy"},
    {"sync", "io"},
    {"file-mode", "fileMode"},
    {"effective-only", "effectiveOnly"},
    {"context-tracking", "contextTracking"},
    {"share-read", "shareRead"},
    {"share-write", "shareWrite"},
    {"read-size", "readSize"},
    {"write-queue-limit", "writeQueueLimit"},
    {"message-limit", "messageLimit"},
    {"drain-time", "drainTime"},
    {"reply-limit", "replyLimit"},
});

/// The text of a stored number; empty if it is invalid.
template <typename Options>
std::string oldText(const pipecore::OptionInfo& option, const QString& stored)
{
    bool isNumber = false;
    const auto number = static_cast<std::size_t>(stored.toULongLong(&isNumber));
    if (!isNumber) {
        return stored.toStdString();
    }
    switch (option.kind) {
    case OptionKind::Flag:
        return pipecore::optionText(option, (number != 0) != (option.key == "allow-remote"));
    case OptionKind::Octal: return pipecore::optionText(option, static_cast<std::int64_t>(number));
    case OptionKind::Choice: {
        auto words = option.words();
        if (std::is_same_v<Options, ClientOptions> && option.key == "access") {
            std::swap(words[1], words[2]); // the old order was read, write
        }
        return number < words.size() ? std::string(words[number]) : std::string();
    }
    default: return stored.toStdString();
    }
}

/// Empty if nothing is stored.
template <typename Options>
std::string storedText(const QSettings& settings, const pipecore::OptionInfo& option)
{
    const QVariant value = settings.value(keyOf<Options>(latin1(option.key)));
    const auto* old = std::ranges::find(oldNames, option.key, &OldName::key);
    const QString text = value.toString();
    // Some names are unchanged: a number identifies an old value.
    const bool isWord = option.kind == OptionKind::Flag || option.kind == OptionKind::Choice;
    if (value.isValid()) {
        return isWord ? oldText<Options>(option, text) : text.toStdString();
    }
    return old == oldNames.end()
               ? std::string()
               : oldText<Options>(
                   option, settings.value(keyOf<Options>(QLatin1String(old->name))).toString());
}

} // namespace

template <typename Options>
Options loadOptions(const QSettings& settings)
{
    Options options;
    for (const pipecore::Option<Options>& option : pipecore::optionsOf<Options>()) {
        const std::string text = storedText<Options>(settings, option);
        if (!text.empty()) {
            // A refused value keeps its default.
            std::ignore = pipecore::setOption(options, option, text, option.key);
        }
    }
    Options named = options;
    named.name = "name"; // the dialog validates the stored one
    if (!pipecore::validate(named)) {
        named = {};
        named.name = std::move(options.name);
        options = std::move(named);
    }
    if (options.name.empty()) {
        options.name = "orders";
    }
    return options;
}

template <typename Options>
void saveOptions(QSettings& settings, const Options& options)
{
    settings.remove(keyOf<Options>(QLatin1String()));
    for (const pipecore::OptionText& option : pipecore::changedOptions(options)) {
        settings.setValue(keyOf<Options>(latin1(option.key)), fromCore(option.value));
    }
}

template ServerOptions loadOptions(const QSettings&);
template ClientOptions loadOptions(const QSettings&);
template CallOptions loadOptions(const QSettings&);
template void saveOptions(QSettings&, const ServerOptions&);
template void saveOptions(QSettings&, const ClientOptions&);
template void saveOptions(QSettings&, const CallOptions&);

QStringList recentPipeNames(const QSettings& settings)
{
    return settings.value(recentKey()).toStringList();
}

void addRecentPipeName(QSettings& settings, const QString& name)
{
    QStringList names = recentPipeNames(settings);
    names.removeAll(name);
    names.prepend(name);
    settings.setValue(recentKey(), names.mid(0, maxRecent));
}

} // namespace pipescope
