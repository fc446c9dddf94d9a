#pragma once
#include <stdint.h>

#include "spawn_child.h"

/// Starts an operator's program that reads its standard input and writes to its standard output: in a process group of
/// its own, with a PATH and a language and nothing else of an environment. Each of its processes has at most `memory`
/// bytes of address space, writes no file above 1 GiB, gives way where the processor is busy, and goes first where the
/// system's memory is short.
///
/// `input` is read from its beginning. Returns 0, or an errno, also that of execve(2); our ends are close-on-exec and
/// non-blocking, and the child's `input` is -1.
int briefd_spawn_limited(char *_Nonnull const *_Nonnull arguments, int input, uint64_t memory,
                         struct briefd_child *_Nonnull child);

/// Whether a child has ended; it is not reaped, so that its group can be ended without meeting another's.
int briefd_has_ended(int32_t child);
