"""Compare content/calendar.toml with PyPI's chinesecalendar, for every day of 2023 to 2026.

A day is a working day by our rule when it is Monday to Friday and not in `holidays`, or when it is in `workdays`.
Prints each day that differs and a last line with the count; exits 1 on a difference or when a year is missing.

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install chinesecalendar
    /tmp/venv/bin/python tests/check_calendar.py
"""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
# This file has the name of a standard module: keep its folder off the path, or `import calendar` finds this file.
sys.path = [p for p in sys.path if Path(p or ".").resolve() != HERE]

import tomllib
from datetime import date, timedelta

YEARS = range(2023, 2027)


def main() -> int:
    try:
        from chinese_calendar import is_workday
    except ImportError:
        print("chinesecalendar is not installed: pip install chinesecalendar", file=sys.stderr)
        return 1

    path = HERE.parent / "content" / "calendar.toml"
    years = {y["year"]: y for y in tomllib.loads(path.read_text(encoding="utf-8"))["year"]}
    missing = [y for y in YEARS if y not in years]
    for year in missing:
        print(f"{path}: no [[year]] {year}")

    compared = differ = 0
    for year in YEARS:
        if year in missing:
            continue
        holidays, workdays = set(years[year]["holidays"]), set(years[year]["workdays"])
        day = date(year, 1, 1)
        while day.year == year:
            ours = (day.weekday() < 5 and day not in holidays) or day in workdays
            theirs = is_workday(day)
            if ours != theirs:
                differ += 1
                print(f"{day:%Y-%m-%d %a}: working day {ours} here, {theirs} in chinesecalendar")
            compared += 1
            day += timedelta(days=1)

    print(f"{compared} days compared, {differ} differ")
    return 1 if differ or missing else 0


if __name__ == "__main__":
    sys.exit(main())
