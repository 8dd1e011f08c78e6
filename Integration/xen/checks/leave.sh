# SPDX-License-Identifier: Apache-2.0
# A PVH guest with all that xl gives runs and is saved.
. ./guests.sh
acknowledge_suspend &
create_paused mover pvh 32
id=$(xl domid mover)
xen domain show mover --hypervisor xen -o json >/out/mover.json
xl unpause mover
wait_until_told $id
seen_by_pvh $id >/out/mover.seen
timeout 40 xl save mover /out/mover.save
