#!/usr/bin/python3
"""What GeoClue finds around it: surroundings.py SOCKET

A GPS receiver (NMEA sentences on the unix socket SOCKET; exact), a web service that locates wireless networks (20 km;
city), and the person's agent, which lets every program ask. The place is in the file $GEOCLUE_POSITION, "LATITUDE
LONGITUDE ALTITUDE" in degrees and metres, and is read again for each answer. Prints the port of the web service, then
"agent" once GeoClue knows it.
"""
import functools
import http.server
import json
import operator
import os
import socketserver
import sys
import threading
import time

from gi.repository import Gio, GLib

GEOCLUE = 'org.freedesktop.GeoClue2'
EXACT = 8
AGENT = '''<node><interface name="org.freedesktop.GeoClue2.Agent">
<method name="AuthorizeApp"><arg type="s" direction="in"/><arg type="u" direction="in"/>
<arg type="b" direction="out"/><arg type="u" direction="out"/></method>
<property name="MaxAccuracyLevel" type="u" access="read"/></interface></node>'''


def place():
    with open(os.environ['GEOCLUE_POSITION'], encoding='ascii') as file:
        latitude, longitude, altitude = map(float, file.read().split())
    return latitude, longitude, altitude


def angle(value, digits, positive, negative):
    whole, rest = divmod(abs(value), 1)
    return f'{int(whole):0{digits}d}{rest * 60:09.6f},{positive if value >= 0 else negative}'


def sentence():
    latitude, longitude, altitude = place()
    text = (f'GPGGA,{time.strftime("%H%M%S", time.gmtime())}.00,{angle(latitude, 2, "N", "S")},'
            f'{angle(longitude, 3, "E", "W")},1,09,0.8,{altitude:.1f},M,0.0,M,,')
    return f'${text}*{functools.reduce(operator.xor, text.encode()):02X}\r\n'.encode()


class Receiver(socketserver.BaseRequestHandler):
    def handle(self):
        while True:
            try:
                self.request.sendall(sentence())
            except ValueError:
                pass  # the file is just being written
            except OSError:
                return
            time.sleep(0.25)


class Networks(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        self.rfile.read(int(self.headers.get('Content-Length') or 0))
        latitude, longitude, _ = place()
        answer = json.dumps({'location': {'lat': latitude, 'lng': longitude}, 'accuracy': 20000.0}).encode()
        self.send_response(200)
        self.send_header('Content-Type', 'application/json')
        self.send_header('Content-Length', str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    do_GET = do_POST


class Threaded(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True


def authorize(_bus, _sender, _path, _interface, _method, parameters, invocation):
    invocation.return_value(GLib.Variant('(bu)', (True, parameters.unpack()[1])))


def main():
    receiver = Threaded(sys.argv[1], Receiver)
    os.chmod(sys.argv[1], 0o666)
    networks = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Networks)
    for server in receiver, networks:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    print(networks.server_port, flush=True)

    bus = Gio.bus_get_sync(Gio.BusType.SYSTEM)
    bus.register_object('/org/freedesktop/GeoClue2/Agent', Gio.DBusNodeInfo.new_for_xml(AGENT).interfaces[0],
                        authorize, lambda *_: GLib.Variant('u', EXACT), None)

    def known(connection, result):
        connection.call_finish(result)
        print('agent', flush=True)

    def introduce(connection, *_):
        connection.call(GEOCLUE, '/org/freedesktop/GeoClue2/Manager', GEOCLUE + '.Manager', 'AddAgent',
                        GLib.Variant('(s)', ('gatehouse-surroundings',)), None, 0, 10000, None, known)

    Gio.bus_watch_name_on_connection(bus, GEOCLUE, 0, introduce, None)
    GLib.MainLoop().run()


main()
