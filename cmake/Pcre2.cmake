# PCRE2 for 8-bit strings: the regular expressions of filters. A static library on Windows, where the
# programs are single files; scripts/qt-windows.sh puts it beside Qt, vcpkg.json asks for it.
find_path(PCRE2_INCLUDE_DIR pcre2.h)
if(WIN32)
    find_library(PCRE2_LIBRARY NAMES pcre2-8-static pcre2-8)
else()
    find_library(PCRE2_LIBRARY NAMES pcre2-8)
endif()
if(NOT PCRE2_INCLUDE_DIR OR NOT PCRE2_LIBRARY)
    message(FATAL_ERROR "PCRE2 (8 bit) is missing. On Debian: apt-get install libpcre2-dev")
endif()
mark_as_advanced(PCRE2_INCLUDE_DIR PCRE2_LIBRARY)

add_library(pipescope_pcre2 INTERFACE)
target_include_directories(pipescope_pcre2 SYSTEM INTERFACE "${PCRE2_INCLUDE_DIR}")
target_link_libraries(pipescope_pcre2 INTERFACE "${PCRE2_LIBRARY}")
if(WIN32)
    target_compile_definitions(pipescope_pcre2 INTERFACE PCRE2_STATIC)
endif()
