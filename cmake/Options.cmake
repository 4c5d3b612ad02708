# Options of all our targets: the language, and the platform's own switches.
add_library(pipescope_options INTERFACE)
target_compile_features(pipescope_options INTERFACE cxx_std_23)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
# moc reads headers; it need not wait for libraries to be built.
set(CMAKE_AUTOGEN_ORIGIN_DEPENDS OFF)

target_compile_definitions(pipescope_options INTERFACE PIPESCOPE_VERSION="${PROJECT_VERSION}")

if(WIN32)
    # 0x0A00 is Windows 10: the oldest one that Qt 6 runs on.
    target_compile_definitions(pipescope_options INTERFACE
        UNICODE _UNICODE NOMINMAX WIN32_LEAN_AND_MEAN _WIN32_WINNT=0x0A00)
endif()

# Debug information stays beside the object files: a hundred and forty programs are linked from the
# same libraries, and with a copy in each of them a build would take 7 GB of disk.
if(CMAKE_SYSTEM_NAME STREQUAL "Linux" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND NOT PIPESCOPE_SANITIZE)
    target_compile_options(pipescope_options INTERFACE $<$<CONFIG:RelWithDebInfo>:-gsplit-dwarf>)
    target_link_options(pipescope_options INTERFACE -Wl,--compress-debug-sections=zlib)
endif()

find_package(Threads REQUIRED)
