#pragma once

/// From now on a SIGHUP is only remembered, and SIGTERM and SIGINT end the process with status 0, each until another
/// handler takes its place.
void briefd_hold_signals(void);

/// Whether a SIGHUP was remembered.
int briefd_hang_up_came(void);
