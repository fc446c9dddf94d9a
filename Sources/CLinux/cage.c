#define _GNU_SOURCE
#include "cage.h"
#include "cage_calls.h"
#include "cage_parts.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#if defined(__x86_64__)
#define THIS_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define THIS_ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "which numbers the system calls of this architecture have is not known here"
#endif

// Landlock, as <linux/landlock.h> of the newest kernel has it: the header of an older one lacks members. A member that
// the running kernel does not know may be there as long as it is zero. The numbers of the calls are the same everywhere.
struct ruleset {
    uint64_t files, network, scoped;
};
enum {
    CREATE_RULESET = 444,
    RESTRICT_SELF = 446,
    ASK_VERSION = 1,
    NEWEST_LANDLOCK = 7,
};

/// All that a version of the interface can take away: see landlock(7), "Landlock features".
static struct ruleset everything(int version) {
    int rights = version >= 5 ? 16 : version >= 3 ? 15 : version >= 2 ? 14 : 13;
    return (struct ruleset){
        .files = (UINT64_C(1) << rights) - 1,
        .network = version >= 4 ? 3 : 0,  // bind and connect of TCP
        .scoped = version >= 6 ? 3 : 0,   // abstract sockets and signals to processes outside
    };
}

int briefd_make_ruleset(int *version) {
    long newest = syscall(CREATE_RULESET, NULL, 0, ASK_VERSION);
    if (newest <= 0) return -1;
    for (int at = newest < NEWEST_LANDLOCK ? (int)newest : NEWEST_LANDLOCK; at >= 1; at--) {
        struct ruleset all = everything(at);
        int made = (int)syscall(CREATE_RULESET, &all, sizeof all, 0);
        if (made >= 0) {
            fcntl(made, F_SETFD, FD_CLOEXEC);
            *version = at;
            return made;
        }
        if (errno != EINVAL && errno != E2BIG) return -1;
    }
    return -1;
}

/// What is restricted is restricted for one thread: others would stay free.
static int has_one_thread(void) {
    struct stat tasks;
    return stat("/proc/self/task", &tasks) != 0 || tasks.st_nlink == 3;
}

static int close_files(int *version) {
    int rules = briefd_make_ruleset(version);
    if (rules < 0) return errno ? errno : ENOSYS;
    int code = syscall(RESTRICT_SELF, rules, 0) ? errno : 0;
    close(rules);
    if (code) *version = 0;
    return code;
}

int briefd_limit(int resource, uint64_t most) {
    struct rlimit now, wanted = {most, most};
    if (getrlimit(resource, &now)) return errno;
    // A limit that is lower already stays.
    if (now.rlim_max < wanted.rlim_max) wanted.rlim_max = now.rlim_max;
    if (wanted.rlim_cur > wanted.rlim_max) wanted.rlim_cur = wanted.rlim_max;
    return setrlimit(resource, &wanted) ? errno : 0;
}

static int set_limits(struct briefd_cage_limits limits) {
    int code = briefd_limit(RLIMIT_DATA, limits.data);
    int codes[] = {
        briefd_limit(RLIMIT_AS, limits.address_space),
        briefd_limit(RLIMIT_CPU, limits.processor_seconds),
        briefd_limit(RLIMIT_CORE, 0),
        briefd_limit(RLIMIT_FSIZE, 0),
        briefd_limit(RLIMIT_NPROC, 0),
        // Standard input, output and error: no other descriptor can be opened.
        briefd_limit(RLIMIT_NOFILE, 3),
    };
    for (size_t i = 0; i < sizeof codes / sizeof *codes && !code; i++) code = codes[i];
    return code;
}

int briefd_give_up_privileges(void) {
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) return errno;
    struct __user_cap_header_struct head = {.version = _LINUX_CAPABILITY_VERSION_3};
    struct __user_cap_data_struct now[2] = {0}, none[2] = {0};
    // Where there are none, as in the service's unit, the call to give them up may not be allowed either.
    if (syscall(SYS_capget, &head, now) == 0 && memcmp(now, none, sizeof none) == 0) return 0;
    return syscall(SYS_capset, &head, none) ? errno : 0;
}

static void add(struct briefd_filter *program, struct sock_filter step) {
    if (program->count < BRIEFD_FILTER_LIMIT) program->steps[program->count] = step;
    program->count++;
}

