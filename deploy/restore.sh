#!/usr/bin/env bash
# Puts a copy made by backup.sh back. What is there now is kept aside (SQLite) or needs --force (all), and the service must be stopped.
#
#   restore.sh COPY [--force] [--identity FILE] [--env FILE] [--root DIR] [--app DIR]
#
#   --force     the database that is there may be replaced.
#   --identity  the private key of age for a copy that ends in .age; for .gpg the key comes from gpg's own keyring.
#   --app       the release to ask whether the database is of its version. Default: /opt/kayan-bot/current.
#
# Exit codes: 0 restored; 1 refused or failed, the database is as it was unless the message says otherwise; 2 wrong usage;
# 3 restored, but of another version than the release: run "dotnet Kayan.Bot.dll db migrate".
set -euo pipefail
umask 077
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=deploy/common.sh
. "$here/common.sh"

usage() { sed -n '4p' "${BASH_SOURCE[0]}" >&2; exit 2; }
copy='' force='' identity='' env='' app=''
while [ $# -gt 0 ]; do
  case $1 in
    --force) force=yes; shift; continue ;;
    --identity|--env|--root|--app) [ $# -ge 2 ] || usage ;;
    -*) usage ;;
    *) [ -z "$copy" ] || usage; copy=$1; shift; continue ;;
  esac
  case $1 in
    --identity) identity=$2 ;;
    --env) env=$2 ;;
    --root) KAYAN_ROOT=$2 ;;
    --app) app=$2 ;;
  esac
  shift 2
done
[ -n "$copy" ] || usage
app=${app:-$KAYAN_ROOT/opt/kayan-bot/current}
load_settings "$env"

work=$(mktemp -d)
target=''
cleanup() { rm -rf "$work"; [ -z "$target" ] || rm -f "$target"; }
trap cleanup EXIT

refuse_while_it_runs() {
  if [ -z "$KAYAN_ROOT" ] && command -v systemctl > /dev/null && systemctl is-active --quiet kayan-bot 2> /dev/null; then
    fail "The service runs. Stop it first: systemctl stop kayan-bot"
  fi
  if [ -f "$app/Kayan.Bot.dll" ] && dotnet "$app/Kayan.Bot.dll" health > /dev/null 2>&1; then
    fail "The service answers. Stop it first, on every node."
  fi
}

decrypt() {
  case $copy in
    *.age)
      need age age
      [ -n "$identity" ] || fail "$copy is encrypted: name the private key with --identity."
      age --decrypt --identity "$identity" --output "$work/copy" "$copy" || fail "$copy cannot be decrypted with $identity." ;;
    *.gpg)
      need gpg gnupg
      gpg --batch --yes --quiet --decrypt --output "$work/copy" "$copy" || fail "$copy cannot be decrypted with the keys of gpg's keyring." ;;
    *) return 0 ;;
  esac
  copy=$work/copy
}

restore_sqlite() {
  need sqlite3 sqlite3
  local file aside
  file=$(sqlite_file)
  [ -r "$copy" ] || fail "$copy cannot be read."
  [ "$(sqlite3 -bail "file:$copy?mode=ro&immutable=1" 'PRAGMA integrity_check' 2> /dev/null)" = ok ] || fail "$copy does not pass its integrity check."
  if [ -f "$file" ]; then
    [ -n "$force" ] || fail "$file exists. With --force it is kept aside and replaced."
    # Leaving WAL needs the file for oneself and takes everything that stands in the WAL into it.
    if [ "$(sqlite3 -bail "$file" 'PRAGMA journal_mode = DELETE' 2> /dev/null)" != delete ]; then
      if sqlite3 -bail "$file" 'PRAGMA schema_version' > /dev/null 2>&1; then fail "$file is in use. Stop the service first."; fi
      echo "$file is damaged; it is kept aside as it is." >&2
    fi
  fi
  mkdir -p "$(dirname "$file")"
  target=$file.restoring
  cp "$copy" "$target"
  chmod 0640 "$target"
  # Whoever owns the folder runs the service.
  [ "$(id -u)" -ne 0 ] || chown --reference="$(dirname "$file")" "$target"
  sync "$target"
  if [ -f "$file" ]; then
    aside=$file.before-$(date -u +%Y%m%dT%H%M%SZ)-$$
    local end
    for end in '' -wal -shm; do [ ! -e "$file$end" ] || mv "$file$end" "$aside$end"; done
    echo "What was there is kept as $aside" >&2
  fi
  mv "$target" "$file"
  target=''
  sync "$(dirname "$file")"
}

