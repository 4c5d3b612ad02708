#include "composer/format_bar.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QRadioButton>

namespace pipescope {

FormatBar::FormatBar(QWidget* parent)
    : QWidget(parent)
    , m_textMode(new QRadioButton(this))
    , m_hexMode(new QRadioButton(this))
    , m_encoding(new QComboBox(this))
    , m_ending(new QComboBox(this))
{
    m_textMode->setObjectName(QStringLiteral("textMode"));
    m_hexMode->setObjectName(QStringLiteral("hexMode"));
    m_encoding->setObjectName(QStringLiteral("encoding"));
    m_encoding->addItems(
        {QStringLiteral("UTF-8"), QStringLiteral("UTF-16LE"), QStringLiteral("Latin-1")});
    m_ending->setObjectName(QStringLiteral("ending"));
    m_ending->addItems({QString(), QString(), QString(), QString()});
    m_ending->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_textMode, m_hexMode, m_encoding, m_ending}) {
        layout->addWidget(widget);
    }
    connect(m_textMode, &QRadioButton::clicked, this, [this] { requestMode(PayloadMode::Text); });
    connect(m_hexMode, &QRadioButton::clicked, this, [this] { requestMode(PayloadMode::Hex); });
    connect(m_encoding, &QComboBox::currentIndexChanged, this, &FormatBar::changed);
    connect(m_ending, &QComboBox::currentIndexChanged, this, &FormatBar::changed);
    retranslate();
    showMode();
}

PayloadInput FormatBar::inputOf(const QString& text) const
{
    return {text, m_mode, static_cast<pipecore::TextEncoding>(m_encoding->currentIndex()),
            static_cast<pipecore::LineEnding>(m_ending->currentIndex())};
}

void FormatBar::setFormat(const PayloadInput& input)
{
    m_mode = input.mode;
    m_encoding->setCurrentIndex(static_cast<int>(input.encoding));
    m_ending->setCurrentIndex(static_cast<int>(input.ending));
    showMode();
}

void FormatBar::requestMode(PayloadMode mode)
{
    if (mode != m_mode) {
        emit modeRequested(mode);
    }
    showMode(); // may still be the old mode
}

void FormatBar::showMode()
{
    const bool isText = m_mode == PayloadMode::Text;
    (isText ? m_textMode : m_hexMode)->setChecked(true);
    const QString onlyText = tr("Applies to text only: hex input specifies every byte.");
    m_encoding->setEnabled(isText);
    m_encoding->setToolTip(isText ? tr("Encoding of the text") : onlyText);
    m_ending->setEnabled(isText);
    m_ending->setToolTip(isText ? tr("Appended to each message") : onlyText);
}

void FormatBar::retranslate()
{
    m_textMode->setText(tr("Te&xt"));
    m_textMode->setToolTip(tr("Enter text. Escapes for single bytes: \\n \\r \\t \\0 \\\\ \\xHH"));
    m_hexMode->setText(tr("Hex"));
    m_hexMode->setToolTip(tr("Enter bytes as 0A 0b, 0x0A or \\x0a, or paste a hex dump."));
    m_encoding->setAccessibleName(tr("Encoding"));
    m_ending->setAccessibleName(tr("Line ending"));
    m_ending->setItemText(static_cast<int>(pipecore::LineEnding::None), tr("no line ending"));
    m_ending->setItemText(static_cast<int>(pipecore::LineEnding::Lf), tr("+ LF (\\n)"));
    m_ending->setItemText(static_cast<int>(pipecore::LineEnding::CrLf), tr("+ CRLF (\\r\\n)"));
    m_ending->setItemText(static_cast<int>(pipecore::LineEnding::Nul), tr("+ NUL (\\0)"));
    showMode();
}

} // namespace pipescope
