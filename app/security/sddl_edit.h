#pragma once

#include "pipecore/payload/payload.h"

#include <QPlainTextEdit>

#include <optional>

namespace pipescope {

/// Edits a descriptor as text: monospaced, underlines an error.
class SddlEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit SddlEdit(QWidget* parent = nullptr);

    /// Replaces the text; Undo restores the old one. Does not emit edited().
    void replaceText(const QString& text);
    /// Underlines an error; clears the mark without one. Offsets are bytes of the UTF-8 text.
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
