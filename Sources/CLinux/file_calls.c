#define _GNU_SOURCE
#include "file_calls.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/securebits.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/fsuid.h>
#include <sys/inotify.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>
#include <sys/xattr.h>
#include <unistd.h>

static int64_t nanoseconds(struct statx_timestamp time) {
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

int briefd_status_of(int directory, const char *name, struct briefd_status *out) {
    struct statx info;
    int flags = AT_SYMLINK_NOFOLLOW | (name[0] == 0 ? AT_EMPTY_PATH : 0);
    if (statx(directory, name, flags, STATX_BASIC_STATS | STATX_BTIME, &info) != 0) return -1;
    out->mode = info.stx_mode;
    out->owner = info.stx_uid;
    out->links = info.stx_nlink;
    out->size = info.stx_size;
    out->inode = info.stx_ino;
    out->device = makedev(info.stx_dev_major, info.stx_dev_minor);
    out->modified = nanoseconds(info.stx_mtime);
    out->changed = nanoseconds(info.stx_ctime);
    out->born = (info.stx_mask & STATX_BTIME) ? nanoseconds(info.stx_btime) : 0;
    return 0;
}

// A read lease is refused with EAGAIN while anybody has the file open for writing (fcntl(2), "Leases"). Only
// the file's owner and CAP_LEASE may ask. Whoever opens it for writing in the moment that we hold the lease
// has the kernel send us a signal: SIGURG, which does nothing by default, in place of SIGIO, which kills.
int briefd_has_writer(int descriptor) {
    if (fcntl(descriptor, F_SETSIG, SIGURG) != 0) return -1;
    if (fcntl(descriptor, F_SETLEASE, F_RDLCK) == 0) {
        fcntl(descriptor, F_SETLEASE, F_UNLCK);
        return 0;
    }
    return errno == EAGAIN ? 1 : -1;
}

int briefd_is_local(int descriptor) {
    struct statfs info;
    if (fstatfs(descriptor, &info) != 0) return 0;
    switch ((uint32_t)info.f_type) {
    case 0xEF53:      // ext2, ext3, ext4
    case 0x58465342:  // XFS
    case 0x9123683E:  // btrfs
    case 0x01021994:  // tmpfs
    case 0xF2F52010:  // F2FS
    case 0x2FC12FC1:  // ZFS
    case 0xCA451A4E:  // bcachefs
    case 0x794C7630:  // overlayfs
        return 1;
    default:
        return 0;
    }
}

int briefd_copy_range(int from, int to) {
    for (int copied = 0;; copied = 1) {
        ssize_t count = copy_file_range(from, NULL, to, NULL, 1 << 30, 0);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return copied ? -1 : errno == ENOSPC || errno == EDQUOT || errno == EIO ? -1 : 0;
        // Some file systems that are none, and some kernels, copy nothing and say that all is well.
        if (count == 0) return copied;
    }
}

int briefd_set_modified(int descriptor, int64_t nanoseconds) {
    struct timespec times[2] = {
        {.tv_nsec = UTIME_OMIT},
        {.tv_sec = nanoseconds / 1000000000, .tv_nsec = nanoseconds % 1000000000},
    };
    return futimens(descriptor, times);
}

int briefd_make_alarm(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

int briefd_make_inotify(void) { return inotify_init1(IN_NONBLOCK | IN_CLOEXEC); }

void briefd_make_files_as(uint32_t user, uint32_t group) {
    // Without this bit setfsuid takes CAP_DAC_OVERRIDE and its kin away (capabilities(7)).
    prctl(PR_SET_SECUREBITS, SECBIT_NO_SETUID_FIXUP);
    setfsgid(group);
    setfsuid(user);
}

void briefd_name_thread(const char *name) { prctl(PR_SET_NAME, name); }

// The form of <linux/posix_acl_xattr.h>: a version, then tag, permissions and id of each entry, little-endian.
int briefd_let_group_write_within(int descriptor) {
    uint32_t group = getegid();
    unsigned char list[] = {
        2,    0, 0, 0,                          // POSIX_ACL_XATTR_VERSION
        0x01, 0, 7, 0, 0xff, 0xff, 0xff, 0xff,  // ACL_USER_OBJ rwx
        0x04, 0, 7, 0, 0xff, 0xff, 0xff, 0xff,  // ACL_GROUP_OBJ rwx
        0x08, 0, 7, 0, 0,    0,    0,    0,     // ACL_GROUP rwx, the id follows
        0x10, 0, 7, 0, 0xff, 0xff, 0xff, 0xff,  // ACL_MASK rwx
        0x20, 0, 0, 0, 0xff, 0xff, 0xff, 0xff,  // ACL_OTHER ---
    };
    for (int byte = 0; byte < 4; byte++) list[24 + byte] = (unsigned char)(group >> (8 * byte));
    return fsetxattr(descriptor, "system.posix_acl_default", list, sizeof list, 0);
}
