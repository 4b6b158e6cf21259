"""Asking a published site for a file of its data: by https alone, under a time-out."""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

Fetch = Callable[[str], Iterator[bytes]]
"""Gives what stands at an address, piece by piece; raises NotFetched."""

_TIMEOUT, _WHOLE = 30, 900
_PIECE = 1 << 16


class NotFetched(Exception):
    """An address that gives nothing; the message is a Vietnamese sentence."""


class _SafelyRedirected(urllib.request.HTTPRedirectHandler):
    """Follows no redirect to anything but https: neither to a file of this machine nor in the open."""

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        _refuse_unsafe(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _refuse_unsafe(address: str) -> None:
    if urlsplit(address).scheme != "https":
        raise NotFetched(f"chỉ nhận địa chỉ https://, không nhận {address[:200]!r}")


def fetch(address: str) -> Iterator[bytes]:
    """Give what stands at an https address; a read waits half a minute at most, all of it a quarter of an hour.

    Raises NotFetched.
    """
    _refuse_unsafe(address)
    end = time.monotonic() + _WHOLE
    opener = urllib.request.build_opener(_SafelyRedirected)
    try:
        with opener.open(address, timeout=_TIMEOUT) as answer:
            while piece := answer.read1(_PIECE):
                if time.monotonic() > end:
                    raise NotFetched(f"{address} gửi quá chậm")
                yield piece
    except urllib.error.HTTPError as error:
        raise NotFetched(f"{address} trả lời {error.code}") from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", error)
        raise NotFetched(f"không tải được {address}: {reason}") from None
