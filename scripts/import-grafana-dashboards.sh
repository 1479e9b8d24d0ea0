#!/bin/sh
# Imports dashboards/*.json into Grafana. Flags: --help. Read from the environment: GRAFANA_URL, GRAFANA_API_KEY.
set -eu
cd "$(dirname "$0")/.."
if ! command -v node >/dev/null; then
  echo "Node.js is missing: install version 20 or newer from https://nodejs.org and run this again." >&2
  exit 127
fi
exec node packages/cli/dist/index.js import-dashboards "$@"
