// Bytes of standard input that go out as they come.
#include "system/input.h"

#include "pipecore/base/utf8.h"
#include "runner/register.h"

#include <QTest>

#include <string>

using namespace pipescope::cli;

class CharacterKeeperTest : public QObject
{
    Q_OBJECT

private slots:
    void CharactersAreNeverCut();
    void WhatIsNoTextGoesAtOnce_data();
    void WhatIsNoTextGoesAtOnce();
    void WhatWaitsComesInTheEnd();
};

void CharacterKeeperTest::CharactersAreNeverCut()
{
    const std::string text = "Grün, €uro, \xF0\x9F\x98\x80 and æ \xF0\x9F\x8E\x89!";
    for (std::size_t size = 1; size <= 5; ++size) {
        CharacterKeeper keeper;
        std::string all;
        for (std::size_t at = 0; at < text.size(); at += size) {
            const auto piece = keeper.add(std::string_view(text).substr(at, size));
            const std::string_view view = pipecore::asText(piece);
            QCOMPARE(pipecore::findInvalidUtf8(view), std::string_view::npos);
            all += view;
        }
        QVERIFY(!keeper.holds());
        QCOMPARE(all, text);
    }
}

void CharacterKeeperTest::WhatIsNoTextGoesAtOnce_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a byte that begins nothing") << QByteArray("abc\xFF");
    QTest::newRow("a lone rest") << QByteArray("abc\x80");
    QTest::newRow("a beginning behind bytes that are no text") << QByteArray("\xFE"
                                                                             "abc\xE2\x82");
    QTest::newRow("longer than a character") << QByteArray("\x80\x80\x80\x80");
}

void CharacterKeeperTest::WhatIsNoTextGoesAtOnce()
{
    QFETCH(const QByteArray, bytes);
    CharacterKeeper keeper;
    const auto piece = keeper.add({bytes.constData(), std::size_t(bytes.size())});
    QVERIFY(!keeper.holds());
    QCOMPARE(std::string(pipecore::asText(piece)), bytes.toStdString());
}

void CharacterKeeperTest::WhatWaitsComesInTheEnd()
{
    CharacterKeeper keeper;
    QCOMPARE(keeper.add("ab\xE2").size(), std::size_t(2));
    QVERIFY(keeper.holds());
    QVERIFY(keeper.add("\x82").empty());
    QCOMPARE(std::string(pipecore::asText(keeper.rest())), std::string("\xE2\x82"));
    QVERIFY(!keeper.holds());
}

PIPESCOPE_APPLESS_TEST(CharacterKeeperTest)
#include "tst_character_keeper.moc"
