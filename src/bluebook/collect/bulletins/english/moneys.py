"""English: amounts in other money than yuan, by its sign or name: £31.2bn, Rs 58,991 crore, 36 trillion won."""

from __future__ import annotations

import re

# The units of the catalogue that are other money.
OTHER = frozenset(("USD", "EUR", "JPY", "HKD", "TWD"))
_SIGN = re.compile(
    r"(?:[£€$₹₩₽₦₫₺₴₱₪฿]|\b(?:rs|inr|gbp|eur|usd|krw|jpy|ks|ksh|kshs|kes|tsh|tzs|ush|ugx|ghs|ngn|zar|egp|php|idr|rp|rm|myr|thb|vnd|sgd|aud|cad|nzd|chf|sek|nok|dkk"
    r"|pln|huf|czk|ron|try|tl|rub|uah|kzt|uzs|aed|sar|qar|brl|mxn|ars|clp|cop|pen|bdt|pkr|lkr|npr|etb|mad|dzd|mop|patacas?|dong|won|rupees?|baht|rupiah|ringgit|pesos?|naira|roubles?|rand|lira|taka|francs?|birr|(?:nt|mop|hk|us|[a-z])\$)\.?) ?$"
)
_NAME = re.compile(
    r" ?(?:[a-z]{3,12} )?(?:pounds?|sterling|won|rupees?|shillings?|roubles?|rubles?|dong|rials?|riyals?|dirhams?|dinars?|francs?|kron(?:or|er|a)"
    r"|zlotys?|liras?|reais|pesos?|rand|naira|cedis?|birr|baht|ringgit|rupiah|taka|tenge|som|sums?|hryvnias?|forints?|lei|koruna|escudos|kwacha"
    r"|patacas?|nt ?dollars?|gbp|krw|inr|jpy|thb|idr|myr|php|vnd|twd|sgd|chf|mop|rub|reais|lira|yen|crores?|lakhs?|euros?|dollars)\b"
)
_OURS = re.compile(r"(?:rmb|cny|yuan|¥) ?$")


def other(text: str, start: int, end: int) -> bool:
    """Does an amount without a unit stand beside the sign or the name of other money?"""
    if _NAME.match(text, end) is not None:
        return True
    return _SIGN.search(text, max(0, start - 9), start) is not None


def ours(text: str, start: int) -> bool:
    """Does yuan stand before an amount, apart from it: RMB 3 billion?"""
    return _OURS.search(text, max(0, start - 5), start) is not None
