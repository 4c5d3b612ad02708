#include "pipecore/session/annotations.h"

#include "pipecore/base/clean_text.h"
#include "pipecore/base/translatable.h"

#include <iterator>

namespace pipecore {

Annotation Annotations::at(std::uint64_t row) const
{
    if (revision() == 0) {
        return {};
    }
    const std::scoped_lock lock(m_mutex);
    const auto slot = m_slots.find(row);
    return slot == m_slots.end() ? Annotation{} : slot->second.annotation;
}

bool Annotations::isMarked(std::uint64_t row) const
{
    if (revision() == 0) {
        return false;
    }
    const std::scoped_lock lock(m_mutex);
    return m_marks.contains(row);
}

std::string Annotations::comment(std::uint64_t row) const
{
    return at(row).comment;
}

std::optional<std::uint64_t> Annotations::nextMark(std::uint64_t row) const
{
    const std::scoped_lock lock(m_mutex);
    const auto mark = m_marks.lower_bound(row);
    return mark == m_marks.end() ? std::nullopt : std::optional(*mark);
}

std::optional<std::uint64_t> Annotations::previousMark(std::uint64_t row) const
{
    const std::scoped_lock lock(m_mutex);
    const auto behind = m_marks.upper_bound(row);
    return behind == m_marks.begin() ? std::nullopt : std::optional(*std::prev(behind));
}

std::uint64_t Annotations::markCount() const
{
    const std::scoped_lock lock(m_mutex);
    return m_marks.size();
}

std::vector<Annotations::Entry> Annotations::entries() const
{
    std::vector<Entry> found;
    const std::scoped_lock lock(m_mutex);
    for (const auto& [row, slot] : m_slots) {
        if (!slot.annotation.isEmpty()) {
            found.push_back({row, slot.annotation});
        }
    }
    return found;
}

Result<void> Annotations::set(std::uint64_t row, Annotation annotation)
{
    const auto changed = change(row, std::move(annotation));
    if (!changed) {
        return std::unexpected(changed.error());
    }
    if (*changed && m_listener) {
        m_listener(row, at(row));
    }
    return {};
}

Result<void> Annotations::take(std::uint64_t row, Annotation annotation)
{
    const auto changed = change(row, std::move(annotation));
    return changed ? Result<void>() : std::unexpected(changed.error());
}

Result<bool> Annotations::change(std::uint64_t row, Annotation annotation)
{
    annotation.comment = toValidUtf8(annotation.comment, maxCommentBytes);
    const std::scoped_lock lock(m_mutex);
    const auto known = m_slots.find(row);
    const std::size_t before = known == m_slots.end() ? 0 : known->second.annotation.comment.size();
    const bool isNew = known == m_slots.end();
    if (isNew ? annotation.isEmpty() : known->second.annotation == annotation) {
        return false;
    }
    if ((isNew && m_slots.size() >= maxRows)
        || m_bytes - before + annotation.comment.size() > maxBytes) {
        return refuse(PIPECORE_TR("ErrorDetail", "Too many marks and comments"),
                      ErrorKind::Resources);
    }
    m_bytes += annotation.comment.size() - before;
    if (annotation.marked) {
        m_marks.insert(row);
    } else {
        m_marks.erase(row);
    }
    const std::uint64_t next = m_revision.load(std::memory_order_relaxed) + 1;
    m_slots.insert_or_assign(row, Slot{std::move(annotation), next});
    m_revision.store(next, std::memory_order_release);
    return true;
}

std::vector<Annotations::Entry> Annotations::changedSince(std::uint64_t revision) const
{
    std::vector<Entry> changed;
    if (this->revision() == revision) {
        return changed;
    }
    const std::scoped_lock lock(m_mutex);
    for (const auto& [row, slot] : m_slots) {
        if (slot.revision > revision) {
            changed.push_back({row, slot.annotation});
        }
    }
    return changed;
}

} // namespace pipecore
