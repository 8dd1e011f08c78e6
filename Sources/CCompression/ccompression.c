/* SPDX-License-Identifier: Apache-2.0 */
#include "ccompression.h"

#include <lzma.h>
#include <string.h>
#include <zlib.h>

/// As much memory as `xz -9` needs to unpack, and some more.
static const uint64_t most_memory = 128 << 20;

int ccompression_gunzip(const uint8_t *bytes, size_t size, uint8_t *room, size_t most,
                        size_t *count) {
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  *count = 0;
  // 16 asks for gzip's header and check.
  if (inflateInit2(&stream, 16 + MAX_WBITS) != Z_OK) return CCOMPRESSION_NO_MEMORY;
  // Both are bounded by the callers far below zlib's 32 bits.
  stream.next_in = (Bytef *)bytes;
  stream.avail_in = (uInt)size;
  stream.next_out = room;
  stream.avail_out = (uInt)most;
  int result = CCOMPRESSION_WHOLE;
  for (;;) {
    int code = inflate(&stream, Z_NO_FLUSH);
    if (code == Z_STREAM_END) {
      if (stream.avail_in == 0) break;
      // Another member may follow.
      if (inflateReset(&stream) != Z_OK) {
        result = CCOMPRESSION_DAMAGED;
        break;
      }
    } else if (code == Z_OK || code == Z_BUF_ERROR) {
      if (stream.avail_out == 0) {
        result = CCOMPRESSION_TOO_LARGE;
        break;
      }
      if (stream.avail_in == 0) {
        result = CCOMPRESSION_CUT;
        break;
      }
      if (code == Z_BUF_ERROR) {
        result = CCOMPRESSION_DAMAGED;
        break;
      }
    } else {
      result = code == Z_MEM_ERROR ? CCOMPRESSION_NO_MEMORY : CCOMPRESSION_DAMAGED;
      break;
    }
  }
  *count = most - stream.avail_out;
  inflateEnd(&stream);
  return result;
}

int ccompression_unxz(const uint8_t *bytes, size_t size, uint8_t *room, size_t most,
                      size_t *count) {
  lzma_stream stream = LZMA_STREAM_INIT;
  *count = 0;
  if (lzma_stream_decoder(&stream, most_memory, LZMA_CONCATENATED) != LZMA_OK) {
    return CCOMPRESSION_NO_MEMORY;
  }
  stream.next_in = bytes;
  stream.avail_in = size;
  stream.next_out = room;
  stream.avail_out = most;
  int result;
  for (;;) {
    lzma_ret code = lzma_code(&stream, LZMA_FINISH);
    if (code == LZMA_OK && stream.avail_out != 0) continue;
    if (code == LZMA_STREAM_END) {
      result = CCOMPRESSION_WHOLE;
    } else if (code == LZMA_OK || (code == LZMA_BUF_ERROR && stream.avail_out == 0)) {
      result = CCOMPRESSION_TOO_LARGE;
    } else if (code == LZMA_BUF_ERROR) {
      result = CCOMPRESSION_CUT;
    } else if (code == LZMA_MEM_ERROR || code == LZMA_MEMLIMIT_ERROR) {
      result = CCOMPRESSION_NO_MEMORY;
    } else {
      result = CCOMPRESSION_DAMAGED;
    }
    break;
  }
  *count = most - stream.avail_out;
  lzma_end(&stream);
  return result;
}
