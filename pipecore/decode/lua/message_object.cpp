// `message`: the functions with which a script reads fields. docs/LUA.md describes them.
#include "message_object.h"

#include "../field_reader.h"
#include "../number_text.h"
#include "pipecore/base/translatable.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <utility>

namespace pipecore::lua {

namespace {

// Errors of Lua jump over functions of this file: where one may be raised, no object with a destructor is alive.
// What makes fields is in functions of its own, which raise none.

/// Steps of a function that adds a field.
constexpr std::uint64_t stepsPerField = 32;

struct Object
{
    ScriptMessage* message = nullptr;
};

enum class NumberForm : std::uint8_t { Unsigned, Signed, Float };

struct NumberKind
{
    const char* function;
    std::string_view type;
    std::size_t size;
    NumberForm form;
    ByteOrder order;
};

constexpr NumberKind numberKinds[] = {
    {"u8", "u8", 1, NumberForm::Unsigned, ByteOrder::Little},
    {"u16le", "u16", 2, NumberForm::Unsigned, ByteOrder::Little},
    {"u16be", "u16", 2, NumberForm::Unsigned, ByteOrder::Big},
    {"u32le", "u32", 4, NumberForm::Unsigned, ByteOrder::Little},
    {"u32be", "u32", 4, NumberForm::Unsigned, ByteOrder::Big},
    {"u64le", "u64", 8, NumberForm::Unsigned, ByteOrder::Little},
    {"u64be", "u64", 8, NumberForm::Unsigned, ByteOrder::Big},
    {"i8", "i8", 1, NumberForm::Signed, ByteOrder::Little},
    {"i16le", "i16", 2, NumberForm::Signed, ByteOrder::Little},
    {"i16be", "i16", 2, NumberForm::Signed, ByteOrder::Big},
    {"i32le", "i32", 4, NumberForm::Signed, ByteOrder::Little},
    {"i32be", "i32", 4, NumberForm::Signed, ByteOrder::Big},
    {"i64le", "i64", 8, NumberForm::Signed, ByteOrder::Little},
    {"i64be", "i64", 8, NumberForm::Signed, ByteOrder::Big},
    {"f32le", "f32", 4, NumberForm::Float, ByteOrder::Little},
    {"f32be", "f32", 4, NumberForm::Float, ByteOrder::Big},
    {"f64le", "f64", 8, NumberForm::Float, ByteOrder::Little},
    {"f64be", "f64", 8, NumberForm::Float, ByteOrder::Big},
};

/// The object that the function was called for, by its first upvalue; it has a message.
ScriptMessage& self(lua_State* state)
{
    auto* const object = static_cast<Object*>(lua_touserdata(state, 1));
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

/// The name of a field; empty: it is read and not shown.
std::string_view nameArgument(lua_State* state)
{
    std::size_t length = 0;
    const char* const name = luaL_optlstring(state, 2, "", &length);
    return {name, length};
}

/// A number of bytes as the third argument; the rest of the message without one.
std::size_t sizeArgument(lua_State* state, const ScriptMessage& message)
{
    const lua_Integer size = luaL_optinteger(state, 3, static_cast<lua_Integer>(message.left()));
    luaL_argcheck(state, size >= 0, 3, "a size is not negative");
    return static_cast<std::size_t>(size);
}

/// As much of a text as a field shows, with what tells that it is longer.
std::string clipped(const ScriptMessage& message, std::string_view text)
{
    constexpr std::size_t more = 8;
    return std::string(text.substr(0, message.tree->limits().valueBytes + more));
}

/// Adds a field; the script ends when the tree has no room for it.
bool add(ScriptMessage& message, Field field)
{
    message.isStopped = message.tree != nullptr && !message.tree->add(std::move(field));
    return !message.isStopped;
}

/// Whether `size` more bytes are there; if not, the tree says so.
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

/// The next bytes have been read.
void advance(ScriptMessage& message, std::size_t size, std::size_t shown)
{
    message.lastBegin = message.at;
    message.lastLength = shown;
    message.at += size;
}

std::uint64_t bitsAt(const ScriptMessage& message, const NumberKind& kind)
{
    const std::byte* const bytes = &message.slice.bytes[message.at];
    switch (kind.size) {
    case 1: return load<std::uint8_t>(bytes, kind.order);
    case 2: return load<std::uint16_t>(bytes, kind.order);
    case 4: return load<std::uint32_t>(bytes, kind.order);
    default: return load<std::uint64_t>(bytes, kind.order);
    }
}

std::int64_t signedOf(std::uint64_t bits, std::size_t size)
{
    const auto unused = static_cast<unsigned>(64 - 8 * size);
    return std::bit_cast<std::int64_t>(bits << unused) >> unused;
}

std::string spelled(std::uint64_t bits, const NumberKind& kind)
{
    switch (kind.form) {
    case NumberForm::Unsigned: return std::to_string(bits);
    case NumberForm::Signed: return std::to_string(signedOf(bits, kind.size));
    case NumberForm::Float: break;
    }
    return kind.size == 4 ? floatText(static_cast<std::uint32_t>(bits)) : doubleText(bits);
}

bool addNumber(ScriptMessage& message, std::string_view name, std::string_view word,
               std::uint64_t bits, const NumberKind& kind)
{
    bool isAdded = true;
    if (!name.empty() && message.tree != nullptr) {
        std::string value = spelled(bits, kind);
        if (!word.empty()) {
            value.append(" (").append(clipped(message, word)).append(")");
        }
        isAdded = add(message, numberField(clipped(message, name), std::move(value), kind.type,
                                           message.place(), kind.size));
    }
    advance(message, kind.size, kind.size);
    return isAdded;
}

void pushNumber(lua_State* state, std::uint64_t bits, const NumberKind& kind)
{
    if (kind.form == NumberForm::Float) {
        lua_pushnumber(state, kind.size == 4 ? static_cast<lua_Number>(
                                  std::bit_cast<float>(static_cast<std::uint32_t>(bits)))
                                             : std::bit_cast<double>(bits));
    } else {
        lua_pushinteger(state, kind.form == NumberForm::Signed ? signedOf(bits, kind.size)
                                                               : std::bit_cast<std::int64_t>(bits));
    }
}

/// The word for a number in the table of words at `index`, which may be missing. It stays on the stack.
std::string_view wordFor(lua_State* state, int index, std::uint64_t bits, const NumberKind& kind)
{
    if (lua_isnoneornil(state, index)) {
        return {};
    }
    luaL_checktype(state, index, LUA_TTABLE);
    pushNumber(state, bits, kind);
    if (lua_rawget(state, index) != LUA_TSTRING) {
        return {};
    }
    std::size_t length = 0;
    const char* const word = lua_tolstring(state, -1, &length);
    return {word, length};
}

/// message:u16le(name, words) and its like; the kind is the second upvalue.
int readNumber(lua_State* state)
{
    ScriptMessage& message = self(state);
    const NumberKind& kind = numberKinds[lua_tointeger(state, lua_upvalueindex(2))];
    const std::string_view name = nameArgument(state);
    if (!has(message, kind.size)) {
        Sandbox::stop(state);
    }
    const std::uint64_t bits = bitsAt(message, kind);
    const std::string_view word = wordFor(state, 3, bits, kind);
    if (!addNumber(message, name, word, bits, kind)) {
        Sandbox::stop(state);
    }
    pushNumber(state, bits, kind);
    return 1;
}

/// Adds the next `shown` bytes and moves `size` bytes on.
bool addBytes(ScriptMessage& message, std::string_view name, std::size_t shown, std::size_t size,
              FieldKind kind)
{
    bool isAdded = true;
    if (!name.empty() && message.tree != nullptr) {
        const ByteView bytes = message.slice.bytes.subspan(message.at, shown);
        isAdded =
            add(message, kind == FieldKind::Text
                             ? textField(clipped(message, name), clipped(message, asText(bytes)),
                                         "text", message.place(), shown)
                             : bytesField(clipped(message, name), bytes, "bytes", message.place()));
    }
    advance(message, size, shown);
    return isAdded;
}

/// Reads `shown` bytes of `size` as a field and leaves them on the stack.
int read(lua_State* state, ScriptMessage& message, std::size_t shown, std::size_t size,
         FieldKind kind)
{
    const std::string_view name = nameArgument(state);
    if (!has(message, size)) {
        Sandbox::stop(state);
    }
    const char* const text = asText(message.slice.bytes).data() + message.at;
    if (!addBytes(message, name, shown, size, kind)) {
        Sandbox::stop(state);
    }
    lua_pushlstring(state, text, shown);
    return 1;
}

int readText(lua_State* state)
{
    ScriptMessage& message = self(state);
    const std::size_t size = sizeArgument(state, message);
    return read(state, message, size, size, FieldKind::Text);
}

int readBytes(lua_State* state)
{
    ScriptMessage& message = self(state);
    const std::size_t size = sizeArgument(state, message);
    return read(state, message, size, size, FieldKind::Binary);
}

/// Up to LF or CRLF, or the end of the message.
int readLine(lua_State* state)
{
    ScriptMessage& message = self(state);
    const std::string_view rest = asText(message.slice.bytes).substr(message.at);
    Sandbox::of(state).charge(state, rest.size() / 256);
    const std::size_t end = rest.find('\n');
    const std::size_t size = end == std::string_view::npos ? rest.size() : end + 1;
    std::size_t shown = std::min(end, rest.size());
    shown -= end != std::string_view::npos && shown > 0 && rest[shown - 1] == '\r' ? 1 : 0;
    return read(state, message, shown, size, FieldKind::Text);
}

/// Up to a zero byte, which has to be there.
int readZeroEnded(lua_State* state)
{
    ScriptMessage& message = self(state);
    const std::string_view rest = asText(message.slice.bytes).substr(message.at);
    Sandbox::of(state).charge(state, rest.size() / 256);
    const std::size_t end = rest.find('\0');
    const std::size_t size = end == std::string_view::npos ? rest.size() + 1 : end + 1;
    return read(state, message, size - 1, size, FieldKind::Text);
}

/// A number in groups of seven bits, the lowest first, as in Protocol Buffers.
int readVarint(lua_State* state)
{
    ScriptMessage& message = self(state);
    const std::string_view name = nameArgument(state);
    constexpr std::size_t maxBytes = 10;
    std::uint64_t value = 0;
    std::size_t size = 0;
    bool isComplete = false;
    while (!isComplete && size < maxBytes) {
        if (!has(message, size + 1)) {
            Sandbox::stop(state);
        }
        const auto byte = std::to_integer<std::uint64_t>(message.slice.bytes[message.at + size]);
        value |= (byte & 0x7FU) << (7 * size);
        isComplete = byte < 0x80;
        ++size;
    }
    if (!isComplete) {
        return luaL_error(state, "a varint has 10 bytes at most");
    }
    const NumberKind kind{"varint", "varint", size, NumberForm::Unsigned, ByteOrder::Little};
    const std::string_view word = wordFor(state, 3, value, kind);
    if (!addNumber(message, name, word, value, kind)) {
        Sandbox::stop(state);
    }
    pushNumber(state, value, kind);
    return 1;
}

int skip(lua_State* state)
{
    ScriptMessage& message = self(state);
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
    const ScriptMessage& message = self(state);
    const lua_Integer size = luaL_optinteger(state, 2, 1);
    luaL_argcheck(state, size >= 0, 2, "a size is not negative");
    const char* const text = asText(message.slice.bytes).data() + message.at;
    lua_pushlstring(state, text, std::min(static_cast<std::size_t>(size), message.left()));
    return 1;
}

int seek(lua_State* state)
{
    ScriptMessage& message = self(state);
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
    ScriptMessage& message = self(state);
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
    ScriptMessage& message = self(state);
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
    ScriptMessage& message = self(state);
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
    ScriptMessage& message = self(state);
    std::size_t length = 0;
    const char* const text = luaL_checklstring(state, 2, &length);
    summarize(message, {text, length});
    return 0;
}

int lengthOf(lua_State* state)
{
    const auto* const object = static_cast<const Object*>(lua_touserdata(state, 1));
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
    const auto* const object = static_cast<const Object*>(lua_touserdata(state, 1));
    if (object == nullptr || object->message == nullptr) {
        return luaL_error(state, "the message is there only while it is decoded or detected");
    }
    return pushProperty(state, {name, length}, *object->message);
}

constexpr luaL_Reg functions[] = {
    {"text", readText},      {"bytes", readBytes}, {"line", readLine},  {"cstring", readZeroEnded},
    {"varint", readVarint},  {"skip", skip},       {"peek", peek},      {"seek", seek},
    {"group", readGroup},    {"list", readList},   {"field", addField}, {"problem", reportProblem},
    {"summary", setSummary}, {nullptr, nullptr},
};

} // namespace

int makeMessageObject(lua_State* state)
{
    lua_settop(state, 0);
    new (lua_newuserdatauv(state, sizeof(Object), 1)) Object();
    lua_newtable(state); // its metatable
    lua_newtable(state); // the functions
    lua_pushvalue(state, 1);
    luaL_setfuncs(state, functions, 1);
    for (std::size_t kind = 0; kind < std::size(numberKinds); ++kind) {
        lua_pushvalue(state, 1);
        lua_pushinteger(state, static_cast<lua_Integer>(kind));
        lua_pushcclosure(state, readNumber, 2);
        lua_setfield(state, -2, numberKinds[kind].function);
    }
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
    auto* const object = static_cast<Object*>(lua_touserdata(state, index));
    object->message = message;
    lua_pushnil(state);
    lua_setiuservalue(state, index > 0 ? index : index - 1, 1);
}

} // namespace pipecore::lua
