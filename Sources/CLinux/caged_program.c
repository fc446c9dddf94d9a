#define _GNU_SOURCE
#include "caged_program.h"
#include "cage_parts.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

// Landlock's, as in cage.c: the numbers are the same everywhere.
enum { ADD_RULE = 445, RESTRICT_SELF = 446, BENEATH_PATH = 1 };
enum { EXECUTE = 1, READ_FILE = 4, READ_FOLDER = 8 };
struct __attribute__((packed)) beneath {
    uint64_t allowed;
    int32_t parent;
};

/// What a program's loader, the C library and fonts need. The other calls that fail with EPERM do no harm.
static const int more_calls[] = {
    SYS_execve, SYS_mmap, SYS_mprotect, SYS_openat, SYS_newfstatat, SYS_statx, SYS_pread64, SYS_getdents64,
    SYS_faccessat, SYS_faccessat2, SYS_readlinkat, SYS_set_tid_address, SYS_set_robust_list, SYS_rseq,
    SYS_prlimit64, SYS_fcntl, SYS_sysinfo, SYS_uname, SYS_statfs, SYS_fstatfs, SYS_getcwd, SYS_getuid,
    SYS_geteuid, SYS_getgid, SYS_getegid, SYS_fadvise64,
#ifdef SYS_open
    SYS_open, SYS_access, SYS_readlink, SYS_stat, SYS_lstat,
#endif
#ifdef SYS_arch_prctl
    SYS_arch_prctl,
#endif
};

static const char *const readable[] = {
    "/usr", "/lib", "/lib64", "/etc/ld.so.cache", "/etc/fonts", "/etc/localtime", "/var/cache/fontconfig",
};

#if defined(__x86_64__)
#define LOADER "/lib64/ld-linux-x86-64.so.2"
#else
#define LOADER "/lib/ld-linux-aarch64.so.1"
#endif

static void allow(int rules, const char *path, uint64_t rights) {
    int file = open(path, O_PATH | O_CLOEXEC);
    if (file < 0) return;
    struct beneath rule = {.allowed = rights, .parent = file};
    // A right that only folders have is refused for a file.
    if (syscall(ADD_RULE, rules, BENEATH_PATH, &rule, 0) && errno == EINVAL) {
        rule.allowed &= EXECUTE | READ_FILE;
        syscall(ADD_RULE, rules, BENEATH_PATH, &rule, 0);
    }
    close(file);
}

static void close_files(const char *program) {
    int version = 0;
    int rules = briefd_make_ruleset(&version);
    if (rules < 0) return;
    for (size_t i = 0; i < sizeof readable / sizeof *readable; i++)
        allow(rules, readable[i], READ_FILE | READ_FOLDER);
    allow(rules, program, EXECUTE | READ_FILE);
    allow(rules, LOADER, EXECUTE | READ_FILE);
    syscall(RESTRICT_SELF, rules, 0);
    close(rules);
}

/// Between fork and exec: system calls only.
static void become(char *const *arguments, int input, int output, int errors,
                   struct briefd_cage_limits limits) {
    setpgid(0, 0);
    for (int number = 1; number < 65; number++) signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    if (dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(errors, 2) < 0) _exit(127);
    if (syscall(SYS_close_range, 3, ~0U, 0))
        for (int file = 3; file < 1024; file++) close(file);
    briefd_give_up_privileges();
    close_files(arguments[0]);
    briefd_limit(RLIMIT_AS, limits.address_space);
    briefd_limit(RLIMIT_DATA, limits.data);
    briefd_limit(RLIMIT_CPU, limits.processor_seconds);
    briefd_limit(RLIMIT_CORE, 0);
    briefd_limit(RLIMIT_FSIZE, 0);
    briefd_limit(RLIMIT_NOFILE, 32);
    briefd_limit(RLIMIT_NPROC, 0);
    briefd_close_calls(more_calls, sizeof more_calls / sizeof *more_calls);
    static char *const environment[] = {"LANG=C.UTF-8", "PATH=/usr/bin", NULL};
    execve(arguments[0], arguments, environment);
    _exit(127);
}

int briefd_spawn_caged(char *const *arguments, int input, struct briefd_cage_limits limits,
                       struct briefd_child *child) {
    int up[2] = {-1, -1}, errors[2] = {-1, -1};
    int code = 0;
    if (pipe2(up, O_CLOEXEC) || pipe2(errors, O_CLOEXEC)) code = errno;
    pid_t started = -1;
    if (!code) {
        if (lseek(input, 0, SEEK_SET) < 0) code = errno;
        else {
            started = fork();
            if (started == 0) become(arguments, input, up[1], errors[1], limits);
            if (started < 0) code = errno;
        }
    }
    if (up[1] >= 0) close(up[1]);
    if (errors[1] >= 0) close(errors[1]);
    if (code) {
        if (up[0] >= 0) close(up[0]);
        if (errors[0] >= 0) close(errors[0]);
        return code;
    }
    fcntl(up[0], F_SETPIPE_SZ, 1 << 20);
    fcntl(up[0], F_SETFL, O_NONBLOCK);
    fcntl(errors[0], F_SETFL, O_NONBLOCK);
    *child = (struct briefd_child){.identifier = started, .input = -1, .output = up[0], .errors = errors[0]};
    return 0;
}

int briefd_memory_file(const uint8_t *bytes, size_t count) {
    int file = memfd_create("document", MFD_CLOEXEC);
    if (file < 0) return -errno;
    size_t written = 0;
    while (written < count) {
        ssize_t step = write(file, bytes + written, count - written);
        if (step < 0 && errno == EINTR) continue;
        if (step <= 0) {
            int code = errno ? errno : ENOSPC;
            close(file);
            return -code;
        }
        written += (size_t)step;
    }
    return file;
}
