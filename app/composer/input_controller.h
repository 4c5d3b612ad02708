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

/// Parses the composer's input on each key, or after a pause if the input is large. Marks errors,
/// converts between text and hex, and shows inputs. GUI thread only.
class InputController : public QObject
{
    Q_OBJECT

public:
    /// Neither is owned; both outlive it.
    InputController(FormatBar& format, PayloadEdit& edit);

    [[nodiscard]] PayloadInput input() const;
    /// Shows an input, as hex if it cannot be edited as text.
    void show(const PayloadInput& input);
    /// Converts the input to another mode. Converting back restores even its spaces.
    void convertTo(PayloadMode mode);
    /// Forgets the input before a conversion: it was sent.
    void forgetConversion() { m_conversion.reset(); }

    /// Parses the input now.
    void read();
    /// The last result of parsing: bytes or the error.
    [[nodiscard]] const std::expected<pipecore::Bytes, InputMistake>& parsed() const
    {
        return m_parsed;
    }
    /// True if the input has changed since it was parsed.
    [[nodiscard]] bool isStale() const { return m_isStale; }
    /// Marks the error, if any.
    void showMistake();
    [[nodiscard]] bool isMistakeShown() const { return m_isMarked && !m_parsed; }

signals:
    /// The input has changed and is not parsed yet.
    void edited();
    /// An input was shown; the format may have changed.
    void shown();
    /// The result of parsing has changed, or is pending.
    void changed();
    /// A notice about an input that was shown in another format, or not at all.
    void noticed(const QString& text);

private:
    /// An input and the one that it was converted to.
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
    bool m_isMarked = false; ///< the error is shown
    bool m_isShowing = false;
    QTimer m_readTimer; ///< parses a large input after a pause
    QTimer m_markTimer; ///< shows an error that may be unfinished typing
};

} // namespace pipescope
