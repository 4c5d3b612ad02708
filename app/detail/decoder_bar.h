#pragma once

#include "detail/endpoint_choices.h"

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace pipescope {

/// Where it is chosen how the payloads of an endpoint are read: the decoder, and for streams the rule
/// of framing. GUI thread only.
class DecoderBar : public QWidget
{
    Q_OBJECT

public:
    explicit DecoderBar(QWidget* parent = nullptr);

    [[nodiscard]] EndpointChoice choice() const { return m_choice; }
    /// Shows a choice; `isStream`: framing has a meaning.
    void setChoice(const EndpointChoice& choice, bool isStream);

signals:
    /// The user made another choice.
    void chosen();

protected:
    void changeEvent(QEvent* event) override;

private:
    void choose();
    void show(const EndpointChoice& choice);
    void retranslate();

    EndpointChoice m_choice;
    bool m_isStream = false;
    QComboBox* m_decoder;
    QComboBox* m_framing;
    QSpinBox* m_frameSize;
};

} // namespace pipescope
