#pragma once
#include <dirent.h>
#include <stdint.h>

#include "cage.h"
#include "caged_program.h"
#include "file_calls.h"
#include "limited_program.h"
#include "datagram.h"
#include "early_signals.h"
#include "process_memory.h"
#include "spawn_child.h"
#include "terminal.h"
#include "unix_listener.h"

// Linux calls that Swift cannot see: those behind _GNU_SOURCE, and those the C library has no wrapper for.

/// openat2(2) with RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS; -1 and errno on failure.
int briefd_open_beneath(int directory, const char *_Nonnull name, int flags, uint32_t mode);

/// The same without openat2, folder by folder, for where that call is not there: "..", "/" at the start and links are
/// refused with the same errno.
int briefd_open_walking(int directory, const char *_Nonnull name, int flags, uint32_t mode);

/// renameat2(2) with RENAME_NOREPLACE; -1 and errno on failure.
int briefd_rename_noreplace(int from, const char *_Nonnull old_name, int to,
                            const char *_Nonnull new_name);

/// An entry of a directory stream; `type` is one of DT_REG, DT_DIR, DT_LNK …, DT_UNKNOWN where the file system
/// does not say. The name lasts until the next call.
struct briefd_entry {
    const char *_Nullable name;
    uint64_t inode;
    uint8_t type;
};

/// The next entry of a directory stream; its name is NULL at the end.
struct briefd_entry briefd_next_entry(DIR *_Nonnull stream);

/// syncfs(2).
int briefd_syncfs(int descriptor);
