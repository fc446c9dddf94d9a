#pragma once
#include <dirent.h>
#include <stdint.h>

#include "spawn_child.h"

// Linux calls that Swift cannot see: those behind _GNU_SOURCE, and those the C library has no wrapper for.

/// openat2(2) with RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS; -1 and errno on failure.
int briefd_open_beneath(int directory, const char *_Nonnull name, int flags, uint32_t mode);

/// renameat2(2) with RENAME_NOREPLACE; -1 and errno on failure.
int briefd_rename_noreplace(int from, const char *_Nonnull old_name, int to,
                            const char *_Nonnull new_name);

/// The next name in a directory stream, or NULL at its end.
const char *_Nullable briefd_next_name(DIR *_Nonnull stream);

/// syncfs(2).
int briefd_syncfs(int descriptor);
