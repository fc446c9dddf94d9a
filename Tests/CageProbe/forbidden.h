#pragma once

/// Tries one thing that nobody in the cage may do, by its name; -1 and errno where it was refused, 0 where it was done.
/// Unknown names give -2.
int try_forbidden(const char *name);

/// Reads what the attempts are aimed at, before the cage is shut: a credential, a database, a socket that listens and a
/// folder, a line each. -1 where the file does not say.
int read_targets(const char *path);
