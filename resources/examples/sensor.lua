-- Messages of a measuring station: an example of a binary protocol with a length and a checksum.
--
--   bytes  2       1        1     2       length  2
--          "SN"    version  kind  length  body    sum of the bytes of the body
--
-- Numbers are big-endian. Copy this file into the folder of your decoders and change it (docs/LUA.md).

local kinds = { [1] = "readings", [2] = "acknowledged", [3] = "error" }

local bodies = {
  readings = function(message)
    local count = message:u8("count")
    message:list("readings", function()
      for i = 0, count - 1 do
        message:group("[" .. i .. "]", function()
          local sensor = message:u16be("sensor")
          local celsius = message:i16be() / 100 -- read without a name: shown by field()
          message:field("celsius", celsius)
          message:summary(string.format("sensor %d: %.2f °C", sensor, celsius))
        end)
      end
    end)
    return count .. " readings"
  end,

  acknowledged = function(message)
    return "message " .. message:u32be("number") .. " acknowledged"
  end,

  error = function(message, length)
    return "error: " .. message:text("text", length)
  end,
}

local function sum(bytes)
  local total = 0
  for i = 1, #bytes do
    total = total + bytes:byte(i)
  end
  return total & 0xFFFF
end

local function decode(message)
  message:text("magic", 2)
  message:u8("version")
  local kind = kinds[message:u8("kind", kinds)]
  local length = message:u16be("length")
  local body = message:peek(length)
  if kind then
    message:summary(message:group("body", bodies[kind], length))
  else
    message:bytes("body", length)
    message:problem("unknown kind", 4, 1)
  end
  local found = message:u16be("checksum")
  if found ~= sum(body) then
    message:problem("the checksum should be " .. sum(body))
  end
end

return {
  name = "Measuring station",
  key = "sensor", -- a filter writes sensor.celsius > 20
  pipes = { "sensor", "sensor-*" },
  detect = function(message)
    return message:peek(2) == "SN"
  end,
  decode = decode,
}
