#include "pipecore/base/translatable.h"
#include "pipecore/discovery/inspection.h"
#include "pipecore/discovery/pipe_security.h"
#include "pipecore/explain/access_denied.h"
#include "pipecore/model/vocabulary.h"

namespace pipecore {

namespace {

std::unexpected<Error> pipeIsElsewhere()
{
    return refusePhrase(
        {PIPECORE_TR("ErrorDetail",
                     "the pipe is on another computer: the rights of this user there are unknown")},
        ErrorKind::NotSupported);
}

std::unexpected<Error> noAccessLists()
{
    return refusePhrase({PIPECORE_TR("ErrorDetail", "pipes on this system have no access list")},
                        ErrorKind::NotSupported);
}

std::vector<Phrase> sentencesOf(const AccessDenial& denial, const SecurityDescriptor& descriptor)
{
    std::vector<Phrase> sentences;
    sentences.reserve(denial.findings.size() + 1);
    for (const AccessFinding& finding : denial.findings) {
        sentences.push_back(sentenceFor(finding, descriptor));
    }
    return sentences;
}

} // namespace

Result<std::vector<Phrase>> whyDenied(const PipeName& name, ClientAccess access)
{
    if (name.isRemote()) {
        return pipeIsElsewhere();
    }
    const auto subject = currentSubject();
    if (!subject) {
        return std::unexpected(subject.error());
    }
    const auto live = readSecurity(name);
    if (!live) {
        return std::unexpected(live.error());
    }
    if (!live->descriptor) {
        return noAccessLists();
    }
    std::vector<Phrase> sentences = sentencesOf(
        explainAccessDenied(*live->descriptor, *subject, rightsToOpen(access)), *live->descriptor);
    if (sentences.empty()) {
        sentences.push_back(sentenceForNoFinding());
    }
    return sentences;
}

namespace {

/// The access list against what a further instance asks for.
std::vector<Phrase> checkedList(const Result<std::string>& security, const AccessSubject& subject,
                                Access access)
{
    const auto descriptor =
        security ? descriptorFromSddl(*security) : std::unexpected(security.error());
    if (!descriptor) {
        return {{PIPECORE_TR("Explanation", "The pipe's access list cannot be read: %1."),
                 {describe(descriptor.error())}}};
    }
    std::vector<Phrase> sentences =
        sentencesOf(explainAccessDenied(*descriptor, subject, rightsToServe(access)), *descriptor);
    if (sentences.empty()) {
        sentences.push_back({PIPECORE_TR("Explanation", "The pipe's access list lets this process "
                                                        "create further instances."),
                             {}});
    }
    return sentences;
}

} // namespace

Result<std::vector<Phrase>> whyServerDenied(const PipeName& name, PipeMode type, Access access)
{
    if (name.isRemote()) {
        return pipeIsElsewhere();
    }
    const auto subject = currentSubject();
    if (!subject) {
        return std::unexpected(subject.error());
    }
    const auto pipe = inspectPipe(name.native());
    if (!pipe && pipe.error().kind == ErrorKind::NotFound) {
        return std::vector<Phrase>{
            {PIPECORE_TR("Explanation",
                         "No pipe of this name exists now: its server has ended, or this process "
                         "may not create names of this kind (ProtectedPrefix\\Administrators\\, or "
                         "outside of LOCAL\\ in an AppContainer)."),
             {}}};
    }
    if (!pipe) {
        return std::unexpected(pipe.error());
    }
    if (!pipe->access && doesNotApply(pipe->access.error())) {
        return noAccessLists();
    }
    std::vector<Phrase> sentences = checkedList(pipe->security, *subject, access);
    sentences.push_back({PIPECORE_TR("Explanation", "The pipe exists: a server that asks for the "
                                                    "first instance is refused in any case."),
                         {}});
    if (pipe->type && *pipe->type != type) {
        sentences.push_back({PIPECORE_TR("Explanation", "The pipe is of %1 type, and %2 type is "
                                                        "requested: all instances have one type."),
                             {std::string(wordFor(*pipe->type)), std::string(wordFor(type))}});
    }
    if (pipe->access && *pipe->access != access) {
        sentences.push_back({PIPECORE_TR("Explanation", "The pipe is %1, and %2 is requested: all "
                                                        "instances have one direction."),
                             {std::string(wordFor(*pipe->access)), std::string(wordFor(access))}});
    }
    return sentences;
}

} // namespace pipecore
