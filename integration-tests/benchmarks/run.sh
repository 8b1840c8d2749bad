#!/usr/bin/env bash
# Builds the application of this module twice, with the extension and without, benchmarks both and prints the ratios.
#   run.sh [--quick] [--no-build] [options of JMH]
# With --http it does so with a page of the blog, under load, with and without spans below that of the request.
#   run.sh --http [--quick] [--no-build]
# With --detect it compares the blog that looks for waits with one that does not.
#   run.sh --detect [--quick] [--no-build]
# With --footprint it compares what they hold after the same number of spans, while the collector is well and while it is dead.
#   run.sh --footprint [--quick] [--no-build]
# With --outage it takes the collector away from an application that makes spans, with the extension and without, and counts them.
#   run.sh --outage [--quick] [--no-build]
# With --soak everything is switched on, and the collector comes and goes all the time under load of all kinds.
#   run.sh --soak [--minutes N] [--no-build]
# With --memory the collector takes nothing while spans are made that no heap holds, for heaps, outages and spans of many sizes.
#   run.sh --memory [--quick] [--no-build]
# With --export it compares the spans per second of the guarded exporter with those of Quarkus' own.
#   run.sh --export [--quick] [--no-build]
# With --sampling it compares an application that keeps few traces with one that exports all of them.
#   run.sh --sampling [--quick] [--no-build]
# With --growth it gives an application more and more spans, routes, queues and undecided traces, and draws what a unit costs in the docs.
#   run.sh --growth [--quick] [--no-build]
# With --methods it builds and starts a generated application with 1,000 annotated methods, and the same without annotations.
#   run.sh --methods [--quick] [--no-build]
# With --waits it starts an application with and without the detection of waits, and has it find a thousand of them a second.
#   run.sh --waits [--quick] [--no-build]
# With --native it compares the blog as a binary with and without the extension; needs GRAALVM_HOME. What follows goes to Maven.
#   run.sh --native [--no-build] [-Dquarkus.native.native-image-xmx=6g ...]
# With --check it measures nothing, and prints which goals the tables that are there miss, which they lack, and which tables are
# older than the last change of the extension; it ends with 1 if a goal is missed or lacking.
#   run.sh --check
# MVN is the command that builds, e.g. MVN="mvn -o".
set -euo pipefail

module=$(cd "$(dirname "$0")" && pwd)

# A line a mode: its application, then its builds, the main one last; each a name, whether with the extension, options of Maven.
modes='
http     blog   without-steptrace,false with-steptrace,true
detect   blog   with-steptrace,true
footprint blog  without-steptrace,false with-steptrace,true
outage   faults without-steptrace,false with-steptrace,true
soak     faults with-metrics,true,-Dquarkus.otel.metrics.enabled=true
memory   faults with-steptrace,true
export   faults without-guard,true,-Dquarkus.steptrace.export.guard=false with-steptrace,true
sampling faults without-steptrace,false with-steptrace,true
growth   faults mutable,true,-Dquarkus.package.jar.type=mutable-jar with-steptrace,true
methods  faults mutable,true,-Dquarkus.package.jar.type=mutable-jar
waits    faults with-metrics,true,-Dquarkus.otel.metrics.enabled=true
native   blog   without-steptrace,false,-Dnative with-steptrace,true,-Dnative
'

mode=
extent=full
build=true
minutes=10
while true; do
    case ${1:-} in
        --quick) extent=quick ;;
        --no-build) build=false ;;
        --minutes) minutes=$2 && shift ;;
        --*) line=$(grep "^${1#--} " <<<"$modes") && read -r mode application builds <<<"$line" || break ;;
        *) break ;;
    esac
    shift
done

# Traces are compared with traces: no metrics, which an application may have switched on for its tests.
package() {
    ${MVN:-mvn} -B -q -f "$module/../../pom.xml" -pl "integration-tests/$1" -am package -DskipTests \
        -Dquarkus.build.skip=false -Dquarkus.steptrace.enabled="$2" -Dquarkus.otel.metrics.enabled=false "${@:3}"
}

# What a mode measures in the build of this module with that name; the table is kept beside it.
measure() {
    "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
        -cp "$module/target/$1-runner.jar" io.steptrace.benchmarks.Measure "$2" "$module/target/$3.txt" "${@:4}"
}

# A line a table: how many goals it has to have. A run of a part of it has fewer, and would hide the others.
goals='
benchmarks 5
benchmarks-disabled 1
http 6
sampling 4
export 2
methods 3
footprint 1
growth 5
waits 1
'

if [ "${1:-}" = --check ]; then
    code=0
    changed=$(git -C "$module" log -1 --format=%ct -- ../../runtime ../../deployment)
    while read -r table count; do
        [ -n "$table" ] || continue
        file=$module/target/$table.txt
        measured=$(grep -c '^goal: ' "$file" 2>/dev/null || true)
        if [ "${measured:-0}" -eq 0 ]; then
            echo "$table: not measured"
            code=1
            continue
        fi
        [ "$measured" -eq "$count" ] || { echo "$table: $measured of $count goals measured"; code=1; }
        [ "$(date -r "$file" +%s)" -ge "$changed" ] || echo "$table: measured before the last change of the extension"
        ! grep ': missed$' "$file" | sed "s/^goal/$table/" | grep . || code=1
    done <<<"$goals"
    exit $code
fi

if [ -z "$mode" ]; then
    if $build; then
        package benchmarks false -Dquarkus.package.output-name=benchmarks-disabled
        package benchmarks true -Dquarkus.package.output-name=benchmarks
    fi
    measure benchmarks-disabled disabled benchmarks-disabled "$extent" "$@"
    measure benchmarks enabled benchmarks "$extent" "$@"
    cat "$module/target/benchmarks.txt" "$module/target/benchmarks-disabled.txt"
    exit
fi

measured=()
for each in $builds; do
    IFS=, read -r name enabled option <<<"$each"
    output=output-directory suffix=
    [ "$mode" != native ] || output=output-name suffix=-runner
    ! $build || package "$application" "$enabled" "-Dquarkus.package.$output=$name" $option "$@"
    measured=("$module/../$application/target/$name$suffix" "${measured[@]}")
done
! $build || package benchmarks true
[ "$mode" != soak ] || extent=$minutes
# where a mode keeps what it makes, such as generated sources
rm -rf "$module/target/$mode"
# The table is printed even if the run has failed: that is when it is wanted most.
code=0
measure benchmarks "$mode" "$mode" "$extent" "${measured[@]}" "$module/target/$mode" || code=$?
cat "$module/target/$mode.txt"
[ "$mode" != growth ] || install -D -m 644 "$module/target/growth/growth.svg" "$module/../../docs/modules/ROOT/images/growth.svg"
exit $code
