#pragma once

#include <QProcess>

/// A QProcess that is started by fork(). By itself QProcess lets the child run in its own memory until the
/// program begins (vfork); ThreadSanitizer takes the child's bookkeeping for the parent's then, overlooks the
/// parent's atomics from there on, and reports races that are none.
class TestProcess : public QProcess
{
public:
    TestProcess()
    {
#ifdef Q_OS_UNIX
        setChildProcessModifier([] {});
#endif
    }
};
