#include "registry.h"

#include "pipecore/base/translatable.h"
#include "pipecore/decode/lua_decoders.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <set>
#include <utility>

namespace pipecore {

namespace {

using lua::Script;

constexpr std::size_t maxDecoders = 100;
constexpr std::size_t maxFileBytes = std::size_t{1024} * 1024;

struct Entry
{
    std::string file{};
    std::optional<DecoderId> decoder{};
    std::shared_ptr<Script> script{};    ///< null: never loaded without a mistake
    std::optional<Phrase> loadProblem{}; ///< of the file as it is now
};

/// What the number of a decoder stands for. Stays when the decoder is removed.
struct Slot
{
    DecoderInfo info;
    std::shared_ptr<Script> script;
};

/// All of it, for the whole program: decoders are known by number everywhere, and these are some more.
struct Registry
{
    std::mutex mutex; ///< guards all but `count`
    std::vector<Entry> entries;
    std::vector<Slot> slots;
    std::set<std::string, std::less<>> texts; ///< of DecoderInfo
    std::atomic<std::size_t> count{0};        ///< scripts that are loaded

    std::string_view keep(const std::string& text) { return *texts.insert(text).first; }
    [[nodiscard]] Slot& slotOf(DecoderId decoder)
    {
        return slots[std::to_underlying(decoder) - std::to_underlying(DecoderId::FirstAdded)];
    }
    [[nodiscard]] Entry* entryOf(std::string_view file)
    {
        const auto found = std::ranges::find(entries, file, &Entry::file);
        return found == entries.end() ? nullptr : &*found;
    }
    [[nodiscard]] std::optional<DecoderId> withKey(std::string_view key) const
    {
        const auto found =
            std::ranges::find_if(slots, [&](const Slot& slot) { return slot.info.key == key; });
        return found == slots.end() ? std::nullopt : std::optional(found->info.id);
    }
    void recount()
    {
        count = static_cast<std::size_t>(
            std::ranges::count_if(slots, [](const Slot& slot) { return slot.script != nullptr; }));
        ++lua::changeCount();
    }
};

Registry& registry()
{
    static Registry all;
    return all;
}

std::string textOf(const std::filesystem::path& path)
{
    const std::u8string text = path.u8string();
    return {text.begin(), text.end()};
}

bool isBuiltIn(std::string_view key)
{
    return std::ranges::find(decoders(), key, &DecoderInfo::key) != decoders().end();
}

/// Without the mark that some editors put in front of UTF-8.
std::string_view withoutMark(std::string_view source)
{
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    source.remove_prefix(source.starts_with(mark) ? mark.size() : 0);
    return source;
}

Phrase keyIsTaken(const std::string& file, const std::string& key)
{
    return {PIPECORE_TR("Decode", "%1: another decoder has the key \"%2\": give this one its own, "
                                  "key = \"...\""),
            {file, key}};
}

/// The number for a script that was loaded from a file; of a key that was there before, the same.
std::expected<DecoderId, Phrase> numberFor(Registry& all, Entry& entry, const Script& script,
                                           const std::string& name)
{
    const std::string& key = script.description().key;
    auto decoder = all.withKey(key);
    const bool isOfOther = decoder && decoder != entry.decoder && all.slotOf(*decoder).script;
    if (isOfOther || isBuiltIn(key)) {
        return std::unexpected(keyIsTaken(name, key));
    }
    if (!decoder) {
        if (all.slots.size() == maxDecoders) {
            return std::unexpected(
                Phrase{PIPECORE_TR("Decode", "%1: there are %2 decoders already"),
                       {name, std::to_string(maxDecoders)}});
        }
        decoder =
            static_cast<DecoderId>(std::to_underlying(DecoderId::FirstAdded) + all.slots.size());
        all.slots.emplace_back();
    }
    return *decoder;
}

} // namespace

Result<DecoderId> addLuaDecoder(const std::filesystem::path& file, std::string_view source)
{
    const std::string path = textOf(file);
    const std::string name = textOf(file.filename());
    auto script = Script::load(std::string(withoutMark(source)), name);
    Registry& all = registry();
    const std::scoped_lock lock(all.mutex);
    Entry* entry = all.entryOf(path);
    if (entry == nullptr) {
        entry = &all.entries.emplace_back(Entry{.file = path});
    }
    std::expected<DecoderId, Phrase> decoder = script ? numberFor(all, *entry, **script, name)
                                                      : std::unexpected(std::move(script.error()));
    if (!decoder) {
        entry->loadProblem = decoder.error();
        ++lua::changeCount();
        return refusePhrase(std::move(decoder.error()));
    }
    if (entry->decoder && entry->decoder != *decoder) {
        all.slotOf(*entry->decoder).script.reset(); // another key from now on
    }
    entry->loadProblem.reset();
    entry->decoder = *decoder;
    entry->script = *script;
    const lua::Description& description = (*script)->description();
    all.slotOf(*decoder) = {
        {*decoder, all.keep(description.key), all.keep(description.name), description.readsHeader},
        *script};
    all.recount();
    return *decoder;
}

Result<DecoderId> loadLuaDecoder(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::string source(maxFileBytes + 1, '\0');
    errno = 0;
    stream.read(source.data(), static_cast<std::streamsize>(source.size()));
    const auto size = static_cast<std::size_t>(stream.gcount());
    if (!stream.is_open() || stream.bad()) {
        return refusePhrase({PIPECORE_TR("ErrorDetail", "%1 cannot be read"), {textOf(file)}},
                            std::filesystem::exists(file) ? ErrorKind::Io : ErrorKind::NotFound);
    }
    if (size > maxFileBytes) {
        return refusePhrase({PIPECORE_TR("ErrorDetail", "%1 is larger than %2 bytes"),
                             {textOf(file), std::to_string(maxFileBytes)}});
    }
    source.resize(size);
    return addLuaDecoder(file, source);
}

void removeLuaDecoder(const std::filesystem::path& file)
{
    Registry& all = registry();
    const std::scoped_lock lock(all.mutex);
    const auto entry = std::ranges::find(all.entries, textOf(file), &Entry::file);
    if (entry == all.entries.end()) {
        return;
    }
    if (entry->decoder) {
        all.slotOf(*entry->decoder).script.reset();
    }
    all.entries.erase(entry);
    all.recount();
}

std::vector<LuaDecoder> luaDecoders()
{
    Registry& all = registry();
    const std::scoped_lock lock(all.mutex);
    std::vector<LuaDecoder> list;
    for (const Entry& entry : all.entries) {
        LuaDecoder decoder{.file = entry.file, .decoder = entry.decoder};
        decoder.isLoaded = !entry.loadProblem;
        if (entry.script) {
            decoder.key = entry.script->description().key;
            decoder.name = entry.script->description().name;
            decoder.problem = entry.script->problem().value_or(Phrase());
            decoder.isOff = entry.script->isOff();
        }
        if (entry.loadProblem) {
            decoder.problem = *entry.loadProblem;
        }
        list.push_back(std::move(decoder));
    }
    std::ranges::sort(list, {}, &LuaDecoder::file);
    return list;
}

std::uint64_t luaDecoderChanges()
{
    return lua::changeCount().load();
}

bool hasAddedDecoders()
{
    return registry().count.load() != 0;
}

std::optional<DecoderId> addedDecoderFor(ByteView payload, const DecodeContext& context)
{
    std::optional<DecoderId> best;
    int bestScore = -1;
    for (const auto& [decoder, script] : lua::loadedScripts()) {
        const int score = script->score(payload, context);
        if (!script->isOff() && score > bestScore && (score > 0 || !script->hasDetection())) {
            best = decoder;
            bestScore = score;
        }
    }
    return best;
}

std::vector<DecoderInfo> addedDecoders()
{
    std::vector<DecoderInfo> list;
    for (const auto& [decoder, script] : lua::loadedScripts()) {
        list.push_back(lua::infoOf(decoder));
    }
    std::ranges::sort(list, {}, &DecoderInfo::name);
    return list;
}

namespace lua {

std::shared_ptr<Script> scriptOf(DecoderId decoder)
{
    Registry& all = registry();
    const std::scoped_lock lock(all.mutex);
    return all.slotOf(decoder).script;
}

DecoderInfo infoOf(DecoderId decoder)
{
    Registry& all = registry();
    const std::scoped_lock lock(all.mutex);
    return all.slotOf(decoder).info;
}

std::optional<DecoderId> decoderWithKey(std::string_view key)
{
    Registry& all = registry();
    const std::scoped_lock lock(all.mutex);
    const auto decoder = all.withKey(key);
    return decoder && all.slotOf(*decoder).script ? decoder : std::nullopt;
}

std::vector<std::pair<DecoderId, std::shared_ptr<Script>>> loadedScripts()
{
    Registry& all = registry();
    std::vector<std::pair<DecoderId, std::shared_ptr<Script>>> list;
    if (all.count.load() == 0) {
        return list;
    }
    const std::scoped_lock lock(all.mutex);
    for (const Slot& slot : all.slots) {
        if (slot.script) {
            list.emplace_back(slot.info.id, slot.script);
        }
    }
    return list;
}

} // namespace lua

} // namespace pipecore
