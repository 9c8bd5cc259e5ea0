#!/usr/bin/python3
"""Calls every method of a service with values that nobody expects, and watches that it lives on.

    fuzz.py NAME PATH [--calls 3000] [--seed 1]

Two thirds of the calls fit the signatures that the service introspects, built from edge values; the others have any
signature, interface, member or path. A connection makes 150 calls, so that limits for each caller do not hide the rest.
At the end: the same process still owns the name and answers; no reply took more than 5 s; it holds no more file
descriptors than after the warm-up (but for those that are opened once and kept: one that SQLite keeps of a database, the random devices; and
one for each document that there is, which holds its file); its memory (RSS) grew by 64 MiB at most. Deterministic for a seed, but for timing.
Prints what it saw; the last line begins with PASS or FAIL, and so says the exit status.
"""
import argparse
import collections
import os
import random
import socket
import sys
import tempfile
import time
import xml.etree.ElementTree as ET

from gi.repository import Gio, GLib

CALLS_OF_A_CONNECTION = 150
STARTING = 5  # seconds: the watch of policy files begins a moment after the names are owned
WARM_UP = 300
LATEST_REPLY = 5.0     # seconds
MEMORY_GROWTH = 64.0   # MiB

WORDS = [
    '', ' ', 'a', 'no', 'yes', 'EXACT', 'CITY', 'location', 'org.example.App', 'org.example', 'org..App', '.', '..', '/', '../../x',
    'a/b', 'a\nb', '\x01', '\x7f', '\u202egpj.exe', '\u2066a\u2069', '\u200b', '\ufeff', '\u2028', '\U000e0041', '\U0010ffff', 'e\u0301' * 300,
    '<b>x</b>', '%s%n%d', '$(reboot)', '`x`', '"', "'", '\\', '-', '--help', '@@u', ':1.1', ':1.4294967296', 'x11:', 'x11:0', 'x11:zz',
    'x11:' + 'f' * 40, 'wayland:', 'wayland:' + 'h' * 200, 'file:///etc/passwd', '0', '-1', '1e999', 'x' * 128, 'x' * 129, 'x' * 255,
    'x' * 256, 'x' * 4096, 'x' * 4097, '\u00e9' * 3000, 'x' * 70000]
KEYS = ['handle_token', 'session_handle_token', 'accuracy', 'distance-threshold', 'time-threshold', 'reason', 'modal', 'choices',
        'lifespan', 'until', 'decided-by', 'event', 'kind', 'table', 'id', 'app', 'app-kind', 'text', 'unknown', '', 'x' * 300]
PATHS = ['/', '/a', '/org/freedesktop/portal/desktop', '/org/freedesktop/portal/desktop/session/1_1/t', '/' + 'p' * 800,
         '/org/freedesktop/portal/desktop/request/0_0/t', '/org/freedesktop/impl/portal/PermissionStore', '/_' * 120]
RANGES = {'y': (0, 2**8), 'n': (-2**15, 2**15), 'q': (0, 2**16), 'i': (-2**31, 2**31), 'u': (0, 2**32), 'x': (-2**63, 2**63), 't': (0, 2**64)}
TYPES = ['s', 'b', 'y', 'u', 'i', 't', 'x', 'd', 'o', 'g', 'h', 'v', 'as', 'ay', 'a{sv}', 'a{sas}', 'a(ss)', '(tt)', 'aa{sv}', 'a{us}', '(s(s(s(s))))',
         'aaaaaas', 'ah', 'a{sh}', '(hv)']
DOUBLES = [0.0, -0.0, 1.5, float('inf'), float('-inf'), float('nan'), 5e-324, 1.7e308]

arguments = argparse.ArgumentParser()
arguments.add_argument('name')
arguments.add_argument('path')
arguments.add_argument('--calls', type=int, default=3000)
arguments.add_argument('--seed', type=int, default=1)
options = arguments.parse_args()
dice = random.Random(options.seed)


def elements(signature):
    """The complete types of a signature, one after the other."""
    start = 0
    while start < len(signature):
        end = start
        while signature[end] == 'a':
            end += 1
        depth = 0
        while True:
            depth += (signature[end] in '({') - (signature[end] in ')}')
            end += 1
            if depth == 0:
                break
        yield signature[start:end]
        start = end


