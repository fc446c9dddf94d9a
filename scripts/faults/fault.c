// Loaded before libc (LD_PRELOAD), it makes one system call of `briefd run` fail, or the process die at it.
//
// FAULT_ROOT   only calls on files beneath this folder count
// FAULT_KIND   write sync rename remove create open truncate read
// FAULT_AT     which call of the kind, from 1, counted over all threads
// FAULT_HOW    an errno; or "kill": die before the call; "killed": die after it
// FAULT_EVER   set: this call and all later ones
// FAULT_COUNT  a file of 16 bytes: how many calls of the kind there were; then, not 0 once the faults are over
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static const char *root, *kind;
static long at;
static int number, kills, ever;
static atomic_long *count;

__attribute__((constructor)) static void begin(void) {
    char line[256] = {0};
    int file = open("/proc/self/cmdline", O_RDONLY);
    if (file < 0 || read(file, line, sizeof line - 1) < 0) return;
    close(file);
    if (strcmp(line + strlen(line) + 1, "run") != 0 || !getenv("FAULT_ROOT")) return;
    const char *how = getenv("FAULT_HOW");
    at = atol(getenv("FAULT_AT"));
    kills = strcmp(how, "kill") == 0 ? 1 : strcmp(how, "killed") == 0 ? 2 : 0;
    number = atoi(how);
    ever = getenv("FAULT_EVER") != NULL;
    int counts = open(getenv("FAULT_COUNT"), O_RDWR);
    count = mmap(NULL, 16, PROT_READ | PROT_WRITE, MAP_SHARED, counts, 0);
    close(counts);
    kind = getenv("FAULT_KIND");
    root = getenv("FAULT_ROOT");
}

static int isBeneath(int descriptor, const char *name) {
    char link[64], path[4096];
    if (name && name[0] == '/') return strncmp(name, root, strlen(root)) == 0;
    if (descriptor == AT_FDCWD) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return strncmp(path, root, strlen(root)) == 0;
}

// Whether this call is the one; 2 when the process shall die after it.
static int hits(const char *what, int descriptor, const char *name) {
    if (!root || strcmp(what, kind) != 0 || count[1]) return 0;
    int saved = errno;
    int beneath = isBeneath(descriptor, name);
    errno = saved;
    if (!beneath) return 0;
    long now = atomic_fetch_add(count, 1) + 1;
    if (now != at && !(ever && now > at)) return 0;
    if (kills == 1) raise(SIGKILL);
    if (kills == 2) return 2;
    errno = number;
    return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define AROUND(what, descriptor, path, call)              \
    do {                                                  \
        int hit = hits(what, descriptor, path);           \
        if (hit == 1) return -1;                          \
        __auto_type result = call;                        \
        if (hit == 2) raise(SIGKILL);                     \
        return result;                                    \
    } while (0)

ssize_t write(int d, const void *b, size_t n) { AROUND("write", d, NULL, REAL(write)(d, b, n)); }
ssize_t writev(int d, const struct iovec *v, int n) { AROUND("write", d, NULL, REAL(writev)(d, v, n)); }
ssize_t pwrite(int d, const void *b, size_t n, off_t o) { AROUND("write", d, NULL, REAL(pwrite)(d, b, n, o)); }
ssize_t pwrite64(int d, const void *b, size_t n, off64_t o) { AROUND("write", d, NULL, REAL(pwrite64)(d, b, n, o)); }
ssize_t read(int d, void *b, size_t n) { AROUND("read", d, NULL, REAL(read)(d, b, n)); }
ssize_t pread(int d, void *b, size_t n, off_t o) { AROUND("read", d, NULL, REAL(pread)(d, b, n, o)); }
ssize_t pread64(int d, void *b, size_t n, off64_t o) { AROUND("read", d, NULL, REAL(pread64)(d, b, n, o)); }
int fsync(int d) { AROUND("sync", d, NULL, REAL(fsync)(d)); }
int fdatasync(int d) { AROUND("sync", d, NULL, REAL(fdatasync)(d)); }
int syncfs(int d) { AROUND("sync", d, NULL, REAL(syncfs)(d)); }
int ftruncate(int d, off_t n) { AROUND("truncate", d, NULL, REAL(ftruncate)(d, n)); }
int ftruncate64(int d, off64_t n) { AROUND("truncate", d, NULL, REAL(ftruncate64)(d, n)); }
int renameat(int d, const char *o, int e, const char *n) { AROUND("rename", d, o, REAL(renameat)(d, o, e, n)); }
int renameat2(int d, const char *o, int e, const char *n, unsigned f) {
    AROUND("rename", d, o, REAL(renameat2)(d, o, e, n, f));
}
int linkat(int d, const char *o, int e, const char *n, int f) { AROUND("rename", e, n, REAL(linkat)(d, o, e, n, f)); }
int unlink(const char *p) { AROUND("remove", AT_FDCWD, p, REAL(unlink)(p)); }
int unlinkat(int d, const char *p, int f) { AROUND("remove", d, p, REAL(unlinkat)(d, p, f)); }
int mkdir(const char *p, mode_t m) { AROUND("create", AT_FDCWD, p, REAL(mkdir)(p, m)); }
int mkdirat(int d, const char *p, mode_t m) { AROUND("create", d, p, REAL(mkdirat)(d, p, m)); }

#define OPEN(name, descriptor, path, ...)                                                  \
    va_list list;                                                                          \
    va_start(list, flags);                                                                 \
    mode_t mode = flags & (O_CREAT | __O_TMPFILE) ? va_arg(list, mode_t) : 0;              \
    va_end(list);                                                                          \
    AROUND(flags & O_CREAT ? "create" : "open", descriptor, path, REAL(name)(__VA_ARGS__, flags, mode))

int open(const char *p, int flags, ...) { OPEN(open, AT_FDCWD, p, p); }
int open64(const char *p, int flags, ...) { OPEN(open64, AT_FDCWD, p, p); }
int openat(int d, const char *p, int flags, ...) { OPEN(openat, d, p, d, p); }
int openat64(int d, const char *p, int flags, ...) { OPEN(openat64, d, p, d, p); }

// openat2(2) has no function in libc: struct open_how begins with its flags.
long syscall(long which, ...) {
    va_list list;
    va_start(list, which);
    long a[6];
    for (int i = 0; i < 6; i++) a[i] = va_arg(list, long);
    va_end(list);
    long (*real)(long, ...) = (long (*)(long, ...))dlsym(RTLD_NEXT, "syscall");
    if (which != SYS_openat2) return real(which, a[0], a[1], a[2], a[3], a[4], a[5]);
    uint64_t flags = *(uint64_t *)a[2];
    AROUND(flags & O_CREAT ? "create" : "open", (int)a[0], (const char *)a[1],
           real(which, a[0], a[1], a[2], a[3], a[4], a[5]));
}
