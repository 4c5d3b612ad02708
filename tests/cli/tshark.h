#pragma once

#include "tools.h"

#include <QByteArray>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// Output of tshark: interface, direction and data of each packet, a line each, as they come.
class Tshark
{
public:
    ~Tshark()
    {
        if (process.state() != QProcess::NotRunning) {
            process.kill();
            process.waitForFinished();
        }
    }
    void start(const QStringList& options)
    {
        const QStringList fields = {u"-l"_s, u"-n"_s,
                                    u"-T"_s, u"fields"_s,
                                    u"-e"_s, u"frame.interface_name"_s,
                                    u"-e"_s, u"frame.packet_flags_direction"_s,
                                    u"-e"_s, u"data.data"_s};
        process.start(u"tshark"_s, fields + options);
    }
    bool waitForLine(const QByteArray& text)
    {
        constexpr int step = 20; // milliseconds
        for (int i = 0; i < 1'500 && !output.contains(text); ++i) {
            QTest::qWait(step); // the other processes go on meanwhile
            output += process.readAllStandardOutput();
        }
        return output.contains(text);
    }

    QProcess process;
    QByteArray output;
};

/// Why tests with tshark are left out; null when they are not.
inline const char* skipReason()
{
#ifdef Q_OS_WIN
    return "tshark is run on Linux only";
#else
    const bool isMissing = QStandardPaths::findExecutable(u"tshark"_s).isEmpty();
    return isMissing && !areToolsRequired() ? "tshark is not installed" : nullptr;
#endif
}
