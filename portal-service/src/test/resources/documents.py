#!/usr/bin/python3
"""A program for tests that hands over files: one connection to the session bus, driven by lines.

In:  INTERFACE TAB MEMBER TAB ARGUMENTS (GVariant text; "handle N" is the Nth file) [TAB FLAGS:PATH]...
     or "read" TAB PATH, "write" TAB PATH TAB TEXT, "list" TAB PATH;
     "hold" TAB PATH opens a file, which "again" reads from its beginning
     FLAGS: names of os.O_*, joined by "|"; or "fifo", "socket", "memfd", "device", "deleted" for such a descriptor
Out: "name" TAB NAME first; "ok" TAB RESULT or "error" TAB NAME TAB MESSAGE; "signal" TAB MEMBER TAB ARGUMENTS
"""
import os
import socket
import sys
import threading
from gi.repository import Gio, GLib

DOCUMENTS = 'org.freedesktop.portal.Documents'
PATH = '/org/freedesktop/portal/documents'
flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
bus = Gio.DBusConnection.new_for_address_sync(os.environ['DBUS_SESSION_BUS_ADDRESS'], flags, None, None)


def say(*words):
    try:
        print('\t'.join(words).replace('\n', ' '), flush=True)
    except BrokenPipeError:
        os._exit(0)


def opened(what):
    how, path = what.split(':', 1)
    if how == 'fifo':
        os.mkfifo(path)
        return os.open(path, os.O_RDWR)
    if how == 'socket':
        return socket.socketpair()[0].detach()
    if how == 'memfd':
        return os.memfd_create('x')
    if how == 'device':
        return os.open('/dev/null', os.O_RDONLY)
    if how == 'deleted':
        fd = os.open(path, os.O_RDWR | os.O_CREAT)
        os.unlink(path)
        return fd
    bits = 0
    for name in how.split('|'):
        bits |= getattr(os, name)
    return os.open(path, bits)


def call(interface, member, arguments, files):
    fds = Gio.UnixFDList.new()
    for file in files:
        fd = opened(file)
        fds.append(fd)
        os.close(fd)
    variant = GLib.Variant.parse(None, arguments, None, None)
    value, _ = bus.call_with_unix_fd_list_sync(DOCUMENTS, PATH, interface, member, variant, None, 0, 60000, fds, None)
    return value.print_(False)


held = []


def obey(words):
    try:
        if words[0] == 'read':
            with open(words[1]) as file:
                say('ok', file.read())
        elif words[0] == 'write':
            with open(words[1], 'r+') as file:
                file.write(words[2])
            say('ok', '')
        elif words[0] == 'hold':
            held.append(open(words[1], 'rb', buffering=0))
            say('ok', '')
        elif words[0] == 'again':
            held[-1].seek(0)
            say('ok', held[-1].read().decode())
        elif words[0] == 'list':
            say('ok', ' '.join(sorted(os.listdir(words[1]))))
        else:
            say('ok', call(words[0], words[1], words[2], words[3:]))
    except GLib.Error as e:
        name = Gio.DBusError.get_remote_error(e) or 'local'
        Gio.DBusError.strip_remote_error(e)
        say('error', name, e.message.removeprefix('GDBus.Error:' + name + ': '))
    except OSError as e:
        say('error', os.strerror(e.errno), '')


def read():
    for line in sys.stdin:
        GLib.idle_add(lambda words: obey(words) and False, line.rstrip('\n').split('\t'))
    GLib.idle_add(loop.quit)


loop = GLib.MainLoop()
bus.signal_subscribe(DOCUMENTS, None, None, None, None, 0,
                     lambda _b, _s, _p, _i, member, arguments: say('signal', member, arguments.print_(False)))
say('name', bus.get_unique_name())
threading.Thread(target=read, daemon=True).start()
loop.run()
