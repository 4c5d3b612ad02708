#include "win32/token.h"

#include "win32/handle.h"
#include "win32/win32_error.h"

#include <cstddef>
#include <span>
#include <vector>

namespace pipecore::win32 {
namespace {

/// What GetTokenInformation fills; aligned for every structure.
using TokenBuffer = std::vector<std::max_align_t>;

Result<TokenBuffer> tokenInformation(HANDLE token, TOKEN_INFORMATION_CLASS what)
{
    DWORD size = 0;
    TokenBuffer buffer;
    while (GetTokenInformation(token, what, buffer.data(),
                               static_cast<DWORD>(buffer.size() * sizeof(std::max_align_t)), &size)
           == FALSE) {
        Error error = lastError("GetTokenInformation");
        if (error.code != ERROR_INSUFFICIENT_BUFFER) {
            return std::unexpected(std::move(error));
        }
        buffer.resize(size / sizeof(std::max_align_t) + 1);
    }
    return buffer;
}

} // namespace

Sid toSid(PSID sid)
{
    const auto* bytes = static_cast<const std::byte*>(sid);
    // The system's own SIDs are right; one that were not would be nobody.
    return parseSid(ByteView(bytes, GetLengthSid(sid))).value_or(Sid());
}

Result<Sid> userOf(HANDLE token)
{
    const Result<TokenBuffer> buffer = tokenInformation(token, TokenUser);
    if (!buffer) {
        return std::unexpected(buffer.error());
    }
    return toSid(reinterpret_cast<const TOKEN_USER*>(buffer->data())->User.Sid);
}

Result<AccessSubject> subjectOf(HANDLE token)
{
    AccessSubject subject;
    Result<Sid> user = userOf(token);
    if (!user) {
        return std::unexpected(user.error());
    }
    subject.sids.push_back(std::move(*user));
    const Result<TokenBuffer> buffer = tokenInformation(token, TokenGroups);
    if (!buffer) {
        return std::unexpected(buffer.error());
    }
    const auto* groups = reinterpret_cast<const TOKEN_GROUPS*>(buffer->data());
    for (const SID_AND_ATTRIBUTES& group : std::span(groups->Groups, groups->GroupCount)) {
        if ((group.Attributes & SE_GROUP_ENABLED) != 0) {
            subject.sids.push_back(toSid(group.Sid));
        } else if ((group.Attributes & SE_GROUP_USE_FOR_DENY_ONLY) != 0) {
            subject.denyOnly.push_back(toSid(group.Sid));
        }
    }
    const Result<TokenBuffer> label = tokenInformation(token, TokenIntegrityLevel);
    if (!label) {
        return std::unexpected(label.error());
    }
    const Sid level =
        toSid(reinterpret_cast<const TOKEN_MANDATORY_LABEL*>(label->data())->Label.Sid);
    subject.integrity = integrityLevel(level).value_or(mediumIntegrity);
    return subject;
}

Result<Sid> userOfProcess(DWORD processId)
{
    const KernelHandle process(OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, processId));
    if (!process) {
        return std::unexpected(lastError("OpenProcess"));
    }
    HANDLE opened = nullptr;
    if (OpenProcessToken(process.get(), TOKEN_QUERY, &opened) == FALSE) {
        return std::unexpected(lastError("OpenProcessToken"));
    }
    const KernelHandle token(opened);
    return userOf(token.get());
}

} // namespace pipecore::win32
