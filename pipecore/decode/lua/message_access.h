#pragma once

#include "message_object.h"

#include <string>
#include <string_view>

namespace pipecore::lua {

// What the functions of `message` have in common. Errors of Lua jump over those that may raise one (they take the
// state): no object with a destructor is alive there. What makes fields is in functions that raise none.

/// The object of Lua.
struct MessageObject
{
    ScriptMessage* message = nullptr;
};

/// The message that the function was called for, by its first upvalue, the object; stops the script without one.
[[nodiscard]] ScriptMessage& messageOf(lua_State* state);
/// The name of a field, the second argument; empty: it is read and not shown.
[[nodiscard]] std::string_view nameArgument(lua_State* state);
/// As much of a text as a field shows, with what tells that it is longer. While there is a tree.
[[nodiscard]] std::string clipped(const ScriptMessage& message, std::string_view text);
/// Adds a field; false when the tree has no room for it: the script ends.
[[nodiscard]] bool add(ScriptMessage& message, Field field);
/// Whether `size` more bytes are there; if not, the tree says so: the script ends.
[[nodiscard]] bool has(ScriptMessage& message, std::size_t size);
/// The next `size` bytes have been read, of which a field shows the first ones.
void advance(ScriptMessage& message, std::size_t size, std::size_t shown);

/// Adds the functions that read fields to the table on top of the stack. `object`: place of the object on the
/// stack.
void addReadingFunctions(lua_State* state, int object);

} // namespace pipecore::lua
