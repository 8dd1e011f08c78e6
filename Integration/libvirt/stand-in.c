// SPDX-License-Identifier: Apache-2.0
// A stand-in for libvirt's library: it answers from the files of a folder, or fails as one of them says.
// The tests compile it. A connection's address is `stand-in:FOLDER`.
//
//   error             CALL CODE DOMAIN ERRNO MESSAGE: how a call fails
//   domains           NAME UUID ID STATE IS-PERSISTENT: a line each
//   NAME.live         the XML of a running domain
//   NAME.inactive     the XML of its configuration
//   NAME.taken        what is kept of a configuration instead of the one that is defined
//   NAME.monitor      WORD REPLY: what QEMU answers to a command with the word in it; the first counts
//   capabilities      what virConnectGetCapabilities gives
//   version           the hypervisor's, as 7002022, which it is without the file
//   events            TYPE DETAIL NAME, or `end`: what the loop finds
//   log               what was called that changes anything, and what is left at the end
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct error {
  int code, domain;
  char *message;
  int level;
  void *connection, *about;
  char *texts[3];
  int numbers[2];
};

struct connection {
  char folder[512];
  int is_read_only, domains;
  // What listens, and where it is in the list of events.
  void (*listener)(void *, void *, int, int, void *);
  void *listener_context;
  void (*on_close)(void *, int, void *);
  void *close_context;
  long position;
};

struct domain {
  struct connection *connection;
  char name[256], uuid[64];
  int id, state, is_persistent;
};

static __thread struct error last;
static __thread char last_message[4096];
static void (*handler)(void *, struct error *);
static int has_loop;

static void fail_with(int code, int domain, int system, const char *message) {
  snprintf(last_message, sizeof last_message, "%s", message);
  last = (struct error){.code = code, .domain = domain, .message = last_message, .level = 2};
  last.numbers[0] = system;
  if (handler)
    handler(NULL, &last);
  else
    fprintf(stderr, "libvirt: error : %s\n", message);
}

static FILE *file(const struct connection *connection, const char *name, const char *mode) {
  char path[1024];
  snprintf(path, sizeof path, "%s/%s", connection->folder, name);
  return fopen(path, mode);
}

static void note(const struct connection *connection, const char *format, ...) {
  FILE *log = file(connection, "log", "a");
  if (!log) return;
  va_list arguments;
  va_start(arguments, format);
  vfprintf(log, format, arguments);
  va_end(arguments);
  fclose(log);
}

// Whether a call is to fail.
static int fails(const struct connection *connection, const char *call) {
  FILE *errors = file(connection, "error", "r");
  char line[4096], name[128], *message;
  int code, domain, system, length, found = 0;
  if (!errors) return 0;
  while (!found && fgets(line, sizeof line, errors)) {
    if (sscanf(line, "%127s %d %d %d %n", name, &code, &domain, &system, &length) < 4) continue;
    if (strcmp(name, call) != 0) continue;
    message = line + length;
    message[strcspn(message, "\n")] = 0;
    fail_with(code, domain, system, message);
    found = 1;
  }
  fclose(errors);
  return found;
}

// As libvirt refuses what a read-only connection may not ask.
static int is_denied(const struct connection *connection, const char *call) {
  char text[256];
  if (!connection->is_read_only) return 0;
  snprintf(text, sizeof text, "operation %s forbidden for read only access", call);
  fail_with(29, 20, 0, text);
  return 1;
}

static char *contents(const struct connection *connection, const char *name) {
  FILE *input = file(connection, name, "r");
  if (!input) {
    fail_with(1, 0, 0, name);
    return NULL;
  }
  char *text = malloc(1 << 20);
  size_t length = fread(text, 1, (1 << 20) - 1, input);
  text[length] = 0;
  fclose(input);
  return text;
}

struct error *virGetLastError(void) { return last.code ? &last : NULL; }
void virResetLastError(void) { last = (struct error){0}; }
void virSetErrorFunc(void *context, void (*function)(void *, struct error *)) {
  (void)context;
  handler = function;
}

static void *open_connection(const char *call, const char *uri, int is_read_only) {
  struct connection *connection = calloc(1, sizeof *connection);
  if (!uri) uri = getenv("LIBVIRT_DEFAULT_URI");
  if (!uri || strncmp(uri, "stand-in:", 9) != 0) {
    fail_with(5, 0, 0, "no connection driver available");
    free(connection);
    return NULL;
  }
  snprintf(connection->folder, sizeof connection->folder, "%s", uri + 9);
  connection->is_read_only = is_read_only;
  if (fails(connection, call)) {
    free(connection);
    return NULL;
  }
  return connection;
}

