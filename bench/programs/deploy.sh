#!/usr/bin/env bash
# What people would script: a token by curl, an archive by tar, and a call by grpcurl for each thing that our plain deploy
# asks or does. Usage: GRPCURL=... FLAGS='-plaintext' CACERT=... deploy.sh HOST:PORT TOKEN_URL DIRECTORY
set -euo pipefail

endpoint=$1 token_url=$2 directory=$3
app='"organization_name": "acme", "app_name": "greeter"'

token=$(curl -sS --fail --cacert "$CACERT" "$token_url" \
  -d grant_type=client_credentials -d client_id=emulator-sa -d client_secret=emulator-secret |
  sed -n 's/.*"access_token": *"\([^"]*\)".*/\1/p')

call() {
  # shellcheck disable=SC2086
  "$GRPCURL" $FLAGS -H "authorization: Bearer $token" -d @ "$endpoint" "dodil.ignite.v1.ComputeService/$1"
}

archive=$(tar -C "$directory" --sort=name -cz . | base64 -w 0)

call GetApp <<< "{ $app }" > /dev/null
call ListAppVersions <<< "{ $app }" > /dev/null
call SaveDraft <<< "{ $app, \"code\": { \"compile\": { \"runtime\": { \"python\": {} }, \"source_code\": \"$archive\" } } }" > /dev/null
call GetDraftInfo <<< "{ $app }" > /dev/null
call PublishDraft <<< "{ $app }" > /dev/null
call ListAppVersions <<< "{ $app }" > /dev/null
call GetApp <<< "{ $app }" | grep -q '"activeVersion"'
