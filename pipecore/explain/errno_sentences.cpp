#include "rules.h"

#include "pipecore/base/code_names.h"

#include <array>

namespace pipecore::explaining {

namespace {

constexpr std::array sentences = std::to_array<Sentence>({
    {errnoCode("EPERM"), anyCall,
     PIPECORE_TR(
         "Explanation",
         "The operation is not permitted to this user, whatever the permissions of the file say.")},
    {errnoCode("ENOENT"), connectCall,
     PIPECORE_TR("Explanation", "No socket of that path exists.")},
    {errnoCode("ENOENT"), anyCall, PIPECORE_TR("Explanation", "Nothing of that path exists.")},
    {errnoCode("EINTR"), anyCall,
     PIPECORE_TR("Explanation", "A signal interrupted the call before it did anything.")},
    {errnoCode("EBADF"), anyCall, PIPECORE_TR("Explanation", "The descriptor is not open.")},
    {errnoCode("EAGAIN"), connectCall,
     PIPECORE_TR("Explanation", "The server has as many clients waiting as its backlog takes.")},
    {errnoCode("EAGAIN"), sendCall,
     PIPECORE_TR("Explanation", "The socket takes no more data at this moment.")},
    {errnoCode("EAGAIN"), recvCall, PIPECORE_TR("Explanation", "Nothing has come at this moment.")},
    {errnoCode("EAGAIN"), acceptCall,
     PIPECORE_TR("Explanation", "No client is waiting at this moment.")},
    {errnoCode("EAGAIN"), anyCall,
     PIPECORE_TR("Explanation", "The call would have to wait, and it was asked not to.")},
    {errnoCode("ENOMEM"), anyCall,
     PIPECORE_TR("Explanation", "The system has no memory for this.")},
    {errnoCode("EACCES"), anyCall,
     PIPECORE_TR("Explanation", "The permissions of the path do not allow this.")},
    {errnoCode("EFAULT"), anyCall,
     PIPECORE_TR("Explanation", "The call was given memory that it may not use.")},
    {errnoCode("EEXIST"), anyCall,
     PIPECORE_TR("Explanation", "A file of this name is there already.")},
    {errnoCode("ENOTDIR"), anyCall,
     PIPECORE_TR("Explanation", "A part of the path is not a folder.")},
    {errnoCode("EINVAL"), anyCall,
     PIPECORE_TR(
         "Explanation",
         "One of the arguments is not allowed here, or does not fit the state of the socket.")},
    {errnoCode("ENFILE"), anyCall,
     PIPECORE_TR("Explanation", "The whole system has as many files open as it allows.")},
    {errnoCode("EMFILE"), anyCall,
     PIPECORE_TR("Explanation", "This process has as many files and sockets open as it may have.")},
    {errnoCode("ENOSPC"), anyCall, PIPECORE_TR("Explanation", "The disk is full.")},
    {errnoCode("EROFS"), anyCall, PIPECORE_TR("Explanation", "The disk can only be read.")},
    {errnoCode("EPIPE"), anyCall,
     PIPECORE_TR("Explanation", "The other end closed the connection and takes no more data.")},
    {errnoCode("ENAMETOOLONG"), anyCall,
     PIPECORE_TR("Explanation", "The path is longer than a path may be.")},
    {errnoCode("ELOOP"), anyCall,
     PIPECORE_TR("Explanation", "The path goes through too many symbolic links.")},
    {errnoCode("ENOTSOCK"), anyCall, PIPECORE_TR("Explanation", "The descriptor is not a socket.")},
    {errnoCode("EDESTADDRREQ"), anyCall,
     PIPECORE_TR("Explanation", "The socket has no other end to send to.")},
    {errnoCode("EMSGSIZE"), anyCall,
     PIPECORE_TR("Explanation", "The message is larger than the socket can send as one.")},
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
     PIPECORE_TR("Explanation", "The system does not let this process have this kind of socket.")},
    {errnoCode("EADDRINUSE"), anyCall,
     PIPECORE_TR("Explanation", "The path is taken: a file of that name is there.")},
    {errnoCode("ECONNABORTED"), anyCall,
     PIPECORE_TR("Explanation", "The connection was aborted before it was accepted.")},
    {errnoCode("ECONNRESET"), anyCall,
     PIPECORE_TR("Explanation", "The other end closed without reading all that was sent to it.")},
    {errnoCode("ENOBUFS"), anyCall,
     PIPECORE_TR("Explanation", "The system has no buffers left for this.")},
    {errnoCode("EISCONN"), anyCall, PIPECORE_TR("Explanation", "The socket is connected already.")},
    {errnoCode("ENOTCONN"), anyCall, PIPECORE_TR("Explanation", "The socket is not connected.")},
    {errnoCode("ESHUTDOWN"), anyCall,
     PIPECORE_TR("Explanation", "The socket was shut down and sends no more.")},
    {errnoCode("ETOOMANYREFS"), anyCall,
     PIPECORE_TR("Explanation",
                 "Too many descriptors are on their way in messages that nobody has received.")},
    {errnoCode("ETIMEDOUT"), anyCall,
     PIPECORE_TR("Explanation", "It did not happen in the time given.")},
    {errnoCode("ECONNREFUSED"), anyCall,
     PIPECORE_TR("Explanation", "Nobody listens at that path.")},
    {errnoCode("EALREADY"), anyCall,
     PIPECORE_TR("Explanation", "The socket is connecting already.")},
    {errnoCode("EINPROGRESS"), anyCall,
     PIPECORE_TR("Explanation",
                 "The connection is being made and not complete yet: this is no failure.")},
    {errnoCode("ECANCELED"), anyCall,
     PIPECORE_TR("Explanation", "The operation was cancelled before it was complete.")},
});

} // namespace

std::span<const Sentence> errnoSentences()
{
    return sentences;
}

} // namespace pipecore::explaining
