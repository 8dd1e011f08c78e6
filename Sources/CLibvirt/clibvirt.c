// SPDX-License-Identifier: Apache-2.0

#include "CLibvirt.h"
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

// The head of libvirt's virError, which has not changed since its first release.
struct libvirt_error {
  int code;
  int domain;
  char *message;
  int level;
  void *connection;
  void *about;
  char *texts[3];
  int numbers[2];
};

enum { MOST_EVENTS = 4096 };

struct clibvirt {
  void *library;
  void *handle;
  struct libvirt_error *(*last_error)(void);
  int (*close)(void *);
  char *(*host_name)(void *);
  char *(*uri)(void *);
  char *(*capabilities)(void *);
  char *(*domain_capabilities)(void *, const char *, const char *, const char *, const char *, unsigned);
  char *(*native)(void *, const char *, const char *, unsigned);
  int (*daemon_version)(void *, unsigned long *);
  int (*hypervisor_version)(void *, unsigned long *);
  const char *(*type)(void *);
  int (*domains)(void *, void ***, unsigned);
  void *(*find)(void *, const char *);
  int (*release)(void *);
  const char *(*name)(void *);
  int (*uuid)(void *, char *);
  unsigned (*id)(void *);
  int (*state)(void *, int *, int *, unsigned);
  int (*is_persistent)(void *);
  char *(*xml)(void *, unsigned);
  void *(*define)(void *, const char *, unsigned);
  int (*set_metadata)(void *, int, const char *, const char *, const char *, unsigned);
  int (*run_loop)(void);
  int (*add_timer)(int, void (*)(int, void *), void *, void (*)(void *));
  void (*set_timer)(int, int);
  // Events that the loop has taken and nobody has asked for.
  clibvirt_event *events;
  size_t first, count;
  int timer, has_rung, is_closed, has_overflowed;
};

static void ignore(void *context, struct libvirt_error *error) {
  (void)context;
  (void)error;
}

static void set_message(clibvirt_error *error, const char *text) {
  size_t length = strnlen(text, sizeof error->message - 1);
  memcpy(error->message, text, length);
  error->message[length] = 0;
}

static void fail_without_library(clibvirt_error *error, const char *text) {
  *error = (clibvirt_error){.code = CLIBVIRT_NO_LIBRARY};
  set_message(error, text);
}

// The error of the call that has just failed in this thread.
static void take_error(const clibvirt *connection, clibvirt_error *error) {
  *error = (clibvirt_error){.code = 1};
  const struct libvirt_error *last = connection->last_error();
  if (!last || last->code == 0) return;
  error->code = last->code;
  error->domain = last->domain;
  // A failed system call is told with its errno. virterror.h, VIR_ERR_SYSTEM_ERROR.
  if (last->code == 38 && last->numbers[0] > 0) error->system = last->numbers[0];
  if (last->message) set_message(error, last->message);
}

static clibvirt *open_library(const char *file, clibvirt_error *error) {
  void *library = dlopen(file ? file : "libvirt.so.0", RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    const char *reason = dlerror();
    fail_without_library(error, reason ? reason : "");
    return NULL;
  }
  clibvirt *connection = calloc(1, sizeof *connection);
  if (!connection) {
    fail_without_library(error, "no memory");
    dlclose(library);
    return NULL;
  }
  connection->library = library;
  const struct {
    const char *name;
    void *place;
  } calls[] = {
      {"virGetLastError", &connection->last_error},
      {"virConnectClose", &connection->close},
      {"virConnectGetHostname", &connection->host_name},
      {"virConnectGetURI", &connection->uri},
      {"virConnectGetCapabilities", &connection->capabilities},
      {"virConnectGetDomainCapabilities", &connection->domain_capabilities},
      {"virConnectDomainXMLToNative", &connection->native},
      {"virConnectGetLibVersion", &connection->daemon_version},
      {"virConnectGetVersion", &connection->hypervisor_version},
      {"virConnectGetType", &connection->type},
      {"virConnectListAllDomains", &connection->domains},
      {"virDomainLookupByName", &connection->find},
      {"virDomainFree", &connection->release},
      {"virDomainGetName", &connection->name},
      {"virDomainGetUUIDString", &connection->uuid},
      {"virDomainGetID", &connection->id},
      {"virDomainGetState", &connection->state},
      {"virDomainIsPersistent", &connection->is_persistent},
      {"virDomainGetXMLDesc", &connection->xml},
      {"virDomainDefineXMLFlags", &connection->define},
      {"virDomainSetMetadata", &connection->set_metadata},
      {"virEventRunDefaultImpl", &connection->run_loop},
      {"virEventAddTimeout", &connection->add_timer},
      {"virEventUpdateTimeout", &connection->set_timer},
  };
  for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
    void *call = dlsym(library, calls[i].name);
    if (!call) {
      fail_without_library(error, calls[i].name);
      free(connection);
      dlclose(library);
      return NULL;
    }
    memcpy(calls[i].place, &call, sizeof call);
  }
  return connection;
}

