#include "rules.h"

#include "pipecore/base/code_names.h"

#include <array>

namespace pipecore::explaining {

namespace {

constexpr std::array sentences = std::to_array<Sentence>({
    {errnoCode("EPERM"), anyCall,
     PIPECORE_TR(
         "Explanation",
         "The operation is not permitted for this user, regardless of the file's permissions.")},
    {errnoCode("ENOENT"), connectCall,
     PIPECORE_TR("Explanation", "No socket exists at that path.")},
    {errnoCode("ENOENT"), anyCall, PIPECORE_TR("Explanation", "The path does not exist.")},
    {errnoCode("EINTR"), anyCall,
     PIPECORE_TR("Explanation", "A signal interrupted the call before it did anything.")},
    {errnoCode("EBADF"), anyCall, PIPECORE_TR("Explanation", "The descriptor is not open.")},
    {errnoCode("EAGAIN"), connectCall, PIPECORE_TR("Explanation", "The server's backlog is full.")},
    {errnoCode("EAGAIN"), sendCall,
     PIPECORE_TR("Explanation", "The socket takes no more data at the moment.")},
    {errnoCode("EAGAIN"), recvCall,
     PIPECORE_TR("Explanation", "No data is available at the moment.")},
    {errnoCode("EAGAIN"), acceptCall,
     PIPECORE_TR("Explanation", "No client is waiting at the moment.")},
    {errnoCode("EAGAIN"), anyCall, PIPECORE_TR("Explanation", "The call would block.")},
    {errnoCode("ENOMEM"), anyCall, PIPECORE_TR("Explanation", "The system is out of memory.")},
    {errnoCode("EACCES"), anyCall,
     PIPECORE_TR("Explanation", "The permissions of the path deny this.")},
    {errnoCode("EFAULT"), anyCall,
     PIPECORE_TR("Explanation", "The call got an invalid memory address.")},
    {errnoCode("EEXIST"), anyCall,
     PIPECORE_TR("Explanation", "A file of this name already exists.")},
    {errnoCode("ENOTDIR"), anyCall,
     PIPECORE_TR("Explanation", "A part of the path is not a folder.")},
    {errnoCode("EINVAL"), anyCall,
     PIPECORE_TR("Explanation",
                 "An argument is not valid, or does not fit the state of the socket.")},
    {errnoCode("ENFILE"), anyCall,
     PIPECORE_TR("Explanation", "The system has reached its limit of open files.")},
    {errnoCode("EMFILE"), anyCall,
     PIPECORE_TR("Explanation", "This process has reached its limit of open files and sockets.")},
    {errnoCode("ENOSPC"), anyCall, PIPECORE_TR("Explanation", "The disk is full.")},
    {errnoCode("EROFS"), anyCall, PIPECORE_TR("Explanation", "The file system is read-only.")},
    {errnoCode("EPIPE"), anyCall,
     PIPECORE_TR("Explanation", "The peer closed the connection and accepts no more data.")},
    {errnoCode("ENAMETOOLONG"), anyCall, PIPECORE_TR("Explanation", "The path is too long.")},
    {errnoCode("ELOOP"), anyCall,
     PIPECORE_TR("Explanation", "The path has too many symbolic links.")},
    {errnoCode("ENOTSOCK"), anyCall, PIPECORE_TR("Explanation", "The descriptor is not a socket.")},
    {errnoCode("EDESTADDRREQ"), anyCall,
     PIPECORE_TR("Explanation", "The socket has no peer to send to.")},
    {errnoCode("EMSGSIZE"), anyCall,
     PIPECORE_TR("Explanation", "The message is too large for one send.")},
    {errnoCode("EPROTOTYPE"), anyCall,
     PIPECORE_TR("Explanation", "The socket at the path is of another type.")},
    {errnoCode("ENOPROTOOPT"), anyCall,
     PIPECORE_TR("Explanation", "The socket does not know this option.")},
    {errnoCode("EPROTONOSUPPORT"), anyCall,
     PIPECORE_TR("Explanation", "AF_UNIX sockets have no such protocol.")},
    {errnoCode("ESOCKTNOSUPPORT"), anyCall,
     PIPECORE_TR("Explanation", "AF_UNIX sockets of this type are not supported.")},
    {errnoCode("EOPNOTSUPP"), anyCall,
     PIPECORE_TR("Explanation", "The socket does not support this operation.")},
    {errnoCode("EAFNOSUPPORT"), anyCall,
     PIPECORE_TR("Explanation",
                 "The system does not allow this process to create this kind of socket.")},
    {errnoCode("EADDRINUSE"), anyCall,
     PIPECORE_TR("Explanation", "The path is in use: a file of that name exists.")},
    {errnoCode("ECONNABORTED"), anyCall,
     PIPECORE_TR("Explanation", "The connection was aborted before it was accepted.")},
    {errnoCode("ECONNRESET"), anyCall,
     PIPECORE_TR("Explanation", "The peer closed without reading all data sent to it.")},
    {errnoCode("ENOBUFS"), anyCall, PIPECORE_TR("Explanation", "The system is out of buffers.")},
    {errnoCode("EISCONN"), anyCall, PIPECORE_TR("Explanation", "The socket is already connected.")},
    {errnoCode("ENOTCONN"), anyCall, PIPECORE_TR("Explanation", "The socket is not connected.")},
    {errnoCode("ESHUTDOWN"), anyCall,
     PIPECORE_TR("Explanation", "The socket was shut down for sending.")},
    {errnoCode("ETOOMANYREFS"), anyCall,
     PIPECORE_TR("Explanation",
                 "Too many descriptors are in flight in messages not yet received.")},
    {errnoCode("ETIMEDOUT"), anyCall, PIPECORE_TR("Explanation", "The operation timed out.")},
    {errnoCode("ECONNREFUSED"), anyCall,
     PIPECORE_TR("Explanation", "No server listens on that path.")},
    {errnoCode("EALREADY"), anyCall,
     PIPECORE_TR("Explanation", "The socket is already connecting.")},
    {errnoCode("EINPROGRESS"), anyCall,
     PIPECORE_TR("Explanation", "The connection attempt is in progress: this is not a failure.")},
    {errnoCode("ECANCELED"), anyCall,
     PIPECORE_TR("Explanation", "The operation was cancelled before it was complete.")},
});

} // namespace

std::span<const Sentence> errnoSentences()
{
    return sentences;
}

} // namespace pipecore::explaining
