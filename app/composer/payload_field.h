#pragma once

#include "composer/payload_input.h"

#include <QWidget>

class QLabel;

namespace pipescope {

class FormatBar;
class PayloadEdit;

/// Edits a payload in a dialog as in the composer: text or hex, the encoding, and below it the
/// number of bytes or the error.
class PayloadField : public QWidget
{
    Q_OBJECT

public:
    explicit PayloadField(QWidget* parent = nullptr);

    [[nodiscard]] PayloadInput input() const;
    void setInput(const PayloadInput& input);
    /// The bytes, or the error, which is shown.
    [[nodiscard]] const std::expected<pipecore::Bytes, InputMistake>& payload() const
    {
        return m_payload;
    }
    void retranslate();

signals:
    void changed();
    /// Ctrl+Enter was pressed.
    void submitted();

private:
    void convertTo(PayloadMode mode);
    void read();

    FormatBar* m_format;
    PayloadEdit* m_edit;
    QLabel* m_state;
    std::expected<pipecore::Bytes, InputMistake> m_payload;
    bool m_showing = false;
};

} // namespace pipescope
