#pragma once

#include "pipecore/payload/payload.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace pipescope {

/// Shows a payload as text. Long ones are shown in steps.
class TextPage : public QWidget
{
    Q_OBJECT

public:
    /// Bytes shown initially, and added by each "Show more".
    static constexpr std::size_t step = std::size_t{1024} * 1024;

    explicit TextPage(QWidget* parent = nullptr);

    /// `keepPlace`: the same bytes as before with more appended; encoding and scroll position stay.
    void setBytes(std::shared_ptr<const pipecore::Bytes> bytes, bool keepPlace);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    [[nodiscard]] pipecore::TextEncoding encoding() const;
    void invalidate();
    void showText();
    void showNote();
    void retranslate();

    std::shared_ptr<const pipecore::Bytes> m_bytes;
    std::size_t m_limit = step;
    std::size_t m_shown = 0;
    bool m_stale = false; ///< to be decoded when shown
    QComboBox* m_encoding = nullptr;
    QPlainTextEdit* m_text = nullptr;
    QLabel* m_note = nullptr;
    QPushButton* m_more = nullptr;
};

} // namespace pipescope
