// What of Lua's libraries scripts get: nothing that reaches out of the state, runs code where hooks are off, or
// works longer than it accounts for.
#include "sandbox.h"

#include <bit>

namespace pipecore::lua {

namespace {

/// A step for 16 bytes of each text and each element of a table among the arguments.
std::uint64_t costOfArguments(lua_State* state)
{
    constexpr std::uint64_t bytesPerStep = 16;
    std::uint64_t steps = 1;
    for (int index = 1; index <= lua_gettop(state); ++index) {
        const int type = lua_type(state, index);
        if (type == LUA_TSTRING) {
            steps += lua_rawlen(state, index) / bytesPerStep;
        } else if (type == LUA_TTABLE) {
            steps += lua_rawlen(state, index);
        }
    }
    return steps;
}

/// A function of Lua's libraries, which is the first upvalue, after its work is accounted for.
int charged(lua_State* state)
{
    Sandbox::of(state).charge(state, costOfArguments(state));
    return lua_tocfunction(state, lua_upvalueindex(1))(state);
}

/// The same for functions of tables. Metamethods could make an endless table of a small one.
int chargedWithPlainTables(lua_State* state)
{
    for (int index = 1; index <= lua_gettop(state); ++index) {
        if (lua_type(state, index) == LUA_TTABLE && lua_getmetatable(state, index) != 0) {
            return luaL_argerror(state, index, "a table without a metatable is needed");
        }
    }
    return charged(state);
}

int moveInTable(lua_State* state)
{
    const lua_Integer first = luaL_checkinteger(state, 2);
    const lua_Integer last = luaL_checkinteger(state, 3);
    if (last >= first) {
        Sandbox::of(state).charge(state, static_cast<std::uint64_t>(last)
                                             - static_cast<std::uint64_t>(first));
    }
    return chargedWithPlainTables(state);
}

int sortTable(lua_State* state)
{
    luaL_checktype(state, 1, LUA_TTABLE);
    const auto count = static_cast<std::uint64_t>(lua_rawlen(state, 1));
    constexpr std::uint64_t stepsPerCompare = 8;
    Sandbox::of(state).charge(state, count * std::bit_width(count) * stepsPerCompare);
    return chargedWithPlainTables(state);
}

/// Results of a protected call, or false and the error; an error that ends the script goes on. `first`: the
/// stack below the results of a good call.
int finishProtected(lua_State* state, int status, lua_KContext first)
{
    if (status == LUA_OK || status == LUA_YIELD) {
        return lua_gettop(state) - static_cast<int>(first);
    }
    Sandbox::of(state).passOn(state, status);
    lua_pushboolean(state, 0);
    lua_insert(state, -2);
    return 2;
}

int protectedCall(lua_State* state)
{
    luaL_checkany(state, 1);
    lua_pushboolean(state, 1);
    lua_insert(state, 1);
    const int status = lua_pcallk(state, lua_gettop(state) - 2, LUA_MULTRET, 0, 0, finishProtected);
    return finishProtected(state, status, 0);
}

/// As xpcall; the handler is called after the error: as a handler of Lua it would run without hooks.
int finishHandled(lua_State* state, int status, lua_KContext first)
{
    const int results = finishProtected(state, status, first);
    if (status != LUA_OK && status != LUA_YIELD) {
        lua_pushvalue(state, 2);
        lua_insert(state, -2);
        lua_call(state, 1, 1);
    }
    return results;
}

int protectedCallWithHandler(lua_State* state)
{
    const int arguments = lua_gettop(state) - 2;
    luaL_checktype(state, 2, LUA_TFUNCTION);
    lua_pushboolean(state, 1);
    lua_pushvalue(state, 1);
    lua_rotate(state, 3, 2);
    constexpr lua_KContext first = 2;
    const int status = lua_pcallk(state, arguments, LUA_MULTRET, 0, first, finishHandled);
    return finishHandled(state, status, first);
}

/// What a metatable may have. Finalizers (__gc) would run without hooks, and weak tables (__mode) can make the
/// garbage collector work for hours.
constexpr const char* metamethods[] = {
    "__index", "__newindex", "__call",   "__tostring", "__name",  "__len",      "__eq",
    "__lt",    "__le",       "__concat", "__unm",      "__add",   "__sub",      "__mul",
    "__div",   "__mod",      "__pow",    "__idiv",     "__band",  "__bor",      "__bxor",
    "__shl",   "__shr",      "__bnot",   "__close",    "__pairs", "__metatable"};

/// Sets a copy of a metatable, with what it may have: the script could add more to its own. Upvalues: the copies
/// by the scripts' tables, and the reverse.
int setMetatable(lua_State* state)
{
    Sandbox::of(state).charge(state, 64);
    luaL_checktype(state, 1, LUA_TTABLE);
    luaL_argexpected(state, lua_type(state, 2) == LUA_TTABLE || lua_isnoneornil(state, 2), 2,
                     "nil or table");
    if (luaL_getmetafield(state, 1, "__metatable") != LUA_TNIL) {
        return luaL_error(state, "cannot change a protected metatable");
    }
    lua_settop(state, 2);
    if (lua_isnil(state, 2)) {
        lua_setmetatable(state, 1);
        return 1;
    }
    for (const char* const name : {"__gc", "__mode"}) {
        lua_pushstring(state, name);
        if (lua_rawget(state, 2) != LUA_TNIL) {
            return luaL_error(state, "%s is not available", name);
        }
    }
    lua_settop(state, 2);
    lua_pushvalue(state, 2);
    if (lua_rawget(state, lua_upvalueindex(1)) == LUA_TNIL) {
        lua_pop(state, 1);
        lua_newtable(state);
        lua_pushvalue(state, 2);
        lua_pushvalue(state, 3);
        lua_rawset(state, lua_upvalueindex(1));
        lua_pushvalue(state, 3);
        lua_pushvalue(state, 2);
        lua_rawset(state, lua_upvalueindex(2));
    }
    for (const char* const name : metamethods) {
        lua_pushstring(state, name);
        lua_pushvalue(state, -1);
        lua_rawget(state, 2);
        lua_rawset(state, 3);
    }
    lua_setmetatable(state, 1);
    lua_settop(state, 1);
    return 1;
}

/// The table that the script has set, which is the first upvalue's for the copy.
int getMetatable(lua_State* state)
{
    luaL_checkany(state, 1);
    if (luaL_getmetafield(state, 1, "__metatable") != LUA_TNIL) {
        return 1;
    }
    if (lua_getmetatable(state, 1) == 0) {
        lua_pushnil(state);
        return 1;
    }
    lua_rawget(state, lua_upvalueindex(1));
    return 1;
}

/// Runs `coroutine` with the arguments on top of the stack. Returns how many results are there in their place;
/// -1: an error. One that ends the script goes on.
int resume(lua_State* state, lua_State* coroutine, int arguments)
{
    if (lua_checkstack(coroutine, arguments) == 0) {
        lua_pushliteral(state, "too many arguments to resume");
        return -1;
    }
    Sandbox& sandbox = Sandbox::of(state);
    sandbox.charge(state, 16);
    lua_xmove(state, coroutine, arguments);
    lua_State* const before = sandbox.enter(coroutine);
    int results = 0;
    const int status = lua_resume(coroutine, state, arguments, &results);
    sandbox.enter(before);
    if (status == LUA_OK || status == LUA_YIELD) {
        luaL_checkstack(state, results + 1, "too many results to resume");
        lua_xmove(coroutine, state, results);
        return results;
    }
    lua_xmove(coroutine, state, 1);
    sandbox.passOn(state, status);
    return -1;
}

int resumeCoroutine(lua_State* state)
{
    lua_State* const coroutine = lua_tothread(state, 1);
    luaL_argexpected(state, coroutine != nullptr, 1, "coroutine");
    const int results = resume(state, coroutine, lua_gettop(state) - 1);
    lua_pushboolean(state, results < 0 ? 0 : 1);
    const int count = results < 0 ? 1 : results;
    lua_insert(state, -(count + 1));
    return count + 1;
}

int callWrapped(lua_State* state)
{
    lua_State* const coroutine = lua_tothread(state, lua_upvalueindex(1));
    const int results = resume(state, coroutine, lua_gettop(state));
    return results < 0 ? lua_error(state) : results;
}

int wrapCoroutine(lua_State* state)
{
    luaL_checktype(state, 1, LUA_TFUNCTION);
    lua_State* const coroutine = lua_newthread(state);
    lua_pushvalue(state, 1);
    lua_xmove(state, coroutine, 1);
    lua_pushcclosure(state, callWrapped, 1);
    return 1;
}

/// A global that is set by mistake would be there for the next message, in this thread only.
int refuseGlobal(lua_State* state)
{
    return luaL_error(state, "'%s' is not declared as local", luaL_tolstring(state, 2, nullptr));
}

/// Opens a library of Lua and leaves its table on the stack.
void open(lua_State* state, lua_CFunction library, const char* name)
{
    luaL_requiref(state, name, library, 0);
}

/// Copies members of the table at `from` to the one on top of the stack.
template <typename... Names>
void copyMembers(lua_State* state, int from, Names... names)
{
    for (const char* const name : {names...}) {
        lua_getfield(state, from, name);
        lua_setfield(state, -2, name);
    }
}

/// The same, each behind `wrapper`.
template <typename... Names>
void wrapMembers(lua_State* state, int from, lua_CFunction wrapper, Names... names)
{
    for (const char* const name : {names...}) {
        lua_getfield(state, from, name);
        lua_pushcclosure(state, wrapper, 1);
        lua_setfield(state, -2, name);
    }
}

/// Makes the table on top of the stack a global in place of `library`, the table below.
void setLibrary(lua_State* state, int globals, const char* name)
{
    lua_setfield(state, globals, name);
    lua_pop(state, 1);
}

void addBase(lua_State* state, int globals)
{
    open(state, luaopen_base, LUA_GNAME);
    const int library = lua_gettop(state);
    lua_pushvalue(state, globals);
    copyMembers(state, library, "assert", "error", "ipairs", "next", "pairs", "rawequal", "rawget",
                "rawlen", "rawset", "select", "tostring", "type", "_VERSION");
    wrapMembers(state, library, charged, "tonumber");
    constexpr luaL_Reg own[] = {
        {"pcall", protectedCall}, {"xpcall", protectedCallWithHandler}, {nullptr, nullptr}};
    luaL_setfuncs(state, own, 0);
    lua_newtable(state); // copies of metatables
    lua_newtable(state); // and the reverse
    lua_pushvalue(state, -1);
    lua_pushcclosure(state, getMetatable, 1);
    lua_setfield(state, globals, "getmetatable");
    lua_pushcclosure(state, setMetatable, 2);
    lua_setfield(state, globals, "setmetatable");
    lua_pop(state, 2);
}

void addString(lua_State* state, int globals)
{
    open(state, luaopen_string, LUA_STRLIBNAME);
    const int library = lua_gettop(state);
    lua_newtable(state);
    wrapMembers(state, library, charged, "byte", "char", "format", "len", "lower", "pack",
                "packsize", "reverse", "sub", "unpack", "upper");
    addPatternFunctions(state);
    // The metatable of all texts, which luaopen_string has made; scripts cannot reach it.
    lua_pushliteral(state, "");
    lua_getmetatable(state, -1);
    lua_pushvalue(state, -3);
    lua_setfield(state, -2, "__index");
    lua_pushboolean(state, 0);
    lua_setfield(state, -2, "__metatable");
    lua_pop(state, 2);
    setLibrary(state, globals, LUA_STRLIBNAME);
}

void addTable(lua_State* state, int globals)
{
    open(state, luaopen_table, LUA_TABLIBNAME);
    const int library = lua_gettop(state);
    lua_newtable(state);
    wrapMembers(state, library, chargedWithPlainTables, "concat", "insert", "remove", "unpack");
    wrapMembers(state, library, charged, "pack");
    wrapMembers(state, library, moveInTable, "move");
    wrapMembers(state, library, sortTable, "sort");
    setLibrary(state, globals, LUA_TABLIBNAME);
}

void addMath(lua_State* state, int globals)
{
    open(state, luaopen_math, LUA_MATHLIBNAME);
    lua_pushnil(state);
    lua_setfield(state, -2, "random"); // a message is decoded alike each time
    lua_pushnil(state);
    lua_setfield(state, -2, "randomseed");
    lua_setfield(state, globals, LUA_MATHLIBNAME);
}

void addUtf8(lua_State* state, int globals)
{
    open(state, luaopen_utf8, LUA_UTF8LIBNAME);
    const int library = lua_gettop(state);
    lua_newtable(state);
    copyMembers(state, library, "charpattern");
    wrapMembers(state, library, charged, "char", "codepoint", "codes", "len", "offset");
    setLibrary(state, globals, LUA_UTF8LIBNAME);
}

void addCoroutine(lua_State* state, int globals)
{
    open(state, luaopen_coroutine, LUA_COLIBNAME);
    const int library = lua_gettop(state);
    lua_newtable(state);
    // Without close: what it closes would run without hooks after an error.
    copyMembers(state, library, "create", "isyieldable", "running", "status", "yield");
    constexpr luaL_Reg own[] = {
        {"resume", resumeCoroutine}, {"wrap", wrapCoroutine}, {nullptr, nullptr}};
    luaL_setfuncs(state, own, 0);
    setLibrary(state, globals, LUA_COLIBNAME);
}

} // namespace

int openLibraries(lua_State* state)
{
    lua_settop(state, 0);
    lua_newtable(state);
    constexpr int globals = 1;
    addBase(state, globals);
    addString(state, globals);
    addTable(state, globals);
    addMath(state, globals);
    addUtf8(state, globals);
    addCoroutine(state, globals);
    lua_pushvalue(state, globals);
    lua_setfield(state, globals, LUA_GNAME);
    lua_rawseti(state, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
    return 0;
}

int lockGlobals(lua_State* state)
{
    lua_pushglobaltable(state);
    lua_createtable(state, 0, 2);
    lua_pushcfunction(state, refuseGlobal);
    lua_setfield(state, -2, "__newindex");
    lua_pushboolean(state, 0);
    lua_setfield(state, -2, "__metatable");
    lua_setmetatable(state, -2);
    return 0;
}

} // namespace pipecore::lua
