# For scripts: own_repository FOLDER makes a local Maven repository without the extension, the rest of which is linked to the usual
# one, so that nothing is downloaded twice. USUAL_REPOSITORY is the usual one, if it is elsewhere.
own_repository() {
    local usual=${USUAL_REPOSITORY:-$HOME/.m2/repository}
    mkdir -p "$1/io" "$usual/io"
    find "$usual" -mindepth 1 -maxdepth 1 ! -name io -exec ln -s -t "$1" {} +
    find "$usual/io" -mindepth 1 -maxdepth 1 ! -name steptrace -exec ln -s -t "$1/io" {} +
}
