# SPDX-License-Identifier: Apache-2.0
# Two PVH guests, one with all that xl gives and one with the policy level.json, run and are saved; a PV
# guest with the policy para.json runs.
. ./guests.sh
acknowledge_suspend &
create_paused rich pvh 32
create_paused level pvh 32
create_paused para pv 8
xen domain set-policy level above.json --hypervisor xen -o json >/out/above.json 2>/out/above.err
echo $? >/out/above.status
xen domain set-policy level level.json --hypervisor xen -o json >/out/level.json 2>/out/level.err
echo $? >/out/level.status
xen domain set-policy para para.json --hypervisor xen -o json >/out/para.json 2>/out/para.err
echo $? >/out/para.status
xl unpause para
for guest in rich level; do
  id=$(xl domid $guest)
  xl unpause $guest
  wait_until_told $id
  seen_by_pvh $id >/out/$guest.seen
done
xen domain set-policy level level.json --hypervisor xen >/out/late.out 2>/out/late.err
echo $? >/out/late.status
xen domain list --hypervisor xen -o json >/out/domains.json
sleep 1
sed 's/\r//' /var/log/xen/guest-para.log >/out/para.seen
xl destroy para
timeout 40 xl save rich /out/rich.save
timeout 40 xl save level /out/level.save
