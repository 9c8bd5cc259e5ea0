package org.gatehouse.store;

/// The process that wrote.
///
/// @param pid 0 if it is the store itself or unknown
/// @param executable the absolute path of its program, `""` if unknown
public record Author(int pid, String executable) {

    /// The store itself.
    public static final Author STORE = new Author(0, "");
}
