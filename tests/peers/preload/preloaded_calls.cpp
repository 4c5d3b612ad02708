// Calls of the system for programs under test, by LD_PRELOAD (Linux):
//   PIPESCOPE_NAMES_HANG=1    whoever asks for the name of a user, a group or a computer waits for ever, as
//                             with a directory server that does not answer
//   PIPESCOPE_CALLS_TO=FILE   a line in FILE for each fsync(2) and rename(2), in their order

#include <cstdio>
#include <cstdlib>
#include <string>

#include <dlfcn.h>
#include <fcntl.h>
#include <grp.h>
#include <netdb.h>
#include <pwd.h>
#include <unistd.h>

namespace {

bool namesHang()
{
    static const bool hang = std::getenv("PIPESCOPE_NAMES_HANG") != nullptr;
    return hang;
}

template <typename Call>
Call next(Call /*own*/, const char* name)
{
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): dlsym has no other way
    return reinterpret_cast<Call>(dlsym(RTLD_NEXT, name));
}

void waitForEver()
{
    for (;;) {
        pause();
    }
}

/// One write of a whole line, so that the lines of several threads are not mixed.
void note(const std::string& line)
{
    const char* const file = std::getenv("PIPESCOPE_CALLS_TO");
    if (file == nullptr) {
        return;
    }
    const int descriptor = open(file, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    const std::string text = line + '\n';
    [[maybe_unused]] const ssize_t written = write(descriptor, text.data(), text.size());
    close(descriptor);
}

std::string pathOf(int descriptor)
{
    char path[4096];
    const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
    const ssize_t length = readlink(link.c_str(), path, sizeof path);
    return length > 0 ? std::string(path, static_cast<std::size_t>(length)) : "?";
}

} // namespace

extern "C" {

int getpwuid_r(uid_t user, passwd* entry, char* room, std::size_t size, passwd** found)
{
    if (namesHang()) {
        waitForEver();
    }
    return next(&getpwuid_r, "getpwuid_r")(user, entry, room, size, found);
}

int getgrgid_r(gid_t group, ::group* entry, char* room, std::size_t size, ::group** found)
{
    if (namesHang()) {
        waitForEver();
    }
    return next(&getgrgid_r, "getgrgid_r")(group, entry, room, size, found);
}

int getaddrinfo(const char* node, const char* service, const addrinfo* hints, addrinfo** found)
{
    if (namesHang()) {
        waitForEver();
    }
    return next(&getaddrinfo, "getaddrinfo")(node, service, hints, found);
}

int fsync(int descriptor)
{
    note("fsync " + pathOf(descriptor));
    return next(&fsync, "fsync")(descriptor);
}

int rename(const char* from, const char* to) noexcept
{
    note(std::string("rename ") + from + " " + to);
    return next(&rename, "rename")(from, to);
}
}
