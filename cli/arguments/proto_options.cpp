#include "arguments/proto_options.h"

#include "pipecore/base/clean_text.h"

#include <vector>

namespace pipescope::cli {

namespace {

using pipecore::ProtoMessage;

Problem addPath(std::vector<std::filesystem::path>& list, const std::string& utf8)
{
    list.emplace_back(std::u8string(utf8.begin(), utf8.end()));
    return std::nullopt;
}

Problem findType(const pipecore::ProtoTypes& types, const std::string& name,
                 const ProtoMessage*& found)
{
    found = types.message(name);
    if (found != nullptr) {
        return std::nullopt;
    }
    const auto known = types.messageNames();
    if (known.empty()) {
        return "the files of --proto have no message types";
    }
    std::string problem = "the files of --proto have no type \"" + name + '"';
    std::vector<std::string> names(known.begin(), known.end());
    std::vector<std::string> ends;
    for (const std::string& each : names) {
        if (each.ends_with('.' + name)) {
            return "several types end with \"" + name + "\": write the whole name, such as " + each;
        }
        ends.push_back(each.substr(each.find_last_of('.') + 1));
    }
    const std::string_view meant =
        closestName(name, name.find('.') == std::string::npos ? ends : names);
    constexpr std::size_t maxListed = 10;
    if (!meant.empty()) {
        return problem + ": did you mean " + std::string(meant) + '?';
    }
    problem += "; they have ";
    for (std::size_t i = 0; i < names.size() && i < maxListed; ++i) {
        problem += (i == 0 ? "" : ", ") + names[i];
    }
    return problem + (names.size() > maxListed ? ", …" : "");
}

} // namespace

void describeProto(Options& options, ProtoChoice& choice)
{
    options.value(
        "--proto", "FILE",
        "types of Protocol Buffers: a .proto file or a descriptor set; may be given again "
        "for more files. Messages of gRPC are decoded by their methods",
        [&choice](const std::string& value) { return addPath(choice.files.files, value); });
    options.value(
        "--proto-path", "DIR",
        "a folder where imports of .proto files are looked for, before the folders of "
        "these files; may be given again",
        [&choice](const std::string& value) { return addPath(choice.files.importPaths, value); });
    options.value("--proto-type", "TYPE|REQUEST,REPLY",
                  "with --proto: messages that are not of gRPC have this type, or one type for "
                  "requests and another for replies",
                  [&choice](const std::string& value) -> Problem {
                      choice.typeNames = value;
                      return std::nullopt;
                  });
}

Problem loadProto(ProtoChoice& choice)
{
    if (choice.files.files.empty()) {
        return choice.typeNames.empty() && choice.files.importPaths.empty()
                   ? Problem()
                   : std::string(choice.typeNames.empty() ? "--proto-path" : "--proto-type")
                         + " requires --proto FILE";
    }
    auto loaded = pipecore::loadProtoTypes(choice.files);
    if (!loaded) {
        std::string text = "--proto: ";
        for (const pipecore::ProtoProblem& problem : loaded.error()) {
            text += (&problem == &loaded.error().front() ? "" : "\n  ")
                    + pipecore::onOneLine(problem.text());
        }
        return text;
    }
    choice.types = std::move(*loaded);
    if (choice.typeNames.empty()) {
        return std::nullopt;
    }
    const std::size_t comma = choice.typeNames.find(',');
    if (auto problem = findType(*choice.types, choice.typeNames.substr(0, comma), choice.request)) {
        return problem;
    }
    choice.reply = choice.request;
    return comma == std::string::npos
               ? Problem()
               : findType(*choice.types, choice.typeNames.substr(comma + 1), choice.reply);
}

} // namespace pipescope::cli
