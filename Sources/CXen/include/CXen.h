// Xen's call interface and its store, opened at run time: a machine without Xen needs neither library.
#ifndef CXEN_H
#define CXEN_H

#include <stddef.h>
#include <stdint.h>

/// An open way to the hypervisor.
typedef struct cxen_connection cxen_connection;

/// The hypercalls that the back end makes. `xen/include/public/xen.h`.
enum {
  CXEN_XEN_VERSION = 17,
  CXEN_SYSCTL = 35,
  CXEN_DOMCTL = 36,
};

/// Answer of cxen_open where libxencall is not installed; outside the range of errno.
enum { CXEN_NO_LIBRARY = 4096 };

/// Opens libxencall and the kernel's device. Returns NULL and stores a positive errno, or
/// CXEN_NO_LIBRARY.
cxen_connection *cxen_open(int *error);
void cxen_close(cxen_connection *connection);

/// One hypercall. Returns the hypervisor's answer, or a negative errno.
long cxen_call(cxen_connection *connection, uint32_t op, uint64_t first, uint64_t second);

/// Memory that the hypervisor can reach without a fault, zeroed; NULL where there is none.
void *cxen_allocate(cxen_connection *connection, size_t bytes);
void cxen_release(cxen_connection *connection, void *memory);

/// Reads a value of the store; NULL where it or the store is absent. Free it with free().
char *cxen_store_read(const char *path, unsigned *length);
/// Writes a value; 0 or a negative errno.
int cxen_store_write(const char *path, const char *value, unsigned length);
/// Removes a node and all below; 0 or a negative errno.
int cxen_store_remove(const char *path);

#endif
