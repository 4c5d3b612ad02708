#pragma once

#include <cstddef>

#ifdef __GLIBC__
#    include <pthread.h>
#endif

/// No thread can be made while this lives.
class NoMoreThreads
{
public:
    NoMoreThreads()
    {
#ifdef __GLIBC__
        // A stack that no address space has room for.
        pthread_getattr_default_np(&m_usual);
        pthread_attr_t huge;
        pthread_attr_init(&huge);
        m_isSet = pthread_attr_setstacksize(&huge, std::size_t{1} << 50U) == 0
                  && pthread_setattr_default_np(&huge) == 0;
        pthread_attr_destroy(&huge);
#endif
    }
    NoMoreThreads(const NoMoreThreads&) = delete;
    NoMoreThreads& operator=(const NoMoreThreads&) = delete;
    ~NoMoreThreads()
    {
#ifdef __GLIBC__
        pthread_setattr_default_np(&m_usual);
        pthread_attr_destroy(&m_usual);
#endif
    }
    [[nodiscard]] bool isSet() const { return m_isSet; }

private:
    bool m_isSet = false;
#ifdef __GLIBC__
    pthread_attr_t m_usual{};
#endif
};
