// The functions of `string` that could work for ever in one call: in Lua's own library no hook ends them.
#include "sandbox.h"

#include <algorithm>
#include <cstring>

namespace pipecore::lua {

namespace {

// Errors of Lua jump over these functions: none of their objects has a destructor.

std::string_view textArgument(lua_State* state, int index)
{
    std::size_t length = 0;
    const char* const text = luaL_checklstring(state, index, &length);
    return {text, length};
}

/// A position as scripts give it, from 1 or negative from the end, as an offset; beyond the end it is size + 1.
std::size_t startOffset(lua_State* state, int index, std::size_t size)
{
    const lua_Integer start = luaL_optinteger(state, index, 1);
    if (start > 0) {
        return std::min(static_cast<std::size_t>(start) - 1, size + 1);
    }
    const auto fromEnd = 0 - static_cast<std::size_t>(start);
    return start == 0 || fromEnd > size ? 0 : size - fromEnd;
}

/// Whether the search found something; errors and limits end the script.
bool hasFound(lua_State* state, const PatternSearch& search, PatternEnd end)
{
    if (end == PatternEnd::OverBudget) {
        Sandbox::of(state).raise(state);
    }
    if (end == PatternEnd::Mistake) {
        luaL_error(state, "%s", search.mistake());
    }
    return end == PatternEnd::Found;
}

/// The clock is asked while patterns work, too.
void chargeCall(lua_State* state, std::size_t bytes)
{
    constexpr std::size_t bytesPerStep = 16;
    Sandbox::of(state).charge(state, 2 + bytes / bytesPerStep);
}

void pushPart(lua_State* state, std::string_view text, std::size_t begin, std::size_t length)
{
    lua_pushlstring(state, text.data() + begin, length);
}

void pushCapture(lua_State* state, const PatternSearch& search, std::string_view text,
                 std::size_t index)
{
    const PatternSearch::Capture& capture = search.capture(index);
    if (capture.length == PatternSearch::position) {
        lua_pushinteger(state, static_cast<lua_Integer>(capture.begin) + 1);
    } else {
        pushPart(state, text, capture.begin, capture.length);
    }
}

/// The captures, or all that was found when the pattern has none; returns how many.
int pushCaptures(lua_State* state, const PatternSearch& search, std::string_view text)
{
    const auto count = static_cast<int>(search.captures());
    luaL_checkstack(state, count + 1, "too many captures");
    if (count == 0) {
        pushPart(state, text, search.begin(), search.end() - search.begin());
        return 1;
    }
    for (int index = 0; index < count; ++index) {
        pushCapture(state, search, text, static_cast<std::size_t>(index));
    }
    return count;
}

/// Looks for a text without patterns; accounts for each place where its first character is.
std::size_t findPlain(lua_State* state, std::string_view text, std::string_view wanted,
                      std::size_t from)
{
    if (wanted.empty()) {
        return from;
    }
    Sandbox& sandbox = Sandbox::of(state);
    constexpr std::size_t scannedPerStep = 256;
    sandbox.charge(state, 1 + (text.size() - from) / scannedPerStep);
    for (std::size_t at = from; wanted.size() <= text.size() - at; ++at) {
        const std::size_t next = text.find(wanted.front(), at);
        if (next == std::string_view::npos || wanted.size() > text.size() - next) {
            break;
        }
        constexpr std::size_t bytesPerStep = 16;
        sandbox.charge(state, 1 + (next - at + wanted.size()) / bytesPerStep);
        at = next;
        if (text.substr(at, wanted.size()) == wanted) {
            return at;
        }
    }
    return std::string_view::npos;
}

int pushRange(lua_State* state, std::size_t begin, std::size_t end)
{
    lua_pushinteger(state, static_cast<lua_Integer>(begin) + 1);
    lua_pushinteger(state, static_cast<lua_Integer>(end));
    return 2;
}

int findOrMatch(lua_State* state, bool wantsPlace)
{
    const std::string_view text = textArgument(state, 1);
    std::string_view pattern = textArgument(state, 2);
    const std::size_t from = startOffset(state, 3, text.size());
    chargeCall(state, 0);
    if (from > text.size()) {
        lua_pushnil(state);
        return 1;
    }
    constexpr const char* special = "^$*+?.([%-";
    if (wantsPlace
        && (lua_toboolean(state, 4) != 0
            || pattern.find_first_of(special) == std::string_view::npos)) {
        const std::size_t at = findPlain(state, text, pattern, from);
        if (at == std::string_view::npos) {
            lua_pushnil(state);
            return 1;
        }
        return pushRange(state, at, at + pattern.size());
    }
    const bool isAnchored = pattern.starts_with('^');
    pattern.remove_prefix(isAnchored ? 1 : 0);
    PatternSearch search(text, pattern, Sandbox::of(state).steps());
    if (!hasFound(state, search, search.find(from, isAnchored))) {
        lua_pushnil(state);
        return 1;
    }
    if (!wantsPlace) {
        return pushCaptures(state, search, text);
    }
    pushRange(state, search.begin(), search.end());
    return 2 + (search.captures() == 0 ? 0 : pushCaptures(state, search, text));
}

int find(lua_State* state)
{
    return findOrMatch(state, true);
}

int match(lua_State* state)
{
    return findOrMatch(state, false);
}

/// Upvalues: the text, the pattern, where the search goes on, and the end of what was found last or -1: nothing
/// empty is found there.
int nextMatch(lua_State* state)
{
    const std::string_view text = textArgument(state, lua_upvalueindex(1));
    const std::string_view pattern = textArgument(state, lua_upvalueindex(2));
    const auto last = lua_tointeger(state, lua_upvalueindex(4));
    chargeCall(state, 0);
    PatternSearch search(text, pattern, Sandbox::of(state).steps());
    for (auto at = static_cast<std::size_t>(lua_tointeger(state, lua_upvalueindex(3)));
         at <= text.size() && hasFound(state, search, search.find(at, false));
         at = search.begin() + 1) {
        const auto end = static_cast<lua_Integer>(search.end());
        if (end == last) {
            continue;
        }
        lua_pushinteger(state, end);
        lua_copy(state, -1, lua_upvalueindex(3));
        lua_replace(state, lua_upvalueindex(4));
        return pushCaptures(state, search, text);
    }
    return 0;
}

int matches(lua_State* state)
{
    const std::string_view text = textArgument(state, 1);
    textArgument(state, 2);
    const std::size_t from = startOffset(state, 3, text.size());
    lua_settop(state, 2);
    lua_pushinteger(state, static_cast<lua_Integer>(from));
    lua_pushinteger(state, -1);
    lua_pushcclosure(state, nextMatch, 4);
    return 1;
}

/// Adds a replacement text, with its captures.
void addFilledIn(lua_State* state, luaL_Buffer& buffer, const PatternSearch& search,
                 std::string_view text)
{
    std::size_t size = 0;
    const char* const pattern = lua_tolstring(state, 3, &size);
    for (std::size_t at = 0; at < size; ++at) {
        if (pattern[at] != '%') {
            luaL_addchar(&buffer, pattern[at]);
            continue;
        }
        const char what = ++at < size ? pattern[at] : '\0';
        const auto index = static_cast<std::size_t>(what - '1');
        if (what == '%') {
            luaL_addchar(&buffer, '%');
        } else if (what == '0' || (index == 0 && search.captures() == 0)) {
            luaL_addlstring(&buffer, text.data() + search.begin(), search.end() - search.begin());
        } else if (what < '0' || what > '9') {
            luaL_error(state, "invalid use of '%%' in replacement string");
        } else if (index >= search.captures()) {
            luaL_error(state, "invalid capture index %%%d in replacement string",
                       static_cast<int>(index) + 1);
        } else {
            pushCapture(state, search, text, index);
            luaL_tolstring(state, -1, nullptr);
            lua_remove(state, -2);
            luaL_addvalue(&buffer);
        }
    }
}

/// Adds what takes the place of a match.
void addReplacement(lua_State* state, luaL_Buffer& buffer, const PatternSearch& search,
                    std::string_view text)
{
    switch (lua_type(state, 3)) {
    case LUA_TFUNCTION: {
        lua_pushvalue(state, 3);
        const int count = pushCaptures(state, search, text);
        lua_call(state, count, 1);
        break;
    }
    case LUA_TTABLE:
        if (search.captures() == 0) {
            pushPart(state, text, search.begin(), search.end() - search.begin());
        } else {
            pushCapture(state, search, text, 0);
        }
        lua_gettable(state, 3);
        break;
    default: addFilledIn(state, buffer, search, text); return;
    }
    if (lua_toboolean(state, -1) == 0) {
        lua_pop(state, 1);
        pushPart(state, text, search.begin(), search.end() - search.begin());
    } else if (lua_isstring(state, -1) == 0) {
        luaL_error(state, "invalid replacement value (a %s)", luaL_typename(state, -1));
    }
    luaL_addvalue(&buffer);
}

int replace(lua_State* state)
{
    const std::string_view text = textArgument(state, 1);
    std::string_view pattern = textArgument(state, 2);
    const int type = lua_type(state, 3);
    luaL_argexpected(state,
                     type == LUA_TNUMBER || type == LUA_TSTRING || type == LUA_TFUNCTION
                         || type == LUA_TTABLE,
                     3, "string/function/table");
    const lua_Integer limit = luaL_optinteger(state, 4, static_cast<lua_Integer>(text.size()) + 1);
    const bool isAnchored = pattern.starts_with('^');
    pattern.remove_prefix(isAnchored ? 1 : 0);
    if (type == LUA_TNUMBER) {
        lua_tolstring(state, 3, nullptr);
    }
    lua_settop(state, 3);
    PatternSearch search(text, pattern, Sandbox::of(state).steps());
    luaL_Buffer buffer;
    luaL_buffinit(state, &buffer);
    std::size_t at = 0;
    std::size_t last = text.size() + 1;
    lua_Integer count = 0;
    while (count < limit) {
        chargeCall(state, 0);
        if (hasFound(state, search, search.matchAt(at)) && search.end() != last) {
            ++count;
            addReplacement(state, buffer, search, text);
            at = search.end();
            last = at;
        } else if (at < text.size()) {
            luaL_addchar(&buffer, text[at]);
            ++at;
        } else {
            break;
        }
        if (isAnchored) {
            break;
        }
    }
    if (at < text.size()) {
        luaL_addlstring(&buffer, text.data() + at, text.size() - at);
    }
    luaL_pushresult(&buffer);
    lua_pushinteger(state, count);
    return 2;
}

int repeat(lua_State* state)
{
    const std::string_view text = textArgument(state, 1);
    const lua_Integer count = luaL_checkinteger(state, 2);
    std::size_t separatorSize = 0;
    const char* const separator = luaL_optlstring(state, 3, "", &separatorSize);
    const std::size_t each = text.size() + separatorSize;
    if (count <= 0 || each == 0) {
        lua_pushliteral(state, "");
        return 1;
    }
    constexpr std::size_t longest = std::size_t{1} << 30U;
    const auto times = static_cast<std::uint64_t>(count);
    if (times > longest / each) {
        return luaL_error(state, "resulting string too large");
    }
    const std::size_t size = each * static_cast<std::size_t>(times) - separatorSize;
    chargeCall(state, size);
    luaL_Buffer buffer;
    char* at = luaL_buffinitsize(state, &buffer, size);
    for (std::uint64_t i = 0; i < times; ++i) {
        std::memcpy(at, text.data(), text.size());
        at += text.size();
        if (i + 1 < times) {
            std::memcpy(at, separator, separatorSize);
            at += separatorSize;
        }
    }
    luaL_pushresultsize(&buffer, size);
    return 1;
}

} // namespace

void addPatternFunctions(lua_State* state)
{
    constexpr luaL_Reg own[] = {{"find", find},   {"gmatch", matches}, {"gsub", replace},
                                {"match", match}, {"rep", repeat},     {nullptr, nullptr}};
    luaL_setfuncs(state, own, 0);
}

} // namespace pipecore::lua
