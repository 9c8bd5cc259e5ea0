package org.gatehouse.prompt.files;

import org.gatehouse.prompt.PromptScreen.Course;
import org.gatehouse.prompt.PromptScreen.Shown;

/// Where the person picks files.
@FunctionalInterface
public interface FileScreen {

    /// Shows a question, as [org.gatehouse.prompt.PromptScreen#show] does.
    Shown show(FileQuestion question, Course<FileAnswer> course);
}
