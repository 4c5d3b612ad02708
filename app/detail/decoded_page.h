#pragma once

#include "detail/decoded_parts.h"
#include "detail/endpoint_choices.h"
#include "pipecore/analysis/frame_search.h"
#include "pipecore/base/bytes.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QAction;
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QStackedWidget;

namespace pipescope {

class DecoderBar;
class FieldModel;
class FrameFinder;
class HexView;
class MarkedTree;

/// A payload taken apart: a tree of its fields beside its bytes, or beside its text laid out. Rows of a
/// stream can be put together to frames first. How an endpoint's payloads are read is chosen here and
/// remembered by its name. GUI thread only.
class DecodedPage : public QWidget
{
    Q_OBJECT

public:
    /// Which row the bytes are of.
    struct Place
    {
        const pipecore::RecordSource* source = nullptr; ///< not owned; see setPlace()
        quint64 row = 0;
        QString endpoint;      ///< its name
        bool isStream = false; ///< of a byte pipe: framing has a meaning
    };

    explicit DecodedPage(QWidget* parent = nullptr);

    /// The row whose bytes come next, or none. When this returns, the source before is not used any more
    /// if it is another one.
    void setPlace(const std::optional<Place>& place);
    /// The row's payload. `keepPlace`: the same bytes as before with more behind.
    void setBytes(std::shared_ptr<const pipecore::Bytes> bytes, bool keepPlace);

signals:
    /// A field of the row itself (not of a frame) was chosen.
    void bytesSelected(quint64 first, quint64 length);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    enum Side { BytesSide, TextSide };
    void connectParts();
    void choose();
    void invalidate();
    void refresh();
    void showRow();
    void showFrames(const std::shared_ptr<const pipecore::FramesOfRow>& frames);
    void showParts(DecodedParts parts);
    void showNothing(const QString& title);
    void showPart(std::size_t part);
    void fieldChosen();
    void copyValue() const;
    void byteChosen();
    [[nodiscard]] bool isFramed() const;
    void retranslate();

    std::optional<Place> m_place;
    std::shared_ptr<const pipecore::Bytes> m_bytes;
    std::vector<DecodedParts::Part> m_parts;
    std::size_t m_part = 0;
    bool m_stale = false;    ///< to be decoded when somebody looks
    bool m_choosing = false; ///< one side follows the other

    FrameFinder* m_finder = nullptr;
    FieldModel* m_model = nullptr;
    QStackedWidget* m_left = nullptr;
    MarkedTree* m_tree = nullptr;
    QLabel* m_nothing = nullptr;
    QStackedWidget* m_right = nullptr;
    QAction* m_copy = nullptr;
    HexView* m_hex = nullptr;
    QPlainTextEdit* m_text = nullptr;
    DecoderBar* m_bar = nullptr;
    QComboBox* m_side = nullptr;
    QLabel* m_note = nullptr;
};

} // namespace pipescope
