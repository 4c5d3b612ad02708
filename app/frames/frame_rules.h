#pragma once

#include "detail/endpoint_choices.h"
#include "pipecore/analysis/pairing.h"
#include "pipecore/framing/rule.h"

#include <QList>
#include <QObject>
#include <QString>

#include <map>
#include <optional>
#include <string>

namespace pipescope {

/// The framing rules of pipes, which side of a pipe sends requests, and the types of its messages, by the pipe's
/// name. They are part of the EndpointChoice in the settings, so that the decoded page of a row and the log use the same rule. GUI
/// thread only.
class FrameRules : public QObject
{
    Q_OBJECT

public:
    struct Entry
    {
        QString pipe;
        pipecore::FramingRule rule; ///< of kind None: only the others are set
        pipecore::Asker asker = pipecore::Asker::Client;
        TypesChoice types;
    };
    /// By the pipe's name as the core has it (UTF-8). A value that may go to other threads.
    using ByPipe = std::map<std::string, pipecore::FramingRule, std::less<>>;
    using TypesByPipe = std::map<std::string, TypesChoice, std::less<>>;

    explicit FrameRules(QObject* parent = nullptr);

    /// Pipes for which something is set, sorted by name.
    [[nodiscard]] QList<Entry> entries() const;
    [[nodiscard]] const ByPipe& byPipe() const { return m_saved.rules; }
    /// Who asks on which pipes.
    [[nodiscard]] const pipecore::Askers& askers() const { return m_saved.askers; }
    /// Pipes whose messages have types of the user's.
    [[nodiscard]] const TypesByPipe& types() const { return m_saved.types; }
    [[nodiscard]] std::optional<pipecore::FramingRule> of(const QString& pipe) const;
    [[nodiscard]] pipecore::Asker askerOf(const QString& pipe) const;
    /// Empty when there are none.
    [[nodiscard]] TypesChoice typesOf(const QString& pipe) const;
    /// Saves a rule, who asks, and types; a rule of kind None and an empty choice remove theirs.
    void set(const QString& pipe, const pipecore::FramingRule& rule, pipecore::Asker asker,
             const TypesChoice& types);
    /// Saves a rule only.
    void set(const QString& pipe, const pipecore::FramingRule& rule)
    {
        set(pipe, rule, askerOf(pipe), typesOf(pipe));
    }
    /// Back to no rule, to the side that connected, and to no types.
    void remove(const QString& pipe) { set(pipe, {}, pipecore::Asker::Client, {}); }
    /// Reads the settings again, after others have changed them.
    void reload();

signals:
    void changed();

private:
    struct Saved
    {
        ByPipe rules;
        pipecore::Askers askers;
        TypesByPipe types;

        friend bool operator==(const Saved&, const Saved&) = default;
    };
    [[nodiscard]] static Saved saved();

    Saved m_saved;
};

} // namespace pipescope
