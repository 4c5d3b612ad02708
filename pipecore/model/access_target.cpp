// Checks of a target of Engine::checkAccessAs() before the system is asked.
#include "pipecore/base/translatable.h"
#include "pipecore/model/identity.h"

#include <algorithm>

namespace pipecore {
namespace {

#ifdef _WIN32

std::string upper(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return result;
}

/// Opening a pipe takes one of its instances, also for its security descriptor alone, and a device may
/// do anything.
bool isPipeOrDevice(std::string_view path)
{
    std::string text = upper(path);
    std::ranges::replace(text, '/', '\\');
    if (text.starts_with("\\\\?\\UNC\\")) {
        text.replace(0, 8, "\\\\");
    } else if (text.starts_with("\\\\?\\")) {
        text.erase(0, 4);
    }
    const bool isDrive = text.size() > 2 && text[1] == ':' && text[2] == '\\';
    const bool isShare =
        text.starts_with("\\\\") && !text.starts_with("\\\\.\\") && !text.starts_with("\\\\?\\");
    if (!isShare) {
        return !isDrive;
    }
    const std::size_t share = text.find('\\', 2);
    return share == std::string::npos || text.compare(share, 6, "\\PIPE\\") == 0
           || text.compare(share, std::string::npos, "\\PIPE") == 0;
}

Result<void> validateFile(const std::string& path)
{
    if (isPipeOrDevice(path)) {
        return refusePhrase(
            {PIPECORE_TR("ErrorDetail",
                         "\"%1\" is not the full path of a file or folder: write C:\\folder\\file "
                         "or \\\\server\\share\\file"),
             {path}});
    }
    return {};
}

Result<void> validateKey(const std::string& path)
{
    const std::string text = upper(path);
    const std::string root = text.substr(0, text.find('\\'));
    if (root == "HKCU" || root == "HKEY_CURRENT_USER") {
        return refusePhrase(
            {PIPECORE_TR("ErrorDetail", "HKCU is the hive of the user who runs PipeScope, not the "
                                        "client's: write HKU\\SID of the client\\...")});
    }
    for (const std::string_view known :
         {"HKLM", "HKEY_LOCAL_MACHINE", "HKU", "HKEY_USERS", "HKCR", "HKEY_CLASSES_ROOT"}) {
        if (root == known) {
            return {};
        }
    }
    return refusePhrase(
        {PIPECORE_TR("ErrorDetail", "\"%1\" does not begin with HKLM, HKU or HKCR"), {path}});
}

#else

Result<void> validateFile(const std::string& path)
{
    if (!path.starts_with('/')) {
        return refusePhrase(
            {PIPECORE_TR("ErrorDetail",
                         "\"%1\" is not the full path of a file or folder: begin with /"),
             {path}});
    }
    return {};
}

Result<void> validateKey(const std::string& /*path*/)
{
    return refusePhrase({PIPECORE_TR("ErrorDetail", "this system has no registry")},
                        ErrorKind::NotSupported);
}

#endif

} // namespace

Result<void> validate(const AccessTarget& target, RequestedAccess requested)
{
    if (requested == RequestedAccess::None) {
        return refusePhrase({PIPECORE_TR(
            "ErrorDetail", "no access requested: choose read, write, execute or delete")});
    }
    if (target.path.find('\0') != std::string::npos) {
        return refusePhrase({PIPECORE_TR("ErrorDetail", "the path contains a NUL byte")});
    }
    return target.kind == AccessTarget::Kind::File ? validateFile(target.path)
                                                   : validateKey(target.path);
}

} // namespace pipecore
