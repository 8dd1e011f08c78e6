// SPDX-License-Identifier: Apache-2.0

#include "guest.h"

#include <stdarg.h>

volatile uint64_t last_vector;

/* Instructions that may fault, and where to go on. */
struct fault {
  uint64_t at, resume;
};
extern const struct fault faults_begin[], faults_end[];

/* Where vectors.S arrives. An exception that nobody expects ends the guest with the place. */
void interrupt_entry(struct interrupt_frame *frame) {
  if (is_msr_access(frame->rip)) {
    frame->rip = refused_address();
    return;
  }
  for (const struct fault *fault = faults_begin; fault < faults_end; fault++) {
    if (fault->at != frame->rip) continue;
    frame->rip = fault->resume;
    last_vector = frame->vector + 1;
    return;
  }
  print("exception %u at 0x%x\n", (unsigned)frame->vector, (unsigned)frame->rip);
  for (;;) stop();
}

/* A line's own buffer stands on the stack, since several virtual CPUs print. */
struct line {
  char text[160];
  size_t length;
};

static void put(struct line *line, char c) {
  line->text[line->length++] = c;
  if (c != '\n' && line->length < sizeof line->text) return;
  hypercall(HYPERCALL_CONSOLE, line->length, (uint64_t)line->text);
  line->length = 0;
}

static void put_number(struct line *line, uint64_t number, unsigned base, unsigned least) {
  char digits[24];
  unsigned count = 0;
  do {
    digits[count++] = "0123456789abcdef"[number % base];
    number /= base;
  } while (number || count < least);
  while (count) put(line, digits[--count]);
}

void print(const char *format, ...) {
  struct line line = {.length = 0};
  va_list arguments;
  va_start(arguments, format);
  for (; *format; format++) {
    if (*format != '%') {
      put(&line, *format);
      continue;
    }
    unsigned least = 0;
    for (format++; *format >= '0' && *format <= '9'; format++) least = least * 10 + *format - '0';
    switch (*format) {
    case 'u': put_number(&line, va_arg(arguments, unsigned), 10, least); break;
    case 'x': put_number(&line, va_arg(arguments, unsigned), 16, least); break;
    case 'c': put(&line, (char)va_arg(arguments, int)); break;
    case 's':
      for (const char *text = va_arg(arguments, const char *); *text; text++) put(&line, *text);
      break;
    default: put(&line, *format);
    }
  }
  va_end(arguments);
}