static void answer(struct briefd_filter *program, uint32_t action) {
    add(program, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, action));
}

static void load(struct briefd_filter *program, size_t offset) {
    add(program, (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset));
}

/// Skips so many steps where what was loaded is not `value`.
static void unless(struct briefd_filter *program, uint32_t value, uint8_t skipped) {
    add(program, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, skipped));
}

static void answer_call(struct briefd_filter *program, int call, uint32_t action) {
    unless(program, (uint32_t)call, 1);
    answer(program, action);
}

/// Where the low half of an argument lies; both architectures are little-endian.
static size_t argument(int index) {
    return offsetof(struct seccomp_data, args) + 8 * (size_t)index;
}

/// Memory, but none from which instructions can run: all that runs is loaded by now.
static void answer_memory(struct briefd_filter *program, int call) {
    unless(program, (uint32_t)call, 4);
    load(program, argument(2));
    add(program, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, PROT_EXEC, 1, 0));
    answer(program, SECCOMP_RET_ALLOW);
    answer(program, SECCOMP_RET_ERRNO | EPERM);
}

void briefd_write_filter(struct briefd_filter *program, const int *more, size_t count) {
    program->count = 0;
    load(program, offsetof(struct seccomp_data, arch));
    unless(program, THIS_ARCHITECTURE, 1);
    add(program, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JA, 1, 0, 0));
    answer(program, SECCOMP_RET_KILL_PROCESS);
    load(program, offsetof(struct seccomp_data, nr));
#ifdef __x86_64__
    // The calls of x32 are those of this architecture with a bit set.
    add(program, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1));
    answer(program, SECCOMP_RET_KILL_PROCESS);
#endif
    for (size_t i = 0; i < sizeof briefd_allowed_calls / sizeof *briefd_allowed_calls; i++)
        answer_call(program, briefd_allowed_calls[i], SECCOMP_RET_ALLOW);
    for (size_t i = 0; i < count; i++) answer_call(program, more[i], SECCOMP_RET_ALLOW);
    answer_memory(program, SYS_mmap);
    answer_memory(program, SYS_mprotect);
    // abort(3) and raise(3): a signal to itself.
    unless(program, SYS_tgkill, 4);
    load(program, argument(0));
    unless(program, (uint32_t)getpid(), 1);
    answer(program, SECCOMP_RET_ALLOW);
    answer(program, SECCOMP_RET_KILL_PROCESS);
    for (size_t i = 0; i < sizeof briefd_fatal_calls / sizeof *briefd_fatal_calls; i++)
        answer_call(program, briefd_fatal_calls[i], SECCOMP_RET_KILL_PROCESS);
    answer(program, SECCOMP_RET_ERRNO | EPERM);
}

int briefd_close_calls(const int *more, size_t count) {
    static struct briefd_filter program;
    briefd_write_filter(&program, more, count);
    if (program.count > BRIEFD_FILTER_LIMIT) return E2BIG;
    struct sock_fprog filter = {.len = program.count, .filter = program.steps};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter, 0, 0) ? errno : 0;
}

struct briefd_cage_steps briefd_enter_cage(struct briefd_cage_limits limits) {
    struct briefd_cage_steps steps = {0};
    int is_alone = has_one_thread();
    briefd_close_process();
    steps.privileges = briefd_give_up_privileges();
    steps.files = close_files(&steps.landlock);
    steps.limits = set_limits(limits);
    steps.calls = briefd_close_calls(NULL, 0);
    if (!is_alone) steps.files = steps.calls = EBUSY;
    return steps;
}

struct briefd_cage_steps briefd_probe_cage(void) {
    struct briefd_cage_steps steps = {0};
    int rules = briefd_make_ruleset(&steps.landlock);
    if (rules < 0) steps.files = errno ? errno : ENOSYS;
    else close(rules);
    // A filter at no address: EFAULT where filters are known, else EINVAL or ENOSYS (seccomp(2)).
    if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, NULL, 0, 0) && errno != EFAULT) steps.calls = errno;
    return steps;
}

void briefd_close_process(void) { prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

void briefd_end_with_parent(void) {
    pid_t parent = getppid();
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    // It was gone before we asked.
    if (getppid() != parent) _exit(1);
}

void briefd_offer_to_killer(int32_t score) {
    int file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (file < 0) return;
    dprintf(file, "%d", score);
    close(file);
}
