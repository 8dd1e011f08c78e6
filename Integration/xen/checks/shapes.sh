# SPDX-License-Identifier: Apache-2.0
# The policies that xl gives guests before their first run.
. ./guests.sh
create_paused rich pvh 32
create_paused para pv 8
xen domain show rich --hypervisor xen -o json >/out/pvh.json
xen domain show para --hypervisor xen -o json >/out/pv.json
xl destroy rich
xl destroy para
