-- A chat in lines: an example of a text protocol.
--
--   NICK ada            the name of who speaks
--   SAY #room Hello!    text for a room
--   QUIT
--
-- A message may have several lines. Copy this file into the folder of your decoders and change it (docs/LUA.md).

local commands = {}

function commands.NICK(message, rest)
  message:field("nick", rest)
end

function commands.SAY(message, rest)
  local room, text = rest:match("^#(%S+) (.*)$")
  if not room then
    message:problem("expected a room and a text, as in SAY #room Hello!")
    return
  end
  message:field("room", room)
  message:field("text", text)
end

function commands.QUIT() end

local function decodeLine(message)
  local line = message:line()
  local command, rest = line:match("^(%u+) ?(.*)$")
  message:summary(line)
  if commands[command] then
    message:field("command", command)
    commands[command](message, rest)
  else
    message:problem("unknown command")
  end
end

return {
  name = "Chat",
  key = "chat", -- a filter writes chat.room == "tea"
  pipes = "chat*",
  detect = function(message)
    local word = message.data:match("^(%u+)[ \r\n]")
    return commands[word] ~= nil
  end,
  decode = function(message)
    local count = 0
    while message.left > 0 do
      message:group("[" .. count .. "]", decodeLine)
      count = count + 1
    end
    message:summary(count == 1 and "1 line" or count .. " lines")
  end,
}
