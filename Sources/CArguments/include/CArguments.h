/* SPDX-License-Identifier: Apache-2.0 */
// The words with which the program was started, from the stack that the kernel made: Swift's own list
// is read from /proc, and is empty where that is not mounted.
#ifndef CARGUMENTS_H
#define CARGUMENTS_H

/// Number of words, the program's name among them.
int carguments_count(void);
/// One of them; NULL beyond the last.
const char *carguments_word(int index);
/// The commit from which the program was built; NULL where the build was not told.
const char *carguments_commit(void);

#endif
