# shellcheck shell=bash
# What the scripts of this folder share: settings, secrets, the database's kind. Sourced, not run.

fail() { echo "$*" >&2; exit 1; }

# Two secrets folders of one name differ only by the root that they stand under.
: "${KAYAN_ROOT:=}"

# Exports NAME=value lines. Read, not executed: a secret may hold any character.
load_env() {
  local line name value
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in ''|'#'*|' '*) continue ;; *=*) ;; *) continue ;; esac
    name=${line%%=*}
    value=${line#*=}
    case $value in
      \"*\") value=${value#\"}; value=${value%\"} ;;
      \'*\') value=${value#\'}; value=${value%\'} ;;
    esac
    [[ $name =~ ^[A-Za-z_][A-Za-z0-9_]*$ ]] && export "$name=$value"
  done < "$1"
}

# Each file of the folder is a secret; what the environment sets wins, as in the service.
load_secrets() {
  local file name
  for file in "$1"/*; do
    [ -f "$file" ] || continue
    name=${file##*/}
    [[ $name =~ ^[A-Za-z_][A-Za-z0-9_]*$ ]] || continue
    if [ -z "${!name+set}" ]; then export "$name=$(cat "$file")"; fi
  done
}

# The settings of the installation under $KAYAN_ROOT, unless the caller has them in its environment already.
load_settings() {
  local env=${1:-$KAYAN_ROOT/etc/kayan-bot/env}
  if [ -f "$env" ]; then load_env "$env"; fi
  load_secrets "$KAYAN_ROOT/etc/kayan-bot/secrets"
}

# One part of a connection string; its name may be written in several ways: part "Data Source" "DataSource".
part() {
  local wanted pair name
  while IFS= read -r -d ';' pair; do
    name=${pair%%=*}
    name=$(tr -d ' ' <<< "$name")
    for wanted in "$@"; do
      if [ "${name,,}" = "$(tr -d ' ' <<< "${wanted,,}")" ]; then
        pair=${pair#*=}
        pair=${pair#\"}
        printf '%s' "${pair%\"}"
        return
      fi
    done
  done <<< "${ConnectionStrings__Kayan:-};"
}

provider() { printf '%s' "${Storage__Provider:-Sqlite}" | tr '[:upper:]' '[:lower:]'; }

need() { command -v "$1" > /dev/null || fail "$1 is missing: apt-get install $2"; }

sqlite_file() {
  local file
  file=$(part 'Data Source' DataSource Filename)
  [ -n "$file" ] || fail "ConnectionStrings__Kayan names no file (Data Source=…)."
  case $file in /*) ;; *) fail "$file is not an absolute path." ;; esac
  printf '%s' "$file"
}

# libpq's own variables, so that no password stands in a command line.
use_postgres() {
  PGHOST=$(part Host Server); PGPORT=$(part Port); PGDATABASE=$(part Database); PGUSER=$(part Username 'User ID' User)
  PGPASSWORD=$(part Password); PGSSLMODE=$(part 'SSL Mode' SslMode | tr '[:upper:]' '[:lower:]')
  case $PGSSLMODE in verifyca) PGSSLMODE=verify-ca ;; verifyfull) PGSSLMODE=verify-full ;; esac
  [ -n "$PGDATABASE" ] || fail "ConnectionStrings__Kayan names no Database."
  export PGHOST PGDATABASE PGUSER PGPASSWORD PGPORT=${PGPORT:-5432} PGSSLMODE=${PGSSLMODE:-prefer}
}

# sqlcmd reads its password from the environment too.
use_sqlserver() {
  SQLSERVER=$(part Server 'Data Source' Address); SQLDATABASE=$(part Database 'Initial Catalog')
  SQLCMDUSER=$(part 'User ID' UID User); SQLCMDPASSWORD=$(part Password PWD)
  [[ $SQLDATABASE =~ ^[A-Za-z0-9_.-]+$ ]] || fail "ConnectionStrings__Kayan names no Database, or one with signs that a script should not quote."
  export SQLSERVER SQLDATABASE SQLCMDUSER SQLCMDPASSWORD
}

run_sqlcmd() {
  local trust=()
  case $(part TrustServerCertificate 'Trust Server Certificate' | tr '[:upper:]' '[:lower:]') in true|yes) trust=(-C) ;; esac
  sqlcmd -b -l 30 -S "$SQLSERVER" "${trust[@]}" -d "${2:-master}" -Q "$1"
}

# What can be asked of a release. The first ones have no db command and bring the database forward at their start.
has_db_command() { dotnet "$1/Kayan.Bot.dll" --help 2> /dev/null | grep -E '^ +db ' > /dev/null; }
