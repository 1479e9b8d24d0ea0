#!/bin/sh
# Starts Prometheus with what the environment says; monitoring/README.md lists the variables. Plain POSIX shell and the
# applets of busybox, because that is all the Prometheus image has. Secrets go from the environment into files of mode
# 0400, never into arguments, the log or the configuration, and leave the environment before Prometheus starts.
set -eu
umask 077
export LC_ALL=C
prometheus=${PROMETHEUS_BIN:-prometheus}
promtool=${PROMTOOL_BIN:-promtool}
config=${PROMETHEUS_CONFIG:-/etc/prometheus/prometheus-fly.yml}
data=${PROMETHEUS_DATA_DIR:-/prometheus}
run=${PROMETHEUS_RUN_DIR:-/run/prometheus}
listen=${PROMETHEUS_LISTEN:-0.0.0.0:9090}
app=${FLY_APP_NAME:-"<app>"}

self_user=self-scrape
# Prometheus waits so long for an unreachable remote before it exits; kill_timeout in fly.monitoring.toml is longer.
flush_deadline=10s
# The rest is for the write-ahead log and for blocks that are being compacted, which the size limit does not count.
volume_share_percent=80
say() { printf 'entrypoint: %s\n' "$1" >&2; }

# fail WHAT NEXT: 78 is EX_CONFIG, so a log reader tells it from Prometheus' own codes.
fail() {
  say "Prometheus was not started: $1"
  say "Next: $2"
  exit 78
}

set_password='in a checkout on your machine: node packages/cli/dist/index.js hash-password | flyctl secrets import -a'

# Parents that are made on the way (/run is not in every image) must stay open to nobody.
make_folder() { (umask 022 && mkdir -p "$1") 2>/dev/null; }

# secret_file NAME CONTENT
secret_file() {
  printf '%s' "$2" >"$run/secrets/$1"
  chmod 0400 "$run/secrets/$1"
}

require_word() { # NAME VALUE
  case $2 in *[!A-Za-z0-9._@+-]*) fail "$1 may hold only letters, digits and . _ @ + -" "set $1 again" ;; esac
}

# shellcheck disable=SC2016 # the dollars are those of bcrypt
require_bcrypt() { # NAME HASH
  case $2 in
    '$2'[aby]'$'[0-9][0-9]'$'*) ;;
    *) fail "$1 does not hold a bcrypt line (user:\$2b\$10\$...)" "$set_password $app" ;;
  esac
  case $2 in *[!A-Za-z0-9./\$]*) fail "$1 holds a damaged bcrypt line" "$set_password $app" ;; esac
  [ ${#2} -eq 60 ] || fail "$1 holds a bcrypt line of ${#2} characters, it must have 60" "$set_password $app"
}

# read_number NAME VALUE MOST NEXT: sets $number to VALUE in decimal. The shell itself takes 010 for eight, and 08 for an error.
read_number() {
  number=$2
  while [ "${number#0}" != "$number" ]; do number=${number#0}; done
  case $number in '' | *[!0-9]* | ??????*) number='' ;; esac
  if [ -z "$number" ] || [ "$number" -gt "$3" ]; then fail "$1 is \"$2\", not a whole number from 1 to $3" "$4"; fi
}

# --- The folder of this run: the configuration and its neighbours as links, so that relative paths keep working.

prepare_run_folder() {
  [ -f "$config" ] || fail "there is no configuration $config" "set PROMETHEUS_CONFIG to a file in the image"
  config_folder=$(cd "$(dirname "$config")" && pwd)
  make_folder "$run" || :
  [ -w "$run" ] ||
    fail "the folder $run cannot be written" "set PROMETHEUS_RUN_DIR to a folder that $(id -un) may write"
  [ "$(cd "$run" && pwd)" != "$config_folder" ] ||
    fail "PROMETHEUS_RUN_DIR is the folder of the configuration" "set PROMETHEUS_RUN_DIR to an empty folder"
  chmod 0700 "$run"
  rm -rf "$run/secrets" "$run/prometheus.yml" "$run/web.yml" "$run/self-scrape.yml"
  mkdir "$run/secrets"
  for neighbour in "$config_folder"/*; do
    case ${neighbour##*/} in
      "${config##*/}" | prometheus.yml | web.yml | self-scrape.yml | secrets) ;;
      *) ln -sfn "$neighbour" "$run/${neighbour##*/}" ;;
    esac
  done
  cat "$config" >"$run/prometheus.yml"
  # A last line without its end would swallow the first line of what is appended.
  printf '\n' >>"$run/prometheus.yml"
}

# METRICS_TOKEN may hold several while tokens are rotated, separated by commas or blanks; the first one is shown.
write_metrics_token() {
  token=$(printf '%s' "${METRICS_TOKEN:-}" | tr ',[:space:]' '\n' | sed '/^$/d' | sed -n 1p)
  secret_file metrics-token "$token"
}

