#include "composer/input_controller.h"

#include "composer/format_bar.h"
#include "composer/payload_edit.h"
#include "widgets/formatting.h"

#include <QScopedValueRollback>

#include <chrono>

namespace pipescope {

namespace {

using namespace std::chrono_literals;

constexpr int smallInput = 16 * 1024; ///< characters; smaller inputs are parsed on each key
constexpr auto readDelay = 150ms;
constexpr auto markDelay = 700ms;

} // namespace

InputController::InputController(FormatBar& format, PayloadEdit& edit)
    : m_format(format)
    , m_edit(edit)
{
    m_readTimer.setSingleShot(true);
    m_readTimer.setInterval(readDelay);
    m_markTimer.setSingleShot(true);
    m_markTimer.setInterval(markDelay);
    connect(&m_readTimer, &QTimer::timeout, this, &InputController::read);
    connect(&m_markTimer, &QTimer::timeout, this, &InputController::showMistake);
    connect(&m_format, &FormatBar::modeRequested, this, &InputController::convertTo);
    connect(&m_format, &FormatBar::changed, this, &InputController::inputEdited);
    connect(&m_edit, &QPlainTextEdit::textChanged, this, &InputController::inputEdited);
    connect(&m_edit, &PayloadEdit::endlessLinePasted, this, [this](const QString& text) {
        PayloadInput pasted = input();
        pasted.text = text;
        show(pasted);
    });
}

PayloadInput InputController::input() const
{
    return m_format.inputOf(m_edit.payloadText());
}

void InputController::show(const PayloadInput& input)
{
    const auto editable = editableInput(input);
    if (editable) {
        const QScopedValueRollback showing(m_isShowing, true);
        m_format.setFormat(*editable);
        m_edit.setPayloadText(editable->text);
    }
    emit shown();
    inputEdited();
    if (!editable) {
        emit noticed(tr("Input not accepted. Invalid character %1: %2")
                         .arg(formatCount(static_cast<quint64>(editable.error().position) + 1),
                              editable.error().reason));
    } else if (*editable != input) {
        emit noticed(tr("Long line shown as hex (same bytes)."));
    }
}

void InputController::convertTo(PayloadMode mode)
{
    read();
    const PayloadInput now = input();
    if (!m_parsed) {
        // Invalid input cannot be converted: it stays, with its error shown.
        showMistake();
        return;
    }
    PayloadInput next = inputFor(*m_parsed, mode, now.encoding, now.ending);
    if (m_parsed->empty()) {
        next = {{}, mode, now.encoding, now.ending};
    } else if (m_conversion && m_conversion->to == now && m_conversion->from.mode == mode) {
        next = m_conversion->from;
    }
    m_conversion = Conversion{now, next};
    show(next);
    m_edit.setFocus();
}

void InputController::inputEdited()
{
    if (m_isShowing) {
        return;
    }
    m_isStale = true;
    emit edited();
    if (m_isMarked) {
        m_isMarked = false;
        m_edit.clearMistake();
    }
    if (m_edit.document()->characterCount() <= smallInput) {
        read();
    } else {
        m_markTimer.stop();
        m_readTimer.start();
        emit changed();
    }
}

void InputController::read()
{
    m_readTimer.stop();
    m_markTimer.stop();
    m_parsed = parseInput(input());
    m_isStale = false;
    if (!m_parsed) {
        // At the cursor the input may be incomplete: "0" on the way to "0A".
        const InputMistake& mistake = m_parsed.error();
        const int cursor = m_edit.textCursor().position();
        const bool atCursor = m_edit.hasFocus() && cursor >= mistake.position
                              && cursor <= mistake.position + mistake.length;
        if (atCursor) {
            m_markTimer.start();
        } else {
            showMistake();
        }
    }
    emit changed();
}

void InputController::showMistake()
{
    if (m_parsed) {
        return;
    }
    m_markTimer.stop();
    m_isMarked = true;
    m_edit.markMistake(m_parsed.error());
    emit changed();
}

} // namespace pipescope
