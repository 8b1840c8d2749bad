#!/usr/bin/env bash
# Builds the application of this module twice, with the extension and without, benchmarks both and prints the ratios.
#   run.sh [--quick] [--no-build] [options of JMH]
# With --http it does so with the blog, under load, and compares requests per second.
#   run.sh --http [--quick] [--no-build]
# With --outage it takes the collector away from an application that makes spans, with the extension and without, and counts them.
#   run.sh --outage [--quick] [--no-build]
# With --soak the collector comes and goes all the time, for the application with the extension alone.
#   run.sh --soak [--minutes N] [--no-build]
# With --memory the collector takes nothing while spans are made that no heap holds, for heaps, outages and spans of many sizes.
#   run.sh --memory [--quick] [--no-build]
# With --export it compares the spans per second of the guarded exporter with those of Quarkus' own.
#   run.sh --export [--quick] [--no-build]
# With --sampling it compares an application that keeps few traces with one that exports all of them.
#   run.sh --sampling [--quick] [--no-build]
# With --methods it builds and starts a generated application with 1,000 annotated methods, and the same without annotations.
#   run.sh --methods [--quick] [--no-build]
# With --native it compares the blog as a binary with and without the extension; needs GRAALVM_HOME. What follows goes to Maven.
#   run.sh --native [--no-build] [-Dquarkus.native.native-image-xmx=6g ...]
# MVN is the command that builds, e.g. MVN="mvn -o".
set -euo pipefail

module=$(cd "$(dirname "$0")" && pwd)
blog=$module/../blog/target
faults=$module/../faults/target
effort=full
build=true
what=jmh
minutes=10
while true; do
    case ${1:-} in
        --quick) effort=quick ;;
        --no-build) build=false ;;
        --http | --outage | --soak | --memory | --export | --sampling | --methods | --native) what=${1#--} ;;
        --minutes) minutes=$2 && shift ;;
        *) break ;;
    esac
    shift
done

# Traces are compared with traces: no metrics, which an application may have switched on for its tests.
package() {
    ${MVN:-mvn} -B -q -f "$module/../../pom.xml" -pl "integration-tests/$1" -am package -DskipTests \
        -Dquarkus.steptrace.enabled="$2" -Dquarkus.otel.metrics.enabled=false "${@:3}"
}

run() {
    "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
        -cp "$module/target/$1-runner.jar" "io.steptrace.benchmarks.$2" "${@:3}"
}

benchmark() {
    run "$1" report.BenchmarkRun "$2" "$effort" "$module/target/$1.txt" "${@:3}"
}

# The table is printed even if the run has failed: that is when it is wanted most.
drill() {
    local code=0
    run benchmarks "$2" "${@:3}" "$module/target/$1.txt" || code=$?
    cat "$module/target/$1.txt"
    exit $code
}

case $what in
    http)
        if $build; then
            package blog false -Dquarkus.package.output-directory=without-steptrace
            package blog true -Dquarkus.package.output-directory=with-steptrace
            package benchmarks true
        fi
        drill http http.HttpRun "$effort" "$blog/with-steptrace" "$blog/without-steptrace"
        ;;
    outage)
        if $build; then
            package faults false -Dquarkus.package.output-directory=without-steptrace
            package faults true -Dquarkus.package.output-directory=with-steptrace
            package benchmarks true
        fi
        drill outage drill.OutageRun "$effort" "$faults/with-steptrace" "$faults/without-steptrace"
        ;;
    soak)
        if $build; then
            package faults true -Dquarkus.package.output-directory=with-steptrace
            package benchmarks true
        fi
        drill soak drill.SoakRun "$minutes" "$faults/with-steptrace"
        ;;
    memory)
        if $build; then
            package faults true -Dquarkus.package.output-directory=with-steptrace
            package benchmarks true
        fi
        drill memory drill.memory.MemoryRun "$effort" "$faults/with-steptrace"
        ;;
    export)
        if $build; then
            package faults true -Dquarkus.package.output-directory=without-guard -Dquarkus.steptrace.export.guard=false
            package faults true -Dquarkus.package.output-directory=with-steptrace
            package benchmarks true
        fi
        drill export burst.BurstRun "$effort" "$faults/with-steptrace" "$faults/without-guard"
        ;;
    sampling)
        if $build; then
            package faults false -Dquarkus.package.output-directory=without-steptrace
            package faults true -Dquarkus.package.output-directory=with-steptrace
            package benchmarks true
        fi
        drill sampling sampling.SamplingRun "$effort" "$faults/with-steptrace" "$faults/without-steptrace"
        ;;
    methods)
        if $build; then
            package faults true -Dquarkus.package.output-directory=mutable -Dquarkus.package.jar.type=mutable-jar
            package benchmarks true
        fi
        rm -rf "$module/target/methods"
        drill methods methods.MethodsRun "$effort" "$faults/mutable" "$module/target/methods"
        ;;
    native)
        if $build; then
            package blog false -Dnative -Dquarkus.package.output-name=without-steptrace "$@"
            package blog true -Dnative -Dquarkus.package.output-name=with-steptrace "$@"
            package benchmarks true
        fi
        drill native binary.BinaryRun "$blog/with-steptrace-runner" "$blog/without-steptrace-runner"
        ;;
esac
if $build; then
    package benchmarks false -Dquarkus.package.output-name=benchmarks-disabled
    package benchmarks true -Dquarkus.package.output-name=benchmarks
fi
benchmark benchmarks-disabled disabled "$@"
benchmark benchmarks enabled "$@"
cat "$module/target/benchmarks.txt" "$module/target/benchmarks-disabled.txt"
