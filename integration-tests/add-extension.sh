#!/usr/bin/env bash
# Creates an application, adds the extension as its users do, builds the application and looks for a span of its endpoint. The
# extension goes into the local Maven repository first; the registry of Quarkus does not know it and is not asked.
#   add-extension.sh
# MVN is the command that builds, with Maven 3.9 or later, e.g. MVN="/opt/maven/bin/mvn -o".
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
work=$here/target/add-extension
quarkus=$(sed -n 's/.*<quarkus.version>\(.*\)<.*/\1/p' "$root/pom.xml")
extension=$(sed -n 's/^    <version>\(.*\)<.*/\1/p' "$root/pom.xml")
rm -rf "$work"
mkdir -p "$work"
cd "$work"

build() {
    echo "$1"
    local log=$work/${1// /-}.log
    shift
    ${MVN:-mvn} -B "$@" > "$log" 2>&1 || { grep ERROR "$log" | head -n 5; echo "FAILED, see $log"; exit 1; }
}

build "install the extension" -f "$root/pom.xml" install -DskipTests -pl runtime,runtime-dev,deployment -am
build "create an application" "io.quarkus:quarkus-maven-plugin:$quarkus:create" -DquarkusRegistryClient=false \
    -DplatformGroupId=io.quarkus -DplatformVersion="$quarkus" -DprojectArtifactId=shop -Dextensions=rest
cd shop
build "add the extension" "io.quarkus:quarkus-maven-plugin:$quarkus:add-extension" -DquarkusRegistryClient=false \
    -Dextensions="io.steptrace:quarkus-steptrace:$extension"
endpoint=$(grep -rl "public String hello()" src/main/java)
sed -i 's/^\( *\)\(public String hello()\)/\1@io.steptrace.Step("greet")\n\1\2/' "$endpoint"
build "build the application" package -Dquarkus.http.test-port=0

java -Dquarkus.http.port=0 -Dquarkus.steptrace.console=true -jar target/quarkus-app/quarkus-run.jar > "$work/run.log" 2>&1 &
application=$!
trap 'kill $application 2> /dev/null || true' EXIT

# the first line of the log that matches, as soon as there is one
line() {
    for _ in $(seq 150); do
        grep -m 1 -- "$1" "$work/run.log" && return
        sleep 0.2
    done
    echo "no \"$1\", see $work/run.log" >&2
    exit 1
}

url=$(line "Listening on" | sed 's/.*Listening on: //')
line "Installed features: .*\bsteptrace\b"
curl -sf "$url/hello" > /dev/null
line "step.greet"
