#!/bin/sh
# Deploys the app and its Prometheus, imports the dashboards and proves that all is seen. Flags: --help.
# Read from the environment, all optional but the first: FLY_API_TOKEN (not needed where "flyctl auth login" was done),
# GRAFANA_PROMETHEUS_URL, GRAFANA_PROMETHEUS_USER, GRAFANA_PROMETHEUS_API_KEY, GRAFANA_URL, GRAFANA_API_KEY,
# PROMETHEUS_PASSWORD, METRICS_TOKEN.
set -eu
cd "$(dirname "$0")/.."
if ! command -v node >/dev/null; then
  echo "Node.js is missing: install version 20 or newer from https://nodejs.org and run this again." >&2
  exit 127
fi
exec node packages/cli/dist/index.js deploy "$@"
