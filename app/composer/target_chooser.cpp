#include "composer/target_chooser.h"

#include "widgets/formatting.h"

#include <QAbstractItemView>
#include <QSignalBlocker>
#include <QStylePainter>

namespace pipescope {

namespace {

constexpr int minimumCharacters = 22;
constexpr int visibleRows = 16;

} // namespace

TargetChooser::TargetChooser(QWidget* parent) : QComboBox(parent)
{
    setModel(&m_model);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(minimumCharacters);
    setMaxVisibleItems(visibleRows);
    view()->setTextElideMode(Qt::ElideMiddle);
    connect(this, &QComboBox::activated, this, [this](int row) { choose(m_model.at(row).target); });
    retranslate();
}

void TargetChooser::setFacts(const pipecore::SessionFacts::Snapshot& facts)
{
    const SendTarget shown = current() != nullptr ? current()->target : SendTarget{};
    {
        // While rows come and go the box takes a neighbour for a moment: nobody should hear of it.
        const QSignalBlocker blocker(this);
        m_model.setFacts(facts, m_choice ? m_choice : SendTarget{});
        setCurrentIndex(m_model.rowOf(shown));
        showChoice();
    }
    emit targetChanged();
}

void TargetChooser::choose(const SendTarget& target)
{
    m_choice = target;
    showChoice();
    emit targetChanged();
}

void TargetChooser::keepCurrent()
{
    if (const TargetRow* row = current()) {
        m_choice = row->target;
    }
}

void TargetChooser::showChoice()
{
    int row = m_choice ? m_model.rowOf(m_choice) : -1;
    const TargetRow* shown = current();
    if (row < 0 && shown != nullptr && shown->obstacle == SendObstacle::None) {
        row = currentIndex();
    }
    if (row < 0) {
        row = m_model.firstPossible();
    }
    if (row < 0 && m_model.rowCount() > 0) {
        row = 0; // shown with what keeps it from being sent to
    }
    setCurrentIndex(row);
    setToolTip(row < 0 ? QString() : m_model.index(row).data(Qt::ToolTipRole).toString());
    setEnabled(m_model.rowCount() > 0);
    update();
}

const TargetRow* TargetChooser::current() const
{
    return currentIndex() < 0 ? nullptr : &m_model.at(currentIndex());
}

QString TargetChooser::obstacle() const
{
    const TargetRow* row = current();
    if (row == nullptr) {
        return tr("Nothing to send to yet: start a server or a client.");
    }
    switch (row->obstacle) {
    case SendObstacle::None: return {};
    case SendObstacle::NobodyConnected:
        return tr("Nobody is connected to %1 yet.").arg(fromCore(row->name));
    case SendObstacle::NotConnected:
        return tr("%1 is not connected: %2.")
            .arg(connectionText(row->target.connection), stateText(row->state));
    case SendObstacle::ReceivesOnly:
        return row->role == pipecore::Role::Server
                   ? tr("This server only receives: its direction is client to server.")
                   : tr("This client only reads: it was opened without writing.");
    case SendObstacle::Closed: return tr("This target is closed: choose another one.");
    }
    Q_UNREACHABLE();
}

void TargetChooser::retranslate()
{
    setPlaceholderText(tr("nothing to send to yet"));
    setAccessibleName(tr("Send to"));
    m_model.refreshTexts();
    showChoice();
}

QSize TargetChooser::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * minimumCharacters,
            QComboBox::minimumSizeHint().height()};
}

void TargetChooser::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    if (currentIndex() < 0) {
        option.currentText = placeholderText();
        option.palette.setBrush(QPalette::ButtonText, option.palette.placeholderText());
    }
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    const QRect field =
        style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    const int iconWidth = option.currentIcon.isNull() ? 0 : option.iconSize.width() + 4;
    const int spare = 2 * style()->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, this) + 4;
    option.currentText = option.fontMetrics.elidedText(option.currentText, Qt::ElideMiddle,
                                                       field.width() - iconWidth - spare);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

} // namespace pipescope
