#pragma once
#include <stddef.h>
#include <stdint.h>

/// Sends one datagram to a Unix socket; a path that begins with '@' is an abstract name (unix(7)).
/// Returns 0, or an errno. Never blocks.
int briefd_send_datagram(const char *_Nonnull path, const uint8_t *_Nullable bytes, size_t count);
