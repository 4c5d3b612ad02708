#pragma once

#include "detail/payload_loader.h"
#include "pipecore/analysis/framed_rows.h"
#include "pipecore/session/session.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QStackedWidget;
class QTabBar;

namespace pipescope {

class DecodedPage;
class FactsPage;
class FrameReads;
class HexPage;
class TextPage;

/// Shows one row: its bytes in hex and as text, its explained error, and the facts about a peer.
/// GUI thread only.
class DetailPanel : public QWidget
{
    Q_OBJECT

public:
    /// Bytes read immediately; the rest of a longer payload is read on another thread.
    static constexpr std::size_t readAtOnce = std::size_t{1024} * 1024;

    explicit DetailPanel(QWidget* parent = nullptr);

    /// Shows rows of this source; not owned. When this returns, the source before is not used any more.
    /// `frames`: the source itself, if its rows are frames.
    void setSource(const pipecore::RecordSource* source,
                   std::shared_ptr<const pipecore::FramedRows> frames = {});
    /// Shows a row of the source, or nothing.
    void showRow(std::optional<quint64> row);
    /// Focuses the current page.
    void focusContent();
    /// The framing rule of an endpoint was changed elsewhere.
    void framingChanged();
    /// More rows have their types of messages.
    void typesGrown();
    /// Decoders in Lua were loaded or removed.
    void decodersChanged();

signals:
    /// The user chose another framing rule for the shown endpoint.
    void framingChosen();
    /// A read or write that brought the shown frame is wanted, by its row of the session.
    void readRequested(quint64 sessionRow);

protected:
    void changeEvent(QEvent* event) override;

private:
    enum Tab { HexTab, TextTab, DecodedTab, ErrorTab, FactsTab };

    void showRecord();
    void placeDecoded();
    void showHead();
    void findReads();
    [[nodiscard]] bool isFrame() const;
    void showPage();
    void payloadLoaded(const std::shared_ptr<const pipecore::Bytes>& payload);
    void retranslate();

    const pipecore::RecordSource* m_source = nullptr;
    std::shared_ptr<const pipecore::FramedRows> m_frames; ///< null: the rows are reads
    std::optional<quint64> m_row;
    pipecore::Result<pipecore::Record> m_record;
    /// Hex, text or decoded: the last selected view is also used for the next message.
    Tab m_messageTab = HexTab;
    PayloadLoader m_loader;
    FrameReads* m_reads;
    std::optional<pipecore::RowSources> m_parts; ///< of the shown frame, once found

    QLabel* m_head = nullptr;
    QLabel* m_fragments = nullptr;
    QTabBar* m_tabs = nullptr;
    QStackedWidget* m_pages = nullptr;
    HexPage* m_hexPage = nullptr;
    TextPage* m_textPage = nullptr;
    DecodedPage* m_decodedPage = nullptr;
    FactsPage* m_factsPage = nullptr;
    QWidget* m_emptyPage = nullptr;
    QLabel* m_emptyTitle = nullptr;
    QLabel* m_emptyHint = nullptr;
};

} // namespace pipescope
