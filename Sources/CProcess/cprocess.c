// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "cprocess.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Between fork and execve only what is safe in a signal handler. */
_Noreturn static void run(const char *path, char *const *arguments, int conversation, int errors,
                          pid_t parent) {
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  /* Who started this may have ended before the line above. */
  if (getppid() != parent) _exit(127);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  /* Above the three, so that none of them is overwritten before it is copied. */
  int talk = fcntl(conversation, F_DUPFD, 3), say = fcntl(errors, F_DUPFD, 3);
  if (talk < 0 || say < 0 || dup2(talk, 0) < 0 || dup2(talk, 1) < 0 || dup2(say, 2) < 0) _exit(127);
  syscall(SYS_close_range, 3u, ~0u, 0u);
  execv(path, arguments);
  const char *reason = strerrordesc_np(errno);
  if (reason == NULL) reason = "it cannot be executed";
  ssize_t written = write(2, reason, strlen(reason));
  (void)written;
  _exit(127);
}

int cprocess_start(const char *path, char *const *arguments, int conversation, int errors) {
  pid_t parent = getpid();
  pid_t child = fork();
  if (child < 0) return -errno;
  if (child == 0) run(path, arguments, conversation, errors, parent);
  return child;
}
