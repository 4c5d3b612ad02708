#include "script.h"

#include "pipecore/base/clean_text.h"
#include "pipecore/base/translatable.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace pipecore::lua {

namespace {

constexpr std::size_t maxIdleStates = 16;
constexpr std::size_t maxNameBytes = 60;
constexpr lua_Integer maxPipes = 50;

char toSmallLetter(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string toSmallLetters(std::string_view text)
{
    std::string small(text);
    std::ranges::transform(small, small.begin(), toSmallLetter);
    return small;
}

bool isKeyCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

bool isKey(std::string_view key)
{
    return !key.empty() && key.size() <= maxNameBytes && key[0] >= 'a' && key[0] <= 'z'
           && std::ranges::all_of(key, isKeyCharacter);
}

/// The key of a file that names none: its name without the ending.
std::string keyOfFile(std::string_view file)
{
    std::string key = toSmallLetters(file.substr(0, file.rfind('.')));
    std::ranges::replace_if(key, std::not_fn(isKeyCharacter), '-');
    return isKey(key) ? key : "x" + key.substr(0, maxNameBytes - 1);
}

/// Whether a text fits a pattern in which `*` is any text and `?` any character; in small letters. The time is
/// that of both lengths multiplied: only the last star is tried again.
bool fitsPattern(std::string_view text, std::string_view pattern)
{
    std::size_t at = 0;
    std::size_t item = 0;
    std::size_t star = std::string_view::npos;
    std::size_t afterStar = 0;
    while (at < text.size()) {
        if (item < pattern.size() && pattern[item] == '*') {
            star = item++;
            afterStar = at;
        } else if (item < pattern.size()
                   && (pattern[item] == '?' || pattern[item] == toSmallLetter(text[at]))) {
            ++item;
            ++at;
        } else if (star != std::string_view::npos) {
            item = star + 1;
            at = ++afterStar;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', std::min(item, pattern.size())) == std::string_view::npos;
}

/// What a script returns, read in a protected call.
struct Returned
{
    Description description;
    int decode = LUA_NOREF;
    int detect = LUA_NOREF;
    int message = LUA_NOREF;
};

int badField(lua_State* state, const char* name, const char* expected)
{
    return luaL_error(state, "%s must be %s", name, expected);
}

/// Pushes a member of the description at index 1 and returns its type.
int member(lua_State* state, const char* name)
{
    lua_pushstring(state, name);
    return lua_rawget(state, 1);
}

void readText(lua_State* state, const char* name, std::string& text)
{
    const int type = member(state, name);
    if (type != LUA_TSTRING && type != LUA_TNIL) {
        badField(state, name, "a string");
    }
    if (type == LUA_TSTRING) {
        text = lua_tostring(state, -1);
    }
    lua_pop(state, 1);
}

void addPipe(lua_State* state, Description& description)
{
    if (lua_type(state, -1) != LUA_TSTRING) {
        badField(state, "pipes", "a string or a list of strings");
    }
    description.pipes.push_back(toSmallLetters(lua_tostring(state, -1)));
}

void readPipes(lua_State* state, Description& description)
{
    const int type = member(state, "pipes");
    if (type == LUA_TTABLE) {
        for (lua_Integer index = 1; index <= maxPipes; ++index) {
            if (lua_rawgeti(state, -1, index) == LUA_TNIL) {
                lua_pop(state, 1);
                break;
            }
            addPipe(state, description);
            lua_pop(state, 1);
        }
    } else if (type != LUA_TNIL) {
        addPipe(state, description);
    }
    lua_pop(state, 1);
}

int readFunction(lua_State* state, const char* name, bool isNeeded)
{
    const int type = member(state, name);
    if (type == LUA_TNIL && !isNeeded) {
        lua_pop(state, 1);
        return LUA_NOREF;
    }
    if (type != LUA_TFUNCTION) {
        badField(state, name, "a function");
    }
    return luaL_ref(state, LUA_REGISTRYINDEX);
}

/// Reads the table that a script has returned into a Returned, its second argument.
int describe(lua_State* state)
{
    auto& returned = *static_cast<Returned*>(lua_touserdata(state, 2));
    if (!lua_istable(state, 1)) {
        return luaL_error(state,
                          "the script must return a table: return { name = ..., decode = ... }");
    }
    readText(state, "key", returned.description.key);
    readText(state, "name", returned.description.name);
    readPipes(state, returned.description);
    member(state, "reads_header");
    returned.description.readsHeader = lua_toboolean(state, -1) != 0;
    lua_pop(state, 1);
    returned.decode = readFunction(state, "decode", true);
    returned.detect = readFunction(state, "detect", false);
    returned.description.hasDetect = returned.detect != LUA_NOREF;
    lua_pushcfunction(state, makeMessageObject);
    lua_call(state, 0, 1);
    returned.message = luaL_ref(state, LUA_REGISTRYINDEX);
    return lockGlobals(state);
}

/// true is likely; a number is from 0 to 100.
int scoreOf(lua_State* state)
{
    constexpr int likely = 90;
    if (lua_type(state, -1) != LUA_TNUMBER) {
        return lua_toboolean(state, -1) != 0 ? likely : 0;
    }
    const lua_Number number = lua_tonumber(state, -1);
    return std::isfinite(number) ? static_cast<int>(std::clamp(number, 0.0, 100.0)) : 0;
}

/// Makes the ranges of groups include those of their fields, which a script may set as it likes.
// NOLINTNEXTLINE(misc-no-recursion): the builder bounds how deep
void enclose(Field& field)
{
    for (Field& child : field.children) {
        enclose(child);
        const std::size_t end = std::max(field.offset + field.length, child.offset + child.length);
        field.offset = std::min(field.offset, child.offset);
        field.length = end - field.offset;
    }
}

} // namespace

struct Script::State
{
    explicit State(const SandboxLimits& limits) : sandbox(limits) {}

    Sandbox sandbox;
    Returned returned;
};

std::atomic<std::uint64_t>& changeCount()
{
    static std::atomic<std::uint64_t> count{0};
    return count;
}

Script::Script(std::string source, const std::string& file, const SandboxLimits& limits,
               const TotalLimits& totalLimits)
    : m_source(std::move(source))
    , m_file(onOneLine(file))
    , m_chunk("@" + m_file)
    , m_limits(limits)
    , m_totalLimits(totalLimits)
{}

Script::~Script() = default;

std::expected<std::shared_ptr<Script>, Phrase> Script::load(std::string source,
                                                            const std::string& file,
                                                            const SandboxLimits& limits,
                                                            const TotalLimits& totalLimits)
{
    const std::shared_ptr<Script> script(new Script(std::move(source), file, limits, totalLimits));
    auto state = script->makeState();
    if (!state) {
        return std::unexpected(std::move(state.error()));
    }
    Description& description = script->m_description;
    description = (*state)->returned.description;
    if (description.key.empty()) {
        description.key = keyOfFile(script->m_file);
    }
    if (!isKey(description.key)) {
        return std::unexpected(Phrase{
            PIPECORE_TR("Decode", "%1: key must be letters a to z, digits, - and _, not \"%2\""),
            {script->m_file, shortened(onOneLine(description.key), maxNameBytes)}});
    }
    if (description.name.empty()) {
        description.name = description.key;
    }
    description.name = shortened(onOneLine(description.name), maxNameBytes);
    script->m_idle.push_back(std::move(*state));
    return script;
}

std::expected<std::unique_ptr<Script::State>, Phrase> Script::makeState()
{
    auto state = std::make_unique<State>(m_limits);
    Sandbox& sandbox = state->sandbox;
    lua_State* const lua = sandbox.state();
    if (lua == nullptr) {
        return std::unexpected(Phrase{PIPECORE_TR("Decode", "%1: not enough memory"), {m_file}});
    }
    lua_pushcfunction(lua, openLibraries);
    Outcome outcome = sandbox.call(0, 0);
    if (outcome.isGood) {
        outcome = sandbox.load(m_source, m_chunk.c_str());
    }
    if (outcome.isGood) {
        outcome = sandbox.call(0, 1);
    }
    if (outcome.isGood) {
        lua_pushcfunction(lua, describe);
        lua_insert(lua, 1);
        lua_pushlightuserdata(lua, &state->returned);
        outcome = sandbox.call(2, 0);
    }
    if (!outcome.isGood) {
        return std::unexpected(phraseOf(outcome));
    }
    return state;
}

std::unique_ptr<Script::State> Script::takeState()
{
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_idle.empty()) {
            auto state = std::move(m_idle.back());
            m_idle.pop_back();
            return state;
        }
    }
    auto made = makeState();
    if (!made) {
        report(made.error(), true);
        return nullptr;
    }
    return std::move(*made);
}

Phrase Script::phraseOf(const Outcome& outcome) const
{
    const std::string place = outcome.place.empty() ? m_file : outcome.place;
    switch (outcome.excess) {
    case Excess::None: break;
    case Excess::Steps:
        return {PIPECORE_TR("Decode", "%1: more than %2 steps for one message. The decoder is off: "
                                      "let it do less for each message, and save its file"),
                {place, std::to_string(m_limits.steps)}};
    case Excess::Time:
        return {PIPECORE_TR("Decode", "%1: more than %2 ms for one message. The decoder is off: "
                                      "let it do less for each message, and save its file"),
                {place, std::to_string(m_limits.time.count())}};
    case Excess::Memory:
        return {PIPECORE_TR("Decode", "%1: more than %2 MiB of memory. The decoder is off: let it "
                                      "keep less, and save its file"),
                {place, std::to_string(m_limits.memory / 1024 / 1024)}};
    }
    constexpr std::size_t maxProblem = 500;
    std::string problem = shortened(onOneLine(outcome.problem), maxProblem);
    if (!problem.starts_with(m_file + ':')) {
        problem.insert(0, place + ": ");
    }
    return {"%1", {std::move(problem)}};
}

void Script::report(const Phrase& problem, bool isOff)
{
    if (isOff) {
        m_isOff = true;
    }
    {
        const std::scoped_lock lock(m_mutex);
        if (m_problem == problem) {
            return;
        }
        m_problem = problem;
    }
    ++changeCount();
}

std::optional<Phrase> Script::problem() const
{
    const std::scoped_lock lock(m_mutex);
    return m_problem;
}

void Script::account(TimePoint started)
{
    const auto now = std::chrono::steady_clock::now();
    const auto used = std::chrono::nanoseconds(m_usedNs += (now - started).count());
    const std::int64_t calls = ++m_calls;
    if (used > m_totalLimits.total && used / calls > m_totalLimits.average) {
        const auto inMilliseconds = [](auto time) {
            return std::to_string(
                std::chrono::duration_cast<std::chrono::milliseconds>(time).count());
        };
        report({PIPECORE_TR("Decode", "%1: %2 ms for a message on average. The decoder is off: let "
                                      "it do less for each message, and save its file"),
                {m_file, inMilliseconds(used / calls)}},
               true);
    }
}

std::optional<Phrase> Script::run(Function function, ScriptMessage& message, int& result)
{
    const auto started = std::chrono::steady_clock::now();
    auto state = takeState();
    if (!state) {
        return problem();
    }
    lua_State* const lua = state->sandbox.state();
    const Returned& returned = state->returned;
    lua_rawgeti(lua, LUA_REGISTRYINDEX,
                function == Function::Decode ? returned.decode : returned.detect);
    lua_rawgeti(lua, LUA_REGISTRYINDEX, returned.message);
    setMessage(lua, -1, &message);
    const Outcome outcome = state->sandbox.call(1, 1);
    result = outcome.isGood ? scoreOf(lua) : 0;
    lua_settop(lua, 0);
    lua_rawgeti(lua, LUA_REGISTRYINDEX, returned.message);
    setMessage(lua, -1, nullptr);
    lua_settop(lua, 0);
    account(started);
    // Some of what a script leaves behind is not collected.
    if (outcome.excess == Excess::None && state->sandbox.usedMemory() < m_limits.memory / 2) {
        const std::scoped_lock lock(m_mutex);
        if (m_idle.size() < maxIdleStates) {
            m_idle.push_back(std::move(state));
        }
    }
    if (outcome.isGood || outcome.isStopped) {
        return std::nullopt;
    }
    Phrase problem = phraseOf(outcome);
    report(problem, outcome.excess != Excess::None);
    return problem;
}

bool Script::decode(const Slice& slice, TreeBuilder& tree, const DecodeContext& context)
{
    if (isOff()) {
        const Phrase off = problem().value_or(Phrase{"%1", {m_file}});
        return tree.fail(slice.base, 0, off.pattern, off.values);
    }
    const std::size_t depth = tree.depth();
    if (!tree.open(groupField(itemName(0), "message", slice.base))) {
        return false;
    }
    ScriptMessage message{.slice = slice, .tree = &tree, .context = context};
    int result = 0;
    const auto problem = run(Function::Decode, message, result);
    if (problem) {
        tree.fail(message.place(), 0, problem->pattern, problem->values);
    }
    while (tree.depth() > depth) {
        tree.close(slice.base + slice.bytes.size());
    }
    enclose(tree.top().children.back());
    return !problem && !message.isStopped;
}

bool Script::fitsPipe(std::string_view pipe) const
{
    // A pattern is of a whole name, or of its last part, without what .NET puts before it.
    constexpr std::string_view dotnet = "CoreFxPipe_";
    std::string_view last = pipe.substr(pipe.find_last_of("/\\") + 1);
    last.remove_prefix(last.starts_with(dotnet) ? dotnet.size() : 0);
    return std::ranges::any_of(m_description.pipes, [&](const std::string& pattern) {
        return fitsPattern(pipe, pattern) || fitsPattern(last, pattern);
    });
}

int Script::score(ByteView payload, const DecodeContext& context)
{
    constexpr int byName = 90;
    const bool hasPipes = !m_description.pipes.empty();
    const bool isNamed = hasPipes && !context.pipe.empty();
    if (isOff() || (isNamed && !fitsPipe(context.pipe))) {
        return 0;
    }
    if (!m_description.hasDetect) {
        return isNamed ? byName : 0;
    }
    ScriptMessage message{.slice = {payload}, .context = context};
    int result = 0;
    return run(Function::Detect, message, result) ? 0 : result;
}

bool Script::mayDecode(ByteView payload, const DecodeContext& context)
{
    const bool isNameUnknown = !m_description.hasDetect && context.pipe.empty();
    return !isOff() && (!hasDetection() || isNameUnknown || score(payload, context) > 0);
}

} // namespace pipecore::lua
