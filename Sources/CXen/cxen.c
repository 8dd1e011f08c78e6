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

// The store is opened for one question at a time: names are asked for rarely.
struct store {
  void *library;
  void *handle;
  void (*close)(void *);
};

static bool open_store(struct store *store) {
  store->library = dlopen("libxenstore.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!store->library) store->library = dlopen("libxenstore.so.3.0", RTLD_NOW | RTLD_LOCAL);
  if (!store->library) return false;
  void *(*open)(unsigned long) = (void *(*)(unsigned long))dlsym(store->library, "xs_open");
  *(void **)&store->close = dlsym(store->library, "xs_close");
  store->handle = open && store->close ? open(0) : NULL;
  if (!store->handle) dlclose(store->library);
  return store->handle != NULL;
}

static void close_store(struct store *store) {
  store->close(store->handle);
  dlclose(store->library);
}

char *cxen_store_read(const char *path, unsigned *length) {
  struct store store;
  if (!open_store(&store)) return NULL;
  void *(*read)(void *, uint32_t, const char *, unsigned *);
  *(void **)&read = dlsym(store.library, "xs_read");
  char *value = read ? read(store.handle, 0, path, length) : NULL;
  close_store(&store);
  return value;
}

int cxen_store_write(const char *path, const char *value, unsigned length) {
  struct store store;
  if (!open_store(&store)) return -ENODEV;
  bool (*write)(void *, uint32_t, const char *, const void *, unsigned);
  *(void **)&write = dlsym(store.library, "xs_write");
  errno = 0;
  int answer = write && write(store.handle, 0, path, value, length) ? 0 : -(errno ? errno : ENOSYS);
  close_store(&store);
  return answer;
}

int cxen_store_remove(const char *path) {
  struct store store;
  if (!open_store(&store)) return -ENODEV;
  bool (*remove)(void *, uint32_t, const char *);
  *(void **)&remove = dlsym(store.library, "xs_rm");
  errno = 0;
  int answer = remove && remove(store.handle, 0, path) ? 0 : -(errno ? errno : ENOSYS);
  close_store(&store);
  return answer;
}
