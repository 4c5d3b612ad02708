// The main() of every test runner.
//   test_core TEST [QT TEST OPTION]... [FUNCTION]...     runs one test class
//   test_core --list                                     names them, a line each
#include "register.h"

#include <cstdio>
#include <map>
#include <string_view>
#include <vector>

namespace {

std::map<std::string_view, testrunner::TestMain>& tests()
{
    static std::map<std::string_view, testrunner::TestMain> known;
    return known;
}

void printNames(std::FILE* to)
{
    for (const auto& [name, main] : tests()) {
        std::fprintf(to, "%.*s\n", static_cast<int>(name.size()), name.data());
    }
}

} // namespace

testrunner::RegisteredTest::RegisteredTest(const char* sourceFile, TestMain main)
{
    std::string_view name(sourceFile);
    name.remove_prefix(name.find_last_of("/\\") + 1); // npos + 1 is 0
    tests().emplace(name.substr(0, name.find_last_of('.')), main);
}

int main(int argc, char** argv)
{
    constexpr int usageStatus = 2;
    const std::string_view wanted = argc > 1 ? argv[1] : "";
    if (wanted == "--list") {
        printNames(stdout);
        return 0;
    }
    const auto found = tests().find(wanted);
    if (found == tests().end()) {
        std::fprintf(stderr, "usage: %s TEST [OPTION]... [FUNCTION]...\nThe tests:\n", argv[0]);
        printNames(stderr);
        return usageStatus;
    }
    std::vector<char*> arguments(argv, argv + argc);
    arguments.erase(arguments.begin() + 1);
    arguments.push_back(nullptr);
    return found->second(argc - 1, arguments.data());
}
