#include "connections/windows_client_form.h"

#include "connections/form_field.h"
#include "connections/option_widgets.h"

#include "pipecore/model/pipe_name.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>

namespace pipescope {

namespace {

bool isOtherComputer(const std::string& name)
{
    const auto parsed = pipecore::PipeName::parse(name);
    return parsed && parsed->isRemote();
}

} // namespace

WindowsClientForm::WindowsClientForm(QFormLayout* identity, QFormLayout* pipe)
    : QObject(pipe)
    , m_level(makeChoice("sqos", 4))
    , m_effectiveOnly(makeCheck("effectiveOnly"))
    , m_contextTracking(makeCheck("contextTracking"))
    , m_io(makeChoice("ioModel", 2))
    , m_shareRead(makeCheck("shareRead"))
    , m_shareWrite(makeCheck("shareWrite"))
    , m_writeThrough(makeCheck("writeThrough"))
    , m_levelField(new FormField(m_level))
    , m_effectiveOnlyField(new FormField(m_effectiveOnly))
    , m_contextTrackingField(new FormField(m_contextTracking))
    , m_ioField(new FormField(m_io))
    , m_shareReadField(new FormField(m_shareRead))
    , m_shareWriteField(new FormField(m_shareWrite))
    , m_writeThroughField(new FormField(m_writeThrough))
{
    for (FormField* field : {m_levelField, m_effectiveOnlyField, m_contextTrackingField}) {
        identity->addRow(field->label(), field);
    }
    for (FormField* field : {m_ioField, m_shareReadField, m_shareWriteField, m_writeThroughField}) {
        pipe->addRow(field->label(), field);
    }
    for (QCheckBox* check :
         {m_effectiveOnly, m_contextTracking, m_shareRead, m_shareWrite, m_writeThrough}) {
        connect(check, &QCheckBox::toggled, this, &WindowsClientForm::changed);
    }
    for (QComboBox* choice : {m_level, m_io}) {
        connect(choice, &QComboBox::currentIndexChanged, this, &WindowsClientForm::changed);
    }
}

void WindowsClientForm::setOptions(const pipecore::ClientOptions& options)
{
    m_level->setCurrentIndex(static_cast<int>(options.sqos));
    m_effectiveOnly->setChecked(options.effectiveOnly);
    m_contextTracking->setChecked(options.contextTracking);
    m_io->setCurrentIndex(static_cast<int>(options.io));
    m_shareRead->setChecked(options.shareRead);
    m_shareWrite->setChecked(options.shareWrite);
    m_writeThrough->setChecked(options.writeThrough);
}

void WindowsClientForm::readInto(pipecore::ClientOptions& options) const
{
    options.sqos = static_cast<pipecore::SqosLevel>(m_level->currentIndex());
    const bool isNamed = options.sqos != pipecore::SqosLevel::Anonymous;
    options.effectiveOnly = isNamed && m_effectiveOnly->isChecked();
    options.contextTracking = isNamed && m_contextTracking->isChecked();
    options.io = static_cast<pipecore::IoModel>(m_io->currentIndex());
    options.shareRead = m_shareRead->isChecked();
    options.shareWrite = m_shareWrite->isChecked();
    options.writeThrough = m_writeThrough->isChecked() && isOtherComputer(options.name);
}

void WindowsClientForm::update(const pipecore::ClientOptions& options)
{
    const bool isNamed = options.sqos != pipecore::SqosLevel::Anonymous;
    const QString nobody = tr("An anonymous client shows nothing of its identity.");
    m_effectiveOnlyField->allow(isNamed, nobody);
    m_contextTrackingField->allow(isNamed, nobody);
    m_writeThroughField->allow(isOtherComputer(options.name),
                               tr("Only for pipes of other computers: \\\\server\\pipe\\name."));
    explainIo(m_io, m_ioField);
}

void WindowsClientForm::retranslate()
{
    m_levelField->setLabel(tr("The server ma&y"));
    m_level->setItemText(static_cast<int>(pipecore::SqosLevel::Anonymous),
                         tr("not see who you are (anonymous)"));
    m_level->setItemText(static_cast<int>(pipecore::SqosLevel::Identification),
                         tr("see who you are (identification)"));
    m_level->setItemText(static_cast<int>(pipecore::SqosLevel::Impersonation),
                         tr("act as you here (impersonation)"));
    m_level->setItemText(static_cast<int>(pipecore::SqosLevel::Delegation),
                         tr("act as you everywhere (delegation)"));
    m_levelField->setTip(tr("Security quality of service"),
                         QStringLiteral("SECURITY_SQOS_PRESENT with SECURITY_ANONYMOUS, "
                                        "SECURITY_IDENTIFICATION, SECURITY_IMPERSONATION or "
                                        "SECURITY_DELEGATION"));
    m_effectiveOnly->setText(tr("Only groups and privileges that are switched o&n"));
    m_effectiveOnlyField->setTip(tr("The server cannot switch on what you have switched off"),
                                 QStringLiteral("SECURITY_EFFECTIVE_ONLY"));
    m_contextTracking->setText(tr("&Follow changes of the identity"));
    m_contextTrackingField->setTip(
        tr("The server sees the identity of each moment; otherwise that of the opening"),
        QStringLiteral("SECURITY_CONTEXT_TRACKING"));
    retranslateIo(m_io, m_ioField);
    m_shareRead->setText(tr("Share for &reading"));
    m_shareReadField->setTip(
        tr("Handed on as asked: an instance of a pipe has one client in any case"),
        QStringLiteral("FILE_SHARE_READ"));
    m_shareWrite->setText(tr("Share for wr&iting"));
    m_shareWriteField->setTip(
        tr("Handed on as asked: an instance of a pipe has one client in any case"),
        QStringLiteral("FILE_SHARE_WRITE"));
    m_writeThrough->setText(tr("Write throu&gh"));
    m_writeThroughField->setTip(
        tr("A write completes when the data is at the other computer, not in a buffer here"),
        QStringLiteral("FILE_FLAG_WRITE_THROUGH"));
}

QString identitySentence(pipecore::SqosLevel level)
{
    const auto text = [](const char* source) {
        return QCoreApplication::translate("IdentitySentence", source);
    };
    switch (level) {
    case pipecore::SqosLevel::Anonymous:
        return text(QT_TRANSLATE_NOOP("IdentitySentence", "The server cannot see who you are."));
    case pipecore::SqosLevel::Identification:
        return text(QT_TRANSLATE_NOOP("IdentitySentence",
                                      "The server may see who you are, but not act as you."));
    case pipecore::SqosLevel::Impersonation:
        return text(
            QT_TRANSLATE_NOOP("IdentitySentence", "The server may act as you on its computer."));
    case pipecore::SqosLevel::Delegation:
        return text(QT_TRANSLATE_NOOP("IdentitySentence",
                                      "The server may act as you, also towards other computers."));
    }
    return {};
}

} // namespace pipescope
