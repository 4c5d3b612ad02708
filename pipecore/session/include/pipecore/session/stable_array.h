#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace pipecore {

/// Values in blocks that never move: one thread appends, any thread reads what was published,
/// without a lock. What was appended and not published can be taken back.
///
/// Room for 2^20 blocks of `BlockSize` values (a power of two); 8 KiB when empty.
template <typename T, std::size_t BlockSize>
class StableArray
{
    static_assert((BlockSize & (BlockSize - 1)) == 0);

public:
    StableArray() = default;
    StableArray(const StableArray&) = delete;
    StableArray& operator=(const StableArray&) = delete;
    ~StableArray()
    {
        for (auto& entry : m_root) {
            delete entry.load(std::memory_order_relaxed);
        }
    }

    /// Number of published values. Any thread.
    [[nodiscard]] std::uint64_t size() const { return m_published.load(std::memory_order_acquire); }
    /// A published value; the appending thread also reads those it has not published. Any thread
    /// that learned of the index from size().
    [[nodiscard]] const T& operator[](std::uint64_t index) const
    {
        const Leaf* leaf = m_root[rootIndex(index)].load(std::memory_order_acquire);
        return (*leaf)[leafIndex(index)][index % BlockSize];
    }

    /// Appending thread only, as everything below. Number of values with the unpublished ones.
    [[nodiscard]] std::uint64_t appended() const { return m_appended; }
    [[nodiscard]] bool isFull() const { return m_appended >= capacity; }
    /// False without room for it.
    [[nodiscard]] bool append(const T& value)
    {
        T* place = append();
        if (place == nullptr) {
            return false;
        }
        *place = value;
        return true;
    }
    /// The same for a value that is written where it stays: its place, with anything in it; null when
    /// there is no room.
    [[nodiscard]] T* append()
    {
        const std::size_t place = m_appended % BlockSize;
        if (place == 0 || m_block == nullptr) {
            if (isFull()) {
                return nullptr;
            }
            m_block = blockFor(m_appended);
        }
        ++m_appended;
        return m_block + place;
    }
    void publish() { m_published.store(m_appended, std::memory_order_release); }
    void rollback()
    {
        m_appended = m_published.load(std::memory_order_relaxed);
        m_block = nullptr;
    }

private:
    static constexpr std::size_t leafSize = 1024;
    static constexpr std::size_t rootSize = 1024;
    static constexpr std::uint64_t capacity = std::uint64_t{rootSize} * leafSize * BlockSize;
    // A reader reaches only blocks that were there when the index was published.
    using Leaf = std::array<std::unique_ptr<T[]>, leafSize>;

    /// The block of that value, made if it is not there.
    T* blockFor(std::uint64_t index)
    {
        auto& root = m_root[rootIndex(index)];
        Leaf* leaf = root.load(std::memory_order_relaxed);
        if (leaf == nullptr) {
            leaf = new Leaf();
            root.store(leaf, std::memory_order_release);
        }
        auto& block = (*leaf)[leafIndex(index)];
        if (!block) {
            block = std::make_unique_for_overwrite<T[]>(BlockSize);
        }
        return block.get();
    }
    static std::size_t rootIndex(std::uint64_t index)
    {
        return static_cast<std::size_t>(index / BlockSize / leafSize);
    }
    static std::size_t leafIndex(std::uint64_t index)
    {
        return static_cast<std::size_t>(index / BlockSize % leafSize);
    }

    std::array<std::atomic<Leaf*>, rootSize> m_root{};
    std::uint64_t m_appended = 0;
    T* m_block = nullptr; ///< that the last value went into; null when that has to be looked up
    std::atomic<std::uint64_t> m_published{0};
};

} // namespace pipecore
