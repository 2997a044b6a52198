"""One sentence: from its tokens to what each of its numbers says.

A number is read from what stands between it and the number before it (its lead) and from the
few words after it (its tail); what those leave open is inherited from the context.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from bluebook.collect.bulletins.context import Context, Subject
from bluebook.collect.bulletins.lead import Lead, lead
from bluebook.collect.bulletins.manner import Said, say
from bluebook.collect.bulletins.tokens import Token
from bluebook.collect.bulletins.vocabulary import Vocabulary
from bluebook.language.expression import Binary, Call, Expression, Name
from bluebook.language.meaning import canonical_period
from bluebook.model.period import Period
