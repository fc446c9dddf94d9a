#include "process_memory.h"

#include <malloc.h>
#include <sys/prctl.h>

void briefd_keep_memory_tight(void) {
    // Set by hand, the threshold no longer rises to the largest block that was ever freed.
    mallopt(M_MMAP_THRESHOLD, 128 << 10);
    mallopt(M_TRIM_THRESHOLD, 128 << 10);
    mallopt(M_ARENA_MAX, 2);
    // A body whose room is reserved would take two mebibytes with its first byte.
    prctl(PR_SET_THP_DISABLE, 1, 0, 0, 0);
}

void briefd_allow_huge_pages(void) { prctl(PR_SET_THP_DISABLE, 0, 0, 0, 0); }

void briefd_give_memory_back(void) { malloc_trim(0); }
