#include "output/event_printer.h"

#include "output/clock_text.h"
#include "output/identity_lines.h"

#include "pipecore/base/clean_text.h"
#include "pipecore/model/event_text.h"
#include "pipecore/model/identity.h"
#include "pipecore/model/pipe_name.h"
#include "pipecore/model/vocabulary.h"
#include "pipecore/payload/payload.h"

#include <fmt/format.h>

#include <algorithm>

namespace pipescope::cli {

namespace {

constexpr std::size_t previewLength = 80;
constexpr std::size_t typedLength = 400;

/// Texts that differ between terminals and files.
struct TextBody
{
    const pipecore::Event& event;
    const std::string& shown; ///< in place of the preview; may be empty

    std::string operator()(const pipecore::EndpointOpened& body) const
    {
        const bool serves = body.role == pipecore::Role::Server;
        std::string where;
        // The actual path, if the name does not contain it (on Linux).
        if (const auto name = pipecore::PipeName::parse(*body.name);
            name && name->native() != *body.name) {
            where = " at " + name->native();
        }
        return fmt::format("{} {}{}, {} mode, {}", serves ? "listening on" : "connecting to",
                           *body.name, where, pipecore::wordFor(body.mode),
                           pipecore::wordFor(body.access));
    }
    std::string operator()(const pipecore::Message& body) const
    {
        std::string text =
            fmt::format("{} {:>7}  ", body.direction == pipecore::Direction::Received ? "<-" : "->",
                        body.length);
        if (body.droppedBytes != 0) {
            text += "(payload not kept)";
        }
        if (shown.empty()) {
            const pipecore::ByteView front =
                event.payload.first(std::min(event.payload.size(), previewLength * 4));
            text += pipecore::previewText(front, pipecore::TextEncoding::Utf8, previewLength);
        } else {
            text += pipecore::previewText(pipecore::asBytes(shown), pipecore::TextEncoding::Utf8,
                                          typedLength);
        }
        if (body.continues) {
            text += " (continues)";
        }
        return text;
    }
    std::string operator()(const pipecore::FactsRead& body) const { return factsText(*body.facts); }
    std::string operator()(const pipecore::ClientIdentified& body) const
    {
        return "client: " + pipecore::onOneLine(pipecore::summaryOf(*body.identity))
               + indentedFacts(pipecore::factsOf(*body.identity));
    }
    template <typename Body>
    std::string operator()(const Body& /*body*/) const
    {
        return pipecore::eventText(event);
    }
};

} // namespace

std::string textLine(const pipecore::Event& event, const pipecore::Phrase* problem,
                     const std::string& shown)
{
    if (std::holds_alternative<pipecore::StateChanged>(event.body)) {
        return {};
    }
    std::string line = localClock(event.wallNs) + "  ";
    line += fmt::format("{:<5} ", event.connection ? fmt::format("#{}", event.connection.value)
                                                   : std::string());
    const std::string body = std::visit(TextBody{event, shown}, event.body);
    // Names of programs and users are foreign text, so they are kept on one line. Bodies of several
    // lines do that themselves.
    line += std::holds_alternative<pipecore::ClientIdentified>(event.body)
                ? body
                : pipecore::onOneLine(body);
    if (problem != nullptr) {
        line += pipecore::onOneLine(" (malformed: " + problem->text() + ")");
    }
    line += '\n';
    return line;
}

} // namespace pipescope::cli
