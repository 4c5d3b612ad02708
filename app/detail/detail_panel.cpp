#include "detail/detail_panel.h"

#include "detail/decode_text.h"
#include "detail/decoded_page.h"
#include "detail/facts_page.h"
#include "detail/frame_reads.h"
#include "detail/hex_page.h"
#include "detail/row_facts.h"
#include "detail/text_page.h"
#include "pipecore/analysis/protocol_search.h"
#include "pipecore/analysis/row_types.h"
#include "rows/row_text.h"
#include "rows/row_words.h"
#include "widgets/error_text.h"
#include "widgets/formatting.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QStringList>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace pipescope {

namespace {

constexpr std::size_t fragmentsNamed = 8;
/// Characters of a peer's name; the tool tip has the whole name.
constexpr int peerWidth = 40;

/// "Origin: echo, Made from row: 12"; empty if the peer or the user sent it.
QString causeText(const pipecore::Message& message)
{
    QStringList parts;
    const bool isDefaultOrigin = message.origin.kind == pipecore::OriginKind::Peer
                                 || message.origin.kind == pipecore::OriginKind::User;
    for (const pipecore::RowValue& value : pipecore::valuesOf(message)) {
        const bool hasLabel = !value.field.label.empty() && !value.isLeftOut();
        if (hasLabel && !(isDefaultOrigin && value.field.key == "origin")) {
            parts.append(QStringLiteral("%1: %2").arg(fieldLabel(value.field), fieldValue(value)));
        }
    }
    return parts.join(QStringLiteral(", "));
}

QString fragmentText(const std::vector<std::uint32_t>& fragments)
{
    QStringList sizes;
    for (std::size_t at = 0; at < std::min(fragments.size(), fragmentsNamed); ++at) {
        sizes.append(formatCount(fragments[at]));
    }
    if (fragments.size() > fragmentsNamed) {
        sizes.append(QStringLiteral(u"…"));
    }
    return sizes.join(QStringLiteral(" + "));
}

} // namespace

DetailPanel::DetailPanel(QWidget* parent)
    : QWidget(parent)
    , m_record(pipecore::refuse({}))
    , m_reads(new FrameReads(this))
    , m_head(new QLabel(this))
    , m_fragments(new QLabel(this))
    , m_tabs(new QTabBar(this))
    , m_pages(new QStackedWidget(this))
    , m_hexPage(new HexPage(this))
    , m_textPage(new TextPage(this))
    , m_decodedPage(new DecodedPage(this))
    , m_factsPage(new FactsPage(this))
    , m_emptyPage(new QWidget(this))
    , m_emptyTitle(new QLabel(m_emptyPage))
    , m_emptyHint(new QLabel(m_emptyPage))
{
    setObjectName(QStringLiteral("detailPanel"));
    m_head->setObjectName(QStringLiteral("detailHead"));
    m_head->setTextFormat(Qt::RichText);
    m_head->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_fragments->setObjectName(QStringLiteral("detailFragments"));
    m_fragments->setForegroundRole(QPalette::PlaceholderText);
    m_fragments->setTextInteractionFlags(Qt::TextBrowserInteraction);
    // A long name must not widen the window.
    for (QLabel* label : {m_head, m_fragments}) {
        label->setMinimumWidth(1);
    }
    m_tabs->setObjectName(QStringLiteral("detailTabs"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    for (int tab = HexTab; tab <= FactsTab; ++tab) {
        m_tabs->addTab(QString());
    }
    m_pages->addWidget(m_hexPage);
    m_pages->addWidget(m_textPage);
    m_pages->addWidget(m_decodedPage);
    m_pages->addWidget(m_factsPage);
    m_pages->addWidget(m_emptyPage);

    auto* empty = new QVBoxLayout(m_emptyPage);
    empty->setSpacing(8);
    m_emptyPage->setBackgroundRole(QPalette::Base);
    m_emptyPage->setAutoFillBackground(true);
    m_emptyHint->setForegroundRole(QPalette::PlaceholderText);
    m_emptyHint->setWordWrap(true);
    for (QLabel* label : {m_emptyTitle, m_emptyHint}) {
        label->setAlignment(Qt::AlignHCenter);
    }
    QFont strong = m_emptyTitle->font();
    strong.setPointSizeF(strong.pointSizeF() * 1.25);
    strong.setWeight(QFont::DemiBold);
    m_emptyTitle->setFont(strong);
    empty->addStretch(2);
    empty->addWidget(m_emptyTitle);
    empty->addWidget(m_emptyHint);
    empty->addStretch(3);

    // A single line holds the row and the views.
    auto* top = new QHBoxLayout;
    top->setContentsMargins(12, 4, 12, 4);
    top->setSpacing(16);
    top->addWidget(m_tabs);
    top->addWidget(m_head);
    top->addWidget(m_fragments, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_pages, 1);

    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        if (tab <= DecodedTab) {
            m_messageTab = static_cast<Tab>(tab);
        }
        showPage();
    });
    connect(m_fragments, &QLabel::linkActivated, this,
            [this](const QString& row) { emit readRequested(row.toULongLong()); });
    connect(m_reads, &FrameReads::found, this, [this](const pipecore::RowSources& reads) {
        m_parts = reads;
        showHead();
    });
    connect(m_decodedPage, &DecodedPage::framingChosen, this, &DetailPanel::framingChosen);
    connect(m_decodedPage, &DecodedPage::bytesSelected, m_hexPage, &HexPage::select);
    connect(&m_loader, &PayloadLoader::loaded, this, &DetailPanel::payloadLoaded);
    connect(&m_loader, &PayloadLoader::failed, this, [this](const pipecore::Error& error) {
        m_hexPage->setNote(tr("Cannot read the rest: %1").arg(errorLine(error)));
    });
    connect(&Theme::instance(), &Theme::changed, this, &DetailPanel::retranslate);
    retranslate();
}

