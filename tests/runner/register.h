#pragma once

#include <QCoreApplication>
#include <QTest>
#ifdef QT_WIDGETS_LIB
#    include <QApplication>
#endif

/// \file
/// All test classes of a folder are linked into one program, the folder's test runner; ctest starts it
/// once for each class, in a process of its own. So a folder costs one link instead of forty, and a
/// class still shares nothing with the others.
///
/// A tst_*.cpp ends with one of the macros below in the place of QTEST_MAIN and its like.

namespace testrunner {

/// The main() of one test class. `argv[0]` is the runner; the name of the class is taken out already.
using TestMain = int (*)(int argc, char** argv);

/// Makes a test known to the runner that it is linked into, under the name of its source file
/// without folder and ending ("tst_engine"). To be made before main(), by the macros below.
class RegisteredTest
{
public:
    RegisteredTest(const char* sourceFile, TestMain main);
};

/// Runs one class inside of an application object, as QTEST_MAIN does.
template <class Test, class Application>
int runInside(int argc, char** argv)
{
    Application application(argc, argv);
    Application::setAttribute(Qt::AA_Use96Dpi, true);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

/// Runs one class without an application object, as QTEST_APPLESS_MAIN does.
template <class Test>
int runAlone(int argc, char** argv)
{
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace testrunner

/// For a test with a main() of its own, usually because it starts itself as a second process:
/// `main` has the signature of TestMain.
#define PIPESCOPE_TEST_MAIN(main)                                                                  \
    static const testrunner::RegisteredTest registeredTest(__FILE__, main);

#define PIPESCOPE_APPLESS_TEST(Class) PIPESCOPE_TEST_MAIN(testrunner::runAlone<Class>)
#define PIPESCOPE_GUILESS_TEST(Class)                                                              \
    PIPESCOPE_TEST_MAIN((testrunner::runInside<Class, QCoreApplication>))
#ifdef QT_WIDGETS_LIB
#    define PIPESCOPE_GUI_TEST(Class)                                                              \
        PIPESCOPE_TEST_MAIN((testrunner::runInside<Class, QApplication>))
#endif
