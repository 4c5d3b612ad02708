# What every target of ours is compiled with: the language, and the platform's own switches.
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

find_package(Threads REQUIRED)
