#pragma once

#include "pipecore/base/error.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <memory>
#include <string_view>

namespace pipecore::filter {

/// A regular expression of PCRE2 that cannot hang: a match ends with TooCostly when it has used up
/// its time. Immutable; any thread.
class Regex
{
public:
    struct Fault
    {
        std::size_t offset = 0; ///< in the pattern
        std::string message;    ///< message of PCRE2, English
    };
    /// Bytes: the pattern and the subject are bytes. Text: they are UTF-8, and invalid UTF-8 in
    /// the subject matches nothing. Upper and lower case are alike unless the pattern says (?-i).
    enum class Subject : std::uint8_t { Bytes, Text };
    [[nodiscard]] static std::expected<std::shared_ptr<const Regex>, Fault>
    compile(std::string_view pattern, Subject subject);
    Regex(const Regex&) = delete;
    Regex& operator=(const Regex&) = delete;
    ~Regex();

    enum class Outcome : std::uint8_t { No, Yes, TooCostly };
    /// Memory for matching. One thread; may serve any number of expressions.
    class Scratch
    {
    public:
        Scratch();
        /// `cancelled` ends a long match with TooCostly; not owned, may be null.
        explicit Scratch(const std::atomic<bool>* cancelled);
        Scratch(const Scratch&) = delete;
        Scratch& operator=(const Scratch&) = delete;
        ~Scratch();

    private:
        friend class Regex;
        class Impl;
        std::unique_ptr<Impl> m_impl;
    };
    /// Whether it matches anywhere in the subject. At most about 0.1 s of hard work.
    [[nodiscard]] Outcome search(std::string_view subject, Scratch& scratch) const;

private:
    class Impl;
    explicit Regex(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace pipecore::filter
