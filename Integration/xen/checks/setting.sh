# SPDX-License-Identifier: Apache-2.0
# A PVH guest with the cpuid= that setting.cfg holds: what xl says of it, what it was given, what it sees.
. ./guests.sh
make_config setting pvh 32
cat setting.cfg >>/tmp/setting.cfg
timeout 30 xl create -e -p /tmp/setting.cfg >/out/setting.out 2>&1
echo $? >/out/setting.status
xen domain show setting --hypervisor xen -o json >/out/setting.json 2>/out/setting.err
id=$(xl domid setting)
xl unpause setting
wait_until_told $id
seen_by_pvh $id >/out/setting.seen
xl destroy setting
