#include "file_access.h"

#include "pipecore/base/translatable.h"
#include "unix_error.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <memory>

namespace pipecore {
namespace {

constexpr unsigned readBit = 4;
constexpr unsigned writeBit = 2;
constexpr unsigned executeBit = 1;
constexpr unsigned allBits = 7;
/// Deleting is a right on the folder; it is put beside the bits of the target.
constexpr unsigned deleteBit = 8;

/// rwx of `step` for the user.
unsigned bitsFor(const PathStep& step, const UnixCredentials& who)
{
    if (who.user == 0) {
        // Root may read and write everything, but execute only files that some user may execute.
        const bool isExecutable =
            S_ISDIR(step.mode) || (step.mode & (S_IXUSR | S_IXGRP | S_IXOTH)) != 0;
        return readBit | writeBit | (isExecutable ? executeBit : 0U);
    }
    if (who.user == step.owner) {
        return step.mode >> 6U & allBits;
    }
    if (who.group == step.group || std::ranges::find(who.groups, step.group) != who.groups.end()) {
        return step.mode >> 3U & allBits;
    }
    return step.mode & allBits;
}

/// Whether an entry may be removed from its folder, as far as the folder's sticky bit goes.
bool stickyBitAllows(const PathStep& folder, const PathStep& target, const UnixCredentials& who)
{
    return (folder.mode & S_ISVTX) == 0 || who.user == 0 || who.user == folder.owner
           || who.user == target.owner;
}

unsigned bitsOf(RequestedAccess requested)
{
    return (includes(requested, RequestedAccess::Read) ? readBit : 0U)
           | (includes(requested, RequestedAccess::Write) ? writeBit : 0U)
           | (includes(requested, RequestedAccess::Execute) ? executeBit : 0U)
           | (includes(requested, RequestedAccess::Delete) ? deleteBit : 0U);
}

/// The place with its mode, owner and group, as values behind `values`.
std::vector<std::string> withModeOf(const PathStep& step, std::vector<std::string> values = {})
{
    std::array<char, 8> octal{};
    std::snprintf(octal.data(), octal.size(), "%04o", step.mode & 07777U);
    values.insert(values.end(), {step.path, octal.data(), std::to_string(step.owner),
                                 std::to_string(step.group)});
    return values;
}

/// Bits as ls shows them, in every language: "rw".
std::string letters(unsigned bits)
{
    std::string text;
    text += (bits & readBit) != 0 ? "r" : "";
    text += (bits & writeBit) != 0 ? "w" : "";
    text += (bits & executeBit) != 0 ? "x" : "";
    return text;
}

Phrase missingText(unsigned missing, std::span<const PathStep> steps)
{
    const std::string rights = letters(missing);
    if (rights.empty()) {
        const PathStep& place = steps.size() > 1 ? steps[steps.size() - 2] : steps.back();
        return {PIPECORE_TR("ErrorDetail",
                            "no permission to delete entries of %1 (mode %2, owner %3, group %4)"),
                withModeOf(place)};
    }
    if ((missing & deleteBit) != 0) {
        return {PIPECORE_TR("ErrorDetail",
                            "neither %1 nor delete permission: %2 has mode %3, owner %4, group %5"),
                withModeOf(steps.back(), {rights})};
    }
    return {PIPECORE_TR("ErrorDetail", "no %1 permission: %2 has mode %3, owner %4, group %5"),
            withModeOf(steps.back(), {rights})};
}

} // namespace

AccessAnswer fileAccess(std::span<const PathStep> steps, const AccessTarget& target,
                        RequestedAccess requested, const UnixCredentials& who)
{
    AccessAnswer answer;
    answer.target = target;
    answer.requested = requested;
    answer.desired = bitsOf(requested);
    answer.notConsidered = PIPECORE_TR(
        "IdentityReason", "access control lists, capabilities, security modules such as SELinux "
                          "and AppArmor, read-only mounts and immutable files");
    const auto folders = steps.first(steps.size() - 1);
    for (const PathStep& folder : folders) {
        if ((bitsFor(folder, who) & executeBit) == 0) {
            answer.reason = {
                PIPECORE_TR("ErrorDetail",
                            "no search permission on %1 (mode %2, owner %3, group %4)"),
                withModeOf(folder)};
            return answer;
        }
    }
    answer.granted = bitsFor(steps.back(), who);
    if (!folders.empty() && (bitsFor(folders.back(), who) & writeBit) != 0
        && stickyBitAllows(folders.back(), steps.back(), who)) {
        answer.granted |= deleteBit;
    }
    const unsigned missing = answer.desired & ~answer.granted;
    answer.isAllowed = missing == 0;
    if (!answer.isAllowed) {
        answer.reason = missingText(missing, steps);
    }
    return answer;
}

Result<std::vector<PathStep>> stepsTo(const std::string& path)
{
    const std::unique_ptr<char, decltype(&std::free)> real(realpath(path.c_str(), nullptr),
                                                           &std::free);
    if (!real) {
        return std::unexpected(systemError("realpath", errno, path));
    }
    const std::string whole = real.get();
    std::vector<std::string> paths{"/"};
    for (std::size_t end = 0; whole != "/" && end != std::string::npos;) {
        end = whole.find('/', end + 1);
        paths.push_back(whole.substr(0, end));
    }
    std::vector<PathStep> steps;
    for (const std::string& part : paths) {
        struct stat status
        {};
        if (stat(part.c_str(), &status) != 0) {
            return std::unexpected(systemError("stat", errno, part));
        }
        steps.push_back(
            {.path = part, .mode = status.st_mode, .owner = status.st_uid, .group = status.st_gid});
    }
    return steps;
}

} // namespace pipecore
