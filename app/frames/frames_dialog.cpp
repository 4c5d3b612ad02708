#include "frames/frames_dialog.h"

#include "detail/decode_text.h"
#include "frames/frame_preview.h"
#include "frames/types_field.h"
#include "pipecore/decode/protocols.h"
#include "widgets/error_text.h"
#include "widgets/formatting.h"
#include "widgets/labels.h"
#include "widgets/theme.h"
#include "widgets/window_room.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStringList>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace pipescope {

namespace {

/// Proposals that are named; more are hardly right.
constexpr std::size_t maxNamed = 4;

} // namespace

FramesDialog::FramesDialog(const pipecore::RecordSource& source, Pipe pipe, QWidget* parent)
    : QDialog(parent)
    , m_pipe(std::move(pipe))
    , m_help(new QLabel(this))
    , m_presetLabel(new QLabel(this))
    , m_preset(new QComboBox(this))
    , m_textLabel(new QLabel(this))
    , m_text(new QLineEdit(this))
    , m_detect(new QPushButton(this))
    , m_hint(new QLabel(this))
    , m_askerLabel(new QLabel(this))
    , m_asker(new QComboBox(this))
    , m_askerHelp(new QLabel(this))
    , m_types(new TypesField(m_pipe.types, this))
    , m_preview(new FramePreview(source, m_pipe.name, this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
    , m_remove(new QPushButton(this))
    , m_list(new QPushButton(this))
{
    setObjectName(QStringLiteral("FramesDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_help->setWordWrap(true);
    setTextColor(m_help, Token::Muted);
    m_preset->setObjectName(QStringLiteral("framePreset"));
    m_text->setObjectName(QStringLiteral("frameRule"));
    m_text->setFont(Theme::instance().monospaceFont());
    m_detect->setObjectName(QStringLiteral("frameDetect"));
    m_hint->setObjectName(QStringLiteral("frameHint"));
    m_hint->setWordWrap(true);
    m_hint->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_remove->setObjectName(QStringLiteral("frameRemove"));
    m_list->setObjectName(QStringLiteral("frameList"));
    m_remove->setEnabled(m_pipe.rule.has_value());
    m_asker->setObjectName(QStringLiteral("frameAsker"));
    m_askerHelp->setWordWrap(true);
    setTextColor(m_askerHelp, Token::Muted);
    for (QPushButton* button : {m_detect, m_remove, m_list}) {
        button->setAutoDefault(false);
    }
    layOut();
    connectFields();
    retranslate();
    m_asker->setCurrentIndex(m_asker->findData(int(m_pipe.asker)));
    if (!isStream()) {
        m_rule = m_pipe.rule.value_or(pipecore::FramingRule());
        m_asker->setFocus();
        resizeWithinScreen(*this, {560, 280});
    } else {
        if (m_pipe.rule) {
            setRuleText(fromCore(m_pipe.rule->text()));
        } else {
            ruleEdited();
            m_preview->propose();
        }
        m_text->setFocus();
        resizeWithinScreen(*this, {620, 640});
    }
    updateOk();
}

void FramesDialog::connectFields()
{
    connect(m_preset, &QComboBox::activated, this, &FramesDialog::presetChosen);
    connect(m_text, &QLineEdit::textChanged, this, &FramesDialog::ruleEdited);
    connect(m_text, &QLineEdit::textEdited, this, [this] { m_isEdited = true; });
    connect(m_detect, &QPushButton::clicked, this, [this] {
        m_isEdited = false;
        say(tr("Detecting…"), false);
        m_preview->propose();
    });
    connect(m_hint, &QLabel::linkActivated, this, &FramesDialog::setRuleText);
    connect(m_preview, &FramePreview::proposed, this, &FramesDialog::showProposals);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        emit ruleChosen(m_pipe.name, {}, asker(),
                        m_types->isGood() ? m_types->choice() : m_pipe.types);
        accept();
    });
    connect(m_asker, &QComboBox::currentIndexChanged, this, &FramesDialog::updateOk);
    connect(m_types, &TypesField::changed, this, &FramesDialog::updateOk);
    connect(m_list, &QPushButton::clicked, this, &FramesDialog::listRequested);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        if (m_buttons->button(QDialogButtonBox::Ok)->isEnabled()) {
            emit ruleChosen(m_pipe.name, m_rule.value_or(pipecore::FramingRule()), asker(),
                            m_types->choice());
            accept();
        }
    });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

pipecore::Asker FramesDialog::asker() const
{
    return static_cast<pipecore::Asker>(m_asker->currentData().toInt());
}

/// Without a rule, the others may be set alone.
void FramesDialog::updateOk()
{
    const bool hasOthersOnly =
        m_text->text().trimmed().isEmpty() && (asker() != m_pipe.asker || m_types->isChanged());
    QPushButton* const ok = m_buttons->button(QDialogButtonBox::Ok);
    ok->setEnabled((m_rule.has_value() || hasOthersOnly) && m_types->isGood());
    const bool hasFrames = isStream() && m_rule && m_rule->kind != pipecore::FramingKind::None;
    ok->setText(hasFrames || (isStream() && !ok->isEnabled()) ? tr("&Show frames") : tr("OK"));
}

void FramesDialog::layOut()
{
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_text, 1);
    line->addWidget(m_detect);
    m_presetLabel->setBuddy(m_preset);
    m_textLabel->setBuddy(m_text);
    m_askerLabel->setBuddy(m_asker);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->addRow(m_presetLabel, m_preset);
    form->addRow(m_textLabel, line);
    form->addRow(QString(), m_hint);
    form->addRow(m_askerLabel, m_asker);
    form->addRow(QString(), m_askerHelp);
    m_types->addTo(form);
    m_buttons->addButton(m_remove, QDialogButtonBox::ResetRole);
    m_buttons->addButton(m_list, QDialogButtonBox::ActionRole);
    if (!isStream()) {
        form->setRowVisible(m_preset, false);
        form->setRowVisible(line, false);
        form->setRowVisible(m_hint, false);
        m_preview->hide();
        m_remove->hide();
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_help);
    column->addLayout(form);
    column->addWidget(m_preview, 1);
    column->addStretch(isStream() ? 0 : 1);
    column->addWidget(m_buttons);
}

