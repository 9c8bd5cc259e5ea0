package org.gatehouse.documents.mount;

/// A real file that is open.
///
/// @param node which, and through which document it was opened
/// @param descriptor as the app asked for it: for reading, writing, appending
record OpenFile(RealNode node, int descriptor) implements OpenFiles.Opened {}