void *virConnectOpen(const char *uri) { return open_connection("virConnectOpen", uri, 0); }
void *virConnectOpenReadOnly(const char *uri) {
  return open_connection("virConnectOpenReadOnly", uri, 1);
}

int virConnectClose(struct connection *connection) {
  note(connection, "close %d\n", connection->domains);
  free(connection);
  return 0;
}

char *virConnectGetHostname(struct connection *connection) {
  return fails(connection, "virConnectGetHostname") ? NULL : strdup("stand-in");
}
char *virConnectGetURI(struct connection *connection) { return strdup(connection->folder); }

char *virConnectGetCapabilities(struct connection *connection) {
  if (fails(connection, "virConnectGetCapabilities")) return NULL;
  return contents(connection, "capabilities");
}

char *virConnectGetDomainCapabilities(struct connection *connection, const char *emulator,
                                      const char *arch, const char *machine, const char *type,
                                      unsigned flags) {
  (void)emulator, (void)arch, (void)machine, (void)type, (void)flags;
  if (is_denied(connection, __func__) || fails(connection, __func__)) return NULL;
  return contents(connection, "domain-capabilities");
}

char *virConnectDomainXMLToNative(struct connection *connection, const char *form, const char *xml,
                                  unsigned flags) {
  (void)form, (void)xml, (void)flags;
  if (is_denied(connection, __func__) || fails(connection, __func__)) return NULL;
  return strdup("qemu-system-x86_64");
}

int virConnectGetLibVersion(struct connection *connection, unsigned long *version) {
  if (fails(connection, "virConnectGetLibVersion")) return -1;
  *version = 9000000;
  return 0;
}

int virConnectGetVersion(struct connection *connection, unsigned long *version) {
  if (fails(connection, "virConnectGetVersion")) return -1;
  *version = 7002022;
  FILE *input = file(connection, "version", "r");
  if (input) {
    if (fscanf(input, "%lu", version) != 1) *version = 0;
    fclose(input);
  }
  return 0;
}

const char *virConnectGetType(struct connection *connection) {
  (void)connection;
  return "QEMU";
}

// The next domain of the list; NULL at its end.
static struct domain *next(struct connection *connection, FILE *list) {
  char line[1024];
  while (fgets(line, sizeof line, list)) {
    struct domain *domain = calloc(1, sizeof *domain);
    if (sscanf(line, "%255s %63s %d %d %d", domain->name, domain->uuid, &domain->id, &domain->state,
               &domain->is_persistent) == 5) {
      domain->connection = connection;
      connection->domains++;
      return domain;
    }
    free(domain);
  }
  return NULL;
}

int virDomainFree(struct domain *domain) {
  domain->connection->domains--;
  free(domain);
  return 0;
}

int virConnectListAllDomains(struct connection *connection, struct domain ***domains,
                             unsigned flags) {
  (void)flags;
  if (fails(connection, __func__)) return -1;
  FILE *list = file(connection, "domains", "r");
  int count = 0;
  *domains = calloc(4096, sizeof **domains);
  while (list && count < 4095 && ((*domains)[count] = next(connection, list))) count++;
  if (list) fclose(list);
  return count;
}

struct domain *virDomainLookupByName(struct connection *connection, const char *name) {
  if (fails(connection, __func__)) return NULL;
  FILE *list = file(connection, "domains", "r");
  struct domain *domain = NULL;
  while (list && (domain = next(connection, list)) && strcmp(domain->name, name) != 0)
    virDomainFree(domain);
  if (list) fclose(list);
  if (!domain) fail_with(42, 10, 0, "Domain not found");
  return domain;
}

const char *virDomainGetName(struct domain *domain) { return domain->name; }
int virDomainGetUUIDString(struct domain *domain, char *text) {
  memcpy(text, domain->uuid, 36);
  text[36] = 0;
  return 0;
}
unsigned virDomainGetID(struct domain *domain) { return (unsigned)domain->id; }

int virDomainGetState(struct domain *domain, int *state, int *reason, unsigned flags) {
  (void)flags;
  if (fails(domain->connection, __func__)) return -1;
  *state = domain->state;
  *reason = 0;
  return 0;
}

int virDomainIsPersistent(struct domain *domain) {
  return fails(domain->connection, __func__) ? -1 : domain->is_persistent;
}

char *virDomainGetXMLDesc(struct domain *domain, unsigned flags) {
  char name[300];
  if (fails(domain->connection, __func__)) return NULL;
  snprintf(name, sizeof name, "%s.%s", domain->name, flags & 2 ? "inactive" : "live");
  return contents(domain->connection, name);
}

