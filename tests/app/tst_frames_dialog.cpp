#include "dialog_test.h"
#include "memory_records.h"
#include "test_settings.h"

#include "frames/frames_dialog.h"
#include "runner/register.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeWidget>

#include <memory>

using namespace pipescope;

namespace {

constexpr int patienceMs = 20'000;

/// A byte pipe and the dialog for its frames.
struct OpenDialog
{
    explicit OpenDialog(const char* name = "orders") : pipe(QLatin1String(name))
    {
        server = records.openEndpoint(pipecore::Role::Server, name, pipecore::PipeMode::Byte);
        client = records.connectPeer(server, 4120, "app.exe");
    }
    void open(const std::optional<pipecore::FramingRule>& rule = {})
    {
        open({.name = pipe, .rule = rule});
    }
    void open(const FramesDialog::Pipe& present)
    {
        dialog = std::make_unique<FramesDialog>(records, present);
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        show(*dialog);
    }
    [[nodiscard]] QLineEdit* text() const { return find<QLineEdit>(*dialog, "frameRule"); }
    [[nodiscard]] QString hint() const { return find<QLabel>(*dialog, "frameHint")->text(); }
    [[nodiscard]] QString summary() const { return find<QLabel>(*dialog, "frameSummary")->text(); }
    [[nodiscard]] QTreeWidget* preview() const
    {
        return find<QTreeWidget>(*dialog, "framePreview");
    }

    const QString pipe;
    MemoryRecords records;
    pipecore::EndpointId server;
    pipecore::ConnectionId client;
    std::unique_ptr<FramesDialog> dialog;
};

} // namespace

