# SPDX-License-Identifier: Apache-2.0
# A list of a hundred domains, against the calls that it takes.
timeout 200 ./xen-checks lists >/out/lists.txt 2>&1
