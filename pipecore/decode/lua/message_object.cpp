// `message`: its places, groups, and fields that a script makes; docs/LUA.md describes them. message_reading.cpp
// has the functions that read.
#include "message_access.h"

#include <algorithm>
#include <utility>

namespace pipecore::lua {

/// Steps of a function that adds a field.
static constexpr std::uint64_t stepsPerField = 32;

ScriptMessage& messageOf(lua_State* state)
{
    auto* const object = static_cast<MessageObject*>(lua_touserdata(state, 1));
    if (object == nullptr || object != lua_touserdata(state, lua_upvalueindex(1))) {
        luaL_error(state, "call it with a colon: message:u8(...)");
    }
    if (object->message == nullptr) {
        luaL_error(state, "the message is there only while it is decoded or detected");
    }
    ScriptMessage& message = *object->message;
    if (message.isStopped) {
        Sandbox::stop(state);
    }
    Sandbox::of(state).charge(state, stepsPerField);
    return message;
}

std::string_view nameArgument(lua_State* state)
{
    std::size_t length = 0;
    const char* const name = luaL_optlstring(state, 2, "", &length);
    return {name, length};
}

std::string clipped(const ScriptMessage& message, std::string_view text)
{
    constexpr std::size_t more = 8;
    return std::string(text.substr(0, message.tree->limits().valueBytes + more));
}

bool add(ScriptMessage& message, Field field)
{
    message.isStopped = message.tree != nullptr && !message.tree->add(std::move(field));
    return !message.isStopped;
}

bool has(ScriptMessage& message, std::size_t size)
{
    if (size <= message.left()) {
        return true;
    }
    message.isStopped = true;
    if (message.tree != nullptr) {
        message.tree->unexpectedEnd(message.slice, message.place());
    }
    return false;
}

void advance(ScriptMessage& message, std::size_t size, std::size_t shown)
{
    message.lastBegin = message.at;
    message.lastLength = shown;
    message.at += size;
}

namespace {

int skip(lua_State* state)
{
    ScriptMessage& message = messageOf(state);
    const lua_Integer size = luaL_checkinteger(state, 2);
    luaL_argcheck(state, size >= 0, 2, "a size is not negative");
    if (!has(message, static_cast<std::size_t>(size))) {
        Sandbox::stop(state);
    }
    advance(message, static_cast<std::size_t>(size), static_cast<std::size_t>(size));
    return 0;
}

/// The next bytes, fewer at the end, which are read again.
int peek(lua_State* state)
{
    const ScriptMessage& message = messageOf(state);
    const lua_Integer size = luaL_optinteger(state, 2, 1);
    luaL_argcheck(state, size >= 0, 2, "a size is not negative");
    const char* const text = asText(message.slice.bytes).data() + message.at;
    lua_pushlstring(state, text, std::min(static_cast<std::size_t>(size), message.left()));
    return 1;
}

int seek(lua_State* state)
{
    ScriptMessage& message = messageOf(state);
    const lua_Integer position = luaL_checkinteger(state, 2);
    const auto size = static_cast<lua_Integer>(message.slice.bytes.size());
    luaL_argcheck(state, position >= 1 && position <= size + 1, 2,
                  "a position is from 1 to #message + 1");
    message.at = static_cast<std::size_t>(position - 1);
    return 0;
}

bool openGroup(ScriptMessage& message, std::string_view name, FieldKind kind)
{
    message.isStopped =
        message.tree != nullptr
        && !message.tree->open(groupField(clipped(message, name), {}, message.place(), kind));
    return !message.isStopped;
}

/// Ends the groups down to `depth`. They may have been read backwards.
void closeGroups(ScriptMessage& message, std::size_t depth)
{
    while (message.tree != nullptr && message.tree->depth() > depth) {
        message.tree->close(std::max(message.place(), message.tree->top().offset));
    }
}

/// message:group(name, function, ...): fields that are read by the function are below this one.
int readBelow(lua_State* state, FieldKind kind)
{
    ScriptMessage& message = messageOf(state);
    const std::string_view name = nameArgument(state);
    luaL_checktype(state, 3, LUA_TFUNCTION);
    const std::size_t depth = message.tree != nullptr ? message.tree->depth() : 0;
    if (!openGroup(message, name, kind)) {
        Sandbox::stop(state);
    }
    lua_pushvalue(state, 1);
    lua_insert(state, 4);
    const int status = lua_pcall(state, lua_gettop(state) - 3, LUA_MULTRET, 0);
    if (message.isStopped) {
        Sandbox::stop(state); // what is open ends with the message
    }
    closeGroups(message, depth);
    if (status != LUA_OK) {
        Sandbox::of(state).passOn(state, status);
        return lua_error(state);
    }
    return lua_gettop(state) - 2;
}

int readGroup(lua_State* state)
{
    return readBelow(state, FieldKind::Group);
}

int readList(lua_State* state)
{
    return readBelow(state, FieldKind::List);
}

struct Part
{
    std::size_t begin = 0;
    std::size_t length = 0;
};

/// A place in the message as two arguments from `index` on: its first byte, from 1, and its length. Without
/// them what was read last.
Part partArgument(lua_State* state, int index, const ScriptMessage& message)
{
    if (lua_isnoneornil(state, index)) {
        return {message.lastBegin, message.lastLength};
    }
    const auto size = static_cast<lua_Integer>(message.slice.bytes.size());
    const lua_Integer first = luaL_checkinteger(state, index);
    luaL_argcheck(state, first >= 1 && first <= size + 1, index,
                  "a position is from 1 to #message + 1");
    const lua_Integer length = luaL_optinteger(state, index + 1, 0);
    luaL_argcheck(state, length >= 0 && length <= size - first + 1, index + 1,
                  "there are not so many bytes");
    return {static_cast<std::size_t>(first - 1), static_cast<std::size_t>(length)};
}

bool addValue(ScriptMessage& message, std::string_view name, std::string_view value, FieldKind kind,
              Part part)
{
    if (message.tree == nullptr) {
        return true;
    }
    Field field = textField(clipped(message, name), clipped(message, value), {},
                            message.slice.base + part.begin, part.length);
    field.kind = kind;
    return add(message, std::move(field));
}

/// message:field(name, value, first, length): a field that the script has made of the bytes.
int addField(lua_State* state)
{
    ScriptMessage& message = messageOf(state);
    std::size_t nameLength = 0;
    const char* const name = luaL_checklstring(state, 2, &nameLength);
    const int type = lua_type(state, 3);
    luaL_argexpected(state, type == LUA_TSTRING || type == LUA_TNUMBER || type == LUA_TBOOLEAN, 3,
                     "string, number or boolean");
    const Part part = partArgument(state, 4, message);
    std::size_t length = 0;
    const char* const value = luaL_tolstring(state, 3, &length);
    const FieldKind kind = type == LUA_TSTRING   ? FieldKind::Text
                           : type == LUA_TNUMBER ? FieldKind::Number
                                                 : FieldKind::Word;
    if (!addValue(message, {name, nameLength}, {value, length}, kind, part)) {
        Sandbox::stop(state);
    }
    return 0;
}

bool addProblem(ScriptMessage& message, std::string_view text, Part part)
{
    if (message.tree != nullptr) {
        constexpr std::size_t maxProblem = 500;
        message.isStopped = !message.tree->error(message.slice.base + part.begin, part.length, "%1",
                                                 {shortened(text, maxProblem)});
    }
    return !message.isStopped;
}

/// message:problem(text, first, length): the bytes are wrong; the script goes on.
int reportProblem(lua_State* state)
{
    ScriptMessage& message = messageOf(state);
    std::size_t length = 0;
    const char* const text = luaL_checklstring(state, 2, &length);
    const Part part = partArgument(state, 3, message);
    if (!addProblem(message, {text, length}, part)) {
        Sandbox::stop(state);
    }
    return 0;
}

void summarize(ScriptMessage& message, std::string_view text)
{
    if (message.tree != nullptr) {
        message.tree->top().value = shortened(text, message.tree->limits().valueBytes);
    }
}

/// message:summary(text): the value of the group that is read, which is the message outside of groups.
int setSummary(lua_State* state)
{
    ScriptMessage& message = messageOf(state);
    std::size_t length = 0;
    const char* const text = luaL_checklstring(state, 2, &length);
    summarize(message, {text, length});
    return 0;
}

int lengthOf(lua_State* state)
{
    const auto* const object = static_cast<const MessageObject*>(lua_touserdata(state, 1));
    const ScriptMessage* const message = object != nullptr ? object->message : nullptr;
    lua_pushinteger(state,
                    message == nullptr ? 0 : static_cast<lua_Integer>(message->slice.bytes.size()));
    return 1;
}

/// The bytes of the message as a text, made once.
int pushData(lua_State* state, const ScriptMessage& message)
{
    if (lua_getiuservalue(state, 1, 1) != LUA_TSTRING) {
        const std::string_view text = asText(message.slice.bytes);
        lua_pushlstring(state, text.data(), text.size());
        lua_pushvalue(state, -1);
        lua_setiuservalue(state, 1, 1);
    }
    return 1;
}

int pushProperty(lua_State* state, std::string_view name, const ScriptMessage& message)
{
    if (name == "data") {
        return pushData(state, message);
    }
    if (name == "position") {
        lua_pushinteger(state, static_cast<lua_Integer>(message.at) + 1);
    } else if (name == "left") {
        lua_pushinteger(state, static_cast<lua_Integer>(message.left()));
    } else if (name == "pipe") {
        lua_pushlstring(state, message.context.pipe.data(), message.context.pipe.size());
    } else if (name == "sender" && message.context.sender != Sender::Unknown) {
        lua_pushstring(state, message.context.sender == Sender::Client ? "client" : "server");
    } else if (name == "sender") {
        lua_pushnil(state);
    } else {
        return luaL_error(state, "message has no '%s'", name.data());
    }
    return 1;
}

/// A function of the table in the first upvalue, or a property.
int indexOf(lua_State* state)
{
    if (lua_type(state, 2) == LUA_TSTRING) {
        lua_pushvalue(state, 2);
        if (lua_rawget(state, lua_upvalueindex(1)) != LUA_TNIL) {
            return 1;
        }
    }
    std::size_t length = 0;
    const char* const name = luaL_checklstring(state, 2, &length);
    const auto* const object = static_cast<const MessageObject*>(lua_touserdata(state, 1));
    if (object == nullptr || object->message == nullptr) {
        return luaL_error(state, "the message is there only while it is decoded or detected");
    }
    return pushProperty(state, {name, length}, *object->message);
}

constexpr luaL_Reg functions[] = {
    {"skip", skip},
    {"peek", peek},
    {"seek", seek},
    {"group", readGroup},
    {"list", readList},
    {"field", addField},
    {"problem", reportProblem},
    {"summary", setSummary},
    {nullptr, nullptr},
};

} // namespace

int makeMessageObject(lua_State* state)
{
    lua_settop(state, 0);
    new (lua_newuserdatauv(state, sizeof(MessageObject), 1)) MessageObject();
    lua_newtable(state); // its metatable
    lua_newtable(state); // the functions
    addReadingFunctions(state, 1);
    lua_pushvalue(state, 1);
    luaL_setfuncs(state, functions, 1);
    lua_pushcclosure(state, indexOf, 1);
    lua_setfield(state, -2, "__index");
    lua_pushcfunction(state, lengthOf);
    lua_setfield(state, -2, "__len");
    lua_pushliteral(state, "message");
    lua_setfield(state, -2, "__name");
    lua_pushboolean(state, 0);
    lua_setfield(state, -2, "__metatable");
    lua_setmetatable(state, 1);
    return 1;
}

void setMessage(lua_State* state, int index, ScriptMessage* message)
{
    auto* const object = static_cast<MessageObject*>(lua_touserdata(state, index));
    object->message = message;
    lua_pushnil(state);
    lua_setiuservalue(state, index > 0 ? index : index - 1, 1);
}

} // namespace pipecore::lua
