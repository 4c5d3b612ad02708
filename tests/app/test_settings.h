#pragma once

#include "widgets/language.h"

#include <QCoreApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace pipescope {

/// Settings of a test program's own, in a folder that goes with it, and English texts.
class TestSettings
{
public:
    /// For initTestCase(): from now on QSettings is in this folder.
    void use(const char* application)
    {
        QVERIFY(m_folder.isValid());
        QCoreApplication::setOrganizationName(QStringLiteral("pipescope-test"));
        QCoreApplication::setApplicationName(QLatin1String(application));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    }
    /// For init(): as at the very first start.
    static void clear()
    {
        QSettings().clear();
        Language::instance().setCode(QStringLiteral("en"));
    }

private:
    QTemporaryDir m_folder;
};

} // namespace pipescope
