#pragma once
#include <lzma.h>

// LZMA_STREAM_INIT is a macro, which Swift does not import.

static inline lzma_stream briefd_lzma_stream(void) {
    lzma_stream stream = LZMA_STREAM_INIT;
    return stream;
}
