#pragma once

#include "pipecore/security/security.h"

#include <QByteArray>
#include <QTest>

#include <string>

/// The descriptor of a text that is right, or a failed test.
inline pipecore::SecurityDescriptor descriptorOf(const char* sddl)
{
    auto parsed = pipecore::parseSddl(sddl);
    if (!parsed) {
        qCritical("%s, character %zu: %s", sddl, parsed.error().offset,
                  parsed.error().reason.c_str());
        QTest::qFail("this SDDL should be right", __FILE__, __LINE__);
        return {};
    }
    return std::move(*parsed);
}

inline QByteArray toQ(const std::string& text)
{
    return QByteArray::fromStdString(text);
}