/// The dialog for the framing rule of a pipe.
class FramesDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_settings.use("frames-dialog"); }
    void init() { TestSettings::clear(); }

    void WithoutARuleItIsDetectedFromTheData()
    {
        OpenDialog test;
        for (int message = 0; message < 3; ++message) {
            test.records.received(test.client, "Content-Length: 2\r\n\r\n{}");
        }
        test.open();
        QTRY_COMPARE_WITH_TIMEOUT(test.text()->text(), QStringLiteral("headers"), patienceMs);
        QVERIFY2(test.hint().contains(QStringLiteral("headers (3 frames, 100 %)")),
                 qPrintable(test.hint()));
        QTRY_COMPARE_WITH_TIMEOUT(test.preview()->topLevelItemCount(), 3, patienceMs);
        QCOMPARE(test.preview()->topLevelItem(0)->text(3), QStringLiteral("{}"));
        QVERIFY(test.summary().contains(QStringLiteral("3 whole frames, 0 malformed")));
        // It has a name in the list.
        QVERIFY(find<QComboBox>(*test.dialog, "framePreset")
                    ->currentText()
                    .contains(QStringLiteral("Content-Length")));
        QSignalSpy chosen(test.dialog.get(), &FramesDialog::ruleChosen);
        ok(*test.dialog)->click();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), test.pipe);
    }

    void TheNameOfThePipeProposesBeforeItSpeaks()
    {
        OpenDialog test("/run/docker.sock");
        test.open();
        QTRY_COMPARE_WITH_TIMEOUT(test.text()->text(), QStringLiteral("http1"), patienceMs);
        QVERIFY2(test.hint().contains(QStringLiteral("name")), qPrintable(test.hint()));
    }

    void DataThatFitsNothingIsSaid()
    {
        OpenDialog test;
        test.records.received(test.client, std::string_view("\xFF\xFE\x01\x02", 4));
        test.open();
        QTRY_VERIFY_WITH_TIMEOUT(test.hint().contains(QStringLiteral("No known framing")),
                                 patienceMs);
        QVERIFY(test.text()->text().isEmpty());
        QVERIFY(!ok(*test.dialog)->isEnabled());
    }

    void AProtocolOfTheListIsARule()
    {
        OpenDialog test;
        test.open();
        auto* preset = find<QComboBox>(*test.dialog, "framePreset");
        const int index = preset->findText(QStringLiteral("NUL-terminated"));
        QVERIFY(index >= 0);
        preset->setCurrentIndex(index);
        emit preset->activated(index);
        QCOMPARE(test.text()->text(), QStringLiteral("nul"));
        QVERIFY(ok(*test.dialog)->isEnabled());
        test.text()->setText(QStringLiteral("nul,max=64K"));
        QCOMPARE(preset->currentIndex(), preset->count() - 1);
        QVERIFY(ok(*test.dialog)->isEnabled());
    }

    void ThePreviewFollowsTheStream()
    {
        OpenDialog test;
        test.open(pipecore::FramingRule::parse("line").value());
        QTRY_VERIFY_WITH_TIMEOUT(test.summary().contains(QStringLiteral("No data yet")),
                                 patienceMs);
        test.records.received(test.client, "one\ntwo\n");
        QTRY_COMPARE_WITH_TIMEOUT(test.preview()->topLevelItemCount(), 2, patienceMs);
        test.records.sent(test.client, "three\n");
        QTRY_COMPARE_WITH_TIMEOUT(test.preview()->topLevelItemCount(), 3, patienceMs);
    }

    void AMalformedFrameSaysItsProblem()
    {
        OpenDialog test;
        test.records.received(test.client, "Content-Length: x\r\n\r\nContent-Length: 2\r\n\r\n{}");
        test.open(pipecore::FramingRule::parse("headers").value());
        QTRY_VERIFY_WITH_TIMEOUT(test.preview()->topLevelItemCount() >= 1, patienceMs);
        const QString problem = test.preview()->topLevelItem(0)->text(3);
        QVERIFY2(problem.contains(QStringLiteral("Content-Length")), qPrintable(problem));
        QVERIFY(test.summary().contains(QStringLiteral("malformed")));
    }

    void TheDialogOutlivesItsSession()
    {
        auto test = std::make_unique<OpenDialog>();
        test->records.received(test->client, "one\n");
        test->open(pipecore::FramingRule::parse("line").value());
        QTRY_COMPARE_WITH_TIMEOUT(test->preview()->topLevelItemCount(), 1, patienceMs);
        const std::unique_ptr<FramesDialog> dialog = std::move(test->dialog);
        dialog->releaseSource();
        test.reset();
        // What was read stays, for other rules.
        find<QLineEdit>(*dialog, "frameRule")->setText(QStringLiteral("fixed:2"));
        QTRY_COMPARE_WITH_TIMEOUT(find<QTreeWidget>(*dialog, "framePreview")->topLevelItemCount(),
                                  2, patienceMs);
    }

    void TheSideThatServesMayAsk()
    {
        OpenDialog test;
        test.open(pipecore::FramingRule::parse("line").value());
        auto* asker = find<QComboBox>(*test.dialog, "frameAsker");
        QCOMPARE(asker->currentText(), QStringLiteral("the side that connected"));
        asker->setCurrentIndex(1);
        QSignalSpy chosen(test.dialog.get(), &FramesDialog::ruleChosen);
        ok(*test.dialog)->click();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().at(1).value<pipecore::FramingRule>().text(), std::string("line"));
        QVERIFY(chosen.first().at(2).value<pipecore::Asker>() == pipecore::Asker::Server);
    }

    void WhoAsksCanBeSetWithoutARule()
    {
        OpenDialog test;
        test.records.received(test.client, std::string_view("\xFF\xFE\x01\x02", 4));
        test.open();
        QTRY_VERIFY_WITH_TIMEOUT(test.hint().contains(QStringLiteral("No known framing")),
                                 patienceMs);
        QVERIFY(!ok(*test.dialog)->isEnabled());
        auto* asker = find<QComboBox>(*test.dialog, "frameAsker");
        asker->setCurrentIndex(1);
        QVERIFY(ok(*test.dialog)->isEnabled());
        // Half a rule is none.
        test.text()->setText(QStringLiteral("u32b"));
        QVERIFY(!ok(*test.dialog)->isEnabled());
        test.text()->clear();
        QVERIFY(ok(*test.dialog)->isEnabled());
        asker->setCurrentIndex(0);
        QVERIFY(!ok(*test.dialog)->isEnabled());
    }

    void AMessagePipeNeedsNoRule()
    {
        OpenDialog test;
        test.open({.name = test.pipe,
                   .mode = pipecore::PipeMode::Message,
                   .asker = pipecore::Asker::Server});
        QVERIFY(!test.text()->isVisible());
        QVERIFY(!test.preview()->isVisible());
        auto* asker = find<QComboBox>(*test.dialog, "frameAsker");
        QCOMPARE(asker->currentText(), QStringLiteral("the side that serves"));
        asker->setCurrentIndex(0);
        QSignalSpy chosen(test.dialog.get(), &FramesDialog::ruleChosen);
        ok(*test.dialog)->click();
        QCOMPARE(chosen.size(), 1);
        QVERIFY(chosen.first().at(2).value<pipecore::Asker>() == pipecore::Asker::Client);
    }

    void ARemovedRuleIsNone()
    {
        OpenDialog test;
        test.open(pipecore::FramingRule::parse("line").value());
        QSignalSpy chosen(test.dialog.get(), &FramesDialog::ruleChosen);
        find<QPushButton>(*test.dialog, "frameRemove")->click();
        QCOMPARE(chosen.size(), 1);
        QVERIFY(!test.dialog->isVisible());
        test.open();
        QVERIFY(!find<QPushButton>(*test.dialog, "frameRemove")->isEnabled());
    }

private:
    TestSettings m_settings;
};

PIPESCOPE_GUI_TEST(FramesDialogTest)
#include "tst_frames_dialog.moc"
