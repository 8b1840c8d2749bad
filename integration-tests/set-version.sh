#!/usr/bin/env bash
# Sets the version: a snapshot in the POMs alone, that of a release also where README and docs say which one to take. Then it is the
# heading of what was unreleased in the changelog, too, and the time of the last commit that of all entries of archives.
#   set-version.sh version
set -euo pipefail

cd "$(dirname "$0")/.."
next=${1:?which version}
last=(env TZ=UTC git log -1 --format=%cd)

files=('*pom.xml')
if [[ $next != *-SNAPSHOT ]]; then
    files+=(README.md 'docs/modules/*.adoc')
    sed -i "s/^## \[Unreleased\]$/&\n\n## [$next] - $("${last[@]}" --date=format-local:%F)/" CHANGELOG.md
    sed -i "s|\(<project.build.outputTimestamp>\)[^<]*|\1$("${last[@]}" --date=format-local:%FT%TZ)|" pom.xml
fi
# behind the name of an artifact of ours, as in group:artifact:version or in the next element
git ls-files -z "${files[@]}" \
    | xargs -0 perl -0pi -e 's{(quarkus-steptrace[a-z-]*(?::|</artifactId>\s*<version>))\d[\w.-]*}{${1}'"$next"'}g'
