#!/usr/bin/env bash
# Builds the application of this module twice, with the extension and without, benchmarks both and prints the ratios.
#   run.sh [--quick] [--no-build] [options of JMH]
# With --http it does so with the blog, under load, and compares requests per second.
#   run.sh --http [--quick] [--no-build]
# MVN is the command that builds, e.g. MVN="mvn -o".
set -euo pipefail

module=$(cd "$(dirname "$0")" && pwd)
blog=$module/../blog/target
effort=full
build=true
http=false
while [[ ${1:-} == --quick || ${1:-} == --no-build || ${1:-} == --http ]]; do
    case $1 in
        --quick) effort=quick ;;
        --no-build) build=false ;;
        --http) http=true ;;
    esac
    shift
done

package() {
    ${MVN:-mvn} -B -q -f "$module/../../pom.xml" -pl "integration-tests/$1" -am package -DskipTests \
        -Dquarkus.steptrace.enabled="$2" "${@:3}"
}

run() {
    "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$module/target/$1-runner.jar" "io.steptrace.benchmarks.$2" "${@:3}"
}

benchmark() {
    run "$1" report.BenchmarkRun "$2" "$effort" "$module/target/$1.txt" "${@:3}"
}

if $http; then
    if $build; then
        package blog false -Dquarkus.package.output-directory=without-steptrace
        package blog true -Dquarkus.package.output-directory=with-steptrace
        package benchmarks true
    fi
    run benchmarks http.HttpRun "$effort" "$blog/with-steptrace" "$blog/without-steptrace" "$module/target/http.txt" "$@"
    cat "$module/target/http.txt"
    exit
fi
if $build; then
    package benchmarks false -Dquarkus.package.output-name=benchmarks-disabled
    package benchmarks true -Dquarkus.package.output-name=benchmarks
fi
benchmark benchmarks-disabled disabled "$@"
benchmark benchmarks enabled "$@"
cat "$module/target/benchmarks.txt" "$module/target/benchmarks-disabled.txt"
