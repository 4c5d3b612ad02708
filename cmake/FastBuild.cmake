# Options for a fast clean build: most of a compiler's time goes to headers of the standard library
# and of Qt, so these are read once for several sources.
#
# pipescope_unity(<target>): compiles the sources of a folder a dozen at a time, as one.
# pipescope_precompile(<target> <file>...): reads common headers once for these sources; for tests, whose
#     local names clash too often to be compiled as one. Test code is not optimised either: that is half
#     of its time, and what is tested lies in the libraries.
#
# -DPIPESCOPE_FAST_BUILD=OFF compiles each source alone: a forgotten #include shows then (scripts/lint.sh).
option(PIPESCOPE_FAST_BUILD "Compile several sources as one, and precompile headers" ON)

set(pipescopeUnitySize 12)

function(pipescope_unity target)
    if(NOT PIPESCOPE_FAST_BUILD)
        return()
    endif()
    get_target_property(sources ${target} SOURCES)
    set(folders "")
    foreach(source IN LISTS sources)
        if(source MATCHES "\\.cpp$")
            get_filename_component(folder "${source}" DIRECTORY)
            file(RELATIVE_PATH folder "${CMAKE_CURRENT_SOURCE_DIR}" "${folder}")
            string(MAKE_C_IDENTIFIER "in_${folder}" key)
            if(NOT key IN_LIST folders)
                list(APPEND folders ${key})
            endif()
            list(APPEND sources_${key} "${source}")
        endif()
    endforeach()
    foreach(key IN LISTS folders)
        # Equal shares: 13 sources are 7 and 6, not 12 and 1.
        list(LENGTH sources_${key} count)
        math(EXPR shares "(${count} + ${pipescopeUnitySize} - 1) / ${pipescopeUnitySize}")
        set(at 0)
        foreach(source IN LISTS sources_${key})
            math(EXPR share "${at} * ${shares} / ${count}")
            set_property(SOURCE "${source}" PROPERTY UNITY_GROUP "${key}_${share}")
            math(EXPR at "${at} + 1")
        endforeach()
    endforeach()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # A source that is included looks like a header to GCC, where a private class of one file would
        # be a mistake.
        target_compile_options(${target} PRIVATE -Wno-subobject-linkage)
    endif()
endfunction()

function(pipescope_precompile target)
    set(enough 5) # with fewer sources it takes longer to make than it saves
    list(LENGTH ARGN count)
    if(NOT PIPESCOPE_FAST_BUILD OR count LESS enough)
        return()
    endif()
    set(headers <QFile> <QProcess> <QSignalSpy> <QTemporaryDir> <QTest> <algorithm> <chrono> <expected>
        <filesystem> <functional> <memory> <optional> <span> <string> <thread> <variant> <vector>)
    get_target_property(libraries ${target} LINK_LIBRARIES)
    if("Qt6::Widgets" IN_LIST libraries)
        list(APPEND headers <QAbstractItemModel> <QAction> <QApplication> <QComboBox> <QDialog> <QLabel>
            <QLineEdit> <QMainWindow> <QMenu> <QPlainTextEdit> <QPushButton> <QTableView> <QToolButton>)
    endif()
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        set_target_properties(${target} PROPERTIES PIPESCOPE_UNOPTIMISED ON)
        target_compile_options(${target} PRIVATE -O0)
        if(MINGW)
            # Not optimised, GCC leaves a copy of std::type_info::operator== behind that the static
            # libstdc++ has as well; both are the same.
            target_link_options(${target} PRIVATE -Wl,--allow-multiple-definition)
        endif()
    endif()
    target_precompile_headers(${target} PRIVATE ${headers})
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        target_compile_options(${target} PRIVATE -fpch-preprocess) # ccache asks for it
    endif()
endfunction()
