#!/usr/bin/python3
"""An app for tests: one connection to the session bus, driven by lines of JSON.

In:  {"call": N, "path": P, "interface": I, "method": M, "arguments": "(GVariant text)"}
Out: {"name": ":1.5"} first; {"reply": N, "value": T}; {"reply": N, "error": NAME, "message": M};
     {"signal": MEMBER, "path": P, "arguments": T, "microseconds": monotonic time}
"""
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
        GLib.idle_add(lambda c: call(c) or False, json.loads(line))
    GLib.idle_add(loop.quit)


loop = GLib.MainLoop()
bus.signal_subscribe(PORTAL, None, None, None, None, 0, signal)
say(name=bus.get_unique_name())
threading.Thread(target=read, daemon=True).start()
loop.run()
