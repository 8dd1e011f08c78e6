# SPDX-License-Identifier: Apache-2.0
# Xen's answers to each kind of policy, and the time that reading all of them takes.
timeout 30 ./xen-checks answers >/out/answers.txt 2>&1
timeout 60 ./xen-checks speed >/out/speed.txt 2>&1
