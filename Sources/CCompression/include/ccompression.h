/* SPDX-License-Identifier: Apache-2.0 */
// Unpacks what gzip and xz wrote, whole and within bounds.
#ifndef CCOMPRESSION_H
#define CCOMPRESSION_H

#include <stddef.h>
#include <stdint.h>

enum {
  CCOMPRESSION_WHOLE = 0,
  /// The bytes are damaged, or no such file.
  CCOMPRESSION_DAMAGED = 1,
  /// They end before their end mark.
  CCOMPRESSION_CUT = 2,
  /// They unpack to more than there is room for.
  CCOMPRESSION_TOO_LARGE = 3,
  /// There is not enough memory, or the file asks for more than any such tool uses by default.
  CCOMPRESSION_NO_MEMORY = 4
};

/// Unpacks gzip's members, one after the other.
///
/// @param bytes the file.
/// @param size their number.
/// @param room where the text goes.
/// @param most how many bytes fit there.
/// @param count how many were written.
/// @return one of the above.
int ccompression_gunzip(const uint8_t *bytes, size_t size, uint8_t *room, size_t most,
                        size_t *count);

/// The same of xz's streams.
int ccompression_unxz(const uint8_t *bytes, size_t size, uint8_t *room, size_t most,
                      size_t *count);

#endif
