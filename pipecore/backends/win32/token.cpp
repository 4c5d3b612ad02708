#include "token.h"

#include "process_info.h"

#include <cstddef>
#include <span>
#include <utility>

namespace pipecore::win32 {

Sid toSid(PSID sid)
{
    const auto* bytes = static_cast<const std::byte*>(sid);
    // SIDs of the system are valid; an invalid one matches no account.
    return parseSid(ByteView(bytes, GetLengthSid(sid))).value_or(Sid());
}

Result<Sid> userOf(HANDLE token)
{
    const auto information = TokenInformation::read(token, TokenUser);
    if (!information) {
        return std::unexpected(information.error());
    }
    return toSid(information->as<TOKEN_USER>().User.Sid);
}

Result<AccessSubject> subjectOf(HANDLE token)
{
    AccessSubject subject;
    Result<Sid> user = userOf(token);
    if (!user) {
        return std::unexpected(user.error());
    }
    subject.sids.push_back(std::move(*user));
    const auto information = TokenInformation::read(token, TokenGroups);
    if (!information) {
        return std::unexpected(information.error());
    }
    const auto& groups = information->as<TOKEN_GROUPS>();
    for (const SID_AND_ATTRIBUTES& group : std::span(&groups.Groups[0], groups.GroupCount)) {
        if ((group.Attributes & SE_GROUP_ENABLED) != 0) {
            subject.sids.push_back(toSid(group.Sid));
        } else if ((group.Attributes & SE_GROUP_USE_FOR_DENY_ONLY) != 0) {
            subject.denyOnly.push_back(toSid(group.Sid));
        }
    }
    const auto label = TokenInformation::read(token, TokenIntegrityLevel);
    if (!label) {
        return std::unexpected(label.error());
    }
    const Sid level = toSid(label->as<TOKEN_MANDATORY_LABEL>().Label.Sid);
    subject.integrity = integrityLevel(level).value_or(mediumIntegrity);
    return subject;
}

Result<Sid> userOfProcess(DWORD processId)
{
    const auto process = openProcess(processId);
    if (!process) {
        return std::unexpected(process.error());
    }
    const auto token = processToken(process->get());
    if (!token) {
        return std::unexpected(token.error());
    }
    return userOf(token->get());
}

Result<TokenInformation> TokenInformation::read(HANDLE token, TOKEN_INFORMATION_CLASS what)
{
    DWORD size = 0;
    GetTokenInformation(token, what, nullptr, 0, &size);
    Error error = lastError("GetTokenInformation");
    // The list may grow between the two calls.
    while (error.code == ERROR_INSUFFICIENT_BUFFER || error.code == ERROR_BAD_LENGTH) {
        TokenInformation information(size);
        if (GetTokenInformation(token, what, information.m_memory.get(), size, &size) != FALSE) {
            return information;
        }
        error = lastError("GetTokenInformation");
    }
    return std::unexpected(std::move(error));
}

} // namespace pipecore::win32
