#!/bin/bash
# Puts a Neovim for the tests into a folder of its own and prints the path of the command that starts it. On a machine
# with Debian's tools the package of a newer suite is unpacked with its whole closure, the C library too, from the
# mirror that the machine already uses; its own packages and lists stay as they are. What is there is used again.
#     usage: get-neovim.sh FOLDER [SUITE]
# Exit status 3, with the reason on standard error: it cannot be had here.
set -euo pipefail

cannot() { echo "$*" >&2; exit 3; }

folder=$(realpath -m "${1:?folder}")
suite=${2:-forky}
root=$folder/$suite
start=$root/nvim

mkdir -p "$folder"
exec 9>"$folder/.lock"
if command -v flock >/dev/null; then flock 9; fi

if [ -x "$start" ] && "$start" --version >/dev/null 2>&1; then
  echo "$start"; exit 0
fi

for tool in apt-get apt-config dpkg dpkg-deb; do
  command -v "$tool" >/dev/null ||
    cannot "there is no $tool here to unpack a Neovim with: install Neovim 0.11 or newer, or set GLASSBOX_NVIM"
done
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
[ -r "$keyring" ] || cannot "Debian's archive keys are not installed here (package debian-archive-keyring)"

# The first mirror that is not the security one, in either of the two ways of writing sources.
mirror=$(
  {
    cat /etc/apt/sources.list.d/*.sources 2>/dev/null |
      sed -n 's/^URIs:[[:space:]]*\([^[:space:]]*\).*/\1/p'
    cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null |
      sed -n 's/^deb[[:space:]]\+\(\[[^]]*\][[:space:]]*\)\?\([^[:space:]]*\).*/\2/p'
  } | grep '/debian/\?$' | head -1 || true
)
[ -n "$mirror" ] || cannot "apt here knows no Debian mirror"

# A view of its own for apt: nothing of the machine's state is read but how to download.
view=$root.apt
architecture=$(dpkg --print-architecture)
mkdir -p "$view"/etc "$view"/lists/partial "$view"/cache/archives/partial
: >"$view/status"
echo "deb [signed-by=$keyring] $mirror $suite main" >"$view/etc/sources.list"
{
  apt-config dump Acquire | grep -E '^Acquire::((http|https|ftp)::|Check-|Retries|ForceIPv)' || true
  cat <<END
Dir::Etc "$view/etc";
Dir::Etc::main "";
Dir::Etc::parts "";
Dir::State "$view";
Dir::State::lists "$view/lists";
Dir::State::status "$view/status";
Dir::State::extended_states "$view/extended_states";
Dir::Cache "$view/cache";
Dir::Log "$view";
APT::Architecture "$architecture";
APT::Architectures { "$architecture"; };
APT::Install-Recommends "false";
APT::Sandbox::User "$(id -un)";
Acquire::Languages "none";
Debug::NoLocking "1";
END
} >"$view/apt.conf"

apt() {
  APT_CONFIG=$view/apt.conf apt-get -q "$@" >"$view/apt.log" 2>&1 ||
    cannot "apt could not get Neovim of Debian $suite: $(grep '^E:' "$view/apt.log" | head -2 | tr '\n' ' ')"
}
apt update --error-on=any
apt -y --download-only install neovim

rm -rf "$root"
mkdir -p "$root"/usr/{bin,sbin,lib,lib64}
for d in bin sbin lib lib64; do ln -s "usr/$d" "$root/$d"; done
for package in "$view"/cache/archives/*.deb; do
  dpkg-deb -x "$package" "$root"
done
rm -rf "$view"

loader=$(find "$root/usr/lib64/" "$root/usr/lib/" -maxdepth 2 -name 'ld-linux*.so.*' -print -quit)
libraries=$(dirname "$(find "$root/usr/lib" -maxdepth 2 -name 'libc.so.6' -print -quit)")
[ -n "$loader" ] && [ -x "$root/usr/bin/nvim" ] ||
  cannot "the packages of Debian $suite hold no Neovim in the expected place"

# Neovim looks for its parsers beside the program that runs, which is the loader.
beside=$(dirname "$(dirname "$(realpath "$loader")")")/lib
mkdir -p "$beside"
ln -s "$root/usr/lib/nvim" "$beside/nvim"

# Through its own loader, so that what Neovim starts inherits no library path.
cat >"$start.new" <<END
#!/bin/sh
root=\$(dirname "\$(realpath "\$0")")
export VIMRUNTIME="\$root/usr/share/nvim/runtime"
exec "\$root${loader#"$root"}" --library-path "\$root${libraries#"$root"}" --argv0 nvim "\$root/usr/bin/nvim" "\$@"
END
chmod +x "$start.new"
said=$("$start.new" --version 2>&1) || cannot "the unpacked Neovim of Debian $suite does not start: ${said%%$'\n'*}"
mv "$start.new" "$start"
echo "$start"
