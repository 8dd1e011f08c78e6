/* SPDX-License-Identifier: Apache-2.0 */

/* What the second program does, by its argument. */
#ifndef WORKER_H
#define WORKER_H

enum work {
  WORK_WALK = 1, /* prints what every place of CPUID says */
  WORK_PROBE,    /* says what it may use, and uses it */
  WORK_KEEP,     /* reads its own id and keeps its registers while others run */
  WORK_FAULT     /* dies of a triple fault */
};

#endif