void FramesDialog::releaseSource()
{
    m_preview->releaseSource();
}

void FramesDialog::presetChosen(int index)
{
    m_isEdited = true;
    if (const QString text = m_preset->itemData(index).toString(); !text.isEmpty()) {
        setRuleText(text);
    } else {
        m_text->setFocus();
        m_text->selectAll();
    }
}

void FramesDialog::setRuleText(const QString& text)
{
    m_text->setText(text);
    ruleEdited(); // also when it is the same
}

void FramesDialog::ruleEdited()
{
    const QString text = m_text->text().trimmed();
    // Several protocols have the same rule: the chosen one stays.
    if (m_preset->currentData().toString() != text || text.isEmpty()) {
        const int preset = text.isEmpty() ? -1 : m_preset->findData(text);
        m_preset->setCurrentIndex(preset >= 0 ? preset : m_preset->count() - 1);
    }
    m_rule.reset();
    if (text.isEmpty()) {
        say(tr("Choose a protocol, enter a rule, or detect it from the data."), false);
    } else if (const auto rule = pipecore::FramingRule::parse(text.toStdString())) {
        m_rule = *rule;
        say(rule->kind == pipecore::FramingKind::None ? tr("Reads stay as they were recorded.")
                                                      : QString(),
            false);
    } else {
        say(errorDetail(rule.error()), true);
    }
    m_preview->setRule(m_rule && m_rule->kind != pipecore::FramingKind::None ? m_rule
                                                                             : std::nullopt);
    updateOk();
}

void FramesDialog::say(const QString& text, bool isError)
{
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setText(text);
    setTextColor(m_hint, isError ? Token::Error : Token::Muted);
}

