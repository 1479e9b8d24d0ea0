#!/usr/bin/env bash
# Runs NATS and the four services on one machine. When either of the two processes ends, so does the machine:
# Fly starts it again, which a supervisor in here could only hide.
set -euo pipefail

port=${NATS_PORT:-4222}
# In decimal, as nats-server and the services would each read 010 in their own way.
if [[ ! $port =~ ^0*[1-9][0-9]{0,4}$ ]] || ((10#$port > 65535)); then
  echo "NATS_PORT is \"$port\", not a port from 1 to 65535; set it in [env] of the fly.toml, or leave it out" >&2
  exit 78
fi
port=$((10#$port))
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
