# PIPESCOPE_SANITIZE: a comma-separated list as -fsanitize= takes it, for example "address,undefined".
set(PIPESCOPE_SANITIZE "" CACHE STRING "Sanitizers to build with (address,undefined or thread)")

if(PIPESCOPE_SANITIZE)
    # The first finding ends the program: a test cannot pass over it.
    set(sanitizeFlags -fsanitize=${PIPESCOPE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    # Names and lines are all that a report shows; more would be several GB in a hundred programs.
    # -O1: GCC takes twice as long for all checks of UBSan at -O2.
    target_compile_options(pipescope_options INTERFACE ${sanitizeFlags} -g1
        $<$<NOT:$<BOOL:$<TARGET_PROPERTY:PIPESCOPE_UNOPTIMISED>>>:-O1>)
    target_link_options(pipescope_options INTERFACE ${sanitizeFlags})
    target_compile_definitions(pipescope_options INTERFACE PIPESCOPE_SANITIZED)
endif()

# For the targets of tests/fuzz; needs clang. Everything tells libFuzzer which ways it takes.
option(PIPESCOPE_FUZZ "Link the fuzz targets with libFuzzer" OFF)
if(PIPESCOPE_FUZZ)
    target_compile_options(pipescope_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
