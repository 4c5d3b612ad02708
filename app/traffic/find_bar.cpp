#include "traffic/find_bar.h"

#include "pipecore/payload/payload.h"
#include "widgets/bar_parts.h"
#include "widgets/error_text.h"
#include "widgets/formatting.h"
#include "widgets/labels.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QProgressBar>
#include <QToolButton>

namespace pipescope {

namespace {

enum Mode { TextMode, HexMode, FilterMode };

} // namespace

FindBar::FindBar(QWidget* parent)
    : QWidget(parent)
    , m_mode(new QComboBox(this))
    , m_field(new QLineEdit(this))
    , m_case(flatButton(QStringLiteral("findCase"), this))
    , m_previous(flatButton(QStringLiteral("findPrevious"), this))
    , m_next(flatButton(QStringLiteral("findNext"), this))
    , m_status(new ElidedLabel(this))
    , m_progress(thinProgress(QStringLiteral("findProgress"), this))
    , m_close(flatButton(QStringLiteral("findClose"), this))
{
    m_field->setObjectName(QStringLiteral("findField"));
    m_field->setClearButtonEnabled(true);
    m_field->setMinimumWidth(180);
    m_mode->setObjectName(QStringLiteral("findMode"));
    m_mode->addItems({QString(), QString(), QString()});
    m_case->setCheckable(true);
    m_case->setText(QStringLiteral("Aa"));
    m_previous->setIcon(Theme::instance().icon(QStringLiteral("up")));
    m_next->setIcon(Theme::instance().icon(QStringLiteral("down")));
    m_close->setText(QStringLiteral(u"✕"));
    m_status->setObjectName(QStringLiteral("findStatus"));

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 8, 6);
    row->setSpacing(4);
    row->addWidget(m_mode);
    row->addWidget(m_field, 2);
    row->addWidget(m_case);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addSpacing(8);
    row->addWidget(m_status, 1);
    row->addWidget(m_progress);
    row->addWidget(m_close);
    setFocusProxy(m_field);

    connect(m_field, &QLineEdit::textChanged, this, &FindBar::patternChanged);
    connect(m_case, &QToolButton::toggled, this, &FindBar::patternChanged);
    connect(m_mode, &QComboBox::currentIndexChanged, this, &FindBar::modeChanged);
    connect(m_next, &QToolButton::clicked, this, &FindBar::nextRequested);
    connect(m_previous, &QToolButton::clicked, this, &FindBar::previousRequested);
    connect(m_close, &QToolButton::clicked, this, &FindBar::closeRequested);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    retranslate();
}

bool FindBar::isHex() const
{
    return m_mode->currentIndex() == HexMode;
}

bool FindBar::isFilter() const
{
    return m_mode->currentIndex() == FilterMode;
}

FindPattern FindBar::pattern() const
{
    if (isFilter()) {
        const auto filter = pipecore::Filter::parse(m_field->text().toStdString());
        return filter ? FindPattern::fromFilter(*filter) : FindPattern();
    }
    if (!isHex()) {
        return FindPattern::fromText(m_field->text(),
                                     m_case->isChecked() ? Qt::CaseSensitive : Qt::CaseInsensitive);
    }
    const auto bytes = pipecore::parseHex(m_field->text().toStdString());
    return bytes ? FindPattern::fromBytes(*bytes) : FindPattern();
}

QString FindBar::inputProblem() const
{
    const std::string typed = m_field->text().toStdString();
    if (isFilter()) {
        const auto filter = pipecore::Filter::parse(typed);
        return filter ? QString()
                      : placedMistake(typed, filter.error().offset,
                                      phraseText(filter.error().message));
    }
    if (!isHex()) {
        return {};
    }
    const auto bytes = pipecore::parseHex(typed);
    if (bytes) {
        return {};
    }
    return placedMistake(typed, bytes.error().offset,
                         QCoreApplication::translate("InputError", bytes.error().reason.c_str()));
}

void FindBar::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FindBar::setStatus(const Status& status)
{
    m_status->setText(status.text);
    setTextColor(m_status, status.isWarning ? Token::Warning : Token::Muted);
    showProgress(m_progress, status.isRunning, status.progress);
}

void FindBar::modeChanged()
{
    m_case->setEnabled(!isHex() && !isFilter());
    m_field->setFont(isHex() || isFilter() ? Theme::instance().monospaceFont() : font());
    retranslate();
    emit patternChanged();
}

void FindBar::keyPressEvent(QKeyEvent* event)
{
    const bool backwards = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Escape: emit closeRequested(); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (backwards) {
            emit previousRequested();
        } else {
            emit nextRequested();
        }
        return;
    default: QWidget::keyPressEvent(event);
    }
}

void FindBar::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    QPainter painter(this);
    painter.fillRect(0, 0, width(), 1, Theme::instance().color(Token::Line));
}

void FindBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void FindBar::retranslate()
{
    m_mode->setItemText(TextMode, tr("Text"));
    m_mode->setItemText(HexMode, tr("Hex"));
    m_mode->setItemText(FilterMode, tr("Filter"));
    m_mode->setToolTip(tr("Search for text, hex bytes or a filter"));
    m_mode->setAccessibleName(tr("Find text, hex or a filter"));
    m_field->setPlaceholderText(isHex()      ? tr("Hex bytes, e.g. 0A 0b or 0x0A0b")
                                : isFilter() ? tr("Filter, e.g. conn == 3 && len > 100")
                                             : tr("Find in messages and events"));
    m_field->setAccessibleName(tr("Find"));
    m_case->setToolTip(tr("Match case"));
    m_previous->setToolTip(tr("Previous match (Shift+F3)"));
    m_next->setToolTip(tr("Next match (F3)"));
    m_close->setToolTip(tr("Close (Esc)"));
    m_case->setAccessibleName(tr("Match case"));
    m_previous->setAccessibleName(tr("Previous match"));
    m_next->setAccessibleName(tr("Next match"));
    m_close->setAccessibleName(tr("Close"));
}

} // namespace pipescope
