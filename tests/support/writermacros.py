"""LibreOffice as a user works with it: a document opened, commands of its menus given, saved again.

By a macro of its own language in a profile of its own, so that no bridge to Python has to be installed.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

PROGRAM = shutil.which("soffice") or shutil.which("libreoffice")
_SECONDS, _SECONDS_EACH = 60, 20

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value>
</prop></item></oor:items>
"""
"""Or the first start would lay out the profile anew, and end."""
_LIBRARIES = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library">
<library:library library:name="Standard" library:link="false"/></library:libraries>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Menu"/></library:library>
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Menu" script:language="StarBasic">
Sub Give(folder As String, number As Integer, commands As String)
  Dim shown(0) As New com.sun.star.beans.PropertyValue
  Dim saved(0) As New com.sun.star.beans.PropertyValue
  shown(0).Name = "Hidden"
  shown(0).Value = True
  saved(0).Name = "FilterName"
  saved(0).Value = "MS Word 2007 XML"
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  For one = 0 To number - 1
    document = StarDesktop.loadComponentFromURL(folder &amp; "/" &amp; one &amp; ".docx", "_blank", 0, shown())
    For Each given In Split(commands, "|")
      dispatcher.executeDispatch(document.CurrentController.Frame, given, "", 0, Array())
    Next
    document.storeToURL(folder &amp; "/" &amp; one &amp; ".ra.docx", saved())
    document.close(True)
  Next
  StarDesktop.terminate()
End Sub
</script:module>
"""


def after(files: Sequence[bytes], commands: Sequence[str], folder: Path) -> list[bytes]:
    """Open Word files, give each some commands (``.uno:AcceptAllTrackedChanges``), save them as Word files."""
    assert PROGRAM is not None
    user = folder / "profile" / "user"
    texts = {
        "registrymodifications.xcu": _SETTINGS,
        "basic/script.xlc": _LIBRARIES,
        "basic/Standard/script.xlb": _LIBRARY,
        "basic/Standard/Menu.xba": _MODULE,
    }
    (user / "basic" / "Standard").mkdir(parents=True)
    for name, text in texts.items():
        (user / name).write_text(text, encoding="utf-8")
    for number, data in enumerate(files):
        (folder / f"{number}.docx").write_bytes(data)
    command = [
        PROGRAM,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault"),
        f"macro:///Standard.Menu.Give({folder.as_uri()},{len(files)},{'|'.join(commands)})",
    ]
    seconds = _SECONDS + _SECONDS_EACH * len(files)
    subprocess.run(command, check=True, capture_output=True, stdin=subprocess.DEVNULL, timeout=seconds)
    return [(folder / f"{number}.ra.docx").read_bytes() for number in range(len(files))]
