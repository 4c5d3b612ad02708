/* A client in C, as in Microsoft's documentation: waits for the pipe, sets the message mode, sends messages
 * to an echo, and compares what comes back.
 *   c_client \\.\pipe\NAME COUNT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

static int fail(const char* call)
{
    printf("error %s %lu\n", call, GetLastError());
    return 1;
}

int main(int argc, char** argv)
{
    static unsigned char sent[4096];
    static unsigned char received[4096];
    const int count = argc > 2 ? atoi(argv[2]) : 0;
    DWORD mode = PIPE_READMODE_MESSAGE;
    HANDLE pipe;
    int i;

    if (argc < 3) {
        return 2;
    }
    for (;;) {
        pipe = CreateFileA(argv[1], GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING, 0, NULL);
        if (pipe != INVALID_HANDLE_VALUE) {
            break;
        }
        if (GetLastError() != ERROR_PIPE_BUSY) {
            return fail("CreateFile");
        }
        if (!WaitNamedPipeA(argv[1], 10000)) {
            return fail("WaitNamedPipe");
        }
    }
    if (!SetNamedPipeHandleState(pipe, &mode, NULL, NULL)) {
        return fail("SetNamedPipeHandleState");
    }
    printf("connected\n");
    for (i = 0; i < count; i++) {
        const DWORD size = 1 + (DWORD)(i * 37 % 3000);
        DWORD written = 0;
        DWORD read = 0;
        DWORD j;
        for (j = 0; j < size; j++) {
            sent[j] = (unsigned char)(i + (int)j);
        }
        if (!WriteFile(pipe, sent, size, &written, NULL)) {
            return fail("WriteFile");
        }
        if (!ReadFile(pipe, received, sizeof received, &read, NULL)) {
            return fail("ReadFile");
        }
        if (read != size || memcmp(sent, received, size) != 0) {
            printf("message %d differs\n", i);
            return 1;
        }
    }
    printf("exchanged %d\n", count);
    CloseHandle(pipe);
    return 0;
}
