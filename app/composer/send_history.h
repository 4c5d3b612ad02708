#pragma once

#include "composer/payload_input.h"

#include <QSettings>

#include <optional>
#include <vector>

namespace pipescope {

/// Sent inputs, oldest first, and a position for browsing them with the arrow keys. Holds 100
/// entries; an entry that is sent again moves to the end.
class SendHistory
{
public:
    /// Adds the newest entry and ends browsing. Empty inputs are not added. A draft that was left
    /// for browsing becomes an entry before it.
    void add(const PayloadInput& input);

    /// True if `current`, or the draft left for browsing, was typed and is no entry.
    [[nodiscard]] bool hasDraft(const PayloadInput& current) const;

    /// Moves one step back. The first step stores `current` as the draft, as does any step from a
    /// changed entry. Empty at the oldest entry.
    [[nodiscard]] std::optional<PayloadInput> older(const PayloadInput& current);
    /// Moves one step forward; the draft follows the newest entry. Empty when already there.
    [[nodiscard]] std::optional<PayloadInput> newer(const PayloadInput& current);

    [[nodiscard]] const std::vector<PayloadInput>& entries() const { return m_entries; }

    /// Entries of more than 8192 characters are kept in memory only.
    void load(const QSettings& settings);
    void save(QSettings& settings) const;

private:
    void keepDraft(const PayloadInput& current);
    void append(const PayloadInput& input);

    std::vector<PayloadInput> m_entries;
    std::optional<std::size_t> m_place; ///< set while browsing
    PayloadInput m_draft;
};

} // namespace pipescope
