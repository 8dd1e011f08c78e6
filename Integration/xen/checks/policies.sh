# SPDX-License-Identifier: Apache-2.0
# What Xen says of itself, by its own tool and by ours.
xen-cpuid -p >/out/policies.txt
timeout 20 ./cpupolicy host show --source xen -o json >/out/host.json 2>/out/host.err
echo $? >/out/host.status
timeout 20 ./cpupolicy host facts --source xen -o json >/out/facts.json 2>>/out/host.err
timeout 20 ./cpupolicy domain list --hypervisor xen -o json >/out/domains.json 2>>/out/host.err
