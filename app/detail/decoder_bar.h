#pragma once

#include "detail/endpoint_choices.h"

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace pipescope {

/// Selects the decoder of an endpoint's payloads, and for streams the framing rule. GUI thread
/// only.
class DecoderBar : public QWidget
{
    Q_OBJECT

public:
    explicit DecoderBar(QWidget* parent = nullptr);

    [[nodiscard]] EndpointChoice choice() const { return m_choice; }
    /// Shows a choice; `isStream`: framing applies.
    void setChoice(const EndpointChoice& choice, bool isStream);
    /// Lists the decoders anew; some were added or removed.
    void fillDecoders();

signals:
    /// The user made another choice.
    void chosen();

protected:
    void changeEvent(QEvent* event) override;

private:
    void choose();
    void show(const EndpointChoice& choice);
    void showRule(const pipecore::FramingRule& rule);
    void retranslate();

    EndpointChoice m_choice;
    bool m_isStream = false;
    QComboBox* m_decoder;
    QComboBox* m_framing;
    QSpinBox* m_frameSize;
};

} // namespace pipescope
