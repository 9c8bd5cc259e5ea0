/// The prompt role on a private bus, with the tests in the part of the portal.
@NullMarked
package org.gatehouse.prompt.service;

import org.jspecify.annotations.NullMarked;
