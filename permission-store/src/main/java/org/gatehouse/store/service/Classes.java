package org.gatehouse.store.service;

import org.gatehouse.catalogue.Catalogue;
import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.policy.PolicyFiles;
import org.gatehouse.policy.PolicyRules;

/// The classes of permission, and what policy says about them as a whole.
///
/// Threads: any that may wait for the disk; read when first asked for, and followed from then on.
///
/// @param policy what is laid down
record Classes(Catalogue catalogue, PolicyFiles policy) {

    /// What is laid down now.
    PolicyRules rules() {
        policy.watch();
        return policy.rules();
    }

    /// Whether everybody has what the class is about, and nobody is asked.
    boolean isRetired(PermissionClass permission) {
        return rules().isRetired(permission);
    }
}
