#!/usr/bin/env bash
# Installs what is not ours, for the tests in integration-tests/faults, fleet, blog, waits and dev-ui: an OpenTelemetry Collector,
# Prometheus and Jaeger, built by Go into target/ beside this file, and nginx, PostgreSQL, Redis and Chromium from Debian. From empty
# caches Go takes two processors five and a half minutes; a second build takes seconds, and no network. Where one cannot be had a loud
# line says so, and the tests with it are skipped; those with Prometheus, PostgreSQL and Redis fail where CI is true.
set -uo pipefail
cd "$(dirname "$0")"

missing() {
    printf '\n*** NOT TESTED WITH %s: %s\n\n' "$1" "$2"
}

# FOLDER PACKAGE PROGRAM NAME [OPTION...]: a program that Go builds, in a folder that names the versions of all that it is made of.
# Not optimised, which takes less than half the time: what is measured is what stands before it.
from_go() {
    if ! command -v go > /dev/null; then
        missing "$4" "there is no go to build it"
    elif ! said=$(cd "$1" && timeout 600 go build -trimpath -gcflags "all=-N -l" "${@:5}" -o "../target/$3" "$2" 2>&1); then
        missing "$4" "$(tail -n 1 <<< "$said")"
    fi
}

from_go otelcol . otelcol "AN OPENTELEMETRY COLLECTOR"
# without the clients of all clouds, in which it could look for what to scrape; its module v0.316.0 is Prometheus 3.16.0
from_go prometheus github.com/prometheus/prometheus/cmd/prometheus prometheus PROMETHEUS -tags remove_all_sd \
    -ldflags "-X github.com/prometheus/common/version.Version=3.16.0"
# its pages are built apart, by Node.js, and are not in its module: a placeholder stands there, and its query API is whole
from_go jaeger github.com/jaegertracing/jaeger/cmd/jaeger jaeger JAEGER

updated=
from_debian() {
    [ -n "$updated" ] || said=$(timeout 120 apt-get update -qq 2>&1) || { missing "$1" "$(tail -n 1 <<< "$said")"; return; }
    updated=once
    # at this run level the package does not start its service
    said=$(RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive timeout 180 apt-get install -y -qq "$2" 2>&1) ||
        missing "$1" "$(tail -n 1 <<< "$said")"
}

if ! PATH=$PATH:/usr/sbin command -v nginx > /dev/null; then
    from_debian NGINX nginx-light
fi

if ! ls /usr/lib/postgresql/*/bin/postgres > /dev/null 2>&1; then
    from_debian POSTGRESQL postgresql
fi

if ! command -v redis-server > /dev/null; then
    from_debian REDIS redis-server
fi

if [ ! -x /usr/bin/chromium ]; then
    from_debian "A BROWSER" chromium
fi

echo "What the tests are run with:"
for program in "target/otelcol --version" "target/prometheus --version" "/usr/sbin/nginx -v" "/usr/bin/chromium --version" \
    "/usr/bin/redis-server --version" \
    "$(ls -d /usr/lib/postgresql/*/bin/postgres 2> /dev/null | tail -n 1) --version"; do
    # shellcheck disable=SC2086
    [ ! -x "${program%% *}" ] || $program 2>&1 | grep -m 1 -E '[0-9]+\.[0-9]+'
done
