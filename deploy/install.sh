#!/usr/bin/env bash
# Installs or upgrades Kayan.Bot on Debian 12, and goes back. May be run again at any time: data and settings stay.
#
#   install.sh RELEASE [--root DIR [--systemctl PROGRAM]]
#   install.sh --back  [--root DIR [--systemctl PROGRAM]]
#
#   RELEASE      a folder made by "dotnet publish", or a tar.gz of one.
#   --back       puts the release before this one in its place again, where the database has not been brought forward since.
#   --root       installs below DIR without users and systemd, to try it; --systemctl names what starts and stops it there.
#
# An upgrade: the release is laid beside the running one, the database backed up while the service runs, then stop, bring the database
# forward, switch, start, ask for its health. A release that does not become healthy within two minutes is taken back, and if it had
# brought the database forward, the database to that backup too; what came in between is kept in a copy of its own.
#
# Exit codes: 0 done; 1 not done, what ran before runs on; 2 wrong usage; 3 the new release did not become healthy, the one before runs
# again; 4 neither became healthy.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=deploy/common.sh
. "$here/common.sh"

usage() { sed -n '4,5p' "${BASH_SOURCE[0]}" >&2; exit 2; }
release='' back='' systemctl=''
while [ $# -gt 0 ]; do
  case $1 in
    --back) back=yes; shift ;;
    --root|--systemctl)
      [ $# -ge 2 ] || usage
      if [ "$1" = --root ]; then KAYAN_ROOT=$(realpath -m "$2"); else systemctl=$2; fi
      shift 2 ;;
    -*) usage ;;
    *) [ -z "$release" ] || usage; release=$1; shift ;;
  esac
done
if [ -n "$back" ]; then [ -z "$release" ] || usage; else [ -n "$release" ] || usage; fi
[ -n "$KAYAN_ROOT" ] || [ "$(id -u)" -eq 0 ] || fail "Run it as root, or with --root."
[ -n "$KAYAN_ROOT" ] || systemctl=systemctl

opt=$KAYAN_ROOT/opt/kayan-bot
etc=$KAYAN_ROOT/etc/kayan-bot
data=$KAYAN_ROOT/var/lib/kayan-bot
backups=$KAYAN_ROOT/var/backups/kayan-bot
units=$KAYAN_ROOT/etc/systemd/system

say() { echo "$*" >&2; }
service() { [ -z "$systemctl" ] || "$systemctl" "$@"; }
owned_by() { [ -n "$KAYAN_ROOT" ] || chown "$@"; }

# One command of a release, with the service's settings and as its user.
run() {
  (
    load_settings ""
    export HOME=$data
    cd "$1"
    if [ -n "$KAYAN_ROOT" ]; then dotnet Kayan.Bot.dll "${@:2}"; else runuser -u kayan-bot -- dotnet Kayan.Bot.dll "${@:2}"; fi
  )
}

switch_to() { ln -sfn "releases/$1" "$opt/.next" && mv -T "$opt/.next" "$opt/current"; }
name_of() { [ ! -L "$opt/$1" ] || basename "$(readlink "$opt/$1")"; }

# What is set to nothing: a first installation stops here and tells what to fill in.
unset_settings() {
  sed -n 's/^\([A-Za-z_0-9]*\)=$/\1/p' "$etc/env"
  local file
  for file in "$etc"/secrets/*; do
    [ -s "$file" ] || grep -q "^${file##*/}=." "$etc/env" || echo "${file##*/}"
  done
}

# Asked with the release that is at hand: an older one may not know how to ask.
healthy() {
  [ -n "$systemctl" ] || return 0
  local i
  for ((i = 0; i < 120; i++)); do
    if run "$1" health --ready > /dev/null 2>&1; then return 0; fi
    if ! service is-active --quiet kayan-bot && [ "$i" -gt 5 ]; then return 1; fi
    sleep 1
  done
  return 1
}

