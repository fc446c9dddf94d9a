#define _GNU_SOURCE
#include "unix_listener.h"
#include <errno.h>
#include <stddef.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

static int make_address(const char *path, struct sockaddr_un *address) {
    size_t length = strlen(path);
    if (length == 0 || length >= sizeof address->sun_path) return ENAMETOOLONG;
    memset(address, 0, sizeof *address);
    address->sun_family = AF_UNIX;
    memcpy(address->sun_path, path, length);
    return 0;
}

int briefd_bind_unix(const char *path, uint32_t mode) {
    struct sockaddr_un address;
    int code = make_address(path, &address);
    if (code) return -code;
    int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0) return -errno;
    // Linux gives the file the permissions of the descriptor, less the umask: at no time are they wider.
    if (fchmod(descriptor, mode) == 0 &&
        bind(descriptor, (struct sockaddr *)&address, sizeof address) == 0)
        return descriptor;
    code = errno;
    close(descriptor);
    return -code;
}

int briefd_probe_unix(const char *path) {
    struct sockaddr_un address;
    int code = make_address(path, &address);
    if (code) return code;
    int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (descriptor < 0) return errno;
    code = connect(descriptor, (struct sockaddr *)&address, sizeof address) == 0 ? 0 : errno;
    close(descriptor);
    return code;
}
