#define _GNU_SOURCE
#include "spawn_child.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <unistd.h>

// What our environment names (credentials, sockets of the service manager, proxies) is no business of the child. A
// crash is told by its signal; the stack trace would need the rights that the child gives up.
static char *const child_environment[] = {"SWIFT_BACKTRACE=enable=no", NULL};

static char *const command_environment[] = {
    "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8", NULL};

static int start(const char *path, char *const arguments[], char *const environment[],
                 int32_t *child, int input, int output, int errors) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    int code = posix_spawn_file_actions_init(&actions);
    if (code) return code;
    code = posix_spawnattr_init(&attributes);
    if (code) {
        posix_spawn_file_actions_destroy(&actions);
        return code;
    }
    posix_spawn_file_actions_adddup2(&actions, input, 0);
    posix_spawn_file_actions_adddup2(&actions, output, 1);
    posix_spawn_file_actions_adddup2(&actions, errors, 2);
    posix_spawn_file_actions_addclosefrom_np(&actions, 3);
    // The service blocks and ignores signals for its own reasons: the child starts afresh.
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK |
                                              POSIX_SPAWN_SETSIGDEF);
    pid_t started = 0;
    code = posix_spawn(&started, path, &actions, &attributes, arguments, environment);
    *child = started;
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return code;
}

/// A pipe whose ends are -1 once they are closed.
static void close_end(int *end) {
    if (*end >= 0) close(*end);
    *end = -1;
}

int briefd_spawn(const char *path, const char *argument, struct briefd_child *child) {
    int down[2] = {-1, -1}, up[2] = {-1, -1}, errors[2] = {-1, -1};
    int code = 0;
    if (pipe2(down, O_CLOEXEC) || pipe2(up, O_CLOEXEC) || pipe2(errors, O_CLOEXEC | O_NONBLOCK))
        code = errno;
    if (!code) {
        char *const arguments[] = {(char *)path, (char *)argument, NULL};
        code = start(path, arguments, child_environment, &child->identifier, down[0], up[1],
                     errors[1]);
    }
    close_end(&down[0]);
    close_end(&up[1]);
    close_end(&errors[1]);
    if (code) {
        close_end(&down[1]);
        close_end(&up[0]);
        close_end(&errors[0]);
        return code;
    }
    // Most documents then go over in one piece. Where the system gives less, they take some more.
    fcntl(down[1], F_SETPIPE_SZ, 1 << 20);
    fcntl(up[0], F_SETPIPE_SZ, 1 << 20);
    fcntl(down[1], F_SETFL, O_NONBLOCK);
    fcntl(up[0], F_SETFL, O_NONBLOCK);
    child->input = down[1];
    child->output = up[0];
    child->errors = errors[0];
    return 0;
}

int briefd_spawn_command(char *const *arguments, struct briefd_child *child) {
    int down[2] = {-1, -1}, up[2] = {-1, -1};
    int code = 0;
    if (pipe2(down, O_CLOEXEC) || pipe2(up, O_CLOEXEC)) code = errno;
    if (!code)
        code = start(arguments[0], arguments, command_environment, &child->identifier, down[0],
                     up[1], up[1]);
    close_end(&down[0]);
    close_end(&up[1]);
    if (code) {
        close_end(&down[1]);
        close_end(&up[0]);
        return code;
    }
    fcntl(down[1], F_SETFL, O_NONBLOCK);
    fcntl(up[0], F_SETFL, O_NONBLOCK);
    child->input = down[1];
    child->output = up[0];
    child->errors = -1;
    return 0;
}

int briefd_spawn_at_terminal(char *const *arguments, int32_t *child) {
    pid_t pid = 0;
    int code = posix_spawnp(&pid, arguments[0], NULL, NULL, arguments, environ);
    *child = pid;
    return code;
}

// As in linux/sched/types.h, which clashes with sched.h of some C libraries.
struct scheduling {
    uint32_t size, policy;
    uint64_t flags;
    int32_t nice;
    uint32_t priority;
    uint64_t runtime, deadline, period;
};

void briefd_give_way(int32_t child) {
    // setpriority(2) would do; the unit answers it with success and does nothing (see systemd/briefd.service).
    struct scheduling scheduling = {.size = sizeof scheduling, .nice = 7};
    syscall(SYS_sched_setattr, child, &scheduling, 0);
}
