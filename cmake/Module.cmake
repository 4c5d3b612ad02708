# pipescope_module(<name> [FOLDER <folder>] [USES <module>...])
#
# A folder of pipecore as a target of its own, pipecore_<name>:
#   <folder>/include/pipecore/<name>/*.h   public: #include "pipecore/<name>/x.h", for whoever uses the module
#   <folder>/*.h, *.cpp                    private: #include "x.h", from beside it
#   <folder>/<part>/*.h, *.cpp             private, the parts of one object
# A module comes after those that it uses, so there are no circles. tests/modules shows that an include
# that is not allowed does not compile. Tests of private parts write #include "<name>/x.h".
function(pipescope_module name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "FOLDER" "USES")
    set(folder "${CMAKE_CURRENT_SOURCE_DIR}/${name}")
    if(arg_FOLDER)
        set(folder "${CMAKE_CURRENT_SOURCE_DIR}/${arg_FOLDER}")
    endif()
    file(GLOB sources CONFIGURE_DEPENDS
        "${folder}/*.cpp" "${folder}/*.h" "${folder}/*/*.cpp" "${folder}/*/*.h"
        "${folder}/include/pipecore/${name}/*.h")
    set(target pipecore_${name})
    add_library(${target} OBJECT ${sources})
    # A library needs a language to link with, also while it has only headers.
    set_target_properties(${target} PROPERTIES LINKER_LANGUAGE CXX)
    target_include_directories(${target} PUBLIC "${folder}/include")
    target_link_libraries(${target}
        PUBLIC pipescope_options Threads::Threads
        PRIVATE $<BUILD_INTERFACE:pipescope_warnings> $<BUILD_INTERFACE:pipescope_fmt>)
    foreach(used IN LISTS arg_USES)
        if(NOT TARGET pipecore_${used})
            message(FATAL_ERROR "${target} uses pipecore_${used}, which has to come before it")
        endif()
        target_link_libraries(${target} PUBLIC pipecore_${used})
    endforeach()
    pipescope_unity(${target})
    set_property(GLOBAL APPEND PROPERTY PIPECORE_MODULES ${target})
endfunction()
