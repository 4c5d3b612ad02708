#include "pipecore/base/code_names.h"
#include "pipecore/base/translatable.h"
#include "pipecore/discovery/pipe_security.h"
#include "pipecore/explain/access_denied.h"

namespace pipecore {

bool isAccessDenied(ErrorDomain domain, std::uint32_t code)
{
    return domain == ErrorDomain::Win32 && code == win32Code("ERROR_ACCESS_DENIED");
}

Result<std::vector<Phrase>> whyDenied(const PipeName& name, ClientAccess access)
{
    if (name.isRemote()) {
        return refusePhrase(
            {PIPECORE_TR(
                "ErrorDetail",
                "the pipe is on another computer: the rights of this user there are unknown")},
            ErrorKind::NotSupported);
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
        return refusePhrase(
            {PIPECORE_TR("ErrorDetail", "pipes on this system have no access list")},
            ErrorKind::NotSupported);
    }
    const AccessDenial denial =
        explainAccessDenied(*live->descriptor, *subject, rightsToOpen(access));
    std::vector<Phrase> sentences;
    sentences.reserve(denial.findings.size() + 1);
    for (const AccessFinding& finding : denial.findings) {
        sentences.push_back(sentenceFor(finding, *live->descriptor));
    }
    if (sentences.empty()) {
        sentences.push_back(sentenceForNoFinding());
    }
    return sentences;
}

} // namespace pipecore
