#include "frames/frame_preview.h"

#include "detail/decode_text.h"
#include "rows/row_text.h"
#include "widgets/error_text.h"
#include "widgets/formatting.h"
#include "widgets/labels.h"
#include "widgets/marked_tree.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QTimerEvent>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <utility>

namespace pipescope {

namespace {

constexpr std::size_t maxPreviewRows = 200;
/// Interval for more bytes of short streams.
constexpr int watchMs = 400;
enum PreviewColumn { Rows, Connection, Size, Content };

/// A sample that a few more reads would change.
bool isShort(const pipecore::StreamSample* sample)
{
    return sample == nullptr || (!sample->isCut && sample->pieces.size() < maxPreviewRows);
}

QString rowsText(const pipecore::RuleTrial::Row& row)
{
    const QString first = formatCount(row.firstRow + 1);
    return row.firstRow == row.lastRow
               ? first
               : QStringLiteral(u"%1–%2").arg(first, formatCount(row.lastRow + 1));
}

} // namespace

FramePreview::FramePreview(const pipecore::RecordSource& source, const QString& pipe,
                           QWidget* parent)
    : QWidget(parent)
    , m_source(&source)
    , m_pipe(pipe.toStdString())
    , m_list(new QTreeWidget(this))
    , m_summary(new QLabel(this))
{
    m_list->setObjectName(QStringLiteral("framePreview"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setColumnCount(Content + 1);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->header()->setStretchLastSection(true);
    m_summary->setObjectName(QStringLiteral("frameSummary"));
    m_summary->setWordWrap(true);
    setTextColor(m_summary, Token::Muted);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_list, 1);
    column->addWidget(m_summary);
    connect(&Theme::instance(), &Theme::changed, this, &FramePreview::showTrial);
    retranslate();
    takeSample();
    m_watch.start(watchMs, this);
}

FramePreview::~FramePreview() = default;

void FramePreview::releaseSource()
{
    m_watch.stop();
    m_sampling.stop();
    m_source = nullptr;
}

void FramePreview::setRule(const std::optional<pipecore::FramingRule>& rule)
{
    if (m_rule != rule) {
        m_rule = rule;
        tryRule();
    }
}

void FramePreview::takeSample()
{
    if (m_source == nullptr || m_sampling.isRunning()) {
        return;
    }
    m_sampledRows = m_source->rowCount();
    m_sampling.start([this, source = m_source, pipe = m_pipe](Task::State& state) -> Task::Done {
        auto sample =
            pipecore::StreamSample::of(*source, pipe, [&state] { return !state.cancelled.load(); });
        Sample taken;
        QString problem;
        if (sample) {
            taken = std::make_shared<const pipecore::StreamSample>(std::move(*sample));
        } else {
            problem = errorLine(sample.error());
        }
        return [this, taken, problem] {
            m_problem = problem;
            m_sample = taken;
            tryRule();
            if (m_proposes) {
                startProposing();
            }
        };
    });
}

void FramePreview::tryRule()
{
    if (!m_sample || !m_rule) {
        m_trying.forget();
        m_trial.reset();
        showTrial();
        return;
    }
    m_trying.start([this, sample = m_sample, rule = *m_rule](Task::State&) -> Task::Done {
        return [this, trial = pipecore::tryRule(*sample, rule, maxPreviewRows)] {
            m_trial = trial;
            showTrial();
        };
    });
}

void FramePreview::propose()
{
    m_proposes = true;
    if (m_sample) {
        startProposing();
    }
}

void FramePreview::startProposing()
{
    m_proposes = false;
    if (!m_sample) {
        emit proposed({});
        return;
    }
    m_proposing.start([this, sample = m_sample, pipe = m_pipe](Task::State& state) -> Task::Done {
        auto proposals =
            pipecore::proposeRules(*sample, pipe, [&state] { return !state.cancelled.load(); });
        return [this, proposals = std::move(proposals)] { emit proposed(proposals); };
    });
}

void FramePreview::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_watch.timerId()) {
        QWidget::timerEvent(event);
    } else if (!isShort(m_sample.get())) {
        m_watch.stop();
    } else if (m_source != nullptr && m_source->rowCount() != m_sampledRows) {
        takeSample();
    }
}

void FramePreview::showTrial()
{
    m_list->clear();
    if (!m_problem.isEmpty()) {
        m_summary->setText(tr("Cannot read the stream: %1").arg(m_problem));
        return;
    }
    if (!m_sample || m_sample->pieces.empty()) {
        m_summary->setText(m_sample ? tr("No data yet. Frames appear here.") : QString());
        return;
    }
    if (!m_trial) {
        m_summary->setText(QString());
        return;
    }
    const Theme& theme = Theme::instance();
    for (const pipecore::RuleTrial::Row& row : m_trial->rows) {
        auto* item = new QTreeWidgetItem(m_list);
        const bool sent = row.direction == pipecore::Direction::Sent;
        item->setText(Rows, rowsText(row));
        item->setText(Connection, connectionText(row.connection) + QLatin1Char(' ')
                                      + directionSign(row.direction));
        item->setForeground(Connection, theme.color(sent ? Token::Sent : Token::Received));
        item->setText(Size, formatBytes(row.size));
        item->setTextAlignment(Size, Qt::AlignRight | Qt::AlignVCenter);
        item->setFont(Content, theme.monospaceFont());
        if (row.problem) {
            item->setText(Content, decodeProblem(*row.problem));
            item->setForeground(Content, theme.color(Token::Error));
            item->setToolTip(Content, item->text(Content));
        } else {
            item->setText(Content, previewOf(row.content));
        }
    }
    constexpr double percent = 100;
    QString summary = tr("%1 whole frames, %2 malformed; %3 % of %4 explained")
                          .arg(formatCount(m_trial->good), formatCount(m_trial->wrong))
                          .arg(static_cast<int>(m_trial->share() * percent))
                          .arg(formatSize(m_trial->bytes));
    if (m_sample->isCut) {
        summary += QLatin1Char(' ') + tr("(beginning of the streams)");
    }
    m_summary->setText(summary);
    for (const int column : {Rows, Connection, Size}) {
        m_list->resizeColumnToContents(column);
    }
}

void FramePreview::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void FramePreview::retranslate()
{
    m_list->setHeaderLabels({tr("Rows"), tr("Connection"), tr("Bytes"), tr("Content")});
    m_list->setAccessibleName(tr("First frames"));
    showTrial();
}

} // namespace pipescope
