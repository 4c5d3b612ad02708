#include "composer/composer_panel.h"

#include "composer/format_bar.h"
#include "composer/input_controller.h"
#include "composer/target_chooser.h"
#include "widgets/error_text.h"
#include "widgets/formatting.h"
#include "widgets/labels.h"
#include "widgets/theme.h"

#include <QActionGroup>
#include <QBoxLayout>
#include <QCheckBox>
#include <QEvent>
#include <QMenu>
#include <QPushButton>

#include <algorithm>
#include <chrono>
#include <utility>

namespace pipescope {

namespace {

using namespace std::chrono_literals;

constexpr auto saveDelay = 2s;

template <typename Enum>
Enum storedEnum(const QSettings& settings, const QString& key, Enum last)
{
    const int value = settings.value(key, 0).toInt();
    return static_cast<Enum>(std::clamp(value, 0, static_cast<int>(last)));
}

QString modeKey()
{
    return QStringLiteral("composer/mode");
}

QString encodingKey()
{
    return QStringLiteral("composer/encoding");
}

QString endingKey()
{
    return QStringLiteral("composer/ending");
}

QString sendKeyKey()
{
    return QStringLiteral("composer/sendKey");
}

} // namespace

ComposerPanel::ComposerPanel(QWidget* parent, pipecore::System system) : QWidget(parent)
{
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(saveDelay);
    makeWidgets(system);
    makeLayout();
    makeConnections();
    retranslate();
    loadSettings();
    restyle();
    m_input->read();
}

ComposerPanel::~ComposerPanel()
{
    m_history.add(m_input->input());
    saveSettings();
}

void ComposerPanel::makeWidgets(pipecore::System system)
{
    m_targetLabel = new QLabel(this);
    m_target = new TargetChooser(this);
    m_target->setObjectName(QStringLiteral("target"));
    m_targetLabel->setBuddy(m_target);
    m_edit = new PayloadEdit(this);
    m_edit->setObjectName(QStringLiteral("payload"));
    m_edit->setContextMenuPolicy(Qt::CustomContextMenu);
    m_send = new QPushButton(this);
    m_send->setObjectName(QStringLiteral("send"));
    m_send->setIcon(Theme::instance().icon(QStringLiteral("send")));
    m_send->setDefault(true);
    m_format = new FormatBar(this);
    m_input = std::make_unique<InputController>(*m_format, *m_edit);
    m_message = new ElidedLabel(this);
    m_message->setObjectName(QStringLiteral("message"));
    m_transact = new QCheckBox(this);
    m_transact->setObjectName(QStringLiteral("transact"));
    m_transact->setVisible(system == pipecore::System::Windows);
    m_count = new QLabel(this);
    m_count->setObjectName(QStringLiteral("count"));
    m_count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

void ComposerPanel::makeLayout()
{
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_targetLabel);
    top->addWidget(m_target, 1);
    top->addSpacing(8);
    top->addWidget(m_format);

    auto* middle = new QHBoxLayout;
    middle->setSpacing(8);
    middle->addWidget(m_edit, 1);
    middle->addWidget(m_send, 0, Qt::AlignBottom);

    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(8);
    bottom->addWidget(m_message, 1);
    bottom->addWidget(m_transact);
    bottom->addWidget(m_count);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addLayout(middle, 1);
    layout->addLayout(bottom);

    setFocusProxy(m_edit);
}

void ComposerPanel::makeConnections()
{
    connect(m_target, &TargetChooser::targetChanged, this, &ComposerPanel::showState);
    connect(m_target, &QComboBox::activated, this, [this] {
        m_hint.clear();
        showState();
    });
    connect(m_input.get(), &InputController::edited, this, &ComposerPanel::inputEdited);
    connect(m_input.get(), &InputController::shown, this, &ComposerPanel::retranslate);
    connect(m_input.get(), &InputController::changed, this, &ComposerPanel::showState);
    connect(m_input.get(), &InputController::noticed, this, &ComposerPanel::showHint);
    connect(m_edit, &PayloadEdit::sendPressed, this,
            [this](bool withCtrl) { send(withCtrl && m_edit->sendKey() == SendKey::Enter); });
    connect(m_edit, &PayloadEdit::olderPressed, this,
            [this] { browse(m_history.older(m_input->input())); });
    connect(m_edit, &PayloadEdit::newerPressed, this,
            [this] { browse(m_history.newer(m_input->input())); });
    connect(m_edit, &QWidget::customContextMenuRequested, this, &ComposerPanel::showContextMenu);
    connect(m_send, &QPushButton::clicked, this, [this] {
        send(true);
        m_edit->setFocus();
    });
    connect(&m_saveTimer, &QTimer::timeout, this, &ComposerPanel::saveSettings);
    connect(&Theme::instance(), &Theme::changed, this, &ComposerPanel::restyle);
}

void ComposerPanel::loadSettings()
{
    const QSettings settings;
    m_history.load(settings);
    m_input->show({{},
                   storedEnum(settings, modeKey(), PayloadMode::Hex),
                   storedEnum(settings, encodingKey(), pipecore::TextEncoding::Latin1),
                   storedEnum(settings, endingKey(), pipecore::LineEnding::Nul)});
    m_edit->setSendKey(storedEnum(settings, sendKeyKey(), SendKey::CtrlEnter));
}

void ComposerPanel::saveSettings()
{
    QSettings settings;
    const PayloadInput now = m_input->input();
    settings.setValue(modeKey(), static_cast<int>(now.mode));
    settings.setValue(encodingKey(), static_cast<int>(now.encoding));
    settings.setValue(endingKey(), static_cast<int>(now.ending));
    settings.setValue(sendKeyKey(), static_cast<int>(m_edit->sendKey()));
    m_history.save(settings);
}

void ComposerPanel::setFacts(const pipecore::SessionFacts::Snapshot& facts)
{
    m_target->setFacts(facts);
}

void ComposerPanel::selectTarget(SendTarget target)
{
    m_hint.clear();
    m_target->choose(target);
}

void ComposerPanel::offerTarget(SendTarget target)
{
    if (m_edit->document()->isEmpty()) {
        m_target->offer(target);
    }
}

void ComposerPanel::startOver()
{
    m_target->startOver(!m_edit->document()->isEmpty());
}

bool ComposerPanel::hasDraft() const
{
    const PayloadInput now = m_input->input();
    return m_history.hasDraft(now) && now != m_shownPayload;
}

void ComposerPanel::setPayload(const pipecore::Bytes& payload)
{
    const PayloadInput before = m_input->input();
    if (before != m_shownPayload) { // the log already has it
        m_history.add(before);
    }
    m_input->show(inputFor(payload, before.mode, before.encoding, before.ending));
    m_shownPayload = m_input->input();
}

void ComposerPanel::focusPayload()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

bool ComposerPanel::trySend()
{
    return send(false);
}

SendKey ComposerPanel::sendKey() const
{
    return m_edit->sendKey();
}

void ComposerPanel::setSendKey(SendKey key)
{
    m_edit->setSendKey(key);
    QSettings().setValue(sendKeyKey(), static_cast<int>(key));
    retranslate();
}

void ComposerPanel::inputEdited()
{
    m_hint.clear();
    if (!m_edit->document()->isEmpty()) {
        m_target->withdrawOffers();
    }
}

void ComposerPanel::showHint(const QString& text)
{
    m_hint = text;
    showState();
}

void ComposerPanel::say(const QString& text, bool isError)
{
    setTextColor(m_message, isError ? Token::Error : Token::Muted);
    m_message->setText(text);
}

QString ComposerPanel::sizeText(std::size_t bytes)
{
    return bytes == 1 ? tr("1 byte") : tr("%1 bytes").arg(formatCount(bytes));
}

void ComposerPanel::fitSendButton()
{
    // Reserves room for the longer text, so that the layout does not move.
    const QString shown = m_send->text();
    m_send->setMinimumWidth(0);
    int width = 0;
    for (const QString& text : {tr("Sen&d"), tr("Sen&d empty")}) {
        m_send->setText(text);
        width = std::max(width, m_send->sizeHint().width());
    }
    m_send->setText(shown);
    m_send->setMinimumWidth(width);
}

void ComposerPanel::showState()
{
    const auto& parsed = m_input->parsed();
    const bool isRead = !m_input->isStale() && parsed.has_value();
    m_count->setText(isRead               ? sizeText(parsed->size())
                     : m_input->isStale() ? tr("counting…")
                                          : QStringLiteral("–"));

    showWays();
    const QString obstacle = m_target->obstacle();
    const TargetRow* target = m_target->current();
    const bool isEmpty = isRead && parsed->empty();
    const bool isMessagePipe = target != nullptr && target->mode == pipecore::PipeMode::Message;
    QString refusal = obstacle;
    if (refusal.isEmpty() && isEmpty && !isMessagePipe) {
        refusal = tr("Byte pipes cannot carry empty messages.");
    }
    m_send->setEnabled(refusal.isEmpty());
    m_send->setText(isEmpty && isMessagePipe && obstacle.isEmpty() ? tr("Sen&d empty")
                                                                   : tr("Sen&d"));
    const QString key = m_edit->sendKey() == SendKey::Enter ? tr("Enter") : tr("Ctrl+Enter");
    m_send->setToolTip(refusal.isEmpty() ? tr("Send (%1)").arg(key) : refusal);

    if (m_input->isMistakeShown()) {
        const InputMistake& mistake = parsed.error();
        say(placedMistake(m_edit->toPlainText(), mistake.position, mistake.reason), true);
    } else {
        say(!m_hint.isEmpty() ? m_hint : obstacle, false);
    }
}

void ComposerPanel::showWays()
{
    const TargetRow* target = m_target->current();
    QString reason;
    if (target != nullptr && !target->target.connection) {
        reason = tr("Select a single client of this server.");
    } else if (target != nullptr && target->mode != pipecore::PipeMode::Message) {
        reason = tr("Requires message mode: a byte stream has no separate replies.");
    }
    m_transact->setEnabled(target != nullptr && reason.isEmpty());
    const QString tip =
        tr("Write and read in one operation; the next message received is the reply")
        + QStringLiteral("\nTransactNamedPipe");
    m_transact->setToolTip(reason.isEmpty() ? tip : reason + QLatin1Char('\n') + tip);
}

bool ComposerPanel::send(bool mayBeEmpty)
{
    m_input->read();
    const auto& parsed = m_input->parsed();
    if (!parsed) {
        m_input->showMistake();
        m_edit->goTo(parsed.error());
        return false;
    }
    const QString obstacle = m_target->obstacle();
    const TargetRow* target = m_target->current();
    if (!obstacle.isEmpty() || target == nullptr) {
        showState();
        return false;
    }
    if (parsed->empty()) {
        const bool isMessagePipe = target->mode == pipecore::PipeMode::Message;
        if (!isMessagePipe || !mayBeEmpty) {
            showHint(!isMessagePipe ? tr("Byte pipes cannot carry empty messages.")
                     : m_edit->sendKey() == SendKey::Enter
                         ? tr("The input is empty. Ctrl+Enter sends a zero-byte message.")
                         : tr("The input is empty. The button sends a zero-byte message."));
            return false;
        }
    }
    const SendTarget to = target->target;
    const SendWay way =
        m_transact->isEnabled() && m_transact->isChecked() ? SendWay::Transact : SendWay::Send;
    const pipecore::Bytes payload = *parsed;
    PayloadInput sent = m_input->input();
    m_history.add(sent);
    m_input->forgetConversion();
    sent.text.clear();
    m_input->show(sent);
    m_saveTimer.start();
    emit sendRequested(to, payload, way);
    return true;
}

void ComposerPanel::browse(std::optional<PayloadInput> entry)
{
    if (entry) {
        m_input->show(*entry);
    }
}

void ComposerPanel::showContextMenu(const QPoint& position)
{
    QMenu* menu = m_edit->createStandardContextMenu(position);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSeparator();
    auto* keys = new QActionGroup(menu);
    for (const auto& [key, text] : {std::pair(SendKey::Enter, tr("Send with Enter")),
                                    std::pair(SendKey::CtrlEnter, tr("Send with Ctrl+Enter"))}) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_edit->sendKey() == key);
        keys->addAction(action);
        connect(action, &QAction::triggered, this, [this, wanted = key] { setSendKey(wanted); });
    }
    menu->popup(m_edit->viewport()->mapToGlobal(position));
}

void ComposerPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_target->retranslate();
        retranslate();
        m_input->read();
    }
}

void ComposerPanel::retranslate()
{
    const bool isText = m_format->mode() == PayloadMode::Text;
    m_targetLabel->setText(tr("Send t&o"));
    m_format->retranslate();
    m_transact->setText(tr("&Wait for reply"));
    m_edit->setAccessibleName(tr("Payload"));
    const QString keys =
        m_edit->sendKey() == SendKey::Enter
            ? tr("Enter sends, Shift+Enter inserts a line break, ↑ recalls sent messages")
            : tr("Ctrl+Enter sends, Enter inserts a line break, ↑ recalls sent messages");
    m_edit->setHint(isText ? tr("Text; escapes such as \\n or \\x1B stand for single bytes")
                                 + QLatin1Char('\n') + keys
                           : tr("Hex bytes: 0A 0b · 0x0A, 0x0B · a pasted hex dump")
                                 + QLatin1Char('\n') + keys);
    fitSendButton();
    showState();
}

void ComposerPanel::restyle()
{
    setTextColor(m_targetLabel, Token::Muted);
    setTextColor(m_count, Token::Muted);
    if (m_input->isMistakeShown()) {
        m_edit->markMistake(m_input->parsed().error());
    }
    showState();
}

} // namespace pipescope
