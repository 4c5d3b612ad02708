# Warnings are errors in our own code.
add_library(pipescope_warnings INTERFACE)

option(PIPESCOPE_WARNINGS_AS_ERRORS "Stop the build at a warning" ON)

if(MSVC)
    target_compile_options(pipescope_warnings INTERFACE
        /W4 /permissive- /utf-8 /Zc:__cplusplus
        $<$<BOOL:${PIPESCOPE_WARNINGS_AS_ERRORS}>:/WX>)
else()
    target_compile_options(pipescope_warnings INTERFACE
        -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wold-style-cast -Wnon-virtual-dtor
        $<$<BOOL:${PIPESCOPE_WARNINGS_AS_ERRORS}>:-Werror>)
    if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
        # Part of clang's -Wconversion, not of GCC's: Qt counts in int, the library in size_t.
        target_compile_options(pipescope_warnings INTERFACE -Wno-sign-conversion)
    endif()
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
        # GCC 12 sees the value inside an empty std::optional or std::expected as read before it is set.
        # It also takes "text" + std::string for copying onto itself when it optimises (PR 105651).
        target_compile_options(pipescope_warnings INTERFACE -Wno-maybe-uninitialized -Wno-restrict)
    endif()
endif()
