# cmake -DPROGRAM=<file.exe> -DOBJDUMP=<objdump> -P CheckPortable.cmake
#
# Fails if the program needs a DLL that is not a part of Windows: it would not start on another computer.
execute_process(COMMAND "${OBJDUMP}" -p "${PROGRAM}"
    OUTPUT_VARIABLE headers COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "DLL Name: [^\n\r]+" imports "${headers}")
if(NOT imports)
    message(FATAL_ERROR "${PROGRAM} imports nothing: objdump did not understand it")
endif()
# The DLLs that come with the compiler or with the libraries that are linked in.
set(foreign "DLL Name: (lib|Qt6|icu|pcre|zlib|vcruntime|msvcp)")
foreach(import IN LISTS imports)
    if(import MATCHES "${foreign}")
        message(SEND_ERROR "${PROGRAM} is not portable: ${import}")
    endif()
endforeach()
list(LENGTH imports count)
message(STATUS "${PROGRAM} imports ${count} DLLs, all of Windows")
