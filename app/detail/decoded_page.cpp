#include "detail/decoded_page.h"

#include "detail/decode_text.h"
#include "detail/field_model.h"
#include "detail/frame_finder.h"
#include "detail/hex_view.h"
#include "widgets/error_text.h"
#include "widgets/formatting.h"
#include "widgets/marked_tree.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace pipescope {

namespace {

/// Trees up to this size are shown open.
constexpr int openRows = 400;
/// Rows that a frame came from, one by one.
constexpr std::size_t rowsNamed = 100;
/// Below this score content does not tell.
constexpr int likely = 50;
constexpr int firstTreeWidth = 440;
constexpr int firstBytesWidth = 640;
constexpr int largestFixedFrame = 1 << 20;

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

QString rowsText(const pipecore::Frame& frame)
{
    const QString first = formatCount(frame.parts.front().row + 1);
    const QString last = formatCount(frame.parts.back().row + 1);
    return first == last ? DecodedPage::tr("row %1").arg(first)
                         : DecodedPage::tr("rows %1 to %2").arg(first, last);
}

/// Which rows the frame came from, one by one.
pipecore::Field rowsField(const pipecore::Frame& frame)
{
    pipecore::Field rows;
    rows.name = QCoreApplication::translate("pipescope::DecodedPage", "Rows").toStdString();
    for (const pipecore::FramePart& part : frame.parts) {
        if (rows.children.size() == rowsNamed) {
            break;
        }
        pipecore::Field row;
        row.kind = pipecore::FieldKind::Text;
        row.name = QCoreApplication::translate("pipescope::DecodedPage", "row %1")
                       .arg(formatCount(part.row + 1))
                       .toStdString();
        row.value = QCoreApplication::translate("pipescope::DecodedPage", "%1 from 0x%2 on")
                        .arg(formatBytes(part.length), QString::number(part.offset, 16).toUpper())
                        .toStdString();
        rows.children.push_back(std::move(row));
    }
    return rows;
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
    , m_hex(new HexView(m_right))
    , m_text(makeText(m_right))
    , m_decoder(new QComboBox(this))
    , m_framing(new QComboBox(this))
    , m_frameSize(new QSpinBox(this))
    , m_side(new QComboBox(this))
    , m_note(new QLabel(this))
{
    m_tree->setObjectName(QStringLiteral("fieldTree"));
    m_hex->setObjectName(QStringLiteral("decodedBytes"));
    m_tree->setModel(m_model);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->header()->setStretchLastSection(true);
    m_tree->setContextMenuPolicy(Qt::NoContextMenu);
    constexpr std::array<int, 3> digits{18, 24, 14};
    m_tree->setColumnWidths(digits);
    m_nothing->setObjectName(QStringLiteral("nothingDecoded"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setMargin(12);
    m_nothing->setBackgroundRole(QPalette::Base);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setAutoFillBackground(true);
    m_decoder->setObjectName(QStringLiteral("decoder"));
    m_framing->setObjectName(QStringLiteral("framing"));
    m_frameSize->setObjectName(QStringLiteral("frameSize"));
    m_frameSize->setRange(1, largestFixedFrame);
    m_frameSize->setKeyboardTracking(false);
    m_side->setObjectName(QStringLiteral("decodedSide"));
    m_side->addItems({QString(), QString()});
    m_note->setObjectName(QStringLiteral("decodedNote"));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    // A long note must not widen the window.
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
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
    // Room for a line of the bytes, and the rest for the tree.
    splitter->setSizes({firstTreeWidth, firstBytesWidth});
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(12, 4, 12, 4);
    foot->setSpacing(8);
    foot->addWidget(m_decoder);
    foot->addWidget(m_framing);
    foot->addWidget(m_frameSize);
    foot->addWidget(m_note, 1);
    foot->addWidget(m_side);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(splitter, 1);
    column->addLayout(foot);

    retranslate();
    showChoice();
    connectParts();
}

void DecodedPage::connectParts()
{
    connect(m_decoder, &QComboBox::activated, this, &DecodedPage::choose);
    connect(m_framing, &QComboBox::activated, this, &DecodedPage::choose);
    connect(m_frameSize, &QSpinBox::valueChanged, this, &DecodedPage::choose);
    connect(m_side, &QComboBox::currentIndexChanged, m_right, &QStackedWidget::setCurrentIndex);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &DecodedPage::fieldChosen);
    connect(m_hex, &HexView::selectionChanged, this, &DecodedPage::byteChosen);
    connect(m_finder, &FrameFinder::found, this, &DecodedPage::showFrames);
    connect(m_finder, &FrameFinder::failed, this, [this](const pipecore::Error& error) {
        showNothing(tr("The stream cannot be read: %1").arg(errorLine(error)));
    });
    connect(&Theme::instance(), &Theme::changed, m_tree->viewport(), qOverload<>(&QWidget::update));
}

void DecodedPage::setPlace(const std::optional<Place>& place)
{
    m_finder->forget();
    if (m_place && (!place || place->source != m_place->source)) {
        m_finder->cancel();
    }
    m_place = place;
    m_choice = place ? EndpointChoice::load(place->endpoint) : EndpointChoice();
    showChoice();
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
    return m_place && m_place->isStream && m_choice.framing.kind != pipecore::FramingKind::None;
}

void DecodedPage::showChoice()
{
    const QSignalBlocker noSize(m_frameSize);
    const bool isStream = m_place && m_place->isStream;
    m_decoder->setCurrentIndex(
        m_choice.decoder ? 1 + static_cast<int>(std::to_underlying(*m_choice.decoder)) : 0);
    m_framing->setCurrentIndex(static_cast<int>(std::to_underlying(m_choice.framing.kind)));
    m_frameSize->setValue(
        static_cast<int>(std::min<std::uint32_t>(m_choice.framing.fixedSize, largestFixedFrame)));
    m_framing->setVisible(isStream);
    m_frameSize->setVisible(isStream && m_choice.framing.kind == pipecore::FramingKind::Fixed);
}

void DecodedPage::choose()
{
    const int decoder = m_decoder->currentIndex() - 1;
    m_choice.decoder =
        decoder < 0 ? std::nullopt : std::optional(static_cast<pipecore::DecoderId>(decoder));
    m_choice.framing.kind = static_cast<pipecore::FramingKind>(m_framing->currentIndex());
    m_choice.framing.fixedSize = static_cast<std::uint32_t>(m_frameSize->value());
    if (m_place) {
        m_choice.save(m_place->endpoint);
    }
    showChoice();
    invalidate();
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
    if (!isFramed()) {
        showRow();
        return;
    }
    showNothing(tr("Putting the stream together…"));
    m_finder->find(*m_place->source, m_place->row, m_choice.framing);
}

std::optional<pipecore::Decoded> DecodedPage::decoded(pipecore::ByteView bytes) const
{
    if (m_choice.decoder) {
        return pipecore::decode(bytes, *m_choice.decoder);
    }
    const auto guesses = pipecore::detect(bytes);
    if (guesses.empty() || guesses.front().score < likely) {
        return std::nullopt;
    }
    return pipecore::decode(bytes, guesses.front().decoder);
}

void DecodedPage::showRow()
{
    const pipecore::ByteView bytes = m_bytes ? pipecore::ByteView(*m_bytes) : pipecore::ByteView();
    auto result = decoded(bytes);
    m_parts = {{m_bytes, result ? fromCore(result->pretty) : QString()}};
    if (!result || result->root.children.empty()) {
        showNothing(bytes.empty() ? tr("No bytes")
                                  : tr("These bytes do not look like a format that is known here. "
                                       "A decoder can be chosen below."));
        showPart(0);
        return;
    }
    QStringList notes;
    if (!m_choice.decoder) {
        notes.append(tr("%1, by content").arg(decoderName(result->decoder)));
    }
    if (result->prettyCut) {
        notes.append(tr("the laid-out text is cut"));
    }
    showTree(std::move(result->root), notes.join(QStringLiteral(u" · ")));
}

pipecore::Field DecodedPage::fieldOf(const pipecore::Frame& frame, bool counted)
{
    auto bytes = std::make_shared<const pipecore::Bytes>(frame.content);
    auto result = decoded(*bytes);
    pipecore::Field field;
    if (result) {
        field.children = std::move(result->root.children);
    }
    m_parts.push_back({bytes, result ? fromCore(result->pretty) : QString()});
    field.name =
        (counted ? tr("Frame %1").arg(formatCount(frame.number + 1)) : tr("Frame")).toStdString();
    QStringList value{rowsText(frame)};
    if (!frame.complete) {
        value.append(tr("not complete yet"));
    }
    field.value = value.join(QStringLiteral(", ")).toStdString();
    field.kind = pipecore::FieldKind::Text;
    field.length = bytes->size();
    if (frame.problem) {
        pipecore::Field problem;
        problem.kind = pipecore::FieldKind::Error;
        problem.problem = *frame.problem;
        problem.offset = field.length;
        field.children.push_back(std::move(problem));
    }
    if (frame.parts.size() > 1) {
        field.children.push_back(rowsField(frame));
    }
    return field;
}

void DecodedPage::showFrames(const std::shared_ptr<const pipecore::FramesOfRow>& frames)
{
    m_parts.clear();
    pipecore::Field root;
    for (const pipecore::Frame& frame : frames->frames) {
        root.children.push_back(fieldOf(frame, frames->counted));
    }
    if (frames->problem) {
        pipecore::Field problem;
        problem.kind = pipecore::FieldKind::Error;
        problem.problem = *frames->problem;
        root.children.push_back(std::move(problem));
        m_parts.push_back({});
    }
    if (root.children.empty()) {
        showNothing(tr("No frame has bytes of this row"));
        return;
    }
    const std::size_t count = frames->frames.size() + frames->more;
    QString note = count == 1 ? tr("1 frame with bytes of this row")
                              : tr("%1 frames with bytes of this row").arg(formatCount(count));
    if (frames->more > 0) {
        note += QStringLiteral(u" · ")
                + tr("the first %1 are shown").arg(formatCount(frames->frames.size()));
    }
    showTree(std::move(root), note);
}

void DecodedPage::showTree(pipecore::Field root, const QString& note)
{
    m_model->setRoot(std::make_shared<const pipecore::Field>(std::move(root)));
    m_note->setText(note);
    m_note->setToolTip(note);
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
    const Part& shown = m_parts[part];
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
    m_decoder->clear();
    m_decoder->addItem(tr("Automatic"));
    for (const pipecore::DecoderInfo& info : pipecore::decoders()) {
        m_decoder->addItem(decoderName(info.id));
    }
    m_framing->clear();
    for (const pipecore::FramingInfo& info : pipecore::framings()) {
        m_framing->addItem(framingName(info.kind));
    }
    m_decoder->setAccessibleName(tr("Decoder"));
    m_decoder->setToolTip(
        tr("How payloads of this endpoint are taken apart; remembered by its name"));
    m_framing->setAccessibleName(tr("Framing"));
    m_framing->setToolTip(
        tr("How the stream is parted into messages for showing; what is recorded stays as it is"));
    m_frameSize->setAccessibleName(tr("Size of a frame"));
    m_frameSize->setSuffix(tr(" B"));
    m_side->setItemText(BytesSide, tr("Bytes"));
    m_side->setItemText(TextSide, tr("Laid out"));
    m_side->setAccessibleName(tr("Beside the fields"));
    m_side->setToolTip(tr("What is shown beside the fields"));
    m_tree->setAccessibleName(tr("Fields"));
    m_text->setAccessibleName(tr("Laid-out text"));
    showChoice();
}

} // namespace pipescope
