#include "widgets/message_bar.h"

#include "widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace pipescope {

namespace {

Token tokenOf(Message::Severity severity)
{
    switch (severity) {
    case Message::Severity::Info: return Token::Accent;
    case Message::Severity::Warning: return Token::Warning;
    case Message::Severity::Error: return Token::Error;
    }
    Q_UNREACHABLE();
}

QString iconOf(Message::Severity severity)
{
    switch (severity) {
    case Message::Severity::Info: return QStringLiteral("info");
    case Message::Severity::Warning: return QStringLiteral("warning");
    case Message::Severity::Error: return QStringLiteral("error");
    }
    Q_UNREACHABLE();
}

/// The text with long words elided in their middle.
QString withShortWords(const QString& text)
{
    constexpr qsizetype longest = 60;
    static const QRegularExpression longWord(QStringLiteral("[^\\s/-]{%1,}").arg(longest + 1));
    QString shown;
    qsizetype from = 0;
    for (const auto& match : longWord.globalMatch(text)) {
        const QString word = match.captured();
        shown += text.mid(from, match.capturedStart() - from) + word.left(longest / 2 - 1)
                 + QChar(u'…') + word.right(longest / 2);
        from = match.capturedEnd();
    }
    return shown + text.mid(from);
}

} // namespace

/// Line of the bar: a message.
class MessageArea::Bar : public QFrame
{
public:
    Bar(QString key, std::function<Message()> compose, MessageArea* area)
        : QFrame(area)
        , m_key(std::move(key))
        , m_compose(std::move(compose))
        , m_area(area)
        , m_icon(new QLabel(this))
        , m_title(new QLabel(this))
        , m_facts(new QLabel(this))
        , m_text(new QLabel(this))
        , m_buttons(new QHBoxLayout)
    {
        setObjectName(m_key);
        QFont bold = m_title->font();
        bold.setBold(true);
        m_title->setFont(bold);
        m_facts->setFont(Theme::instance().monospaceFont());
        for (QLabel* label : {m_title, m_facts, m_text}) {
            label->setWordWrap(true);
            label->setTextFormat(Qt::PlainText);
            label->setTextInteractionFlags(Qt::TextSelectableByMouse);
            label->setMinimumWidth(1); // long words must not widen the window
        }

        auto* texts = new QVBoxLayout;
        texts->setSpacing(4);
        texts->addWidget(m_title);
        texts->addWidget(m_facts);
        texts->addWidget(m_text);
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(16, 8, 8, 8);
        row->setSpacing(12);
        row->addWidget(m_icon, 0, Qt::AlignTop);
        row->addLayout(texts, 1);
        row->addLayout(m_buttons);
        m_buttons->setSpacing(8);
        refresh();
    }

    [[nodiscard]] const QString& key() const { return m_key; }

    [[nodiscard]] QString allText() const
    {
        QStringList parts;
        for (const QLabel* label : {m_title, m_facts, m_text}) {
            // The full text if the shown text was shortened.
            const QString text = label->toolTip().isEmpty() ? label->text() : label->toolTip();
            if (!text.isEmpty()) {
                parts << text;
            }
        }
        return parts.join(QLatin1Char('\n'));
    }

    void refresh()
    {
        const Message message = m_compose();
        m_severity = message.severity;
        m_icon->setPixmap(
            Theme::instance().icon(iconOf(m_severity)).pixmap(QSize(20, 20), devicePixelRatioF()));
        const auto set = [](QLabel* label, const QString& text) {
            const QString shown = withShortWords(text);
            label->setText(shown);
            label->setToolTip(shown == text ? QString() : text);
            label->setVisible(!text.isEmpty());
        };
        set(m_title, message.title);
        set(m_facts, message.facts);
        set(m_text, message.text);
        setAccessibleName(allText());

        while (QLayoutItem* item = m_buttons->takeAt(0)) {
            item->widget()->deleteLater();
            delete item;
        }
        for (const Message::Button& button : message.buttons) {
            auto* push = new QPushButton(button.text, this);
            // The handler may delete the message.
            connect(push, &QPushButton::clicked, m_area, [press = button.press] { press(); });
            m_buttons->addWidget(push, 0, Qt::AlignVCenter);
        }
        if (message.closable) {
            auto* close = new QToolButton(this);
            close->setAutoRaise(true);
            close->setIcon(Theme::instance().icon(QStringLiteral("close")));
            close->setToolTip(MessageArea::tr("Dismiss"));
            close->setAccessibleName(close->toolTip());
            connect(close, &QToolButton::clicked, m_area,
                    [area = m_area, key = m_key] { area->dismiss(key); });
            m_buttons->addWidget(close, 0, Qt::AlignTop);
        }
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const QColor color = Theme::instance().color(tokenOf(m_severity));
        QColor wash = color;
        wash.setAlphaF(0.10F);
        painter.fillRect(rect(), wash);
        painter.fillRect(QRect(0, 0, 4, height()), color);
    }

private:
    QString m_key;
    std::function<Message()> m_compose;
    MessageArea* m_area;
    Message::Severity m_severity = Message::Severity::Info;
    QLabel* m_icon;
    QLabel* m_title;
    QLabel* m_facts;
    QLabel* m_text;
    QHBoxLayout* m_buttons;
};

MessageArea::MessageArea(QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(1);
    hide();
    connect(&Theme::instance(), &Theme::changed, this, &MessageArea::refreshAll);
}

MessageArea::Bar* MessageArea::barOf(const QString& key) const
{
    for (int i = 0; i < m_layout->count(); ++i) {
        auto* bar = static_cast<Bar*>(m_layout->itemAt(i)->widget());
        if (bar->key() == key) {
            return bar;
        }
    }
    return nullptr;
}

void MessageArea::refreshAll()
{
    for (int i = 0; i < m_layout->count(); ++i) {
        static_cast<Bar*>(m_layout->itemAt(i)->widget())->refresh();
    }
}

void MessageArea::show(const QString& key, std::function<Message()> compose)
{
    dismiss(key);
    m_layout->addWidget(new Bar(key, std::move(compose), this));
    setVisible(true);
}

void MessageArea::dismiss(const QString& key)
{
    if (Bar* bar = barOf(key)) {
        m_layout->removeWidget(bar);
        bar->hide();
        // A button of this message may be the sender.
        bar->deleteLater();
        setVisible(m_layout->count() > 0);
    }
}

bool MessageArea::isShowing(const QString& key) const
{
    return barOf(key) != nullptr;
}

QString MessageArea::textOf(const QString& key) const
{
    const Bar* bar = barOf(key);
    return bar != nullptr ? bar->allText() : QString();
}

void MessageArea::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        refreshAll();
    }
    QWidget::changeEvent(event);
}

} // namespace pipescope
