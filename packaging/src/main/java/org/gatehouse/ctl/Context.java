package org.gatehouse.ctl;

import org.gatehouse.ctl.text.Times;

/// What every command works with.
record Context(Service service, Screen screen, Times times) {}
