/* SPDX-License-Identifier: Apache-2.0 */
// libvirt's C interface, opened at run time: a machine without libvirt does not need its library.
#ifndef CLIBVIRT_H
#define CLIBVIRT_H

#include <stddef.h>

/// An open way to a libvirt daemon. Several threads may use it at once.
typedef struct clibvirt clibvirt;

/// Error of an opening where the library is not installed, or lacks a call; no code of libvirt's.
enum { CLIBVIRT_NO_LIBRARY = -1 };

/// What libvirt said of its last failure in this thread.
typedef struct {
  /// virErrorNumber, or CLIBVIRT_NO_LIBRARY.
  int code;
  /// virErrorDomain: which part of libvirt.
  int domain;
  /// The errno of a failed system call; 0 where libvirt gives none.
  int system;
  /// Cut where it is longer.
  char message[2048];
} clibvirt_error;

/// Opens the library and a connection; NULL with an error.
///
/// @param library its file name; NULL for the installed one.
/// @param uri the daemon's address; NULL for libvirt's own choice.
/// @param is_read_only whether nothing may be changed by it.
clibvirt *clibvirt_open(const char *library, const char *uri, int is_read_only,
                        clibvirt_error *error);
void clibvirt_close(clibvirt *connection);

// Texts are the caller's, for free(); NULL with an error.
char *clibvirt_host_name(clibvirt *connection, clibvirt_error *error);
char *clibvirt_uri(clibvirt *connection, clibvirt_error *error);
char *clibvirt_capabilities(clibvirt *connection, clibvirt_error *error);
/// Arguments that are NULL are libvirt's choice.
char *clibvirt_domain_capabilities(clibvirt *connection, const char *emulator, const char *machine,
                                   const char *type, clibvirt_error *error);
/// QEMU's command line for a domain's XML, which is checked as a start would, up to the host's CPU.
char *clibvirt_native(clibvirt *connection, const char *xml, clibvirt_error *error);

/// Versions as 1000000 * major + 1000 * minor + release: the daemon's and its hypervisor's, 0 where it has
/// none. 0, or -1 with an error.
int clibvirt_versions(clibvirt *connection, unsigned long *daemon, unsigned long *hypervisor,
                      clibvirt_error *error);
/// The hypervisor's name, which stays libvirt's; NULL where it has none.
const char *clibvirt_type(clibvirt *connection);

/// A domain, to be let go of.
typedef struct clibvirt_domain clibvirt_domain;

/// All domains. The array is the caller's, for free(), and so is each domain.
/// @return their number, or -1 with an error.
int clibvirt_domains(clibvirt *connection, clibvirt_domain ***domains, clibvirt_error *error);
clibvirt_domain *clibvirt_find(clibvirt *connection, const char *name, clibvirt_error *error);
void clibvirt_release(clibvirt *connection, clibvirt_domain *domain);

/// What the library knows of a domain without asking.
const char *clibvirt_name(clibvirt *connection, clibvirt_domain *domain);
/// @param text room for 37 characters. 0, or -1.
int clibvirt_uuid(clibvirt *connection, clibvirt_domain *domain, char *text);
/// Its number, or -1 while it does not run.
int clibvirt_id(clibvirt *connection, clibvirt_domain *domain);

/// virDomainState, or -1 with an error.
int clibvirt_state(clibvirt *connection, clibvirt_domain *domain, clibvirt_error *error);
/// Whether its configuration is kept when it ends; -1 with an error.
int clibvirt_is_persistent(clibvirt *connection, clibvirt_domain *domain, clibvirt_error *error);

/// virDomainXMLFlags.
enum { CLIBVIRT_SECURE = 1, CLIBVIRT_INACTIVE = 2 };
char *clibvirt_xml(clibvirt *connection, clibvirt_domain *domain, unsigned flags,
                   clibvirt_error *error);
/// Keeps a configuration, checked against libvirt's schema. 0, or -1 with an error.
int clibvirt_define(clibvirt *connection, const char *xml, clibvirt_error *error);

/// Puts an element of its own beside what the domain keeps for others. 0, or -1 with an error.
///
/// @param xml the element; NULL to take it away.
/// @param key the prefix of its name.
/// @param uri its name space.
/// @param flags 1 for what runs, 2 for what is kept.
int clibvirt_set_metadata(clibvirt *connection, clibvirt_domain *domain, const char *xml,
                          const char *key, const char *uri, unsigned flags, clibvirt_error *error);

/// Passes a command on to the QEMU of a running domain, which libvirt notes down against the domain.
/// @param reply the answer, the caller's, for free(). 0, or -1 with an error.
int clibvirt_monitor(clibvirt *connection, clibvirt_domain *domain, const char *command, char **reply,
                     clibvirt_error *error);

/// Something that happened to a domain.
typedef struct {
  /// virDomainEventType and its detail.
  int type;
  int detail;
  char uuid[37];
  /// Cut where it is longer.
  char name[256];
} clibvirt_event;

/// Waits for what happens to domains, on a connection of clibvirt_listen.
/// @param milliseconds how long to wait at most.
/// @return 1 with an event, 0 where none came, -1 with an error: the daemon is gone, or events are lost.
int clibvirt_next(clibvirt *connection, int milliseconds, clibvirt_event *event,
                  clibvirt_error *error);
/// Opens a connection that listens to the lives of all domains; one at a time in a process.
clibvirt *clibvirt_listen(const char *library, const char *uri, clibvirt_error *error);

#endif
