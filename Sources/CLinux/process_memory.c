#include "process_memory.h"

#include <malloc.h>

void briefd_keep_memory_tight(void) {
    // Set by hand, the threshold no longer rises to the largest block that was ever freed.
    mallopt(M_MMAP_THRESHOLD, 128 << 10);
    mallopt(M_TRIM_THRESHOLD, 128 << 10);
    mallopt(M_ARENA_MAX, 2);
}

void briefd_give_memory_back(void) { malloc_trim(0); }
