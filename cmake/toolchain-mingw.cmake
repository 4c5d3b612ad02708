# Builds PipeScope for Windows on Linux.
include("${CMAKE_CURRENT_LIST_DIR}/toolchain-mingw-base.cmake")

# Qt for Windows as scripts/qt-windows.sh makes it: a folder with host/ (tools for this machine)
# and win/ (libraries for the target).
if(NOT PIPESCOPE_QT_WINDOWS)
    if(DEFINED ENV{PIPESCOPE_QT_WINDOWS} AND NOT "$ENV{PIPESCOPE_QT_WINDOWS}" STREQUAL "")
        set(qtWindows "$ENV{PIPESCOPE_QT_WINDOWS}")
    elseif(DEFINED ENV{PIPESCOPE_CACHE} AND NOT "$ENV{PIPESCOPE_CACHE}" STREQUAL "")
        set(qtWindows "$ENV{PIPESCOPE_CACHE}/qt-windows")
    else()
        set(qtWindows "$ENV{HOME}/.cache/pipescope/qt-windows")
    endif()
    set(PIPESCOPE_QT_WINDOWS "${qtWindows}" CACHE PATH "Qt for Windows: a folder with host/ and win/")
endif()
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES PIPESCOPE_QT_WINDOWS)

# libprotobuf, as scripts/protobuf-windows.sh makes it.
if(NOT PIPESCOPE_PROTOBUF_WINDOWS)
    if(DEFINED ENV{PIPESCOPE_CACHE} AND NOT "$ENV{PIPESCOPE_CACHE}" STREQUAL "")
        set(protobufWindows "$ENV{PIPESCOPE_CACHE}/protobuf-windows")
    else()
        set(protobufWindows "$ENV{HOME}/.cache/pipescope/protobuf-windows")
    endif()
    set(PIPESCOPE_PROTOBUF_WINDOWS "${protobufWindows}" CACHE PATH "libprotobuf for Windows: a folder with include/ and lib/")
endif()
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES PIPESCOPE_PROTOBUF_WINDOWS)

set(QT_HOST_PATH "${PIPESCOPE_QT_WINDOWS}/host" CACHE PATH "Qt's tools for this machine")
set(CMAKE_PREFIX_PATH "${PIPESCOPE_QT_WINDOWS}/win" "${PIPESCOPE_PROTOBUF_WINDOWS}")
list(APPEND CMAKE_FIND_ROOT_PATH "${PIPESCOPE_QT_WINDOWS}/win" "${PIPESCOPE_PROTOBUF_WINDOWS}")

# Debian's Qt turns this on; a static program would then start without its platform plugin.
set(QT_SKIP_AUTO_PLUGIN_INCLUSION OFF CACHE BOOL "Link Qt's plugins by themselves")

# Symbols would double the size of the program.
set(CMAKE_EXE_LINKER_FLAGS_RELEASE_INIT "-s")

# Tests run under Wine, in a prefix that belongs to the build folder.
set(CMAKE_CROSSCOMPILING_EMULATOR "${CMAKE_CURRENT_LIST_DIR}/../scripts/wine.sh")
