#pragma once
#include <stdint.h>

/// Makes a stream socket bound to a path, which must be free, with these permissions from its first moment on; not
/// yet listening. Returns the descriptor, or the negated errno.
int briefd_bind_unix(const char *_Nonnull path, uint32_t mode);

/// Connects to a Unix socket and hangs up, without blocking: 0, or the errno.
int briefd_probe_unix(const char *_Nonnull path);
