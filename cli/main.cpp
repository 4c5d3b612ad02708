#include "commands/program.h"

#ifdef _WIN32

#    include <memory>
#    include <vector>

#    include <windows.h>
// windows.h must come before it.
#    include <shellapi.h>

namespace {

std::string toUtf8(const wchar_t* text)
{
    const int size = WideCharToMultiByte(CP_UTF8, 0, text, -1, nullptr, 0, nullptr, nullptr);
    std::string utf8(static_cast<std::size_t>(size > 0 ? size : 1), '\0');
    WideCharToMultiByte(CP_UTF8, 0, text, -1, utf8.data(), size, nullptr, nullptr);
    utf8.pop_back(); // the terminator
    return utf8;
}

} // namespace

int main()
{
    // The arguments of main() are in the code page of the system, which lacks most characters.
    int count = 0;
    const std::unique_ptr<wchar_t*, decltype(&LocalFree)> wide(
        CommandLineToArgvW(GetCommandLineW(), &count), &LocalFree);
    std::vector<std::string> arguments;
    for (int i = 1; i < count; ++i) {
        arguments.push_back(toUtf8(wide.get()[i]));
    }
    return pipescope::cli::run(arguments);
}

#else

#    include <vector>

int main(int argc, char* argv[])
{
    const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    return pipescope::cli::run(arguments);
}

#endif
