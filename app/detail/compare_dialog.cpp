#include "detail/compare_dialog.h"

#include "detail/compare_view.h"
#include "tasks/background.h"
#include "widgets/formatting.h"
#include "widgets/theme.h"
#include "widgets/window_room.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QStringList>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace pipescope {

namespace {

constexpr QSize firstSize(1320, 600);

pipecore::ByteView compared(const std::shared_ptr<const pipecore::Bytes>& bytes)
{
    return pipecore::ByteView(*bytes).first(std::min(bytes->size(), CompareDialog::comparedBytes));
}

QString placeText(const char* what, std::size_t offset, std::size_t length)
{
    return CompareDialog::tr(what).arg(formatBytes(length), QString::number(offset, 16).toUpper());
}

/// Describes one run of a difference.
QString runText(const pipecore::DiffRun& run)
{
    switch (run.kind) {
    case pipecore::DiffKind::Changed:
        return placeText(QT_TRANSLATE_NOOP("pipescope::CompareDialog", "≠ %1 changed at 0x%2"),
                         run.leftOffset, run.leftLength);
    case pipecore::DiffKind::OnlyLeft:
        return placeText(
            QT_TRANSLATE_NOOP("pipescope::CompareDialog", "− %1 only on the left, at 0x%2"),
            run.leftOffset, run.leftLength);
    case pipecore::DiffKind::OnlyRight:
        return placeText(
            QT_TRANSLATE_NOOP("pipescope::CompareDialog", "+ %1 only on the right, at 0x%2"),
            run.rightOffset, run.rightLength);
    case pipecore::DiffKind::Equal: break;
    }
    return {};
}

} // namespace

CompareDialog::CompareDialog(Side left, Side right, QWidget* parent)
    : QDialog(parent)
    , m_left(std::move(left))
    , m_right(std::move(right))
    , m_leftTitle(new QLabel(m_left.title, this))
    , m_rightTitle(new QLabel(m_right.title, this))
    , m_view(new CompareView(this))
    , m_state(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
    , m_previous(m_buttons->addButton(QString(), QDialogButtonBox::ActionRole))
    , m_next(m_buttons->addButton(QString(), QDialogButtonBox::ActionRole))
{
    setObjectName(QStringLiteral("compareDialog"));
    resizeWithinScreen(*this, firstSize);
    m_state->setObjectName(QStringLiteral("compareState"));
    m_state->setWordWrap(true);
    m_state->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_previous->setObjectName(QStringLiteral("previousDifference"));
    m_next->setObjectName(QStringLiteral("nextDifference"));
    m_previous->setIcon(Theme::instance().icon(QStringLiteral("up")));
    m_next->setIcon(Theme::instance().icon(QStringLiteral("down")));
    for (QLabel* title : {m_leftTitle, m_rightTitle}) {
        title->setTextInteractionFlags(Qt::TextSelectableByMouse);
        title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }

    auto* titles = new QHBoxLayout;
    titles->setContentsMargins(12, 0, 12, 0);
    titles->setSpacing(16);
    titles->addWidget(m_leftTitle, 1);
    titles->addWidget(m_rightTitle, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 12);
    layout->setSpacing(8);
    layout->addLayout(titles);
    layout->addWidget(m_view, 1);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(12, 0, 12, 0);
    foot->setSpacing(8);
    foot->addWidget(m_state);
    foot->addWidget(m_buttons);
    layout->addLayout(foot);
    m_next->setDefault(true);
    m_view->setFocus();

    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_next, &QPushButton::clicked, m_view, [this] { m_view->goToNext(true); });
    connect(m_previous, &QPushButton::clicked, m_view, [this] { m_view->goToNext(false); });
    connect(m_view, &CompareView::currentChanged, this, &CompareDialog::showState);
    retranslate();
    compare();
}

void CompareDialog::compare()
{
    inBackground(
        this,
        [left = m_left.bytes, right = m_right.bytes] {
            return std::make_shared<CompareLines>(
                pipecore::diffBytes(compared(left), compared(right)));
        },
        [this](const std::shared_ptr<CompareLines>& lines) {
            m_compared = true;
            m_view->setMessages(m_left.bytes, m_right.bytes, std::move(*lines));
            showState();
        });
}

void CompareDialog::showState()
{
    const CompareLines& lines = m_view->lines();
    const std::size_t count = lines.differences().size();
    m_next->setEnabled(count > 0);
    m_previous->setEnabled(count > 0);
    if (!m_compared) {
        m_state->setText(tr("Comparing…"));
        return;
    }
    QStringList notes;
    if (count == 0) {
        notes.append(m_left.bytes->empty() && m_right.bytes->empty()
                         ? tr("Both messages are empty.")
                         : tr("The messages are identical."));
    } else if (const auto current = m_view->current()) {
        notes.append(tr("Difference %1 of %2:").arg(formatCount(*current + 1), formatCount(count)));
        const auto range = lines.differences()[*current];
        // A difference has a few runs at most: changed, and more on one side.
        for (quint64 cell = range.first; cell <= range.last;) {
            const auto at = lines.cell(cell);
            const auto& runs = lines.diff().runs;
            const auto run = std::ranges::find_if(runs, [&at](const pipecore::DiffRun& each) {
                return each.kind == at.kind && (!at.left || each.leftOffset == *at.left)
                       && (!at.right || each.rightOffset == *at.right);
            });
            if (run == runs.end()) {
                break;
            }
            notes.append(runText(*run));
            cell += std::max(run->leftLength, run->rightLength);
        }
    }
    if (lines.diff().positional) {
        notes.append(tr("The messages differ too much to align: compared byte by byte from 0x%1.")
                         .arg(QString::number(lines.diff().positionalFrom, 16).toUpper()));
    }
    if (std::max(m_left.bytes->size(), m_right.bytes->size()) > comparedBytes) {
        notes.append(tr("Only the first %1 are compared.").arg(formatSize(comparedBytes)));
    }
    m_state->setText(notes.join(QStringLiteral("  ")));
}

void CompareDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QDialog::changeEvent(event);
}

void CompareDialog::retranslate()
{
    m_previous->setText(tr("&Previous difference"));
    m_next->setText(tr("&Next difference"));
    m_previous->setToolTip(tr("P, Shift+F3"));
    m_next->setToolTip(tr("N, F3"));
    m_previous->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F3));
    m_next->setShortcut(QKeySequence(Qt::Key_F3));
    m_buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    showState();
}

} // namespace pipescope
