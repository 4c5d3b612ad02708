#include "pipe_rows.h"

void PipeRows::initTestCase_data()
{
    QTest::addColumn<QString>("pipes");
    QTest::newRow("win32") << QStringLiteral("win32");
    QTest::newRow("npfs") << QStringLiteral("npfs");
}

void PipeRows::init()
{
#ifdef _WIN32
    m_model = onModel() ? std::make_unique<NpfsOnWindows>() : nullptr;
#endif
}

void PipeRows::cleanup()
{
#ifdef _WIN32
    m_model.reset();
#endif
}
