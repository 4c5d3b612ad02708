#include "explorer/inspect_dialog.h"

#include "explorer/pipe_texts.h"
#include "tasks/background.h"
#include "widgets/error_text.h"
#include "widgets/formatting.h"
#include "widgets/labels.h"
#include "widgets/theme.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>

#include <utility>

namespace pipescope {

namespace {

constexpr int dialogWidth = 560;

bool isMonospaced(pipecore::PipeFact fact)
{
    return fact == pipecore::PipeFact::Security || fact == pipecore::PipeFact::OwnerId
           || fact == pipecore::PipeFact::GroupId;
}

} // namespace

InspectDialog::InspectDialog(pipecore::ListedPipe pipe, Inspect inspect, QWidget* parent)
    : QDialog(parent)
    , m_pipe(std::move(pipe))
    , m_path(selectableLabel(this))
    , m_note(selectableLabel(this))
    , m_facts(new QWidget(this))
    , m_form(new QFormLayout(m_facts))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
    , m_connect(m_buttons->addButton(QString(), QDialogButtonBox::ActionRole))
    , m_serve(m_buttons->addButton(QString(), QDialogButtonBox::ActionRole))
    , m_copy(m_buttons->addButton(QString(), QDialogButtonBox::ActionRole))
{
    setMinimumWidth(dialogWidth);
    m_path->setFont(Theme::instance().monospaceFont());
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(4);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(m_path);
    layout->addWidget(m_note);
    layout->addWidget(m_facts);
    layout->addStretch();
    layout->addWidget(m_buttons);

    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_connect, &QPushButton::clicked, this, [this] {
        emit connectRequested(m_pipe);
        accept();
    });
    connect(m_serve, &QPushButton::clicked, this, [this] {
        emit serveRequested(m_pipe, m_result->value());
        accept();
    });
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(factsText()); });
    for (QAbstractButton* button : m_buttons->buttons()) {
        static_cast<QPushButton*>(button)->setAutoDefault(false);
    }
    m_path->setText(fromCore(m_pipe.path));
    retranslate();
    start(std::move(inspect));
}

void InspectDialog::start(Inspect inspect)
{
    // It may outlive the dialog: a query that waits for another computer cannot be cancelled.
    onOwnThread(
        this, [inspect = std::move(inspect), name = m_pipe.name] { return inspect(name); },
        [this](pipecore::Result<pipecore::PipeInspection>& result) {
            m_result = std::move(result);
            showFacts();
        });
}

void InspectDialog::addFact(const QString& label, const QString& value, bool isKnown,
                            const QString& tip)
{
    auto* name = new QLabel(label, m_facts);
    QLabel* text = selectableLabel(m_facts);
    text->setText(value);
    text->setToolTip(tip);
    text->setAccessibleName(label);
    name->setForegroundRole(QPalette::PlaceholderText);
    if (!isKnown) {
        text->setForegroundRole(QPalette::PlaceholderText);
    }
    m_form->addRow(name, text);
}

void InspectDialog::showFacts()
{
    while (m_form->rowCount() > 0) {
        m_form->removeRow(0);
    }
    const bool isThere = m_result && *m_result;
    m_connect->setEnabled(m_pipe.canConnect);
    m_serve->setEnabled(m_pipe.canConnect && isThere);
    m_copy->setEnabled(isThere);
    if (!m_result) {
        m_note->setText(tr("Inspecting…"));
        return;
    }
    if (!isThere) {
        const pipecore::Error& error = m_result->error();
        m_note->setText(QStringLiteral("%1\n%2\n%3")
                            .arg(errorTitle(error), errorLine(error), errorHint(error)));
        return;
    }
#ifdef Q_OS_WIN
    m_note->setText(tr("The pipe was opened once with minimal access, then closed."));
#else
    m_note->setText(tr("No connection was made: the socket file and the system were queried."));
#endif
    pipecore::visitFacts(**m_result, [this](pipecore::PipeFact fact, const auto& value) {
        if (value) {
            addFact(factLabel(fact), factText(fact, *value), true);
            if (isMonospaced(fact)) {
                m_form->itemAt(m_form->rowCount() - 1, QFormLayout::FieldRole)
                    ->widget()
                    ->setFont(Theme::instance().monospaceFont());
            }
        } else if (!pipecore::doesNotApply(value.error())) {
            addFact(factLabel(fact), tr("unknown: %1").arg(errorLine(value.error())), false,
                    errorHint(value.error()));
        }
    });
    layout()->activate();
    resize(width(), layout()->totalHeightForWidth(width()));
}

QString InspectDialog::factsText() const
{
    QString text;
    for (int row = 0; row < m_form->rowCount(); ++row) {
        const auto textAt = [&](QFormLayout::ItemRole role) {
            return static_cast<QLabel*>(m_form->itemAt(row, role)->widget())->text();
        };
        text += QStringLiteral("%1: %2\n")
                    .arg(textAt(QFormLayout::LabelRole), textAt(QFormLayout::FieldRole));
    }
    return text.isEmpty() ? text : m_path->text() + QLatin1Char('\n') + text;
}

void InspectDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void InspectDialog::retranslate()
{
    setWindowTitle(tr("Inspect pipe"));
    m_connect->setText(tr("Connect…"));
    m_serve->setText(tr("Clone as server…"));
    m_copy->setText(tr("Copy"));
    m_buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    showFacts();
}

} // namespace pipescope
