# Libraries that are headers only, from the distribution's packages or vcpkg: pipescope_cli11,
# pipescope_fmt, pipescope_nlohmann_json.
#
# A build for Windows on another system may see these headers of the building machine, and none of its
# others: they are reached through links in a folder of their own.
function(pipescope_header_library target folder header package)
    find_path(PIPESCOPE_${folder}_PARENT "${folder}/${header}" NO_CMAKE_FIND_ROOT_PATH)
    if(NOT PIPESCOPE_${folder}_PARENT)
        message(FATAL_ERROR "${folder}/${header} is missing. On Debian: apt-get install ${package}")
    endif()
    mark_as_advanced(PIPESCOPE_${folder}_PARENT)
    set(include "${PIPESCOPE_${folder}_PARENT}")
    if(CMAKE_CROSSCOMPILING)
        set(include "${PROJECT_BINARY_DIR}/headers")
        file(MAKE_DIRECTORY "${include}")
        file(CREATE_LINK "${PIPESCOPE_${folder}_PARENT}/${folder}" "${include}/${folder}" SYMBOLIC)
    endif()
    add_library(${target} INTERFACE)
    target_include_directories(${target} SYSTEM INTERFACE "${include}")
endfunction()

# The command lines (cli/arguments).
pipescope_header_library(pipescope_cli11 CLI CLI.hpp libcli11-dev)
# Texts that are put together. Its library is not linked: the headers have all of it.
pipescope_header_library(pipescope_fmt fmt format.h libfmt-dev)
target_compile_definitions(pipescope_fmt INTERFACE FMT_HEADER_ONLY)
# JSON that is read (pipecore/base).
pipescope_header_library(pipescope_nlohmann_json nlohmann json.hpp nlohmann-json3-dev)
