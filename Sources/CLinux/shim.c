#define _GNU_SOURCE
#include "CLinux.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/openat2.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static int briefd_is_link(int directory, const char *name) {
    struct stat info;
    int cause = errno;
    int is_link = fstatat(directory, name, &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(info.st_mode);
    errno = cause;
    return is_link;
}

int briefd_open_beneath(int directory, const char *name, int flags, uint32_t mode) {
    struct open_how how = {
        .flags = (uint64_t)(uint32_t)flags,
        .mode = (flags & O_CREAT) ? mode : 0,
        .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS,
    };
    int opened;
    int tries = 0;
    // While anything is renamed, the kernel may not vouch for a ".." and wants to be asked again (openat2(2), EAGAIN).
    do {
        opened = (int)syscall(SYS_openat2, directory, name, &how, sizeof how);
    } while (opened < 0 && errno == EAGAIN && ++tries < 64);
    // systemd's RestrictSUIDSGID= makes openat2 unknown, as do some containers and kernels before 5.6.
    if (opened >= 0 || (errno != ENOSYS && errno != EPERM)) return opened;
    return briefd_open_walking(directory, name, flags, mode);
}

int briefd_open_walking(int directory, const char *name, int flags, uint32_t mode) {
    int at = directory;
    if (name[0] == '/') {
        errno = EXDEV;
        return -1;
    }
    for (;;) {
        size_t length = strcspn(name, "/");
        const char *next = name + length + strspn(name + length, "/");
        char part[NAME_MAX + 1];
        int opened = -1;
        if (length > NAME_MAX) {
            errno = ENAMETOOLONG;
        } else if (length == 2 && name[0] == '.' && name[1] == '.') {
            errno = EXDEV;
        } else {
            memcpy(part, name, length);
            part[length] = 0;
            // A slash at the end asks for a directory.
            int last = flags | O_NOFOLLOW | (name[length] == '/' ? O_DIRECTORY : 0);
            opened = openat(at, part, *next ? O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC : last, mode);
            // What openat2 says of a link.
            if (opened < 0 && errno == ENOTDIR && briefd_is_link(at, part)) errno = ELOOP;
        }
        int cause = errno;
        if (at != directory) close(at);
        errno = cause;
        if (opened < 0 || !*next) return opened;
        at = opened;
        name = next;
    }
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
