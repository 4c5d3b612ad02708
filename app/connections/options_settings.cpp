#include "connections/options_settings.h"

#include "widgets/formatting.h"

#include <algorithm>

namespace pipescope {

namespace {

constexpr qsizetype maximumRecent = 20;

QString recentKey()
{
    return QStringLiteral("connections/recentNames");
}

/// Reads and writes values of one group ("connections/server/…").
class Group
{
public:
    explicit Group(const char* name)
        : m_prefix(QStringLiteral("connections/%1/").arg(QLatin1String(name)))
    {}

    template <typename Number>
    void read(const QSettings& settings, const char* key, Number& value) const
    {
        bool isNumber = false;
        const qulonglong stored = settings.value(name(key)).toULongLong(&isNumber);
        if (isNumber) {
            value = static_cast<Number>(stored);
        }
    }
    template <typename Enum>
    void readEnum(const QSettings& settings, const char* key, Enum& value, Enum last) const
    {
        auto number = static_cast<quint64>(value);
        read(settings, key, number);
        value = static_cast<Enum>(std::min(number, static_cast<quint64>(last)));
    }
    void readTime(const QSettings& settings, const char* key,
                  std::chrono::milliseconds& value) const
    {
        qint64 number = value.count();
        read(settings, key, number);
        value = std::chrono::milliseconds(number);
    }
    template <typename Number>
    void write(QSettings& settings, const char* key, Number value) const
    {
        settings.setValue(name(key), static_cast<qulonglong>(value));
    }
    [[nodiscard]] QString name(const char* key) const { return m_prefix + QLatin1String(key); }

private:
    QString m_prefix;
};

void readConnection(const QSettings& settings, const Group& group,
                    pipecore::ConnectionOptions& options)
{
    group.read(settings, "readSize", options.readSize);
    group.read(settings, "writeQueueLimit", options.writeQueueLimit);
    group.read(settings, "messageLimit", options.messageLimit);
    group.readTime(settings, "drainTime", options.drainTime);
    group.read(settings, "echo", options.echo);
}

void writeConnection(QSettings& settings, const Group& group,
                     const pipecore::ConnectionOptions& options)
{
    group.write(settings, "readSize", options.readSize);
    group.write(settings, "writeQueueLimit", options.writeQueueLimit);
    group.write(settings, "messageLimit", options.messageLimit);
    group.write(settings, "drainTime", options.drainTime.count());
    group.write(settings, "echo", options.echo);
}

template <typename Options>
Options checked(const QSettings& settings, const Group& group, Options options)
{
    Options named = options;
    named.name = "name"; // the stored one is for the dialog to judge, as one types
    if (!pipecore::validate(named)) {
        options = {};
    }
    options.name =
        settings.value(group.name("name"), QStringLiteral("orders")).toString().toStdString();
    return options;
}

} // namespace

pipecore::ServerOptions loadServerOptions(const QSettings& settings)
{
    const Group group("server");
    pipecore::ServerOptions options;
    group.readEnum(settings, "mode", options.mode, pipecore::PipeMode::Message);
    group.readEnum(settings, "access", options.access, pipecore::Access::Outbound);
    group.read(settings, "instances", options.instances);
    group.read(settings, "outBufferSize", options.outBufferSize);
    group.read(settings, "inBufferSize", options.inBufferSize);
    pipecore::PipeMode readMode = options.mode;
    group.readEnum(settings, "readMode", readMode, pipecore::PipeMode::Message);
    if (readMode != options.mode) {
        options.readMode = readMode;
    }
    group.readTime(settings, "defaultTimeout", options.defaultTimeout);
    group.read(settings, "firstInstance", options.firstInstance);
    group.read(settings, "rejectRemote", options.rejectRemote);
    group.read(settings, "writeThrough", options.writeThrough);
    options.sddl = settings.value(group.name("sddl")).toString().toStdString();
    group.readEnum(settings, "policy", options.policy, pipecore::InstancePolicy::Reuse);
    group.readEnum(settings, "io", options.io, pipecore::IoModel::Synchronous);
    group.read(settings, "fileMode", options.fileMode);
    group.read(settings, "backlog", options.backlog);
    readConnection(settings, group, options.connection);
    return checked(settings, group, std::move(options));
}

void saveServerOptions(QSettings& settings, const pipecore::ServerOptions& options)
{
    const Group group("server");
    settings.setValue(group.name("name"), fromCore(options.name));
    group.write(settings, "mode", options.mode);
    group.write(settings, "access", options.access);
    group.write(settings, "instances", options.instances);
    group.write(settings, "outBufferSize", options.outBufferSize);
    group.write(settings, "inBufferSize", options.inBufferSize);
    group.write(settings, "readMode", pipecore::effectiveReadMode(options));
    group.write(settings, "defaultTimeout", options.defaultTimeout.count());
    group.write(settings, "firstInstance", options.firstInstance);
    group.write(settings, "rejectRemote", options.rejectRemote);
    group.write(settings, "writeThrough", options.writeThrough);
    settings.setValue(group.name("sddl"), fromCore(options.sddl));
    group.write(settings, "policy", options.policy);
    group.write(settings, "io", options.io);
    group.write(settings, "fileMode", options.fileMode);
    group.write(settings, "backlog", options.backlog);
    writeConnection(settings, group, options.connection);
}

pipecore::ClientOptions loadClientOptions(const QSettings& settings)
{
    const Group group("client");
    pipecore::ClientOptions options;
    group.readEnum(settings, "access", options.access, pipecore::ClientAccess::Write);
    group.readEnum(settings, "mode", options.mode, pipecore::PipeMode::Message);
    group.readEnum(settings, "wait", options.wait, pipecore::WaitPolicy::FailAtOnce);
    group.readTime(settings, "timeout", options.timeout);
    group.readEnum(settings, "sqos", options.sqos, pipecore::SqosLevel::Delegation);
    group.read(settings, "effectiveOnly", options.effectiveOnly);
    group.read(settings, "contextTracking", options.contextTracking);
    group.read(settings, "shareRead", options.shareRead);
    group.read(settings, "shareWrite", options.shareWrite);
    group.read(settings, "writeThrough", options.writeThrough);
    group.readEnum(settings, "io", options.io, pipecore::IoModel::Synchronous);
    group.read(settings, "bufferSize", options.bufferSize);
    readConnection(settings, group, options.connection);
    return checked(settings, group, std::move(options));
}

void saveClientOptions(QSettings& settings, const pipecore::ClientOptions& options)
{
    const Group group("client");
    settings.setValue(group.name("name"), fromCore(options.name));
    group.write(settings, "access", options.access);
    group.write(settings, "mode", options.mode);
    group.write(settings, "wait", options.wait);
    group.write(settings, "timeout", options.timeout.count());
    group.write(settings, "sqos", options.sqos);
    group.write(settings, "effectiveOnly", options.effectiveOnly);
    group.write(settings, "contextTracking", options.contextTracking);
    group.write(settings, "shareRead", options.shareRead);
    group.write(settings, "shareWrite", options.shareWrite);
    group.write(settings, "writeThrough", options.writeThrough);
    group.write(settings, "io", options.io);
    group.write(settings, "bufferSize", options.bufferSize);
    writeConnection(settings, group, options.connection);
}

QStringList recentPipeNames(const QSettings& settings)
{
    return settings.value(recentKey()).toStringList();
}

void addRecentPipeName(QSettings& settings, const QString& name)
{
    QStringList names = recentPipeNames(settings);
    names.removeAll(name);
    names.prepend(name);
    settings.setValue(recentKey(), names.mid(0, maximumRecent));
}

} // namespace pipescope
