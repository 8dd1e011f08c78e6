/* SPDX-License-Identifier: Apache-2.0 */
// Starts a program that does not outlive who asked for it.
#ifndef CPROCESS_H
#define CPROCESS_H

/// Starts a program in a process group of its own, which the kernel kills with the calling thread.
///
/// Where the program cannot be executed, the process says why on `errors` and ends with status 127.
///
/// @param path the program.
/// @param arguments its words, the name among them, behind the last one NULL.
/// @param conversation becomes its standard input and output.
/// @param errors becomes its standard error; every other file is closed in it.
/// @return the process, or an error's number below zero.
int cprocess_start(const char *path, char *const *arguments, int conversation, int errors);

#endif
