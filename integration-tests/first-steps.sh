#!/usr/bin/env bash
# The first five minutes of a new user, from outside this build: creates an application with the extension, tests its traces with the
# test kit, changes it so that a test fails and shows what it says, packages it, runs it and looks for a tree on its console.
#   first-steps.sh [java|kotlin]...
# The extension goes into a local Maven repository of its own; what else is needed comes from the usual one, or is downloaded. The
# registry of Quarkus does not know the extension and is not asked.
# MVN is the command that builds, with Maven 3.9 or later, e.g. MVN="/opt/maven/bin/mvn".
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
work=$here/target/first-steps
quarkus=$(sed -n 's/.*<quarkus.version>\(.*\)<.*/\1/p' "$root/pom.xml")
extension=$(sed -n 's/^    <version>\(.*\)<.*/\1/p' "$root/pom.xml")
usual=${USUAL_REPOSITORY:-$HOME/.m2/repository}
own=$work/repository
rm -rf "$work"
mkdir -p "$own"
cd "$work"

# what it does, its log, the command
run() {
    echo "$1"
    local log=$work/${1// /-}.log
    shift
    "$@" > "$log" 2>&1 || { grep -m 5 ERROR "$log" || tail -n 5 "$log"; echo "FAILED, see $log"; exit 1; }
}

maven() {
    ${MVN:-mvn} -B -Dmaven.repo.local="$own" -Dmaven.repo.local.tail="$usual" \
        -Dmaven.repo.local.tail.ignoreAvailability=true "$@"
}

create() {
    maven "io.quarkus:quarkus-maven-plugin:$quarkus:create" -DquarkusRegistryClient=false -DplatformGroupId=io.quarkus \
        -DplatformVersion="$quarkus" -DprojectArtifactId="$1" \
        -Dextensions="io.steptrace:quarkus-steptrace:$extension$2"
}

# the message of a test that was made to fail, as its report has it: both trees, with the lines that differ marked
shows() {
    cat "$1"/*.txt | sed -n '/the trace is drawn otherwise/,/^\tat /p' | sed '/^\tat /d'
    grep -q "^- .*db.get price" "$1"/*.txt && grep -q "^+ .*db.get recipe" "$1"/*.txt
}

# the first line of the log that matches, as soon as there is one
line() {
    for _ in $(seq 150); do
        grep -m 1 -- "$2" "$1" && return
        sleep 0.2
    done
    echo "no \"$2\", see $1" >&2
    exit 1
}

serves() {
    local log=$work/$1-run.log
    java -Dquarkus.http.port=0 -Dquarkus.steptrace.console=true -jar "$2/quarkus-run.jar" > "$log" 2>&1 &
    local application=$!
    trap "kill $application 2> /dev/null || true" EXIT
    local url
    url=$(line "$log" "Listening on" | sed 's/.*Listening on: //')
    line "$log" "Installed features: .*\bsteptrace\b"
    curl -sf "$url/orders/rye"
    echo
    line "$log" "^GET /orders/{bread}\|http.server: GET /orders/{bread}"
    line "$log" "step.bake"
    # waits are not found before Flight Recorder runs, which the first request of a slow machine may come before
    for _ in $(seq 10); do
        grep -q "job.park(timer).*Recipes" "$log" && break
        curl -sf -o /dev/null "$url/orders/rye"
        sleep 2
    done
    line "$log" "job.park(timer).*Recipes"
    kill $application
    wait $application 2> /dev/null || true
}

with_maven() {
    local name=bakery-$1
    run "create $name" create "$name" "$2"
    cd "$name"
    run "test and package $name" maven verify -Dquarkus.http.test-port=0 -DskipITs="$3"
    sed -i 's/├─ db.get recipe/├─ db.get price/' "$(find src/test -name 'OrderResourceTest.*')"
    echo "expect another tree of $name"
    if maven test -Dquarkus.http.test-port=0 > "$work/$name-fails.log" 2>&1; then
        echo "FAILED, it is not noticed: see $work/$name-fails.log"
        exit 1
    fi
    shows target/surefire-reports
    serves "$name" target/quarkus-app
    cd "$work"
}

run "install the extension" maven -f "$root/pom.xml" install -DskipTests -Dmaven.test.skip=true -pl runtime,runtime-dev,deployment,test-support -am
for way in "${@:-java}"; do
    case $way in
        java) with_maven java "" false ;;
        kotlin) with_maven kotlin ",kotlin" true ;;
        *) echo "no such way: $way" >&2; exit 1 ;;
    esac
done
