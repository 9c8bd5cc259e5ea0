@NullMarked
package org.gatehouse.settings.service;

import org.jspecify.annotations.NullMarked;
