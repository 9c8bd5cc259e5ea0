/// Documents follow their files: what is renamed on the host keeps its document, what is deleted
/// loses it.
///
/// Start at [Following]. The kernel lets only the administrator open a file by its handle, and a
/// handle does not tell where a file is. So each followed file is held open without rights
/// (`O_PATH`): of such a descriptor the kernel tells the present path, wherever the file was moved
/// to, or that it has none any longer. The folders of the files are watched (inotify), and a change
/// in one has its documents looked at; renamed folders further up, of which nobody is told, are
/// found by looking at all descriptors once a minute.
///
/// What is at a document's path counts first. A program that saves by writing a new file and
/// renaming it over the old one, or that keeps the old one as a backup, leaves the document where
/// it was; to see that, a file that is missing is looked for only after 300 milliseconds. A
/// document whose file has no name any longer is marked dead a second later, and is not listed from
/// then on; it is swept after a minute, if nothing has come to its path by then.
///
/// What is not done, on purpose: a file that was never seen (the target of a save that has not
/// happened) is not dead, and one that an app took away through the mount is awaited. Files that
/// are not on the file system of the home folder or of the root are left alone: an open descriptor
/// would keep a medium from being unmounted, and one that is missing may come back. At most 4,096
/// files are held and 1,024 folders watched. While nobody runs, nobody follows: at a start, a
/// document whose file is missing is left as it is, since the permission store has no word for
/// which file it was.
@NullMarked
package org.gatehouse.documents.follow;

import org.jspecify.annotations.NullMarked;
