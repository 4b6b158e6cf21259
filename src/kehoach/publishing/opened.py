"""A repository that is read and linked once for what a command does with it: validation, then the site."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach.checks.checkcache import READ
from kehoach.machine.fingerprints import FolderDigests
from kehoach.machine.processexit import spare
from kehoach.machine.store import Store

if TYPE_CHECKING:
    from kehoach.files.repository import Repository
    from kehoach.meaning.fabric import Fabric


class Opened:
    """The repository at a root; ``whole`` tells that all that a site shows will be asked for, not the words alone."""

    def __init__(self, root: Path, store: Store, whole: bool = False) -> None:
        self.root, self.store, self._whole = root, store, whole

    @cached_property
    def folders(self) -> FolderDigests:
        """What lay there before any of it was read: what is made of it is of that, whatever is written meanwhile."""
        folders = FolderDigests()
        folders(*(self.root / name for name in READ))
        return folders

    @cached_property
    def repository(self) -> Repository:
        """The files as they were read; raises UserError where the folder is no repository."""
        # Imported only here: it takes longer than to see that nothing has changed.
        from kehoach.files.memory import Memory
        from kehoach.files.opening import open_repository
        from kehoach.publishing.readings import Readings, everything, words
        from kehoach.publishing.registryfiles import RegistryFiles

        readings = Readings(self.store, everything if self._whole else words)
        repository = open_repository(self.root, Memory(readings, RegistryFiles(self.store), self.folders.file))
        spare(repository)
        return repository

    @cached_property
    def fabric(self) -> Fabric:
        """Its plans, linked."""
        from kehoach.meaning.fabric import weave

        fabric = weave(self.repository)
        spare(fabric)
        return fabric
