#pragma once
#include <linux/filter.h>
#include <stddef.h>
#include <stdint.h>

// What the cage of workers and that of other programs share. Each function makes system calls only, so that it may be
// called between fork and exec.

enum { BRIEFD_FILTER_LIMIT = 400 };
struct briefd_filter {
    struct sock_filter steps[BRIEFD_FILTER_LIMIT];
    unsigned short count;
};

/// A descriptor of a ruleset of Landlock without any rule: nothing is allowed. The newest version first; -1 and errno.
int briefd_make_ruleset(int *version);

/// A limit that is lower already stays. 0 or an errno.
int briefd_limit(int resource, uint64_t most);

/// No new privileges from now on. Where the service is root's, as in a container, its rights go too. 0 or an errno.
int briefd_give_up_privileges(void);

/// The list of calls as a filter; `more` are allowed besides, before any that is fatal.
void briefd_write_filter(struct briefd_filter *program, const int *more, size_t count);

/// Shuts this thread in with that filter: 0 or an errno.
int briefd_close_calls(const int *more, size_t count);
