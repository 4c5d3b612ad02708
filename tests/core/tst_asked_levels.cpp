#include "pipecore/engine/asked_levels.h"
#include "runner/register.h"

#include <QTest>

#include <optional>

using namespace pipecore;

namespace {

constexpr std::uint32_t own = 4711;

PipeName pipe(const char* name)
{
    return PipeName::parseWindows(name).value();
}

} // namespace

class TestAskedLevels : public QObject
{
    Q_OBJECT

private slots:
    void OwnClientsLevelIsKnown_data()
    {
        QTest::addColumn<SqosLevel>("asked");
        QTest::addColumn<ImpersonationLevel>("known");
        QTest::newRow("anonymous") << SqosLevel::Anonymous << ImpersonationLevel::Anonymous;
        QTest::newRow("identification")
            << SqosLevel::Identification << ImpersonationLevel::Identification;
        QTest::newRow("impersonation")
            << SqosLevel::Impersonation << ImpersonationLevel::Impersonation;
        QTest::newRow("delegation") << SqosLevel::Delegation << ImpersonationLevel::Delegation;
    }
    void OwnClientsLevelIsKnown()
    {
        QFETCH(const SqosLevel, asked);
        QFETCH(const ImpersonationLevel, known);
        const AskedLevels::Client client(m_levels, pipe("orders"), asked);
        const AskedLevels::Client another(m_levels, pipe(R"(\\.\pipe\Orders)"), asked);
        const auto level = m_levels.askedBy(own, own, "ORDERS");
        QVERIFY(level);
        QCOMPARE(*level, known);
    }

    void ClientOfAnotherProgramKeepsItToItself()
    {
        const AskedLevels::Client client(m_levels, pipe("orders"), SqosLevel::Identification);
        QVERIFY(!m_levels.askedBy(own + 1, own, "orders"));
        QVERIFY(!m_levels.askedBy(refuse("gone", ErrorKind::NoSuchTarget), own, "orders"));
        QCOMPARE(m_levels.askedBy(own + 1, own, "orders").error().kind, ErrorKind::NotSupported);
    }

    void ClientOfAnotherPipeSaysNothing()
    {
        const AskedLevels::Client client(m_levels, pipe("billing"), SqosLevel::Identification);
        QVERIFY(!m_levels.askedBy(own, own, "orders"));
    }

    void DifferentLevelsAreAmbiguous()
    {
        const AskedLevels::Client one(m_levels, pipe("orders"), SqosLevel::Identification);
        std::optional<AskedLevels::Client> other;
        other.emplace(m_levels, pipe("orders"), SqosLevel::Impersonation);
        const auto level = m_levels.askedBy(own, own, "orders");
        QVERIFY(!level);
        QVERIFY(level.error().detail.contains("requested different levels"));
        // The server may still be asking about the one that left.
        other.reset();
        QVERIFY(!m_levels.askedBy(own, own, "orders"));
    }

    void CallWithoutALevelMakesItUnknown()
    {
        const AskedLevels::Client call(m_levels, pipe("orders"), std::nullopt);
        QVERIFY(!m_levels.askedBy(own, own, "orders"));
        const AskedLevels::Client one(m_levels, pipe("orders"), SqosLevel::Identification);
        QVERIFY(!m_levels.askedBy(own, own, "orders"));
    }

    void WhenAllHaveLeftTheNextOneCounts()
    {
        {
            const AskedLevels::Client one(m_levels, pipe("orders"), SqosLevel::Identification);
            const AskedLevels::Client other(m_levels, pipe("orders"), SqosLevel::Delegation);
        }
        QVERIFY(!m_levels.askedBy(own, own, "orders"));
        const AskedLevels::Client next(m_levels, pipe("orders"), SqosLevel::Anonymous);
        QCOMPARE(*m_levels.askedBy(own, own, "orders"), ImpersonationLevel::Anonymous);
    }

private:
    AskedLevels m_levels;
};

PIPESCOPE_APPLESS_TEST(TestAskedLevels)
#include "tst_asked_levels.moc"
