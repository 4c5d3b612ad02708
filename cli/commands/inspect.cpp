#include "commands/pipe_queries.h"

#include "commands/command.h"

#include "pipecore/base/clean_text.h"
#include "pipecore/base/json.h"
#include "pipecore/model/vocabulary.h"
#include "pipecore/payload/payload.h"

#include <concepts>
#include <limits>

namespace pipescope::cli {

namespace {

using pipecore::PipeFact;
using pipecore::PipeInspection;
using pipecore::Result;

struct FactName
{
    std::string_view key;   ///< in JSON
    std::string_view label; ///< for people
};

FactName nameOf(PipeFact fact)
{
    switch (fact) {
    case PipeFact::Type: return {"type", "type"};
    case PipeFact::ReadMode: return {"readMode", "read mode"};
    case PipeFact::Access: return {"access", "access"};
    case PipeFact::Instances: return {"instances", "instances"};
    case PipeFact::Limit: return {"limit", "instance limit"};
    case PipeFact::OutBufferSize: return {"outBufferSize", "out buffer"};
    case PipeFact::InBufferSize: return {"inBufferSize", "in buffer"};
    case PipeFact::Connected: return {"connected", "clients"};
    case PipeFact::Waiting: return {"waiting", "clients waiting"};
    case PipeFact::Owner: return {"owner", "owner"};
    case PipeFact::OwnerId: return {"ownerId", "owner ID"};
    case PipeFact::Group: return {"group", "group"};
    case PipeFact::GroupId: return {"groupId", "group ID"};
    case PipeFact::Security: return {"security", "security"};
    case PipeFact::ProcessId: return {"pid", "server process"};
    case PipeFact::Image: return {"image", "server program"};
    case PipeFact::Session: break;
    }
    return {"session", "server session"};
}

struct JsonFacts
{
    pipecore::JsonWriter& json;

    template <typename T>
    void operator()(PipeFact fact, const Result<T>& value) const
    {
        const std::string key(nameOf(fact).key);
        if constexpr (std::integral<T>) {
            if (value && fact == PipeFact::Limit) {
                json.limit(key, *value);
                return;
            }
        }
        if (value) {
            add(key, *value);
        } else if (!pipecore::doesNotApply(value.error())) {
            json.text(key + "Error", pipecore::describe(value.error()));
        }
    }
    void add(const std::string& key, std::uint32_t value) const { json.number(key, value); }
    void add(const std::string& key, const std::string& value) const { json.text(key, value); }
    template <typename E>
    void add(const std::string& key, E value) const
    {
        json.text(key, pipecore::wordFor(value));
    }
};

struct TextFacts
{
    std::string& text;

    template <typename T>
    void operator()(PipeFact fact, const Result<T>& value) const
    {
        constexpr std::size_t labelWidth = 17;
        if (!value && pipecore::doesNotApply(value.error())) {
            return;
        }
        std::string label(nameOf(fact).label);
        label.resize(labelWidth, ' ');
        text += "  " + label
                + (value ? valueText(fact, *value)
                         : "not known: " + pipecore::onOneLine(pipecore::describe(value.error())))
                + '\n';
    }
    static std::string valueText(PipeFact fact, std::uint32_t value)
    {
        if (fact == PipeFact::Limit && value == 0) {
            return "none";
        }
        const bool isSize = fact == PipeFact::OutBufferSize || fact == PipeFact::InBufferSize;
        return std::to_string(value) + (isSize ? " bytes" : "");
    }
    static std::string valueText(PipeFact, const std::string& value)
    {
        return pipecore::previewText(pipecore::asBytes(value), pipecore::TextEncoding::Utf8,
                                     std::numeric_limits<std::size_t>::max());
    }
    template <typename E>
    static std::string valueText(PipeFact, E value)
    {
        return std::string(pipecore::wordFor(value));
    }
};

} // namespace

std::string inspectionText(const PipeInspection& pipe)
{
    std::string text = TextFacts::valueText(PipeFact::Image, pipe.path) + '\n';
    pipecore::visitFacts(pipe, TextFacts{text});
    return text;
}

std::string inspectionJson(const PipeInspection& pipe)
{
    pipecore::JsonWriter json;
    json.text("path", pipe.path);
    pipecore::visitFacts(pipe, JsonFacts{json});
    return json.take() + '\n';
}

namespace {

class Inspect final : public Command
{
public:
    std::string name() const override { return "inspect"; }
    std::string summary() const override
    {
        return "Print the properties of a pipe; on Windows its server sees a client connect and "
               "disconnect";
    }
    void describe(Options& options) override
    {
        options.positional("NAME", "name", "the pipe", m_name);
        options.flag("--json", "print one JSON object", m_json);
    }
    Problem finish() override
    {
        return m_name.empty() ? Problem("missing pipe name: use pipescope-cli inspect NAME")
                              : std::nullopt;
    }
    ExitStatus run(Console& console) override
    {
        const auto pipe = pipecore::inspectPipe(m_name);
        if (!pipe) {
            return reportError(pipe.error());
        }
        console.write(m_json ? inspectionJson(*pipe) : inspectionText(*pipe));
        return ExitStatus::Done;
    }

private:
    std::string m_name;
    bool m_json = false;
};

} // namespace

std::unique_ptr<Command> makeInspect()
{
    return std::make_unique<Inspect>();
}

} // namespace pipescope::cli
