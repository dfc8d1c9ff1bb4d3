#!/usr/bin/env bash
# Backs the service's database up while the service runs: SQLite, PostgreSQL or SQL Server, as the settings say. The copy is checked
# before it counts, may be encrypted to a recipient, and old copies go. Prints the path of the copy.
#
#   backup.sh [--to DIR] [--keep DAYS] [--age RECIPIENT | --gpg RECIPIENT] [--env FILE] [--root DIR]
#
#   --to    where copies are kept. Default: /var/backups/kayan-bot. For SQL Server: a folder of the database's machine.
#   --keep  days that a copy is kept; 0: for ever. Default: 14.
#   --env   the settings. Default: /etc/kayan-bot/env, and /etc/kayan-bot/secrets.
#
# Exit codes: 0 a good copy is there; 1 none could be made, or it did not pass its check; 2 wrong usage.
set -euo pipefail
umask 077
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=deploy/common.sh
. "$here/common.sh"

usage() { sed -n '5p' "${BASH_SOURCE[0]}" >&2; exit 2; }
to='' keep=14 cipher='' recipient='' env=''
while [ $# -gt 0 ]; do
  [ $# -ge 2 ] || usage
  case $1 in
    --to) to=$2 ;;
    --keep) keep=$2; [[ $keep =~ ^[0-9]+$ ]] || usage ;;
    --age|--gpg) cipher=${1#--}; recipient=$2 ;;
    --env) env=$2 ;;
    --root) KAYAN_ROOT=$2 ;;
    *) usage ;;
  esac
  shift 2
done
to=${to:-$KAYAN_ROOT/var/backups/kayan-bot}
load_settings "$env"

# A name that sorts by time; two copies within a second get names of their own.
name=kayan-$(date -u +%Y%m%dT%H%M%SZ)-$$
part=''
cleanup() { [ -z "$part" ] || rm -f "$part"; }
trap cleanup EXIT

backup_sqlite() {
  need sqlite3 sqlite3
  local file
  file=$(sqlite_file)
  [ -f "$file" ] || fail "$file does not exist."
  part=$to/.$name.part
  # One read transaction: writers go on meanwhile and cannot make it begin again, as they would a page-by-page copy.
  sqlite3 -bail -cmd '.timeout 15000' "$file" "VACUUM INTO '${part//\'/\'\'}'" || fail "$file could not be copied."
  [ "$(sqlite3 -bail "$part" 'PRAGMA integrity_check')" = ok ] || fail "The copy of $file does not pass its integrity check."
  copy=$to/$name.db
}

backup_postgresql() {
  need pg_dump postgresql-client
  use_postgres
  part=$to/.$name.part
  pg_dump --format=custom --no-owner --no-privileges --file="$part"
  pg_restore --list "$part" | grep 'TABLE DATA' > /dev/null || fail "The dump of $PGDATABASE holds no tables."
  # The list stands at the beginning; only reading everything shows that nothing is cut off.
  pg_restore --file=/dev/null "$part" || fail "The dump of $PGDATABASE cannot be read to its end."
  copy=$to/$name.dump
}

# The server writes the file itself, so the folder is one that the server sees.
backup_sqlserver() {
  need sqlcmd mssql-tools18
  use_sqlserver
  copy=$to/$name.bak
  run_sqlcmd "BACKUP DATABASE [$SQLDATABASE] TO DISK = N'$copy' WITH CHECKSUM, COMPRESSION, INIT, FORMAT" >&2
  run_sqlcmd "RESTORE VERIFYONLY FROM DISK = N'$copy' WITH CHECKSUM" >&2
  part=$copy
}

encrypt() {
  local from=$1 into=$2
  case $cipher in
    age) need age age; age --encrypt --recipient "$recipient" --output "$into" "$from" || fail "The copy cannot be encrypted to $recipient." ;;
    gpg)
      need gpg gnupg
      gpg --batch --yes --quiet --trust-model always --encrypt --recipient "$recipient" --output "$into" "$from" \
        || fail "The copy cannot be encrypted to $recipient." ;;
  esac
  [ -s "$into" ] || fail "The encrypted copy is empty."
}

mkdir -p "$to" 2> /dev/null || [ "$(provider)" = sqlserver ] || fail "$to cannot be made."
case $(provider) in
  sqlite) backup_sqlite ;;
  postgresql) backup_postgresql ;;
  sqlserver) backup_sqlserver ;;
  *) fail "Storage__Provider is none of Sqlite, PostgreSql, SqlServer." ;;
esac

if [ -n "$cipher" ]; then
  [ -r "$part" ] || fail "$part is on another machine and cannot be encrypted here."
  encrypt "$part" "$to/.$name.$cipher"
  rm -f "$part"
  part=$to/.$name.$cipher
  copy=$copy.$cipher
fi
if [ -f "$part" ]; then
  [ "$part" = "$copy" ] || mv "$part" "$copy"
  sync "$copy" "$to"
fi
part=''

# Only after a good copy, so that a broken backup never takes the last good one away.
if [ "$keep" -gt 0 ] && [ -d "$to" ]; then
  find "$to" -maxdepth 1 -type f -name 'kayan-*' -mtime "+$((keep - 1))" ! -path "$copy" -delete
fi
echo "$copy"
