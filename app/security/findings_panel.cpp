#include "security/findings_panel.h"

#include "security/accounts.h"
#include "security/security_texts.h"
#include "widgets/formatting.h"
#include "widgets/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QTreeWidget>

#include <algorithm>

namespace pipescope {

namespace {

constexpr int listHeight = 96;

QString iconName(pipecore::Severity severity)
{
    switch (severity) {
    case pipecore::Severity::High: return QStringLiteral("error");
    case pipecore::Severity::Medium: return QStringLiteral("warning");
    default: break;
    }
    return QStringLiteral("info");
}

} // namespace

FindingsPanel::FindingsPanel(Accounts* accounts, QWidget* parent)
    : QWidget(parent)
    , m_accounts(accounts)
    , m_title(new QLabel(this))
    , m_list(new QTreeWidget(this))
    , m_detail(new QLabel(this))
{
    m_list->setObjectName(QStringLiteral("findings"));
    m_list->setColumnCount(2);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setMinimumHeight(listHeight);
    m_list->setTabKeyNavigation(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(true);
    m_title->setBuddy(m_list);
    m_title->setObjectName(QStringLiteral("findingsTitle"));
    m_detail->setObjectName(QStringLiteral("findingDetail"));
    m_detail->setWordWrap(true);
    m_detail->setTextFormat(Qt::RichText);
    m_detail->setOpenExternalLinks(true);
    m_detail->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_detail->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    // Reserves room for the longest detail, so that the layout does not move.
    m_detail->setMinimumHeight(4 * m_detail->fontMetrics().lineSpacing());

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_detail);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this] {
        showDetail();
        const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
        if (row >= 0 && m_findings.at(static_cast<std::size_t>(row)).entry) {
            emit entryPointedAt(
                static_cast<int>(*m_findings.at(static_cast<std::size_t>(row)).entry));
        }
    });
    connect(m_accounts, &Accounts::namesChanged, this, &FindingsPanel::fill);
    connect(&Theme::instance(), &Theme::changed, this, &FindingsPanel::showDetail);
    retranslate();
}

void FindingsPanel::setFindings(std::vector<pipecore::SecurityFinding> findings)
{
    m_findings = std::move(findings);
    fill();
}

QString FindingsPanel::titleOf(const pipecore::SecurityFinding& finding) const
{
    QString title = ruleText(finding.rule->title);
    if (finding.account) {
        title += QStringLiteral(": ") + m_accounts->nameOf(*finding.account);
    }
    if (finding.entry) {
        title += tr(" (entry %1)").arg(*finding.entry + 1);
    }
    return title;
}

void FindingsPanel::fill()
{
    const int current = m_list->indexOfTopLevelItem(m_list->currentItem());
    {
        // Refilling must not select an entry.
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const pipecore::SecurityFinding& finding : m_findings) {
            auto* item = new QTreeWidgetItem(m_list);
            item->setIcon(0, Theme::instance().icon(iconName(finding.severity)));
            item->setText(0, severityText(finding.severity));
            item->setText(1, titleOf(finding));
        }
        const int row = std::min(std::max(current, 0), m_list->topLevelItemCount() - 1);
        if (row >= 0) {
            m_list->setCurrentItem(m_list->topLevelItem(row));
        }
    }
    m_title->setText(m_findings.empty() ? tr("&Security check: no findings")
                                        : tr("&Security check: %n finding(s)", nullptr,
                                             static_cast<int>(m_findings.size())));
    showDetail();
}

void FindingsPanel::showDetail()
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (row < 0) {
        m_detail->clear();
        return;
    }
    const pipecore::SecurityRule& rule = *m_findings.at(static_cast<std::size_t>(row)).rule;
    m_detail->setText(
        QStringLiteral("%1<br><b>%2</b> %3<br>%4 <a href=\"%5\" style=\"color: %7\">%6</a>")
            .arg(ruleText(rule.allows).toHtmlEscaped(), tr("Fix:"),
                 ruleText(rule.fix).toHtmlEscaped(), tr("See"), fromCore(rule.url),
                 fromCore(rule.reference).toHtmlEscaped(),
                 Theme::instance().color(Token::Accent).name()));
}

void FindingsPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void FindingsPanel::retranslate()
{
    m_list->setAccessibleName(tr("Findings of the security check"));
    fill();
}

} // namespace pipescope
