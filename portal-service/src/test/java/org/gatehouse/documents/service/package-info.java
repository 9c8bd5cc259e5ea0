@NullMarked
package org.gatehouse.documents.service;

import org.jspecify.annotations.NullMarked;
