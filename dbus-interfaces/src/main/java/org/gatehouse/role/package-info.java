/// What every role of Gatehouse is started with and how it ends.
///
/// A role (store, portal, prompt, documents) is a set of objects on a bus connection of its own.
/// The launcher starts one or several of them in one process; they never see each other. Start at
/// [RunningRole].
@NullMarked
package org.gatehouse.role;

import org.jspecify.annotations.NullMarked;
