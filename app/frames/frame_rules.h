#pragma once

#include "pipecore/framing/rule.h"

#include <QList>
#include <QObject>
#include <QString>

#include <map>
#include <optional>
#include <string>

namespace pipescope {

/// The framing rules of pipes, by name. They are part of the EndpointChoice in the settings, so that the
/// decoded page of a row and the log use the same rule. GUI thread only.
class FrameRules : public QObject
{
    Q_OBJECT

public:
    struct Entry
    {
        QString pipe;
        pipecore::FramingRule rule;
    };
    /// By the pipe's name as the core has it (UTF-8). A value that may go to other threads.
    using ByPipe = std::map<std::string, pipecore::FramingRule, std::less<>>;

    explicit FrameRules(QObject* parent = nullptr);

    /// Sorted by name.
    [[nodiscard]] QList<Entry> entries() const;
    [[nodiscard]] const ByPipe& byPipe() const { return m_rules; }
    [[nodiscard]] std::optional<pipecore::FramingRule> of(const QString& pipe) const;
    /// Saves a rule; one of kind None removes it.
    void set(const QString& pipe, const pipecore::FramingRule& rule);
    void remove(const QString& pipe) { set(pipe, {}); }
    /// Reads the settings again, after others have changed them.
    void reload();

signals:
    void changed();

private:
    ByPipe m_rules;
};

} // namespace pipescope
