#!/usr/bin/python3
"""Calls a service as apps and tools do, so that an AOT cache learns what a start needs:

    exercise.py store|documents|portal|service|prompt|settings

Ends with status 1 if a call that must work did not.
"""
import os
import sys
import time

from gi.repository import Gio, GLib

DOCUMENTS = 'org.freedesktop.portal.Documents'
DOCUMENTS_PATH = '/org/freedesktop/portal/documents'
STORE = 'org.freedesktop.impl.portal.PermissionStore'
OURS = 'org.gatehouse.Permissions1'
PORTAL = 'org.freedesktop.portal.Desktop'
PROMPT = 'org.freedesktop.impl.portal.desktop.gatehouse'
STORE_PATH = '/org/freedesktop/impl/portal/PermissionStore'
PORTAL_PATH = '/org/freedesktop/portal/desktop'
LOCATION = 'org.freedesktop.portal.Location'
ROUNDS = 30
PATIENCE = 60  # seconds; the first start has no cache, and the machine may be busy

bus = Gio.bus_get_sync(Gio.BusType.SESSION)


def call(name, path, interface, method, arguments=None):
    return bus.call_sync(name, path, interface, method, arguments, None, 0, PATIENCE * 1000, None)


def attempt(*arguments):
    """A call whose failure is an answer as well."""
    try:
        return call(*arguments)
    except GLib.Error:
        return None


def await_owner(name):
    end = time.monotonic() + PATIENCE
    while not call('org.freedesktop.DBus', '/', 'org.freedesktop.DBus', 'NameHasOwner',
                   GLib.Variant('(s)', (name,))).unpack()[0]:
        if time.monotonic() > end:
            sys.exit(f'{name} has no owner')
        time.sleep(0.05)


def inspect(name, path, interface):
    call(name, path, 'org.freedesktop.DBus.Introspectable', 'Introspect')
    call(name, path, 'org.freedesktop.DBus.Properties', 'GetAll', GLib.Variant('(s)', (interface,)))
    call(name, path, 'org.freedesktop.DBus.Properties', 'Get', GLib.Variant('(ss)', (interface, 'version')))
    call(name, path, 'org.freedesktop.DBus.Peer', 'Ping')


def store():
    await_owner(STORE)
    inspect(STORE, STORE_PATH, STORE)
    for i in range(ROUNDS):
        for method, arguments in (
                ('SetPermission', GLib.Variant('(sbssas)', ('location', True, 'location', f'org.a.B{i}', ['EXACT', '0']))),
                ('Set', GLib.Variant('(sbsa{sas}v)', ('t', True, f'i{i}', {'org.a.B': ['yes']}, GLib.Variant('s', 'x')))),
                ('SetValue', GLib.Variant('(sbsv)', ('t', True, f'i{i}', GLib.Variant('y', 0)))),
                ('Lookup', GLib.Variant('(ss)', ('t', f'i{i}'))),
                ('GetPermission', GLib.Variant('(sss)', ('location', 'location', f'org.a.B{i}'))),
                ('List', GLib.Variant('(s)', ('t',))),
                ('DeletePermission', GLib.Variant('(sss)', ('t', f'i{i}', 'org.a.B'))),
                ('Delete', GLib.Variant('(ss)', ('t', f'i{i}')))):
            call(STORE, STORE_PATH, STORE, method, arguments)
        attempt(STORE, STORE_PATH, STORE, 'Lookup', GLib.Variant('(ss)', ('t', 'absent')))
        attempt(OURS, '/org/gatehouse/Permissions1', OURS, 'Ledger', GLib.Variant('(tu)', (0, 10)))


def add(path, flags, arguments):
    fds = Gio.UnixFDList.new()
    fd = os.open(path, flags)
    fds.append(fd)
    os.close(fd)
    answer, _ = bus.call_with_unix_fd_list_sync(DOCUMENTS, DOCUMENTS_PATH, DOCUMENTS, 'AddFull', GLib.Variant(
        '(ahusas)', ([0],) + arguments), None, 0, PATIENCE * 1000, fds, None)
    return answer.unpack()[0][0]


