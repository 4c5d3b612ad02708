#pragma once

#include "pipecore/payload/payload.h"

#include <QPlainTextEdit>

#include <optional>

namespace pipescope {

/// The field for a descriptor as text: monospaced, marks a mistake at its characters.
class SddlEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit SddlEdit(QWidget* parent = nullptr);

    /// Replaces the text so that Undo brings the old one back. edited() is not emitted.
    void replaceText(const QString& text);
    /// Underlines a mistake; without one takes the mark away. Offsets are bytes of the UTF-8 text.
    void setMistake(const std::optional<pipecore::InputError>& mistake);

    [[nodiscard]] QSize sizeHint() const override;

signals:
    /// The user has changed the text.
    void edited();

private:
    std::optional<pipecore::InputError> m_mistake;
    bool m_isReplacing = false;
};

} // namespace pipescope
