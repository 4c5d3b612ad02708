#pragma once

#include "detail/endpoint_choices.h"
#include "pipecore/bytes.h"
#include "pipecore/frame_search.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QSpinBox;
class QStackedWidget;

namespace pipescope {

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
    /// What is shown beside the tree; one for the row, or one for each frame.
    struct Part
    {
        std::shared_ptr<const pipecore::Bytes> bytes;
        QString text;
    };

    void connectParts();
    void choose();
    void showChoice();
    void invalidate();
    void refresh();
    void showRow();
    void showFrames(const std::shared_ptr<const pipecore::FramesOfRow>& frames);
    [[nodiscard]] pipecore::Field fieldOf(const pipecore::Frame& frame, bool counted);
    [[nodiscard]] std::optional<pipecore::Decoded> decoded(pipecore::ByteView bytes) const;
    void showTree(pipecore::Field root, const QString& note);
    void showNothing(const QString& title);
    void showPart(std::size_t part);
    void fieldChosen();
    void byteChosen();
    [[nodiscard]] bool isFramed() const;
    void retranslate();

    std::optional<Place> m_place;
    EndpointChoice m_choice;
    std::shared_ptr<const pipecore::Bytes> m_bytes;
    std::vector<Part> m_parts;
    std::size_t m_part = 0;
    bool m_stale = false;    ///< to be decoded when somebody looks
    bool m_choosing = false; ///< one side follows the other

    FrameFinder* m_finder = nullptr;
    FieldModel* m_model = nullptr;
    QStackedWidget* m_left = nullptr;
    MarkedTree* m_tree = nullptr;
    QLabel* m_nothing = nullptr;
    QStackedWidget* m_right = nullptr;
    HexView* m_hex = nullptr;
    QPlainTextEdit* m_text = nullptr;
    QComboBox* m_decoder = nullptr;
    QComboBox* m_framing = nullptr;
    QSpinBox* m_frameSize = nullptr;
    QComboBox* m_side = nullptr;
    QLabel* m_note = nullptr;
};

} // namespace pipescope
