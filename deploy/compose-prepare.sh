#!/usr/bin/env bash
# Makes what compose.yaml reads and what is nobody else's: settings.env from env.example, and secrets/ with a key and a password of
# their own. Nothing that is there is overwritten. Then fill in settings.env and secrets/Twilio__AuthToken.
#
#   compose-prepare.sh [postgresql|sqlserver|sqlite] [DIR]
set -euo pipefail
umask 077
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
kind=${1:-postgresql}
to=${2:-$here}
mkdir -p "$to/secrets" "$to/certificates"

random() { head -c 36 /dev/urandom | base64 -w 0 | tr '+/' '-_'; }
secret() { [ -e "$to/secrets/$1" ] || printf '%s' "$2" > "$to/secrets/$1"; }

# Where to listen and the database are compose.yaml's and a secret's to say: a variable would win over the secret.
[ -e "$to/settings.env" ] || sed 's/^\(ASPNETCORE_URLS\|ConnectionStrings__Kayan\)=/#&/' "$here/env.example" > "$to/settings.env"
secret WebChat__SigningKey "$(random)"
secret Twilio__AuthToken ''
# SQL Server asks for letters of three kinds.
secret database_password "$(random)aA1"
password=$(cat "$to/secrets/database_password")
case $kind in
  postgresql) secret ConnectionStrings__Kayan "Host=postgresql;Database=kayan;Username=kayan;Password=$password" ;;
  sqlserver) secret ConnectionStrings__Kayan "Server=sqlserver;Database=kayan;User Id=sa;Password=$password;TrustServerCertificate=True" ;;
  sqlite) secret ConnectionStrings__Kayan "Data Source=/data/kayan.db" ;;
  *) sed -n '5p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
esac
# Compose lays files down with the owner they have here: the number is the service's user in the container.
if [ "$(id -u)" -eq 0 ]; then chown 1654 "$to"/secrets/*; fi
chmod 0400 "$to"/secrets/*
chmod u+w "$to/secrets/Twilio__AuthToken"
