#!/usr/bin/python3
"""A portal backend that answers by itself: backend.py grant|deny|dismiss|silence|random

Serves Access, Lockdown (nothing is locked) and Background (no app has a window, and nothing is said of one) as
org.freedesktop.impl.portal.desktop.scripted. `silence` never answers;
`random` answers anything: known and unknown codes, results of odd types, errors, late or never.
"""
import random
import sys

from gi.repository import Gio, GLib

NAME, PATH = 'org.freedesktop.impl.portal.desktop.scripted', '/org/freedesktop/portal/desktop'
LOCKS = ('printing', 'save-to-disk', 'application-handlers', 'location', 'camera', 'microphone', 'sound-output')
XML = '<node><interface name="org.freedesktop.impl.portal.Access"><method name="AccessDialog">' + ''.join(
    f'<arg type="{kind}" direction="in"/>' for kind in ('o', 's', 's', 's', 's', 's', 'a{sv}')) + '''
<arg type="u" direction="out"/><arg type="a{sv}" direction="out"/></method></interface>
<interface name="org.freedesktop.impl.portal.Request"><method name="Close"/></interface>
<interface name="org.freedesktop.impl.portal.Lockdown">''' + ''.join(
    f'<property name="disable-{lock}" type="b" access="readwrite"/>' for lock in LOCKS) + '''</interface>
<interface name="org.freedesktop.impl.portal.Background">
<method name="GetAppState"><arg type="a{sv}" direction="out"/></method>
<method name="NotifyBackground"><arg type="o" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="u" direction="out"/><arg type="a{sv}" direction="out"/></method>
<signal name="RunningApplicationsChanged"/></interface></node>'''
ACCESS, REQUEST, LOCKDOWN, BACKGROUND = Gio.DBusNodeInfo.new_for_xml(XML).interfaces
CODES = {'grant': 0, 'deny': 1, 'dismiss': 2}
dice = random.Random(1)
open_questions = {}
bus = Gio.bus_get_sync(Gio.BusType.SESSION)


def answer(handle, code, results=None):
    if handle in open_questions:
        invocation, registration = open_questions.pop(handle)
        bus.unregister_object(registration)
        invocation.return_value(GLib.Variant('(ua{sv})', (code, results or {})))
    return GLib.SOURCE_REMOVE


def anything(handle):
    kind = dice.randrange(8)
    if kind == 0:
        invocation, registration = open_questions.pop(handle)
        bus.unregister_object(registration)
        invocation.return_dbus_error('org.example.Error', 'no')
        return
    if kind == 1:
        return
    results = dice.choice([{}, {'choices': GLib.Variant('s', 'x')}, {'x': GLib.Variant('u', 1)},
                           {'choices': GLib.Variant('a(ss)', [('accuracy', 'city'), ('lifespan', 'for-ever')])},
                           {'choices': GLib.Variant('a{ss}', {'lifespan': 'once'})}])
    GLib.timeout_add(dice.choice([1, 1, 50, 400]), answer, handle, dice.choice([0, 0, 1, 2, 3, 4294967295]), results)


def ask(_bus, _sender, _path, _interface, _method, parameters, invocation):
    handle = parameters.unpack()[0]
    registration = bus.register_object(handle, REQUEST, close, None, None)
    open_questions[handle] = (invocation, registration)
    if sys.argv[1] == 'random':
        anything(handle)
    elif sys.argv[1] != 'silence':
        answer(handle, CODES[sys.argv[1]])


def close(_bus, _sender, handle, _interface, _method, _parameters, invocation):
    invocation.return_value(None)
    answer(handle, 2)


def background(_bus, _sender, _path, _interface, method, _parameters, invocation):
    invocation.return_value(GLib.Variant('(a{sv})', ({},)) if method == 'GetAppState' else GLib.Variant('(ua{sv})', (0, {})))


bus.register_object(PATH, BACKGROUND, background, None, None)
bus.register_object(PATH, ACCESS, ask, None, None)
bus.register_object(PATH, LOCKDOWN, None, lambda *_: GLib.Variant('b', False), lambda *_: True)
Gio.bus_own_name_on_connection(bus, NAME, Gio.BusNameOwnerFlags.NONE, None, None)
GLib.MainLoop().run()
