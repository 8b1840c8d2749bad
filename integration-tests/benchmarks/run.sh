#!/usr/bin/env bash
# Builds the application of this module twice, with the extension and without, benchmarks both and prints the ratios.
#   run.sh [--quick] [--no-build] [options of JMH]
# MVN is the command that builds, e.g. MVN="mvn -o".
set -euo pipefail

module=$(cd "$(dirname "$0")" && pwd)
effort=full
build=true
while [[ ${1:-} == --quick || ${1:-} == --no-build ]]; do
    if [[ $1 == --quick ]]; then effort=quick; else build=false; fi
    shift
done

package() {
    ${MVN:-mvn} -B -q -f "$module/../../pom.xml" -pl integration-tests/benchmarks -am package -DskipTests \
        -Dquarkus.package.output-name="$1" -Dquarkus.steptrace.enabled="$2"
}

benchmark() {
    "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$module/target/$1-runner.jar" io.steptrace.benchmarks.report.BenchmarkRun \
        "$2" "$effort" "$module/target/$1.txt" "${@:3}"
}

if $build; then
    package benchmarks-disabled false
    package benchmarks true
fi
benchmark benchmarks-disabled disabled "$@"
benchmark benchmarks enabled "$@"
cat "$module/target/benchmarks.txt" "$module/target/benchmarks-disabled.txt"
