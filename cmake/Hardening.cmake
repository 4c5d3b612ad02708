# Checks that the compiler and the linker add to a release: they cost little and stop many mistakes
# from becoming something worse. Not with sanitizers, which bring stricter checks of their own.
if(MSVC)
    target_compile_options(pipescope_options INTERFACE /sdl /guard:cf)
    target_link_options(pipescope_options INTERFACE /guard:cf /DYNAMICBASE /NXCOMPAT)
elseif(WIN32)
    # Qt is compiled with the stack protector too, and the linker needs it to find __stack_chk_fail.
    target_compile_options(pipescope_options INTERFACE -fstack-protector-strong)
    target_compile_definitions(pipescope_options INTERFACE _GLIBCXX_ASSERTIONS)
    target_link_options(pipescope_options INTERFACE
        -fstack-protector-strong -Wl,--dynamicbase,--nxcompat,--high-entropy-va)
elseif(NOT PIPESCOPE_SANITIZE)
    target_compile_options(pipescope_options INTERFACE
        -fstack-protector-strong -fstack-clash-protection -fcf-protection)
    # _FORTIFY_SOURCE does nothing without optimisation, and glibc warns about it then.
    set(isOptimised $<NOT:$<OR:$<CONFIG:Debug>,$<BOOL:$<TARGET_PROPERTY:PIPESCOPE_UNOPTIMISED>>>>)
    target_compile_options(pipescope_options INTERFACE
        $<${isOptimised}:-U_FORTIFY_SOURCE$<SEMICOLON>-D_FORTIFY_SOURCE=2>)
    target_compile_definitions(pipescope_options INTERFACE _GLIBCXX_ASSERTIONS)
    target_link_options(pipescope_options INTERFACE -Wl,-z,relro,-z,now,-z,noexecstack)
endif()
