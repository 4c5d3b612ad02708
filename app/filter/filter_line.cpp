#include "filter/filter_line.h"

#include "widgets/error_text.h"
#include "widgets/formatting.h"
#include "widgets/hinted_edit.h"
#include "widgets/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QStandardItemModel>
#include <algorithm>
#include <cmath>

namespace pipescope {

namespace {

constexpr int shownOffers = 12;
constexpr int narrowest = 160;
constexpr int usualWidth = 400;
constexpr int padding = 3;

/// Replaces line breaks of pasted text by spaces.
QString oneLine(QString text)
{
    for (QChar& c : text) {
        if (c == u'\n' || c == u'\r' || c == QChar::ParagraphSeparator
            || c == QChar::LineSeparator) {
            c = u' ';
        }
    }
    return text;
}

} // namespace

FilterLine::FilterLine(QWidget* parent)
    : HintedEdit(parent)
    , m_completer(new QCompleter(this))
    , m_offers(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("filterLine"));
    setTabChangesFocus(true);
    setLineWrapMode(NoWrap);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFont(Theme::instance().monospaceFont());
    setUndoRedoEnabled(true);
    m_completer->setWidget(this);
    m_completer->setModel(m_offers);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(shownOffers);
    m_completer->setWrapAround(false); // a candidate is always selected
    m_completer->setCompletionRole(Qt::UserRole);
    m_completer->popup()->setObjectName(QStringLiteral("filterOffers"));
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& index) { take(index.data(Qt::UserRole).toString()); });
    connect(this, &QPlainTextEdit::textChanged, this, &FilterLine::read);
    connect(&Theme::instance(), &Theme::changed, this, &FilterLine::read);
    fitHeight();
}

QString FilterLine::text() const
{
    return document()->toRawText();
}

void FilterLine::setText(const QString& text)
{
    if (text != this->text()) {
        QTextCursor cursor(document());
        cursor.select(QTextCursor::Document);
        cursor.insertText(oneLine(text)); // can be undone, unlike setPlainText()
        moveCursor(QTextCursor::End);
    }
}

QString FilterLine::mistake() const
{
    return m_filter ? QString() : phraseText(m_filter.error().message);
}

QString FilterLine::placedMistake() const
{
    return m_filter
               ? QString()
               : pipescope::placedMistake(text().toStdString(), m_filter.error().offset, mistake());
}

void FilterLine::read()
{
    const QString now = text();
    const std::string bytes = now.toStdString();
    m_filter = pipecore::Filter::parse(bytes);
    if (m_filter) {
        setExtraSelections({});
    } else {
        const auto place = [&bytes](std::size_t offset) {
            return fromCore(std::string_view(bytes).substr(0, offset)).size();
        };
        const pipecore::FilterError& error = m_filter.error();
        const qsizetype begin = place(error.offset);
        markMistake(*this, begin, place(error.offset + error.length) - begin);
    }
    setToolTip(m_filter ? QString() : mistake());
    // Marks and a new theme are no edits.
    if (now != m_lastText) {
        m_lastText = now;
        emit edited();
    }
}

void FilterLine::readAgain()
{
    m_lastText.clear();
    read();
}

void FilterLine::complete()
{
    offer(true);
}

void FilterLine::offer(bool allowEmpty)
{
    const std::string before = text().left(textCursor().position()).toStdString();
    const auto completion = pipecore::completeFilter(
        before, before.size(), m_facts ? m_facts() : nullptr, m_decodedFields);
    const bool isWritten = completion.candidates.size() == 1
                           && completion.candidates.front().text.size() == completion.length
                           && before.ends_with(completion.candidates.front().text);
    if (completion.candidates.empty() || isWritten || (completion.length == 0 && !allowEmpty)) {
        m_completer->popup()->hide();
        return;
    }
    m_partBegin =
        static_cast<int>(fromCore(std::string_view(before).substr(0, completion.offset)).size());
    m_offers->clear();
    int width = 0;
    for (const auto& candidate : completion.candidates) {
        const QString written = fromCore(candidate.text);
        const QString help = filterHelp(candidate.help);
        auto* item =
            new QStandardItem(help.isEmpty() ? written : written + QStringLiteral("   ") + help);
        item->setData(written, Qt::UserRole);
        item->setEditable(false);
        item->setSizeHint({0, fontMetrics().height() + 2 * padding});
        width = std::max(width, fontMetrics().horizontalAdvance(item->text()));
        m_offers->appendRow(item);
    }
    QAbstractItemView* popup = m_completer->popup();
    popup->setFont(font());
    QTextCursor part = textCursor();
    part.setPosition(m_partBegin);
    QRect place = cursorRect(part);
    place.setBottom(height() - 1); // below the line, not over it
    place.setWidth(width + popup->verticalScrollBar()->sizeHint().width() + 4 * padding);
    m_completer->setCompletionPrefix(QString());
    m_completer->complete(place);
    popup->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void FilterLine::take(const QString& candidate)
{
    QTextCursor cursor = textCursor();
    cursor.setPosition(m_partBegin, QTextCursor::KeepAnchor);
    cursor.insertText(candidate + u' ');
    setTextCursor(cursor);
}

void FilterLine::keyPressEvent(QKeyEvent* event)
{
    const bool offering = m_completer->popup()->isVisible();
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        if (offering) {
            event->ignore(); // handled by the list of candidates
            return;
        }
        if (event->key() != Qt::Key_Tab) {
            emit accepted();
            return;
        }
        break;
    case Qt::Key_Escape:
        if (offering) {
            m_completer->popup()->hide();
        } else {
            emit escaped();
        }
        return;
    case Qt::Key_Space:
        if (event->modifiers().testFlag(Qt::ControlModifier)) {
            complete();
            return;
        }
        break;
    case Qt::Key_Down: complete(); return;
    default: break;
    }
    const QString before = text();
    QPlainTextEdit::keyPressEvent(event);
    if (text() != before) {
        offer(false);
    }
}

bool FilterLine::focusNextPrevChild(bool next)
{
    // Tab accepts the candidate.
    return !m_completer->popup()->isVisible() && HintedEdit::focusNextPrevChild(next);
}

void FilterLine::changeEvent(QEvent* event)
{
    HintedEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fitHeight();
    } else if (event->type() == QEvent::LanguageChange) {
        read();
    }
}

void FilterLine::insertFromMimeData(const QMimeData* source)
{
    textCursor().insertText(oneLine(source->text()));
}

void FilterLine::focusInEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusInEvent(event);
    emit entered();
}

void FilterLine::focusOutEvent(QFocusEvent* event)
{
    if (event->reason() != Qt::PopupFocusReason) {
        m_completer->popup()->hide();
    }
    QPlainTextEdit::focusOutEvent(event);
}

QSize FilterLine::sizeHint() const
{
    return {usualWidth, height()};
}

QSize FilterLine::minimumSizeHint() const
{
    return {narrowest, minimumHeight()};
}

void FilterLine::fitHeight()
{
    document()->setDocumentMargin(padding);
    setFixedHeight(static_cast<int>(std::ceil(QFontMetricsF(font()).lineSpacing())) + 2 * padding
                   + 2 * frameWidth() + 2);
}

QString filterHelp(std::string_view help)
{
    if (help.empty()) {
        return {};
    }
    return QCoreApplication::translate("FilterHelp", std::string(help).c_str());
}

} // namespace pipescope
