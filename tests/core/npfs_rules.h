#pragma once

/// The rules of the named pipe file system (NPFS) of Windows that Wine does not follow. Each can be
/// switched off, and then the model does what Wine or a hopeful reader would do: with any of them off at
/// least one test must fail, or the rule is not tested (docs/WINE.md has the list).
///
/// Sources: the Win32 documentation of the calls, [MS-FSA], and published observations. Where a member
/// names a file, its rule is implemented there.
struct NpfsRules
{
    /// 1. An instance lives until both ends are closed: it counts, and holds the name, while a client
    /// still has its handle (npfs_pipe.cpp).
    bool instancesLinger = true;
    /// 2. CreateNamedPipe on a name that exists checks the access list (5), the limit (231), "first
    /// instance" (5), and that type and access agree with the first instance (5), in this order
    /// (npfs_pipe.cpp).
    bool creationIsChecked = true;
    /// 3. Security descriptor, limit, type and default time-out are those of the first instance
    /// (npfs_pipe.cpp).
    bool firstInstanceDecides = true;
    /// 4. The access list is enforced: for clients without FILE_CREATE_PIPE_INSTANCE, which
    /// GENERIC_WRITE contains; for new instances with it (npfs_access.cpp).
    bool accessIsChecked = true;
    /// 5. SetNamedPipeHandleState needs FILE_WRITE_ATTRIBUTES, which GENERIC_READ lacks
    /// (npfs_system.cpp).
    bool stateNeedsWriteAttributes = true;
    /// 6. A handle without FILE_FLAG_OVERLAPPED runs one call at a time (npfs_system.cpp).
    bool synchronousHandlesSerialize = true;
    /// 7. With a quota of 0 a write completes when it is read; off: as with a default of 4,096
    /// (npfs_queue.cpp).
    bool zeroQuotaWaits = true;
    /// 8. With static tracking the client's token is there from its open on; else, and for clients
    /// without SQOS, 1368 until something was read. Off: always 1368 until then (npfs_system.cpp).
    bool staticTokensAreCaptured = true;
    /// 9. The handle of an outbound server has no right to read: its properties are refused (5); only
    /// ConnectNamedPipe tells whether the client is there, 535 or 232. Off: properties are given, and
    /// ConnectNamedPipe says 535 always (npfs_system.cpp).
    bool outboundServersAreBlind = true;
    /// 10. DisconnectNamedPipe throws away what is unread, and the client gets 233; off: it reads the
    /// rest, then 109, as after CloseHandle (npfs_pipe.cpp).
    bool disconnectDiscards = true;
    /// 11. Behind `\\.\` a name is normalized before NPFS sees it; behind `\\?\` it is not
    /// (npfs_names.cpp).
    bool namesAreNormalized = true;
    /// 12. The process number of a peer on another computer is a number of that computer; off: of this
    /// one (npfs_system.cpp).
    bool remoteNumbersAreForeign = true;
    /// 13. A write of no bytes to a byte pipe completes a read with 0 bytes, as ReadFile is documented;
    /// off: it does nothing (npfs_queue.cpp).
    bool emptyWritesArrive = true;

    /// All of them, without those whose numbers the environment variable PIPESCOPE_NPFS_WITHOUT lists
    /// ("1,6").
    [[nodiscard]] static NpfsRules standard();
};
