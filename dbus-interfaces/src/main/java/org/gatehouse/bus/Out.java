package org.gatehouse.bus;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The wire name of a method's only out argument.
///
/// Methods with several return a record, whose components name them; on a component it gives the
/// wire name that Java does not allow.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Out {
    String value();
}
