#!/usr/bin/env bash
# Runs the tests of the blog, of the faults and of the features with other versions of Quarkus. The extension is built once, with its own version,
# and goes into the local Maven repository; the applications are compiled and run with each of the other versions.
#   matrix.sh [--packaged] [version ...]
# --packaged: only the packaged application of the faults.
# What cannot be had of a version is named below the table. MVN is the command that builds, e.g. MVN="mvn -o"; JAVA_HOME the JDK.
set -uo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
logs=$here/target/matrix
modules=(blog faults features)
only=()
if [ "${1:-}" = --packaged ]; then
    shift
    modules=(faults)
    only=(-Dsurefire.skip=true)
fi
versions=("$@")
[ ${#versions[@]} -gt 0 ] || versions=(3.33.2 3.34.1 3.36.1 3.37.4)
mkdir -p "$logs"

${MVN:-mvn} -B -q -f "$root/pom.xml" install -DskipTests \
    -pl runtime,runtime-dev,deployment,integration-tests/traces,integration-tests/collector -am > "$logs/install.log" 2>&1 || {
    echo "the extension must be built first - see $logs/install.log"
    exit 1
}

# the first artifact that is lacking, in a line that is not overlooked
missing() {
    printf '*** NOT TESTED WITH QUARKUS %s: %s, without %s\n' "$2" "$1" "$(
        grep -oE '[a-z0-9.-]+:[A-Za-z0-9._-]+:(jar|pom):[A-Za-z0-9._:-]+' "$3" | grep -v "^io.steptrace:" | head -n 1)"
}

tests() {
    local log=$logs/$1-$2.log
    rm -rf "$here/$1/target"
    if ${MVN:-mvn} -B -f "$here/$1/pom.xml" verify -Dquarkus.version="$2" -Dformatter.skip -Dimpsort.skip ${only[@]+"${only[@]}"} > "$log" 2>&1; then
        sed -n 's/^\[.*\] Tests run: \([0-9]*\), Failures: 0, Errors: 0.*[0-9]$/\1/p' "$log" | awk '{ sum += $1 } END { print sum " green" }'
    elif grep -q "Could not find artifact\|could not be resolved\|Could not resolve dependencies\|Failed to collect dependencies" "$log"; then
        missing "$1" "$2" "$log" >> "$logs/missing"
        echo "does not resolve"
    else
        echo "FAILED, see $log"
    fi
}

failed=0
: > "$logs/missing"
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -version 2>&1 | head -n 1
printf '%-10s' Quarkus
printf ' %-20s' "${modules[@]}"
printf '\n'
for version in "${versions[@]}"; do
    printf '%-10s' "$version"
    for module in "${modules[@]}"; do
        outcome=$(tests "$module" "$version")
        [[ "$outcome" == *FAILED* ]] && failed=1
        printf ' %-20s' "$outcome"
    done
    printf '\n'
done
cat "$logs/missing"
exit $failed