void DetailPanel::setSource(const pipecore::RecordSource* source,
                            std::shared_ptr<const pipecore::FramedRows> frames)
{
    m_loader.cancel();
    m_reads->cancel();
    m_decodedPage->setPlace(std::nullopt);
    m_source = source;
    m_frames = std::move(frames);
    showRow(std::nullopt);
}

void DetailPanel::focusContent()
{
    m_pages->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void DetailPanel::showRow(std::optional<quint64> row)
{
    m_row = m_source ? row : std::nullopt;
    m_record = m_row ? m_source->read(*m_row, readAtOnce)
                     : pipecore::Result<pipecore::Record>(pipecore::refuse({}));
    findReads();
    showRecord();
}

bool DetailPanel::isFrame() const
{
    return m_frames && m_row && *m_row < m_frames->rowCount() && m_frames->isFrame(*m_row);
}

void DetailPanel::findReads()
{
    m_parts.reset();
    m_reads->cancel();
    if (isFrame()) {
        m_reads->find(m_frames, *m_row);
    }
}

void DetailPanel::framingChanged()
{
    placeDecoded();
    m_decodedPage->framingChanged();
}

void DetailPanel::typesGrown()
{
    const auto types = m_source != nullptr ? m_source->rowTypes() : nullptr;
    if (types && m_row && !m_decodedPage->hasTypes()
        && types->typed(*m_row, m_source->head(*m_row))) {
        framingChanged();
    }
}

void DetailPanel::decodersChanged()
{
    placeDecoded(); // the decoder of the endpoint may be there now
    m_decodedPage->decodersChanged();
}

void DetailPanel::showRecord()
{
    const bool isMessage = m_record && m_record->isMessage();
    const bool isError = m_record && m_record->as<pipecore::Failed>() != nullptr;
    auto bytes = std::make_shared<const pipecore::Bytes>(isMessage ? std::move(m_record->payload)
                                                                   : pipecore::Bytes());
    m_hexPage->setNote({});
    m_hexPage->setBytes(bytes, false);
    m_textPage->setBytes(bytes, false);
    placeDecoded();
    m_decodedPage->setBytes(bytes, false);
    // A payload truncated here; one that is shorter for another reason was not recorded.
    if (isMessage && bytes->size() == readAtOnce && m_record->message().length > bytes->size()) {
        m_hexPage->setNote(tr("reading the rest…"));
        m_loader.load(*m_source, *m_row);
    }
    if (m_record && !isMessage) {
        m_factsPage->setFacts(factsOf(*m_record, m_source->facts()));
    }
    {
        const QSignalBlocker blocker(m_tabs);
        m_tabs->setTabVisible(HexTab, isMessage);
        m_tabs->setTabVisible(TextTab, isMessage);
        m_tabs->setTabVisible(DecodedTab, isMessage);
        m_tabs->setTabVisible(ErrorTab, isError);
        m_tabs->setTabVisible(FactsTab, m_record && !isMessage && !isError);
        m_tabs->setCurrentIndex(isMessage ? m_messageTab : isError ? ErrorTab : FactsTab);
    }
    m_tabs->setVisible(m_record.has_value());
    m_tabs->updateGeometry(); // tabs that reappear need room; QTabBar does not update it
    showHead();
    showPage();
}

void DetailPanel::placeDecoded()
{
    if (!m_record || !m_record->isMessage()) {
        m_decodedPage->setPlace(std::nullopt);
        return;
    }
    DecodedPage::Place place{.source = m_source, .row = *m_row, .endpoint = {}};
    if (const auto endpoint = m_source->facts().endpoint(m_record->endpoint)) {
        place.endpoint = fromCore(endpoint->name);
        place.sender =
            pipecore::contextOf(*endpoint, m_record->as<pipecore::Message>()->direction).sender;
        // A frame needs no framing any more.
        place.isStream = endpoint->mode == pipecore::PipeMode::Byte && !isFrame();
    }
    place.types = m_source->rowTypes();
    if (place.types) {
        place.typed = place.types->typed(*m_row, m_source->head(*m_row));
    }
    m_decodedPage->setPlace(place);
}

void DetailPanel::showPage()
{
    if (!m_record) {
        m_emptyTitle->setText(m_row ? tr("Cannot read this row") : tr("No row selected"));
        m_emptyHint->setText(m_row ? errorLine(m_record.error())
                                   : tr("Select a row to inspect it."));
        m_pages->setCurrentWidget(m_emptyPage);
        return;
    }
    switch (m_tabs->currentIndex()) {
    case HexTab: m_pages->setCurrentWidget(m_hexPage); break;
    case TextTab: m_pages->setCurrentWidget(m_textPage); break;
    case DecodedTab: m_pages->setCurrentWidget(m_decodedPage); break;
    default: m_pages->setCurrentWidget(m_factsPage);
    }
}

void DetailPanel::payloadLoaded(const std::shared_ptr<const pipecore::Bytes>& payload)
{
    m_hexPage->setNote({});
    m_hexPage->setBytes(payload, true);
    m_textPage->setBytes(payload, true);
    m_decodedPage->setBytes(payload, true);
}

void DetailPanel::showHead()
{
    m_head->setVisible(m_record.has_value());
    m_fragments->setVisible(m_record.has_value());
    if (!m_record) {
        return;
    }
    m_head->setToolTip({});
    const Theme& theme = Theme::instance();
    const auto colored = [&](const QString& text, Token token) {
        return QStringLiteral("<span style=\"color:%1\">%2</span>")
            .arg(theme.color(token).name(), text.toHtmlEscaped());
    };
    QStringList parts;
    parts.append(QStringLiteral("<b>%1</b>").arg(formatCount(m_record->row + 1)));
    if (const QString time = formatClock(m_record->wallNs); !time.isEmpty()) {
        parts.append(colored(time, Token::Muted));
    }
    if (m_record->connection) {
        const auto facts = m_source->facts().connection(m_record->connection);
        const QString peer = peerText(facts ? facts->peer.get() : nullptr);
        const QString name =
            (connectionText(m_record->connection) + QLatin1Char(' ') + peer).trimmed();
        const int most = peerWidth * fontMetrics().averageCharWidth();
        parts.append(fontMetrics().elidedText(name, Qt::ElideMiddle, most).toHtmlEscaped());
        m_head->setToolTip(name);
    }
    QString fragments;
    if (m_record->isMessage()) {
        const pipecore::Message& message = m_record->message();
        const bool sent = message.direction == pipecore::Direction::Sent;
        parts.append(colored(directionSign(message.direction) + QLatin1Char(' ')
                                 + (sent ? tr("sent") : tr("received")),
                             sent ? Token::Sent : Token::Received));
        parts.append(formatBytes(message.length).toHtmlEscaped());
        if (message.continues) {
            parts.append(tr("continued in a later row").toHtmlEscaped());
        }
        if (m_record->problem) {
            const QString problem = tr("malformed: %1").arg(decodeProblem(*m_record->problem));
            parts.append(colored(problem, Token::Error));
            m_head->setToolTip(QStringLiteral("%1\n%2").arg(m_head->toolTip(), problem).trimmed());
        }
        if (const QString cause = causeText(message); !cause.isEmpty()) {
            parts.append(cause.toHtmlEscaped());
        }
        if (isFrame()) {
            fragments = m_parts ? readsHtml(*m_parts, message.direction) : QString();
        } else if (!m_record->fragments.empty()) {
            fragments = tr("in %1 fragments: %2")
                            .arg(formatCount(m_record->fragments.size()),
                                 fragmentText(m_record->fragments));
        }
    }
    m_head->setText(parts.join(QStringLiteral("&nbsp;&nbsp; ")));
    m_fragments->setTextFormat(isFrame() ? Qt::RichText : Qt::PlainText);
    m_fragments->setText(fragments);
    m_fragments->setToolTip(isFrame() ? fragments : QString());
}

void DetailPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void DetailPanel::retranslate()
{
    m_tabs->setTabText(HexTab, tr("Hex"));
    m_tabs->setTabText(TextTab, tr("Text"));
    m_tabs->setTabText(DecodedTab, tr("Decoded"));
    m_tabs->setTabText(ErrorTab, tr("Error explained"));
    m_tabs->setTabText(FactsTab, tr("Details"));
    m_tabs->setAccessibleName(tr("Row views"));
    const bool isMessage = m_record && m_record->isMessage();
    if (m_record && !isMessage) {
        m_factsPage->setFacts(factsOf(*m_record, m_source->facts()));
    }
    showHead();
    showPage();
}

} // namespace pipescope
