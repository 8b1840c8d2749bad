#!/usr/bin/env bash
# Rehearses a release of what was committed last. Builds it twice from clean clones, in folders, time zones and languages that differ,
# with sources, Javadoc and signatures of a key that lives as long as the script; looks into what was deployed; and compares the two,
# byte for byte. Then an application outside takes its first steps with what was deployed: see first-steps.sh.
#   release.sh [--twice] [version]
# --twice: without the application. The version is that of the next release, if none is named. MVN is the command of Maven, a 3.9 or
# later for the application.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
work=$here/target/release
application=true
if [ "${1:-}" = --twice ]; then
    shift
    application=
fi
snapshot=$(git -C "$root" show HEAD:pom.xml | sed -n 's/^    <version>\(.*\)<.*/\1/p')
version=${1:-${snapshot%-SNAPSHOT}}
# what users need, and what is deployed: no tests, no benchmarks, no docs
modules=runtime,runtime-dev,deployment,test-support
artifacts=(quarkus-steptrace quarkus-steptrace-dev quarkus-steptrace-deployment quarkus-steptrace-test)

rm -rf "$work"
mkdir -p "$work"
. "$here/own-repository.sh"
own_repository "$work/local"

# a socket's path is short
GNUPGHOME=$(mktemp -d)
export GNUPGHOME
trap 'gpgconf --kill all; rm -rf "$GNUPGHOME"' EXIT
gpg -q --batch --pinentry-mode loopback --passphrase '' --quick-gen-key 'Rehearsal of a release <rehearsal@localhost>' ed25519 sign 1d

fail() {
    echo "FAILED: $1"
    exit 1
}

# its checkout, where it is deployed to, more arguments
deploy() {
    local checkout=$1 folder=$2 log=$2.log started=$SECONDS
    shift 2
    git clone -q "$root" "$checkout"
    "$checkout/integration-tests/set-version.sh" "$version"
    ${MVN:-mvn} -B -f "$checkout/pom.xml" deploy -Prelease -pl "$modules" -am -Dmaven.test.skip=true -Dformatter.skip -Dimpsort.skip \
        -Dmaven.repo.local="$work/local" -DaltDeploymentRepository="release::file://$folder" "$@" > "$log" 2>&1 || {
        grep -m 5 ERROR "$log"
        fail "see $log"
    }
    echo "built $version in $((SECONDS - started)) s, deployed $(find "$folder" -name '*.jar' | wc -l) archives to $folder"
}

# the files of a folder that are the same whenever they are built: a signature has its time, as has the list of versions that the
# repository keeps for itself
lasting() {
    (cd "$1" && find . -type f ! -name '*.asc*' ! -name 'maven-metadata.xml*' -exec sha256sum {} + | sort -k 2)
}

# what two archives of the same name do not have in common
differences() {
    local name=${1#./}
    echo "$name"
    [[ $name == *.jar ]] || return 0
    rm -rf "$work/left" "$work/right"
    unzip -qo "$work/first/$name" -d "$work/left"
    unzip -qo "$work/second/$name" -d "$work/right"
    diff -rq "$work/left" "$work/right" || diff <(unzip -Z "$work/first/$name") <(unzip -Z "$work/second/$name") | head || true
}

# has what Central asks of every archive
complete() {
    local name=$1 base=$work/first/io/steptrace/$1/$version/$1-$version pom
    pom=$(tr -d '\n' < "$base.pom")
    for kind in .pom .jar -sources.jar -javadoc.jar; do
        [ -s "$base$kind" ] || fail "no $name$kind"
        gpg -q --verify "$base$kind.asc" "$base$kind" 2> /dev/null || fail "$name$kind is not signed"
    done
    for element in '<name>' '<description>'; do
        [[ $pom == *"$element"* ]] || fail "the POM of $name has no $element"
    done
    for kind in .jar -sources.jar; do
        for file in LICENSE NOTICE; do
            unzip -Z1 "$base$kind" "META-INF/$file" > /dev/null 2>&1 || fail "no $file in $name$kind"
        done
    done
}

deploy "$work/checkout" "$work/first"
MAVEN_OPTS="-Duser.timezone=Asia/Tokyo -Duser.language=de -Duser.country=DE" \
    deploy "$work/elsewhere/and/deeper/checkout" "$work/second" -T1

[ "$(ls "$work/first/io/steptrace" | sort)" = "$(printf '%s\n' "${artifacts[@]}" quarkus-steptrace-parent | sort)" ] \
    || fail "deployed was $(ls "$work/first/io/steptrace" | xargs)"
for artifact in "${artifacts[@]}"; do
    complete "$artifact"
done
grep -q '<licenses>' "$work/first/io/steptrace/quarkus-steptrace-parent/$version/"*.pom || fail "the parent names no license"
! grep -rl --include='*.pom' -- -SNAPSHOT "$work/first" || fail "these POMs name a snapshot"
echo "complete: ${artifacts[*]}, each with POM, sources, Javadoc, signatures, LICENSE and NOTICE"
for element in url developers scm; do
    grep -q "^    <$element>" "$work/first/io/steptrace/quarkus-steptrace-parent/$version/"*.pom \
        || echo "*** Central also asks for <$element> in the parent POM: not known to this project"
done

lasting "$work/first" > "$work/first.sums"
lasting "$work/second" > "$work/second.sums"
diff <(cut -c 67- "$work/first.sums") <(cut -c 67- "$work/second.sums") || fail "not the same files"
changed=$(diff "$work/first.sums" "$work/second.sums" | sed -n 's/^< [0-9a-f]*  //p' | grep -v '\.\(md5\|sha1\)$' || true)
if [ -n "$changed" ]; then
    for file in $changed; do
        differences "$file"
    done
    fail "built twice, these differ"
fi
echo "built twice, the same byte for byte: $(wc -l < "$work/first.sums") files, all but signatures and maven-metadata.xml"

if [ -n "$application" ]; then
    RELEASE=$work/first "$here/first-steps.sh" java
    [ "$(grep -lr "$version.jar>release=" "$here/target/first-steps/repository/io/steptrace" | wc -l)" = ${#artifacts[@]} ] \
        || fail "the application did not take all of it from the folder"
fi
echo "rehearsed the release of $version in $SECONDS s"
