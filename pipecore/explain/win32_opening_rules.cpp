#include "rules.h"

#include "pipecore/base/code_names.h"

#include <array>

namespace pipecore::explaining {

namespace {

constexpr std::array openingTable = std::to_array<Rule>({
    {win32Code("ERROR_INVALID_FUNCTION"), connectNamedPipe | disconnectNamedPipe | impersonate,
     PIPECORE_TR("Explanation", "The handle is a client's; only the server's handle can do this."),
     PIPECORE_TR("Explanation", "Use the handle that CreateNamedPipe returned.")},
    {win32Code("ERROR_INVALID_FUNCTION"), anyCall,
     PIPECORE_TR("Explanation", "The handle is not a named pipe handle."),
     PIPECORE_TR("Explanation", "Check which handle is passed.")},
    {win32Code("ERROR_FILE_NOT_FOUND"), openingCalls,
     PIPECORE_TR("Explanation", "The server has not started, or has ended."),
     PIPECORE_TR("Explanation", "Start the server, or check the spelling of the name.")},
    {win32Code("ERROR_FILE_NOT_FOUND"), openingCalls,
     PIPECORE_TR(
         "Explanation",
         "The name differs from the server's, for example in the part before the pipe's own name."),
     PIPECORE_TR("Explanation", "Compare both names; a local one is \\\\.\\pipe\\name, and in C "
                                "and C# source each backslash is written twice.")},
    {win32Code("ERROR_FILE_NOT_FOUND"), openingCalls,
     PIPECORE_TR("Explanation", "The server on the other computer has no pipe of that name."),
     PIPECORE_TR(
         "Explanation",
         "Check the server's name for the pipe there, and that the service runs on that computer."),
     isRemote},
    {win32Code("ERROR_FILE_NOT_FOUND"), openingCalls,
     PIPECORE_TR("Explanation", "The server closed its last instance before it created the next "
                                "one, so the name was briefly missing."),
     PIPECORE_TR(
         "Explanation",
         "Try again; in the server, create the next instance before the last one is closed.")},
    {win32Code("ERROR_FILE_NOT_FOUND"), waitNamedPipe | callNamedPipe,
     PIPECORE_TR("Explanation", "The call waits only for a busy pipe: if no instance exists, or "
                                "the last one closes, it returns regardless of the timeout."),
     PIPECORE_TR("Explanation", "Try again after a short pause until the server has started."),
     waits},
    {win32Code("ERROR_FILE_NOT_FOUND"), openingCalls,
     PIPECORE_TR(
         "Explanation",
         "One of the two programs runs in an AppContainer, where pipe names begin with LOCAL\\."),
     PIPECORE_TR("Explanation",
                 "Use \\\\.\\pipe\\LOCAL\\name in both, from within the same package.")},
    {win32Code("ERROR_FILE_NOT_FOUND"), openFile,
     PIPECORE_TR("Explanation", "The file does not exist."),
     PIPECORE_TR("Explanation", "Check the path.")},
    {win32Code("ERROR_PATH_NOT_FOUND"), openingCalls | createNamedPipe,
     PIPECORE_TR("Explanation", "The name is empty, or does not begin with an existing path."),
     PIPECORE_TR("Explanation", "Write the name as \\\\.\\pipe\\name.")},
    {win32Code("ERROR_PATH_NOT_FOUND"), openFile,
     PIPECORE_TR("Explanation", "The folder does not exist."),
     PIPECORE_TR("Explanation", "Check the path.")},
    {win32Code("ERROR_ACCESS_DENIED"), createNamedPipe,
     PIPECORE_TR("Explanation", "Another server holds this name, and FILE_FLAG_FIRST_PIPE_INSTANCE "
                                "allows only one first instance."),
     PIPECORE_TR("Explanation", "Stop the other server, or take another name."),
     wantsFirstInstance},
    {win32Code("ERROR_ACCESS_DENIED"), createNamedPipe,
     PIPECORE_TR("Explanation", "A server of this name has ended, and a client has not closed its "
                                "end: until it does, no new instance is the first."),
     PIPECORE_TR("Explanation", "Let that client close its end, or wait until it does."),
     wantsFirstInstance},
    {win32Code("ERROR_ACCESS_DENIED"), createNamedPipe,
     PIPECORE_TR("Explanation", "The pipe exists and its permissions do not let this user create "
                                "further instances (FILE_CREATE_PIPE_INSTANCE)."),
     PIPECORE_TR("Explanation", "Stop the server that holds the name, run as its user, or let its "
                                "security descriptor allow further instances.")},
    {win32Code("ERROR_ACCESS_DENIED"), createNamedPipe,
     PIPECORE_TR("Explanation", "The pipe exists with another direction, type, instance limit or "
                                "default timeout than this call requests."),
     PIPECORE_TR("Explanation", "Use the same access, type, nMaxInstances and nDefaultTimeOut for "
                                "all instances of one pipe.")},
    {win32Code("ERROR_ACCESS_DENIED"), createNamedPipe,
     PIPECORE_TR("Explanation",
                 "This process runs in an AppContainer and may create pipes only below LOCAL\\."),
     PIPECORE_TR("Explanation", "Name the pipe \\\\.\\pipe\\LOCAL\\name.")},
    {win32Code("ERROR_ACCESS_DENIED"), openingCalls,
     PIPECORE_TR("Explanation", "The permissions of the pipe do not grant this user the requested "
                                "access. With the default descriptor, other users can only read."),
     PIPECORE_TR("Explanation", "Let the server's security descriptor allow this user to read and "
                                "write, or run both programs as the same user.")},
    {win32Code("ERROR_ACCESS_DENIED"), openingCalls,
     PIPECORE_TR("Explanation", "The direction does not match: an inbound pipe cannot be opened "
                                "for reading, nor an outbound one for writing."),
     PIPECORE_TR("Explanation",
                 "Open it for writing only if it is inbound, for reading only if it is outbound."),
     goesOneWay},
    {win32Code("ERROR_ACCESS_DENIED"), openingCalls,
     PIPECORE_TR("Explanation", "The server runs as administrator and this program does not, so "
                                "the pipe belongs to the group Administrators."),
     PIPECORE_TR(
         "Explanation",
         "Run this program as administrator too, or let the server allow the user by name.")},
    {win32Code("ERROR_ACCESS_DENIED"), openingCalls,
     PIPECORE_TR("Explanation",
                 "The server rejects clients on other computers (PIPE_REJECT_REMOTE_CLIENTS), or "
                 "its computer allows this user no access over the network."),
     PIPECORE_TR("Explanation", "Let the server accept remote clients, and allow the user or the "
                                "group Network in its security descriptor."),
     isRemote},
    {win32Code("ERROR_ACCESS_DENIED"), openingCalls,
     PIPECORE_TR("Explanation", "This program runs at low integrity or in an AppContainer, and the "
                                "pipe has no label and no entry for that."),
     PIPECORE_TR("Explanation", "Add a low integrity label and an entry for the AppContainer to "
                                "the server's security descriptor.")},
    {win32Code("ERROR_ACCESS_DENIED"), readFile | peekNamedPipe,
     PIPECORE_TR("Explanation",
                 "The handle was opened for writing only, or this end of the pipe only sends."),
     PIPECORE_TR("Explanation",
                 "Open the pipe with GENERIC_READ, and let its direction be duplex.")},
    {win32Code("ERROR_ACCESS_DENIED"), writeFile | transactNamedPipe | flushFileBuffers,
     PIPECORE_TR("Explanation",
                 "The handle was opened for reading only, or this end of the pipe only receives."),
     PIPECORE_TR("Explanation",
                 "Open the pipe with GENERIC_WRITE, and let its direction be duplex.")},
    {win32Code("ERROR_ACCESS_DENIED"), setHandleState,
     PIPECORE_TR("Explanation", "The handle has no right to change the read mode: one opened for "
                                "reading only lacks FILE_WRITE_ATTRIBUTES."),
     PIPECORE_TR(
         "Explanation",
         "Open the pipe with GENERIC_READ and FILE_WRITE_ATTRIBUTES, or with GENERIC_WRITE.")},
    {win32Code("ERROR_ACCESS_DENIED"), getHandleState | getPipeInfo,
     PIPECORE_TR("Explanation",
                 "The handle was opened without the right to read the pipe's attributes."),
     PIPECORE_TR(
         "Explanation",
         "Open the pipe with GENERIC_READ, or with GENERIC_WRITE and FILE_READ_ATTRIBUTES.")},
    {win32Code("ERROR_ACCESS_DENIED"), getSecurity,
     PIPECORE_TR("Explanation",
                 "The handle was opened without READ_CONTROL, or the pipe does not grant it."),
     PIPECORE_TR("Explanation", "Open the pipe with READ_CONTROL, as an authorized user.")},
    {win32Code("ERROR_ACCESS_DENIED"), setSecurity,
     PIPECORE_TR("Explanation", "The handle was opened without the right to change the descriptor "
                                "(WRITE_DAC or WRITE_OWNER)."),
     PIPECORE_TR("Explanation", "Open or create the pipe with that right, as its owner.")},
    {win32Code("ERROR_ACCESS_DENIED"), openProcess,
     PIPECORE_TR("Explanation",
                 "The process belongs to another user or is protected by the system."),
     PIPECORE_TR("Explanation", "Run this program as administrator to see more details.")},
    {win32Code("ERROR_ACCESS_DENIED"), openThreadToken,
     PIPECORE_TR("Explanation", "The client's token does not allow the server to query it."),
     PIPECORE_TR("Explanation",
                 "Open the token with OpenAsSelf set, so that the server's own rights apply.")},
    {win32Code("ERROR_ACCESS_DENIED"), openFile,
     PIPECORE_TR("Explanation", "The permissions of the file or its folder do not allow this."),
     PIPECORE_TR("Explanation", "Choose another place, or change the permissions.")},
    {win32Code("ERROR_FILE_EXISTS"), anyCall,
     PIPECORE_TR("Explanation", "A file of this name already exists."),
     PIPECORE_TR("Explanation", "Choose another name, or remove the file.")},
    {win32Code("ERROR_INVALID_PARAMETER"), createNamedPipe,
     PIPECORE_TR("Explanation", "The read mode is messages but the type is bytes: "
                                "PIPE_READMODE_MESSAGE needs PIPE_TYPE_MESSAGE."),
     PIPECORE_TR("Explanation", "Create the pipe with message type, or read it as bytes.")},
    {win32Code("ERROR_INVALID_PARAMETER"), createNamedPipe,
     PIPECORE_TR("Explanation",
                 "The number of instances is neither 1 to 254 nor PIPE_UNLIMITED_INSTANCES (255)."),
     PIPECORE_TR("Explanation", "Correct nMaxInstances.")},
    {win32Code("ERROR_INVALID_PARAMETER"), createNamedPipe,
     PIPECORE_TR("Explanation",
                 "The open mode or the pipe mode has flags that CreateNamedPipe does not know."),
     PIPECORE_TR(
         "Explanation",
         "Check dwOpenMode and dwPipeMode; FILE_FLAG_FIRST_PIPE_INSTANCE goes into the first.")},
    {win32Code("ERROR_INVALID_PARAMETER"), setHandleState | callNamedPipe,
     PIPECORE_TR("Explanation", "The server's pipe is of byte type and has no messages."),
     PIPECORE_TR("Explanation",
                 "Connect in byte mode, or create the server's pipe with message type."),
     wantsMessages},
    {win32Code("ERROR_INVALID_PARAMETER"), setHandleState | getHandleState,
     PIPECORE_TR("Explanation", "A collection count or timeout was given for the server's end, or "
                                "for a client on the same computer."),
     PIPECORE_TR("Explanation", "Pass NULL for both.")},
    {win32Code("ERROR_INVALID_PARAMETER"), createPort,
     PIPECORE_TR("Explanation",
                 "The handle is not overlapped, or already belongs to a completion port."),
     PIPECORE_TR("Explanation", "Open it with FILE_FLAG_OVERLAPPED and add it to one port once.")},
    {win32Code("ERROR_INVALID_PARAMETER"), openProcess,
     PIPECORE_TR("Explanation", "No process has this ID."),
     PIPECORE_TR("Explanation", "No action needed: it has ended.")},
    {win32Code("ERROR_INVALID_PARAMETER"), anyCall,
     PIPECORE_TR("Explanation", "A pointer, size or flag is not valid for the call."),
     PIPECORE_TR("Explanation", "Compare each argument with the documentation of the call.")},
    {win32Code("ERROR_SEM_TIMEOUT"), waitNamedPipe | callNamedPipe,
     PIPECORE_TR("Explanation", "A timeout of zero means the server's default, which is 50 ms if "
                                "the server did not set one."),
     PIPECORE_TR("Explanation", "Give the time in milliseconds, or NMPWAIT_WAIT_FOREVER."),
     triesOnce},
    {win32Code("ERROR_SEM_TIMEOUT"), waitNamedPipe | callNamedPipe,
     PIPECORE_TR("Explanation", "Other clients kept all instances in use."),
     PIPECORE_TR("Explanation", "Allow more time, or allow the server more instances.")},
    {win32Code("ERROR_SEM_TIMEOUT"), waitNamedPipe | callNamedPipe,
     PIPECORE_TR("Explanation", "The server serves one client at a time and is busy, or hangs."),
     PIPECORE_TR(
         "Explanation",
         "Check the server; it must call ConnectNamedPipe again as soon as a client disconnects.")},
    {win32Code("ERROR_SEM_TIMEOUT"), anyCall,
     PIPECORE_TR("Explanation", "The other computer did not answer in time."),
     PIPECORE_TR("Explanation",
                 "Check that it can be reached, and that file sharing (port 445) is allowed."),
     isRemote},
    {win32Code("ERROR_INVALID_NAME"), createNamedPipe,
     PIPECORE_TR(
         "Explanation",
         "The name is on another computer; a server can be created only on the local computer."),
     PIPECORE_TR("Explanation", "Write the name as \\\\.\\pipe\\name."), isRemote},
    {win32Code("ERROR_INVALID_NAME"), anyCall,
     PIPECORE_TR("Explanation", "The name does not have the form \\\\.\\pipe\\name, or the part "
                                "after pipe\\ is empty."),
     PIPECORE_TR("Explanation", "Write \\\\.\\pipe\\name or \\\\server\\pipe\\name.")},
    {win32Code("ERROR_INVALID_NAME"), anyCall,
     PIPECORE_TR("Explanation", "Backslashes were lost in source code, a script or a shell."),
     PIPECORE_TR("Explanation", "Print the name as the program has it; in C and C# source each "
                                "backslash is written twice.")},
    {win32Code("ERROR_BAD_PATHNAME"), anyCall,
     PIPECORE_TR("Explanation", "The name has no \\pipe\\ part, for example \\\\server\\name."),
     PIPECORE_TR("Explanation", "Write \\\\.\\pipe\\name or \\\\server\\pipe\\name.")},
    {win32Code("ERROR_BAD_PATHNAME"), anyCall,
     PIPECORE_TR("Explanation", "Backslashes were lost in source code, a script or a shell."),
     PIPECORE_TR("Explanation", "Print the name as the program has it; in C and C# source each "
                                "backslash is written twice.")},
    {win32Code("ERROR_ALREADY_EXISTS"), anyCall,
     PIPECORE_TR("Explanation", "Another program created it first."),
     PIPECORE_TR("Explanation", "Use another name, or remove the existing object.")},
    {win32Code("ERROR_SEM_NOT_FOUND"), anyCall,
     PIPECORE_TR("Explanation",
                 "The name does not lead to a pipe; pipe calls rarely return this code."),
     PIPECORE_TR("Explanation",
                 "Write the name as \\\\.\\pipe\\name, and check which call returned the code.")},
    {win32Code("ERROR_FILENAME_EXCED_RANGE"), anyCall,
     PIPECORE_TR("Explanation", "The full pipe name exceeds 256 characters."),
     PIPECORE_TR("Explanation", "Shorten it; \\\\.\\pipe\\ counts too.")},
    {win32Code("ERROR_PIPE_BUSY"), createNamedPipe,
     PIPECORE_TR("Explanation", "The pipe has reached the nMaxInstances of its first instance, "
                                "connected and listening instances together."),
     PIPECORE_TR("Explanation",
                 "Raise the limit of the first instance, or wait until a client disconnects.")},
    {win32Code("ERROR_PIPE_BUSY"), createNamedPipe,
     PIPECORE_TR("Explanation", "Another program has created instances of the same pipe."),
     PIPECORE_TR("Explanation", "Stop the other server, or use another name. The limit is checked "
                                "before FILE_FLAG_FIRST_PIPE_INSTANCE.")},
    {win32Code("ERROR_PIPE_BUSY"), createNamedPipe,
     PIPECORE_TR("Explanation",
                 "Clients of an ended server have not closed their ends: an instance "
                 "counts until both ends are closed."),
     PIPECORE_TR("Explanation", "Let these clients close their ends, or wait until they do.")},
    {win32Code("ERROR_PIPE_BUSY"), createFile | callNamedPipe,
     PIPECORE_TR("Explanation", "Only one attempt was made, and no instance was free."),
     PIPECORE_TR("Explanation",
                 "Wait with WaitNamedPipe and try again, or allow some time to connect."),
     triesOnce},
    {win32Code("ERROR_PIPE_BUSY"), openingCalls,
     PIPECORE_TR("Explanation", "All instances have a client: the server allows no more."),
     PIPECORE_TR("Explanation", "Wait longer, or allow the server more instances.")},
    {win32Code("ERROR_PIPE_BUSY"), openingCalls,
     PIPECORE_TR("Explanation",
                 "The server serves one client and creates no further instance meanwhile."),
     PIPECORE_TR("Explanation",
                 "In the server, create the next instance as soon as a client has connected.")},
    {win32Code("ERROR_PIPE_BUSY"), openingCalls,
     PIPECORE_TR("Explanation", "The server called DisconnectNamedPipe but not yet "
                                "ConnectNamedPipe, so its instance accepts no client."),
     PIPECORE_TR("Explanation",
                 "In the server, call ConnectNamedPipe right after DisconnectNamedPipe.")},
    {win32Code("ERROR_PIPE_BUSY"), createFile,
     PIPECORE_TR("Explanation",
                 "Another client took the instance between WaitNamedPipe and CreateFile."),
     PIPECORE_TR("Explanation", "Call both in a loop until the timeout."), waits},
    {win32Code("ERROR_PIPE_BUSY"), transactNamedPipe,
     PIPECORE_TR("Explanation", "An earlier message from the server has not been read."),
     PIPECORE_TR("Explanation", "Read everything before the next transaction.")},
});

} // namespace

std::span<const Rule> win32OpeningRules()
{
    return openingTable;
}

} // namespace pipecore::explaining
