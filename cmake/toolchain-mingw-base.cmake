# Windows programs made on Linux by MinGW-w64, in its variant with POSIX threads (std::thread needs it).
# Our own programs use toolchain-mingw.cmake, which adds Qt; Qt itself and PCRE2 are built with this file.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc-posix)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)

set(CMAKE_FIND_ROOT_PATH /usr/x86_64-w64-mingw32)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

# A portable file: nothing but DLLs of Windows itself is imported. The stack protector is named
# for the linker too, because Qt's libraries call it.
set(CMAKE_EXE_LINKER_FLAGS_INIT "-static -fstack-protector-strong")