def documents():
    await_owner(DOCUMENTS)
    inspect(DOCUMENTS, DOCUMENTS_PATH, DOCUMENTS)
    attempt(DOCUMENTS, DOCUMENTS_PATH, DOCUMENTS, 'GetMountPoint')
    transfer = 'org.freedesktop.portal.FileTransfer'
    for i in range(ROUNDS):
        path = os.path.join(os.environ['HOME'], f'file{i}')
        with open(path, 'w') as file:
            file.write('training')
        document = add(path, os.O_PATH, (3, 'org.a.B', ['read', 'write']))
        for method, arguments in (
                ('Lookup', GLib.Variant('(ay)', (path.encode() + b'\0',))),
                ('Info', GLib.Variant('(s)', (document,))),
                ('List', GLib.Variant('(s)', ('',))),
                ('GetHostPaths', GLib.Variant('(as)', ([document],))),
                ('GrantPermissions', GLib.Variant('(ssas)', (document, 'org.a.C', ['read']))),
                ('RevokePermissions', GLib.Variant('(ssas)', (document, 'org.a.C', ['read']))),
                ('Delete', GLib.Variant('(s)', (document,)))):
            call(DOCUMENTS, DOCUMENTS_PATH, DOCUMENTS, method, arguments)
        key = call(DOCUMENTS, DOCUMENTS_PATH, transfer, 'StartTransfer', GLib.Variant('(a{sv})', ({},))).unpack()[0]
        call(DOCUMENTS, DOCUMENTS_PATH, transfer, 'StopTransfer', GLib.Variant('(s)', (key,)))


def portal():
    await_owner(PORTAL)
    call(PORTAL, PORTAL_PATH, 'org.freedesktop.DBus.Introspectable', 'Introspect')
    loop = GLib.MainLoop()
    bus.signal_subscribe(PORTAL, 'org.freedesktop.portal.Request', 'Response', None, None, 0, lambda *_: loop.quit())
    for i in range(ROUNDS):
        attempt(PORTAL, PORTAL_PATH, 'org.freedesktop.DBus.Properties', 'Get', GLib.Variant('(ss)', (LOCATION, 'version')))
        session = attempt(PORTAL, PORTAL_PATH, LOCATION, 'CreateSession', GLib.Variant(
            '(a{sv})', ({'session_handle_token': GLib.Variant('s', f's{i}'), 'accuracy': GLib.Variant('u', 2)},)))
        if session is None:
            continue
        handle = session.unpack()[0]
        if attempt(PORTAL, PORTAL_PATH, LOCATION, 'Start', GLib.Variant(
                '(osa{sv})', (handle, '', {'handle_token': GLib.Variant('s', f't{i}')}))):
            GLib.timeout_add_seconds(5, loop.quit)
            loop.run()
        attempt(PORTAL, handle, 'org.freedesktop.portal.Session', 'Close')


def prompt():
    await_owner(PROMPT)
    access, background = 'org.freedesktop.impl.portal.Access', 'org.freedesktop.impl.portal.Background'
    inspect_only = ('org.freedesktop.DBus.Introspectable', 'Introspect')
    call(PROMPT, PORTAL_PATH, *inspect_only)
    # The prompt answers the owner of the portal's name only
    call('org.freedesktop.DBus', '/', 'org.freedesktop.DBus', 'RequestName', GLib.Variant('(su)', (PORTAL, 4)))
    for _ in range(ROUNDS):
        attempt(PROMPT, PORTAL_PATH, background, 'GetAppState')
    notice = f'{PORTAL_PATH}/request/1_1/notice'
    bus.call(PROMPT, PORTAL_PATH, background, 'NotifyBackground',
             GLib.Variant('(oss)', (notice, 'org.gatehouse.Training', 'Training')), None, 0, -1, None, None)
    time.sleep(1.5)
    attempt(PROMPT, notice, 'org.freedesktop.impl.portal.Request', 'Close')
    choices = [('accuracy', 'How precise', [('exact', 'Precise'), ('city', 'Approximate')], 'exact'),
               ('lifespan', 'For how long', [('once', 'Only this time'), ('always', 'Always')], 'once')]
    for i in range(3):
        handle = f'{PORTAL_PATH}/request/1_1/t{i}'
        bus.call(PROMPT, PORTAL_PATH, access, 'AccessDialog', GLib.Variant('(osssssa{sv})', (
            handle, 'org.gatehouse.Training', '', 'Allow Training to use your location?', 'The app says: to train.',
            'You can change this at any time.', {
                'icon': GLib.Variant('s', 'find-location-symbolic'), 'grant_label': GLib.Variant('s', 'Allow'),
                'deny_label': GLib.Variant('s', 'Deny'), 'choices': GLib.Variant('a(ssa(ss)s)', choices)})),
            None, 0, -1, None, None)
        time.sleep(1.5)
        attempt(PROMPT, handle, 'org.freedesktop.impl.portal.Request', 'Close')


def settings():
    """The window, on a service that holds nothing; the pages in turn."""
    await_owner('org.gatehouse.Settings')
    time.sleep(3)
    call('org.gatehouse.Settings', '/org/gatehouse/Settings', 'org.freedesktop.Application', 'Activate',
         GLib.Variant('(a{sv})', ({},)))
    time.sleep(2)


for step in {'store': [store], 'documents': [documents], 'portal': [portal], 'service': [store, documents, portal], 'prompt': [prompt],
             'settings': [settings]}[sys.argv[1]]:
    step()
