-- Fields of PipeScope's recordings for Wireshark's filters, columns and detail tree:
--   pipescope.pipe  .connection  .endpoint  .role  .pid  .image  .user  .direction  .event  .part  .parts
-- Read from the names of interfaces and the comments of packets; see docs/SESSION_FORMAT.md.
--
-- Put this file into Wireshark's personal Lua folder (Help > About Wireshark > Folders), or:
--   wireshark -X lua_script:pipescope.lua session.pcapng

local pipescope = Proto("pipescope", "PipeScope")

local shown = {
    pipe = ProtoField.string("pipescope.pipe", "Pipe"),
    connection = ProtoField.uint64("pipescope.connection", "Connection"),
    endpoint = ProtoField.uint64("pipescope.endpoint", "Endpoint"),
    role = ProtoField.string("pipescope.role", "Role of PipeScope"),
    pid = ProtoField.uint32("pipescope.pid", "Process ID of the peer"),
    image = ProtoField.string("pipescope.image", "Program of the peer"),
    user = ProtoField.string("pipescope.user", "User of the peer"),
    direction = ProtoField.string("pipescope.direction", "Direction"),
    event = ProtoField.string("pipescope.event", "Event"),
    part = ProtoField.uint32("pipescope.part", "Part"),
    parts = ProtoField.uint32("pipescope.parts", "Parts of the message"),
    length = ProtoField.uint64("pipescope.length", "Length of the whole message"),
    continues = ProtoField.bool("pipescope.continues", "Continues in the next row"),
}
pipescope.fields = shown

local interfaceName = Field.new("frame.interface_name")
local interfaceDescription = Field.new("frame.interface_description")
local packetDirection = Field.new("frame.packet_flags_direction")
local packetComment = Field.new("frame.comment")

local inbound, outbound = 1, 2
local eventsInterface = "PipeScope events"

local function textOf(field)
    local info = field()
    return info and tostring(info.value) or nil
end

-- Parses "server, peer app.exe (pid 4120), user ann"; nil if it is not the description of a connection.
-- A program can choose any name, such as "x (pid 1), user root". So process and user are parsed from the end,
-- where PipeScope writes them, and neither may contain parentheses; PipeScope writes brackets for those of
-- names. Other descriptions (files of older versions) are shown as a name only.
local function peerOf(description)
    local role, peer = string.match(description or "", "^(%a+), peer (.*)$")
    if role ~= "server" and role ~= "client" then
        return nil
    end
    -- Without a user if it is unknown, and in files of older versions.
    local image, pid, user = string.match(peer, "^(.*) %(pid (%w+)%), user ([^()]*)$")
    if not image then
        image, pid = string.match(peer, "^(.*) %(pid (%w+)%)$")
    end
    image = image or peer
    if image == "unknown" or image == "unknown program" then
        image = nil
    end
    return { role = role, image = image, pid = tonumber(pid or ""), user = user }
end

local function addComments(tree)
    for _, info in ipairs({ packetComment() }) do
        local comment = tostring(info.value)
        local part, parts, length = string.match(comment, "^part=(%d+)/(%d+) of=(%d+)")
        if part then
            tree:add(shown.part, tonumber(part))
            tree:add(shown.parts, tonumber(parts))
            tree:add(shown.length, UInt64.new(tonumber(length)))
        elseif string.match(comment, "^continues=1") then
            tree:add(shown.continues, true)
        end
    end
end

local function addMessage(tree, pinfo, name)
    local peer = peerOf(textOf(interfaceDescription))
    local pipe, connection = string.match(name, "^(.*) #(%d+)$")
    if not peer or not pipe then
        return false
    end
    tree:add(shown.pipe, pipe)
    tree:add(shown.connection, UInt64.new(tonumber(connection)))
    tree:add(shown.role, peer.role)
    local other = peer.image or "?"
    if peer.image then
        tree:add(shown.image, peer.image)
    end
    if peer.pid then
        tree:add(shown.pid, peer.pid)
        other = other .. " (" .. peer.pid .. ")"
    end
    if peer.user then
        tree:add(shown.user, peer.user)
    end
    local direction = packetDirection()
    if direction and direction.value == inbound then
        tree:add(shown.direction, "received")
        pinfo.cols.src, pinfo.cols.dst = other, "PipeScope"
    elseif direction and direction.value == outbound then
        tree:add(shown.direction, "sent")
        pinfo.cols.src, pinfo.cols.dst = "PipeScope", other
    end
    addComments(tree)
    return true
end

-- Returns a member of an event's JSON object: PipeScope writes it without white space, and escapes quotes and
-- backslashes, so a quoted key followed by a colon is never inside a text.
local function memberText(json, key)
    local _, first = string.find(json, '"' .. key .. '":"', 1, true)
    if not first then
        return nil
    end
    local last = first + 1
    while last <= #json and string.sub(json, last, last) ~= '"' do
        last = last + (string.sub(json, last, last) == "\\" and 2 or 1)
    end
    return (string.gsub(string.sub(json, first + 1, last - 1), '\\(["\\])', "%1"))
end

local function memberNumber(json, key)
    return tonumber(string.match(json, '"' .. key .. '":(%d+)'))
end

local function addEvent(tree, tvb)
    local json = string.match(tvb:raw(), '{"event":.*')
    if not json then
        return
    end
    tree:add(shown.event, string.match(json, '^{"event":"(%w+)"') or "?")
    for _, key in ipairs({ "endpoint", "connection" }) do
        local number = memberNumber(json, key)
        if number then
            tree:add(shown[key], UInt64.new(number))
        end
    end
    local role, pipe = memberText(json, "role"), memberText(json, "name")
    if role and pipe then
        tree:add(shown.role, role)
        tree:add(shown.pipe, pipe)
    end
    local pid, image = memberNumber(json, "pid"), memberText(json, "image")
    local user = memberText(json, "user")
    if pid then
        tree:add(shown.pid, pid)
    end
    if image then
        tree:add(shown.image, string.match(image, "([^/\\]*)$"))
    end
    if user then
        tree:add(shown.user, user)
    end
end

function pipescope.dissector(tvb, pinfo, root)
    local name = textOf(interfaceName)
    if not name then
        return
    end
    if name == eventsInterface then
        addEvent(root:add(pipescope, tvb(), "PipeScope event"), tvb)
    elseif peerOf(textOf(interfaceDescription)) then
        addMessage(root:add(pipescope, tvb(), "PipeScope message"), pinfo, name)
    end
end

register_postdissector(pipescope)
