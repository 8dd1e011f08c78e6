# SPDX-License-Identifier: Apache-2.0
# Guests that another host saved are offered to this one: first to our check, then to xl.
. ./guests.sh
for file in *.save; do
  guest=${file%.save}
  xen migrate check $guest.save --source xen -o json >/out/$guest.json 2>/out/$guest.err
  echo $? >/out/$guest.status
  timeout 40 xl restore -e $guest.save
  id=$(xl domid $guest)
  wait_until_told $id
  seen_by_pvh $id >/out/$guest.seen
  xl destroy $guest
  rm $guest.save
  sleep 1
done
