#pragma once

#include "composer/payload_input.h"

#include <QWidget>

class QComboBox;
class QRadioButton;

namespace pipescope {

/// Selects the input format: text or hex, and for text the encoding and line ending.
class FormatBar : public QWidget
{
    Q_OBJECT

public:
    explicit FormatBar(QWidget* parent = nullptr);

    /// Returns the format with this text.
    [[nodiscard]] PayloadInput inputOf(const QString& text) const;
    /// Shows the format of an input. Emits changed() if it differs.
    void setFormat(const PayloadInput& input);
    [[nodiscard]] PayloadMode mode() const { return m_mode; }
    void retranslate();

signals:
    /// The user requested another mode; setFormat() with it follows, or the old one stays.
    void modeRequested(pipescope::PayloadMode mode);
    /// Encoding or line ending has changed.
    void changed();

private:
    void requestMode(PayloadMode mode);
    void showMode();

    QRadioButton* m_textMode;
    QRadioButton* m_hexMode;
    QComboBox* m_encoding;
    QComboBox* m_ending;
    PayloadMode m_mode = PayloadMode::Text;
};

} // namespace pipescope
