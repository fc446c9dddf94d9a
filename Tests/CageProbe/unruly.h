#pragma once

/// Talks to the daemon as a worker that is out of order, by the name of the program.
int be_unruly(const char *name);
