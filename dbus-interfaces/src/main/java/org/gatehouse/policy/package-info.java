/// What vendors, administrators and the person lay down about permissions, as data.
///
/// Start at [PolicyFiles], which reads the files of all layers and follows their changes, and at
/// [PolicyRules#ruling], the pure answer to "what is laid down for this class and this app". One
/// file is read by [PolicyFile#parse], which also serves to check a file that is not in force;
/// [RuleReader] says the keys of a rule.
///
/// Layers, in the order in which they apply: the classes' own defaults, vendor, administrator,
/// user. A later rule overrides the fields that it names; what a *locked* administrator's rule has
/// set, the user's layer can only narrow.
///
/// A file that cannot be understood never widens anything: its last good state stays in force, and
/// where there was none, nothing is allowed by policy at all until it is mended.
///
/// The package lies beside the protocol's nouns because several roles read it, and roles do not
/// know each other. It decides over no request: that is the portal's consent.
@NullMarked
package org.gatehouse.policy;

import org.jspecify.annotations.NullMarked;
