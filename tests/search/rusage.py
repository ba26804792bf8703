"""Runs a command and prints what it used, as JSON: `python3 rusage.py COMMAND ARGUMENT…`.

CPU seconds in the program and in the kernel together, seconds by the clock, and the most memory that it held at once
in MiB: what the kernel tells of a process that has ended. The memory is never less than that of this script, about
10 MiB. The output of the command is dropped, what it complains about is not.
"""

import json
import os
import subprocess
import sys
import time

start = time.monotonic()
child = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
_, status, used = os.wait4(child.pid, 0)
clock = time.monotonic() - start
code = os.waitstatus_to_exitcode(status)
if code != 0:
    sys.exit(f"{sys.argv[1]} ended with {code}")
print(json.dumps({"cpu": used.ru_utime + used.ru_stime, "clock": clock, "memory": used.ru_maxrss / 1024}))
