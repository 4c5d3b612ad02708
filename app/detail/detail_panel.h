#pragma once

#include "detail/payload_loader.h"
#include "pipecore/session/session.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QStackedWidget;
class QTabBar;

namespace pipescope {

class DecodedPage;
class FactsPage;
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
    void setSource(const pipecore::RecordSource* source);
    /// Shows a row of the source, or nothing.
    void showRow(std::optional<quint64> row);
    /// Focuses the current page.
    void focusContent();

protected:
    void changeEvent(QEvent* event) override;

private:
    enum Tab { HexTab, TextTab, DecodedTab, ErrorTab, FactsTab };

    void showRecord();
    void placeDecoded();
    void showHead();
    void showPage();
    void payloadLoaded(const std::shared_ptr<const pipecore::Bytes>& payload);
    void retranslate();

    const pipecore::RecordSource* m_source = nullptr;
    std::optional<quint64> m_row;
    pipecore::Result<pipecore::Record> m_record;
    /// Hex, text or decoded: the last selected view is also used for the next message.
    Tab m_messageTab = HexTab;
    PayloadLoader m_loader;

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
