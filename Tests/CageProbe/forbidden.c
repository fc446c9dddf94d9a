#define _GNU_SOURCE
#include "forbidden.h"
#include <arpa/inet.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>

static char credential[512], database[512], listening[512], folder[512];
static pid_t parent;

int read_targets(const char *path) {
    FILE *file = fopen(path, "r");
    if (!file) return -1;
    char *const targets[] = {credential, database, listening, folder};
    for (int i = 0; i < 4; i++) {
        if (!fgets(targets[i], 512, file)) return -1;
        targets[i][strcspn(targets[i], "\n")] = 0;
    }
    fclose(file);
    parent = getppid();
    return 0;
}

static int opened(const char *path, int flags) { return open(path, flags, 0600) < 0 ? -1 : 0; }

static int of_parent(const char *name, int flags) {
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/%s", parent, name);
    return opened(path, flags);
}

static int talk(int type, int family, const void *address, socklen_t size, int binds) {
    int made = socket(family, type, 0);
    if (made < 0) return -1;
    return binds ? bind(made, address, size) : connect(made, address, size);
}

static int internet(int type, int binds) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(binds ? 0 : 9)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return talk(type, AF_INET, &address, sizeof address, binds);
}

static int unix_socket(void) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    strncpy(address.sun_path, listening, sizeof address.sun_path - 1);
    return talk(SOCK_STREAM, AF_UNIX, &address, sizeof address, 0);
}

static int write_somewhere(void) {
    char path[600];
    snprintf(path, sizeof path, "%s/written", folder);
    return opened(path, O_WRONLY | O_CREAT);
}

static int run_code(void) {
    void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return mprotect(page, 4096, PROT_READ | PROT_EXEC);
}

static int run_program(void) { return execl("/bin/true", "true", NULL); }

static int remove_database(void) { return unlink(database); }

static int get_rights(void) { return setuid(0); }

int try_forbidden(const char *name) {
    if (!strcmp(name, "credential")) return opened(credential, O_RDONLY);
    if (!strcmp(name, "database")) return opened(database, O_RDWR);
    if (!strcmp(name, "environ")) return of_parent("environ", O_RDONLY);
    if (!strcmp(name, "mem")) return of_parent("mem", O_RDWR);
    if (!strcmp(name, "tcp")) return internet(SOCK_STREAM, 0);
    if (!strcmp(name, "udp")) return internet(SOCK_DGRAM, 0);
    if (!strcmp(name, "unix")) return unix_socket();
    if (!strcmp(name, "bind")) return internet(SOCK_STREAM, 1);
    if (!strcmp(name, "kill")) return kill(parent, 0);
    if (!strcmp(name, "ptrace")) return (int)ptrace(PTRACE_SEIZE, parent, 0, 0);
    if (!strcmp(name, "fork")) {
        pid_t child = fork();
        if (child == 0) _exit(0);
        return child < 0 ? -1 : 0;
    }
    if (!strcmp(name, "exec")) return run_program();
    if (!strcmp(name, "write")) return write_somewhere();
    if (!strcmp(name, "passwd")) return opened("/etc/passwd", O_RDONLY);
    if (!strcmp(name, "mount")) return mount("none", folder, "tmpfs", 0, NULL);
    if (!strcmp(name, "unlink")) return remove_database();
    if (!strcmp(name, "code")) return run_code();
    if (!strcmp(name, "setuid")) return get_rights();
    return -2;
}