# --- Who may ask
write_access() {
  access=${PROMETHEUS_ACCESS:-protected}
  case $access in
    protected) write_web_config ;;
    private) say 'access: private, no password; the app must have no public service' ;;
    open) say 'access: OPEN, everybody who finds the address can read everything' ;;
    *) fail "PROMETHEUS_ACCESS is \"$access\"" 'set it to protected, private or open' ;;
  esac
}

# An empty web.yml is valid and means no password at all, so the file is written only with a checked line in it.
write_web_config() {
  [ -n "${PROMETHEUS_BASIC_AUTH:-}" ] ||
    fail 'PROMETHEUS_ACCESS is "protected" and the secret PROMETHEUS_BASIC_AUTH is missing' "$set_password $app"
  user=${PROMETHEUS_BASIC_AUTH%%:*}
  hash=${PROMETHEUS_BASIC_AUTH#*:}
  require_bcrypt PROMETHEUS_BASIC_AUTH "$hash"
  require_word 'the user in PROMETHEUS_BASIC_AUTH' "$user"
  case $user in
    '' | "$self_user") fail "the user in PROMETHEUS_BASIC_AUTH is empty or \"$self_user\"" "$set_password $app" ;;
  esac
  printf 'basic_auth_users:\n  "%s": "%s"\n' "$user" "$hash" >"$run/web.yml"
  if [ -n "${PROMETHEUS_SELF_AUTH:-}" ]; then
    require_word 'the password in PROMETHEUS_SELF_AUTH' "${PROMETHEUS_SELF_AUTH%%:*}"
    require_bcrypt PROMETHEUS_SELF_AUTH "${PROMETHEUS_SELF_AUTH#*:}"
    printf '  "%s": "%s"\n' "$self_user" "${PROMETHEUS_SELF_AUTH#*:}" >>"$run/web.yml"
    secret_file self-password "${PROMETHEUS_SELF_AUTH%%:*}"
  fi
  chmod 0400 "$run/web.yml"
  say "access: protected, user \"$user\""
}

# --- Prometheus watches itself where it can, for the rules about remote write, rule failures and its configuration.

# Both an argument of Prometheus and a target of its own configuration.
check_listen() {
  next='set PROMETHEUS_LISTEN to something like 0.0.0.0:9090 or [::]:9090'
  case $listen in
    *[!]A-Za-z0-9.:%[_-]*) fail "PROMETHEUS_LISTEN is \"$listen\"" "$next" ;;
    *:*) read_number 'the port in PROMETHEUS_LISTEN' "${listen##*:}" 65535 "$next" ;;
    *) fail "PROMETHEUS_LISTEN is \"$listen\", without a port" "$next" ;;
  esac
}

write_self_scrape() {
  [ "${PROMETHEUS_SELF_SCRAPE:-on}" = on ] || return 0
  if grep -Eq '^scrape_config_files:|job_name: *.?prometheus.? *$' "$config"; then return 0; fi
  # scrape_config_files came with 2.43.
  case $("$promtool" --version 2>&1) in
    'promtool, version 2.'[0-9].* | 'promtool, version 2.'[123][0-9].* | 'promtool, version 2.4'[012].*)
      say 'self-scrape: off, it needs Prometheus 2.43' && return 0 ;;
  esac
  if [ "$access" = protected ] && [ ! -f "$run/secrets/self-password" ]; then
    say 'self-scrape: off without the secret PROMETHEUS_SELF_AUTH; the rules about Prometheus itself stay silent' && return 0
  fi
  case $listen in
    0.0.0.0:* | '[::]:'* | :*) target=127.0.0.1:${listen##*:} ;;
    *) target=$listen ;;
  esac
  {
    printf 'scrape_configs:\n  - job_name: prometheus\n    static_configs:\n      - targets: ["%s"]\n        labels:\n          service: prometheus\n' "$target"
    if [ "$access" = protected ]; then
      printf '    basic_auth:\n      username: %s\n      password_file: secrets/self-password\n' "$self_user"
    fi
  } >"$run/self-scrape.yml"
  printf 'scrape_config_files:\n  - self-scrape.yml\n' >>"$run/prometheus.yml"
}

# --- Remote write. Prometheus accepts an empty or relative address and then retries for ever, so it is checked here.

# Sets $host to what stands before the port and the path, as names are compared.
host_of() {
  case $1 in
    '['*']'*) host=${1%%]*}] ;;
    *) host=${1%%[:/]*} ;;
  esac
  host=$(printf '%s' "${host%.}" | tr '[:upper:]' '[:lower:]')
}

