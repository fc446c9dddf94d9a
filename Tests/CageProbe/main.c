// A stand-in for a worker, for tests: it goes into the cage and tries what is forbidden there, answers as no worker
// should, or starts a program on a kernel that lacks the cage's parts.
#define _GNU_SOURCE
#include "CLinux.h"
#include "forbidden.h"
#include "lacking.h"
#include "unruly.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/// "cageprobe free|caged NAME TARGETS": exit status 0 where it was done, 10 where it was refused.
static int try_one(const char *how, const char *name, const char *targets) {
    if (read_targets(targets)) return 3;
    if (!strcmp(how, "caged")) {
        struct briefd_cage_limits limits = {1 << 30, UINT64_C(2) << 30, 60};
        struct briefd_cage_steps steps = briefd_enter_cage(limits);
        if (steps.privileges || steps.files || steps.calls || steps.limits) {
            dprintf(2, "not caged: %d %d %d %d\n", steps.privileges, steps.files, steps.calls,
                    steps.limits);
            return 4;
        }
    }
    int result = try_forbidden(name);
    if (result == -2) return 5;
    return result ? 10 : 0;
}

int main(int count, char **arguments) {
    const char *slash = strrchr(arguments[0], '/');
    const char *name = slash ? slash + 1 : arguments[0];
    if (count == 2 && !strcmp(arguments[1], "worker")) return be_unruly(name);
    if (count >= 4 && !strcmp(arguments[1], "lacking")) return run_lacking(arguments[2], arguments + 3);
    if (count == 4) return try_one(arguments[1], arguments[2], arguments[3]);
    return 2;
}
