#pragma once
#include <stddef.h>
#include <stdint.h>

#include "cage.h"
#include "spawn_child.h"

/// Starts a program that reads its standard input and writes to its standard output, and can do no more: in a process
/// group of its own, with next to no environment, within limits. It may read what systems are made of (/usr, fonts, the
/// loader's list), and open no other file, write none, run no other program, make no process and no socket. A lock that
/// the kernel does not have is left out.
///
/// `input` is read from its beginning. Returns 0, or an errno; our ends are close-on-exec and non-blocking, and the child's
/// `input` is -1. A program that cannot be started ends with status 127.
int briefd_spawn_caged(char *_Nonnull const *_Nonnull arguments, int input,
                       struct briefd_cage_limits limits, struct briefd_child *_Nonnull child);

/// A file in memory without a name (memfd_create(2)) that holds the bytes; the descriptor, or the negated errno.
int briefd_memory_file(const uint8_t *_Nullable bytes, size_t count);
