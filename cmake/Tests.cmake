# pipescope_add_test(NAME <name> SOURCES <file>... [LIBS <lib>...] [QT_GUI] [TIMEOUT <s>] [RUN_SERIAL])
#
# One Qt Test program = one ctest test, always with a time limit. Its results also go to
# <build>/test-results/<name>.txt, from which scripts/test.sh counts the single test functions.
#
# pipescope_add_test_folder(PREFIX <name> [LIBS <lib>...] [QT_GUI] [TIMEOUT <s>] [RUN_SERIAL])
#
# All tst_*.cpp of the current folder, each a test of its own; the other sources of the folder are
# shared helpers of these tests.

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

add_library(pipescope_test_options INTERFACE)
target_compile_definitions(pipescope_test_options INTERFACE
    PIPESCOPE_BIN_DIR="${pipescopeBinDir}"
    PIPESCOPE_PEER_DIR="${pipescopeBinDir}"
    PIPESCOPE_TESTS_DIR="${pipescopeTestsDir}")
target_include_directories(pipescope_test_options INTERFACE "${PROJECT_SOURCE_DIR}/tests")
target_link_libraries(pipescope_test_options INTERFACE pipescope_qt_options Qt6::Test)

# PIPESCOPE_BIN_DIR has the programs, PIPESCOPE_PEER_DIR the helpers of tests/peers: both as paths that
# the tested program can open, without an ending of the file name (".exe" is added by Windows).

# Programs that tests start; every test waits for them to be built.
add_custom_target(pipescope_test_programs)

function(pipescope_add_test)
    cmake_parse_arguments(PARSE_ARGV 0 arg "QT_GUI;RUN_SERIAL" "NAME;TIMEOUT" "SOURCES;LIBS")
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    if(PIPESCOPE_SANITIZE)
        math(EXPR arg_TIMEOUT "${arg_TIMEOUT} * 3")
    endif()

    add_executable(${arg_NAME} ${arg_SOURCES})
    set_target_properties(${arg_NAME} PROPERTIES AUTOMOC ON)
    target_link_libraries(${arg_NAME} PRIVATE ${arg_LIBS} pipescope_test_options)
    if(NOT MSVC AND Qt6_VERSION VERSION_GREATER_EQUAL 6.5)
        # QTRY_VERIFY and its like narrow a number of milliseconds to int, inside the macro.
        set_property(SOURCE ${arg_SOURCES} APPEND PROPERTY COMPILE_OPTIONS -Wno-conversion)
    endif()
    if(arg_QT_GUI)
        target_link_libraries(${arg_NAME} PRIVATE Qt6::Widgets)
    endif()
    add_dependencies(${arg_NAME} pipescope_test_programs)

    add_test(NAME ${arg_NAME} COMMAND ${arg_NAME}
        -o "${pipescopeResultsDir}/${arg_NAME}.txt,txt" -o "-,txt")
    # The emulator's own limit comes after that of ctest, for the case that ctest itself is killed.
    math(EXPR hardLimit "${arg_TIMEOUT} + 15")
    set(environment
        "PIPESCOPE_TEST_TIMEOUT=${hardLimit}"
        # Settings and journals of a test stay in the build folder.
        "XDG_CONFIG_HOME=${PROJECT_BINARY_DIR}/test-home/${arg_NAME}/config"
        "XDG_DATA_HOME=${PROJECT_BINARY_DIR}/test-home/${arg_NAME}/data"
        "XDG_STATE_HOME=${PROJECT_BINARY_DIR}/test-home/${arg_NAME}/state"
        "XDG_CACHE_HOME=${PROJECT_BINARY_DIR}/test-home/${arg_NAME}/cache")
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
    set_tests_properties(${arg_NAME} PROPERTIES
        TIMEOUT ${arg_TIMEOUT}
        RUN_SERIAL ${arg_RUN_SERIAL}
        ENVIRONMENT "${environment}")
endfunction()

function(pipescope_add_test_folder)
    cmake_parse_arguments(PARSE_ARGV 0 arg "QT_GUI;RUN_SERIAL" "PREFIX;TIMEOUT" "LIBS")
    set(missing "")
    foreach(lib IN LISTS arg_LIBS)
        if(NOT TARGET ${lib})
            list(APPEND missing ${lib})
        endif()
    endforeach()
    file(GLOB testFiles CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/tst_*.cpp")
    # Tests of one system's backend.
    if(WIN32)
        list(FILTER testFiles EXCLUDE REGEX "/tst_unix_[^/]*$")
    else()
        list(FILTER testFiles EXCLUDE REGEX "/tst_win32_[^/]*$")
    endif()
    if(NOT testFiles OR missing)
        message(STATUS "tests/${arg_PREFIX}: no tests yet ${missing}")
        return()
    endif()

    file(GLOB helperFiles CONFIGURE_DEPENDS
        "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp" "${CMAKE_CURRENT_SOURCE_DIR}/*.h")
    list(REMOVE_ITEM helperFiles ${testFiles})
    list(FILTER helperFiles EXCLUDE REGEX "/tst_[^/]*$")
    set(libs ${arg_LIBS})
    if(helperFiles)
        set(helpers pipescope_test_helpers_${arg_PREFIX})
        add_library(${helpers} STATIC ${helperFiles})
        set_target_properties(${helpers} PROPERTIES AUTOMOC ON LINKER_LANGUAGE CXX)
        target_include_directories(${helpers} PUBLIC "${CMAKE_CURRENT_SOURCE_DIR}")
        target_link_libraries(${helpers} PUBLIC ${arg_LIBS} pipescope_test_options)
        if(arg_QT_GUI)
            target_link_libraries(${helpers} PUBLIC Qt6::Widgets)
        endif()
        list(PREPEND libs ${helpers})
    endif()

    set(flags "")
    if(arg_QT_GUI)
        list(APPEND flags QT_GUI)
    endif()
    if(arg_RUN_SERIAL)
        list(APPEND flags RUN_SERIAL)
    endif()
    if(arg_TIMEOUT)
        list(APPEND flags TIMEOUT ${arg_TIMEOUT})
    endif()
    foreach(testFile IN LISTS testFiles)
        get_filename_component(name "${testFile}" NAME_WE)
        pipescope_add_test(NAME ${name} SOURCES "${testFile}" LIBS ${libs} ${flags})
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
    target_include_directories(pipescope_bench_helpers PUBLIC "${CMAKE_CURRENT_SOURCE_DIR}")
    target_link_libraries(pipescope_bench_helpers PUBLIC ${arg_LIBS} PRIVATE pipescope_warnings)
    foreach(benchFile IN LISTS benchFiles)
        get_filename_component(name "${benchFile}" NAME_WE)
        add_executable(${name} "${benchFile}")
        target_link_libraries(${name} PRIVATE pipescope_bench_helpers pipescope_warnings)
    endforeach()
endfunction()
