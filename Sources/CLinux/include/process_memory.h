#pragma once

/// mallopt(3): large blocks go back to the system when they are freed, and threads share two arenas.
void briefd_keep_memory_tight(void);

/// malloc_trim(3).
void briefd_give_memory_back(void);
