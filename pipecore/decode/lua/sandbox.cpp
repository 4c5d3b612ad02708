#include "sandbox.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>

#ifdef _WIN32
#    include <windows.h>
#else
#    include <ctime>
#endif

namespace pipecore::lua {

namespace {

/// Instructions between two hooks. Some take a millisecond: comparing two long texts.
constexpr int hookInterval = 128;
/// Bytes of an allocation that are as much work as a step.
constexpr std::size_t allocatedPerStep = 64;
/// Of a refused allocation, before which Lua collects all of its garbage.
constexpr std::uint64_t stepsPerCollection = 500'000;
constexpr std::uint64_t stepsPerClock = 2048;

// Errors that are no values of a script, known by their addresses.
char excessTag = 0;
char stopTag = 0;

/// Processor time of this thread.
std::chrono::nanoseconds threadTime()
{
#ifdef _WIN32
    FILETIME created;
    FILETIME ended;
    FILETIME kernel;
    FILETIME user;
    if (GetThreadTimes(GetCurrentThread(), &created, &ended, &kernel, &user) == 0) {
        return {};
    }
    const auto ticks = [](const FILETIME& time) {
        return (std::uint64_t{time.dwHighDateTime} << 32U) | time.dwLowDateTime;
    };
    return std::chrono::nanoseconds(static_cast<std::int64_t>((ticks(kernel) + ticks(user)) * 100));
#else
    std::timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
#endif
}

} // namespace

Sandbox::Sandbox(const SandboxLimits& limits) : m_limits(limits)
{
    m_state = lua_newstate(allocate, this);
    if (m_state != nullptr) {
        // Coroutines get a copy of it.
        *static_cast<Sandbox**>(lua_getextraspace(m_state)) = this;
    }
}

Sandbox::~Sandbox()
{
    if (m_state != nullptr) {
        lua_close(m_state);
    }
}

Sandbox& Sandbox::of(lua_State* state)
{
    return **static_cast<Sandbox**>(lua_getextraspace(state));
}

void* Sandbox::allocate(void* self, void* block, std::size_t oldSize, std::size_t newSize)
{
    auto& sandbox = *static_cast<Sandbox*>(self);
    const std::size_t old = block == nullptr ? 0 : oldSize; // of a new block it is a kind
    if (newSize == 0) {
        std::free(block);
        sandbox.m_used -= old;
        return nullptr;
    }
    const std::size_t grows = newSize > old ? newSize - old : 0;
    std::uint64_t steps = grows / allocatedPerStep;
    void* result = nullptr;
    if (grows == 0 || grows <= sandbox.m_limits.memory - sandbox.m_used) {
        result = std::realloc(block, newSize);
    } else {
        steps = stepsPerCollection;
    }
    if (result != nullptr) {
        sandbox.m_used = sandbox.m_used - old + newSize;
    }
    // An allocation cannot raise an error of its own: the next instruction does.
    if (sandbox.m_running != nullptr && (!sandbox.m_steps.take(steps) || result == nullptr)) {
        if (result == nullptr) {
            sandbox.m_isRefused = true;
            sandbox.notePlace(sandbox.m_running);
        }
        lua_sethook(sandbox.m_running, hook, LUA_MASKCOUNT, 1);
    }
    return result;
}

void Sandbox::hook(lua_State* state, lua_Debug* /*event*/)
{
    of(state).countHook(state);
}

void Sandbox::countHook(lua_State* state)
{
    m_isRefused = false;
    if (m_excess == Excess::None && lua_gethookcount(state) != hookInterval) {
        lua_sethook(state, hook, LUA_MASKCOUNT, hookInterval);
    }
    charge(state, hookInterval);
}

void Sandbox::charge(lua_State* state, std::uint64_t steps)
{
    const bool isEnough = m_steps.take(steps);
    m_unclocked += steps;
    if (!isEnough || m_excess != Excess::None) {
        raise(state);
    }
    if (m_unclocked >= stepsPerClock) {
        m_unclocked = 0;
        if (isTimeUp()) {
            m_excess = Excess::Time;
            notePlace(state);
            raise(state);
        }
    }
}

/// The clock that costs little is asked first.
bool Sandbox::isTimeUp()
{
    const auto now = std::chrono::steady_clock::now();
    if (now < m_deadline) {
        return false;
    }
    const auto used = threadTime() - m_started;
    if (used >= m_limits.time) {
        return true;
    }
    m_deadline = now + (m_limits.time - used);
    return false;
}

void Sandbox::raise(lua_State* state)
{
    if (m_excess == Excess::None) {
        m_excess = Excess::Steps;
        notePlace(state);
    }
    // Code that runs while the error goes up (variables that are closed) is ended at once.
    lua_sethook(state, hook, LUA_MASKCOUNT, 1);
    lua_pushlightuserdata(state, &excessTag);
    lua_error(state);
    std::abort(); // not reached
}

void Sandbox::stop(lua_State* state)
{
    lua_pushlightuserdata(state, &stopTag);
    lua_error(state);
    std::abort(); // not reached
}

void Sandbox::passOn(lua_State* state, int status)
{
    if (status == LUA_OK || status == LUA_YIELD) {
        return;
    }
    if ((status == LUA_ERRMEM || m_isRefused) && m_excess == Excess::None) {
        m_excess = Excess::Memory;
    }
    if (m_excess != Excess::None) {
        raise(state);
    }
    if (lua_touserdata(state, -1) == &stopTag) {
        stop(state);
    }
}

lua_State* Sandbox::enter(lua_State* state)
{
    lua_State* const before = m_running;
    m_running = state;
    return before;
}

/// The line of the script that runs, or that called the function of ours that does. Allocates nothing.
void Sandbox::notePlace(lua_State* state)
{
    lua_Debug event;
    for (int level = 0; lua_getstack(state, level, &event) != 0; ++level) {
        lua_getinfo(state, "Sl", &event);
        if (event.currentline > 0) {
            std::snprintf(m_place.data(), m_place.size(), "%s:%d", event.short_src,
                          event.currentline);
            return;
        }
    }
}

Outcome Sandbox::load(std::string_view source, const char* name)
{
    constexpr const char* onlyText = "t";
    m_excess = Excess::None;
    m_isRefused = false;
    m_place[0] = '\0';
    // The compiler is a function in C without hooks; its work is in proportion to the text.
    const int status = luaL_loadbufferx(m_state, source.data(), source.size(), name, onlyText);
    return status == LUA_OK ? Outcome() : failure(status);
}

Outcome Sandbox::call(int arguments, int results)
{
    m_steps.left = m_limits.steps;
    m_unclocked = 0;
    m_excess = Excess::None;
    m_isRefused = false;
    m_place[0] = '\0';
    m_started = threadTime();
    m_deadline = std::chrono::steady_clock::now() + m_limits.time;
    lua_sethook(m_state, hook, LUA_MASKCOUNT, hookInterval);
    const int function = lua_gettop(m_state) - arguments;
    lua_pushcfunction(m_state, noteError);
    lua_insert(m_state, function);
    enter(m_state);
    const int status = lua_pcall(m_state, arguments, results, function);
    enter(nullptr);
    lua_remove(m_state, function);
    return status == LUA_OK && m_excess == Excess::None ? Outcome() : failure(status);
}

/// Where an error is that does not say it, as one of a function in C. Called before the stack is unwound.
int Sandbox::noteError(lua_State* state)
{
    Sandbox& sandbox = of(state);
    if (sandbox.m_excess == Excess::None && !sandbox.m_isRefused) {
        sandbox.notePlace(state);
    }
    return 1;
}

Outcome Sandbox::failure(int status)
{
    Outcome outcome{.isGood = false};
    // A buffer of Lua reports it as any other error.
    const bool isMemory = status == LUA_ERRMEM || m_isRefused;
    outcome.excess = m_excess == Excess::None && isMemory ? Excess::Memory : m_excess;
    outcome.place = m_place.data();
    if (outcome.excess != Excess::None) {
        // The limit says it.
    } else if (lua_type(m_state, -1) == LUA_TSTRING) {
        std::size_t length = 0;
        const char* const text = lua_tolstring(m_state, -1, &length);
        outcome.problem.assign(text, length);
    } else if (lua_touserdata(m_state, -1) == &stopTag) {
        outcome.isStopped = true;
    } else {
        outcome.problem =
            std::string("the error is a ") + luaL_typename(m_state, -1) + " value, not a text";
    }
    lua_settop(m_state, 0);
    return outcome;
}

} // namespace pipecore::lua
