#pragma once
#include <stdint.h>

/// What statx(2) says of a file, as far as we ask. Times are nanoseconds since 1970; born is 0 where unknown.
struct briefd_status {
    uint32_t mode, owner, links;
    uint64_t size, inode, device;
    int64_t modified, changed, born;
};

/// statx(2) of a name, links not followed; an empty name means the open file itself. -1 and errno on failure.
int briefd_status_of(int directory, const char *_Nonnull name, struct briefd_status *_Nonnull out);

/// Whether somebody has the open file open for writing: 1 yes, 0 no, -1 the kernel does not tell us.
int briefd_has_writer(int descriptor);

/// Whether the file system behind a descriptor is one whose every writer this kernel knows: 1 or 0.
int briefd_is_local(int descriptor);

/// A non-blocking eventfd(2) and a non-blocking inotify_init1(2), both closed on exec; -1 and errno on failure.
int briefd_make_alarm(void);
int briefd_make_inotify(void);

/// Files that the calling thread makes belong to this account from now on (setfsuid(2)), and root's rights stay where
/// the system lets them.
void briefd_make_files_as(uint32_t user, uint32_t group);

/// Names the calling thread, at most 15 bytes.
void briefd_name_thread(const char *_Nonnull name);

/// Sets the default access list of a directory to rwx for its owner, its group and the group of this process, and
/// nothing for others; -1 and errno on failure.
int briefd_let_group_write_within(int descriptor);

/// Copies all of a file from where it stands to where the other one stands, within the kernel: where the file system can,
/// both share their blocks (copy_file_range(2)). 1 when it is done; 0 where this cannot be done and nothing was copied;
/// -1 and errno where it failed.
int briefd_copy_range(int from, int to);

/// Sets when the content last changed; nanoseconds since 1970, not negative (futimens(3)).
int briefd_set_modified(int descriptor, int64_t nanoseconds);
