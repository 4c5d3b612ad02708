# Qt 6.4 (Debian 12) or later, and what our code that uses it is compiled with.
set(qtComponents Core)
if(PIPESCOPE_BUILD_APP)
    list(APPEND qtComponents Gui Widgets)
endif()
if(PIPESCOPE_BUILD_TESTS)
    list(APPEND qtComponents Test)
endif()
find_package(Qt6 6.4 REQUIRED COMPONENTS ${qtComponents})

add_library(pipescope_qt_options INTERFACE)
target_compile_definitions(pipescope_qt_options INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CONTEXTLESS_CONNECT
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT)
target_link_libraries(pipescope_qt_options INTERFACE pipescope_options pipescope_warnings)
