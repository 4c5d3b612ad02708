#pragma once

#include "pattern.h"

#include <lua.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pipecore::lua {

/// What one call of a script may use. The steps end it at the same place on every computer; the time is there
/// for what steps do not measure well.
struct SandboxLimits
{
    std::size_t memory = std::size_t{32} * 1024 * 1024; ///< of the whole state, in bytes
    std::uint64_t steps = 10'000'000;                   ///< see StepBudget
    std::chrono::milliseconds time{2000};               ///< processor time of the thread
};

/// Which limit was passed.
enum class Excess : std::uint8_t { None, Steps, Time, Memory };

/// How a call of a script ended.
struct Outcome
{
    bool isGood = true;
    /// A function of ours ended it with Sandbox::stop(); it knows why.
    bool isStopped = false;
    Excess excess = Excess::None;
    std::string problem{}; ///< what is wrong, mostly behind its place; with an excess empty
    std::string place{};   ///< "orders.lua:12"; may be empty

    friend bool operator==(const Outcome&, const Outcome&) = default;
};

/// A state of Lua in which foreign code may run: it reaches nothing but what is in it, and ends. One thread at
/// a time. Instructions are counted by a hook, the work of library functions by themselves (charge()), memory
/// by the allocator. No code of a script runs while hooks are off: there are no finalizers, error handlers run
/// after the error, coroutines are not closed. After a limit was passed no function gives a script the error
/// to go on with.
class Sandbox
{
public:
    explicit Sandbox(const SandboxLimits& limits);
    Sandbox(const Sandbox&) = delete;
    Sandbox& operator=(const Sandbox&) = delete;
    ~Sandbox();

    /// The state; null if there was no memory for it. What may raise an error of Lua, as everything that
    /// allocates, is called from a function in call() only.
    [[nodiscard]] lua_State* state() const { return m_state; }
    /// Compiles a text, never bytecode, and leaves its function on the stack. `name`: for messages.
    [[nodiscard]] Outcome load(std::string_view source, const char* name);
    /// Calls the function below `arguments` on the stack, with new limits. Leaves `results`, or nothing when
    /// it failed.
    [[nodiscard]] Outcome call(int arguments, int results);

    // For functions that scripts call. Those that do not return jump as errors of Lua do: no object with a
    // destructor may be alive in the function that calls them.

    [[nodiscard]] static Sandbox& of(lua_State* state);
    [[nodiscard]] StepBudget& steps() { return m_steps; }
    /// Accounts for work of a library function, before it is done. Returns only if it may be.
    void charge(lua_State* state, std::uint64_t steps);
    /// Bytes of the state.
    [[nodiscard]] std::size_t usedMemory() const { return m_used; }
    /// Ends the script because a limit was passed.
    [[noreturn]] void raise(lua_State* state);
    /// Ends the script for a reason that the caller knows.
    [[noreturn]] static void stop(lua_State* state);
    /// To be asked after each protected call: an error that a script must not catch goes on.
    void passOn(lua_State* state, int status);
    /// The coroutine that runs from now on; returns the one before.
    lua_State* enter(lua_State* state);

private:
    static void* allocate(void* self, void* block, std::size_t oldSize, std::size_t newSize);
    static void hook(lua_State* state, lua_Debug* event);
    static int noteError(lua_State* state);
    void countHook(lua_State* state);
    [[nodiscard]] bool isTimeUp();
    void notePlace(lua_State* state);
    [[nodiscard]] Outcome failure(int status);

    const SandboxLimits m_limits;
    lua_State* m_state = nullptr;
    lua_State* m_running = nullptr; ///< the coroutine that runs; null outside of calls
    std::size_t m_used = 0;         ///< bytes
    StepBudget m_steps;
    std::uint64_t m_unclocked = 0; ///< steps since the clock was read
    std::chrono::steady_clock::time_point m_deadline;
    std::chrono::nanoseconds m_started{0}; ///< time of the thread
    Excess m_excess = Excess::None;
    bool m_isRefused = false; ///< an allocation, and no instruction ran since
    std::array<char, 120> m_place{};
};

/// Opens the libraries: a lua_CFunction for Sandbox::call().
int openLibraries(lua_State* state);
/// Makes setting a global variable an error from here on; the same.
int lockGlobals(lua_State* state);
/// string.find, match, gmatch, gsub and rep in the table on top of the stack, with functions that count.
void addPatternFunctions(lua_State* state);

} // namespace pipecore::lua