unpack() {
  dotnet --list-runtimes 2> /dev/null | grep '^Microsoft.AspNetCore.App 10\.' > /dev/null || fail "The ASP.NET Core runtime 10 is missing: apt-get install aspnetcore-runtime-10.0"
  mkdir -p "$opt/releases"
  new=$(mktemp -d "$opt/releases/.new-XXXXXX")
  trap 'rm -rf "$new"' EXIT
  if [ -d "$release" ]; then
    cp -R "$release/." "$new/"
  elif [ -f "$release" ]; then
    tar -xzf "$release" -C "$new" --no-same-owner
    local inner
    inner=$(find "$new" -maxdepth 2 -name Kayan.Bot.dll -printf '%h\n' -quit)
    if [ -n "$inner" ] && [ "$inner" != "$new" ]; then find "$inner" -mindepth 1 -maxdepth 1 -exec mv -t "$new" {} +; rmdir "$inner"; fi
  else
    fail "$release is neither a folder nor a file."
  fi
  if [ ! -f "$new/Kayan.Bot.dll" ] || [ ! -f "$new/Kayan.Bot.runtimeconfig.json" ]; then fail "$release holds no published Kayan.Bot."; fi
  if [ ! -d "$new/deploy" ]; then cp -R "$here" "$new/deploy"; fi
  # What compose-prepare.sh may have made in that folder is nobody's to read here.
  rm -rf "$new"/deploy/secrets "$new"/deploy/certificates "$new"/deploy/settings.env
  local version hash
  version=$(sed -n 's|.*"Kayan.Bot/\([0-9][^"]*\)".*|\1|p' "$new/Kayan.Bot.deps.json" | head -1)
  hash=$(cd "$new" && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-8)
  id=${version:-0}-$hash
  if [ -d "$opt/releases/$id" ]; then rm -rf "$new"; else chmod -R u=rwX,go=rX "$new"; mv "$new" "$opt/releases/$id"; fi
  new=$opt/releases/$id
  trap - EXIT
}

lay_out() {
  if [ -z "$KAYAN_ROOT" ] && ! getent passwd kayan-bot > /dev/null; then
    useradd --system --user-group --home-dir /var/lib/kayan-bot --no-create-home --shell /usr/sbin/nologin kayan-bot
  fi
  install -d -m 0755 "$opt" "$units"
  install -d -m 0750 "$etc" "$data"
  install -d -m 0700 "$etc/secrets" "$backups"
  owned_by root:kayan-bot "$etc"
  owned_by kayan-bot:kayan-bot "$data"
  if [ ! -f "$etc/env" ]; then
    sed "s|/var/lib/kayan-bot|$data|" "$new/deploy/env.example" > "$etc/env"
  fi
  chmod 0640 "$etc/env"
  owned_by root:kayan-bot "$etc/env"
  (
    umask 077
    [ -e "$etc/secrets/WebChat__SigningKey" ] || head -c 48 /dev/urandom | base64 -w 0 > "$etc/secrets/WebChat__SigningKey"
    [ -e "$etc/secrets/Twilio__AuthToken" ] || : > "$etc/secrets/Twilio__AuthToken"
  )
  chmod 0600 "$etc"/secrets/*
  lay_out_units
}

lay_out_units() {
  install -m 0644 "$new"/deploy/kayan-bot*.service "$new"/deploy/kayan-bot*.timer "$units/"
  install -d -m 0755 "$units/kayan-bot.service.d"
  local file lines='[Service]'
  for file in "$etc"/secrets/*; do
    case ${file##*/} in
      WebChat__SigningKey|Twilio__AuthToken) ;;
      *) lines+=$'\n'"LoadCredential=${file##*/}:/etc/kayan-bot/secrets/${file##*/}" ;;
    esac
  done
  printf '# Written by install.sh: the further files in /etc/kayan-bot/secrets.\n%s\n' "$lines" > "$units/kayan-bot.service.d/10-secrets.conf"
  service daemon-reload
  service enable kayan-bot kayan-bot-backup.timer > /dev/null
}

