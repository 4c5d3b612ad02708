# A compiler cache, where there is one: a second build of the same sources takes seconds, in another
# clone too, as paths below the source folder are hashed as relative ones.
find_program(PIPESCOPE_CCACHE ccache)
if(PIPESCOPE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}"
                                    CCACHE_NOHASHDIR=1
                                    CCACHE_SLOPPINESS=pch_defines,time_macros "${PIPESCOPE_CCACHE}")
endif()
