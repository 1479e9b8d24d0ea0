#!/bin/sh
# The first process of a machine: builds its root folder from the image, then runs the command in it.
# Runs in its own network, mount and process namespaces. Arguments: machine folder, IPv6, IPv4, user ("-" for root,
# uid:gid, only:uid:gid), working directory, command. Standard input: one line when the network card is in place, end
# of file to leave.
# Descriptor 3 tells the platform: "started", "exit <status>".
set -eu
machine=$1 six=$2 four=$3 user=$4 workdir=$5
shift 5
image_path=${PATH:-}
PATH=/usr/sbin:/usr/bin:/sbin:/bin
root=$machine/root

read -r _go
ip link set lo up
ip link set eth0 up
ip addr add "$four/16" dev eth0
ip -6 addr add "$six/16" dev eth0 nodad

# In a user namespace a mount with options of its own cannot be made read-only; nobody could write there anyway.
bind() { mount -o "bind,$1" "$2" "$3" 2>/dev/null || mount -o bind "$2" "$3"; }

mount --make-rprivate /
mkdir -p "$root"
mount -t tmpfs -o mode=755 none "$root"
cd "$root"
mkdir -p .host/usr dev proc sys tmp run var/tmp root home etc usr/bin usr/sbin usr/local/bin
chmod 1777 tmp var/tmp
bind ro /usr .host/usr
for folder in /usr/*; do
  case ${folder##*/} in bin | sbin | local) ;; *) ln -s "/.host$folder" "${folder#/}" ;; esac
done
for folder in /lib*; do
  [ -d "$folder" ] || continue
  if [ -L "$folder" ]; then cp -P "$folder" .; else mkdir ".$folder" && bind ro "$folder" ".$folder"; fi
done
# Images put programs beside those of the host, so these two are folders of links instead of read-only mounts.
cp -a "$machine/../../links/bin/." usr/bin/
cp -a "$machine/../../links/sbin/." usr/sbin/
ln -s usr/bin bin
ln -s usr/sbin sbin

mount -t tmpfs -o mode=755 none dev
for device in null zero full random urandom tty; do
  [ -e "/dev/$device" ] || continue
  : >"dev/$device"
  mount -o bind "/dev/$device" "dev/$device"
done
ln -s /proc/self/fd dev/fd
ln -s /proc/self/fd/0 dev/stdin
ln -s /proc/self/fd/1 dev/stdout
ln -s /proc/self/fd/2 dev/stderr
mkdir -m 1777 dev/shm
mount -t proc proc proc 2>/dev/null || mount --rbind /proc proc

cp -a "$machine/../../links/etc/." etc/
for folder in ssl alternatives; do
  if [ -d "/etc/$folder" ]; then mkdir "etc/$folder" && bind ro "/etc/$folder" "etc/$folder"; fi
done
if [ -e /etc/ld.so.cache ]; then cp /etc/ld.so.cache etc/; fi
printf 'nameserver fdaa::3\n' >etc/resolv.conf
printf '127.0.0.1 localhost\n::1 localhost\n%s fly-local-6pn\n%s %s\n' "$six" "$four" "${FLY_MACHINE_ID:-machine}" >etc/hosts

# One line per mount: mode, source, target, separated by tabs. They come sorted, so that a parent is there first.
tab=$(printf '\t')
place() {
  if [ -d "$2" ]; then mkdir -p ".$3"; else mkdir -p ".$(dirname "$3")" && rm -f ".$3" && : >".$3"; fi
  bind "$1" "$2" ".$3"
}
place_all() {
  while IFS="$tab" read -r mode source target; do
    if [ "$mode" = "$1" ]; then place "$mode" "$source" "$target"; fi
  done <"$machine/mounts"
}
place_all ro
cp -a "$machine/image/." .
place_all rw
cp -a "$machine/files/." .

# Where the platform is no real root there is one user only. It is shown to the machine under another id, because an
# entrypoint that believes to be root would try to become somebody else.
shell=$(command -v sh)
case $user in
  -) set -- "$(command -v chroot)" . "$shell" -c 'cd "$0" && exec "$@"' "$workdir" "$@" ;;
  only:*)
    ids=${user#only:}
    set -- "$(command -v unshare)" -U "--map-user=${ids%:*}" "--map-group=${ids#*:}" -R . \
      "$shell" -c 'cd "$0" && exec "$@"' "$workdir" "$@"
    ;;
  *)
    set -- "$(command -v chroot)" . "$(command -v setpriv)" --reuid "${user%:*}" --regid "${user#*:}" --clear-groups -- \
      "$shell" -c 'cd "$0" && exec "$@"' "$workdir" "$@"
    ;;
esac
echo started >&3
set +e
PATH=$image_path
"$@" </dev/null 3>&-
status=$?
echo "exit $status" >&3
# The network stays until the platform has decided what becomes of the machine.
read -r _leave
