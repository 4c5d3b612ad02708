#include "log_scale.h"

#include "index_rows.h"
#include "runner/register.h"

#include <QTest>

using namespace pipescope;

/// The log over a hundred million rows of a real index: 1.5 GB, a test of its own.
class LogHundredMillionTest : public QObject
{
    Q_OBJECT

private slots:
    void HundredMillionRowsAreShownLikeTen()
    {
#ifdef PIPESCOPE_SANITIZED
        QSKIP("a hundred million rows take too long under a sanitizer; ten million are tested");
#endif
        constexpr std::uint64_t rows = 100'000'000;
        constexpr std::uint64_t bytesARow = 16;
        const std::uint64_t needed = 2 * rows * bytesARow; // others want some, too
        const std::uint64_t available = availableMemory();
        if (available < needed) {
            QSKIP(qPrintable(QStringLiteral("%1 MiB of memory are needed, %2 are available")
                                 .arg(needed >> 20U)
                                 .arg(available >> 20U)));
        }
        checkLogOfRows(rows);
    }
};

PIPESCOPE_GUI_TEST(LogHundredMillionTest)
#include "tst_log_hundred_million.moc"