# The last three releases, and whatever is in use.
tidy() {
  local name kept=0
  while read -r name; do
    kept=$((kept + 1))
    if [ "$kept" -gt 3 ] && [ "$name" != "$(name_of current)" ] && [ "$name" != "$(name_of previous)" ]; then rm -rf "${opt:?}/releases/$name"; fi
  done < <(find "$opt/releases" -mindepth 1 -maxdepth 1 -type d -printf '%T@ %f\n' | sort -rn | cut -d' ' -f2)
}

bring_forward() { [ -n "$back" ] || ! has_db_command "$opt/releases/$1" || run "$opt/releases/$1" db migrate >&2; }

# A release does not run on a database that a newer one has brought forward.
fits_database() { ! has_db_command "$opt/releases/$1" || run "$opt/releases/$1" db check > /dev/null 2>&1; }

take_database_back() {
  if fits_database "$1"; then say "The database stays as it is: what came in stays."; return; fi
  [ -n "$copy" ] || return 1
  local later
  later=$("$here/backup.sh" --to "$backups" --keep 0 --root "$KAYAN_ROOT") || return 1
  "$here/restore.sh" "$copy" --force --root "$KAYAN_ROOT" --app "$opt/releases/$1" >&2 || return 1
  say "The database is what it was before the upgrade; what came in after that is kept in $later."
}

# Another release takes over. $1: its name. $2: what asks for its health.
take_over() {
  local before
  before=$(name_of current)
  service stop kayan-bot
  if bring_forward "$1" && switch_to "$1" && service start kayan-bot && healthy "$2"; then
    if [ -n "$before" ] && [ "$before" != "$1" ]; then ln -sfn "releases/$before" "$opt/previous"; fi
    return
  fi
  [ -n "$before" ] || fail "$1 does not become healthy. Its log: journalctl -u kayan-bot -n 50"
  say "$1 does not become healthy. Back to $before."
  service stop kayan-bot || true
  switch_to "$before"
  if take_database_back "$before" && service start kayan-bot && healthy "$2"; then
    say "$before runs again. The backup before it: ${copy:-none}"
    exit 3
  fi
  say "$before does not become healthy either. The backup: ${copy:-none}. See RUNBOOK.md, Upgrade and way back."
  exit 4
}

copy=''
if [ -n "$back" ]; then
  previous=$(name_of previous)
  if [ -z "$previous" ] || [ ! -d "$opt/releases/$previous" ]; then fail "There is no release to go back to."; fi
  fits_database "$previous" || fail "The database is newer than $previous. Restore the backup that the upgrade printed first: see RUNBOOK.md, Upgrade and way back."
  take_over "$previous" "$opt/releases/$(name_of current)"
  say "$previous runs."
  exit 0
fi

unpack
lay_out
if [ "$(name_of current)" != "$id" ]; then
  absent=$(unset_settings)
  if [ -n "$absent" ]; then
    [ -L "$opt/current" ] && fail "Not upgraded: these settings are set to nothing: $(tr '\n' ' ' <<< "$absent")"
    switch_to "$id"
    say "Installed $id. Fill in, in $etc/env or as files in $etc/secrets:"
    say "$absent"
    say "Then: systemctl start kayan-bot kayan-bot-backup.timer"
    exit 0
  fi
  if [ -L "$opt/current" ] && { [ "$(load_settings ""; provider)" != sqlite ] || [ -f "$(load_settings ""; sqlite_file)" ]; }; then
    copy=$("$new/deploy/backup.sh" --to "$backups" --keep 0 --root "$KAYAN_ROOT") || fail "No backup, no upgrade."
    say "Backup: $copy"
  fi
  take_over "$id" "$new"
elif ! service is-active --quiet kayan-bot && [ -z "$(unset_settings)" ]; then
  service start kayan-bot
  healthy "$new" || fail "$id does not become healthy. Its log: journalctl -u kayan-bot -n 50"
fi
service start kayan-bot-backup.timer
tidy
say "$id is installed."
