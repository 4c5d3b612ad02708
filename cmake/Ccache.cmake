# A compiler cache, where there is one: a second build of the same sources takes seconds.
find_program(PIPESCOPE_CCACHE ccache)
if(PIPESCOPE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${PIPESCOPE_CCACHE}")
endif()