restore_postgresql() {
  need pg_restore postgresql-client
  use_postgres
  pg_restore --list "$copy" > /dev/null || fail "$copy is no dump that pg_restore can read."
  local tables others tries
  # A session lives on for a moment after its process ended, until its last statement is done. The database's own workers do no harm.
  for tries in {1..20}; do
    others=$(psql -XAtc "SELECT count(*) FROM pg_stat_activity
      WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()")
    if [ "$others" -eq 0 ] || [ "$tries" -eq 20 ]; then break; fi
    sleep 0.5
  done
  [ "$others" -eq 0 ] || fail "$others connections are open to $PGDATABASE. Stop the service on every node."
  tables=$(psql -XAtc "SELECT count(*) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')")
  if [ "$tables" -gt 0 ] && [ -z "$force" ]; then fail "$PGDATABASE holds $tables tables. With --force they are replaced."; fi
  # Everything or nothing. Tables that a newer version added would otherwise stay behind.
  {
    echo 'SET client_min_messages = warning;'
    echo 'BEGIN;'
    psql -XAtc "SELECT format('DROP SCHEMA %I CASCADE;', nspname) FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'"
    echo 'CREATE SCHEMA public;'
    pg_restore --no-owner --no-privileges --file=- "$copy" | sed '/^CREATE SCHEMA public;$/d'
    echo 'COMMIT;'
  } > "$work/restore.sql"
  psql -Xq --set=ON_ERROR_STOP=1 --file="$work/restore.sql" > /dev/null || fail "The restore failed; $PGDATABASE is as it was."
}

restore_sqlserver() {
  need sqlcmd mssql-tools18
  use_sqlserver
  run_sqlcmd "RESTORE VERIFYONLY FROM DISK = N'${copy//\'/\'\'}' WITH CHECKSUM" >&2 || fail "$copy does not pass its check."
  if run_sqlcmd "IF DB_ID(N'$SQLDATABASE') IS NOT NULL THROW 50000, 'exists', 1" > /dev/null 2>&1; then
    run_sqlcmd "RESTORE DATABASE [$SQLDATABASE] FROM DISK = N'${copy//\'/\'\'}' WITH CHECKSUM, RECOVERY" >&2
    return
  fi
  [ -n "$force" ] || fail "$SQLDATABASE exists. With --force it is replaced."
  run_sqlcmd "ALTER DATABASE [$SQLDATABASE] SET SINGLE_USER WITH ROLLBACK IMMEDIATE;
    RESTORE DATABASE [$SQLDATABASE] FROM DISK = N'${copy//\'/\'\'}' WITH REPLACE, CHECKSUM, RECOVERY;
    ALTER DATABASE [$SQLDATABASE] SET MULTI_USER" >&2
}

refuse_while_it_runs
[ "$(provider)" = sqlserver ] || decrypt
case $(provider) in
  sqlite) restore_sqlite ;;
  postgresql) restore_postgresql ;;
  sqlserver) restore_sqlserver ;;
  *) fail "Storage__Provider is none of Sqlite, PostgreSql, SqlServer." ;;
esac
if [ -f "$app/Kayan.Bot.dll" ] && has_db_command "$app"; then
  dotnet "$app/Kayan.Bot.dll" db check || { echo "Run: dotnet $app/Kayan.Bot.dll db migrate" >&2; exit 3; }
fi
echo "Restored."
