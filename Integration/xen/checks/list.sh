# SPDX-License-Identifier: Apache-2.0
# Three guests, of which the first is gone: the others are listed, shown, set and sealed by name.
. ./guests.sh
create_paused first pvh 32
create_paused second pv 8
create_paused third pvh 32
xl destroy first
sleep 1
xl list -v >/out/xl.txt
xen domain list --hypervisor xen -o json >/out/list.json 2>/out/list.err
xen domain list --hypervisor xen >/out/list.txt 2>>/out/list.err
xen domain show third --hypervisor xen -o json >/out/third.json 2>/out/third.err
xen domain create third --kind hvm --hypervisor xen >/out/twice.out 2>/out/twice.err
echo $? >/out/twice.status
xen domain set-policy third /out/third.json --hypervisor xen -o json >/out/set.json 2>/out/set.err
echo $? >/out/set.status
xen domain seal third --hypervisor xen -o json >/out/sealed.json 2>/out/sealed.err
echo $? >/out/sealed.status
wait_until_told $(xl domid third)
xen domain create trial --kind pv --hypervisor xen >/out/trial.out 2>/out/trial.err
xen domain destroy trial --hypervisor xen >>/out/trial.out 2>>/out/trial.err
echo $? >/out/trial.status
xen domain list --hypervisor xen -o json >/out/after.json 2>>/out/list.err
xl destroy second
xl destroy third
