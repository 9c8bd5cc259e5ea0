package org.gatehouse.catalogue;

/// One degree in which a permission can be granted, such as *city* of the location.
///
/// @param choice its id among the `choices` of a dialog, such as `city`
/// @param word what the permission row says, such as `CITY`
/// @param label what the person reads
public record Level(String choice, String word, String label) {}
