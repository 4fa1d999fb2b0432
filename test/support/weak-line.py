"""Carries the packets of a tunnel back into it, later, slower and not all of them: a weak line where `tc netem` is missing.

Usage: weak-line.py KBITS_DOWN DELAY_MS LOSS ADDRESS. Packets to ADDRESS are slowed down; all may be lost.
"""
import fcntl
import heapq
import os
import random
import select
import socket
import struct
import sys
import time

TUNSETIFF, IFF_TUN, IFF_NO_PI = 0x400454CA, 0x0001, 0x1000
QUEUE_SECONDS = 0.4

bits_per_second, delay, loss = float(sys.argv[1]) * 1000, float(sys.argv[2]) / 1000, float(sys.argv[3])
far = socket.inet_aton(sys.argv[4])
tun = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
fcntl.ioctl(tun, TUNSETIFF, struct.pack("16sH", b"weak", IFF_TUN | IFF_NO_PI))
print("ready", flush=True)

waiting, count, free_at = [], 0, 0.0
while True:
    pause = max(0, waiting[0][0] - time.monotonic()) if waiting else None
    if select.select([tun], [], [], pause)[0]:
        packet, now = os.read(tun, 65536), time.monotonic()
        if packet[0] >> 4 == 4 and random.random() >= loss:
            due = now
            if packet[16:20] == far:
                start = max(now, free_at)
                if start - now > QUEUE_SECONDS:
                    continue
                free_at = start + len(packet) * 8 / bits_per_second
                due = free_at + delay
            count += 1
            heapq.heappush(waiting, (due, count, packet))
    while waiting and waiting[0][0] <= time.monotonic():
        os.write(tun, heapq.heappop(waiting)[2])
