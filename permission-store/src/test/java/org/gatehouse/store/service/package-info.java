@NullMarked
package org.gatehouse.store.service;

import org.jspecify.annotations.NullMarked;
