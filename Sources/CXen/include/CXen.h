/* SPDX-License-Identifier: Apache-2.0 */
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

/// Error of an opening where its library is not installed; outside the range of errno.
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

/// An open way to the store, where toolstacks keep the names of domains.
typedef struct cxen_store cxen_store;

/// Opens libxenstore and the store. Returns NULL and stores a positive errno, or CXEN_NO_LIBRARY.
cxen_store *cxen_store_open(int *error);
void cxen_store_close(cxen_store *store);

/// Reads a value, to be freed with free(). Returns NULL and stores a positive errno: ENOENT where
/// there is none.
char *cxen_store_read(cxen_store *store, const char *path, unsigned *length, int *error);
/// Writes a value; 0 or a positive errno.
int cxen_store_write(cxen_store *store, const char *path, const char *value, unsigned length);
/// Removes a node and all below; 0 or a positive errno.
int cxen_store_remove(cxen_store *store, const char *path);

#endif
