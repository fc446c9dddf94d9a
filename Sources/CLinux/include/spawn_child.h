#pragma once
#include <stdint.h>

/// A child and our ends of the pipes to its standard input and from its standard output and error.
struct briefd_child {
    int32_t identifier, input, output, errors;
};

/// Starts a program in a process group of its own, with an empty environment and no descriptor but the three pipes.
/// Returns 0, or an errno; our ends are close-on-exec and non-blocking. The child's standard error does not block
/// either: what we do not read in time, beyond the room of a pipe, is lost.
int briefd_spawn(const char *_Nonnull path, const char *_Nonnull argument,
                 struct briefd_child *_Nonnull child);

/// Starts a program with its arguments, the first of which is its path, in a process group of its own. It gets a PATH and
/// a language and nothing else of an environment; what it says on standard output and error comes through one pipe, and
/// `errors` is -1. Returns 0, or an errno; our ends are close-on-exec and non-blocking.
int briefd_spawn_command(char *_Nonnull const *_Nonnull arguments,
                         struct briefd_child *_Nonnull child);

/// Starts a program with our environment and our standard streams, looked for in PATH where its name has no slash. Returns
/// 0, or an errno.
int briefd_spawn_at_terminal(char *_Nonnull const *_Nonnull arguments, int32_t *_Nonnull child);

/// Where the processor is busy the child has a fifth of what others have (nice 7); nothing happens where that may not be
/// said.
void briefd_give_way(int32_t child);
