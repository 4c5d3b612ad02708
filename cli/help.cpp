#include "help.h"

namespace pipescope::cli {

std::string_view helpText()
{
    return R"(pipescope-cli: serves, connects to and records named pipes.

  pipescope-cli serve NAME [OPTION...]
  pipescope-cli connect NAME [OPTION...]
  pipescope-cli check NAME | --sddl TEXT [OPTION...]

NAME is orders, \\.\pipe\orders or \\server\pipe\orders; on Linux also the path of a socket.

Both:
  --mode message|byte    how the pipe carries data (message)
  --access duplex|inbound|outbound
                         which way data flows, seen from the server (duplex)
  --buffer BYTES         size of the system's buffers, 0 leaves it to the system (65536)
  --echo                 send back all that is received
  --record FILE.pcapng   record the session into a new file
  --jsonl                print events as JSON, one a line
  --exit-after-disconnects N
                         end after N connections have ended
serve:
  --instances N          clients at once, 1 to 254; 0: no limit (0)
connect, done in the order given:
  --send-text TEXT       send a message; \n \r \t \0 \xHH \\ are understood
  --send-hex HEX         send a message written as 0A 0b, 0x0A, \x0a or 0a0b
  --expect-text TEXT     wait for the next message, which must be this
  --expect-hex HEX
  --stdin                send each line of standard input, without its end, as a message
connect:
  --timeout MS           time to connect (0: one try), and for each expectation
                         (0: no limit) (5000)
  --raw                  with --stdin: send bytes as they come, not lines
  --keep-line-ends       with --stdin: send lines with their ends
check, who may come in:
  --sddl TEXT            judge a security descriptor instead of a pipe that is there
  --user ACCOUNT         who runs the server: a SID or a name
  --json                 print one JSON object

  --help, --version

Ctrl+C ends cleanly and keeps the recording; a second Ctrl+C quits at once.
Exit status: 0 done, 1 an expectation failed or check found something of
severity high, 2 wrong use, 3 an error of a pipe or a file.
)";
}

} // namespace pipescope::cli
