#!/usr/bin/env bash
# Runs NATS and the four services on one machine. When either of the two processes ends, so does the machine:
# Fly starts it again, which a supervisor in here could only hide.
set -euo pipefail

port=${NATS_PORT:-4222}
nats-server --addr 127.0.0.1 --port "$port" &
nats=$!
NATS_URL="nats://127.0.0.1:$port" node packages/fechatter/lib/main.js all &
services=$!

# The services first: what they still have to say needs the broker.
stopping=
trap 'stopping=yes; kill -TERM "$services" 2>/dev/null || true' TERM INT

# `wait` returns early when a signal comes in, so it is asked again until a process has really ended.
code=0
wait -n "$nats" "$services" || code=$?
if [[ -n $stopping ]]; then
  code=0
  wait "$services" || code=$?
fi
kill -TERM "$services" "$nats" 2>/dev/null || true
wait || true
[[ -n $stopping ]] && exit "$code"
echo "NATS or the services ended unasked (code $code)" >&2
exit 1