class Message:
    """The body of one call, with the descriptors that travel beside it."""

    def __init__(self, signature):
        self.descriptors = Gio.UnixFDList.new()
        self.body = GLib.Variant.new_tuple(*[self.value(kind) for kind in elements(signature)])

    def value(self, kind, depth=0):
        first = kind[0]
        if first in RANGES:
            low, high = RANGES[first]
            return GLib.Variant(first, dice.choice([low, high - 1, 0, 1, 5, dice.randrange(low, high)]))
        if first == 'a':
            return self.array(kind, depth)
        if first in '({':
            parts = [self.value(part, depth + 1) for part in elements(kind[1:-1])]
            return GLib.Variant.new_tuple(*parts) if first == '(' else GLib.Variant.new_dict_entry(*parts)
        if first == 'v':
            deep = depth < 40 and dice.random() < 0.3
            return GLib.Variant.new_variant(self.value('v' if deep else dice.choice(TYPES if depth < 6 else TYPES[:9]), depth + 1))
        if first == 'h':
            return GLib.Variant.new_handle(self.descriptor())
        return {'s': lambda: GLib.Variant('s', self.text()), 'b': lambda: GLib.Variant('b', dice.random() < 0.5),
                'd': lambda: GLib.Variant('d', dice.choice(DOUBLES)), 'o': lambda: GLib.Variant('o', dice.choice(PATHS)),
                'g': lambda: GLib.Variant('g', dice.choice(TYPES))}[first]()

    def array(self, kind, depth):
        length = dice.choice([0, 0, 1, 1, 2, 5, 300 if depth == 0 else 3]) if depth < 5 else 0
        if kind == 'a{sv}':
            items = [GLib.Variant.new_dict_entry(GLib.Variant('s', dice.choice(KEYS)), self.value('v', depth + 1))
                     for _ in range(min(length, 80))]
        else:
            items = [self.value(kind[1:], depth + 1) for _ in range(length)]
        return GLib.Variant.new_array(GLib.VariantType.new(kind[1:]), items)

    @staticmethod
    def text():
        if dice.random() < 0.8:
            return dice.choice(WORDS)
        return ''.join(chr(dice.choice([dice.randrange(1, 0x80), dice.randrange(0xa0, 0xd800), dice.randrange(0xe000, 0x110000)]))
                       for _ in range(dice.randrange(60)))

    def descriptor(self):
        """Adds one of many kinds of descriptor, and gives its index; now and then an index of nothing."""
        if dice.random() < 0.2 or self.descriptors.get_length() > 12:
            return dice.choice([-1, 0, 1, 99, 2**31 - 1, -2**31])
        opened = dice.choice(OPENERS)()
        index = self.descriptors.append(opened[0])
        for descriptor in opened:
            os.close(descriptor)
        return index


def deleted():
    descriptor, path = tempfile.mkstemp()
    os.unlink(path)
    return [descriptor]


def sockets():
    return [s.detach() for s in socket.socketpair()]


OPENERS = [lambda: [os.open('/etc/hostname', os.O_RDONLY)], lambda: [os.open('/etc/hostname', os.O_PATH)], lambda: [os.open('/', os.O_PATH)],
           lambda: [os.open('/dev/null', os.O_RDWR)], lambda: [os.memfd_create('m')], lambda: list(os.pipe()), sockets, deleted]


def connect():
    return Gio.DBusConnection.new_for_address_sync(
        os.environ['DBUS_SESSION_BUS_ADDRESS'],
        Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)


def ask_bus(member, value):
    return watch.call_sync('org.freedesktop.DBus', '/', 'org.freedesktop.DBus', member, GLib.Variant('(s)', (value,)),
                           None, 0, 10000, None).unpack()[0]


def methods():
    found = []
    for path, node in tree(options.path):
        for interface in node.findall('interface'):
            for method in interface.findall('method'):
                signature = ''.join(a.get('type') for a in method.findall('arg') if a.get('direction', 'in') == 'in')
                found.append((path, interface.get('name'), method.get('name'), signature))
    return found


def tree(path):
    text = watch.call_sync(options.name, path, 'org.freedesktop.DBus.Introspectable', 'Introspect', None, None, 0, 10000, None).unpack()[0]
    node = ET.fromstring(text)
    yield path, node
    for child in node.findall('node'):
        yield from tree(path.rstrip('/') + '/' + child.get('name'))


def any_call(known):
    """A call that fits what was introspected, or does not."""
    path, interface, member, signature = dice.choice(known)
    kind = dice.randrange(6)
    if kind == 4:
        signature = ''.join(dice.choice(TYPES) for _ in range(dice.randrange(6)))
    if kind == 5:
        path = dice.choice(PATHS)
        interface = dice.choice([interface, 'org.example.Nothing', 'org.freedesktop.DBus.Properties', 'org.freedesktop.DBus.Peer'])
        member = dice.choice([member, 'Get', 'Set', 'GetAll', 'Nothing', 'Close'])
    return path, interface, member, signature


