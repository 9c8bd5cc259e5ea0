package org.gatehouse.portal.request;

import java.util.List;
import org.gatehouse.bus.ExportedInterface;

/// One portal of the service, as its package contributes it.
///
/// @param face the interface and its handler
/// @param backends the backend interfaces it cannot do without; where one has no backend, the
///   portal is not exported
public record ServedPortal(ExportedInterface<?> face, List<String> backends) {}
