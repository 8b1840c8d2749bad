package io.steptrace;

/** The family of I/O an effect belongs to; recorded in lower case as {@code effect.kind}. */
public enum EffectKind {
    /** A database. */
    DB,
    /** A call over HTTP. */
    HTTP,
    /** A cache, local or remote. */
    CACHE,
    /** A message broker. */
    MESSAGING,
    /** A remote procedure call other than plain HTTP. */
    RPC,
    /** A file or object store. */
    FILE,
    /** A raw TCP connection. */
    TCP,
    /** A WebSocket. */
    WEBSOCKET,
    /** A computation worth seeing beside the I/O, such as hashing a password. */
    COMPUTE,
    /** Anything else. */
    OTHER
}
