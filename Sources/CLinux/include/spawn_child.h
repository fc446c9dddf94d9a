#pragma once
#include <stdint.h>

/// Starts a program in a process group of its own, with pipes to its standard input and from its standard
/// output and no other descriptor of ours but standard error. Returns 0, or an errno; the ends that stay
/// with us are close-on-exec and non-blocking.
int briefd_spawn(const char *_Nonnull path, const char *_Nonnull argument, int32_t *_Nonnull child,
                 int32_t *_Nonnull to_child, int32_t *_Nonnull from_child);
