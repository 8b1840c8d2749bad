#!/usr/bin/env bash
# The first five minutes of a new user, from outside this build: creates an application with the extension, tests its traces with the
# test kit, has a test that expects another trace and compares what it says with the guide, packages the application, tests that too,
# runs it and looks for a tree on its console.
#   first-steps.sh [java|kotlin|gradle]...
# Of gradle only the files are looked at: they have to ask for the same artifacts as those of Maven.
# The extension goes into a local Maven repository of its own, the rest of which is linked to the usual one; or it comes from RELEASE,
# a folder that a release was deployed to, and is not built. The registry of Quarkus does not know the extension and is not asked. MVN
# is the command of a Maven 3.9 or later, which Quarkus asks for.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
work=$here/target/first-steps
quarkus=$(sed -n 's/.*<quarkus.version>\(.*\)<.*/\1/p' "$root/pom.xml")
extension=$(sed -n 's/^    <version>\(.*\)<.*/\1/p' "$root/pom.xml")
own=$work/repository
settings=()
rm -rf "$work"
. "$here/own-repository.sh"
own_repository "$own"
cd "$work"

# what it does, its log, the command
run() {
    echo "$1"
    local log=$work/${1// /-}.log
    shift
    "$@" > "$log" 2>&1 || { grep -m 5 ERROR "$log" || tail -n 5 "$log"; echo "FAILED, see $log"; exit 1; }
}

maven() {
    ${MVN:-mvn} -B ${settings[@]+"${settings[@]}"} -Dmaven.repo.local="$own" "$@"
}

# Maven looks for artifacts in the folder, and on Central
from_release() {
    extension=$(ls "$RELEASE/io/steptrace/quarkus-steptrace" | grep '^[0-9]')
    settings=(-s "$work/settings.xml")
    cat > "$work/settings.xml" << END
<settings>
    <profiles>
        <profile>
            <id>release</id>
            <repositories>
                <repository>
                    <id>release</id>
                    <url>file://$RELEASE</url>
                </repository>
            </repositories>
        </profile>
    </profiles>
    <activeProfiles>
        <activeProfile>release</activeProfile>
    </activeProfiles>
</settings>
END
}

# its name, more extensions, the tool that builds it
create() {
    maven "io.quarkus:quarkus-maven-plugin:$quarkus:create" -DquarkusRegistryClient=false -DplatformGroupId=io.quarkus \
        -DplatformVersion="$quarkus" -DprojectArtifactId="$1" -DbuildTool="$3" \
        -Dextensions="io.steptrace:quarkus-steptrace:$extension$2"
}

# beside the test that passes, one that expects another effect
expect_another_tree() {
    local test other
    test=$(find src/test -name 'OrderResourceTest.*')
    other=${test/OrderResource/OtherTree}
    sed -e 's/OrderResourceTest/OtherTreeTest/' -e 's/├─ db.get recipe/├─ db.get price/' "$test" > "$other"
}

# all reports but that of the other tree are of tests that passed, and it says what the guide shows
judge() {
    local failed
    grep -q "Tests run: 1, Failures: 0, Errors: 0, Skipped: 0" target/surefire-reports/*OrderResourceTest.txt
    grep -q "Tests run: 1, Failures: 0, Errors: 0, Skipped: 0" target/failsafe-reports/*OrderResourceIT.txt
    failed=$(grep -L "Failures: 0, Errors: 0" target/*-reports/*.txt)
    [[ $failed == target/surefire-reports/*OtherTreeTest.txt ]] || { echo "FAILED: $failed"; exit 1; }
    sed -n '/^the trace is drawn otherwise/,/^\tat /p' "$failed" | sed '/^\tat /d' | sed '/./,$!d' | tee said.txt
    sed -n '/^the trace is drawn otherwise/,/^----/p' "$root/docs/modules/ROOT/pages/how-to/testing.adoc" | sed '/^----/d' \
        | diff -B - said.txt || { echo "FAILED: the guide shows another message"; exit 1; }
}

# the first line of the log that matches, as soon as there is one
line() {
    for _ in $(seq 450); do
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
        grep -q "job.park(timer).*Recipes" "$log" && grep -q "queue oven [0-9][0-9]" "$log" && break
        # two at once, for one oven
        curl -sf --parallel --parallel-immediate -o /dev/null -o /dev/null "$url/orders/rye" "$url/orders/rye" 2> /dev/null
        sleep 2
    done
    line "$log" "job.park(timer).*Recipes"
    line "$log" "queue oven [0-9][0-9]"
    kill $application
    wait $application 2> /dev/null || true
}

with_maven() {
    local name=bakery-$1
    run "create $name" create "$name" "$2" maven
    cd "$name"
    expect_another_tree
    run "test and package $name" maven verify -Dquarkus.http.test-port=0 -DskipITs=false -Dmaven.test.failure.ignore
    judge
    serves "$name" target/quarkus-app
    cd "$work"
}

# group, artifact and scope of what a build asks for, one a line
asked_of_maven() {
    tr -d ' \n' < "$1/pom.xml" | sed 's/.*<\/dependencyManagement>//; s/<build>.*//; s/<dependency>/\n/g' \
        | sed -n -E 's/^<groupId>(.*)<\/groupId><artifactId>([^<]*)<.*<scope>test<.*/\1:\2 test/p
                     t; s/^<groupId>(.*)<\/groupId><artifactId>([^<]*)<.*/\1:\2/p' | sort
}

asked_of_gradle() {
    sed -n -E "s/^ *testImplementation[ (]+['\"]([^:'\"]*:[^:'\"]*).*/\1 test/p
               s/^ *implementation[ (]+['\"]([^:'\"]*:[^:'\"]*).*/\1/p" "$1"/build.gradle* | sort
}

with_gradle() {
    run "create bakery-as-maven" create bakery-as-maven "" maven
    for tool in gradle gradle-kotlin-dsl; do
        run "create bakery-$tool" create "bakery-$tool" "" "$tool"
        diff <(asked_of_maven bakery-as-maven) <(asked_of_gradle "bakery-$tool")
        grep -q "quarkus-steptrace-test:$extension" "bakery-$tool"/build.gradle*
    done
}

if [ -n "${RELEASE:-}" ]; then
    from_release
else
    run "install the extension" maven -f "$root/pom.xml" install -DskipTests -Dmaven.test.skip=true -pl runtime,runtime-dev,deployment,test-support -am
fi
for way in "${@:-java}"; do
    case $way in
        java) with_maven java "" ;;
        kotlin) with_maven kotlin ",kotlin" ;;
        gradle) with_gradle ;;
        *) echo "no such way: $way" >&2; exit 1 ;;
    esac
done
