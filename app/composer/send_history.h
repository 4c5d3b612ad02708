#pragma once

#include "composer/payload_input.h"

#include <QSettings>

#include <optional>
#include <vector>

namespace pipescope {

/// What was sent, oldest first, and a place in it while one goes through it with the arrow keys.
/// Holds 100 entries; one that is sent again moves to the end.
class SendHistory
{
public:
    /// Adds the newest entry and ends going through the list. Empty inputs are not kept. A draft that
    /// was left for going through the list becomes an entry before it.
    void add(const PayloadInput& input);

    /// `current`, or what was left for it when going through the list, was typed and is no entry.
    [[nodiscard]] bool hasDraft(const PayloadInput& current) const;

    /// One step back. The first step remembers `current` as the draft, and so does any step from an
    /// entry that was changed. Empty when there is nothing older.
    [[nodiscard]] std::optional<PayloadInput> older(const PayloadInput& current);
    /// One step forward; after the newest entry comes the draft. Empty when already there.
    [[nodiscard]] std::optional<PayloadInput> newer(const PayloadInput& current);

    [[nodiscard]] const std::vector<PayloadInput>& entries() const { return m_entries; }

    /// Entries of more than 8192 characters live as long as the program and are not stored.
    void load(const QSettings& settings);
    void save(QSettings& settings) const;

private:
    void keepDraft(const PayloadInput& current);
    void append(const PayloadInput& input);

    std::vector<PayloadInput> m_entries;
    std::optional<std::size_t> m_place; ///< set while going through the list
    PayloadInput m_draft;
};

} // namespace pipescope
