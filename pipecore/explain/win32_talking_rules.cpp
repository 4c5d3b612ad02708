#include "rules.h"

#include "pipecore/base/code_names.h"

#include <array>

namespace pipecore::explaining {

namespace {

constexpr std::array talkingTable = std::to_array<Rule>({
    {win32Code("ERROR_INVALID_HANDLE"), anyCall,
     PIPECORE_TR("Explanation",
                 "The handle was closed before, perhaps by another thread, and is still in use."),
     PIPECORE_TR("Explanation",
                 "Look for the CloseHandle; close a handle once, when nothing uses it any more.")},
    {win32Code("ERROR_INVALID_HANDLE"), anyCall,
     PIPECORE_TR("Explanation", "An earlier call failed, and its INVALID_HANDLE_VALUE was used."),
     PIPECORE_TR("Explanation",
                 "Check the result of CreateNamedPipe or CreateFile before using it.")},
    {win32Code("ERROR_INVALID_HANDLE"), anyCall,
     PIPECORE_TR("Explanation",
                 "The handle is not a named pipe's, or it belongs to another process."),
     PIPECORE_TR("Explanation",
                 "Check which handle is passed; duplicate it to use it in another process.")},
    {win32Code("ERROR_BROKEN_PIPE"),
     readFile | peekNamedPipe | getOverlappedResult | getQueuedStatus,
     PIPECORE_TR("Explanation", "The other program closed its end, or it was ended."),
     PIPECORE_TR("Explanation",
                 "This is how a conversation ends; connect again if more is wanted.")},
    {win32Code("ERROR_BROKEN_PIPE"),
     readFile | peekNamedPipe | getOverlappedResult | getQueuedStatus,
     PIPECORE_TR("Explanation", "The other program failed or was ended in the middle of the "
                                "conversation; the system does not tell this from closing."),
     PIPECORE_TR("Explanation", "Check its log, and whether its last message was complete.")},
    {win32Code("ERROR_BROKEN_PIPE"),
     writeFile | transactNamedPipe | callNamedPipe | flushFileBuffers,
     PIPECORE_TR("Explanation", "The other program closed its end before it had read or answered."),
     PIPECORE_TR("Explanation",
                 "See why it closed; the last that was sent may not have been read.")},
    {win32Code("ERROR_BROKEN_PIPE"), anyCall,
     PIPECORE_TR("Explanation", "The other end of the pipe is closed."),
     PIPECORE_TR("Explanation", "Close this end too, and connect again if more is wanted."),
     nullptr, true},
    {win32Code("ERROR_BAD_PIPE"), transactNamedPipe | callNamedPipe,
     PIPECORE_TR(
         "Explanation",
         "The pipe is of byte type, or this end reads it as bytes: transactions need messages."),
     PIPECORE_TR(
         "Explanation",
         "Make the pipe of message type and set PIPE_READMODE_MESSAGE on the client's handle."),
     wantsMessages},
    {win32Code("ERROR_BAD_PIPE"), transactNamedPipe | callNamedPipe,
     PIPECORE_TR("Explanation", "The pipe goes one way only, and a transaction needs both."),
     PIPECORE_TR("Explanation", "Make the pipe duplex (PIPE_ACCESS_DUPLEX)."), goesOneWay},
    {win32Code("ERROR_BAD_PIPE"), anyCall,
     PIPECORE_TR("Explanation",
                 "The pipe is in another state than the call needs, for example not connected."),
     PIPECORE_TR("Explanation",
                 "Check the order of the calls: create, connect, read and write, disconnect.")},
    {win32Code("ERROR_BAD_PIPE"), anyCall,
     PIPECORE_TR("Explanation", "The pipe goes the other way only."),
     PIPECORE_TR("Explanation", "Check whether it is inbound, outbound or duplex."), goesOneWay},
    {win32Code("ERROR_NO_DATA"), connectNamedPipe,
     PIPECORE_TR("Explanation",
                 "A client opened the pipe and closed it again before ConnectNamedPipe was called; "
                 "some programs do so to see whether the pipe is there."),
     PIPECORE_TR("Explanation", "Call DisconnectNamedPipe, then ConnectNamedPipe again; in the "
                                "server this is no failure.")},
    {win32Code("ERROR_NO_DATA"), connectNamedPipe,
     PIPECORE_TR("Explanation", "The instance was used before and not disconnected."),
     PIPECORE_TR("Explanation", "Call DisconnectNamedPipe before the next ConnectNamedPipe.")},
    {win32Code("ERROR_NO_DATA"), writeFile,
     PIPECORE_TR("Explanation", "The other program closed its end or was ended."),
     PIPECORE_TR("Explanation", "What it sent before can still be read; then close this end.")},
    {win32Code("ERROR_NO_DATA"), readFile | peekNamedPipe,
     PIPECORE_TR("Explanation", "The handle is set to PIPE_NOWAIT, and nothing has been sent yet."),
     PIPECORE_TR(
         "Explanation",
         "Use PIPE_WAIT with overlapped I/O; PIPE_NOWAIT is only there for very old programs.")},
    {win32Code("ERROR_NO_DATA"), anyCall,
     PIPECORE_TR("Explanation", "The other end of the pipe is being closed."),
     PIPECORE_TR("Explanation", "Read what is left, then close this end."), nullptr, true},
    {win32Code("ERROR_PIPE_NOT_CONNECTED"),
     readFile | writeFile | transactNamedPipe | callNamedPipe | peekNamedPipe | flushFileBuffers
         | getOverlappedResult | getQueuedStatus,
     PIPECORE_TR("Explanation", "The server called DisconnectNamedPipe: it ended the conversation, "
                                "and what the client had not read is lost."),
     PIPECORE_TR("Explanation", "Let the server call FlushFileBuffers before DisconnectNamedPipe, "
                                "or only close its handle; then connect again.")},
    {win32Code("ERROR_PIPE_NOT_CONNECTED"), createFile,
     PIPECORE_TR("Explanation", "The server accepted the connection and ended it at once, before "
                                "the client could use it."),
     PIPECORE_TR("Explanation",
                 "Look at the server's log: it may refuse this client, be full or be failing.")},
    {win32Code("ERROR_PIPE_NOT_CONNECTED"), disconnectNamedPipe,
     PIPECORE_TR("Explanation", "The instance is disconnected already, or never had a client."),
     PIPECORE_TR("Explanation", "Nothing needs to be done: go on with ConnectNamedPipe.")},
    {win32Code("ERROR_PIPE_NOT_CONNECTED"), impersonate | getProcessId | getComputerName,
     PIPECORE_TR("Explanation", "The client has left."),
     PIPECORE_TR("Explanation", "Ask for its identity as soon as it has connected.")},
    {win32Code("ERROR_PIPE_NOT_CONNECTED"), anyCall,
     PIPECORE_TR("Explanation", "The instance has no client at this moment."),
     PIPECORE_TR("Explanation", "Wait for one with ConnectNamedPipe."), nullptr, true},
    {win32Code("ERROR_MORE_DATA"), readFile | getOverlappedResult | getQueuedStatus,
     PIPECORE_TR("Explanation",
                 "The other end sent a message that is longer than this read asked for."),
     PIPECORE_TR("Explanation",
                 "Read again until the call succeeds: all parts together are the one message.")},
    {win32Code("ERROR_MORE_DATA"), readFile | getOverlappedResult | getQueuedStatus,
     PIPECORE_TR("Explanation",
                 "Two programs do not agree on how long a message may be, or one sends a stream."),
     PIPECORE_TR(
         "Explanation",
         "Enlarge the buffer, or use PeekNamedPipe to learn how much is left of the message."),
     wantsMessages},
    {win32Code("ERROR_MORE_DATA"), callNamedPipe,
     PIPECORE_TR("Explanation", "The answer is longer than the buffer, and CallNamedPipe closes "
                                "the pipe: the rest is lost."),
     PIPECORE_TR(
         "Explanation",
         "Give a buffer for the longest answer, or use TransactNamedPipe and read the rest.")},
    {win32Code("ERROR_MORE_DATA"), transactNamedPipe,
     PIPECORE_TR("Explanation", "The answer is longer than the buffer."),
     PIPECORE_TR("Explanation", "Read the rest with ReadFile.")},
    {win32Code("ERROR_MORE_DATA"), anyCall,
     PIPECORE_TR("Explanation", "The buffer is smaller than what there is to read."),
     PIPECORE_TR("Explanation", "Read again until the call succeeds."), nullptr, true},
    {win32Code("WAIT_TIMEOUT"), waitForObject,
     PIPECORE_TR("Explanation", "The operation that is waited for takes longer, because the other "
                                "end does not read, write or connect."),
     PIPECORE_TR("Explanation", "Check what the other program does, or wait longer; cancel with "
                                "CancelIoEx before giving the buffer back.")},
    {win32Code("WAIT_TIMEOUT"), getQueuedStatus,
     PIPECORE_TR("Explanation", "No operation of this completion port was completed in that time."),
     PIPECORE_TR("Explanation", "Nothing failed: wait again, or cancel what is outstanding.")},
    {win32Code("WAIT_TIMEOUT"), anyCall,
     PIPECORE_TR("Explanation", "What is waited for has not happened yet."),
     PIPECORE_TR("Explanation", "Wait longer, or find out why it does not happen."), nullptr, true},
    {win32Code("ERROR_PIPE_CONNECTED"), connectNamedPipe,
     PIPECORE_TR("Explanation",
                 "The client opened the pipe between CreateNamedPipe and ConnectNamedPipe."),
     PIPECORE_TR("Explanation", "Go on as after a success: read and write. With a completion port "
                                "no packet comes for this call.")},
    {win32Code("ERROR_PIPE_CONNECTED"), connectNamedPipe,
     PIPECORE_TR("Explanation",
                 "The instance was not disconnected from its last client, which is still there."),
     PIPECORE_TR("Explanation", "Call DisconnectNamedPipe before the next ConnectNamedPipe.")},
    {win32Code("ERROR_PIPE_CONNECTED"), anyCall,
     PIPECORE_TR("Explanation", "The server's end has a client."),
     PIPECORE_TR("Explanation", "Go on as after a success."), nullptr, true},
    {win32Code("ERROR_PIPE_LISTENING"), readFile | writeFile,
     PIPECORE_TR("Explanation", "The server reads or writes before a client has connected."),
     PIPECORE_TR("Explanation", "Wait until ConnectNamedPipe is complete; with overlapped I/O, "
                                "until its event or packet has come.")},
    {win32Code("ERROR_PIPE_LISTENING"), connectNamedPipe,
     PIPECORE_TR("Explanation",
                 "The handle is set to PIPE_NOWAIT, where ConnectNamedPipe does not wait."),
     PIPECORE_TR("Explanation",
                 "Use PIPE_WAIT with overlapped I/O, or ask again until it gives 535.")},
    {win32Code("ERROR_PIPE_LISTENING"), anyCall,
     PIPECORE_TR("Explanation", "No client has connected yet."),
     PIPECORE_TR("Explanation", "Wait until ConnectNamedPipe is complete."), nullptr, true},
    {win32Code("ERROR_HANDLES_CLOSED"), anyCall,
     PIPECORE_TR(
         "Explanation",
         "The program closed the handle, perhaps on purpose, with the call still outstanding."),
     PIPECORE_TR("Explanation",
                 "Cancel with CancelIoEx and wait for the completion before CloseHandle.")},
    {win32Code("ERROR_OPERATION_ABORTED"), anyCall,
     PIPECORE_TR(
         "Explanation",
         "The program took it back itself with CancelIoEx, CancelIo or CancelSynchronousIo."),
     PIPECORE_TR("Explanation", "Nothing needs to be done if that was meant. What a cancelled "
                                "write had sent is not known.")},
    {win32Code("ERROR_OPERATION_ABORTED"), anyCall,
     PIPECORE_TR("Explanation", "The thread that began the operation has ended, which cancels what "
                                "it began without a completion port."),
     PIPECORE_TR("Explanation",
                 "Begin operations on a thread that lives long enough, or use a completion port.")},
    {win32Code("ERROR_IO_INCOMPLETE"), anyCall,
     PIPECORE_TR("Explanation", "GetOverlappedResult was asked not to wait (bWait is FALSE) and "
                                "the operation is still going on."),
     PIPECORE_TR("Explanation", "Wait for the event or the completion packet, then ask again.")},
    {win32Code("ERROR_IO_PENDING"), readFile,
     PIPECORE_TR("Explanation", "Nothing has been sent yet."),
     PIPECORE_TR("Explanation", "Wait for the event or the completion packet, and keep the buffer "
                                "and the OVERLAPPED until then.")},
    {win32Code("ERROR_IO_PENDING"), writeFile | transactNamedPipe,
     PIPECORE_TR("Explanation",
                 "The other end has not read enough yet, so that the buffers are full."),
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
     PIPECORE_TR("Explanation", "The operation had completed before the cancellation came."),
     PIPECORE_TR("Explanation", "Nothing needs to be done: its completion tells how it ended.")},
    {win32Code("ERROR_NOT_FOUND"), cancelIo,
     PIPECORE_TR("Explanation", "The OVERLAPPED is not the one the operation was begun with."),
     PIPECORE_TR("Explanation", "Pass the same OVERLAPPED and the same handle.")},
    {win32Code("ERROR_NOT_FOUND"), anyCall,
     PIPECORE_TR("Explanation", "It is not there any more, or never was."),
     PIPECORE_TR("Explanation", "Check the name or the number that is asked for."), nullptr, true},
});

} // namespace

std::span<const Rule> win32TalkingRules()
{
    return talkingTable;
}

} // namespace pipecore::explaining
