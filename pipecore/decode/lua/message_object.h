#pragma once

#include "../tree_builder.h"

#include "sandbox.h"

#include <cstddef>

namespace pipecore::lua {

/// A message while a script looks at it: what `message` is in docs/LUA.md.
struct ScriptMessage
{
    Slice slice;
    TreeBuilder* tree = nullptr; ///< gets the fields; null while the message is only detected
    DecodeContext context;
    std::size_t at = 0;        ///< what is read next
    std::size_t lastBegin = 0; ///< what was read last
    std::size_t lastLength = 0;
    bool isStopped = false; ///< the data or the room in the tree ended; the tree says it

    [[nodiscard]] std::size_t left() const { return slice.bytes.size() - at; }
    [[nodiscard]] std::size_t place() const { return slice.base + at; }
};

/// Makes the object `message` of a state: a lua_CFunction for Sandbox::call(), which returns it. Without a
/// message its functions are errors.
int makeMessageObject(lua_State* state);
/// Gives the object at `index` of the stack another message; null: none. Raises no errors.
void setMessage(lua_State* state, int index, ScriptMessage* message);

} // namespace pipecore::lua
