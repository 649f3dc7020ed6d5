#!/usr/bin/env bash
# Makes the certificates of this directory anew.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

century=(-startdate 20200101000000Z -enddate 21200101000000Z)
names=DNS:ignite.example.test,DNS:id.example.test,DNS:localhost,IP:127.0.0.1

# issue NAME EXTENSIONS KEY OPTION…: NAME.pem for that key, in a database of its own (only `ca` takes dates)
issue() {
  local name=$1 extensions=$2 key=$3 dir
  shift 3
  dir=$(mktemp -d -p "$work")
  touch "$dir/index"
  printf '%s\n' '[ca]' 'default_ca=own' '[own]' "database=$dir/index" "new_certs_dir=$dir" 'rand_serial=yes' \
    'default_md=sha256' 'policy=any' '[any]' 'commonName=supplied' '[extensions]' "$extensions" >"$dir/config"
  openssl req -new -key "$key" -subj "/CN=$name of the tests of ignite-deploy" -out "$dir/request"
  openssl ca -batch -notext -config "$dir/config" -extensions extensions -in "$dir/request" -out "$name.pem" "$@"
}

leaf() {
  local name=$1 names=$2
  shift 2
  issue "$name" "subjectAltName=$names" leaf.key.pem "$@"
}

openssl ecparam -name prime256v1 -genkey -noout -out "$work/authority.key"
openssl ecparam -name prime256v1 -genkey -noout -out leaf.key.pem
authority=(-cert authority.pem -keyfile "$work/authority.key")
issue authority 'basicConstraints=critical,CA:TRUE' "$work/authority.key" \
  -selfsign -keyfile "$work/authority.key" "${century[@]}"
leaf good "$names" "${authority[@]}" "${century[@]}"
leaf other-name DNS:other.example.test "${authority[@]}" "${century[@]}"
leaf expired "$names" "${authority[@]}" -startdate 20200101000000Z -enddate 20200102000000Z
leaf self-signed "$names" -selfsign -keyfile leaf.key.pem "${century[@]}"
