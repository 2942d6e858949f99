"""French commercial courts by the name that they bear.

From 1 January 2025 to 31 December 2028 the commercial courts of twelve cities are "tribunaux des activités
économiques" (loi n° 2023-1059 art. 26, décret n° 2024-674, arrêté of 5 July 2024). The others keep their name.
"""

import re
from datetime import date

FIRST_DAY, LAST_DAY = date(2025, 1, 1), date(2028, 12, 31)

CITIES = (
    "Avignon", "Auxerre", "Le Havre", "Le Mans", "Limoges", "Lyon", "Marseille", "Nancy", "Nanterre", "Paris",
    "Saint-Brieuc", "Versailles",
)  # fmt: skip

_ECONOMIC = "tribunal des activités économiques"
_COMMERCIAL = "tribunal de commerce"
_SEAT = re.compile(
    rf"(?P<court>{_ECONOMIC}|{_COMMERCIAL})\s+(?P<link>de|d['’]|du|des|de la|de l['’])\s*(?P<city>[^\s,;(].*?)\s*(?:[,;(].*)?",
    re.IGNORECASE,
)


def proper_name(court: str, day: date) -> str:
    """The right name of a commercial court on a day; '' if the given name is right, or cannot be decided."""
    match = _SEAT.fullmatch(" ".join(court.split()).replace("’", "'"))
    if match is None or not FIRST_DAY <= day <= LAST_DAY:
        return ""
    link, city = match["link"], match["city"]
    seat = f"Le {city}" if link.casefold() == "du" else city
    expected = _ECONOMIC if seat.casefold() in {name.casefold() for name in CITIES} else _COMMERCIAL
    if match["court"].casefold() == expected:
        return ""
    return f"{expected} {link}{'' if link.endswith(chr(39)) else ' '}{city}"
