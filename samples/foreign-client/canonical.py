"""JSON as the signature wants it: the same text on both sides, whatever the JSON library."""

import json

_SHORT = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


class Number(str):
    """A JSON number that keeps the digits it was written with: 10.00 stays 10.00."""


def read(text):
    """Parses JSON; numbers keep their digits."""
    return json.loads(text, parse_int=Number, parse_float=Number)


def write(value):
    """Plain compact JSON for the wire; members stay in their order."""
    if isinstance(value, dict):
        return "{" + ",".join(_quote(key) + ":" + write(item) for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(write, value)) + "]"
    return "null" if value is None else _scalar(value, quoted=False)


def canonical(value, quoted=True):
    """Keys in ordinal (UTF-16) order at every depth; members that are null, "" or [] are left out, {} stays;
    numbers and booleans as JSON strings, or literally where `quoted` is false."""
    if isinstance(value, dict):
        members = ((key, value[key]) for key in sorted(value, key=lambda key: key.encode("utf-16-be")))
        return "{" + ",".join(_quote(key) + ":" + canonical(item, quoted) for key, item in members
                              if item is not None and item != "" and item != []) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(item, quoted) for item in value) + "]"
    if value is None or value == "":
        raise ValueError("an empty scalar inside an array has no canonical form")
    return _scalar(value, quoted)


def plain(value):
    """A scalar as it stands in the signed text outside of data."""
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def _scalar(value, quoted):
    if isinstance(value, (bool, int, Number)):
        return '"' + plain(value) + '"' if quoted else plain(value)
    if isinstance(value, float):
        raise TypeError("amounts are never floats: use Number")
    return _quote(value)


def _quote(text):
    return '"' + "".join(_SHORT.get(c) or (f"\\u{ord(c):04X}" if _hidden(ord(c)) else c) for c in text) + '"'


def _hidden(code):
    return code < 0x20 or 0x7F <= code <= 0x9F or code in (0x2028, 0x2029)
