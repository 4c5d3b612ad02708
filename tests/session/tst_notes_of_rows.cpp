#include "pipecore/session/annotations.h"
#include "runner/register.h"

#include <QTest>

#include <utility>
#include <vector>

using namespace pipecore;

namespace {

using Entries = std::vector<std::pair<std::uint64_t, Annotation>>;

Entries entriesOf(const Annotations& annotations)
{
    Entries entries;
    for (const Annotations::Entry& entry : annotations.entries()) {
        entries.emplace_back(entry.row, entry.annotation);
    }
    return entries;
}

} // namespace

/// Marks and comments in memory.
class NotesOfRowsTest : public QObject
{
    Q_OBJECT

private slots:
    void LaterNoteOfARowReplacesTheEarlier()
    {
        Annotations notes;
        QCOMPARE(notes.revision(), std::uint64_t(0));
        QVERIFY(notes.set(7, {true, "first"}));
        QVERIFY(notes.set(7, {false, "second"}));
        QVERIFY(notes.set(3, {true, {}}));
        QCOMPARE(entriesOf(notes), (Entries{{3, {true, {}}}, {7, {false, "second"}}}));
        QVERIFY(notes.isMarked(3));
        QVERIFY(!notes.isMarked(7));
        QCOMPARE(notes.comment(7), std::string("second"));
        QCOMPARE(notes.markCount(), std::uint64_t(1));
        // Setting the same value is no change.
        const std::uint64_t revision = notes.revision();
        QVERIFY(notes.set(7, {false, "second"}));
        QVERIFY(notes.set(100, {}));
        QCOMPARE(notes.revision(), revision);
        // A removed annotation is a reported change, too.
        QVERIFY(notes.set(7, {}));
        const auto changed = notes.changedSince(revision);
        QCOMPARE(changed.size(), std::size_t(1));
        QCOMPARE(changed.front().row, std::uint64_t(7));
        QVERIFY(changed.front().annotation.isEmpty());
        QCOMPARE(entriesOf(notes), (Entries{{3, {true, {}}}}));
    }

    void MarksAreFoundInBothDirections()
    {
        Annotations notes;
        QVERIFY(!notes.nextMark(0));
        QVERIFY(!notes.previousMark(~std::uint64_t{0}));
        for (const std::uint64_t row : {std::uint64_t{10}, std::uint64_t{1} << 40U}) {
            QVERIFY(notes.set(row, {true, {}}));
        }
        QVERIFY(notes.set(20, {false, "only a comment"}));
        QCOMPARE(notes.nextMark(0), std::optional<std::uint64_t>(10));
        QCOMPARE(notes.nextMark(11), std::optional(std::uint64_t{1} << 40U));
        QVERIFY(!notes.nextMark((std::uint64_t{1} << 40U) + 1));
        QCOMPARE(notes.previousMark(30), std::optional<std::uint64_t>(10));
        QVERIFY(!notes.previousMark(9));
    }

    void CommentIsCutAndMadeUtf8()
    {
        Annotations notes;
        QVERIFY(notes.set(0, {false, std::string(20'000, 'x') + "end"}));
        QCOMPARE(notes.comment(0).size(), Annotations::maxCommentBytes);
        QVERIFY(notes.set(1, {false, "a\xFF z"}));
        QCOMPARE(notes.comment(1), std::string("a\xEF\xBF\xBD z"));
    }

    void RoomForCommentsEnds()
    {
        Annotations notes;
        const std::string full(Annotations::maxCommentBytes, 'x');
        std::uint64_t row = 0;
        while (notes.set(row, {false, full})) {
            ++row;
            QVERIFY(row < 100'000);
        }
        QCOMPARE(row, std::uint64_t(Annotations::maxBytes / Annotations::maxCommentBytes));
        // A mark takes no room, and what is taken away gives it back.
        QVERIFY(notes.set(row, {true, {}}));
        QVERIFY(notes.set(0, {}));
        QVERIFY(notes.set(row, {true, full}));
    }
};

PIPESCOPE_GUILESS_TEST(NotesOfRowsTest)
#include "tst_notes_of_rows.moc"
