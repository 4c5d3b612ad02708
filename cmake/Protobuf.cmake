# libprotobuf: reads the .proto files and descriptor sets of users (pipecore/decode/proto_loader.cpp, the only
# source that includes it). A static library on Windows, where the programs are single files;
# scripts/protobuf-windows.sh builds it, vcpkg.json asks for it. The fuzzers do without: their C++ library is
# another one.
add_library(pipescope_protobuf INTERFACE)
if(PIPESCOPE_FUZZ)
    return()
endif()
target_compile_definitions(pipescope_protobuf INTERFACE PIPESCOPE_PROTOBUF)

# Newer versions bring libraries of their own, which only their own description names.
if(DEFINED VCPKG_INSTALLED_DIR)
    find_package(protobuf CONFIG REQUIRED)
    target_link_libraries(pipescope_protobuf INTERFACE protobuf::libprotobuf)
    return()
endif()
find_path(PROTOBUF_INCLUDE_DIR google/protobuf/compiler/importer.h)
find_library(PROTOBUF_LIBRARY NAMES protobuf)
if(NOT PROTOBUF_INCLUDE_DIR OR NOT PROTOBUF_LIBRARY)
    message(FATAL_ERROR "libprotobuf is missing. On Debian: apt-get install libprotobuf-dev libprotoc-dev "
        "(for Windows: scripts/protobuf-windows.sh)")
endif()
mark_as_advanced(PROTOBUF_INCLUDE_DIR PROTOBUF_LIBRARY)
target_include_directories(pipescope_protobuf SYSTEM INTERFACE "${PROTOBUF_INCLUDE_DIR}")
target_link_libraries(pipescope_protobuf INTERFACE "${PROTOBUF_LIBRARY}")
