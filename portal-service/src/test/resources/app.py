#!/usr/bin/python3
"""An app for tests: one connection to the session bus, driven by lines of JSON.

In:  {"window": "open", "hide", "show" or "close"}, on DISPLAY; or
     {"call": N, "path": P, "interface": I, "method": M, "arguments": "(GVariant text)"}
Out: {"name": ":1.5"} first; {"reply": N, "value": T}; {"reply": N, "error": NAME, "message": M};
     {"signal": MEMBER, "path": P, "arguments": T, "microseconds": monotonic time}
"""
import ctypes
import json
import os
import sys
import threading
import time
from gi.repository import Gio, GLib

PORTAL = 'org.freedesktop.portal.Desktop'
flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
bus = Gio.DBusConnection.new_for_address_sync(os.environ['DBUS_SESSION_BUS_ADDRESS'], flags, None, None)


def say(**what):
    try:
        print(json.dumps(what), flush=True)
    except BrokenPipeError:
        os._exit(0)                             # the test is over


def signal(_bus, _sender, path, _interface, member, arguments):
    say(signal=member, path=path, arguments=arguments.print_(False), microseconds=time.monotonic_ns() // 1000)


class Window:
    """A window of this process, as any toolkit would make it."""

    def __init__(self):
        self.x = ctypes.CDLL('libX11.so.6')
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x.XCreateSimpleWindow.restype = ctypes.c_ulong
        self.display = ctypes.c_void_p(self.x.XOpenDisplay(None))
        root = ctypes.c_ulong(self.x.XDefaultRootWindow(self.display))
        self.window = ctypes.c_ulong(self.x.XCreateSimpleWindow(self.display, root, 0, 0, 200, 100, 0, 0, 0))

    def do(self, what):
        if what == 'hide':
            self.x.XIconifyWindow(self.display, self.window, 0)
        elif what == 'close':
            self.x.XDestroyWindow(self.display, self.window)
        else:
            self.x.XMapWindow(self.display, self.window)
        self.x.XFlush(self.display)


windows = []


def obey(command):
    if 'window' not in command:
        return call(command)
    if not windows:
        windows.append(Window())
    windows[0].do(command['window'])
    if command['window'] == 'close':
        windows.clear()


def call(command):
    def done(connection, result):
        try:
            value = connection.call_finish(result)
            say(reply=command['call'], value=value.print_(False))
        except GLib.Error as e:
            name = Gio.DBusError.get_remote_error(e) or 'local'
            say(reply=command['call'], error=name, message=Gio.DBusError.strip_remote_error(e) and e.message)

    arguments = GLib.Variant.parse(None, command['arguments'], None, None)
    bus.call(command.get('destination', PORTAL), command['path'], command['interface'], command['method'], arguments,
             None, 0, 600000, None, done)


def read():
    for line in sys.stdin:
        GLib.idle_add(lambda c: obey(c) and False, json.loads(line))
    GLib.idle_add(loop.quit)


loop = GLib.MainLoop()
bus.signal_subscribe(PORTAL, None, None, None, None, 0, signal)
say(name=bus.get_unique_name())
threading.Thread(target=read, daemon=True).start()
loop.run()
