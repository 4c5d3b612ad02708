#pragma once

#include "pipecore/analysis/pairing.h"
#include "pipecore/framing/rule.h"

#include <QList>
#include <QObject>
#include <QString>

#include <map>
#include <optional>
#include <string>

namespace pipescope {

/// The framing rules of pipes, and which side of a pipe sends requests, by the pipe's name. They are part of the
/// EndpointChoice in the settings, so that the decoded page of a row and the log use the same rule. GUI
/// thread only.
class FrameRules : public QObject
{
    Q_OBJECT

public:
    struct Entry
    {
        QString pipe;
        pipecore::FramingRule rule; ///< of kind None: only `asker` is set
        pipecore::Asker asker = pipecore::Asker::Client;
    };
    /// By the pipe's name as the core has it (UTF-8). A value that may go to other threads.
    using ByPipe = std::map<std::string, pipecore::FramingRule, std::less<>>;

    explicit FrameRules(QObject* parent = nullptr);

    /// Pipes for which something is set, sorted by name.
    [[nodiscard]] QList<Entry> entries() const;
    [[nodiscard]] const ByPipe& byPipe() const { return m_saved.rules; }
    /// Who asks on which pipes.
    [[nodiscard]] const pipecore::Askers& askers() const { return m_saved.askers; }
    [[nodiscard]] std::optional<pipecore::FramingRule> of(const QString& pipe) const;
    [[nodiscard]] pipecore::Asker askerOf(const QString& pipe) const;
    /// Saves a rule, and who asks; a rule of kind None removes it.
    void set(const QString& pipe, const pipecore::FramingRule& rule, pipecore::Asker asker);
    /// Saves a rule only.
    void set(const QString& pipe, const pipecore::FramingRule& rule)
    {
        set(pipe, rule, askerOf(pipe));
    }
    /// Back to no rule, and to the side that connected.
    void remove(const QString& pipe) { set(pipe, {}, pipecore::Asker::Client); }
    /// Reads the settings again, after others have changed them.
    void reload();

signals:
    void changed();

private:
    struct Saved
    {
        ByPipe rules;
        pipecore::Askers askers;

        friend bool operator==(const Saved&, const Saved&) = default;
    };
    [[nodiscard]] static Saved saved();

    Saved m_saved;
};

} // namespace pipescope
