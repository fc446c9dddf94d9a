#pragma once

/// From now on a SIGHUP is only remembered, until another handler takes its place.
void briefd_remember_hang_up(void);

/// Whether one was remembered.
int briefd_hang_up_came(void);
