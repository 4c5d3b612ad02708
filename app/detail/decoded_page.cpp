#include "detail/decoded_page.h"

#include "detail/decode_text.h"
#include "detail/decoder_bar.h"
#include "detail/field_model.h"
#include "detail/frame_finder.h"
#include "detail/hex_view.h"
#include "widgets/error_text.h"
#include "widgets/formatting.h"
#include "widgets/marked_tree.h"
#include "widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <array>
#include <utility>

namespace pipescope {

namespace {

/// Trees up to this size are expanded.
constexpr int openRows = 400;
constexpr int minTreeWidth = 24; ///< characters
constexpr int firstTreeWidth = 440;
constexpr int firstBytesWidth = 640;

QPlainTextEdit* makeText(QWidget* parent)
{
    auto* text = new QPlainTextEdit(parent);
    text->setObjectName(QStringLiteral("laidOutText"));
    text->setReadOnly(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setFrameShape(QFrame::NoFrame);
    text->setFont(Theme::instance().monospaceFont());
    text->setUndoRedoEnabled(false);
    text->document()->setDocumentMargin(12);
    return text;
}

} // namespace

DecodedPage::DecodedPage(QWidget* parent)
    : QWidget(parent)
    , m_finder(new FrameFinder(this))
    , m_model(new FieldModel(this))
    , m_left(new QStackedWidget(this))
    , m_tree(new MarkedTree(m_left))
    , m_nothing(new QLabel(m_left))
    , m_right(new QStackedWidget(this))
    , m_copy(m_tree->addRowAction(QStringLiteral("copy"), QKeySequence::Copy))
    , m_hex(new HexView(m_right))
    , m_text(makeText(m_right))
    , m_bar(new DecoderBar(this))
    , m_side(new QComboBox(this))
    , m_note(new QLabel(this))
    , m_decoding("decode")
{
    m_tree->setObjectName(QStringLiteral("fieldTree"));
    m_hex->setObjectName(QStringLiteral("decodedBytes"));
    m_tree->setModel(m_model);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->header()->setStretchLastSection(true);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    constexpr std::array<int, 3> digits{18, 24, 14};
    m_tree->setColumnWidths(digits);
    m_nothing->setObjectName(QStringLiteral("nothingDecoded"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setMargin(12);
    m_nothing->setBackgroundRole(QPalette::Base);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setAutoFillBackground(true);
    m_side->setObjectName(QStringLiteral("decodedSide"));
    m_side->addItems({QString(), QString()});
    m_note->setObjectName(QStringLiteral("decodedNote"));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    // A long note must not widen the window.
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    // The bytes shrink before the field names disappear.
    m_left->setMinimumWidth(minTreeWidth * fontMetrics().averageCharWidth());
    m_left->addWidget(m_tree);
    m_left->addWidget(m_nothing);
    m_right->addWidget(m_hex);
    m_right->addWidget(m_text);
    setFocusProxy(m_tree);

    auto* splitter = new QSplitter(this);
    splitter->setObjectName(QStringLiteral("decodedSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->addWidget(m_left);
    splitter->addWidget(m_right);
    // Room for a line of bytes, the rest for the tree.
    splitter->setSizes({firstTreeWidth, firstBytesWidth});
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(12, 4, 12, 4);
    foot->setSpacing(8);
    foot->addWidget(m_bar);
    foot->addWidget(m_note, 1);
    foot->addWidget(m_side);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(splitter, 1);
    column->addLayout(foot);

    retranslate();
    m_bar->setChoice({}, false);
    connectParts();
}

void DecodedPage::connectParts()
{
    connect(m_bar, &DecoderBar::chosen, this, &DecodedPage::choose);
    connect(m_copy, &QAction::triggered, this, &DecodedPage::copyValue);
    connect(m_side, &QComboBox::currentIndexChanged, m_right, &QStackedWidget::setCurrentIndex);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &DecodedPage::fieldChosen);
    connect(m_hex, &HexView::selectionChanged, this, &DecodedPage::byteChosen);
    connect(m_finder, &FrameFinder::found, this, &DecodedPage::showFrames);
    connect(m_finder, &FrameFinder::failed, this, [this](const pipecore::Error& error) {
        showNothing(tr("Cannot read the stream: %1").arg(errorLine(error)));
    });
    connect(&Theme::instance(), &Theme::changed, m_tree->viewport(), qOverload<>(&QWidget::update));
}

void DecodedPage::setPlace(const std::optional<Place>& place)
{
    m_finder->forget();
    m_decoding.forget();
    if (m_place && (!place || place->source != m_place->source)) {
        m_finder->cancel();
    }
    m_place = place;
    m_bar->setChoice(place ? EndpointChoice::load(place->endpoint) : EndpointChoice(),
                     place && place->isStream);
}

void DecodedPage::setBytes(std::shared_ptr<const pipecore::Bytes> bytes, bool keepPlace)
{
    m_bytes = std::move(bytes);
    // Frames have been read whole already.
    if (!keepPlace || !isFramed()) {
        invalidate();
    }
}

bool DecodedPage::isFramed() const
{
    return m_place && m_place->isStream
           && m_bar->choice().framing.kind != pipecore::FramingKind::None;
}

void DecodedPage::choose()
{
    invalidate();
    if (m_place) {
        m_bar->choice().save(m_place->endpoint);
        // Last: the row may be shown as a frame from now on.
        emit framingChosen();
    }
}

void DecodedPage::invalidate()
{
    m_stale = true;
    if (isVisible()) {
        refresh();
    }
}

void DecodedPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale) {
        refresh();
    }
}

void DecodedPage::refresh()
{
    m_stale = false;
    m_finder->forget();
    m_decoding.forget();
    if (!isFramed()) {
        showRow();
        return;
    }
    showNothing(tr("Assembling the stream…"));
    m_finder->find(*m_place->source, m_place->row, m_bar->choice().framing);
}

/// Has `work` done, here or, if scripts of the user may take part, on another thread; then shows it.
void DecodedPage::decode(const Work& work, void (DecodedPage::*display)(DecodedParts))
{
    auto decoder = m_bar->choice().decoder;
    pipecore::DecodeContext context;
    if (hasTypes() && (!decoder || *decoder == m_place->typed->decoder)) {
        decoder = m_place->typed->decoder;
        context = m_place->typed->context;
    } else if (m_place) {
        context.sender = m_place->sender;
    }
    const std::string pipe = m_place ? m_place->endpoint.toStdString() : std::string();
    if (decoder ? !pipecore::isAdded(*decoder) : !pipecore::hasAddedDecoders()) {
        context.pipe = pipe;
        (this->*display)(work(decoder, context));
        return;
    }
    showNothing(tr("Decoding…"));
    // Without types: those have decoders of the program.
    m_decoding.start([this, work, display, pipe, decoder, context](Task::State&) -> Task::Done {
        pipecore::DecodeContext ofPipe = context;
        ofPipe.pipe = pipe;
        auto parts = std::make_shared<DecodedParts>(work(decoder, ofPipe));
        return [this, display, parts] { (this->*display)(std::move(*parts)); };
    });
}

void DecodedPage::decodersChanged()
{
    m_bar->fillDecoders();
    invalidate();
}

void DecodedPage::showRow()
{
    decode([bytes = m_bytes](const auto& decoder,
                             const auto& context) { return decodeRow(bytes, decoder, context); },
           &DecodedPage::showDecodedRow);
}

void DecodedPage::showDecodedRow(DecodedParts parts)
{
    if (parts.root.children.empty()) {
        m_parts = std::move(parts.parts);
        showNothing(!m_bytes || m_bytes->empty()
                        ? tr("No bytes")
                        : tr("No known format detected. Select a decoder below."));
        showPart(0);
        return;
    }
    showParts(std::move(parts));
}

void DecodedPage::showFrames(const std::shared_ptr<const pipecore::FramesOfRow>& frames)
{
    decode([frames](const auto& decoder,
                    const auto& context) { return decodeFrames(*frames, decoder, context); },
           &DecodedPage::showDecodedFrames);
}

void DecodedPage::showDecodedFrames(DecodedParts parts)
{
    if (parts.root.children.empty()) {
        showNothing(tr("No frame contains bytes of this row"));
        return;
    }
    showParts(std::move(parts));
}

void DecodedPage::showParts(DecodedParts parts)
{
    m_parts = std::move(parts.parts);
    m_model->setRoot(std::make_shared<const pipecore::Field>(std::move(parts.root)));
    m_note->setText(parts.note);
    m_note->setToolTip(parts.note);
    m_left->setCurrentWidget(m_tree);
    int rows = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        rows += 1 + m_model->rowCount(m_model->index(row, 0));
    }
    if (rows <= openRows) {
        m_tree->expandToDepth(1);
    }
    showPart(0);
}

void DecodedPage::showNothing(const QString& title)
{
    m_model->setRoot(nullptr);
    m_nothing->setText(title);
    m_note->clear();
    m_left->setCurrentWidget(m_nothing);
}

void DecodedPage::showPart(std::size_t part)
{
    m_part = part;
    const DecodedParts::Part& shown = m_parts[part];
    m_choosing = true;
    m_hex->setBytes(shown.bytes);
    m_choosing = false;
    m_text->setPlainText(shown.text);
    m_side->setVisible(!shown.text.isEmpty());
    m_right->setCurrentIndex(shown.text.isEmpty() ? BytesSide : m_side->currentIndex());
}

void DecodedPage::fieldChosen()
{
    const QModelIndex index = m_tree->currentIndex();
    const pipecore::Field* field = m_model->fieldAt(index);
    if (field == nullptr || m_choosing) {
        return;
    }
    if (isFramed()) {
        QModelIndex frame = index;
        while (frame.parent().isValid()) {
            frame = frame.parent();
        }
        const auto part = static_cast<std::size_t>(frame.row());
        if (part != m_part) {
            showPart(part);
        }
    }
    m_choosing = true;
    m_hex->select(field->offset, field->length);
    m_choosing = false;
    if (!isFramed() && field->length > 0) {
        emit bytesSelected(field->offset, field->length);
    }
}

void DecodedPage::copyValue() const
{
    if (const pipecore::Field* field = m_model->fieldAt(m_tree->currentIndex())) {
        const bool isProblem = !field->problem.pattern.empty();
        QApplication::clipboard()->setText(isProblem ? decodeProblem(field->problem)
                                                     : fromCore(field->value));
    }
}

void DecodedPage::byteChosen()
{
    const auto byte = m_hex->selectionStart();
    if (m_choosing || !byte) {
        return;
    }
    const QModelIndex frame =
        isFramed() ? m_model->index(static_cast<int>(m_part), 0) : QModelIndex();
    const QModelIndex field = m_model->fieldWithByte(*byte, frame);
    if (field.isValid()) {
        m_choosing = true;
        m_tree->setCurrentIndex(field);
        m_choosing = false;
    }
}

void DecodedPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        invalidate();
    } else if (event->type() == QEvent::FontChange) {
        m_text->setFont(Theme::instance().monospaceFont());
    }
    QWidget::changeEvent(event);
}

void DecodedPage::retranslate()
{
    m_side->setItemText(BytesSide, tr("Bytes"));
    m_side->setItemText(TextSide, tr("Pretty-printed"));
    m_side->setAccessibleName(tr("Side view"));
    m_side->setToolTip(tr("View next to the fields"));
    m_tree->setAccessibleName(tr("Fields"));
    m_text->setAccessibleName(tr("Pretty-printed text"));
    m_copy->setText(tr("Copy value"));
}

} // namespace pipescope
