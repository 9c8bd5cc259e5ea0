package org.gatehouse.prompt.service;

import org.gatehouse.prompt.PromptScreen;
import org.gatehouse.prompt.files.FileScreen;

/// What the toolkit shows, once it is up.
record Windows(PromptScreen prompts, FileScreen files) {}
