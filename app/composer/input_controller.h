#pragma once

#include "composer/payload_input.h"

#include "pipecore/base/bytes.h"

#include <QObject>
#include <QTimer>

#include <expected>
#include <optional>

namespace pipescope {

class FormatBar;
class PayloadEdit;

/// Reads what is typed into the composer: at every key, or once a large input rests. Marks what
/// cannot be read, converts between text and hex, and shows inputs. GUI thread only.
class InputController : public QObject
{
    Q_OBJECT

public:
    /// Neither is owned, and both outlive it.
    InputController(FormatBar& format, PayloadEdit& edit);

    [[nodiscard]] PayloadInput input() const;
    /// Shows an input, as hex when it cannot be edited as text.
    void show(const PayloadInput& input);
    /// Shows the bytes of the input in another mode. Going back loses not even spaces.
    void convertTo(PayloadMode mode);
    /// An input was sent: the one before a conversion is not to come back.
    void forgetConversion() { m_conversion.reset(); }

    /// Reads the input now.
    void read();
    /// What was read last, or why it cannot be read.
    [[nodiscard]] const std::expected<pipecore::Bytes, InputMistake>& parsed() const
    {
        return m_parsed;
    }
    /// The input has changed since it was read.
    [[nodiscard]] bool isStale() const { return m_isStale; }
    /// Marks the mistake, if there is one.
    void showMistake();
    [[nodiscard]] bool isMistakeShown() const { return m_isMarked && !m_parsed; }

signals:
    /// The input is another one, and not read yet.
    void edited();
    /// The input was shown in its format, which may be another one than before.
    void shown();
    /// Another result of reading, or none yet.
    void changed();
    /// What is said of an input that was shown otherwise than it was given, or not at all.
    void noticed(const QString& text);

private:
    /// An input beside the one that it was converted to.
    struct Conversion
    {
        PayloadInput from;
        PayloadInput to;
    };
    void inputEdited();

    FormatBar& m_format;
    PayloadEdit& m_edit;
    std::expected<pipecore::Bytes, InputMistake> m_parsed;
    std::optional<Conversion> m_conversion;
    bool m_isStale = false;
    bool m_isMarked = false; ///< the mistake is shown
    bool m_isShowing = false;
    QTimer m_readTimer; ///< reads a large input once it rests
    QTimer m_markTimer; ///< shows a mistake that may just be unfinished typing
};

} // namespace pipescope
