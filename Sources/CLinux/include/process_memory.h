#pragma once

/// mallopt(3): large blocks go back to the system when they are freed, and threads share two arenas. No huge pages
/// (PR_SET_THP_DISABLE of prctl(2)), in this process and its children.
void briefd_keep_memory_tight(void);

/// Huge pages again, in a child.
void briefd_allow_huge_pages(void);

/// malloc_trim(3).
void briefd_give_memory_back(void);
