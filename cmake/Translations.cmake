# pipescope_add_translations(<target> LANGUAGES <code>...)
#
# An OBJECT library that carries pipescope_<code>.qm and Qt's qtbase_<code>.qm as :/i18n/*.qm.
# lrelease and lupdate are programs of the machine that builds, also when Windows is the target.
set(pipescopeQtToolDirs
    /usr/lib/qt6/bin
    "${QT6_INSTALL_PREFIX}/bin"
    "${QT_HOST_PATH}/bin"
    "${VCPKG_INSTALLED_DIR}/${VCPKG_HOST_TRIPLET}/tools/Qt6/bin")
find_program(PIPESCOPE_LRELEASE lrelease HINTS ${pipescopeQtToolDirs} NO_CMAKE_FIND_ROOT_PATH)
find_program(PIPESCOPE_LUPDATE lupdate HINTS ${pipescopeQtToolDirs} NO_CMAKE_FIND_ROOT_PATH)
find_path(PIPESCOPE_QT_TRANSLATIONS qtbase_de.qm
    HINTS "${QT6_INSTALL_PREFIX}/${QT6_INSTALL_TRANSLATIONS}" "${QT6_INSTALL_PREFIX}/translations"
        "${VCPKG_INSTALLED_DIR}/${VCPKG_TARGET_TRIPLET}/translations/Qt6"
    PATHS /usr/share/qt6/translations
    NO_CMAKE_FIND_ROOT_PATH)

function(pipescope_add_translations target)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LANGUAGES")
    set(entries "")
    set(qmFiles "")
    set(tsFiles "")
    foreach(language IN LISTS arg_LANGUAGES)
        set(ts "${CMAKE_CURRENT_SOURCE_DIR}/pipescope_${language}.ts")
        set(qm "${CMAKE_CURRENT_BINARY_DIR}/pipescope_${language}.qm")
        list(APPEND tsFiles "${ts}")
        if(NOT EXISTS "${ts}")
            message(STATUS "translations/pipescope_${language}.ts is not there yet")
        elseif(NOT PIPESCOPE_LRELEASE)
            message(WARNING "lrelease was not found: the program will speak English only")
        else()
            add_custom_command(OUTPUT "${qm}"
                COMMAND "${PIPESCOPE_LRELEASE}" -silent "${ts}" -qm "${qm}"
                DEPENDS "${ts}" VERBATIM
                COMMENT "Translation pipescope_${language}.qm")
            list(APPEND qmFiles "${qm}")
            string(APPEND entries "  <file>pipescope_${language}.qm</file>\n")
        endif()
        set(qtQm "${PIPESCOPE_QT_TRANSLATIONS}/qtbase_${language}.qm")
        if(EXISTS "${qtQm}")
            # No path of the building machine in the program: the file has a copy beside ours.
            configure_file("${qtQm}" "${CMAKE_CURRENT_BINARY_DIR}/qtbase_${language}.qm" COPYONLY)
            list(APPEND qmFiles "${CMAKE_CURRENT_BINARY_DIR}/qtbase_${language}.qm")
            string(APPEND entries "  <file>qtbase_${language}.qm</file>\n")
        else()
            message(STATUS "Qt's own translation qtbase_${language}.qm was not found")
        endif()
    endforeach()

    set(qrc "${CMAKE_CURRENT_BINARY_DIR}/i18n.qrc")
    set(source "${CMAKE_CURRENT_BINARY_DIR}/qrc_i18n.cpp")
    file(CONFIGURE OUTPUT "${qrc}" @ONLY
        CONTENT "<RCC>\n <qresource prefix=\"/i18n\">\n${entries} </qresource>\n</RCC>\n")
    if(qmFiles)
        # rcc by hand: AUTORCC would want the .qm files to be there when CMake runs.
        add_custom_command(OUTPUT "${source}"
            COMMAND Qt6::rcc --name i18n --output "${source}" "${qrc}"
            DEPENDS "${qrc}" ${qmFiles} VERBATIM
            COMMENT "Embedding the translations")
    else()
        file(CONFIGURE OUTPUT "${source}" CONTENT "// No translations yet.\n")
    endif()
    add_library(${target} OBJECT "${source}")
    target_link_libraries(${target} PRIVATE pipescope_options Qt6::Core)

    if(PIPESCOPE_LUPDATE)
        # PIPECORE_TR marks texts of the core, which the window translates. English needs a file only
        # for singular and plural.
        set(lupdate "${PIPESCOPE_LUPDATE}" -locations none -no-obsolete -silent
            -tr-function-alias QT_TRANSLATE_NOOP+=PIPECORE_TR
            -I "${PROJECT_SOURCE_DIR}" -I "${PROJECT_SOURCE_DIR}/app"
            "${PROJECT_SOURCE_DIR}/app" "${PROJECT_SOURCE_DIR}/pipecore")
        set(english "${CMAKE_CURRENT_SOURCE_DIR}/pipescope_en.ts")
        list(REMOVE_ITEM tsFiles "${english}")
        add_custom_target(update_translations
            COMMAND ${lupdate} -ts ${tsFiles}
            COMMAND ${lupdate} -pluralonly -ts "${english}"
            VERBATIM COMMENT "Bringing translations/*.ts up to date with the sources")
    endif()
endfunction()
