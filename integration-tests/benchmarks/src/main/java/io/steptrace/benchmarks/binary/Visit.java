package io.steptrace.benchmarks.binary;

import io.steptrace.benchmarks.watched.Milestone;

/**
 * One life of a binary.
 *
 * @param start until it served requests
 * @param residentBytes once it had served some
 */
record Visit(Milestone start, long residentBytes) {

    double residentMebibytes() {
        return residentBytes / (1024.0 * 1024.0);
    }
}
