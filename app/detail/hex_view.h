#pragma once

#include "detail/line_view.h"
#include "pipecore/base/bytes.h"
#include "pipecore/payload/copy_formats.h"

#include <QBasicTimer>

#include <memory>
#include <optional>

namespace pipescope {

/// Shows bytes as offset, hex and text columns. Paints only visible lines, so that a payload of 64
/// MiB scrolls like one of 64 bytes. The selection is one run of bytes, shown in both columns. GUI
/// thread only.
class HexView : public LineView
{
    Q_OBJECT

public:
    static constexpr quint64 bytesPerLine = 16;

    /// Limit of copied bytes.
    static constexpr std::size_t copyLimit = std::size_t{4} * 1024 * 1024;

    explicit HexView(QWidget* parent = nullptr);

    /// Shows these bytes. `keepPlace`: they are the same as before with more appended.
    void setBytes(std::shared_ptr<const pipecore::Bytes> bytes, bool keepPlace = false);
    [[nodiscard]] pipecore::ByteView bytes() const;

    /// First selected byte; the cursor's position if nothing is selected. Empty without bytes.
    [[nodiscard]] std::optional<quint64> selectionStart() const;
    /// Number of selected bytes; 0 if only the cursor is set.
    [[nodiscard]] quint64 selectionLength() const;
    void select(quint64 first, quint64 length);
    void selectAll();
    /// Copies the selected bytes, or all if none is selected.
    void copy(pipecore::CopyStyle style);

    /// Byte at a point of the viewport, also between columns.
    [[nodiscard]] std::optional<quint64> byteAt(QPoint position) const;
    /// Rectangle of a byte in the viewport: its hex digits or its character.
    [[nodiscard]] QRect byteRect(quint64 byte, bool inText) const;
    [[nodiscard]] quint64 lineCount() const override;

signals:
    void selectionChanged();
    /// A copy was truncated at copyLimit.
    void copyCut(quint64 copied, quint64 wanted);

protected:
    void paintLine(QPainter& painter, quint64 line, int top) const override;
    void updateBars() override;
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] quint64 size() const { return m_bytes ? m_bytes->size() : 0; }
    [[nodiscard]] int hexLeft(quint64 column) const;
    [[nodiscard]] int textLeft(quint64 column) const;
    [[nodiscard]] quint64 nearestByte(QPoint position) const;
    void moveCursor(quint64 byte, bool extend);
    void ensureVisible(quint64 byte);
    void paintText(QPainter& painter, quint64 line, int top) const;
    void paintSelection(QPainter& painter, quint64 line, int top) const;

    std::shared_ptr<const pipecore::Bytes> m_bytes;
    quint64 m_anchor = 0;
    quint64 m_cursor = 0;
    bool m_selected = false; ///< anchor to cursor are selected; else only the cursor is set
    bool m_inText = false;   ///< the cursor is in the text column
    bool m_dragging = false;
    QPoint m_dragPosition;
    QBasicTimer m_dragTimer;
};

} // namespace pipescope
