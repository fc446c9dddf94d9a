#define _GNU_SOURCE
#include "limited_program.h"
#include "cage_parts.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static char *const environment[] = {
    "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8", NULL};

/// Between fork and exec: system calls only. Says through `failed` why it does not start.
static void become(char *const *arguments, int input, int output, int errors, uint64_t memory,
                   int failed) {
    setpgid(0, 0);
    for (int number = 1; number < 65; number++) signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    if (dup2(input, 0) >= 0 && dup2(output, 1) >= 0 && dup2(errors, 2) >= 0) {
        // All others are close-on-exec by our own doing; those of libraries need not be.
        for (int file = 3; file < 1024; file++)
            if (file != failed) close(file);
        int score = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
        if (score >= 0) {
            ssize_t written = write(score, "800", 3);
            (void)written;
            close(score);
        }
        briefd_limit(RLIMIT_AS, memory);
        briefd_limit(RLIMIT_FSIZE, 1ULL << 30);
        briefd_limit(RLIMIT_CORE, 0);
        briefd_give_way(0);
        execve(arguments[0], arguments, environment);
    }
    int code = errno;
    ssize_t written = write(failed, &code, sizeof code);
    (void)written;
    _exit(127);
}

static void close_end(int end) {
    if (end >= 0) close(end);
}

int briefd_spawn_limited(char *const *arguments, int input, uint64_t memory,
                         struct briefd_child *child) {
    int up[2] = {-1, -1}, errors[2] = {-1, -1}, failed[2] = {-1, -1};
    int code = 0;
    pid_t started = -1;
    if (pipe2(up, O_CLOEXEC) || pipe2(errors, O_CLOEXEC) || pipe2(failed, O_CLOEXEC) ||
        lseek(input, 0, SEEK_SET) < 0)
        code = errno;
    if (!code) {
        started = fork();
        if (started == 0) become(arguments, input, up[1], errors[1], memory, failed[1]);
        if (started < 0) code = errno;
    }
    close_end(up[1]);
    close_end(errors[1]);
    close_end(failed[1]);
    if (started > 0) {
        // Its end of this pipe closes once it runs.
        ssize_t count;
        do count = read(failed[0], &code, sizeof code);
        while (count < 0 && errno == EINTR);
        if (count != sizeof code) code = 0;
        else waitpid(started, NULL, 0);
    }
    close_end(failed[0]);
    if (code) {
        close_end(up[0]);
        close_end(errors[0]);
        return code;
    }
    fcntl(up[0], F_SETPIPE_SZ, 1 << 20);
    fcntl(up[0], F_SETFL, O_NONBLOCK);
    fcntl(errors[0], F_SETFL, O_NONBLOCK);
    *child = (struct briefd_child){.identifier = started, .input = -1, .output = up[0], .errors = errors[0]};
    return 0;
}

int briefd_has_ended(int32_t child) {
    siginfo_t said = {0};
    if (waitid(P_PID, (id_t)child, &said, WEXITED | WNOHANG | WNOWAIT)) return errno != EINTR;
    return said.si_pid == child;
}
