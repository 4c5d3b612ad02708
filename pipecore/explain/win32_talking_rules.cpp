#include "rules.h"

#include "pipecore/base/code_names.h"

#include <array>

namespace pipecore::explaining {

namespace {

constexpr std::array talkingTable = std::to_array<Rule>({
    {win32Code("ERROR_INVALID_HANDLE"), anyCall,
     PIPECORE_TR("Explanation",
                 "The handle was already closed, perhaps by another thread, and is still in use."),
     PIPECORE_TR("Explanation",
                 "Find the CloseHandle call; close a handle once, when it is no longer in use.")},
    {win32Code("ERROR_INVALID_HANDLE"), anyCall,
     PIPECORE_TR("Explanation", "An earlier call failed, and its INVALID_HANDLE_VALUE was used."),
     PIPECORE_TR("Explanation",
                 "Check the result of CreateNamedPipe or CreateFile before using it.")},
    {win32Code("ERROR_INVALID_HANDLE"), anyCall,
     PIPECORE_TR("Explanation",
                 "The handle is not a named pipe handle, or it belongs to another process."),
     PIPECORE_TR("Explanation",
                 "Check which handle is passed; duplicate it to use it in another process.")},
    {win32Code("ERROR_BROKEN_PIPE"),
     readFile | peekNamedPipe | getOverlappedResult | getQueuedStatus,
     PIPECORE_TR("Explanation", "The other program closed its end, or it has ended."),
     PIPECORE_TR("Explanation",
                 "This is the normal end of a connection; connect again if needed.")},
    {win32Code("ERROR_BROKEN_PIPE"),
     readFile | peekNamedPipe | getOverlappedResult | getQueuedStatus,
     PIPECORE_TR("Explanation", "The other program crashed or was ended during the connection; the "
                                "system does not distinguish this from closing."),
     PIPECORE_TR("Explanation", "Check its log, and whether its last message was complete.")},
    {win32Code("ERROR_BROKEN_PIPE"),
     writeFile | transactNamedPipe | callNamedPipe | flushFileBuffers,
     PIPECORE_TR("Explanation", "The other program closed its end before it had read or answered."),
     PIPECORE_TR("Explanation", "Check why it closed; the data sent last may not have been read.")},
    {win32Code("ERROR_BROKEN_PIPE"), anyCall,
     PIPECORE_TR("Explanation", "The peer has closed the pipe."),
     PIPECORE_TR("Explanation", "Close this end too, and connect again if needed."), nullptr, true},
    {win32Code("ERROR_BAD_PIPE"), transactNamedPipe | callNamedPipe,
     PIPECORE_TR(
         "Explanation",
         "The pipe has byte type, or this end reads it as bytes: transactions require messages."),
     PIPECORE_TR(
         "Explanation",
         "Create the pipe with message type and set PIPE_READMODE_MESSAGE on the client's handle."),
     wantsMessages},
    {win32Code("ERROR_BAD_PIPE"), transactNamedPipe | callNamedPipe,
     PIPECORE_TR("Explanation", "The pipe is one-way; a transaction requires both directions."),
     PIPECORE_TR("Explanation", "Create the pipe as duplex (PIPE_ACCESS_DUPLEX)."), goesOneWay},
    {win32Code("ERROR_BAD_PIPE"), anyCall,
     PIPECORE_TR("Explanation",
                 "The pipe is in the wrong state for the call, for example not connected."),
     PIPECORE_TR("Explanation",
                 "Check the order of the calls: create, connect, read and write, disconnect.")},
    {win32Code("ERROR_BAD_PIPE"), anyCall,
     PIPECORE_TR("Explanation", "The pipe allows only the opposite direction."),
     PIPECORE_TR("Explanation", "Check whether it is inbound, outbound or duplex."), goesOneWay},
    {win32Code("ERROR_NO_DATA"), connectNamedPipe,
     PIPECORE_TR("Explanation", "A client opened and closed the pipe before ConnectNamedPipe was "
                                "called; some programs do this to check whether the pipe exists."),
     PIPECORE_TR("Explanation", "Call DisconnectNamedPipe, then ConnectNamedPipe again; for the "
                                "server this is not a failure.")},
    {win32Code("ERROR_NO_DATA"), connectNamedPipe,
     PIPECORE_TR("Explanation", "The instance was used before and not disconnected."),
     PIPECORE_TR("Explanation", "Call DisconnectNamedPipe before the next ConnectNamedPipe.")},
    {win32Code("ERROR_NO_DATA"), writeFile,
     PIPECORE_TR("Explanation", "The other program closed its end or has ended."),
     PIPECORE_TR("Explanation", "Read the remaining data, then close this end.")},
    {win32Code("ERROR_NO_DATA"), readFile | peekNamedPipe,
     PIPECORE_TR("Explanation", "The handle is set to PIPE_NOWAIT, and no data has been sent yet."),
     PIPECORE_TR(
         "Explanation",
         "Use PIPE_WAIT with overlapped I/O; PIPE_NOWAIT exists only for legacy programs.")},
    {win32Code("ERROR_NO_DATA"), anyCall,
     PIPECORE_TR("Explanation", "The peer is closing the pipe."),
     PIPECORE_TR("Explanation", "Read the remaining data, then close this end."), nullptr, true},
    {win32Code("ERROR_PIPE_NOT_CONNECTED"),
     readFile | writeFile | transactNamedPipe | callNamedPipe | peekNamedPipe | flushFileBuffers
         | getOverlappedResult | getQueuedStatus,
     PIPECORE_TR("Explanation", "The server called DisconnectNamedPipe: the connection has ended, "
                                "and data the client had not read is lost."),
     PIPECORE_TR("Explanation", "Let the server call FlushFileBuffers before DisconnectNamedPipe, "
                                "or only close its handle; then connect again.")},
    {win32Code("ERROR_PIPE_NOT_CONNECTED"), createFile,
     PIPECORE_TR("Explanation", "The server accepted the connection and ended it immediately, "
                                "before the client could use it."),
     PIPECORE_TR("Explanation",
                 "Check the server's log: it may refuse this client, be full or be failing.")},
    {win32Code("ERROR_PIPE_NOT_CONNECTED"), disconnectNamedPipe,
     PIPECORE_TR("Explanation", "The instance is already disconnected, or never had a client."),
     PIPECORE_TR("Explanation", "No action needed: continue with ConnectNamedPipe.")},
    {win32Code("ERROR_PIPE_NOT_CONNECTED"), impersonate | getProcessId | getComputerName,
     PIPECORE_TR("Explanation", "The client has disconnected."),
     PIPECORE_TR("Explanation", "Ask for its identity as soon as it has connected.")},
    {win32Code("ERROR_PIPE_NOT_CONNECTED"), anyCall,
     PIPECORE_TR("Explanation", "The instance has no client."),
     PIPECORE_TR("Explanation", "Wait for one with ConnectNamedPipe."), nullptr, true},
    {win32Code("ERROR_MORE_DATA"), readFile | getOverlappedResult | getQueuedStatus,
     PIPECORE_TR("Explanation", "The peer sent a message that is longer than the read buffer."),
     PIPECORE_TR("Explanation",
                 "Read again until the call succeeds: all parts together form the message.")},
    {win32Code("ERROR_MORE_DATA"), readFile | getOverlappedResult | getQueuedStatus,
     PIPECORE_TR(
         "Explanation",
         "The programs disagree on the maximum message size, or one of them sends a stream."),
     PIPECORE_TR(
         "Explanation",
         "Enlarge the buffer, or use PeekNamedPipe to get the size of the rest of the message."),
     wantsMessages},
    {win32Code("ERROR_MORE_DATA"), callNamedPipe,
     PIPECORE_TR("Explanation", "The reply is longer than the buffer, and CallNamedPipe closes the "
                                "pipe: the rest is lost."),
     PIPECORE_TR(
         "Explanation",
         "Provide a buffer for the longest reply, or use TransactNamedPipe and read the rest.")},
    {win32Code("ERROR_MORE_DATA"), transactNamedPipe,
     PIPECORE_TR("Explanation", "The reply is longer than the buffer."),
     PIPECORE_TR("Explanation", "Read the rest with ReadFile.")},
    {win32Code("ERROR_MORE_DATA"), anyCall,
     PIPECORE_TR("Explanation", "The buffer is smaller than the available data."),
     PIPECORE_TR("Explanation", "Read again until the call succeeds."), nullptr, true},
    {win32Code("WAIT_TIMEOUT"), waitForObject,
     PIPECORE_TR("Explanation",
                 "The operation takes longer because the peer does not read, write or connect."),
     PIPECORE_TR("Explanation", "Check the other program, or wait longer; cancel with CancelIoEx "
                                "before you release the buffer.")},
    {win32Code("WAIT_TIMEOUT"), getQueuedStatus,
     PIPECORE_TR("Explanation", "No operation of this completion port completed in that time."),
     PIPECORE_TR("Explanation", "Nothing failed: wait again, or cancel outstanding operations.")},
    {win32Code("WAIT_TIMEOUT"), anyCall,
     PIPECORE_TR("Explanation", "The awaited event has not occurred yet."),
     PIPECORE_TR("Explanation", "Wait longer, or find out why it does not occur."), nullptr, true},
    {win32Code("ERROR_PIPE_CONNECTED"), connectNamedPipe,
     PIPECORE_TR("Explanation",
                 "The client opened the pipe between CreateNamedPipe and ConnectNamedPipe."),
     PIPECORE_TR("Explanation", "Continue as after a success: read and write. A completion port "
                                "receives no packet for this call.")},
    {win32Code("ERROR_PIPE_CONNECTED"), connectNamedPipe,
     PIPECORE_TR(
         "Explanation",
         "The instance was not disconnected from its last client, which is still connected."),
     PIPECORE_TR("Explanation", "Call DisconnectNamedPipe before the next ConnectNamedPipe.")},
    {win32Code("ERROR_PIPE_CONNECTED"), anyCall,
     PIPECORE_TR("Explanation", "The server's end has a client."),
     PIPECORE_TR("Explanation", "Continue as after a success."), nullptr, true},
    {win32Code("ERROR_PIPE_LISTENING"), readFile | writeFile,
     PIPECORE_TR("Explanation", "The server reads or writes before a client has connected."),
     PIPECORE_TR("Explanation", "Wait until ConnectNamedPipe completes; with overlapped I/O, until "
                                "its event or packet arrives.")},
    {win32Code("ERROR_PIPE_LISTENING"), connectNamedPipe,
     PIPECORE_TR("Explanation",
                 "The handle is set to PIPE_NOWAIT, where ConnectNamedPipe does not wait."),
     PIPECORE_TR("Explanation",
                 "Use PIPE_WAIT with overlapped I/O, or repeat the call until it returns 535.")},
    {win32Code("ERROR_PIPE_LISTENING"), anyCall,
     PIPECORE_TR("Explanation", "No client has connected yet."),
     PIPECORE_TR("Explanation", "Wait until ConnectNamedPipe completes."), nullptr, true},
    {win32Code("ERROR_HANDLES_CLOSED"), anyCall,
     PIPECORE_TR(
         "Explanation",
         "The program closed the handle, perhaps intentionally, while the call was outstanding."),
     PIPECORE_TR("Explanation",
                 "Cancel with CancelIoEx and wait for the completion before CloseHandle.")},
    {win32Code("ERROR_OPERATION_ABORTED"), anyCall,
     PIPECORE_TR("Explanation",
                 "The program cancelled it with CancelIoEx, CancelIo or CancelSynchronousIo."),
     PIPECORE_TR("Explanation",
                 "No action needed if intended. How much a cancelled write has sent is unknown.")},
    {win32Code("ERROR_OPERATION_ABORTED"), anyCall,
     PIPECORE_TR("Explanation", "The thread that started the operation has ended, which cancels "
                                "its operations without a completion port."),
     PIPECORE_TR("Explanation",
                 "Start operations on a thread that lives long enough, or use a completion port.")},
    {win32Code("ERROR_IO_INCOMPLETE"), anyCall,
     PIPECORE_TR(
         "Explanation",
         "GetOverlappedResult was called with bWait FALSE, and the operation is still running."),
     PIPECORE_TR("Explanation", "Wait for the event or the completion packet, then ask again.")},
    {win32Code("ERROR_IO_PENDING"), readFile,
     PIPECORE_TR("Explanation", "No data has been sent yet."),
     PIPECORE_TR("Explanation", "Wait for the event or the completion packet, and keep the buffer "
                                "and the OVERLAPPED until then.")},
    {win32Code("ERROR_IO_PENDING"), writeFile | transactNamedPipe,
     PIPECORE_TR("Explanation", "The peer has not read enough yet, so the buffers are full."),
     PIPECORE_TR("Explanation", "Wait for the event or the completion packet, and keep the buffer "
                                "and the OVERLAPPED until then.")},
    {win32Code("ERROR_IO_PENDING"), connectNamedPipe,
     PIPECORE_TR("Explanation", "No client has connected yet."),
     PIPECORE_TR(
         "Explanation",
         "Wait for the event or the completion packet, and keep the OVERLAPPED until then.")},
    {win32Code("ERROR_IO_PENDING"), anyCall,
     PIPECORE_TR("Explanation",
                 "The handle is overlapped, so the call returned before the work was done."),
     PIPECORE_TR(
         "Explanation",
         "Wait for the event or the completion packet, and keep the OVERLAPPED until then."),
     isOverlapped},
    {win32Code("ERROR_NOACCESS"), anyCall,
     PIPECORE_TR("Explanation", "The buffer was freed, is read-only, or its length is wrong."),
     PIPECORE_TR("Explanation",
                 "Keep the buffer until the operation is complete, and check its length.")},
    {win32Code("ERROR_NOT_FOUND"), cancelIo,
     PIPECORE_TR("Explanation", "The operation completed before it was cancelled."),
     PIPECORE_TR("Explanation", "No action needed: its completion reports the result.")},
    {win32Code("ERROR_NOT_FOUND"), cancelIo,
     PIPECORE_TR("Explanation", "The OVERLAPPED is not the one the operation was started with."),
     PIPECORE_TR("Explanation", "Pass the same OVERLAPPED and the same handle.")},
    {win32Code("ERROR_NOT_FOUND"), anyCall,
     PIPECORE_TR("Explanation", "It no longer exists, or never existed."),
     PIPECORE_TR("Explanation", "Check the name or the number that is asked for."), nullptr, true},
});

} // namespace

std::span<const Rule> win32TalkingRules()
{
    return talkingTable;
}

} // namespace pipecore::explaining
