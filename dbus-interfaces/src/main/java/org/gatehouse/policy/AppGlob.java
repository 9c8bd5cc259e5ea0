package org.gatehouse.policy;

/// Which apps a rule is about: `*` stands for any characters, `?` for one.
///
/// @param pattern such as `org.gnome.*`
record AppGlob(String pattern) {

    /// Takes time in proportion to the lengths multiplied, whatever the pattern is.
    boolean matches(String app) {
        int at = 0;
        int next = 0;
        int star = -1;
        int starAt = 0;
        while (at < app.length()) {
            if (next < pattern.length() && pattern.charAt(next) == '*') {
                star = next++;
                starAt = at;
            } else if (next < pattern.length() && fits(pattern.charAt(next), app.charAt(at))) {
                next++;
                at++;
            } else if (star >= 0) {
                // the last star takes one character more
                next = star + 1;
                at = ++starAt;
            } else {
                return false;
            }
        }
        return pattern.substring(next).chars().allMatch(each -> each == '*');
    }

    private static boolean fits(char wanted, char found) {
        return wanted == '?' || wanted == found;
    }
}
