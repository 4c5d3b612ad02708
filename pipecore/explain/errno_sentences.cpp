#include "rules.h"

#include <array>

namespace pipecore::explaining {

namespace {

constexpr std::array sentences = std::to_array<Sentence>({
    {1, anyCall,
     PIPECORE_TR(
         "Explanation",
         "The operation is not permitted to this user, whatever the permissions of the file say.")},
    {2, connectCall, PIPECORE_TR("Explanation", "No socket of that path exists.")},
    {2, anyCall, PIPECORE_TR("Explanation", "Nothing of that path exists.")},
    {4, anyCall,
     PIPECORE_TR("Explanation", "A signal interrupted the call before it did anything.")},
    {9, anyCall, PIPECORE_TR("Explanation", "The descriptor is not open.")},
    {11, connectCall,
     PIPECORE_TR("Explanation", "The server has as many clients waiting as its backlog takes.")},
    {11, sendCall, PIPECORE_TR("Explanation", "The socket takes no more data at this moment.")},
    {11, recvCall, PIPECORE_TR("Explanation", "Nothing has come at this moment.")},
    {11, acceptCall, PIPECORE_TR("Explanation", "No client is waiting at this moment.")},
    {11, anyCall,
     PIPECORE_TR("Explanation", "The call would have to wait, and it was asked not to.")},
    {12, anyCall, PIPECORE_TR("Explanation", "The system has no memory for this.")},
    {13, anyCall, PIPECORE_TR("Explanation", "The permissions of the path do not allow this.")},
    {14, anyCall, PIPECORE_TR("Explanation", "The call was given memory that it may not use.")},
    {17, anyCall, PIPECORE_TR("Explanation", "A file of this name is there already.")},
    {20, anyCall, PIPECORE_TR("Explanation", "A part of the path is not a folder.")},
    {22, anyCall,
     PIPECORE_TR(
         "Explanation",
         "One of the arguments is not allowed here, or does not fit the state of the socket.")},
    {23, anyCall,
     PIPECORE_TR("Explanation", "The whole system has as many files open as it allows.")},
    {24, anyCall,
     PIPECORE_TR("Explanation", "This process has as many files and sockets open as it may have.")},
    {28, anyCall, PIPECORE_TR("Explanation", "The disk is full.")},
    {30, anyCall, PIPECORE_TR("Explanation", "The disk can only be read.")},
    {32, anyCall,
     PIPECORE_TR("Explanation", "The other end closed the connection and takes no more data.")},
    {36, anyCall, PIPECORE_TR("Explanation", "The path is longer than a path may be.")},
    {40, anyCall, PIPECORE_TR("Explanation", "The path goes through too many symbolic links.")},
    {88, anyCall, PIPECORE_TR("Explanation", "The descriptor is not a socket.")},
    {89, anyCall, PIPECORE_TR("Explanation", "The socket has no other end to send to.")},
    {90, anyCall,
     PIPECORE_TR("Explanation", "The message is larger than the socket can send as one.")},
    {91, anyCall, PIPECORE_TR("Explanation", "The socket at the path is of another type.")},
    {92, anyCall, PIPECORE_TR("Explanation", "The socket does not know this option.")},
    {93, anyCall, PIPECORE_TR("Explanation", "AF_UNIX sockets have no such protocol.")},
    {94, anyCall, PIPECORE_TR("Explanation", "AF_UNIX sockets of this type are not supported.")},
    {95, anyCall, PIPECORE_TR("Explanation", "The socket does not support this operation.")},
    {97, anyCall,
     PIPECORE_TR("Explanation", "The system does not let this process have this kind of socket.")},
    {98, anyCall, PIPECORE_TR("Explanation", "The path is taken: a file of that name is there.")},
    {103, anyCall,
     PIPECORE_TR("Explanation", "The connection was aborted before it was accepted.")},
    {104, anyCall,
     PIPECORE_TR("Explanation", "The other end closed without reading all that was sent to it.")},
    {105, anyCall, PIPECORE_TR("Explanation", "The system has no buffers left for this.")},
    {106, anyCall, PIPECORE_TR("Explanation", "The socket is connected already.")},
    {107, anyCall, PIPECORE_TR("Explanation", "The socket is not connected.")},
    {108, anyCall, PIPECORE_TR("Explanation", "The socket was shut down and sends no more.")},
    {109, anyCall,
     PIPECORE_TR("Explanation",
                 "Too many descriptors are on their way in messages that nobody has received.")},
    {110, anyCall, PIPECORE_TR("Explanation", "It did not happen in the time given.")},
    {111, anyCall, PIPECORE_TR("Explanation", "Nobody listens at that path.")},
    {114, anyCall, PIPECORE_TR("Explanation", "The socket is connecting already.")},
    {115, anyCall,
     PIPECORE_TR("Explanation",
                 "The connection is being made and not complete yet: this is no failure.")},
    {125, anyCall,
     PIPECORE_TR("Explanation", "The operation was cancelled before it was complete.")},
});

} // namespace

std::span<const Sentence> errnoSentences()
{
    return sentences;
}

} // namespace pipecore::explaining
