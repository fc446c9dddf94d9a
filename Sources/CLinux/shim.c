#define _GNU_SOURCE
#include "CLinux.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int briefd_open_beneath(int directory, const char *name, int flags, uint32_t mode) {
    struct open_how how = {
        .flags = (uint64_t)(uint32_t)flags,
        .mode = (flags & O_CREAT) ? mode : 0,
        .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS,
    };
    return (int)syscall(SYS_openat2, directory, name, &how, sizeof how);
}

int briefd_rename_noreplace(int from, const char *old_name, int to, const char *new_name) {
    return renameat2(from, old_name, to, new_name, RENAME_NOREPLACE);
}

struct briefd_entry briefd_next_entry(DIR *stream) {
    struct dirent *entry = readdir(stream);
    if (!entry) return (struct briefd_entry){0};
    return (struct briefd_entry){entry->d_name, entry->d_ino, entry->d_type};
}

int briefd_syncfs(int descriptor) { return syncfs(descriptor); }
