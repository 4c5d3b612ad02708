#include "client_inquiry.h"

#include "access_check.h"
#include "impersonation.h"
#include "pipecore/base/translatable.h"
#include "pipecore/engine/asked_levels.h"
#include "pipecore/win32/handle.h"
#include "system_calls.h"
#include "token_facts.h"
#include "utf16.h"
#include "win32_error.h"

#include <array>
#include <utility>

namespace pipecore::win32 {
namespace {

/// The client's token. Opened as ourselves: the client may not have the right to open its own.
Result<KernelHandle> clientToken(HANDLE pipe)
{
    const auto impersonation = Impersonation::of(pipe);
    if (!impersonation) {
        return std::unexpected(impersonation.error());
    }
    HANDLE token = nullptr;
    if (OpenThreadToken(GetCurrentThread(), TOKEN_QUERY, TRUE, &token) == FALSE) {
        return std::unexpected(lastError("OpenThreadToken"));
    }
    return KernelHandle(token);
}

} // namespace

Result<std::string> clientComputer(HANDLE pipe)
{
    constexpr std::string_view api = "GetNamedPipeClientComputerName";
    const auto function = systemCalls().clientComputerName;
    if (function == nullptr) {
        return std::unexpected(makeError(api, ERROR_CALL_NOT_IMPLEMENTED));
    }
    std::array<wchar_t, 512> name{};
    // The size is in bytes.
    if (function(pipe, name.data(), static_cast<ULONG>(sizeof name)) == FALSE) {
        Error error = lastError(api);
        if (error.code == ERROR_PIPE_LOCAL) {
            return refuse(PIPECORE_TR("IdentityReason", "the client is on this computer"),
                          ErrorKind::NotSupported);
        }
        return std::unexpected(std::move(error));
    }
    return toUtf8(name.data());
}

namespace {

/// GetNamedPipeClientProcessId and its like.
Result<std::uint32_t> pipeNumber(HANDLE pipe, std::string_view api,
                                 BOOL(WINAPI* function)(HANDLE, PULONG))
{
    ULONG number = 0;
    if (function(pipe, &number) == FALSE) {
        return std::unexpected(lastError(api));
    }
    return number;
}

class ClientInquiry final : public InquiryJob
{
public:
    ClientInquiry(HANDLE pipe, std::string shortName, Inquiry inquiry)
        : m_pipe(pipe)
        , m_shortName(std::move(shortName))
        , m_inquiry(std::move(inquiry))
    {}

    Result<void> ask() override
    {
        auto token = clientToken(m_pipe);
        if (!token) {
            return std::unexpected(token.error());
        }
        m_token = std::move(*token);
        m_identity.processId =
            pipeNumber(m_pipe, "GetNamedPipeClientProcessId", systemCalls().clientProcessId);
        m_identity.clientSession =
            pipeNumber(m_pipe, "GetNamedPipeClientSessionId", systemCalls().clientSessionId);
        m_identity.computer = clientComputer(m_pipe);
        // While the client is certain to be there. One on another computer may have our own number.
        m_identity.levelAsked =
            m_identity.computer
                ? refuse(PIPECORE_TR("IdentityReason", "the client is on another computer"),
                         ErrorKind::NotSupported)
                : AskedLevels::ofThisProcess().askedBy(m_identity.processId, GetCurrentProcessId(),
                                                       m_shortName);
        return {};
    }

    Result<InquiryAnswer> answer() override
    {
        if (const auto* const access = std::get_if<AccessInquiry>(&m_inquiry)) {
            auto answer = checkAccess(m_token.get(), access->target, access->requested);
            if (!answer) {
                return std::unexpected(answer.error());
            }
            return std::make_shared<const AccessAnswer>(std::move(*answer));
        }
        readToken();
        return std::make_shared<const ClientIdentity>(std::move(m_identity));
    }

private:
    void readToken()
    {
        m_identity.levelGranted = tokenLevel(m_token.get());
        m_identity.token = tokenFacts(m_token.get());
        nameAccounts(m_identity.token);
        m_identity.groups = tokenGroups(m_token.get());
        nameAccounts(m_identity.groups);
        m_identity.privileges = tokenPrivileges(m_token.get());
        m_identity.securityLabel =
            refuse(PIPECORE_TR("IdentityReason", "Windows uses integrity levels instead"),
                   ErrorKind::NotSupported);
    }

    HANDLE m_pipe; ///< the channel's; open until ask() has returned
    std::string m_shortName;
    Inquiry m_inquiry;
    KernelHandle m_token;
    ClientIdentity m_identity;
};

} // namespace

std::unique_ptr<InquiryJob> clientInquiry(HANDLE pipe, std::string shortName, Inquiry inquiry)
{
    return std::make_unique<ClientInquiry>(pipe, std::move(shortName), std::move(inquiry));
}

} // namespace pipecore::win32
