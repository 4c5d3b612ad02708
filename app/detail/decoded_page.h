#pragma once

#include "detail/decoded_parts.h"
#include "detail/endpoint_choices.h"
#include "pipecore/analysis/frame_search.h"
#include "pipecore/base/bytes.h"
#include "pipecore/decode/connection_types.h"
#include "tasks/task.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QAction;
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QStackedWidget;

namespace pipecore {
class RowTypes;
}

namespace pipescope {

class DecoderBar;
class FieldModel;
class FrameFinder;
class HexView;
class MarkedTree;

/// Shows a decoded payload: a tree of its fields beside its bytes or its pretty-printed text. Rows
/// of a stream can be assembled to frames first. The decoder of an endpoint is selected here and
/// saved by its name. GUI thread only.
class DecodedPage : public QWidget
{
    Q_OBJECT

public:
    /// The row of the bytes.
    struct Place
    {
        const pipecore::RecordSource* source = nullptr; ///< not owned; see setPlace()
        quint64 row = 0;
        QString endpoint;      ///< its name
        bool isStream = false; ///< of a byte pipe: framing applies
        pipecore::Sender sender = pipecore::Sender::Unknown;
        /// How it is decoded by the user's types, which `types` keeps; empty: they say nothing of it.
        std::optional<pipecore::TypedMessage> typed{};
        std::shared_ptr<const pipecore::RowTypes> types{};
    };

    explicit DecodedPage(QWidget* parent = nullptr);

    /// Sets the row whose bytes follow, or none. When this returns, a previous other source is no
    /// longer used.
    void setPlace(const std::optional<Place>& place);
    /// Sets the row's payload. `keepPlace`: the same bytes as before with more appended.
    void setBytes(std::shared_ptr<const pipecore::Bytes> bytes, bool keepPlace);

    /// The row is decoded by types of the user's.
    [[nodiscard]] bool hasTypes() const { return m_place && m_place->typed; }

    /// The framing rule of the endpoint was changed elsewhere; after setPlace().
    void framingChanged() { invalidate(); }
    /// Decoders in Lua were loaded or removed.
    void decodersChanged();

signals:
    /// The user chose another framing rule for the endpoint.
    void framingChosen();
    /// A field of the row itself (not of a frame) was selected.
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
    using Work = std::function<DecodedParts(std::optional<pipecore::DecoderId>,
                                            const pipecore::DecodeContext&)>;
    void decode(const Work& work, void (DecodedPage::*display)(DecodedParts));
    void showDecodedRow(DecodedParts parts);
    void showDecodedFrames(DecodedParts parts);
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
    bool m_stale = false;    ///< to be decoded when shown
    bool m_choosing = false; ///< guards against recursive selection

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
    Task m_decoding; ///< scripts run there
};

} // namespace pipescope
