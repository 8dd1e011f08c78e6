/* SPDX-License-Identifier: Apache-2.0 */

/* What every guest of the example has: hypercalls, a console, and instructions that may fault. */
#ifndef GUEST_H
#define GUEST_H

#include <stddef.h>
#include <stdint.h>

#include "hypercalls.h"
#include "machine.h"

struct answer {
  int64_t result; /* 0 or a negative error number */
  uint64_t code;  /* 101 for CPU0101, or 0 */
};
static inline struct answer hypercall(uint64_t number, uint64_t first, uint64_t second) {
  struct answer answer;
  __asm__ volatile("vmmcall"
                   : "=a"(answer.result), "=d"(answer.code)
                   : "a"(number), "D"(first), "S"(second)
                   : "memory");
  return answer;
}

/* %u, %x, %08x, %s, %c; a line goes out when it ends. */
void print(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Executes an instruction: 0, or the vector of the exception that it caused, plus 1. */
extern volatile uint64_t last_vector;
#define TRY(instruction, ...)                                                          \
  ({                                                                                   \
    last_vector = 0;                                                                   \
    __asm__ volatile("1: " instruction "\n2:\n"                                        \
                     ".pushsection .faults, \"a\"\n.quad 1b, 2b\n.popsection" __VA_ARGS__); \
    (unsigned)last_vector;                                                             \
  })

/* What the program is. Each virtual CPU runs it, with the argument of the domain's creation. */
void guest_main(uint64_t argument, uint64_t vcpu, uint64_t domain);

#endif
