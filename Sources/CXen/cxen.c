// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "CXen.h"
#include <dlfcn.h>
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct cxen_connection {
  void *library;
  void *handle;
  int (*call2)(void *, unsigned, uint64_t, uint64_t);
  long (*call2L)(void *, unsigned, uint64_t, uint64_t);
  void *(*allocate)(void *, size_t);
  void (*release)(void *, void *);
  int (*close)(void *);
};

// The library writes to the standard error where it finds no device, so it is not asked then.
static int find_device(void) {
  static const char *const paths[] = {"/dev/xen/privcmd", "/dev/xen/hypercall", "/proc/xen/privcmd"};
  int error = ENOENT;
  for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
    if (access(paths[i], R_OK | W_OK) == 0) return 0;
    if (errno == EACCES || errno == EPERM) error = EACCES;
  }
  return error;
}

cxen_connection *cxen_open(int *error) {
  *error = find_device();
  if (*error) return NULL;
  void *library = dlopen("libxencall.so.1", RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    *error = CXEN_NO_LIBRARY;
    return NULL;
  }
  cxen_connection *connection = calloc(1, sizeof *connection);
  void *(*open)(void *, unsigned) = (void *(*)(void *, unsigned))dlsym(library, "xencall_open");
  if (connection && open) {
    connection->library = library;
    *(void **)&connection->call2 = dlsym(library, "xencall2");
    *(void **)&connection->call2L = dlsym(library, "xencall2L");
    *(void **)&connection->allocate = dlsym(library, "xencall_alloc_buffer");
    *(void **)&connection->release = dlsym(library, "xencall_free_buffer");
    *(void **)&connection->close = dlsym(library, "xencall_close");
    if (connection->call2 && connection->allocate && connection->release && connection->close) {
      errno = 0;
      connection->handle = open(NULL, 0);
      if (connection->handle) return connection;
      *error = errno ? errno : ENODEV;
    } else {
      *error = CXEN_NO_LIBRARY;
    }
  } else {
    *error = connection ? CXEN_NO_LIBRARY : ENOMEM;
  }
  free(connection);
  dlclose(library);
  return NULL;
}

void cxen_close(cxen_connection *connection) {
  connection->close(connection->handle);
  dlclose(connection->library);
  free(connection);
}

long cxen_call(cxen_connection *connection, uint32_t op, uint64_t first, uint64_t second) {
  errno = 0;
  // Before version 1.3 of the library answers are an int.
  long answer = connection->call2L
                    ? connection->call2L(connection->handle, op, first, second)
                    : connection->call2(connection->handle, op, first, second);
  return answer < 0 ? -(long)(errno ? errno : EIO) : answer;
}

void *cxen_allocate(cxen_connection *connection, size_t bytes) {
  void *memory = connection->allocate(connection->handle, bytes);
  if (memory) memset(memory, 0, bytes);
  return memory;
}

void cxen_release(cxen_connection *connection, void *memory) {
  connection->release(connection->handle, memory);
}

struct cxen_store {
  void *library;
  void *handle;
  void (*close)(void *);
  void *(*read)(void *, uint32_t, const char *, unsigned *);
  bool (*write)(void *, uint32_t, const char *, const void *, unsigned);
  bool (*remove)(void *, uint32_t, const char *);
};

cxen_store *cxen_store_open(int *error) {
  *error = CXEN_NO_LIBRARY;
  void *library = dlopen("libxenstore.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!library) library = dlopen("libxenstore.so.3.0", RTLD_NOW | RTLD_LOCAL);
  if (!library) return NULL;
  cxen_store *store = calloc(1, sizeof *store);
  void *(*open)(unsigned long) = (void *(*)(unsigned long))dlsym(library, "xs_open");
  if (store && open) {
    store->library = library;
    *(void **)&store->close = dlsym(library, "xs_close");
    *(void **)&store->read = dlsym(library, "xs_read");
    *(void **)&store->write = dlsym(library, "xs_write");
    *(void **)&store->remove = dlsym(library, "xs_rm");
    if (store->close && store->read && store->write && store->remove) {
      errno = 0;
      store->handle = open(0);
      if (store->handle) return store;
      *error = errno ? errno : ENODEV;
    }
  } else if (!store) {
    *error = ENOMEM;
  }
  free(store);
  dlclose(library);
  return NULL;
}

void cxen_store_close(cxen_store *store) {
  store->close(store->handle);
  dlclose(store->library);
  free(store);
}

char *cxen_store_read(cxen_store *store, const char *path, unsigned *length, int *error) {
  errno = 0;
  char *value = store->read(store->handle, 0, path, length);
  *error = value ? 0 : errno ? errno : EIO;
  return value;
}

int cxen_store_write(cxen_store *store, const char *path, const char *value, unsigned length) {
  errno = 0;
  return store->write(store->handle, 0, path, value, length) ? 0 : errno ? errno : EIO;
}

int cxen_store_remove(cxen_store *store, const char *path) {
  errno = 0;
  return store->remove(store->handle, 0, path) ? 0 : errno ? errno : EIO;
}
