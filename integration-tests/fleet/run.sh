#!/usr/bin/env bash
# Two services and three Collectors, configured with the files of docs/modules/ROOT/pages/how-to/collector-sampling.adoc: what is
# kept of traces that cross both services, what is lost where when a Collector is killed under load, and many spans. Prints its tables.
#   run.sh [--spans N] [--requests N] [--seconds N] [--kill-after SECONDS]
# --spans      how many go through it at the end; 1000000, or 0 for none
# --requests   how many a second, of which each is some ten spans in the drills, and thirty at the end; 100
# --seconds    how long there is load in each drill; 60
# --kill-after at which second of it the Collector is killed; 20
# MVN is the command that builds, e.g. MVN="mvn -o".
set -euo pipefail

module=$(cd "$(dirname "$0")" && pwd)
spans=1000000 requests=100 seconds=60 kill=20
while [ $# -gt 0 ]; do
    case $1 in
        --spans) spans=$2 && shift ;;
        --requests) requests=$2 && shift ;;
        --seconds) seconds=$2 && shift ;;
        --kill-after) kill=$2 && shift ;;
        *) sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2 && exit 2 ;;
    esac
    shift
done

"$module/../neighbours/install.sh"
rm -f "$module/target/fleet.txt"
# The tables are printed even if a test has failed: that is when they are wanted most.
code=0
${MVN:-mvn} -B -q -f "$module/../../pom.xml" -pl integration-tests/fleet -am verify -Dformatter.skip -Dimpsort.skip \
    -Dsurefire.skip=true -Dit.test='io.steptrace.fleet.*IT' -Dfailsafe.failIfNoSpecifiedTests=false \
    -Dfleet.parallel=false -Dfleet.requests="$requests" -Dfleet.seconds="$seconds" -Dfleet.kill-after="$kill" \
    $([ "$spans" -eq 0 ] || echo "-Dfleet.spans=$spans") || code=$?
cat "$module/target/fleet.txt"
exit $code
