# pipescope_add_test_folder(PREFIX <name> [LIBS <lib>...] [PROGRAMS <target>...] [QT_GUI] [TIMEOUT <s>])
#
# All tst_*.cpp of the current folder, linked into one program, the test runner test_<name>
# (tests/runner/register.h). Each of them is a ctest test of its own, run in a process of its own, always
# with a time limit. Its results also go to <build>/test-results/<tst_...>.txt, from which
# scripts/test.sh counts the single test functions. The other sources of the folder are shared helpers.
# PROGRAMS are what the tests start as processes of their own, beside the helpers of tests/peers.

set(PIPESCOPE_TEST_RESULTS "${PROJECT_BINARY_DIR}/test-results")
file(MAKE_DIRECTORY "${PIPESCOPE_TEST_RESULTS}")

# A path of this machine as the tested program sees it: Wine shows the root folder as drive Z:.
function(pipescope_target_path path outVariable)
    if(WIN32 AND NOT CMAKE_HOST_WIN32)
        set(path "Z:${path}")
    endif()
    set(${outVariable} "${path}" PARENT_SCOPE)
endfunction()

pipescope_target_path("${CMAKE_RUNTIME_OUTPUT_DIRECTORY}" pipescopeBinDir)
pipescope_target_path("${PIPESCOPE_TEST_RESULTS}" pipescopeResultsDir)
pipescope_target_path("${PROJECT_SOURCE_DIR}/tests" pipescopeTestsDir)

# Paths are in a header for the few tests that need one, and not among the options of all: ccache then
# knows a test again in another clone. (QFINDTESTDATA, which Qt's two are for, is not used.)
file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/test-paths/test_paths.h" CONTENT [[
#pragma once

#define PIPESCOPE_BIN_DIR "@pipescopeBinDir@"
#define PIPESCOPE_PEER_DIR "@pipescopeBinDir@"
#define PIPESCOPE_TESTS_DIR "@pipescopeTestsDir@"
]] @ONLY)
set_target_properties(Qt6::Test PROPERTIES INTERFACE_COMPILE_DEFINITIONS QT_TESTLIB_LIB)

add_library(pipescope_test_options INTERFACE)
target_include_directories(pipescope_test_options INTERFACE
    "${PROJECT_BINARY_DIR}/test-paths"
    "${PROJECT_SOURCE_DIR}/tests"
    "${PROJECT_SOURCE_DIR}/pipecore") # for tests of private parts: #include "engine/timers.h"
target_link_libraries(pipescope_test_options INTERFACE pipescope_qt_options Qt6::Test)

# PIPESCOPE_BIN_DIR (test_paths.h) has the programs, PIPESCOPE_PEER_DIR the helpers of tests/peers: both as paths
# that the tested program can open, without an ending of the file name (".exe" is added by Windows).

# The helpers of tests/peers; every test waits for them to be built.
add_custom_target(pipescope_test_programs)

# pipescope_add_test_class(<runner> <name> <seconds>): the ctest test of one class of a runner.
function(pipescope_add_test_class runner name timeout)
    if(PIPESCOPE_SANITIZE)
        math(EXPR timeout "${timeout} * 3")
    endif()
    add_test(NAME ${name} COMMAND ${runner} ${name}
        -o "${pipescopeResultsDir}/${name}.txt,txt" -o "-,txt")
    # The emulator's own limit comes after that of ctest, for the case that ctest itself is killed.
    math(EXPR hardLimit "${timeout} + 15")
    set(environment
        "PIPESCOPE_TEST_TIMEOUT=${hardLimit}"
        # Settings and journals of a test stay in the build folder.
        "XDG_CONFIG_HOME=${PROJECT_BINARY_DIR}/test-home/${name}/config"
        "XDG_DATA_HOME=${PROJECT_BINARY_DIR}/test-home/${name}/data"
        "XDG_STATE_HOME=${PROJECT_BINARY_DIR}/test-home/${name}/state"
        "XDG_CACHE_HOME=${PROJECT_BINARY_DIR}/test-home/${name}/cache")
    if(WIN32)
        # Without it Qt Test writes to the debugger instead of into the pipe that ctest reads.
        # (Wine hides QT_... of the environment: scripts/wine.sh sets it in the registry.)
        list(APPEND environment "QT_FORCE_STDERR_LOGGING=1")
    else()
        list(APPEND environment "QT_QPA_PLATFORM=offscreen")
    endif()
    if(PIPESCOPE_SANITIZE)
        list(APPEND environment
            "ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1"
            "UBSAN_OPTIONS=print_stacktrace=1"
            "LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/cmake/lsan.supp:print_suppressions=0"
            "TSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/cmake/tsan.supp:halt_on_error=1:die_after_fork=0")
    endif()
    # The label is the folder, for scripts/test.sh --suite.
    string(REPLACE "test_" "" suite ${runner})
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${timeout} LABELS ${suite} ENVIRONMENT "${environment}")
endfunction()

