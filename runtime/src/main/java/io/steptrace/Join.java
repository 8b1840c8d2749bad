package io.steptrace;

/** When a {@link Need} goes on with its continuation. */
public enum Join {
    /** Once every effect has ended; fails if a required one has failed. */
    ALL,
    /**
     * Once every required effect has ended; fails if one of them has failed. The others go on in the background and stay in the
     * trace, and their slots stay empty.
     */
    ALL_REQUIRED,
    /** On the first end, whatever it is; fails if that is the failure of a required effect. The others are cancelled. */
    ANY,
    /**
     * On the first success, and the others are cancelled. Without a success, once every effect has failed; fails then if one of
     * them was required.
     */
    FIRST_SUCCESS
}
