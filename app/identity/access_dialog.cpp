#include "identity/access_dialog.h"

#include "widgets/error_text.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace pipescope {

AccessDialog::AccessDialog(QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("accessDialog"));
    setWindowTitle(tr("Check access as this client"));
    m_kind = new QComboBox(this);
    m_kind->addItem(tr("File or folder"));
#ifdef Q_OS_WIN
    m_kind->addItem(tr("Registry key"));
#endif
    m_path = new QLineEdit(this);
    m_path->setObjectName(QStringLiteral("path"));
    m_path->setMinimumWidth(360);
    auto* browse = new QPushButton(tr("Browse…"), this);
    browse->setAutoDefault(false);
    m_read = new QCheckBox(tr("Read"), this);
    m_read->setChecked(true);
    m_write = new QCheckBox(tr("Write"), this);
    m_write->setObjectName(QStringLiteral("write"));
    m_execute = new QCheckBox(tr("Execute"), this);
    m_delete = new QCheckBox(tr("Delete"), this);
    m_problem = new QLabel(this);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setWordWrap(true);
    m_problem->setForegroundRole(QPalette::PlaceholderText);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* const ask = m_buttons->addButton(tr("Check"), QDialogButtonBox::AcceptRole);
    ask->setObjectName(QStringLiteral("check"));
    ask->setDefault(true);

    auto* path = new QHBoxLayout;
    path->setSpacing(8);
    path->addWidget(m_path, 1);
    path->addWidget(browse);
    auto* boxes = new QHBoxLayout;
    boxes->setSpacing(16);
    for (QCheckBox* const box : {m_read, m_write, m_execute, m_delete}) {
        boxes->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &AccessDialog::check);
    }
    boxes->addStretch();
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->addRow(tr("Type"), m_kind);
    form->addRow(tr("Path"), path);
    form->addRow(tr("Access"), boxes);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addStretch();
    layout->addWidget(m_buttons);

    connect(browse, &QPushButton::clicked, this, &AccessDialog::browse);
    connect(m_path, &QLineEdit::textChanged, this, &AccessDialog::check);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this, browse](int kind) {
        browse->setEnabled(kind == 0);
        check();
    });
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

pipecore::AccessTarget AccessDialog::target() const
{
    return {.kind = m_kind->currentIndex() == 0 ? pipecore::AccessTarget::Kind::File
                                                : pipecore::AccessTarget::Kind::RegistryKey,
            .path = m_path->text().trimmed().toStdString()};
}

pipecore::RequestedAccess AccessDialog::requestedAccess() const
{
    using pipecore::RequestedAccess;
    return (m_read->isChecked() ? RequestedAccess::Read : RequestedAccess::None)
           | (m_write->isChecked() ? RequestedAccess::Write : RequestedAccess::None)
           | (m_execute->isChecked() ? RequestedAccess::Execute : RequestedAccess::None)
           | (m_delete->isChecked() ? RequestedAccess::Delete : RequestedAccess::None);
}

void AccessDialog::check()
{
    const auto valid = pipecore::validate(target(), requestedAccess());
    const bool isEmpty = m_path->text().trimmed().isEmpty();
    m_problem->setText(valid || isEmpty ? tr("Only the target's permissions are read.")
                                        : errorDetail(valid.error()));
    m_buttons->findChild<QPushButton*>(QStringLiteral("check"))->setEnabled(valid.has_value());
}

void AccessDialog::browse()
{
    auto* dialog = new QFileDialog(this, tr("Select file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& file) { m_path->setText(QDir::toNativeSeparators(file)); });
    dialog->open();
}

} // namespace pipescope
