#include "detail/text_page.h"

#include "rows/payload_text.h"
#include "widgets/formatting.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStringList>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace pipescope {

namespace {

enum Choice { Automatic, Utf8, Utf16Le, Latin1 };

/// Longer lines are wrapped for display: laying out one huge line takes seconds.
constexpr qsizetype maxLineLength = 8192;

/// Shows control characters as their pictures (U+2400…), so that none is lost or takes effect.
QString readable(QString text)
{
    for (QChar& c : text) {
        const bool kept =
            c == QLatin1Char('\n') || c == QLatin1Char('\t') || c == QLatin1Char('\r');
        if (c.unicode() < 0x20 && !kept) {
            c = QChar(static_cast<char16_t>(0x2400 + c.unicode()));
        } else if (c.unicode() == 0x7F) {
            c = QChar(u'\u2421');
        }
    }
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    return text;
}

/// Wraps lines that are too long. Returns whether any was.
bool breakLongLines(QString& text)
{
    QString broken;
    qsizetype lineStart = 0;
    qsizetype copied = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text.at(at) == QLatin1Char('\n')) {
            lineStart = at + 1;
        } else if (at - lineStart >= maxLineLength && !text.at(at).isLowSurrogate()) {
            broken += QStringView(text).sliced(copied, at - copied);
            broken += QLatin1Char('\n');
            copied = at;
            lineStart = at;
        }
    }
    if (copied == 0) {
        return false;
    }
    broken += QStringView(text).sliced(copied);
    text = std::move(broken);
    return true;
}

} // namespace

TextPage::TextPage(QWidget* parent)
    : QWidget(parent)
    , m_encoding(new QComboBox(this))
    , m_text(new QPlainTextEdit(this))
    , m_note(new QLabel(this))
    , m_more(new QPushButton(this))
{
    m_encoding->setObjectName(QStringLiteral("textEncoding"));
    m_encoding->addItems({QString(), QString(), QString(), QString()});
    m_text->setObjectName(QStringLiteral("decodedText"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFont(Theme::instance().monospaceFont());
    m_text->setUndoRedoEnabled(false);
    m_text->document()->setDocumentMargin(12);
    m_note->setObjectName(QStringLiteral("textNote"));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_more->setObjectName(QStringLiteral("textMore"));
    m_more->hide();
    setFocusProxy(m_text);

    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(12, 4, 12, 4);
    foot->setSpacing(8);
    foot->addWidget(m_encoding);
    foot->addWidget(m_note, 1);
    foot->addWidget(m_more);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_text, 1);
    column->addLayout(foot);

    connect(m_encoding, &QComboBox::currentIndexChanged, this, &TextPage::invalidate);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_limit += step;
        const int place = m_text->verticalScrollBar()->value();
        showText();
        m_text->verticalScrollBar()->setValue(place);
    });
    retranslate();
}

pipecore::TextEncoding TextPage::encoding() const
{
    switch (m_encoding->currentIndex()) {
    case Utf8: return pipecore::TextEncoding::Utf8;
    case Utf16Le: return pipecore::TextEncoding::Utf16Le;
    case Latin1: return pipecore::TextEncoding::Latin1;
    default: return guessEncoding(m_bytes ? pipecore::ByteView(*m_bytes) : pipecore::ByteView());
    }
}

void TextPage::setBytes(std::shared_ptr<const pipecore::Bytes> bytes, bool keepPlace)
{
    m_bytes = std::move(bytes);
    if (keepPlace) {
        showNote();
        return;
    }
    m_limit = step;
    invalidate();
}

void TextPage::invalidate()
{
    m_stale = true;
    if (isVisible()) {
        showText();
    }
}

void TextPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale) {
        showText();
    }
}

void TextPage::showText()
{
    m_stale = false;
    const pipecore::ByteView all = m_bytes ? pipecore::ByteView(*m_bytes) : pipecore::ByteView();
    m_shown = std::min(all.size(), m_limit);
    QString text = readable(decodeText(all.first(m_shown), encoding()));
    const bool broken = breakLongLines(text);
    m_text->setProperty("broken", broken);
    m_text->setPlainText(text);
    showNote();
}

void TextPage::showNote()
{
    const std::size_t all = m_bytes ? m_bytes->size() : 0;
    QStringList notes;
    if (m_encoding->currentIndex() == Automatic && all > 0) {
        constexpr int firstName = Utf8;
        notes.append(m_encoding->itemText(firstName + std::to_underlying(encoding())));
    }
    if (m_shown < all) {
        notes.append(tr("showing the first %1 of %2").arg(formatSize(m_shown), formatSize(all)));
    }
    if (m_text->property("broken").toBool()) {
        notes.append(tr("very long lines are wrapped for display"));
    }
    m_note->setText(notes.join(QStringLiteral(u" · ")));
    m_more->setVisible(m_shown < all);
}

void TextPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::FontChange) {
        m_text->setFont(Theme::instance().monospaceFont());
    }
    QWidget::changeEvent(event);
}

void TextPage::retranslate()
{
    m_encoding->setItemText(Automatic, tr("Automatic"));
    m_encoding->setItemText(Utf8, tr("UTF-8"));
    m_encoding->setItemText(Utf16Le, tr("UTF-16LE"));
    m_encoding->setItemText(Latin1, tr("Latin-1"));
    m_encoding->setAccessibleName(tr("Encoding"));
    m_encoding->setToolTip(tr("Encoding of the displayed text"));
    m_text->setAccessibleName(tr("Decoded text"));
    m_more->setText(tr("Show more"));
    showNote();
}

} // namespace pipescope
