#include "connections/windows_client_form.h"

#include "connections/option_labels.h"

#include "pipecore/model/pipe_name.h"

#include <QCoreApplication>

namespace pipescope {

namespace {

bool isOtherComputer(const std::string& name)
{
    const auto parsed = pipecore::PipeName::parse(name);
    return parsed && parsed->isRemote();
}

} // namespace

WindowsClientForm::WindowsClientForm(QFormLayout* identity, QFormLayout* pipe,
                                     OptionFields<pipecore::ClientOptions>& fields)
    : QObject(pipe)
    , m_level(fields.add(identity, "sqos"))
    , m_effectiveOnly(fields.add(identity, "effective-only"))
    , m_contextTracking(fields.add(identity, "context-tracking"))
    , m_sync(fields.add(pipe, "sync"))
{
    fields.add(pipe, "share-read");
    fields.add(pipe, "share-write");
    m_writeThrough = fields.add(pipe, "write-through");
}

void WindowsClientForm::leaveOut(pipecore::ClientOptions& options)
{
    const bool isNamed = options.sqos != pipecore::SqosLevel::Anonymous;
    options.effectiveOnly = isNamed && options.effectiveOnly;
    options.contextTracking = isNamed && options.contextTracking;
    options.writeThrough = options.writeThrough && isOtherComputer(options.name);
}

void WindowsClientForm::update(const pipecore::ClientOptions& options)
{
    const bool isNamed = options.sqos != pipecore::SqosLevel::Anonymous;
    const QString nobody = tr("Anonymous clients do not expose their identity.");
    m_effectiveOnly->allow(isNamed, nobody);
    m_contextTracking->allow(isNamed, nobody);
    m_writeThrough->allow(isOtherComputer(options.name),
                          tr("Applies to remote pipes only: \\\\server\\pipe\\name."));
    m_sync->setHelp(syncHelp(options.io));
}

void WindowsClientForm::retranslate()
{
    m_level->setChoices({tr("anonymous (identity hidden)"), tr("identification (identity visible)"),
                         tr("impersonation (act as you locally)"),
                         tr("delegation (act as you remotely)")});
}

QString identitySentence(pipecore::SqosLevel level)
{
    const auto text = [](const char* source) {
        return QCoreApplication::translate("IdentitySentence", source);
    };
    switch (level) {
    case pipecore::SqosLevel::Anonymous:
        return text(QT_TRANSLATE_NOOP("IdentitySentence", "The server cannot identify you."));
    case pipecore::SqosLevel::Identification:
        return text(QT_TRANSLATE_NOOP("IdentitySentence",
                                      "The server can identify you but not act on your behalf."));
    case pipecore::SqosLevel::Impersonation:
        return text(QT_TRANSLATE_NOOP("IdentitySentence",
                                      "The server can act on your behalf on its own computer."));
    case pipecore::SqosLevel::Delegation:
        return text(QT_TRANSLATE_NOOP(
            "IdentitySentence", "The server can act on your behalf, also on remote computers."));
    }
    return {};
}

} // namespace pipescope
