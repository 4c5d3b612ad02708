// Decoders in Lua: a script whose calls the bytes of the message choose, in any order and with any arguments. Its
// limits are small, so that they are passed, too.
#include "decode/lua/script.h"
#include "fuzz.h"
#include "invariants.h"

#include <memory>

using namespace pipecore;

namespace {

constexpr const char* source = R"(
local numbers = { "u8", "u16le", "u16be", "u32le", "u64be", "i8", "i32le", "i64be", "f32le", "f64be", "varint" }
local calls = {
  function(m) local n = m:u8() m[numbers[n % #numbers + 1]](m, n > 99 and "n" or nil, { [1] = "one" }) end,
  function(m) m:text("t", m:i8()) end,
  function(m) m:bytes("b", m:u16le()) end,
  function(m) m:line("l") end,
  function(m) m:cstring("c") end,
  function(m) m:skip(m:u8()) end,
  function(m) m:seek(m:u8() - 1) end,
  function(m) m:field(m:peek(3), m:peek(m:u8()), m:u8(), m:u8()) end,
  function(m) m:field("n", m:f64le()) end,
  function(m) m:problem(m:peek(9), m:u8(), m:u8()) end,
  function(m) m:summary(m.data) end,
  function(m, run) m:group("g", run) end,
  function(m, run) m:list("[0]", run) end,
  function(m, run) pcall(run, m) end,
  function(m, run) coroutine.wrap(run)(m) end,
  function(m) m:field("f", tostring(m:peek(40):find(m:text(nil, m:u8() % 16), m:i8()))) end,
  function(m) m:field("g", m:peek(40):gsub(m:text(nil, m:u8() % 16), m:text(nil, m:u8() % 4), m:u8())) end,
  function(m) for a in m:peek(40):gmatch(m:text(nil, m:u8() % 16)) do m:field("m", tostring(a)) end end,
  function(m) m:field("r", m:text(nil, m:u8() % 4):rep(m:u16le(), m:peek(1))) end,
  function(m) m:field("u", tostring(string.unpack(m:text(nil, m:u8() % 8), m.data, m:u8()))) end,
  function(m) m:field("s", string.format(m:text(nil, m:u8() % 8), m:u8(), m:u8())) end,
  function(m) while m:u8() ~= 0 do end end,
  function(m) while true do end end,
  function(m) error(m:peek(20)) end,
  function(m) error(m) end,
}
local function run(m)
  while m.left > 0 do
    calls[m:u8() % #calls + 1](m, run)
  end
end
return { key = "fuzz", decode = run, detect = function(m) run(m) return m.position end }
)";

std::shared_ptr<lua::Script> loaded()
{
    static std::shared_ptr<lua::Script> script;
    if (!script || script->isOff()) {
        lua::SandboxLimits limits;
        limits.steps = 100'000;
        limits.memory = std::size_t{1024} * 1024;
        auto made = lua::Script::load(source, "fuzz.lua", limits);
        require(made.has_value(), "the script is good");
        script = *made;
    }
    return script;
}

} // namespace

static int fuzzDecodeLua(const std::uint8_t* data, std::size_t size)
{
    Case input(data, size);
    DecodeLimits limits;
    switch (input.choose(3)) {
    case 0: break;
    case 1: limits.fields = 10; break;
    default: limits.depth = 3; limits.valueBytes = 5;
    }
    const bool isCut = input.choose(2) == 1;
    const ByteView payload = input.rest();
    const Slice slice{payload, 0, isCut};
    Decoded decoded;
    decoded.root.kind = FieldKind::List;
    decoded.root.length = payload.size();
    TreeBuilder tree(decoded, limits);
    const bool isGood = loaded()->decode(slice, tree, {});
    tree.finish(payload.size());
    require(!isGood || decoded.end != DecodeEnd::CutOff, "what is cut off is not good");
    const std::string broken = brokenInvariant(decoded, payload.size(), limits);
    require(broken.empty(), broken);
    const int score = loaded()->score(payload, {});
    require(score >= 0 && score <= 100, "a score");
    return 0;
}

PIPESCOPE_FUZZ_TARGET(decode_lua, fuzzDecodeLua)
