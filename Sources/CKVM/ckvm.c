// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "CKVM.h"
#include <pthread.h>
#include <signal.h>
#include <sys/syscall.h>
#include <time.h>

#ifndef sigev_notify_thread_id
#define sigev_notify_thread_id _sigev_un._tid
#endif

// The alarm belongs to one thread and one run. Its handler makes KVM_RUN return at once even where
// the alarm comes before the thread has entered it.
static void leave_guest(int number, siginfo_t *info, void *context) {
  (void)number;
  (void)context;
  struct kvm_run *run = info->si_value.sival_ptr;
  if (info->si_code == SI_TIMER && run) run->immediate_exit = 1;
}

static int alarm_signal(void) { return SIGRTMIN + 6; }

static void install_handler(void) {
  struct sigaction action = {.sa_sigaction = leave_guest, .sa_flags = SA_SIGINFO};
  sigemptyset(&action.sa_mask);
  sigaction(alarm_signal(), &action, NULL);
}

int ckvm_run_limited(int fd, struct kvm_run *run, unsigned milliseconds) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, install_handler);
  struct sigevent event = {.sigev_notify = SIGEV_THREAD_ID, .sigev_signo = alarm_signal()};
  event.sigev_value.sival_ptr = run;
  event.sigev_notify_thread_id = (pid_t)syscall(SYS_gettid);
  timer_t timer;
  if (timer_create(CLOCK_MONOTONIC, &event, &timer) != 0) return -errno;
  run->immediate_exit = 0;
  // Threads of a pool block all signals.
  sigset_t own, former;
  sigemptyset(&own);
  sigaddset(&own, alarm_signal());
  pthread_sigmask(SIG_UNBLOCK, &own, &former);
  struct itimerspec limit = {
      .it_value = {milliseconds / 1000, (long)(milliseconds % 1000) * 1000000}};
  timer_settime(timer, 0, &limit, NULL);
  int answer;
  do {
    answer = ioctl(fd, KVM_RUN, 0) < 0 ? -errno : 0;
  } while (answer == -EINTR && !run->immediate_exit);
  // No alarm can come after this; a late one has set the flag already.
  timer_delete(timer);
  pthread_sigmask(SIG_SETMASK, &former, NULL);
  if (answer == -EINTR) answer = -ETIMEDOUT;
  run->immediate_exit = 0;
  return answer;
}

// Linux Documentation/arch/x86/xstate.rst; names of kernels that headers may be older than.
int ckvm_permit_guest_states(void) {
  const long request_guest_permission = 0x1025, tile_data = 18;
  return syscall(SYS_arch_prctl, request_guest_permission, tile_data) < 0 ? -errno : 0;
}
