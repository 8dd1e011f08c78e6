// SPDX-License-Identifier: Apache-2.0

#include "CArguments.h"
#include <stddef.h>

static int count;
static char **words;

// glibc calls constructors with the arguments of main, before main.
__attribute__((constructor)) static void keep(int argc, char **argv) {
  count = argc;
  words = argv;
}

int carguments_count(void) { return count; }

const char *carguments_commit(void) {
#ifdef CPUPOLICY_COMMIT
  return CPUPOLICY_COMMIT;
#else
  return NULL;
#endif
}

const char *carguments_word(int index) {
  return index >= 0 && index < count ? words[index] : NULL;
}