// Connects, or lets go of the library.
static clibvirt *connect(clibvirt *connection, const char *call, const char *uri,
                         clibvirt_error *error) {
  void *open = dlsym(connection->library, call);
  void (*set_handler)(void *, void (*)(void *, struct libvirt_error *));
  void *handler = dlsym(connection->library, "virSetErrorFunc");
  if (open && handler) {
    void *(*function)(const char *);
    memcpy(&function, &open, sizeof open);
    memcpy(&set_handler, &handler, sizeof handler);
    // Without one the library writes every failure to the standard error.
    set_handler(NULL, ignore);
    connection->handle = function(uri);
    if (connection->handle) return connection;
    take_error(connection, error);
  } else {
    fail_without_library(error, open ? "virSetErrorFunc" : call);
  }
  // The library stays: it has threads and what they keep.
  free(connection);
  return NULL;
}

clibvirt *clibvirt_open(const char *library, const char *uri, int is_read_only,
                        clibvirt_error *error) {
  clibvirt *connection = open_library(library, error);
  if (!connection) return NULL;
  return connect(connection, is_read_only ? "virConnectOpenReadOnly" : "virConnectOpen", uri, error);
}

void clibvirt_close(clibvirt *connection) {
  connection->close(connection->handle);
  free(connection->events);
  free(connection);
}

static char *text(clibvirt *connection, char *answer, clibvirt_error *error) {
  if (!answer) take_error(connection, error);
  return answer;
}

char *clibvirt_host_name(clibvirt *connection, clibvirt_error *error) {
  return text(connection, connection->host_name(connection->handle), error);
}

char *clibvirt_uri(clibvirt *connection, clibvirt_error *error) {
  return text(connection, connection->uri(connection->handle), error);
}

char *clibvirt_capabilities(clibvirt *connection, clibvirt_error *error) {
  return text(connection, connection->capabilities(connection->handle), error);
}

char *clibvirt_domain_capabilities(clibvirt *connection, const char *emulator, const char *machine,
                                   const char *type, clibvirt_error *error) {
  return text(
      connection,
      connection->domain_capabilities(connection->handle, emulator, NULL, machine, type, 0), error);
}

char *clibvirt_native(clibvirt *connection, const char *xml, clibvirt_error *error) {
  return text(connection, connection->native(connection->handle, "qemu-argv", xml, 0), error);
}

int clibvirt_versions(clibvirt *connection, unsigned long *daemon, unsigned long *hypervisor,
                      clibvirt_error *error) {
  *hypervisor = 0;
  if (connection->daemon_version(connection->handle, daemon) < 0) {
    take_error(connection, error);
    return -1;
  }
  // A hypervisor without a version is no failure.
  if (connection->hypervisor_version(connection->handle, hypervisor) < 0) *hypervisor = 0;
  return 0;
}

const char *clibvirt_type(clibvirt *connection) { return connection->type(connection->handle); }

int clibvirt_domains(clibvirt *connection, clibvirt_domain ***domains, clibvirt_error *error) {
  int count = connection->domains(connection->handle, (void ***)domains, 0);
  if (count < 0) take_error(connection, error);
  return count;
}

clibvirt_domain *clibvirt_find(clibvirt *connection, const char *name, clibvirt_error *error) {
  void *domain = connection->find(connection->handle, name);
  if (!domain) take_error(connection, error);
  return domain;
}

void clibvirt_release(clibvirt *connection, clibvirt_domain *domain) { connection->release(domain); }

const char *clibvirt_name(clibvirt *connection, clibvirt_domain *domain) {
  return connection->name(domain);
}

int clibvirt_uuid(clibvirt *connection, clibvirt_domain *domain, char *text) {
  return connection->uuid(domain, text);
}

int clibvirt_id(clibvirt *connection, clibvirt_domain *domain) {
  return (int)connection->id(domain);
}

int clibvirt_state(clibvirt *connection, clibvirt_domain *domain, clibvirt_error *error) {
  int state = -1, reason = 0;
  if (connection->state(domain, &state, &reason, 0) < 0) {
    take_error(connection, error);
    return -1;
  }
  return state;
}

int clibvirt_is_persistent(clibvirt *connection, clibvirt_domain *domain, clibvirt_error *error) {
  int answer = connection->is_persistent(domain);
  if (answer < 0) take_error(connection, error);
  return answer;
}

char *clibvirt_xml(clibvirt *connection, clibvirt_domain *domain, unsigned flags,
                   clibvirt_error *error) {
  return text(connection, connection->xml(domain, flags), error);
}

int clibvirt_define(clibvirt *connection, const char *xml, clibvirt_error *error) {
  // VIR_DOMAIN_DEFINE_VALIDATE.
  void *domain = connection->define(connection->handle, xml, 1);
  if (!domain) {
    take_error(connection, error);
    return -1;
  }
  connection->release(domain);
  return 0;
}

