#define _GNU_SOURCE
#include "spawn_child.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <unistd.h>

extern char **environ;

static int start(const char *path, char *const arguments[], int32_t *child, int input, int output) {
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
    posix_spawn_file_actions_addclosefrom_np(&actions, 3);
    // The service blocks and ignores signals for its own reasons: the child starts afresh.
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK |
                                              POSIX_SPAWN_SETSIGDEF);
    pid_t started = 0;
    code = posix_spawn(&started, path, &actions, &attributes, arguments, environ);
    *child = started;
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return code;
}

int briefd_spawn(const char *path, const char *argument, int32_t *child, int32_t *to_child,
                 int32_t *from_child) {
    int down[2], up[2];
    if (pipe2(down, O_CLOEXEC)) return errno;
    if (pipe2(up, O_CLOEXEC)) {
        int code = errno;
        close(down[0]);
        close(down[1]);
        return code;
    }
    char *const arguments[] = {(char *)path, (char *)argument, NULL};
    int code = start(path, arguments, child, down[0], up[1]);
    close(down[0]);
    close(up[1]);
    if (code) {
        close(down[1]);
        close(up[0]);
        return code;
    }
    fcntl(down[1], F_SETFL, O_NONBLOCK);
    fcntl(up[0], F_SETFL, O_NONBLOCK);
    *to_child = down[1];
    *from_child = up[0];
    return 0;
}
