#include "commands/talk.h"

#include "arguments/talk_draft.h"
#include "commands/command.h"

namespace pipescope::cli {

namespace {

class Talking final : public TalkCommand
{
public:
    explicit Talking(Talk talk) { m_draft.arguments.talk = talk; }

    std::string name() const override { return std::string(wordOf(m_draft.arguments.talk)); }
    std::string summary() const override
    {
        switch (m_draft.arguments.talk) {
        case Talk::Serve: return "Serve a pipe";
        case Talk::Proxy: return "Serve a pipe, and pass on to another what its clients say";
        case Talk::Connect: return "Connect to a pipe";
        case Talk::Call: return "Send one message and receive its reply (CallNamedPipe)";
        case Talk::Transact: break;
        }
        return "Connect, send messages and receive their replies (TransactNamedPipe)";
    }
    std::string notes() const override
    {
        return "Ctrl+C ends cleanly and keeps the recording; a second Ctrl+C quits immediately.";
    }
    void describe(Options& options) override { describeTalk(options, m_draft); }
    Problem finish() override { return cli::finish(m_draft); }
    ExitStatus run(Console& console) override
    {
        if (const auto problem = checkThisSystem(m_draft)) {
            return reportUsageError(name() + ": " + *problem);
        }
        return talk(m_draft.arguments, console);
    }
    const Arguments& arguments() const override { return m_draft.arguments; }

private:
    Draft m_draft;
};

} // namespace

std::unique_ptr<TalkCommand> makeTalk(Talk talk)
{
    return std::make_unique<Talking>(talk);
}

ExitStatus talk(const Arguments& arguments, Console& console)
{
    return withInterrupt(console, [&arguments](Context& context) {
        const bool isServer = arguments.talk == Talk::Serve || arguments.talk == Talk::Proxy;
        return isServer ? serve(arguments, context) : connect(arguments, context);
    });
}

} // namespace pipescope::cli
