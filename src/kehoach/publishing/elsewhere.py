"""Works done by the workers of a cluster, through the interface that all executors have (``concurrent.futures``).

Nothing of the repository is sent. A worker reads it, and writes the site's files, in folders that all machines share
under the same paths; by digest it tells whether it has the very program, plans and settings. Where it has not, or where
what it wrote is not to be seen here, nothing is published.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import pickle
import platform
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kehoach.machine.usererror import UserError
from kehoach.publishing.published import settings_of, state_of
from kehoach.publishing.themes import KeptTheme
from kehoach.publishing.workrunner import Output
from kehoach.publishing.works import Work

WAIT = 20
"""Seconds in which the scheduler has to answer."""

_NOT_INSTALLED = "--on cần thư viện distributed: pip install 'kehoach[cluster]', ở đây và ở mọi máy làm việc."
_NO_SCHEDULER = "Không nối được tới bộ điều phối {0}: {1}."
_NOT_SHARED = (
    "Máy làm việc {0} không thấy thư mục {1}: mọi máy phải chung thư mục kho và thư mục trang, cùng đường dẫn."
)
_NOT_SEEN = "Máy làm việc ghi {0} mà ở đây không thấy: mọi máy phải chung thư mục trang, cùng đường dẫn."
_UNLIKE = "Máy làm việc {0} có kho, chương trình hoặc cài đặt khác với ở đây; trang cũ giữ nguyên."


@dataclass(frozen=True)
class Order:
    """What all workers of one build are told: folders, what the build reads by digest, its day, the theme."""

    root: Path
    place: Path
    state: str
    environment: Mapping[str, str]
    today: dt.date
    theme: KeptTheme


Make = Callable[[Sequence[Work]], Output]
"""Makes some works below a place."""
Workshop = Callable[[Order], tuple[Mapping[str, Work], Make]]
"""Opens a repository for an order: its works by name, and what makes them."""


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """Connect to the scheduler of a Dask cluster; raises UserError where there is none."""
    try:
        from distributed import Client
    except ImportError:
        raise UserError(_NOT_INSTALLED) from None
    try:
        client = Client(address, timeout=WAIT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UserError(_NO_SCHEDULER.format(address, error)) from None
    try:
        yield client.get_executor(pure=False)
    finally:
        client.close()


def made_elsewhere(
    executor: Executor, order: Order, workshop: Workshop, batches: Sequence[Sequence[str]]
) -> Iterator[Output]:
    """Have batches of works, by name, made by the workers of an executor; raises UserError where they cannot.

    ``workshop`` is found by its name on the workers. The order goes to them as a file beside the site, which tells at
    once whether they share the folder.
    """
    data = pickle.dumps(order)
    path = order.place.with_name(f"{order.place.name}.order")
    path.write_bytes(data)
    digest = hashlib.sha256(data).hexdigest()
    futures = [executor.submit(_make, path, digest, workshop, list(batch)) for batch in batches]
    try:
        for future in futures:
            output = future.result()
            for address, (length, _) in output.sizes.items():
                file = order.place / address
                if not file.is_file() or file.stat().st_size != length:
                    raise UserError(_NOT_SEEN.format(file))
            yield output
    finally:
        for future in futures:
            future.cancel()


_at_work = threading.Lock()
_opened: dict[str, tuple[Mapping[str, Work], Make]] = {}
"""By the digest of the order, what this process has opened for it; it is one at a time."""


def _make(path: Path, digest: str, workshop: Workshop, names: Sequence[str]) -> Output:
    """Make works by name, on a worker; what was opened stays for the next."""
    with _at_work:
        if digest not in _opened:
            _opened.clear()
            _opened[digest] = workshop(_read(path, digest))
        works, make = _opened[digest]
        return make([works[name] for name in names])


def _read(path: Path, digest: str) -> Order:
    try:
        data = path.read_bytes()
    except OSError:
        raise UserError(_NOT_SHARED.format(platform.node(), path.parent)) from None
    if hashlib.sha256(data).hexdigest() != digest:
        raise UserError(_NOT_SHARED.format(platform.node(), path.parent))
    order: Order = pickle.loads(data)
    if not order.root.is_dir():
        raise UserError(_NOT_SHARED.format(platform.node(), order.root))
    if state_of(order.root, order.environment, order.today) != order.state:
        raise UserError(_UNLIKE.format(platform.node()))
    return order


def order_of(root: Path, place: Path, environment: Mapping[str, str], today: dt.date, theme: KeptTheme) -> Order:
    """Make the order of a build; of the environment workers get what the site's configuration asks for."""
    settings = settings_of(root, environment)
    return Order(root.resolve(), place.resolve(), state_of(root, settings, today), settings, today, theme)
