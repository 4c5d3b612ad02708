// The functions of `message` that read numbers, texts and bytes in order.
#include "message_access.h"

#include "../number_text.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <utility>

namespace pipecore::lua {

namespace {

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

/// A number of bytes as the third argument; the rest of the message without one.
std::size_t sizeArgument(lua_State* state, const ScriptMessage& message)
{
    const lua_Integer size = luaL_optinteger(state, 3, static_cast<lua_Integer>(message.left()));
    luaL_argcheck(state, size >= 0, 3, "a size is not negative");
    return static_cast<std::size_t>(size);
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
    ScriptMessage& message = messageOf(state);
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
    ScriptMessage& message = messageOf(state);
    const std::size_t size = sizeArgument(state, message);
    return read(state, message, size, size, FieldKind::Text);
}

int readBytes(lua_State* state)
{
    ScriptMessage& message = messageOf(state);
    const std::size_t size = sizeArgument(state, message);
    return read(state, message, size, size, FieldKind::Binary);
}

/// Up to LF or CRLF, or the end of the message.
int readLine(lua_State* state)
{
    ScriptMessage& message = messageOf(state);
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
    ScriptMessage& message = messageOf(state);
    const std::string_view rest = asText(message.slice.bytes).substr(message.at);
    Sandbox::of(state).charge(state, rest.size() / 256);
    const std::size_t end = rest.find('\0');
    const std::size_t size = end == std::string_view::npos ? rest.size() + 1 : end + 1;
    return read(state, message, size - 1, size, FieldKind::Text);
}

/// A number in groups of seven bits, the lowest first, as in Protocol Buffers.
int readVarint(lua_State* state)
{
    ScriptMessage& message = messageOf(state);
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

constexpr luaL_Reg readingFunctions[] = {
    {"text", readText},         {"bytes", readBytes},   {"line", readLine},
    {"cstring", readZeroEnded}, {"varint", readVarint}, {nullptr, nullptr},
};

} // namespace

void addReadingFunctions(lua_State* state, int object)
{
    lua_pushvalue(state, object);
    luaL_setfuncs(state, readingFunctions, 1);
    for (std::size_t kind = 0; kind < std::size(numberKinds); ++kind) {
        lua_pushvalue(state, object);
        lua_pushinteger(state, static_cast<lua_Integer>(kind));
        lua_pushcclosure(state, readNumber, 2);
        lua_setfield(state, -2, numberKinds[kind].function);
    }
}

} // namespace pipecore::lua
