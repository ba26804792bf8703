#!/usr/bin/env python3
"""Makes a portal of some two thousand cases out of the sample, for tests of the pages at that size.

    python3 tests/many_cases.py FOLDER [TIMES]

FOLDER gets a `content/` with every case of the sample TIMES times (7 unless given), as many as a province's capital has
in a few years. A copy keeps everything but what must be unique: its id and number, the numbers of its documents, and its
references to other cases, which lead to the copies of these. Two names are as long as they come. Nothing is drawn by
chance: the same sample gives the same portal.
"""

import re
import shutil
import sys
from pathlib import Path

SAMPLE = Path(__file__).resolve().parent.parent / "content"
# The first copy has the sample's own numbers; each further one begins a thousand later.
STEP = 1000
CASE = re.compile(r"\b(20\d\d-[sp]-)(\d{3})\b")
DOCUMENT = re.compile(r"(〔20\d\d〕)(\d+)(号)")
NUMBER = re.compile(r"^(number\s*=\s*)(\d+)$", re.MULTILINE)
TITLE = re.compile(r'^(title\s*=\s*")[^"]*', re.MULTILINE)

LONG_TITLE = (
    "关于在老城区背街小巷、无物业老旧住宅楼和城中村出租屋集中的地方分批设置电动自行车集中充电设施并同步解决消防"
    "通道占用、飞线充电和楼道停放问题的建议"
)
LONG_UNIT = ('name = "云川区教育局"', 'name = "云川区教育体育和青少年校外活动场所综合协调管理委员会办公室"')


def later(times):
    """Puts a number where that of the copy stands."""

    def put(found):
        prefix, number, *rest = found.groups()
        moved = int(number) + STEP * times
        return prefix + str(moved).zfill(len(number)) + "".join(rest)

    return put


def copied(text, times):
    for pattern in (CASE, DOCUMENT, NUMBER):
        text = pattern.sub(later(times), text)
    return text


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    folder = Path(sys.argv[1]) / "content"
    times = int(sys.argv[2]) if len(sys.argv) == 3 else 7
    if folder.exists():
        shutil.rmtree(folder)
    shutil.copytree(SAMPLE, folder)
    # What a report expects of the sample does not hold here.
    for report in (folder / "reports").iterdir():
        lines = report.read_text(encoding="utf-8").splitlines(keepends=True)
        report.write_text("".join(line for line in lines if "expect(" not in line), encoding="utf-8")
    units = folder / "units.toml"
    text = units.read_text(encoding="utf-8")
    if LONG_UNIT[0] not in text:
        sys.exit(f"the sample has no unit with {LONG_UNIT[0]}")
    units.write_text(text.replace(*LONG_UNIT), encoding="utf-8")

    # A copy of a case is much like every other case of its issue.
    site = folder / "site.toml"
    text = site.read_text(encoding="utf-8")
    if "[checks]\n" not in text:
        sys.exit("the sample's site.toml has no [checks]")
    site.write_text(text.replace("[checks]\n", '[checks]\nlikely-recurrence = "off"\n'), encoding="utf-8")

    count = 0
    for case in sorted((SAMPLE / "cases").rglob("*.toml")):
        text = case.read_text(encoding="utf-8")
        for copy in range(times):
            name = CASE.sub(later(copy), case.stem)
            made = copied(text, copy)
            if copy == 1 and count < times * 2:
                made = TITLE.sub(lambda found: found.group(1) + LONG_TITLE, made, count=1)
            target = folder / case.parent.relative_to(SAMPLE) / f"{name}.toml"
            target.write_text(made, encoding="utf-8")
            files = SAMPLE / "files" / case.stem
            if copy and files.is_dir():
                shutil.copytree(files, folder / "files" / name)
            count += 1
    print(f"{count} cases in {folder}")


if __name__ == "__main__":
    main()