function(pipescope_add_test_folder)
    cmake_parse_arguments(PARSE_ARGV 0 arg "QT_GUI" "PREFIX;TIMEOUT" "LIBS;PROGRAMS")
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    file(GLOB testFiles CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/tst_*.cpp")
    # Tests of one system's backend.
    if(WIN32)
        list(FILTER testFiles EXCLUDE REGEX "/tst_unix_[^/]*$")
    else()
        list(FILTER testFiles EXCLUDE REGEX "/tst_win32_[^/]*$")
    endif()

    file(GLOB helperFiles CONFIGURE_DEPENDS
        "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
    list(FILTER helperFiles EXCLUDE REGEX "/tst_[^/]*$")
    set(libs ${arg_LIBS} pipescope_test_options)
    if(arg_QT_GUI)
        list(APPEND libs Qt6::Widgets)
    endif()
    if(helperFiles)
        set(helpers pipescope_test_helpers_${arg_PREFIX})
        add_library(${helpers} STATIC ${helperFiles})
        set_target_properties(${helpers} PROPERTIES AUTOMOC ON LINKER_LANGUAGE CXX)
        target_include_directories(${helpers} PUBLIC "${CMAKE_CURRENT_SOURCE_DIR}")
        target_link_libraries(${helpers} PUBLIC ${libs})
        list(PREPEND libs ${helpers})
    endif()

    set(runner test_${arg_PREFIX})
    add_executable(${runner} "${PROJECT_SOURCE_DIR}/tests/runner/main.cpp" ${testFiles})
    if(PIPESCOPE_SANITIZE MATCHES "thread")
        target_sources(${runner} PRIVATE "${PROJECT_SOURCE_DIR}/tests/runner/tsan_clone.cpp")
    endif()
    set_target_properties(${runner} PROPERTIES AUTOMOC ON)
    target_link_libraries(${runner} PRIVATE ${libs})
    add_dependencies(${runner} pipescope_test_programs ${arg_PROGRAMS})
    pipescope_precompile(${runner} ${testFiles})
    if(NOT MSVC AND Qt6_VERSION VERSION_GREATER_EQUAL 6.5)
        # QTRY_VERIFY and its like narrow a number of milliseconds to int, inside the macro.
        # (Of the sources: what a target is given itself comes before -Wconversion.)
        set_property(SOURCE ${testFiles} APPEND PROPERTY COMPILE_OPTIONS -Wno-conversion)
    endif()
    foreach(testFile IN LISTS testFiles)
        get_filename_component(name "${testFile}" NAME_WE)
        pipescope_add_test_class(${runner} ${name} ${arg_TIMEOUT})
        if(arg_QT_GUI AND WIN32)
            # A display has one active window: tests side by side would take it from each other.
            set_tests_properties(${name} PROPERTIES RESOURCE_LOCK display)
        endif()
    endforeach()
endfunction()

# pipescope_add_peers(): each .cpp of the current folder is a small program of its own.
function(pipescope_add_peers)
    file(GLOB peerFiles CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
    foreach(peerFile IN LISTS peerFiles)
        get_filename_component(name "${peerFile}" NAME_WE)
        add_executable(${name} "${peerFile}")
        target_link_libraries(${name} PRIVATE pipescope_options pipescope_warnings Threads::Threads)
        add_dependencies(pipescope_test_programs ${name})
    endforeach()
endfunction()

# pipescope_add_benchmarks(LIBS ...): built, but not run as tests.
function(pipescope_add_benchmarks)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "" "LIBS")
    file(GLOB benchFiles CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/bench_*.cpp")
    file(GLOB helperFiles CONFIGURE_DEPENDS
        "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
    list(REMOVE_ITEM helperFiles ${benchFiles})
    add_library(pipescope_bench_helpers STATIC ${helperFiles})
    target_include_directories(pipescope_bench_helpers PUBLIC "${PROJECT_SOURCE_DIR}/tests"
        "${CMAKE_CURRENT_SOURCE_DIR}"
        "${PROJECT_SOURCE_DIR}/pipecore") # private parts, as in tests
    target_link_libraries(pipescope_bench_helpers PUBLIC ${arg_LIBS} PRIVATE pipescope_warnings)
    foreach(benchFile IN LISTS benchFiles)
        get_filename_component(name "${benchFile}" NAME_WE)
        add_executable(${name} "${benchFile}")
        target_link_libraries(${name} PRIVATE pipescope_bench_helpers pipescope_warnings)
    endforeach()
endfunction()