# Over plain http a key may go to this machine, to Fly's encrypted private network, and to hosts that somebody named.
may_be_readable() { # HOST
  case $1 in
    localhost | '[::1]' | '[::ffff:7f'??':'*']' | ?*.internal | ?*.flycast) return 0 ;;
    127.*[!0-9.]*) ;;
    127.*.*.*) return 0 ;;
  esac
  allowed=$(printf '%s' "${ALLOW_INSECURE_HTTP:-}" | tr ',[:space:]' '\n' | tr '[:upper:]' '[:lower:]')
  [ -n "$1" ] && printf '%s\n' "$allowed" | grep -Fqx -e "$1"
}

check_remote_url() { # URL
  next='set GRAFANA_PROMETHEUS_URL to something like https://prometheus-prod-01.grafana.net/api/prom/push, or remove it'
  case $1 in
    # User names, queries and quotes: the first two would be readable in the log and on the status pages.
    *[!]A-Za-z0-9._~:/%[-]*) fail 'GRAFANA_PROMETHEUS_URL may hold no user, query, quote, blank or line break' "$next" ;;
    https://?*) ;;
    http://*)
      host_of "${1#http://}"
      may_be_readable "$host" || fail "GRAFANA_PROMETHEUS_URL must begin with https://, else everybody on the way to $host can read the key" \
        "$next; where that network is trusted, set ALLOW_INSECURE_HTTP=$host"
      ;;
    *) fail 'GRAFANA_PROMETHEUS_URL must begin with https://' "$next" ;;
  esac
  case ${1#*://} in
    [/:]*) fail 'GRAFANA_PROMETHEUS_URL has no host' "$next" ;;
    ?*/?*) ;;
    *) fail 'GRAFANA_PROMETHEUS_URL has no path' "$next" ;;
  esac
}

write_remote_write() {
  url=${GRAFANA_PROMETHEUS_URL:-}
  [ -n "$url" ] || { say 'remote write: off (GRAFANA_PROMETHEUS_URL is not set)' && return 0; }
  check_remote_url "$url"
  user=${GRAFANA_PROMETHEUS_USER:-}
  key=$(printf '%s' "${GRAFANA_PROMETHEUS_API_KEY:-}")
  [ -n "$user" ] || fail 'GRAFANA_PROMETHEUS_URL is set and GRAFANA_PROMETHEUS_USER is not' \
    'set GRAFANA_PROMETHEUS_USER (in Grafana Cloud the number of the metrics instance)'
  require_word GRAFANA_PROMETHEUS_USER "$user"
  [ -n "$key" ] || fail 'GRAFANA_PROMETHEUS_URL is set and GRAFANA_PROMETHEUS_API_KEY is not' \
    "flyctl secrets import -a $app, with a line GRAFANA_PROMETHEUS_API_KEY=... (a token that may write metrics)"
  case $key in
    *[[:space:][:cntrl:]]*) fail 'GRAFANA_PROMETHEUS_API_KEY has a blank or a line break inside' 'set it again, on one line' ;;
  esac
  ! grep -q '^remote_write:' "$config" ||
    fail 'the configuration has remote_write and GRAFANA_PROMETHEUS_URL is set too' 'keep one of the two'
  secret_file remote-write-password "$key"
  cat >>"$run/prometheus.yml" <<YAML
remote_write:
  - url: "$url"
    basic_auth:
      username: "$user"
      password_file: secrets/remote-write-password
    queue_config:
      # By default samples are thrown away when the receiver asks to slow down.
      retry_on_http_429: true
YAML
  say "remote write: to $url"
}

# --- How much is kept

# As Prometheus reads durations: units from the longest to the shortest, each once, and at most 292 years of nanoseconds.
is_retention() {
  case $1 in '' | *[!0-9smhdwy]*) return 1 ;; esac
  printf '%s\n' "$1" | grep -Eq '^([0-9]+y)?([0-9]+w)?([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?([0-9]+ms)?$' || return 1
  printf '%s\n' "$1" |
    sed 's/ms/ 0.001 /; s/y/ 31536000 /; s/w/ 604800 /; s/d/ 86400 /; s/h/ 3600 /; s/m/ 60 /; s/s/ 1 /' |
    awk '{ for (i = 1; i < NF; i += 2) sum += $i * $(i + 1) } END { exit !(sum >= 1 && sum <= 290 * 31536000) }'
}

