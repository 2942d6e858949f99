"""Numbers that identify a company, an establishment, a taxpayer, an account.

Each `read_*` function takes the text of the file, with or without separating spaces, and returns the compact
number or a `Misread` with its remedy. A check key finds errors of typing; only the register says whether the
number exists.
"""

from collections.abc import Callable

from docgen.text.quantities import Misread

# python-stdnum is imported where a number is read: 40 ms that most commands do not need.


def read_siren(text: str) -> str | Misread:
    """SIREN of a French company: 9 digits, Luhn key (C. com. R123-221); nine zeros are refused."""
    from stdnum.fr import siren

    return _read(text, siren.validate, "SIREN", "write its 9 digits, as in '732 829 320'")


def read_siret(text: str) -> str | Misread:
    """SIRET of an establishment: SIREN and 5 digits, Luhn key.

    For La Poste (SIREN 356000000), which has more establishments than Luhn keys, a digit sum that is a
    multiple of 5 serves as well (INSEE).
    """
    from stdnum import luhn
    from stdnum.fr import siret

    def validate(number: str) -> str:
        compact = siret.compact(number)
        if len(compact) == 14 and compact.startswith("356000000") and luhn.is_valid(compact):
            return compact
        return siret.validate(number)

    return _read(text, validate, "SIRET", "write its 14 digits, as in '732 829 320 00074'")


def read_vat(text: str) -> str | Misread:
    """VAT number of a member state of the European Union, with its country code.

    A French one is `FR`, a key and the SIREN: key = (12 + 3 × (SIREN mod 97)) mod 97 (CGI ann. II art. 286
    ter); the keys with letters that some taxpayers have are accepted.
    """
    from stdnum.eu import vat

    return _read(
        text,
        vat.validate,
        "VAT number",
        "write the country code, the key and the number, as in 'FR44732829320'",
    )


def read_iban(text: str) -> str | Misread:
    """IBAN (ISO 13616): the structure of its country, and ISO 7064 mod 97-10."""
    from stdnum import iban

    return _read(
        text, iban.validate, "IBAN", "copy it from the bank's statement: country code, 2-digit key, account"
    )


def read_lei(text: str) -> str | Misread:
    """LEI (ISO 17442): 20 letters and digits, ISO 7064 mod 97-10."""
    from stdnum import lei
    from stdnum.exceptions import InvalidLength

    def validate(number: str) -> str:
        compact = lei.validate(number)
        if len(compact) != 20:
            raise InvalidLength
        return compact

    return _read(
        text, validate, "LEI", "write its 20 letters and digits, as the register of the GLEIF gives them"
    )


def vat_number(siren: str) -> str:
    """The French VAT number of a valid SIREN (9 digits), with the key in figures."""
    return f"FR{(12 + 3 * (int(siren) % 97)) % 97:02}{siren}"


def grouped(number: str) -> str:
    """A SIREN or SIRET as it is printed: `732 829 320`, `732 829 320 00074`."""
    return " ".join(filter(None, (number[:3], number[3:6], number[6:9], number[9:])))


def _read(text: str, validate: Callable[[str], str], name: str, hint: str) -> str | Misread:
    from stdnum.exceptions import InvalidChecksum, InvalidLength, ValidationError

    try:
        number = validate(text)
    except InvalidChecksum:
        return Misread(f"is not a valid {name}: its check key is wrong", hint)
    except InvalidLength:
        return Misread(f"is not a valid {name}: its length is wrong", hint)
    except ValidationError:
        return Misread(f"is not a valid {name}", hint)
    if not number.strip("0"):
        return Misread(f"is not a valid {name}: it is all zeros", hint)
    return number
