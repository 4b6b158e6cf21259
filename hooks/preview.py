"""The live preview: what outlives a build, and pages that are made when they are asked for.

Builds follow each other in one process, mostly from the same files; requests come in other threads.
"""

from __future__ import annotations

import gc
import posixpath
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, ClassVar

from jinja2 import Environment, FileSystemLoader
from jinja2.bccache import Bucket, BytecodeCache
from mkdocs.livereload import LiveReloadServer
from mkdocs.theme import Theme
from mkdocs_macros import context
from rendering import RenderedPages  # beside this file, as is watching
from watching import Watcher

from kehoach.files.memory import Memory
from kehoach.meaning.fabric import Fabric
from kehoach.publishing.ondemand import OnDemand

_TIDY = 50
"""Builds between two searches of everything."""


class Compiled(BytecodeCache):
    """The theme's templates as they were compiled, by content: compiling them took half of a rebuild."""

    def __init__(self) -> None:
        self._held: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give back what was compiled of the same content."""
        if data := self._held.get(bucket.key + bucket.checksum):
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._held[bucket.key + bucket.checksum] = bucket.bytecode_to_string()


class Listed(FileSystemLoader):
    """The theme's templates as the generator finds them, those of an installed package listed once.

    A theme brings ten thousand icons with it, which were looked for at every save; only ``edited`` folders change.
    """

    _listed: ClassVar[dict[str, list[str]]] = {}

    def __init__(self, folders: Sequence[str], edited: str | None) -> None:
        super().__init__(folders)
        self._edited = edited

    def list_templates(self) -> list[str]:
        """Give the names of all templates."""
        return sorted({name for folder in map(str, self.searchpath) for name in self._of(folder)})

    def _of(self, folder: str) -> list[str]:
        if folder == self._edited:
            return FileSystemLoader(folder).list_templates()
        if folder not in self._listed:
            # What is hidden the generator takes out again, name by name.
            names = FileSystemLoader(folder).list_templates()
            self._listed[folder] = [name for name in names if not name.startswith(".")]
        return self._listed[folder]


@dataclass
class Preview:
    """What the last build read and linked, whether this process is a live preview, and what is still to be made."""

    memory: Memory = field(default_factory=Memory)
    fabric: Fabric | None = None
    serving: bool = False
    theme_request: str | None = None
    """Where the theme alone is asked for, without any plan: the file that says so."""
    compiled: Compiled = field(default_factory=Compiled)
    rendered: RenderedPages = field(default_factory=RenderedPages)
    demand: OnDemand | None = None
    _builds: int = 0
    _built: threading.Event = field(default_factory=threading.Event)

    def begin(self) -> None:
        """Make nothing more of the state before: it is built anew."""
        self._built.clear()
        if self.demand:
            self.demand.stop()
            self.demand = None

    def end(self) -> None:
        """Let requests through; without ``demand``, after a failed build, they find what is there."""
        self._built.set()
        # What stays from build to build need not be looked at whenever Python searches for dead cycles; now and then
        # it is, or builds that are over would pile up.
        self._builds += 1
        if self._builds % _TIDY == 0:
            gc.unfreeze()
            gc.collect()
        gc.freeze()

    def remember(self, theme: Theme) -> None:
        """Let the generator find the templates of a theme without looking at all of its folders anew."""
        make = theme.get_env

        def environment() -> Environment:
            env = make()
            env.loader = Listed(theme.dirs, theme.custom_dir)
            return env

        theme.get_env = environment  # type: ignore[method-assign]  # the generator has no other place for a loader

    def attach(self, server: LiveReloadServer) -> None:
        """Put ourselves before the server's answers, and notice a saved file soon.

        By default the server looks at every file twice a second and then waits.
        """
        inner = server.get_app()
        assert inner

        def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
            path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
            if path.startswith("/livereload/"):
                return inner(environ, start_response)
            while True:
                self._built.wait()
                demand = self.demand
                if demand:
                    demand.need(_address(path.removeprefix(server.mount_path)))
                response: list[Any] = []
                body = inner(environ, lambda *words, response=response: response.extend(words))
                if self.demand is demand:  # else it was built anew meanwhile, and the page is gone
                    start_response(*response)
                    return body

        # No page says anything of git, which the plugin of the macros asks twelve questions at every build.
        context.get_git_info = cache(context.get_git_info)
        server.set_app(answer)
        server.build_delay = 0.02
        server.observer = Watcher()  # type: ignore[assignment]  # it asks for no more than this one has
        watched = list(server._watched_paths)
        server._watched_paths.clear()
        for path in watched:
            server.watch(path)


def _address(path: str) -> str:
    name = posixpath.normpath(f"/{path}").lstrip("/")
    if "." not in posixpath.basename(name):
        name = posixpath.join(name, "index.html")
    return name


# MkDocs runs the file with the events anew for every build; this one it imports once.
PREVIEW = Preview()
