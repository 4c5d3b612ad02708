#pragma once

#include "composer/payload_input.h"

#include <QWidget>

class QComboBox;
class QRadioButton;

namespace pipescope {

/// How the payload is written: text or hex, and for text its encoding and what ends it.
class FormatBar : public QWidget
{
    Q_OBJECT

public:
    explicit FormatBar(QWidget* parent = nullptr);

    /// The format, around this text.
    [[nodiscard]] PayloadInput inputOf(const QString& text) const;
    /// Shows the format of an input. Emits changed() where it is another one.
    void setFormat(const PayloadInput& input);
    [[nodiscard]] PayloadMode mode() const { return m_mode; }
    void retranslate();

signals:
    /// The user asked for another mode; setFormat() with it follows, or the old one stays.
    void modeWanted(pipescope::PayloadMode mode);
    /// Encoding or ending is another one.
    void changed();

private:
    void wantMode(PayloadMode mode);
    void showMode();

    QRadioButton* m_textMode;
    QRadioButton* m_hexMode;
    QComboBox* m_encoding;
    QComboBox* m_ending;
    PayloadMode m_mode = PayloadMode::Text;
};

} // namespace pipescope
