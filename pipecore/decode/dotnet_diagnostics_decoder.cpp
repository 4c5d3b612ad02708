// .NET's diagnostic port (DOTNET_IPC_V1): commands to a runtime, and its answers.
#include "decoders.h"
#include "field_reader.h"
#include "pipecore/base/translatable.h"
#include "pipecore/base/utf8.h"
#include "pipecore/payload/text_decoder.h"

#include <algorithm>

namespace pipecore {

namespace dotnetipc {

namespace {

constexpr std::string_view mark("DOTNET_IPC_V1\0", 14);
constexpr std::string_view advertisement("ADVR_V1\0", 8);
constexpr std::size_t headSize = 20;
constexpr std::size_t guidSize = 16;
constexpr std::size_t advertisementSize = 34;

enum CommandSet : std::uint8_t {
    Dump = 1,
    EventPipe = 2,
    Profiler = 3,
    Process = 4,
    Server = 0xFF
};

std::string_view setName(std::uint8_t set)
{
    switch (set) {
    case Dump: return "Dump";
    case EventPipe: return "EventPipe";
    case Profiler: return "Profiler";
    case Process: return "Process";
    case Server: return "Server";
    default: return {};
    }
}

template <std::size_t Size>
std::string_view nameAt(const std::string_view (&names)[Size], std::size_t index)
{
    return index < Size ? names[index] : std::string_view();
}

std::string_view commandName(std::uint8_t set, std::uint8_t command)
{
    constexpr std::string_view dump[] = {"", "GenerateCoreDump", "GenerateCoreDump2",
                                         "GenerateCoreDump3"};
    constexpr std::string_view pipe[] = {"",
                                         "StopTracing",
                                         "CollectTracing",
                                         "CollectTracing2",
                                         "CollectTracing3",
                                         "CollectTracing4",
                                         "CollectTracing5"};
    constexpr std::string_view profiler[] = {"", "AttachProfiler", "StartupProfiler"};
    constexpr std::string_view process[] = {
        "ProcessInfo",  "ResumeRuntime", "ProcessEnvironment", "SetEnvironmentVariable",
        "ProcessInfo2", "EnablePerfMap", "DisablePerfMap",     "ApplyStartupHook",
        "ProcessInfo3"};
    switch (set) {
    case Dump: return nameAt(dump, command);
    case EventPipe: return nameAt(pipe, command);
    case Profiler: return nameAt(profiler, command);
    case Process: return nameAt(process, command);
    case Server: return command == 0 ? "OK" : command == 0xFF ? "Error" : "";
    default: return {};
    }
}

std::string utf16Text(ByteView bytes)
{
    std::string text;
    for (std::size_t at = 0; at < bytes.size();) {
        const TextStep step = decodeText(bytes, at, TextEncoding::Utf16Le);
        constexpr char32_t noCharacter = 0xFFFD;
        if (step.valid && step.codePoint == 0) {
            break;
        }
        appendUtf8(text, step.valid ? step.codePoint : noCharacter);
        at += step.length;
    }
    return text;
}

/// A text of UTF-16 after its number of characters, with a zero at its end.
void readText(FieldReader& reader, const std::string& name)
{
    const std::uint64_t size = reader.number<std::uint32_t>(name + " length") * std::uint64_t{2};
    if (!reader.has(size)) {
        return;
    }
    reader.spelled(name, utf16Text(reader.rest().first(static_cast<std::size_t>(size))), size,
                   "UTF-16");
}

std::string guidText(ByteView bytes)
{
    std::string text = hexNumber(load<std::uint32_t>(bytes.data(), ByteOrder::Little), 8).substr(2);
    text += '-' + hexNumber(load<std::uint16_t>(&bytes[4], ByteOrder::Little), 4).substr(2);
    text += '-' + hexNumber(load<std::uint16_t>(&bytes[6], ByteOrder::Little), 4).substr(2) + '-';
    for (std::size_t at = 8; at < guidSize; ++at) {
        text += at == 10 ? "-" : "";
        text += hexNumber(std::to_integer<std::uint64_t>(bytes[at]), 2).substr(2);
    }
    return text;
}

void readGuid(FieldReader& reader, std::string name)
{
    if (reader.has(guidSize)) {
        reader.spelled(std::move(name), guidText(reader.rest().first(guidSize)), guidSize, "GUID");
    }
}

/// Whether a successful answer has the form of ProcessInfo: a process, a GUID, texts to the end. An answer
/// does not say what it answers.
bool isProcessInfo(ByteView payload)
{
    constexpr std::size_t fixed = 8 + guidSize;
    constexpr std::size_t minTexts = 3;
    if (payload.size() < fixed) {
        return false;
    }
    std::size_t texts = 0;
    payload = payload.subspan(fixed);
    while (payload.size() >= 4) {
        const std::uint64_t size =
            load<std::uint32_t>(payload.data(), ByteOrder::Little) * std::uint64_t{2};
        if (size > payload.size() - 4) {
            return false;
        }
        payload = payload.subspan(4 + static_cast<std::size_t>(size));
        ++texts;
    }
    return payload.empty() && texts >= minTexts;
}

void readProcessInfo(FieldReader& reader)
{
    constexpr std::string_view names[] = {"command line",    "OS",
                                          "architecture",    "managed entry point",
                                          "runtime version", "portable RID"};
    reader.number<std::uint64_t>("process ID");
    readGuid(reader, "runtime cookie");
    for (const std::string_view name : names) {
        if (reader.hasMore()) {
            readText(reader, std::string(name));
        }
    }
}

void readProviders(FieldReader& reader)
{
    const auto count = reader.number<std::uint32_t>("providers");
    for (std::uint32_t index = 0; reader.isGood() && index < count; ++index) {
        reader.open("provider" + itemName(index));
        reader.hex<std::uint64_t>("keywords");
        reader.number<std::uint32_t>("level");
        readText(reader, "name");
        readText(reader, "filter");
        reader.close();
    }
}

void readPayload(FieldReader& reader, std::uint8_t set, std::uint8_t command)
{
    if (set == Server && command == 0xFF && reader.left() >= 4) {
        reader.hex<std::uint32_t>("HRESULT");
    } else if (set == Server && isProcessInfo(reader.rest())) {
        readProcessInfo(reader);
    } else if (set == EventPipe && (command == 2 || command == 3)) {
        reader.number<std::uint32_t>("buffer, MB");
        reader.number<std::uint32_t>("format");
        if (command == 3) {
            reader.number<std::uint8_t>("rundown");
        }
        readProviders(reader);
    } else if ((set == EventPipe && command == 1) || (set == Server && reader.left() == 8)) {
        reader.number<std::uint64_t>("session");
    } else if (set == Dump && command == 1) {
        readText(reader, "file");
        reader.number<std::uint32_t>("dump type");
        reader.number<std::uint32_t>("diagnostics");
    }
    reader.bytes("payload", reader.left());
}

void readMessage(FieldReader& reader)
{
    reader.spelled("magic", mark.substr(0, mark.size() - 1), mark.size(), "mark");
    const auto size = reader.number<std::uint16_t>("size");
    if (reader.isGood() && size < headSize) {
        reader.fail(0, PIPECORE_TR("Decode", "size is smaller than the header"));
    }
    if (!reader.isGood()) {
        return;
    }
    FieldReader body(reader, size - mark.size() - sizeof size);
    const auto set = body.named<std::uint8_t>("command set", setName);
    const auto command = body.named<std::uint8_t>(
        "command", [set](std::uint8_t value) { return commandName(set, value); });
    body.number<std::uint16_t>("reserved");
    std::string summary(setName(set));
    const std::string_view name = commandName(set, command);
    summary.append(" ").append(name.empty() ? std::to_string(command) : std::string(name));
    reader.summarize(summary);
    if (body.isGood()) {
        readPayload(body, set, command);
        body.endPart();
    }
}

/// The first words of a runtime when it connects to a port that others listen on.
void readAdvertisement(FieldReader& reader)
{
    reader.summarize("Advertise");
    reader.spelled("magic", advertisement.substr(0, advertisement.size() - 1), advertisement.size(),
                   "mark");
    readGuid(reader, "runtime cookie");
    reader.number<std::uint64_t>("process ID");
    reader.number<std::uint16_t>("reserved");
}

} // namespace

} // namespace dotnetipc

bool isDotnetDiagnostics(ByteView bytes)
{
    const std::string_view text = asText(bytes);
    return (bytes.size() >= dotnetipc::headSize && text.starts_with(dotnetipc::mark))
           || (bytes.size() >= dotnetipc::advertisementSize
               && text.starts_with(dotnetipc::advertisement));
}

bool readDotnetDiagnostics(const Slice& slice, TreeBuilder& tree)
{
    FieldReader reader(slice, tree, ByteOrder::Little);
    for (std::size_t index = 0; reader.hasMore() || (index == 0 && reader.has(1)); ++index) {
        const std::string_view rest = asText(reader.rest());
        const auto begins = [rest](std::string_view word) {
            return rest.starts_with(word.substr(0, std::min(rest.size(), word.size())));
        };
        if (index > 0 && !begins(dotnetipc::mark)) {
            // An event stream follows the answer to CollectTracing.
            reader.bytes("event stream", reader.left());
            break;
        }
        reader.open(itemName(index), "message");
        if (begins(dotnetipc::advertisement)) {
            dotnetipc::readAdvertisement(reader);
        } else if (begins(dotnetipc::mark)) {
            dotnetipc::readMessage(reader);
        } else {
            reader.fail(dotnetipc::mark.size(), PIPECORE_TR("Decode", "expected \"%1\""),
                        {"DOTNET_IPC_V1"});
        }
        reader.close();
    }
    return reader.isGood();
}

} // namespace pipecore
