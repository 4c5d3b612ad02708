#include "pipecore/base/code_names.h"
#include "pipecore/base/translatable.h"
#include "pipecore/discovery/inspection.h"
#include "pipecore/discovery/listing.h"
#include "pipecore/explain/access_denied.h"

#include <algorithm>
#include <string_view>

namespace pipecore {
namespace {

bool isSameName(std::string_view left, std::string_view right)
{
    const auto folded = [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    };
    return std::ranges::equal(left, right, {}, folded, folded);
}

Phrase countOf(const BusyPipe& pipe)
{
    const std::string instances = std::to_string(*pipe.instances);
    if (!pipe.limit) {
        return {PIPECORE_TR("Explanation", "The pipe has %1 instances and no limit: its server "
                                           "creates no more of them."),
                {instances}};
    }
    const std::vector<std::string> values{instances, std::to_string(*pipe.limit)};
    if (*pipe.instances < *pipe.limit) {
        return {PIPECORE_TR("Explanation", "The pipe has %1 instances of %2 that its first "
                                           "instance allows: its limit is not reached now."),
                values};
    }
    return {PIPECORE_TR("Explanation",
                        "The pipe has all %1 instances that its first instance allows. "
                        "One whose server has ended counts until its client closes its end."),
            {instances}};
}

} // namespace

std::vector<Phrase> sentencesFor(const BusyPipe& pipe)
{
    std::vector<Phrase> sentences;
    if (pipe.hasFreeInstance) {
        sentences.push_back(
            {pipe.isOfServer ? PIPECORE_TR("Explanation", "A server of this pipe is running: an "
                                                          "instance waits for a client.")
                             : PIPECORE_TR("Explanation", "An instance waits for a client now: "
                                                          "another attempt may succeed."),
             {}});
    } else {
        sentences.push_back(
            {PIPECORE_TR("Explanation", "No instance waits for a client: each has a client, or had "
                                        "one that has not closed its end."),
             {}});
    }
    if (pipe.instances) {
        sentences.push_back(countOf(pipe));
    }
    return sentences;
}

Result<std::vector<Phrase>> whyBusy(const PipeName& name, bool isOfServer)
{
    const auto isWaiting = waitsForClient(name);
    if (!isWaiting && isWaiting.error().kind == ErrorKind::NotFound) {
        return std::vector<Phrase>{
            {PIPECORE_TR("Explanation", "No pipe of this name exists now: its server has ended."),
             {}}};
    }
    if (!isWaiting) {
        return std::unexpected(isWaiting.error());
    }
    BusyPipe busy{.isOfServer = isOfServer,
                  .hasFreeInstance = *isWaiting,
                  .instances = std::nullopt,
                  .limit = std::nullopt};
    if (const auto pipes = listPipes()) {
        const auto listed = std::ranges::find_if(*pipes, [&](const ListedPipe& pipe) {
            return isSameName(pipe.name, name.shortName());
        });
        if (listed != pipes->end()) {
            busy.instances = listed->instances;
            busy.limit = listed->limit;
        }
    }
    return sentencesFor(busy);
}

bool pipeTellsWhy(ErrorDomain domain, std::uint32_t code)
{
    return domain == ErrorDomain::Win32
           && (code == win32Code("ERROR_ACCESS_DENIED") || code == win32Code("ERROR_PIPE_BUSY"));
}

Result<std::vector<Phrase>> whyRefused(const PipeName& name, const Refusal& refusal)
{
    if (refusal.code == win32Code("ERROR_PIPE_BUSY")) {
        return whyBusy(name, refusal.isOfServer);
    }
    return refusal.isOfServer ? whyServerDenied(name, refusal.type, refusal.access)
                              : whyDenied(name, asClientAccess(refusal.access));
}

} // namespace pipecore
