#pragma once
#include <zlib.h>

// deflateInit2 and inflateInit2 are macros, which Swift does not import. 15 + 16: the largest window, gzip's frame.

static inline int briefd_deflate_init(z_stream *_Nonnull stream, int level, int strategy) {
    return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, strategy);
}

static inline int briefd_inflate_init(z_stream *_Nonnull stream) {
    return inflateInit2(stream, 15 + 16);
}

// The same without a frame (RFC 1951): what ZIP archives hold.
static inline int briefd_inflate_raw_init(z_stream *_Nonnull stream) {
    return inflateInit2(stream, -15);
}
