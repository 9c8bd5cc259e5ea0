package org.gatehouse.prompt;

import java.util.function.Function;
import org.gatehouse.prompt.PromptScreen.Course;
import org.gatehouse.prompt.PromptScreen.Shown;

/// A question of any kind as the [PromptQueue] sees it: somebody's, to be shown when its turn has
/// come.
///
/// @param appId whose turn it is, `""` for an app that is not known
/// @param showing puts it on the screen as [PromptScreen#show] does
/// @param dismissed its answer when it is taken back, or never gets a turn
/// @param <A> what it is answered with
public record Turn<A>(String appId, Function<Course<A>, Shown> showing, A dismissed) {}