void FramesDialog::showProposals(const std::vector<pipecore::RuleProposal>& proposals)
{
    if (m_isEdited) {
        return;
    }
    if (proposals.empty()) {
        if (m_text->text().isEmpty()) {
            say(tr("No known framing fits the data. Choose a protocol or enter a rule."), false);
        } else {
            say(tr("No known framing fits the data."), false);
        }
        return;
    }
    const pipecore::RuleProposal& best = proposals.front();
    setRuleText(fromCore(best.rule.text()));
    constexpr double percent = 100;
    const auto described = [](const pipecore::RuleProposal& proposal) {
        return tr("%1 (%2 frames, %3 %)")
            .arg(fromCore(proposal.rule.text()), formatCount(proposal.trial.good))
            .arg(static_cast<int>(proposal.trial.share() * percent));
    };
    QString text = (best.byName ? tr("Detected by the pipe's name: %1.") : tr("Detected: %1."))
                       .arg(described(best))
                       .toHtmlEscaped();
    QStringList others;
    for (std::size_t at = 1; at < std::min(proposals.size(), maxNamed); ++at) {
        const QString rule = fromCore(proposals.at(at).rule.text()).toHtmlEscaped();
        others.append(QStringLiteral("<a href=\"%1\">%2</a>")
                          .arg(rule, described(proposals.at(at)).toHtmlEscaped()));
    }
    if (!others.isEmpty()) {
        text += QLatin1Char(' ') + tr("Others: %1.").arg(others.join(QStringLiteral(", ")));
    }
    say(text, false);
    m_hint->setTextFormat(Qt::RichText);
}

void FramesDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (isStream()) {
            ruleEdited();
        }
        updateOk();
    } else if (event->type() == QEvent::FontChange) {
        m_text->setFont(Theme::instance().monospaceFont());
    }
    QDialog::changeEvent(event);
}

void FramesDialog::retranslate()
{
    setWindowTitle(tr("Frames and requests of %1").arg(m_pipe.name));
    m_help->setText(
        isStream() ? tr("A byte pipe has no messages: reads and writes can end anywhere. A framing "
                        "rule tells where frames end. It is saved by pipe name; recorded data does "
                        "not change.")
                   : tr("Each message of this pipe is a frame. The choice is saved by pipe name."));
    m_presetLabel->setText(tr("&Protocol"));
    m_textLabel->setText(tr("&Rule"));
    m_text->setPlaceholderText(QStringLiteral("u32be,offset=4"));
    m_detect->setText(tr("&Detect"));
    m_detect->setToolTip(tr("Try known framings on the first data of this pipe"));
    m_remove->setText(tr("Re&move rule"));
    m_list->setText(tr("&All rules…"));
    m_askerLabel->setText(tr("Re&quests from"));
    m_askerHelp->setText(tr("Decides which messages are replies, if messages have no ids. Messages "
                            "with ids are paired by them."));
    const int askerIndex = std::max(m_asker->currentIndex(), 0);
    const QSignalBlocker askerBlocker(m_asker);
    m_asker->clear();
    m_asker->addItem(askerName(pipecore::Asker::Client), int(pipecore::Asker::Client));
    m_asker->addItem(askerName(pipecore::Asker::Server), int(pipecore::Asker::Server));
    m_asker->setCurrentIndex(askerIndex);
    m_types->retranslate();
    retranslatePresets();
}

void FramesDialog::retranslatePresets()
{
    const QSignalBlocker blocker(m_preset);
    const int index = m_preset->currentIndex();
    m_preset->clear();
    for (const pipecore::FramingPreset& preset : pipecore::framingPresets()) {
        m_preset->addItem(framingName(preset), fromCore(preset.text));
    }
    m_preset->insertSeparator(m_preset->count());
    for (const pipecore::ProtocolInfo& protocol : pipecore::protocols()) {
        m_preset->addItem(coreText("Protocol", protocol.name), fromCore(protocol.framing));
    }
    m_preset->insertSeparator(m_preset->count());
    m_preset->addItem(tr("Other rule"));
    m_preset->setCurrentIndex(index);
}

QString askerName(pipecore::Asker asker)
{
    return asker == pipecore::Asker::Client ? FramesDialog::tr("the side that connected")
                                            : FramesDialog::tr("the side that serves");
}

} // namespace pipescope