def documents():
    """Path → how many documents it has: each holds its file, to follow it."""
    if options.name != 'org.freedesktop.portal.Documents':
        return collections.Counter()
    listed = watch.call_sync(options.name, options.path, options.name, 'List', GLib.Variant('(s)', ('',)), None, 0, 10000, None)
    return collections.Counter(bytes(path[:-1]).decode() for path in listed.unpack()[0].values())


def measure(pid):
    with open(f'/proc/{pid}/statm', encoding='ascii') as file:
        resident = int(file.read().split()[1]) * os.sysconf('SC_PAGE_SIZE') / 2**20
    descriptors = []
    for number in os.listdir(f'/proc/{pid}/fd'):
        try:
            descriptors.append(os.readlink(f'/proc/{pid}/fd/{number}').split(':')[0])
        except OSError:
            pass  # just closed
    return resident, collections.Counter(descriptors)


def settled(pid):
    """Measures once descriptors of connections and callers that just left are gone."""
    best = measure(pid)
    for _ in range(50):
        time.sleep(0.1)
        now = measure(pid)
        best = now if now[1].total() <= best[1].total() else (now[0], best[1])
    return best


watch = connect()
watch.call_sync('org.freedesktop.DBus', '/', 'org.freedesktop.DBus', 'StartServiceByName',
                GLib.Variant('(su)', (options.name, 0)), None, 0, 60000, None)
owner = ask_bus('GetNameOwner', options.name)
process = ask_bus('GetConnectionUnixProcessID', options.name)
time.sleep(STARTING)
known = methods()
answers = collections.Counter()
recent = collections.deque(maxlen=10)
failures = []
slowest = (0.0, '')
baseline = None
connection = connect()
begun = time.monotonic()
for number in range(WARM_UP + options.calls):
    if number == WARM_UP:
        baseline = settled(process)
    if number % CALLS_OF_A_CONNECTION == 0:
        connection.close_sync(None)
        connection = connect()
    path, interface, member, signature = any_call(known)
    message = Message(signature)
    call = Gio.DBusMessage.new_method_call(options.name, path, interface, member)
    call.set_flags(Gio.DBusMessageFlags.NO_AUTO_START)
    call.set_body(message.body)
    if message.descriptors.get_length():
        call.set_unix_fd_list(message.descriptors)
    shown = f'{path} {interface}.{member} {message.body.print_(True)[:200]}'
    recent.append(shown)
    sent = time.monotonic()
    try:
        reply, _ = connection.send_message_with_reply_sync(call, 0, int(LATEST_REPLY * 1000), None)
        answers[reply.get_error_name() or 'success'] += 1
    except GLib.Error as e:
        answers['not sent or not answered'] += 1
        if e.matches(Gio.io_error_quark(), Gio.IOErrorEnum.TIMED_OUT):
            failures.append('no reply: ' + shown)
        if connection.is_closed():
            connection = connect()
    slowest = max(slowest, (time.monotonic() - sent, shown))
    if number % 20 == 0:
        try:
            alive = ask_bus('GetNameOwner', options.name) == owner
        except GLib.Error:
            alive = False
        if not alive:
            failures.append('the service is gone after one of\n  ' + '\n  '.join(recent))
            break
connection.close_sync(None)

print(f'{sum(answers.values())} calls of {len(known)} methods in {time.monotonic() - begun:.0f} s, seed {options.seed}')
for name, count in answers.most_common(12):
    print(f'  {count:8} {name}')
print(f'slowest reply {slowest[0] * 1000:.0f} ms: {slowest[1][:160]}')
if not any(f.startswith('the service is gone') for f in failures):
    ended = settled(process)
    print(f'memory {baseline[0]:.1f} -> {ended[0]:.1f} MiB, descriptors {baseline[1].total()} -> {ended[1].total()}')
    if ended[0] - baseline[0] > MEMORY_GROWTH:
        failures.append(f'memory grew by {ended[0] - baseline[0]:.1f} MiB')
    more = ended[1] - baseline[1] - documents()
    # SQLite keeps one descriptor of a database that it has had open twice, since closing it would drop its locks;
    # Java opens the random devices once, when the first random number is wanted
    leaked = {target: count for target, count in more.items() if count > (1 if target.endswith(('.db', 'random')) else 0)}
    if leaked:
        failures.append(f'more descriptors: {leaked}')
for failure in failures[:20]:
    print(failure)
print(f'FAIL {len(failures)}' if failures else 'PASS')
sys.exit(bool(failures))
