package org.gatehouse.prompt.files;

/// The types of files by their names.
public interface FileTypes {

    /// What a name says that the file is, such as `image/png`; `application/octet-stream` if it
    /// says nothing.
    String of(String name);

    /// Whether a type is another one or a kind of it, as `text/x-python` is a kind of `text/plain`.
    ///
    /// @param wanted a type, or `image/*`
    boolean isA(String type, String wanted);
}
