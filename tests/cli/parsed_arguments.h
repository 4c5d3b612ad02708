#pragma once

#include "commands/program.h"

#include <QByteArray>

#include <expected>
#include <string>
#include <vector>

namespace pipescope::cli {

inline std::expected<Request, std::string> parseAny(const QByteArrayList& arguments)
{
    std::vector<std::string> list;
    for (const QByteArray& argument : arguments) {
        list.push_back(argument.toStdString());
    }
    return parseProgram(list);
}

/// The arguments of a command that talks.
inline std::expected<Arguments, std::string> parse(const QByteArrayList& arguments)
{
    const auto request = parseAny(arguments);
    if (!request) {
        return std::unexpected(request.error());
    }
    const auto* talk = dynamic_cast<const TalkCommand*>(request->command.get());
    if (talk == nullptr) {
        return std::unexpected("not a command that talks: " + request->answer);
    }
    return talk->arguments();
}

} // namespace pipescope::cli
