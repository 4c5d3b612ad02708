#include "help.h"

namespace pipescope::cli {

std::string_view helpText()
{
    return R"(pipescope-cli: serves, connects to and records named pipes.

  pipescope-cli serve NAME [OPTION...]     be the server
  pipescope-cli connect NAME [OPTION...]   be a client
  pipescope-cli call NAME [OPTION...]      one message and its reply (CallNamedPipe)
  pipescope-cli transact NAME [OPTION...]  connect; messages with their replies (TransactNamedPipe)
  pipescope-cli list [FILTER] [--json]     the pipes of this computer
  pipescope-cli inspect NAME [--json]      what one pipe says of itself
  pipescope-cli check NAME | --sddl TEXT [OPTION...]
                                           who may come in, and what is wrong with that
  pipescope-cli explain CODE [--call API] [--win32|--errno] [--pipe NAME [--access A]] [--json]
                                           what an error code means
  pipescope-cli convert IN OUT [--format F] [--filter EXPR]
                                           a session file as another kind of file
  pipescope-cli stats FILE [--json]        what a session file amounts to
  pipescope-cli --extcap-interfaces ...    as an interface of Wireshark: link this program into one
                                           of its extcap folders

NAME is orders, \\.\pipe\orders or \\server\pipe\orders; on Linux also the path of a socket.

All:
  --record FILE.pcapng   record the session into a new file; "-": to standard output as it comes,
                         for ... --record - | wireshark -k -i - (events then go to standard error)
  --jsonl                print events as JSON, one a line
All but call:
  --mode message|byte    how the pipe carries data (message)
  --access duplex|inbound|outbound
                         which way data flows, seen from the server (duplex)
  --buffer BYTES         size of the system's buffers, 0 leaves it to the system (65536)
  --echo                 send back all that is received
  --backpressure throttle|drop
                         when the disk or the output is behind: read more slowly, or leave
                         payloads out and count them (throttle)
  --sync                 a handle without FILE_FLAG_OVERLAPPED (Windows)
  --write-through        FILE_FLAG_WRITE_THROUGH (Windows)
  --identity             serve, connect: look up who is at the other end: program, user, rights
  --facts                serve, connect: say what the system says of each connection
  --exit-after-disconnects N
                         serve, connect: end after N connections have ended
serve:
  --instances N          clients at once, 1 to 254; 0: no limit (0)
  --out-buffer BYTES     the two buffers, each on its own
  --in-buffer BYTES
 on Windows:
  --read-mode message|byte
                         how this end reads a message pipe (message)
  --default-timeout MS   for clients that leave the waiting time to the server (0: 50 ms)
  --first-instance on|off
                         off: join a server that holds the name (on)
  --allow-remote         take clients from other computers
  --reuse                DisconnectNamedPipe and serve the next, in place of a fresh instance
  --sddl SDDL            security descriptor (current user, Administrators, SYSTEM)
 on Linux:
  --file-mode OCTAL      permissions of the socket file (0600)
  --backlog N            clients that may wait to be accepted (4096)
connect, call, transact, done in the order given:
  --send-text TEXT       send a message; \n \r \t \0 \xHH \\ are understood
  --send-hex HEX         send a message written as 0A 0b, 0x0A, \x0a or 0a0b
  --expect-text TEXT     wait for the next message, which must be this
  --expect-hex HEX
  --stdin                connect: send each line of standard input, without its end, as a message
connect, transact:
  --timeout MS           time to connect (0: one try), and for each expectation
                         (0: no limit) (5000)
  --wait keep-trying|wait-named-pipe|fail-at-once
                         through "no such pipe" and "busy"; as WaitNamedPipe does, through "busy";
                         or not at all (keep-trying)
  --raw                  with --stdin: send bytes as they come, not lines
  --keep-line-ends       with --stdin: send lines with their ends
 on Windows:
  --sqos anonymous|identification|impersonation|delegation
                         what the server may do with this user's identity (identification)
  --effective-only       hide groups and privileges that are switched off
  --context-tracking     let the server see later changes of the identity
  --share-read, --share-write
call:
  --timeout MS           time to wait for a free instance; 0: the server's default (5000)
  --reply-limit BYTES    of the reply that is taken (65536)
list, the pipes of this computer; opens none:
  FILTER                 part of a name, path or program; or all of it, with * and ?
  --json                 a JSON object a line for each pipe
inspect, what one pipe says of itself; on Windows its server sees a client come and go:
  --json                 one JSON object
check, who may come in:
  --sddl TEXT            judge a security descriptor instead of a pipe that is there
  --user ACCOUNT         who runs the server: a SID or a name
  --json                 print one JSON object

explain: what a code means, why it comes and what to do. CODE is 231, 0xE7, ERROR_PIPE_BUSY, EPIPE,
an HRESULT (0x800700E7) or an NTSTATUS of pipes (STATUS_PIPE_BROKEN).
  --call API             the system call that gave it, for its causes only
  --win32, --errno       whose code a bare number is (this system's)
  --pipe NAME            with 5: compare that pipe's access list with this user (Windows)
  --access duplex|inbound|outbound
                         what the pipe was to be opened for, seen from its server (duplex)
  --json                 print one JSON object

convert, IN is any pcapng file, OUT may be - (standard output):
  --format pcapng|jsonl|csv|text|html|raw
                         what OUT is (said by its ending: .pcapng .jsonl .csv .txt .html .bin);
                         raw: of each message its length, 4 bytes, lowest first, and its bytes
  --filter EXPR          only the rows that pass, such as 'conn == 1 && text contains "login"'
stats, of each connection the messages, bytes, rates, and times from request to reply:
  --json                 print one JSON object

  --help, --version

Ctrl+C ends cleanly and keeps the recording, and ends convert without a file; a second Ctrl+C
quits at once.
Exit status: 0 done, 1 an expectation failed or check found something of
severity high, 2 wrong use, 3 an error of a pipe or a file, 130 Ctrl+C came before
convert or stats were done.
)";
}

} // namespace pipescope::cli
