/* SPDX-License-Identifier: Apache-2.0 */
// Linux's KVM interface in a shape that Swift imports: its request numbers are function-like macros
// and ioctl is variadic, and Swift sees neither.
#ifndef CKVM_H
#define CKVM_H

#include <errno.h>
#include <fcntl.h>
#include <linux/kvm.h>
#include <sys/ioctl.h>
#include <unistd.h>

static const unsigned long CKVM_GET_API_VERSION = KVM_GET_API_VERSION;
static const unsigned long CKVM_CHECK_EXTENSION = KVM_CHECK_EXTENSION;
static const unsigned long CKVM_GET_VCPU_MMAP_SIZE = KVM_GET_VCPU_MMAP_SIZE;
static const unsigned long CKVM_GET_SUPPORTED_CPUID = KVM_GET_SUPPORTED_CPUID;
static const unsigned long CKVM_GET_EMULATED_CPUID = KVM_GET_EMULATED_CPUID;
static const unsigned long CKVM_GET_MSR_FEATURE_INDEX_LIST = KVM_GET_MSR_FEATURE_INDEX_LIST;
static const unsigned long CKVM_CREATE_VM = KVM_CREATE_VM;
static const unsigned long CKVM_CREATE_VCPU = KVM_CREATE_VCPU;
static const unsigned long CKVM_SET_USER_MEMORY_REGION = KVM_SET_USER_MEMORY_REGION;
static const unsigned long CKVM_SET_CPUID2 = KVM_SET_CPUID2;
static const unsigned long CKVM_GET_CPUID2 = KVM_GET_CPUID2;
static const unsigned long CKVM_SET_MSRS = KVM_SET_MSRS;
static const unsigned long CKVM_GET_MSRS = KVM_GET_MSRS;
static const unsigned long CKVM_SET_TSC_KHZ = KVM_SET_TSC_KHZ;
static const unsigned long CKVM_GET_TSC_KHZ = KVM_GET_TSC_KHZ;
static const unsigned long CKVM_GET_SREGS = KVM_GET_SREGS;
static const unsigned long CKVM_SET_SREGS = KVM_SET_SREGS;
static const unsigned long CKVM_SET_REGS = KVM_SET_REGS;

/// Runs a vCPU on the calling thread until it leaves the guest, for at most this long (at least one
/// millisecond). Returns 0, -ETIMEDOUT, or the kernel's -errno. Takes the signal SIGRTMIN + 6.
int ckvm_run_limited(int fd, struct kvm_run *run, unsigned milliseconds);

/// Opens a device for reading and writing. Returns the descriptor, or -errno.
static inline int ckvm_open(const char *path) {
  int fd = open(path, O_RDWR | O_CLOEXEC);
  return fd < 0 ? -errno : fd;
}

/// Asks the kernel to let guests of this process have the state of AMX's tiles, which it then offers them. Returns 0, or
/// -errno where kernel or CPU have none.
int ckvm_permit_guest_states(void);

/// One request whose argument is a structure. Returns the kernel's answer, or -errno.
static inline int ckvm_ioctl(int fd, unsigned long request, void *argument) {
  int answer = ioctl(fd, request, argument);
  return answer < 0 ? -errno : answer;
}

/// One request whose argument is a number. Returns the kernel's answer, or -errno.
static inline int ckvm_ioctl_value(int fd, unsigned long request, unsigned long value) {
  int answer = ioctl(fd, request, value);
  return answer < 0 ? -errno : answer;
}

#endif
