#include "composer/target_chooser.h"

#include "widgets/formatting.h"

#include <QAbstractItemView>
#include <QSignalBlocker>
#include <QStylePainter>
#include <QTimer>
#include <QWheelEvent>

#include <utility>
#include <vector>

namespace pipescope {

namespace {

constexpr int minCharacters = 22;
constexpr int visibleRows = 16;

} // namespace

TargetChooser::TargetChooser(QWidget* parent) : QComboBox(parent)
{
    setModel(&m_model);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(minCharacters);
    setMaxVisibleItems(visibleRows);
    view()->setTextElideMode(Qt::ElideMiddle);
    view()->installEventFilter(this);
    connect(this, &QComboBox::activated, this, [this](int row) { choose(m_model.at(row).target); });
    retranslate();
}

void TargetChooser::setFacts(const pipecore::SessionFacts::Snapshot& facts)
{
    if (view()->isVisible()) {
        // A row must not move under the pointer: the user would select another program.
        if (m_waiting) {
            m_waiting->add(facts);
        } else {
            m_waiting = facts;
        }
        return;
    }
    {
        // While rows change, the box briefly selects a neighbour: no signal for that.
        const QSignalBlocker blocker(this);
        m_model.setFacts(facts, m_choice);
        showChoice();
        takeOffers();
        if (!m_choice && !m_isPast && m_model.rowCount() > 0) {
            m_choice = m_model.at(m_model.first()).target;
        }
        showChoice();
    }
    emit targetChanged();
}

void TargetChooser::takeOffers()
{
    std::erase_if(m_offers, [this](const SendTarget& offered) {
        const int row = m_model.rowOf(offered);
        if (row < 0 || m_model.at(row).obstacle == SendObstacle::NotConnected) {
            return false; // not yet
        }
        const TargetRow* now = current();
        const bool isAcceptable = offered.connection || now == nullptr || now->isUnusable();
        if (isAcceptable && !m_model.at(row).isUnusable()) {
            m_choice = offered;
            m_isPast = false;
            m_model.removePastRow();
            showChoice();
        }
        return true;
    });
}

void TargetChooser::takeWaiting()
{
    if (m_waiting && !view()->isVisible()) {
        setFacts(*std::exchange(m_waiting, std::nullopt));
    }
}

bool TargetChooser::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == view() && event->type() == QEvent::Hide) {
        // Later: the click that closes the list has not been handled yet.
        QTimer::singleShot(0, this, &TargetChooser::takeWaiting);
    }
    return QComboBox::eventFilter(watched, event);
}

void TargetChooser::choose(SendTarget target)
{
    {
        const QSignalBlocker blocker(this);
        m_choice = target;
        m_isPast = false;
        m_offers.clear();
        m_model.removePastRow();
        showChoice();
    }
    emit targetChanged();
}

void TargetChooser::offer(SendTarget target)
{
    m_offers.push_back(target);
}

void TargetChooser::startOver(bool keepShown)
{
    hidePopup();
    m_waiting.reset();
    m_offers.clear();
    {
        const QSignalBlocker blocker(this);
        m_isPast = keepShown && current() != nullptr;
        m_model.endSession(m_isPast ? currentIndex() : -1);
        m_choice = {};
        showChoice();
    }
    emit targetChanged();
}

void TargetChooser::wheelEvent(QWheelEvent* event)
{
    // Scrolling past the box must not change the target.
    event->ignore();
}

void TargetChooser::showChoice()
{
    const int row = m_isPast ? 0 : m_choice ? m_model.rowOf(m_choice) : -1;
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
        return m_choice ? tr("This target is no longer available. Select another target.")
                        : tr("No target. Start a server or connect a client.");
    }
    const QString name = m_model.nameText(currentIndex());
    switch (row->obstacle) {
    case SendObstacle::None: return {};
    case SendObstacle::NobodyConnected:
        return tr("No client is connected to %1.").arg(fromCore(row->name));
    case SendObstacle::NotConnected:
        return tr("%1 is not connected: %2.").arg(name, stateText(row->state));
    case SendObstacle::ReceivesOnly:
        return row->role == pipecore::Role::Server
                   ? tr("This server cannot send: its direction is client to server.")
                   : tr("This client cannot send: it was opened read-only.");
    case SendObstacle::Closed:
        return row->target.endpoint ? tr("%1 is stopped. Select another target.").arg(name)
                                    : tr("%1 is disconnected. Select another target.").arg(name);
    }
    Q_UNREACHABLE();
}

void TargetChooser::retranslate()
{
    setPlaceholderText(tr("no target"));
    setAccessibleName(tr("Send to"));
    m_model.refreshTexts();
    showChoice();
}

QSize TargetChooser::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * minCharacters,
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
