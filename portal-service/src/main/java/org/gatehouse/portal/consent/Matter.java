package org.gatehouse.portal.consent;

import org.gatehouse.catalogue.PermissionClass;
import org.gatehouse.protocol.AppIdentity;

/// Who asks for what, and what is stored about it: what the rule of consent is applied to.
///
/// @param asked the rank asked for; 0 gets nothing and so needs no answer
/// @param reasoned the app gave a reason
public record Matter(
        AppIdentity subject,
        PermissionClass resource,
        int asked,
        boolean reasoned,
        StoredDecision stored) {}