select_retention() {
  retention_time=${PROMETHEUS_RETENTION_TIME:-15d}
  is_retention "$retention_time" ||
    fail "PROMETHEUS_RETENTION_TIME is \"$retention_time\", not a duration from 1s to 290y" 'set it to something like 30d'
  if [ -z "${PROMETHEUS_VOLUME_GB:-}" ]; then
    volume_kib=$(df -Pk "$data" | awk 'NR == 2 && $2 ~ /^[0-9]+$/ { print $2 }')
  else
    read_number PROMETHEUS_VOLUME_GB "$PROMETHEUS_VOLUME_GB" 99999 'set it to a whole number of gigabytes, such as 10'
    volume_kib=$((number * 1024 * 1024))
  fi
  retention_mib=$((volume_kib * volume_share_percent / 100 / 1024))
  [ "$retention_mib" -gt 0 ] || fail "the volume at $data has ${volume_kib:-no} KiB" 'set PROMETHEUS_VOLUME_GB'
  say "keeps $retention_time or ${retention_mib} MiB ($volume_share_percent % of the volume), whichever comes first"
}

# --- Whose process it is

# become TOOL COMMAND...: runs the command as nobody. Which of these an image has differs, hence the list.
# shellcheck disable=SC2016 # the inner shell expands what su gets
become() {
  tool=$1
  shift
  case $tool in
    setpriv) exec setpriv --reuid "$nobody_uid" --regid "$nobody_gid" --clear-groups "$@" ;;
    su-exec | gosu) exec "$tool" "$nobody_uid:$nobody_gid" "$@" ;;
    setuidgid) exec setuidgid nobody "$@" ;;
    chpst) exec chpst -u nobody "$@" ;;
    su) exec su -s /bin/sh -c 'exec "$0" "$@"' -- nobody "$@" ;;
  esac
}

# Sets $tool to the way that really ends as nobody, or to nothing.
select_way_to_nobody() {
  nobody_uid=$(id -u nobody 2>/dev/null || :)
  nobody_gid=$(id -g nobody 2>/dev/null || :)
  for tool in setpriv su-exec gosu setuidgid chpst su; do
    if [ "$( (become "$tool" id -u) 2>/dev/null)" = "${nobody_uid:-unknown}" ]; then return 0; fi
  done
  tool=''
}

prepare_owner() {
  make_folder "$data" || fail "the folder $data cannot be made" 'mount a volume there or set PROMETHEUS_DATA_DIR'
  tool=''
  if [ "$(id -u)" -eq 0 ]; then
    select_way_to_nobody
    if [ -n "$tool" ]; then
      chown -Rh "$nobody_uid:$nobody_gid" "$data" "$run" || fail "$data could not be given to nobody" 'look at the volume'
      # A folder above them may be closed to nobody.
      for folder in "$run" "$data"; do
        (become "$tool" test -w "$folder") || fail "nobody may not enter $folder" 'put it where every user may enter'
      done
      return 0
    fi
    say 'stays root: nothing here can become "nobody"'
  fi
  [ -w "$data" ] || fail "$(id -un) may not write to $data" "give it to $(id -un), or start as root so that it is done here"
}

check_files() {
  if ! report=$("$promtool" check config "$run/prometheus.yml" 2>&1); then
    printf '%s\n' "$report" >&2
    fail "promtool refuses the configuration made from $config" 'correct what it names above, then deploy again'
  fi
  if [ -f "$run/web.yml" ] && ! report=$("$promtool" check web-config "$run/web.yml" 2>&1); then
    printf '%s\n' "$report" >&2
    fail 'promtool refuses the password file' "$set_password $app"
  fi
}

start() {
  unset PROMETHEUS_BASIC_AUTH PROMETHEUS_SELF_AUTH PROMETHEUS_PASSWORD METRICS_TOKEN GRAFANA_PROMETHEUS_API_KEY GRAFANA_API_KEY
  set -- "$prometheus" "--config.file=$run/prometheus.yml" "--storage.tsdb.path=$data" \
    "--storage.tsdb.retention.time=$retention_time" "--storage.tsdb.retention.size=${retention_mib}MB" \
    "--storage.remote.flush-deadline=$flush_deadline" "--web.listen-address=$listen" "$@"
  if [ -f "$run/web.yml" ]; then set -- "$@" "--web.config.file=$run/web.yml"; fi
  # Links in alerts lead to this address; without it they would name the machine, which no browser finds.
  external_url=${PROMETHEUS_EXTERNAL_URL:-}
  if [ -z "$external_url" ] && [ -n "${FLY_APP_NAME:-}" ] && [ "$access" != private ]; then
    external_url=https://$FLY_APP_NAME.fly.dev
  fi
  if [ -n "$external_url" ]; then set -- "$@" "--web.external-url=$external_url"; fi
  if [ -n "$tool" ]; then become "$tool" "$@"; fi
  exec "$@"
}

for program in "$prometheus" "$promtool"; do
  command -v "$program" >/dev/null || fail "$program is not here" 'set PROMETHEUS_BIN and PROMTOOL_BIN'
done
prepare_run_folder
write_metrics_token
write_access
check_listen
write_self_scrape
write_remote_write
prepare_owner
select_retention
check_files
start "$@"