void *virDomainDefineXMLFlags(struct connection *connection, const char *xml, unsigned flags) {
  if (is_denied(connection, __func__) || fails(connection, __func__)) return NULL;
  note(connection, "define %u %s\n", flags, xml);
  struct domain *domain = calloc(1, sizeof *domain);
  domain->connection = connection;
  connection->domains++;
  const char *name = strstr(xml, "<name>");
  if (!name || sscanf(name, "<name>%255[^<]", domain->name) != 1) return domain;
  char path[300];
  snprintf(path, sizeof path, "%s.taken", domain->name);
  FILE *taken = file(connection, path, "r");
  char *other = NULL;
  if (taken) {
    fclose(taken);
    other = contents(connection, path);
    // Once: what is set again is kept.
    char whole[1024];
    snprintf(whole, sizeof whole, "%s/%s", connection->folder, path);
    remove(whole);
  }
  snprintf(path, sizeof path, "%s.inactive", domain->name);
  FILE *output = file(connection, path, "w");
  fputs(other ? other : xml, output);
  fclose(output);
  free(other);
  return domain;
}

int virDomainSetMetadata(struct domain *domain, int type, const char *metadata, const char *key,
                         const char *uri, unsigned flags) {
  if (is_denied(domain->connection, __func__) || fails(domain->connection, __func__)) return -1;
  note(domain->connection, "metadata %s %d %u %s %s %s\n", domain->name, type, flags, key, uri,
       metadata ? metadata : "none");
  return 0;
}

int virDomainQemuMonitorCommand(struct domain *domain, const char *command, char **result,
                                unsigned flags) {
  char name[300], line[8192], word[128];
  int length;
  if (is_denied(domain->connection, __func__) || fails(domain->connection, __func__)) return -1;
  if (domain->id < 0) {
    fail_with(55, 10, 0, "Requested operation is not valid: domain is not running");
    return -1;
  }
  note(domain->connection, "monitor %s %u %s\n", domain->name, flags, command);
  snprintf(name, sizeof name, "%s.monitor", domain->name);
  FILE *answers = file(domain->connection, name, "r");
  while (answers && fgets(line, sizeof line, answers)) {
    if (sscanf(line, "%127s %n", word, &length) < 1 || !strstr(command, word)) continue;
    fclose(answers);
    line[strcspn(line, "\n")] = 0;
    *result = strdup(line + length);
    return 0;
  }
  if (answers) fclose(answers);
  *result = strdup("{\"error\":{\"class\":\"GenericError\",\"desc\":\"no such property\"}}");
  return 0;
}

// MARK: Events: one connection and one timer, as much as is needed.

static struct connection *listening;
static void (*timer)(int, void *);
static void *timer_context;
static int is_timer_set;

int virEventRegisterDefaultImpl(void) {
  has_loop = 1;
  return 0;
}

int virEventAddTimeout(int milliseconds, void (*function)(int, void *), void *context,
                       void (*release)(void *)) {
  (void)release;
  timer = function;
  timer_context = context;
  is_timer_set = milliseconds >= 0;
  return 1;
}

void virEventUpdateTimeout(int number, int milliseconds) {
  (void)number;
  is_timer_set = milliseconds >= 0;
}

int virConnectDomainEventRegisterAny(struct connection *connection, void *domain, int id,
                                     void *function, void *context, void *release) {
  (void)domain, (void)release;
  if (!has_loop || id != 0 || fails(connection, __func__)) return -1;
  memcpy(&connection->listener, &function, sizeof function);
  connection->listener_context = context;
  listening = connection;
  return 0;
}

int virConnectRegisterCloseCallback(struct connection *connection,
                                    void (*function)(void *, int, void *), void *context,
                                    void *release) {
  (void)release;
  connection->on_close = function;
  connection->close_context = context;
  return 0;
}

// A turn of the loop: one event, or the timer.
int virEventRunDefaultImpl(void) {
  FILE *events = listening ? file(listening, "events", "r") : NULL;
  char line[1024], name[256];
  int type, detail, has_line = 0;
  if (events) {
    fseek(events, listening->position, SEEK_SET);
    has_line = fgets(line, sizeof line, events) != NULL;
    if (has_line) listening->position = ftell(events);
    fclose(events);
  }
  if (has_line && strncmp(line, "end", 3) == 0) {
    listening->on_close(listening, 1, listening->close_context);
  } else if (has_line && sscanf(line, "%d %d %255s", &type, &detail, name) == 3) {
    struct domain *domain = virDomainLookupByName(listening, name);
    if (!domain) return -1;
    listening->listener(listening, domain, type, detail, listening->listener_context);
    virDomainFree(domain);
  } else if (is_timer_set) {
    timer(1, timer_context);
  }
  return 0;
}