int clibvirt_set_metadata(clibvirt *connection, clibvirt_domain *domain, const char *xml,
                          const char *key, const char *uri, unsigned flags, clibvirt_error *error) {
  // VIR_DOMAIN_METADATA_ELEMENT.
  if (connection->set_metadata(domain, 2, xml, key, uri, flags) == 0) return 0;
  take_error(connection, error);
  return -1;
}

int clibvirt_monitor(clibvirt *connection, clibvirt_domain *domain, const char *command, char **reply,
                     clibvirt_error *error) {
  static const char name[] = "virDomainQemuMonitorCommand";
  // QEMU's own calls stand in a library of their own, which few need.
  void *call = dlsym(connection->library, name);
  if (!call) {
    void *library = dlopen("libvirt-qemu.so.0", RTLD_NOW | RTLD_LOCAL);
    call = library ? dlsym(library, name) : NULL;
  }
  if (!call) {
    fail_without_library(error, name);
    return -1;
  }
  int (*function)(void *, const char *, char **, unsigned);
  memcpy(&function, &call, sizeof call);
  if (function(domain, command, reply, 0) == 0) return 0;
  take_error(connection, error);
  return -1;
}

// MARK: Events

static void copy(char *to, size_t room, const char *from) {
  size_t length = from ? strnlen(from, room - 1) : 0;
  if (length) memcpy(to, from, length);
  to[length] = 0;
}

static int happened(void *handle, void *domain, int type, int detail, void *context) {
  (void)handle;
  clibvirt *connection = context;
  if (connection->count == MOST_EVENTS) {
    connection->has_overflowed = 1;
    return 0;
  }
  clibvirt_event *event =
      &connection->events[(connection->first + connection->count++) % MOST_EVENTS];
  event->type = type;
  event->detail = detail;
  if (connection->uuid(domain, event->uuid) < 0) event->uuid[0] = 0;
  copy(event->name, sizeof event->name, connection->name(domain));
  return 0;
}

static void rang(int timer, void *context) {
  (void)timer;
  ((clibvirt *)context)->has_rung = 1;
}

static void closed(void *handle, int reason, void *context) {
  (void)handle;
  (void)reason;
  ((clibvirt *)context)->is_closed = 1;
}

clibvirt *clibvirt_listen(const char *library, const char *uri, clibvirt_error *error) {
  clibvirt *connection = open_library(library, error);
  if (!connection) return NULL;
  void *calls[3] = {
      dlsym(connection->library, "virEventRegisterDefaultImpl"),
      dlsym(connection->library, "virConnectDomainEventRegisterAny"),
      dlsym(connection->library, "virConnectRegisterCloseCallback"),
  };
  connection->events = calloc(MOST_EVENTS, sizeof *connection->events);
  if (!calls[0] || !calls[1] || !calls[2] || !connection->events) {
    fail_without_library(error, "virEventRegisterDefaultImpl");
    free(connection->events);
    free(connection);
    return NULL;
  }
  int (*begin)(void);
  int (*listen)(void *, void *, int, void *, void *, void *);
  int (*notice)(void *, void (*)(void *, int, void *), void *, void *);
  memcpy(&begin, &calls[0], sizeof begin);
  memcpy(&listen, &calls[1], sizeof listen);
  memcpy(&notice, &calls[2], sizeof notice);
  // Before the connection, which takes its place in the loop.
  if (begin() < 0) {
    take_error(connection, error);
    free(connection->events);
    free(connection);
    return NULL;
  }
  clibvirt_event *events = connection->events;
  connection = connect(connection, "virConnectOpenReadOnly", uri, error);
  if (!connection) {
    free(events);
    return NULL;
  }
  int (*callback)(void *, void *, int, int, void *) = happened;
  void *function;
  memcpy(&function, &callback, sizeof function);
  connection->timer = connection->add_timer(-1, rang, connection, NULL);
  // VIR_DOMAIN_EVENT_ID_LIFECYCLE is 0. A driver that cannot say when it is gone never is.
  if (connection->timer < 0
      || listen(connection->handle, NULL, 0, function, connection, NULL) < 0) {
    take_error(connection, error);
    clibvirt_close(connection);
    return NULL;
  }
  notice(connection->handle, closed, connection, NULL);
  return connection;
}

int clibvirt_next(clibvirt *connection, int milliseconds, clibvirt_event *event,
                  clibvirt_error *error) {
  connection->has_rung = 0;
  connection->set_timer(connection->timer, milliseconds);
  while (connection->count == 0 && !connection->has_rung && !connection->is_closed) {
    if (connection->run_loop() < 0) {
      take_error(connection, error);
      return -1;
    }
  }
  connection->set_timer(connection->timer, -1);
  if (connection->count > 0) {
    *event = connection->events[connection->first];
    connection->first = (connection->first + 1) % MOST_EVENTS;
    connection->count--;
    return 1;
  }
  if (!connection->is_closed && !connection->has_overflowed) return 0;
  // VIR_ERR_RPC.
  *error = (clibvirt_error){.code = 39};
  set_message(error, connection->is_closed ? "the daemon has closed the connection"
                                           : "more happened at once than is kept");
  return -1;
}
