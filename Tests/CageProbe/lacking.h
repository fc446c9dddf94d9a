#pragma once

/// Runs a program on a kernel without "landlock", "seccomp" or "both", as it looks to the program. Returns only where
/// that fails.
int run_lacking(const char *what, char **command);
